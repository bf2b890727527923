// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-pace.h"

#include "clinch-date.h"
#include "clinch-ratio.h"

#define WORKDAYS_OF_WEEK 5

int
clinch_workdays (const char *from,
                 const char *to)
{
  int days = clinch_date_days_between (from, to) + 1;
  int workdays;
  int weekday;

  if (days <= 0)
    return 0;

  workdays = days / 7 * WORKDAYS_OF_WEEK;
  weekday = clinch_date_weekday (from);
  for (int i = 0; i < days % 7; i++)
    if ((weekday - 1 + i) % 7 < WORKDAYS_OF_WEEK)
      workdays++;

  return workdays;
}

static ClinchPaceState
find_state (const ClinchPace *self,
            gboolean          is_over,
            gint64            target,
            gint64            won)
{
  if (target <= 0)
    return CLINCH_PACE_NO_TARGET;
  if (won >= target)
    return CLINCH_PACE_REACHED;
  if (is_over)
    return CLINCH_PACE_MISSED;

  return won >= self->due ? CLINCH_PACE_ON_PACE : CLINCH_PACE_BEHIND;
}

static gint64
find_per_day (const ClinchPace *self)
{
  int left = self->days - self->elapsed;

  if (self->gap == 0)
    return 0;
  if (left <= 0)
    return CLINCH_PACE_UNKNOWN;

  return self->gap / left + (self->gap % left > 0 ? 1 : 0);
}

void
clinch_pace_read (ClinchPace *self,
                  const char *first,
                  const char *last,
                  const char *today,
                  gint64      target,
                  gint64      won)
{
  gboolean is_over = clinch_date_days_between (last, today) > 0;
  char yesterday[CLINCH_DATE_SIZE];

  clinch_date_add_days (today, -1, yesterday);
  self->days = clinch_workdays (first, last);
  self->elapsed = clinch_workdays (first, is_over ? last : yesterday);
  self->due_percent = clinch_exact_percent (self->elapsed, self->days);
  self->due = target > 0 ? clinch_scale_rounded (target, self->elapsed, self->days)
              : CLINCH_PACE_UNKNOWN;
  self->percent = target > 0 ? (int) CLAMP (clinch_scale_rounded (won, 100, target), 0, G_MAXINT)
                  : -1;
  self->gap = target > 0 ? MAX (target - MAX (won, 0), 0) : 0;
  self->projection = self->elapsed > 0 ? clinch_scale_rounded (won, self->days, self->elapsed)
                     : CLINCH_PACE_UNKNOWN;
  self->per_day = find_per_day (self);
  self->state = find_state (self, is_over, target, won);
}

int
clinch_gap_share (gint64 amount,
                  gint64 gap)
{
  if (gap <= 0)
    return -1;

  return (int) CLAMP (clinch_scale_rounded (amount, 100, gap), 0, G_MAXINT);
}
