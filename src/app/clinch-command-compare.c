// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which profile a command is about, and what it is laid beside.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-clock.h"
#include "clinch-command-profile-private.h"
#include "clinch-radar.h"
#include "clinch-resolve.h"
#include "clinch-value.h"

#include <glib/gi18n-lib.h>

#define MAX_COMPARED (CLINCH_RADAR_MAX_SERIES - 1)

static void
compared_free (gpointer data)
{
  ClinchCommandCompared *self = data;

  g_free (self->name);
  g_clear_pointer (&self->series, clinch_profile_series_free);
  g_free (self);
}

void
clinch_command_profile_clear (ClinchCommandProfile *self)
{
  g_clear_pointer (&self->profile, clinch_customer_profile_free);
  g_clear_pointer (&self->compared, g_ptr_array_unref);
}

/* The end of a day of the past; now for today. */
static gboolean
read_day (ClinchCommandRun  *run,
          const char        *date,
          gint64            *instant,
          gboolean          *as_it_was,
          GError           **error)
{
  gint64 end = clinch_date_to_instant (date, 23, clinch_clock_timezone ()) + 3599;
  char today[CLINCH_DATE_SIZE];

  *instant = clinch_clock_now ();
  clinch_date_from_instant (*instant, clinch_clock_timezone (), today);
  *as_it_was = g_strcmp0 (date, today) < 0;
  if (*as_it_was)
    *instant = end;
  if (g_strcmp0 (date, today) <= 0)
    return TRUE;

  clinch_command_usage_error (run, error, _("“%s” is still to come."), date);
  return FALSE;
}

static gboolean
load_profile (ClinchCommandProfile  *self,
              ClinchCommandRun      *run,
              GError               **error)
{
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (self->db);
  const char *at = clinch_command_option (run, "at");
  gint64 instant = clinch_clock_now ();
  gboolean as_it_was = FALSE;
  char date[CLINCH_DATE_SIZE];

  if (at != NULL && !clinch_value_read_day (context, at, TRUE, date))
    {
      clinch_command_usage_error (run, error, _("“%s” is not a date."), at);
      return FALSE;
    }
  if (at != NULL && !read_day (run, date, &instant, &as_it_was, error))
    return FALSE;
  self->profile = clinch_customer_profile_load (self->db, self->customer_id, instant, as_it_was,
                                                error);

  return self->profile != NULL;
}

static ClinchProfileSeries *
load_series_at (ClinchCommandProfile  *self,
                gint64                 customer_id,
                gint64                 instant,
                gboolean               as_it_was,
                GError               **error)
{
  g_autoptr(ClinchCustomerProfile) profile = NULL;

  profile = clinch_customer_profile_load (self->db, customer_id, instant, as_it_was, error);
  return profile != NULL ? clinch_profile_series_of (profile) : NULL;
}

static gboolean
compare_with_day (ClinchCommandProfile   *self,
                  ClinchCommandRun       *run,
                  const char             *date,
                  ClinchCommandCompared  *compared,
                  GError                **error)
{
  gboolean as_it_was;
  gint64 instant;

  compared->name = g_strdup (date);
  if (!read_day (run, date, &instant, &as_it_was, error))
    return FALSE;
  compared->series = load_series_at (self, self->customer_id, instant, as_it_was, error);

  return compared->series != NULL;
}

static gboolean
compare_with_grade (ClinchCommandProfile   *self,
                    ClinchCommandCompared  *compared,
                    GError                **error)
{
  const char *grade = self->profile->grade;

  if (grade == NULL)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                   _("“%s” has no grade to be compared with."),
                   clinch_row_name (self->profile->customer));
      return FALSE;
    }
  /* Translators: a grade. */
  compared->name = g_strdup_printf (_("Median of grade %s"),
                                    clinch_choice_label (CLINCH_CHOICE_GRADE, grade));
  compared->series = clinch_profile_series_of_grade (self->db, self->profile->rules, grade, error);

  return compared->series != NULL;
}

static gboolean
compare_with_customer (ClinchCommandProfile   *self,
                       const char             *text,
                       ClinchCommandCompared  *compared,
                       GError                **error)
{
  gint64 id;

  if (!clinch_resolve (self->db, CLINCH_KIND_CUSTOMER, text, &id, error))
    return FALSE;
  compared->name = clinch_db_name_of (self->db, CLINCH_KIND_CUSTOMER, id);
  compared->series = load_series_at (self, id, clinch_clock_now (), FALSE, error);

  return compared->series != NULL;
}

static gboolean
load_compared (ClinchCommandProfile  *self,
               ClinchCommandRun      *run,
               GError               **error)
{
  g_autofree const char **texts = clinch_command_options (run, "compare");
  g_autoptr(ClinchValueContext) context = clinch_value_context_new (self->db);
  char date[CLINCH_DATE_SIZE];

  for (int i = 0; texts[i] != NULL; i++)
    {
      ClinchCommandCompared *compared = g_new0 (ClinchCommandCompared, 1);
      gboolean done;

      g_ptr_array_add (self->compared, compared);
      if (g_str_equal (texts[i], CLINCH_COMMAND_MEDIAN))
        done = compare_with_grade (self, compared, error);
      else if (clinch_date_parse (texts[i], context->order, context->today, date))
        done = compare_with_day (self, run, date, compared, error);
      else
        done = compare_with_customer (self, texts[i], compared, error);
      if (!done)
        return FALSE;
    }

  return TRUE;
}

gboolean
clinch_command_profile_read (ClinchCommandProfile  *self,
                             ClinchCommandRun      *run,
                             ClinchDb              *db,
                             GError               **error)
{
  self->db = db;
  self->compared = g_ptr_array_new_with_free_func (compared_free);

  return clinch_resolve (db, CLINCH_KIND_CUSTOMER, run->arguments[0], &self->customer_id, error)
         && load_profile (self, run, error) && load_compared (self, run, error);
}

gboolean
clinch_command_profile_prepare (ClinchCommandRun  *run,
                                GError           **error)
{
  g_autofree const char **compared = clinch_command_options (run, "compare");

  if (g_strv_length ((char **) compared) <= MAX_COMPARED)
    return TRUE;

  clinch_command_usage_error (run, error, _("--compare can be given twice at the most."));
  return FALSE;
}
