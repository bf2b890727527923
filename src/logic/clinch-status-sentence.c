// SPDX-License-Identifier: GPL-3.0-or-later

/* The one answer to "where does this customer stand". Each sentence is a whole pattern for the
 * translator. What varies in number (what is done) or in kind (when signing is expected) is a
 * clause of its own that the translator sees with its punctuation, and the patterns say where it
 * goes. */

#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-status-sentence.h"

#include "clinch-date.h"

#include <glib/gi18n.h>
#include <string.h>

/* Characters of a free text that a line shows. */
#define SHORT_TEXT 40

static gboolean
is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

/* One line of free text, cut at a length that leaves room for the rest. */
static char *
shorten (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;
  int length = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = line->len > 0;
          continue;
        }
      if (length >= SHORT_TEXT)
        {
          g_string_append (line, "…");
          break;
        }
      if (space)
        g_string_append_c (line, ' ');
      length += space ? 2 : 1;
      space = FALSE;
      g_string_append_unichar (line, c);
    }

  return g_string_free (line, FALSE);
}

/* A free text that a pattern goes on behind: its own full stop would stand in the middle of a
 * sentence. */
static char *
shorten_clause (const char *text)
{
  static const char * const stops[] = { "。", ".", "，", ",", "；", ";", "！", "!" };
  char *line = shorten (text);

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      if (strlen (line) > strlen (stops[i]) && g_str_has_suffix (line, stops[i]))
        line[strlen (line) - strlen (stops[i])] = '\0';
    }

  return line;
}

/* The day in words that stay right: never "today". The base formatter names days near the current
 * one, so it is given a day of the same year that is far away. */
static char *
format_day (const char *date,
            const char *today)
{
  char anchor[CLINCH_DATE_SIZE];

  g_snprintf (anchor, sizeof anchor, "%.4s-01-01", today);
  if (ABS (clinch_date_days_between (anchor, date)) <= 7)
    g_snprintf (anchor, sizeof anchor, "%.4s-07-01", today);

  return clinch_date_format (date, anchor);
}

/* The name of a stage is put before or behind the word "stage": it must not bring that word
 * along. */
static char *
bare_stage_name (const char *name)
{
  static const char * const words[] = { "阶段", "階段", " stage", " Stage", " STAGE" };
  g_autofree char *bare = g_strstrip (g_utf8_make_valid (name != NULL ? name : "", -1));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (strlen (bare) > length && g_str_has_suffix (bare, words[i]))
        {
          bare[strlen (bare) - length] = '\0';
          break;
        }
    }

  return g_strdup (g_strchomp (bare));
}

static char *
overdue_clause (const char *date,
                const char *today,
                int         days)
{
  g_autofree char *day = format_day (date, today);

  /* Translators: a clause of the status sentence, without capital or full stop. %1$s is a date. */
  return g_strdup_printf (ngettext ("signing was planned for %1$s, %2$d day overdue",
                                    "signing was planned for %1$s, %2$d days overdue",
                                    days),
                          day, days);
}

static char *
signing_clause (const char *date,
                const char *today)
{
  g_autofree char *day = NULL;
  int days;

  /* Translators: the clauses with the context "status sentence" end a sentence such as "This
   * customer is in the Quote stage; signing expected tomorrow." They have no capital and no full
   * stop of their own. */
  if (!clinch_date_is_valid (date))
    return g_strdup (C_("status sentence", "signing date not set"));

  days = clinch_date_days_between (today, date);
  if (days < 0)
    return overdue_clause (date, today, -days);
  if (days == 0)
    return g_strdup (C_("status sentence", "signing expected today"));
  if (days == 1)
    return g_strdup (C_("status sentence", "signing expected tomorrow"));
  if (days <= 7)
    return g_strdup (C_("status sentence", "signing expected within a week"));
  if (days <= 14)
    return g_strdup (C_("status sentence", "signing expected within two weeks"));
  if (days <= 30)
    return g_strdup (C_("status sentence", "signing expected within a month"));
  if (days <= 60)
    return g_strdup (C_("status sentence", "signing expected within two months"));
  if (days <= 90)
    return g_strdup (C_("status sentence", "signing expected within three months"));

  day = format_day (date, today);
  /* Translators: %s is a date. */
  return g_strdup_printf (C_("status sentence", "signing expected on %s"), day);
}

static char *
join_done (const char * const *done)
{
  char *joined = NULL;

  for (gsize i = 0; done != NULL && done[i] != NULL; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *phrase = NULL;

      if (is_blank (done[i]))
        continue;
      phrase = shorten_clause (done[i]);
      before = g_steal_pointer (&joined);
      if (before == NULL)
        joined = g_steal_pointer (&phrase);
      else
        /* Translators: puts one more thing behind a list of things that are done:
         * "requirements confirmed, proposal sent". */
        joined = g_strdup_printf (C_("list of what is done", "%1$s, %2$s"), before, phrase);
    }

  return joined;
}

static char *
open_sentence (const ClinchStatusFacts *facts,
               const char              *today)
{
  g_autofree char *stage = bare_stage_name (facts->stage_name);
  g_autofree char *done = join_done (facts->done);
  g_autofree char *signing = signing_clause (facts->expected_signing, today);

  if (done != NULL)
    /* Translators: %1$s is the name of a stage ("Business Negotiation"), %2$s a list of what is
     * done ("requirements confirmed, proposal sent"), %3$s the clause about signing ("signing
     * expected within two weeks"). */
    return g_strdup_printf (_("This customer is in the %1$s stage; %2$s; %3$s."), stage, done,
                            signing);

  /* Translators: %1$s is the name of a stage, %2$s the clause about signing. */
  return g_strdup_printf (_("This customer is in the %1$s stage; %2$s."), stage, signing);
}

static char *
won_sentence (const ClinchStatusFacts *facts,
              const char              *today)
{
  g_autofree char *day = NULL;

  if (!clinch_date_is_valid (facts->signed_on))
    return g_strdup (_("This customer has signed."));

  day = format_day (facts->signed_on, today);
  /* Translators: %s is a date. */
  return g_strdup_printf (_("This customer signed on %s."), day);
}

static char *
lost_sentence (const ClinchStatusFacts *facts)
{
  g_autofree char *reason = NULL;

  if (is_blank (facts->lost_reason))
    return g_strdup (_("The opportunity with this customer is lost; no reason recorded."));

  reason = shorten_clause (facts->lost_reason);
  /* Translators: %s is the reason, as somebody wrote it ("price too high"). */
  return g_strdup_printf (_("The opportunity with this customer is lost; reason: %s."), reason);
}

static char *
stage_part (const ClinchStatusFacts *facts,
            const char              *today)
{
  g_autofree char *text = NULL;

  if (facts->stage_type == CLINCH_STAGE_WON)
    {
      if (!clinch_date_is_valid (facts->signed_on))
        return g_strdup (C_("status line", "Signed"));
      text = format_day (facts->signed_on, today);
      /* Translators: %s is a date. */
      return g_strdup_printf (C_("status line", "Signed on %s"), text);
    }

  if (facts->stage_type == CLINCH_STAGE_LOST)
    {
      if (is_blank (facts->lost_reason))
        return g_strdup (C_("status line", "Lost, no reason recorded"));
      text = shorten_clause (facts->lost_reason);
      /* Translators: %s is the reason, as somebody wrote it. */
      return g_strdup_printf (C_("status line", "Lost: %s"), text);
    }

  text = bare_stage_name (facts->stage_name);
  /* Translators: %s is the name of a stage: "Negotiation stage". */
  return g_strdup_printf (C_("status line", "%s stage"), text);
}

static char *
last_part (const ClinchStatusFacts *facts,
           const char              *today)
{
  g_autofree char *text = NULL;
  g_autofree char *day = NULL;

  if (is_blank (facts->last_text))
    return g_strdup (C_("status line", "No follow-up yet"));

  text = shorten_clause (facts->last_text);
  if (!clinch_date_is_valid (facts->last_date))
    /* Translators: %s is what the last follow-up says. */
    return g_strdup_printf (C_("status line", "Last: %s"), text);

  day = format_day (facts->last_date, today);
  /* Translators: %1$s is what the last follow-up says, %2$s its date. */
  return g_strdup_printf (C_("status line", "Last: %1$s (%2$s)"), text, day);
}

static char *
next_part (const ClinchStatusFacts *facts,
           const char              *today)
{
  g_autofree char *text = NULL;
  g_autofree char *day = NULL;
  int late;

  if (is_blank (facts->next_step))
    return g_strdup (C_("status line", "No next step"));

  text = shorten_clause (facts->next_step);
  if (!clinch_date_is_valid (facts->next_step_date))
    /* Translators: %s is what is to be done. */
    return g_strdup_printf (C_("status line", "Next: %s"), text);

  day = format_day (facts->next_step_date, today);
  late = clinch_date_days_between (facts->next_step_date, today);
  if (late > 0)
    /* Translators: part of the status line; %1$s is what is to be done, %2$s a date. */
    return g_strdup_printf (ngettext ("Next: %1$s, due %2$s, %3$d day overdue",
                                      "Next: %1$s, due %2$s, %3$d days overdue",
                                      late),
                            text, day, late);

  /* Translators: %1$s is what is to be done, %2$s a date. */
  return g_strdup_printf (C_("status line", "Next: %1$s, %2$s"), text, day);
}

static char *
waiting_part (const ClinchStatusFacts *facts,
              const char              *today)
{
  g_autofree char *whom = shorten (facts->waiting_for);
  g_autofree char *day = NULL;

  if (!clinch_date_is_valid (facts->waiting_since))
    /* Translators: %s is a person or a department of the customer. */
    return g_strdup_printf (C_("status line", "Waiting for %s"), whom);

  day = format_day (facts->waiting_since, today);
  /* Translators: %1$s is a person or a department of the customer, %2$s a date. */
  return g_strdup_printf (C_("status line", "Waiting for %1$s since %2$s"), whom, day);
}

static void
append_part (char **line,
             char  *part)
{
  g_autofree char *before = g_steal_pointer (line);
  g_autofree char *behind = part;

  if (before == NULL)
    *line = g_steal_pointer (&behind);
  else
    /* Translators: sets the parts of the status line apart: "Negotiation stage · Next: send
     * quote". */
    *line = g_strdup_printf (C_("status line", "%1$s · %2$s"), before, behind);
}

static char *
status_line (const ClinchStatusFacts *facts,
             const char              *today)
{
  char *line = NULL;

  if (!is_blank (facts->customer_name))
    append_part (&line, shorten (facts->customer_name));
  if (!is_blank (facts->opportunity_name))
    append_part (&line, shorten (facts->opportunity_name));
  append_part (&line, stage_part (facts, today));
  append_part (&line, last_part (facts, today));
  if (facts->stage_type == CLINCH_STAGE_OPEN)
    append_part (&line, next_part (facts, today));
  if (facts->stage_type == CLINCH_STAGE_OPEN && !is_blank (facts->waiting_for))
    append_part (&line, waiting_part (facts, today));
  if (is_blank (facts->owner))
    append_part (&line, g_strdup (C_("status line", "No owner")));
  else
    {
      g_autofree char *owner = shorten (facts->owner);

      /* Translators: %s is the name of the member who answers for the opportunity. */
      append_part (&line, g_strdup_printf (C_("status line", "Owner: %s"), owner));
    }

  return line;
}

char *
clinch_status_sentence (const ClinchStatusFacts *facts,
                        ClinchStatusForm         form,
                        const char              *today)
{
  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (clinch_date_is_valid (today), NULL);

  if (form == CLINCH_STATUS_LINE)
    return status_line (facts, today);

  switch (facts->stage_type)
    {
    case CLINCH_STAGE_WON:
      return won_sentence (facts, today);
    case CLINCH_STAGE_LOST:
      return lost_sentence (facts);
    case CLINCH_STAGE_OPEN:
    default:
      return open_sentence (facts, today);
    }
}
