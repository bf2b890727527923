// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-date.h"
#include "clinch-quick-text.h"

G_BEGIN_DECLS

/**
 * ClinchQuickDate:
 * @start: first character
 * @end: past the last
 * @has_day: %FALSE for a time of day alone
 * @neutral: the day (Julian) that is meant if nothing else is known
 * @past: the day that is meant by somebody who tells what happened
 * @future: the day that is meant by somebody who tells what is to be done
 * @deadline: it says "before" or "within": something still to be done
 * @minutes: time of day in minutes since midnight, or -1
 * @confidence: 0 to 100
 *
 * A date that was found. "Wednesday", "20号" and "11月20日" leave open whether the last or the next
 * one is meant; for every other date the three days are the same.
 */
typedef struct
{
  guint    start;
  guint    end;
  guint32  neutral;
  guint32  past;
  guint32  future;
  int      minutes;
  int      confidence;
  gboolean has_day;
  gboolean deadline;
} ClinchQuickDate;

/**
 * clinch_quick_date_scan:
 * @text: a text
 * @at: where to look
 * @end: where to stop
 * @today: the current day (Julian)
 * @date: (out caller-allocates): what is there
 *
 * Looks for a date or time, in Chinese or English, that begins at @at. 下周三 is the Wednesday of the
 * next week that begins on Monday, 周三 that of this week, 上周三 that of the last one, and so is "next
 * Wednesday"; "last Wednesday" is the one before today.
 *
 * Returns: %TRUE if there is one
 */
gboolean clinch_quick_date_scan (const ClinchQuickText *text,
                                 guint                  at,
                                 guint                  end,
                                 guint32                today,
                                 ClinchQuickDate       *date);

/**
 * clinch_quick_date_read:
 * @text: what was typed where a date is asked for
 * @today: the current day, ISO
 * @is_past: whether a day that has been is meant where words leave it open ("Wednesday"), else one
 *   to come
 * @result: (out caller-allocates): the ISO text
 *
 * Returns: %TRUE if all of @text is one day: 下周三, "in 2 weeks", 月底
 */
gboolean clinch_quick_date_read (const char            *text,
                                 const char            *today,
                                 gboolean               is_past,
                                 char                   result[CLINCH_DATE_SIZE]);

G_END_DECLS
