// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-profile-text.h"

#include <glib/gi18n-lib.h>

char *
clinch_profile_line_text (const ClinchProfileLine *line)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (line->value < 0)
    return g_strdup (C_("profile", "Unknown"));

  for (guint i = 0; i < line->tags->len; i++)
    {
      const ClinchProfileTag *tag = line->tags->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", tag->name);
      if (tag->source != NULL)
        /* Translators: behind a tag, who says so. */
        g_string_append_printf (text, C_("profile", " (%s)"), tag->source);
    }
  if (line->number != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", line->number);
  if (line->rule->measure == CLINCH_MEASURE_NONE && *line->known_on != '\0')
    {
      g_autofree char *date = clinch_date_format_full (line->known_on);

      g_string_append_printf (text, " · %s", date);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
clinch_profile_completeness_text (const ClinchCustomerProfile *profile)
{
  g_autofree char *counts = NULL;

  /* Translators: how many dimensions are known, of how many. */
  counts = g_strdup_printf (_("%1$d of %2$d dimensions known"), profile->score.filled,
                            profile->score.total);
  if (profile->is_thin)
    return g_strdup_printf (_("%s: hardly a profile yet"), counts);
  if (profile->n_stale > 0)
    return g_strdup_printf (ngettext ("%1$s, %2$d of them out of date",
                                      "%1$s, %2$d of them out of date", profile->n_stale),
                            counts, profile->n_stale);

  return g_steal_pointer (&counts);
}

char *
clinch_profile_gaps_text (const ClinchCustomerProfile *profile)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < profile->lines->len; i++)
    {
      const ClinchProfileLine *line = profile->lines->pdata[i];

      if (!clinch_profile_line_is_gap (line))
        continue;
      if (names->len > 0)
        g_string_append (names, C_("list", ", "));
      g_string_append (names, line->rule->name);
    }
  if (names->len == 0)
    return NULL;

  /* Translators: the names of dimensions of the profile. */
  return g_strdup_printf (_("Still to find out: %s"), names->str);
}

char *
clinch_profile_grade_text (const ClinchCustomerProfile *profile)
{
  if (profile->by_profile == NULL)
    return g_strdup (_("Too little is known for a grade by the profile"));
  if (g_strcmp0 (profile->grade, profile->by_profile) != 0)
    /* Translators: the grade by the profile, why it is another one. */
    return g_strdup_printf (_("Set by hand; by the profile %1$s. %2$s"), profile->by_profile,
                            profile->reason != NULL ? profile->reason : _("No reason is given."));
  if (g_strcmp0 (profile->by_profile, profile->by_score) != 0)
    return g_strdup_printf (_("The score would do for %s, the completeness does not"),
                            profile->by_score);

  return g_strdup (_("By the profile"));
}
