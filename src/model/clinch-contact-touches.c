// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-contact-touches.h"

#include "clinch-clock.h"

#include <glib/gi18n-lib.h>

#define DAY (24 * 60 * 60)

ClinchNextTouch
clinch_contact_touch_read (const ClinchChainPerson *person,
                           const ClinchRhythm      *rhythm,
                           int                      cadence_days,
                           gint64                   now)
{
  gint64 old = now - (gint64) CLINCH_CHAIN_EVENT_DAYS * DAY;
  /* Within the window it would be in the rhythm: it is a note, or still to come. */
  gint64 last_at = person->last_contact < old ? person->last_contact : 0;

  /* Nobody can be in touch with somebody whom nobody knows yet. */
  return clinch_next_touch (rhythm, last_at, person->known ? cadence_days : 0,
                            clinch_clock_timezone (), now);
}

gboolean
clinch_contact_touch_cadence (ClinchDb  *db,
                              gint64     customer_id,
                              int       *days,
                              GError   **error)
{
  gint64 value;

  if (!clinch_db_query_int (db, &value, NULL, error,
                            "SELECT r.cadence_days FROM customer AS c JOIN grade_rule AS r"
                            " ON r.grade = c.grade AND r.deleted_at IS NULL"
                            " WHERE c.id = ? ORDER BY r.id LIMIT 1", "i", customer_id))
    return FALSE;
  *days = (int) CLAMP (value, 0, G_MAXINT);

  return TRUE;
}

GHashTable *
clinch_contact_touches_load (ClinchDb  *db,
                             gint64     customer_id,
                             gint64     now,
                             GError   **error)
{
  g_autoptr(ClinchChainPeople) people = clinch_chain_people_load (db, customer_id, 0, now, error);
  g_autoptr(GHashTable) touches = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                         g_free);
  int cadence_days;

  if (people == NULL || !clinch_contact_touch_cadence (db, customer_id, &cadence_days, error))
    return NULL;

  for (guint i = 0; i < people->people->len; i++)
    {
      const ClinchChainPerson *person = &g_array_index (people->people, ClinchChainPerson, i);
      const ClinchNextTouch touch =
        clinch_contact_touch_read (person, &g_array_index (people->rhythms, ClinchRhythm, i),
                                   cadence_days, now);

      g_hash_table_insert (touches, g_memdup2 (&person->id, sizeof person->id),
                           g_memdup2 (&touch, sizeof touch));
    }

  return g_steal_pointer (&touches);
}

static char *
last_text (const ClinchNextTouch *touch)
{
  int days = touch->cadence.days_since;

  if (days < 0)
    return g_strdup (_("Not in touch yet"));
  if (days == 0)
    return g_strdup (_("In touch today"));

  return g_strdup_printf (ngettext ("Last in touch %d day ago", "Last in touch %d days ago", days),
                          days);
}

static char *
rhythm_text (const ClinchNextTouch *touch)
{
  int days = touch->every_days;

  if (touch->own)
    return g_strdup_printf (ngettext ("usually every %d day", "usually every %d days", days), days);

  return g_strdup_printf (ngettext ("the grade asks for every %d day",
                                    "the grade asks for every %d days", days), days);
}

static char *
next_text (const ClinchNextTouch *touch,
           const char            *today)
{
  g_autofree char *day = clinch_date_format (touch->due_on, today);

  if (touch->cadence.state == CLINCH_CADENCE_LATE)
    /* Translators: a day on which to be in touch that has passed. */
    return g_strdup_printf (C_("contact", "overdue since %s"), day);
  if (touch->cadence.state == CLINCH_CADENCE_NEVER)
    return g_strdup (C_("contact", "time for a first contact"));

  /* Translators: a day until which to be in touch again. */
  return g_strdup_printf (C_("contact", "next by %s"), day);
}

char *
clinch_contact_touch_text (const ClinchNextTouch *touch,
                           const char            *today)
{
  g_autofree char *last = last_text (touch);
  g_autofree char *rhythm = NULL;
  g_autofree char *next = NULL;

  if (touch->cadence.state == CLINCH_CADENCE_NONE)
    return g_steal_pointer (&last);

  rhythm = rhythm_text (touch);
  next = next_text (touch, today);
  /* Translators: Last in touch 26 days ago; usually every 20 days; overdue since Nov 17. */
  return g_strdup_printf (C_("contact", "%1$s; %2$s; %3$s"), last, rhythm, next);
}

char *
clinch_contact_touch_due_text (const ClinchNextTouch *touch,
                               const char            *today)
{
  g_autofree char *day = clinch_date_format (touch->due_on, today);

  switch (touch->cadence.state)
    {
    case CLINCH_CADENCE_KEPT:
      /* Translators: a day until which to be in touch with somebody. */
      return g_strdup_printf (C_("contact", "Due %s"), day);
    case CLINCH_CADENCE_LATE:
      /* Translators: a day on which to be in touch that has passed. */
      return g_strdup_printf (C_("contact", "Overdue since %s"), day);
    case CLINCH_CADENCE_NEVER:
      return last_text (touch);
    case CLINCH_CADENCE_NONE:
    default:
      return NULL;
    }
}
