// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-requirements.h"

#include <glib/gi18n-lib.h>

gboolean
clinch_requirement_is_answered (const ClinchRow *requirement)
{
  const char *part = clinch_row_text (requirement, CLINCH_REQUIREMENT_PART);

  return part != NULL && *part != '\0';
}

gboolean
clinch_requirement_is_must (const ClinchRow *requirement)
{
  return g_strcmp0 (clinch_row_text (requirement, CLINCH_REQUIREMENT_IMPORTANCE), "must") == 0;
}

/* The choices are listed with the most important one first. */
static int
rank (const ClinchRow *requirement)
{
  const char *importance = clinch_row_text (requirement, CLINCH_REQUIREMENT_IMPORTANCE);
  int n_values;
  const ClinchChoiceValue *values = clinch_choice_values (CLINCH_CHOICE_IMPORTANCE, &n_values);

  for (int i = 0; i < n_values; i++)
    if (g_strcmp0 (values[i].code, importance) == 0)
      return i;

  return n_values;
}

int
clinch_requirement_compare (const ClinchRow *a,
                            const ClinchRow *b)
{
  int order = clinch_requirement_is_answered (a) - clinch_requirement_is_answered (b);

  if (order == 0)
    order = rank (a) - rank (b);

  return order != 0 ? order : (a->id > b->id) - (a->id < b->id);
}

void
clinch_requirement_count (ClinchRequirementCount *count,
                          const ClinchRow        *requirement)
{
  count->n++;
  if (clinch_requirement_is_answered (requirement))
    count->n_answered++;
  else if (clinch_requirement_is_must (requirement))
    count->n_must_open++;
}

char *
clinch_requirement_count_text (const ClinchRequirementCount *count)
{
  g_autofree char *answered = NULL;

  if (count->n == 0)
    return g_strdup ("");

  /* Translators: how many requirements of the customer a proposal answers, and how many there
   * are. */
  answered = g_strdup_printf (_("%1$u of %2$u answered"), count->n_answered, count->n);
  if (count->n_must_open == 0)
    return g_steal_pointer (&answered);

  /* Translators: “3 of 5 answered”, and how many requirements without which there is no deal are
   * not. */
  return g_strdup_printf (ngettext ("%1$s; %2$u must-have open", "%1$s; %2$u must-haves open",
                                    count->n_must_open), answered, count->n_must_open);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return clinch_requirement_compare (*(const ClinchRow *const *) a, *(const ClinchRow *const *) b);
}

GPtrArray *
clinch_requirements_load (ClinchDb  *db,
                          gint64     opportunity_id,
                          GError   **error)
{
  GPtrArray *rows = clinch_db_load_rows (db, error, CLINCH_KIND_REQUIREMENT,
                                         "WHERE opportunity_id = ? AND deleted_at IS NULL", "i",
                                         opportunity_id);

  if (rows != NULL)
    g_ptr_array_sort (rows, compare_items);

  return rows;
}
