// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-quick-date.h"

G_BEGIN_DECLS

/* What the scanners for Chinese, English and numbers share. Each takes a position and returns the
 * position behind what it found, or 0: nothing that is found ends at 0. */

typedef struct
{
  const ClinchQuickText *text;
  guint                  end;
  guint32                today;
  int                    year;
  int                    month;
  int                    day;
  int                    weekday;
} ClinchDateScan;

/**
 * clinch_date_scan_is_at:
 * @scan: the scan
 * @at: where to look
 * @characters: characters
 *
 * Returns: %TRUE if one of @characters stands there
 */
gboolean clinch_date_scan_is_at        (const ClinchDateScan *scan,
                                        guint                 at,
                                        const char           *characters);

/**
 * clinch_date_scan_is_digit:
 * @scan: the scan
 * @at: where to look
 *
 * Returns: %TRUE if an ASCII digit stands there
 */
gboolean clinch_date_scan_is_digit     (const ClinchDateScan *scan,
                                        guint                 at);

/**
 * clinch_date_scan_set:
 * @date: where to
 * @day: the one day that is meant (Julian)
 * @confidence: 0 to 100
 *
 * Returns: %TRUE if @day is in a range that makes sense
 */
gboolean clinch_date_scan_set          (ClinchQuickDate      *date,
                                        guint32               day,
                                        int                   confidence);

/**
 * clinch_date_scan_ymd:
 * @year: a year
 * @month: a month
 * @day: a day
 *
 * Returns: the day (Julian), or 0 if there is no such day between 1970 and 2199
 */
guint32  clinch_date_scan_ymd          (int                   year,
                                        int                   month,
                                        int                   day);

/**
 * clinch_date_scan_month_end:
 * @year: a year
 * @month: a month, which may be out of range by up to some years
 *
 * Returns: the last day (Julian) of that month
 */
guint32  clinch_date_scan_month_end    (int                   year,
                                        int                   month);

/**
 * clinch_date_scan_add_months:
 * @day: a day (Julian)
 * @months: how many, may be negative
 *
 * Returns: the same day of the other month, or its last
 */
guint32  clinch_date_scan_add_months   (guint32               day,
                                        int                   months);

/**
 * clinch_date_scan_add_workdays:
 * @day: a day (Julian)
 * @days: how many days from Monday to Friday
 *
 * Returns: the day (Julian)
 */
guint32  clinch_date_scan_add_workdays (guint32               day,
                                        int                   days);

/**
 * clinch_date_scan_set_weekday:
 * @scan: the scan
 * @date: where to
 * @weekday: 1 for Monday to 7 for Sunday
 *
 * A weekday without a week.
 */
void     clinch_date_scan_set_weekday  (const ClinchDateScan *scan,
                                        ClinchQuickDate      *date,
                                        int                   weekday);

/**
 * clinch_date_scan_set_month_day:
 * @scan: the scan
 * @date: where to
 * @month: a month, or 0 for a day of whichever month
 * @day: a day of the month
 *
 * A day without a year.
 *
 * Returns: %TRUE if there is such a day
 */
gboolean clinch_date_scan_set_month_day (const ClinchDateScan *scan,
                                         ClinchQuickDate      *date,
                                         int                   month,
                                         int                   day);

/**
 * clinch_date_scan_number:
 * @scan: the scan
 * @at: where to look
 * @value: (out): the number
 *
 * Reads digits (at most four) or a Chinese number up to 99.
 *
 * Returns: the position behind it, or 0
 */
guint    clinch_date_scan_number       (const ClinchDateScan *scan,
                                        guint                 at,
                                        int                  *value);

/**
 * clinch_date_scan_numeric:
 * @scan: the scan
 * @at: where to look
 * @date: where to
 *
 * Dates that begin with a number: 2026-11-20, 11/20, 11月20日, 20号, 11月底.
 *
 * Returns: the position behind it, or 0
 */
guint    clinch_date_scan_numeric      (const ClinchDateScan *scan,
                                        guint                 at,
                                        ClinchQuickDate      *date);

/**
 * clinch_date_scan_month_part:
 * @scan: the scan
 * @at: the position behind the word for a month
 * @year: its year
 * @month: its number; may be out of range by some years
 * @day: (out): the day (Julian) that the part stands for
 *
 * The parts of a month: 初, 中旬, 底.
 *
 * Returns: the position behind it, or 0
 */
guint    clinch_date_scan_month_part   (const ClinchDateScan *scan,
                                        guint                 at,
                                        int                   year,
                                        int                   month,
                                        guint32              *day);

/**
 * clinch_date_scan_chinese:
 * @scan: the scan
 * @at: where to look
 * @date: where to
 *
 * Returns: the position behind a date in Chinese words, or 0
 */
guint    clinch_date_scan_chinese      (const ClinchDateScan *scan,
                                        guint                 at,
                                        ClinchQuickDate      *date);

/**
 * clinch_date_scan_english:
 * @scan: the scan
 * @at: where to look
 * @date: where to
 *
 * Returns: the position behind a date in English words, or 0
 */
guint    clinch_date_scan_english      (const ClinchDateScan *scan,
                                        guint                 at,
                                        ClinchQuickDate      *date);

/**
 * clinch_date_scan_time:
 * @scan: the scan
 * @at: where to look
 * @after_date: whether a date stands before, so that less is needed to be sure
 * @minutes: (out): minutes since midnight, or -1 for a part of the day such as 下午
 *
 * Returns: the position behind a time of day, or 0
 */
guint    clinch_date_scan_time         (const ClinchDateScan *scan,
                                        guint                 at,
                                        gboolean              after_date,
                                        int                  *minutes);

G_END_DECLS
