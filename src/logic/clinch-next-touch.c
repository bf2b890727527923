// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-next-touch.h"

/* A rhythm is over after a silence of so many of its gaps, but never before so many days: twice the
 * silence that is cold by clinch_rhythm_rule. */
#define MOST_GAPS 4
#define LEAST_DAYS 20

static gboolean
is_kept_up (const ClinchRhythm *rhythm)
{
  return rhythm->own && rhythm->silence_days <= MAX (MOST_GAPS * rhythm->gap_days, LEAST_DAYS);
}

ClinchNextTouch
clinch_next_touch (const ClinchRhythm *rhythm,
                   gint64              last_at,
                   int                 cadence_days,
                   GTimeZone          *zone,
                   gint64              now)
{
  ClinchNextTouch touch = { .own = is_kept_up (rhythm) };
  char today[CLINCH_DATE_SIZE];

  clinch_date_from_instant (now, zone, today);
  touch.every_days = touch.own ? rhythm->gap_days : MAX (cadence_days, 0);
  if (rhythm->last_at != 0)
    last_at = rhythm->last_at;
  if (last_at != 0)
    clinch_date_from_instant (MIN (last_at, now), zone, touch.last_on);

  touch.cadence = clinch_cadence (touch.every_days, last_at != 0 ? touch.last_on : NULL, today);
  if (touch.cadence.state == CLINCH_CADENCE_NEVER)
    g_strlcpy (touch.due_on, today, sizeof touch.due_on);
  else if (touch.cadence.state != CLINCH_CADENCE_NONE)
    clinch_date_add_days (touch.last_on, touch.every_days, touch.due_on);

  return touch;
}

gboolean
clinch_next_touch_is_due (const ClinchNextTouch *touch)
{
  switch (touch->cadence.state)
    {
    case CLINCH_CADENCE_NEVER:
    case CLINCH_CADENCE_LATE:
      return TRUE;
    case CLINCH_CADENCE_KEPT:
      return touch->cadence.days_left == 0;
    case CLINCH_CADENCE_NONE:
    default:
      return FALSE;
    }
}
