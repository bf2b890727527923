// SPDX-License-Identifier: GPL-3.0-or-later
//
// When things happen in the sample: on working days, in working hours, never after now.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-sample-private.h"

#define MINUTE 60
#define MORNING (9 * 60)
#define EVENING (18 * 60)
#define WORK_DAYS 5
/* Where nobody worked yet today, the minutes after hours of the day before. */
#define LATE_MINUTES 45

void
clinch_sample_read_clock (ClinchSample *self)
{
  GTimeZone *zone = clinch_clock_timezone ();
  char date[CLINCH_DATE_SIZE];

  clinch_date_from_instant (self->now, zone, date);
  self->today = clinch_date_to_days (date);
  for (int i = 0; i <= CLINCH_SAMPLE_DAYS; i++)
    {
      clinch_date_from_days (self->today - i, date);
      self->midnight[i] = clinch_date_to_instant (date, 0, zone);
    }
}

static int
days_back (ClinchSample *self,
           gint64        instant)
{
  /* Days are 24 hours long but for two a year, so the guess is off by one at the most. */
  gint64 guess = (self->midnight[0] + CLINCH_SAMPLE_DAY - 1 - instant) / CLINCH_SAMPLE_DAY;
  int back = CLAMP (guess, 0, CLINCH_SAMPLE_DAYS);

  while (back < CLINCH_SAMPLE_DAYS && instant < self->midnight[back])
    back++;
  while (back > 0 && instant >= self->midnight[back - 1])
    back--;

  return back;
}

static int
weekday_of (guint32 day)
{
  return (day - 1) % 7 + 1;
}

guint32
clinch_sample_work_day (guint32 day,
                        int     direction)
{
  while (weekday_of (day) > 5)
    day += direction;

  return day;
}

guint32
clinch_sample_day_of (ClinchSample *self,
                      gint64        instant)
{
  return self->today - days_back (self, instant);
}

/* @passed seconds of @length, pressed into the minutes from @from to @to. */
static gint64
press (gint64 passed,
       gint64 length,
       int    from,
       int    to)
{
  gint64 minutes = from + CLAMP (passed, 0, length - 1) * (to - from) / length;

  return minutes * MINUTE;
}

/* On the Monday that is today the week has hardly begun: what was done lies between the morning and
 * now. */
static gint64
press_into_today (ClinchSample *self,
                  gint64        passed)
{
  gint64 length = MAX (self->now - self->midnight[0], 1);
  int minutes_now = length / MINUTE;
  int back;

  if (minutes_now > MORNING)
    return self->midnight[0] + press (passed, length, MORNING, MIN (minutes_now, EVENING));

  back = self->today - clinch_sample_work_day (self->today - 1, -1);
  return self->midnight[back] + press (passed, length, EVENING, EVENING + LATE_MINUTES);
}

/* A week of seven days is pressed into its five working days, so that no hour gets more than its
 * share. */
gint64
clinch_sample_work_time (ClinchSample *self,
                         gint64        instant)
{
  gint64 at = MIN (instant, self->now);
  int back = days_back (self, at);
  int weekday = weekday_of (self->today - back);
  int monday = MIN (back + weekday - 1, CLINCH_SAMPLE_DAYS);
  gint64 passed = at - self->midnight[monday];
  gint64 work_day = 7 * CLINCH_SAMPLE_DAY / WORK_DAYS;
  int day = CLAMP (passed / work_day, 0, WORK_DAYS - 1);

  if (monday == 0)
    return press_into_today (self, passed);

  return self->midnight[monday - day] + press (passed - day * work_day, work_day, MORNING, EVENING);
}

void
clinch_sample_set_day (ClinchRow *row,
                       int        field,
                       guint32    day)
{
  char date[CLINCH_DATE_SIZE];

  if (day == 0)
    return;
  clinch_date_from_days (day, date);
  clinch_sample_set_text (row, field, date);
}
