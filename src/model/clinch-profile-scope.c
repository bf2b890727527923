// SPDX-License-Identifier: GPL-3.0-or-later
//
// What of the profiles a step can have changed. Whatever is not named here changes all of the
// customers that the step touched.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-profile-scope.h"

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

gboolean
clinch_profile_scope_is_rules (const ClinchChangeSet *changes)
{
  return clinch_change_set_touches (changes, CLINCH_KIND_DIMENSION)
         || clinch_change_set_touches (changes, CLINCH_KIND_TAG)
         || clinch_change_set_touches (changes, CLINCH_KIND_GRADE_RULE);
}

/* What a rule is called, says and where it stands moves no figure. */
static gboolean
moves_figures (const ClinchChange *change)
{
  static const guint64 dimension = BIT (CLINCH_DIMENSION_WEIGHT) | BIT (CLINCH_DIMENSION_KNOWN_BY)
                                   | BIT (CLINCH_DIMENSION_MEASURE)
                                   | BIT (CLINCH_DIMENSION_SEVERAL)
                                   | BIT (CLINCH_DIMENSION_RETIRED)
                                   | BIT (CLINCH_DIMENSION_CODE);
  static const guint64 tag = BIT (CLINCH_TAG_DIMENSION) | BIT (CLINCH_TAG_SCORE)
                             | BIT (CLINCH_TAG_LEAST) | BIT (CLINCH_TAG_RETIRED);
  static const guint64 grade = BIT (CLINCH_GRADE_RULE_GRADE) | BIT (CLINCH_GRADE_RULE_LEAST_SCORE)
                               | BIT (CLINCH_GRADE_RULE_LEAST_COMPLETENESS);

  return (change->kind == CLINCH_KIND_DIMENSION && (change->fields & dimension) != 0)
         || (change->kind == CLINCH_KIND_TAG && (change->fields & tag) != 0)
         || (change->kind == CLINCH_KIND_GRADE_RULE && (change->fields & grade) != 0);
}

gboolean
clinch_profile_scope_is_everybody (const ClinchChangeSet *changes)
{
  for (guint i = 0; i < changes->changes->len; i++)
    if (moves_figures (&g_array_index (changes->changes, ClinchChange, i)))
      return TRUE;

  return FALSE;
}

static gboolean
is_of_people (const ClinchChange *change)
{
  static const guint64 harmless = BIT (CLINCH_OPPORTUNITY_NEXT_STEP)
                                  | BIT (CLINCH_OPPORTUNITY_NEXT_DATE)
                                  | BIT (CLINCH_OPPORTUNITY_NOTE)
                                  | BIT (CLINCH_OPPORTUNITY_COMPETITOR)
                                  | BIT (CLINCH_OPPORTUNITY_CONTACT)
                                  | BIT (CLINCH_OPPORTUNITY_WAITING_CONTACT)
                                  | BIT (CLINCH_OPPORTUNITY_WAITING_DEPARTMENT)
                                  | BIT (CLINCH_OPPORTUNITY_WAITING_SINCE);

  switch ((int) change->kind)
    {
    case CLINCH_KIND_FOLLOW_UP:
    case CLINCH_KIND_CONTACT:
    case CLINCH_KIND_ASSESSMENT:
    case CLINCH_KIND_MATERIAL:
      return TRUE;
    case CLINCH_KIND_CUSTOMER:
      return change->op == CLINCH_CHANGE_COUNTED;
    case CLINCH_KIND_OPPORTUNITY:
      return change->op == CLINCH_CHANGE_COUNTED
             || (change->op == CLINCH_CHANGE_UPDATE && (change->fields & ~harmless) == 0);
    default:
      return FALSE;
    }
}

gboolean
clinch_profile_scope_is_people (const ClinchChangeSet *changes)
{
  for (guint i = 0; i < changes->changes->len; i++)
    if (!is_of_people (&g_array_index (changes->changes, ClinchChange, i)))
      return FALSE;

  return TRUE;
}
