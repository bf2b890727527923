// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-profile-compare.h"

#include <glib/gi18n-lib.h>

#define YEAR (365 * 24 * 60 * 60)

static int
find (const ClinchComparison *self,
      ClinchCompare           with)
{
  for (guint i = 0; i < self->n; i++)
    if (self->with[i] == with)
      return (int) i;

  return -1;
}

static void
remove_at (ClinchComparison *self,
           guint             place)
{
  self->n--;
  for (guint i = place; i < self->n; i++)
    self->with[i] = self->with[i + 1];
}

void
clinch_comparison_set (ClinchComparison *self,
                       ClinchCompare     with,
                       gboolean          is_on)
{
  int place = find (self, with);

  if (place >= 0 && !is_on)
    remove_at (self, place);
  if (place >= 0 || !is_on)
    return;

  if (self->n == CLINCH_PROFILE_MAX_COMPARED)
    remove_at (self, 0);
  self->with[self->n++] = with;
}

gboolean
clinch_comparison_has (const ClinchComparison *self,
                       ClinchCompare           with)
{
  return find (self, with) >= 0;
}

static void
compared_free (gpointer data)
{
  ClinchCompared *compared = data;

  g_free (compared->name);
  clinch_profile_series_free (compared->series);
  g_free (compared);
}

static gboolean
load_one (const ClinchComparison       *self,
          ClinchCompare                 with,
          ClinchDb                     *db,
          const ClinchCustomerProfile  *profile,
          gint64                        now,
          ClinchCompared               *compared,
          GError                      **error)
{
  g_autoptr(ClinchCustomerProfile) other = NULL;
  gint64 id = with == CLINCH_COMPARE_PAST ? profile->customer->id : self->customer_id;

  if (with == CLINCH_COMPARE_GRADE)
    {
      compared->name = g_strdup (C_("profile", "Median of the Grade"));
      compared->series = clinch_profile_series_of_grade (db, profile->rules, profile->grade, error);
      return compared->series != NULL;
    }

  if (with == CLINCH_COMPARE_PAST)
    now -= YEAR;
  other = clinch_customer_profile_load (db, id, now, with == CLINCH_COMPARE_PAST, error);
  if (other == NULL)
    return FALSE;
  compared->name = g_strdup (with == CLINCH_COMPARE_PAST ? C_("profile", "A Year Ago")
                             : clinch_row_name (other->customer));
  compared->series = clinch_profile_series_of (other);

  return TRUE;
}

GPtrArray *
clinch_comparison_load (const ClinchComparison       *self,
                        ClinchDb                     *db,
                        const ClinchCustomerProfile  *profile,
                        gint64                        now,
                        GError                      **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (compared_free);

  for (guint i = 0; i < self->n; i++)
    {
      ClinchCompared *compared;

      if (self->with[i] == CLINCH_COMPARE_GRADE && profile->grade == NULL)
        continue;
      compared = g_new0 (ClinchCompared, 1);
      g_ptr_array_add (all, compared);
      if (!load_one (self, self->with[i], db, profile, now, compared, error))
        return NULL;
    }

  return g_steal_pointer (&all);
}
