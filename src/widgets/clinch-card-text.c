// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-card-text.h"

#include "clinch-board-stage.h"
#include "clinch-date.h"
#include "clinch-text.h"
#include "clinch-waiting.h"

#include <glib/gi18n-lib.h>

void
clinch_card_text_free (ClinchCardText *text)
{
  g_free (text->name);
  g_free (text->customer);
  g_free (text->grade);
  g_free (text->amount);
  g_free (text->owner);
  g_free (text->initials);
  g_free (text->next_text);
  g_free (text->next_date);
  g_free (text->waiting);
  g_free (text->days);
  g_free (text->label);
  g_free (text);
}

/* The first character of a Chinese name is the surname; of others the first letters of the first
 * and the last word count. */
static char *
make_initials (const char *name)
{
  GString *initials = g_string_new (NULL);
  const char *space;
  gunichar first;

  if (*name == '\0')
    return g_string_free (initials, FALSE);

  first = g_utf8_get_char (name);
  g_string_append_unichar (initials, g_unichar_toupper (first));
  space = strrchr (name, ' ');
  if (!clinch_text_is_cjk (first) && space != NULL && space[1] != '\0')
    g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (space + 1)));

  return g_string_free (initials, FALSE);
}

static void
fill_next (ClinchCardText  *text,
           ClinchRecord    *opportunity,
           ClinchStageType  type,
           const char      *today)
{
  const char *step = clinch_record_get_text (opportunity, CLINCH_OPPORTUNITY_NEXT_STEP);
  const char *date = clinch_record_get_text (opportunity, CLINCH_OPPORTUNITY_NEXT_DATE);
  const char *reason = clinch_record_get_text (opportunity, CLINCH_OPPORTUNITY_LOST_REASON);

  if (type == CLINCH_STAGE_WON)
    {
      text->next = CLINCH_CARD_NEXT_WON;
      text->next_text = g_strdup (C_("opportunity", "Signed"));
      date = clinch_record_get_text (opportunity, CLINCH_OPPORTUNITY_CLOSED);
    }
  else if (type == CLINCH_STAGE_LOST)
    {
      text->next = CLINCH_CARD_NEXT_LOST;
      text->next_text = g_strdup (reason != NULL ? reason : _("No reason recorded"));
      date = clinch_record_get_text (opportunity, CLINCH_OPPORTUNITY_CLOSED);
    }
  else if (step == NULL && date == NULL)
    {
      text->next = CLINCH_CARD_NEXT_MISSING;
      text->next_text = g_strdup (_("No next step"));
    }
  else
    {
      int order = date != NULL ? g_strcmp0 (date, today) : 1;

      text->next = order < 0 ? CLINCH_CARD_NEXT_OVERDUE : order == 0 ? CLINCH_CARD_NEXT_TODAY
                   : CLINCH_CARD_NEXT_PLANNED;
      text->next_text = g_strdup (step != NULL ? step : _("Follow up"));
    }
  text->next_date = clinch_date_format (date, today);
}

/* The card says what is to be done as long as it is our turn, and whom it waits for otherwise, or
 * once that takes longer than the whole stage may. */
static void
fill_wait (ClinchCardText  *text,
           ClinchRecord    *opportunity,
           ClinchStageType  type,
           const char      *today)
{
  const ClinchWait wait = clinch_waiting_read (opportunity);
  gboolean is_on = type == CLINCH_STAGE_OPEN && clinch_wait_is_on (&wait);
  gboolean is_ours = text->next == CLINCH_CARD_NEXT_TODAY || text->next == CLINCH_CARD_NEXT_OVERDUE;
  gboolean is_long = text->clock.limit_days > 0
                     && clinch_wait_days (&wait, today) > text->clock.limit_days;

  text->waiting = is_on ? clinch_wait_sentence (&wait, today) : g_strdup ("");
  if (!is_on || (is_ours && !is_long))
    return;

  text->next = CLINCH_CARD_NEXT_WAITING;
  g_free (text->next_text);
  text->next_text = clinch_wait_short (&wait, today);
  g_set_str (&text->next_date, "");
}

static char *
make_days (const ClinchStageClock *clock)
{
  if (clock->limit_days > 0)
    /* Translators: days in the stage and its time limit in days, as short as can be. */
    return g_strdup_printf (C_("days in stage", "%d/%d d"), clock->days, clock->limit_days);

  /* Translators: days in the stage, as short as can be. */
  return g_strdup_printf (C_("days in stage", "%d d"), clock->days);
}

static char *
describe_next (const ClinchCardText *text)
{
  switch (text->next)
    {
    case CLINCH_CARD_NEXT_WON:
      /* Translators: a day. */
      return *text->next_date != '\0' ? g_strdup_printf (_("signed %s"), text->next_date)
             : g_strdup (_("signed"));
    case CLINCH_CARD_NEXT_LOST:
      /* Translators: the reason. */
      return g_strdup_printf (_("lost: %s"), text->next_text);
    case CLINCH_CARD_NEXT_MISSING:
      return g_strdup (_("no next step"));
    case CLINCH_CARD_NEXT_OVERDUE:
      /* Translators: what is to be done next, and the day. */
      return g_strdup_printf (_("next step overdue: %s, %s"), text->next_text, text->next_date);
    case CLINCH_CARD_NEXT_WAITING:
      return g_strdup ("");
    case CLINCH_CARD_NEXT_PLANNED:
    case CLINCH_CARD_NEXT_TODAY:
    default:
      if (*text->next_date == '\0')
        /* Translators: what is to be done next. */
        return g_strdup_printf (_("next step: %s"), text->next_text);
      /* Translators: what is to be done next, and the day. */
      return g_strdup_printf (_("next step: %s, %s"), text->next_text, text->next_date);
    }
}

static char *
describe_clock (const ClinchStageClock *clock)
{
  g_autofree char *days = NULL;

  if (clock->limit_days == 0)
    return g_strdup_printf (ngettext ("%d day in this stage", "%d days in this stage", clock->days),
                            clock->days);

  /* Translators: days in the stage, and its time limit. */
  days =
    g_strdup_printf (ngettext ("%d of %d day in this stage", "%d of %d days in this stage",
                               clock->limit_days),
                          clock->days, clock->limit_days);
  switch (clock->health)
    {
    case CLINCH_STAGE_HEALTH_AMBER:
      /* Translators: "12 of 14 days in this stage". */
      return g_strdup_printf (_("%s, close to the limit"), days);
    case CLINCH_STAGE_HEALTH_RED:
      /* Translators: "15 of 14 days in this stage". */
      return g_strdup_printf (_("%s, over the limit"), days);
    case CLINCH_STAGE_HEALTH_NONE:
    case CLINCH_STAGE_HEALTH_OK:
    default:
      return g_steal_pointer (&days);
    }
}

static const char *
describe_chain (ClinchChainAlert alert)
{
  switch (alert)
    {
    case CLINCH_CHAIN_ALERT_EMPTY:
      return _("nobody is known at the customer");
    case CLINCH_CHAIN_ALERT_NO_DECISION_MAKER:
      return _("who decides is unknown");
    case CLINCH_CHAIN_ALERT_NONE:
    default:
      return "";
    }
}

static void
add_fact (GString    *sentence,
          const char *fact)
{
  if (*fact == '\0')
    return;
  if (sentence->len > 0)
    g_string_append (sentence, C_("between the facts of a sentence", ", "));
  g_string_append (sentence, fact);
}

static char *
make_label (const ClinchCardText *text)
{
  GString *sentence = g_string_new (NULL);
  g_autofree char *next = describe_next (text);

  add_fact (sentence, text->name);
  add_fact (sentence, text->customer);
  if (*text->grade != '\0')
    {
      /* Translators: grade of a customer. */
      g_autofree char *grade = g_strdup_printf (_("grade %s"), text->grade);

      add_fact (sentence, grade);
    }
  add_fact (sentence, text->amount);
  if (*text->owner != '\0')
    {
      /* Translators: name of a member. */
      g_autofree char *owner = g_strdup_printf (_("owner %s"), text->owner);

      add_fact (sentence, owner);
    }
  add_fact (sentence, next);
  add_fact (sentence, text->waiting);
  if (*text->days != '\0')
    {
      g_autofree char *clock = describe_clock (&text->clock);

      add_fact (sentence, clock);
    }
  add_fact (sentence, describe_chain (text->chain));

  return g_string_free (sentence, FALSE);
}

ClinchCardText *
clinch_card_text_new (ClinchRecord     *opportunity,
                      ClinchRecord     *stage,
                      ClinchChainPhase  phase,
                      gint64            now,
                      const char       *today)
{
  ClinchCardText *text = g_new0 (ClinchCardText, 1);
  ClinchStageType type = clinch_stage_get_type_code (stage);
  const char *grade = clinch_record_get_customer_grade (opportunity);

  text->name = g_strdup (clinch_record_get_name (opportunity));
  text->customer =
    g_strdup (clinch_record_get_reference_name (opportunity, CLINCH_OPPORTUNITY_CUSTOMER));
  text->grade = g_strdup (grade != NULL ? grade : "");
  text->amount = clinch_record_get_money (opportunity, CLINCH_OPPORTUNITY_AMOUNT, FALSE);
  text->owner = g_strdup (clinch_record_get_reference_name (opportunity, CLINCH_OPPORTUNITY_OWNER));
  text->initials = make_initials (text->owner);
  text->owner_hue = g_str_hash (text->owner) % CLINCH_CARD_N_HUES;
  fill_next (text, opportunity, type, today);
  text->clock =
    clinch_stage_clock_read (clinch_record_get_int (opportunity, CLINCH_OPPORTUNITY_STAGE_ENTERED),
                             now, type,
                                         stage != NULL
                                         ? (int) clinch_record_get_int (stage, CLINCH_STAGE_LIMIT)
                                         : 0);
  fill_wait (text, opportunity, type, today);
  text->days = type == CLINCH_STAGE_OPEN ? make_days (&text->clock) : g_strdup ("");
  text->chain = clinch_chain_alert_read (opportunity, stage, phase);
  text->label = make_label (text);

  return text;
}

static void
add_line (GString    *lines,
          const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

static void
add_field (GString      *lines,
           ClinchRecord *record,
           int           field,
           const char   *value)
{
  g_autofree char *line = NULL;

  if (value == NULL || *value == '\0')
    return;

  /* Translators: a field and its value. */
  line = g_strdup_printf (_("%s: %s"),
                          clinch_field_label (clinch_kind_field (clinch_record_get_kind (record),
                                                                 field)), value);
  add_line (lines, line);
}

char *
clinch_card_text_tooltip (const ClinchCardText *text,
                          ClinchRecord         *opportunity)
{
  GString *lines = g_string_new (text->name);
  g_autofree char *amount = clinch_record_get_money (opportunity, CLINCH_OPPORTUNITY_AMOUNT, TRUE);
  g_autofree char *expected = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *chain = clinch_chain_alert_title (text->chain);

  expected =
    clinch_date_format_full (clinch_record_get_text (opportunity, CLINCH_OPPORTUNITY_EXPECTED));
  add_line (lines, text->customer);
  add_field (lines, opportunity, CLINCH_OPPORTUNITY_AMOUNT, amount);
  add_field (lines, opportunity, CLINCH_OPPORTUNITY_OWNER, text->owner);
  add_field (lines, opportunity, CLINCH_OPPORTUNITY_EXPECTED, expected);
  add_field (lines, opportunity, CLINCH_OPPORTUNITY_NEXT_STEP,
             clinch_record_get_text (opportunity, CLINCH_OPPORTUNITY_NEXT_STEP));
  add_line (lines, text->waiting);
  if (*text->days != '\0')
    {
      clock = describe_clock (&text->clock);
      add_line (lines, clock);
    }
  add_line (lines, chain);

  return g_string_free (lines, FALSE);
}
