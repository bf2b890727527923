// SPDX-License-Identifier: GPL-3.0-or-later
//
// One customer's profile in words.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-clock.h"
#include "clinch-command-output.h"
#include "clinch-command-profile-private.h"
#include "clinch-profile-text.h"

#include <glib/gi18n-lib.h>

static void
add_pair (GPtrArray  *pairs,
          const char *label,
          const char *text)
{
  const char *pair[] = { label, text, NULL };

  g_ptr_array_add (pairs, g_strdupv ((char **) pair));
}

static char *
grade_text (const ClinchCustomerProfile *profile)
{
  g_autofree char *why = clinch_profile_grade_text (profile);

  return g_strdup_printf ("%s · %s", profile->grade != NULL ? profile->grade : "–", why);
}

static char *
priority_text (const ClinchPriority *priority)
{
  static const char *const parts[CLINCH_N_PRIORITY_PARTS] = {
    [CLINCH_PRIORITY_VALUE] = N_("value"),
    [CLINCH_PRIORITY_WIN] = N_("win probability"),
    [CLINCH_PRIORITY_URGENCY] = N_("urgency"),
    [CLINCH_PRIORITY_GRADE] = N_("grade"),
  };
  g_autofree char *sum = clinch_command_hundredths (priority->hundredths);
  GString *text = g_string_new (sum);

  for (int i = 0; i < CLINCH_N_PRIORITY_PARTS; i++)
    {
      g_autofree char *points = clinch_command_hundredths (priority->steps[i].hundredths);

      g_string_append_printf (text, " %s %s %s", i == 0 ? "=" : "+", _(parts[i]), points);
    }

  return g_string_free (text, FALSE);
}

static void
print_figures (ClinchCommandRun            *run,
               const ClinchCustomerProfile *profile)
{
  g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const ClinchProfileScore *score = &profile->score;
  g_autofree char *grade = grade_text (profile);
  g_autofree char *priority = priority_text (&profile->priority);
  g_autofree char *last = profile->last_contact == 0 ? g_strdup ("–")
                          : clinch_instant_format (profile->last_contact, clinch_clock_now (),
                                                   clinch_clock_timezone ());
  g_autofree char *score_text = NULL;
  g_autofree char *completeness = clinch_profile_completeness_text (profile);
  g_autofree char *gaps = clinch_profile_gaps_text (profile);
  g_autofree char *known = NULL;

  if (score->score == CLINCH_PROFILE_UNKNOWN)
    score_text = g_strdup ("–");
  else
    /* Translators: a score and the sum it is, such as 92 = 3512 ÷ 38. */
    score_text = g_strdup_printf (_("%1$d = %2$d ÷ %3$d (for ranking %4$d)"), score->score,
                                  (int) score->points, (int) score->known_weight,
                                  profile->adjusted);
  known = g_strdup_printf ("%d%% · %s%s%s", score->completeness, completeness,
                           gaps != NULL ? " · " : "", gaps != NULL ? gaps : "");
  add_pair (pairs, C_("field", "As Of"), profile->today);
  add_pair (pairs, C_("field", "Score"), score_text);
  add_pair (pairs, C_("field", "Completeness"), known);
  add_pair (pairs, C_("field", "Grade"), grade);
  add_pair (pairs, C_("field", "Priority"), priority);
  add_pair (pairs, C_("field", "Last Contact"), last);
  clinch_command_pairs (run->out, pairs);
}

static char *
tags_text (const ClinchProfileLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->tags->len; i++)
    {
      const ClinchProfileTag *tag = line->tags->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", tag->name);
    }
  if (line->number != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", line->number);

  return g_string_free (text, FALSE);
}

static char *
as_of_text (const ClinchProfileLine *line)
{
  g_autofree char *age = NULL;

  if (line->value == CLINCH_PROFILE_UNKNOWN)
    return g_strdup ("");
  if (line->rule->measure != CLINCH_MEASURE_NONE)
    return g_strdup (line->known_on);

  age = g_strdup_printf (ngettext ("%d day", "%d days", line->age.days), line->age.days);
  if (line->age.stale)
    /* Translators: a date, an age such as “200 days”. */
    return g_strdup_printf (_("%1$s (%2$s, out of date)"), line->known_on, age);

  return g_strdup_printf ("%s (%s)", line->known_on, age);
}

static char *
source_text (const ClinchProfileLine *line)
{
  const ClinchProfileTag *tag = line->tags->len > 0 ? line->tags->pdata[0] : NULL;
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();

  if (tag != NULL && tag->source != NULL)
    g_ptr_array_add (parts, tag->source);
  if (tag != NULL && tag->confidence != NULL)
    g_ptr_array_add (parts, (char *) clinch_choice_label (CLINCH_CHOICE_CONFIDENCE,
                                                          tag->confidence));
  if (tag != NULL && tag->member != NULL)
    g_ptr_array_add (parts, tag->member);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static char *
value_text (int value)
{
  return value == CLINCH_PROFILE_UNKNOWN ? g_strdup ("?") : g_strdup_printf ("%d", value);
}

static char **
make_headings (const ClinchCommandProfile *reading)
{
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_add_many (cells, C_("field", "Dimension"), C_("field", "Weight"),
                           C_("profile", "Value"), _("Share of Score"), _("Tags"),
                           C_("field", "As Of"), C_("field", "Source"), NULL);
  for (guint i = 0; i < reading->compared->len; i++)
    {
      const ClinchCommandCompared *compared = reading->compared->pdata[i];

      g_strv_builder_add (cells, compared->name);
    }

  return g_strv_builder_end (cells);
}

static char **
make_cells (const ClinchCommandProfile *reading,
            guint                       index)
{
  const ClinchProfileLine *line = clinch_customer_profile_line (reading->profile, index);
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_add (cells, line->rule->name);
  g_strv_builder_take (cells, g_strdup_printf ("%d", line->rule->weight));
  g_strv_builder_take (cells, value_text (line->value));
  g_strv_builder_take (cells, line->step.known
                                ? clinch_command_hundredths (line->step.share_hundredths)
                                : g_strdup (""));
  g_strv_builder_take (cells, tags_text (line));
  g_strv_builder_take (cells, as_of_text (line));
  g_strv_builder_take (cells, source_text (line));
  for (guint i = 0; i < reading->compared->len; i++)
    {
      const ClinchCommandCompared *compared = reading->compared->pdata[i];

      g_strv_builder_take (cells,
                           value_text (g_array_index (compared->series->values, int, index)));
    }

  return g_strv_builder_end (cells);
}

static void
print_lines (ClinchCommandRun           *run,
             const ClinchCommandProfile *reading)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  char **headings = make_headings (reading);

  g_ptr_array_add (rows, headings);
  for (guint i = 0; i < reading->profile->lines->len; i++)
    g_ptr_array_add (rows, make_cells (reading, i));
  g_string_append_c (run->out, '\n');
  clinch_command_table (run->out, rows, g_strv_length (headings));
}

static gboolean
run_profile (ClinchCommandRun  *run,
             ClinchDb          *db,
             GError           **error)
{
  g_auto(ClinchCommandProfile) reading = { 0 };

  if (!clinch_command_profile_read (&reading, run, db, error))
    return FALSE;
  if (run->json)
    {
      clinch_command_profile_json (run, &reading);
      return TRUE;
    }

  g_string_append_printf (run->out, "%s\n", clinch_row_name (reading.profile->customer));
  print_figures (run, reading.profile);
  print_lines (run, &reading);

  return TRUE;
}

static const ClinchCommandOption profile_options[] = {
  { "compare", CLINCH_COMMAND_COMPARE_VALUE,
    N_("Beside it: another customer, the median of its grade, or itself on that day") },
  { "at", "DATE", N_("As it was on that day") },
  { NULL, NULL, NULL },
};

const ClinchCommand clinch_command_profile[] = {
  { "profile", "CUSTOMER [--compare CUSTOMER|median|DATE]… [--at DATE]",
    N_("Show a customer's profile: score, grade, every dimension"), 1, 1, CLINCH_COMMAND_READ,
    profile_options, clinch_command_profile_prepare, run_profile, NULL },
  { NULL },
};
