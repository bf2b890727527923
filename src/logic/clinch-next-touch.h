// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-cadence.h"
#include "clinch-date.h"
#include "clinch-engagement.h"

G_BEGIN_DECLS

/**
 * ClinchNextTouch:
 * @every_days: the days after which a person is used to hear from us; 0 if nothing says so
 * @own: whether that is the person's own rhythm, and not what their customer's grade asks for
 * @cadence: how that is kept
 * @last_on: ISO date of the last contact, "" if there was none
 * @due_on: ISO date until which to be in touch again, "" if nothing says so
 *
 * When to be in touch with a person next.
 */
typedef struct
{
  int           every_days;
  gboolean      own;
  ClinchCadence cadence;
  char          last_on[CLINCH_DATE_SIZE];
  char          due_on[CLINCH_DATE_SIZE];
} ClinchNextTouch;

/**
 * clinch_next_touch:
 * @rhythm: the person's rhythm, read without a cadence
 * @last_at: the last contact where the rhythm knows none, Unix seconds; 0 for none
 * @cadence_days: what the grade of their customer asks for, 0 or less for nothing
 * @zone: whose days are meant
 * @now: the current instant, Unix seconds
 *
 * The next contact is due as many days after the last as the person is used to: the median of their
 * own gaps where there are enough of them, else what the grade asks for. A rhythm is over when the
 * silence is longer than four of its gaps, and than 20 days, twice what is cold: whoever was
 * met each week and then not for a year is not used to a week any more, and is no more pressing
 * than others of the grade. Somebody for whom the grade asks and who was never met is due today.
 * That a silence is measured by the own gaps is from R133 of the requirements and the cold silence
 * of clinch_rhythm_rule; where a rhythm ends is our own default.
 *
 * Returns: the reading
 */
ClinchNextTouch clinch_next_touch         (const ClinchRhythm    *rhythm,
                                           gint64                 last_at,
                                           int                    cadence_days,
                                           GTimeZone             *zone,
                                           gint64                 now);

/**
 * clinch_next_touch_is_due:
 * @touch: a reading
 *
 * Returns: %TRUE if the day has come or has passed
 */
gboolean        clinch_next_touch_is_due  (const ClinchNextTouch *touch);

G_END_DECLS
