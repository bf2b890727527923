// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date is ISO text, "2026-11-23": it sorts and compares as text, and is what the store holds.
 * Days are also counted as Julian day numbers of GDate where arithmetic is wanted. */
#define CLINCH_DATE_SIZE 11

typedef enum
{
  CLINCH_DATE_ORDER_UNKNOWN,
  CLINCH_DATE_ORDER_YMD,
  CLINCH_DATE_ORDER_MDY,
  CLINCH_DATE_ORDER_DMY,
} ClinchDateOrder;

/**
 * clinch_date_is_valid:
 * @date: (nullable): text
 *
 * Returns: %TRUE if @date is exactly one existing day in the form YYYY-MM-DD
 */
gboolean        clinch_date_is_valid     (const char      *date);

/**
 * clinch_date_to_days:
 * @date: a valid date
 *
 * Returns: its Julian day number (GDate), or 0 if @date is not valid
 */
guint32         clinch_date_to_days      (const char      *date);

/**
 * clinch_date_from_days:
 * @days: a Julian day number
 * @date: (out caller-allocates): the ISO text
 */
void            clinch_date_from_days    (guint32          days,
                                          char             date[CLINCH_DATE_SIZE]);

/**
 * clinch_date_add_days:
 * @date: a valid date
 * @days: days to add, may be negative
 * @result: (out caller-allocates): the ISO text; may be @date itself. Stays within 0001-01-01 to
 *   9999-12-31; "" if @date is not valid
 */
void            clinch_date_add_days     (const char      *date,
                                          int              days,
                                          char             result[CLINCH_DATE_SIZE]);

/**
 * clinch_date_days_between:
 * @from: a valid date
 * @to: a valid date
 *
 * Returns: days from @from to @to, negative if @to is earlier
 */
int             clinch_date_days_between (const char      *from,
                                          const char      *to);

/**
 * clinch_date_weekday:
 * @date: a valid date
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int             clinch_date_weekday      (const char      *date);

/**
 * clinch_date_weekday_name:
 * @date: a valid date
 *
 * Returns: (transfer none): the short name of its weekday, "Mon", 周一
 */
const char     *clinch_date_weekday_name (const char      *date);

/**
 * clinch_date_from_instant:
 * @instant: Unix seconds
 * @zone: the zone whose calendar counts
 * @date: (out caller-allocates): the day at that instant
 */
void            clinch_date_from_instant (gint64           instant,
                                          GTimeZone       *zone,
                                          char             date[CLINCH_DATE_SIZE]);

/**
 * clinch_date_to_instant:
 * @date: a valid date
 * @hour: hour of the day, 0 to 23
 * @zone: the zone whose calendar counts
 *
 * Returns: Unix seconds
 */
gint64          clinch_date_to_instant   (const char      *date,
                                          int              hour,
                                          GTimeZone       *zone);

/**
 * clinch_date_parse:
 * @text: what a person or another program wrote: 2026-11-23, 2026/1/5, 2026.1.5, 20261123,
 *   3/1/2017, 1.3.2017, 2026年11月23日, 11月23日 (the year of @today), also with a time behind it,
 *   which is dropped. A year of two digits lies in 1970 to 2069
 * @order: how a date of three numbers without a four-digit year in front is ordered;
 *   %CLINCH_DATE_ORDER_UNKNOWN takes only dates that can be read in one way
 * @today: (nullable): the day that fills in a missing year
 * @date: (out caller-allocates): the ISO text
 *
 * Returns: %TRUE if @text is one existing day
 */
gboolean        clinch_date_parse        (const char      *text,
                                          ClinchDateOrder  order,
                                          const char      *today,
                                          char             date[CLINCH_DATE_SIZE]);

/**
 * clinch_date_possible_orders:
 * @text: a date as clinch_date_parse() takes it
 *
 * Which orders @text allows, as a set of bits 1 << order; all the values of a column, intersected,
 * prove the column's order. A date with its four-digit year in front, or in Chinese, allows only
 * %CLINCH_DATE_ORDER_YMD, but clinch_date_parse() takes it in every order. 0 if it is no date in
 * any order.
 *
 * Returns: a set of bits
 */
guint           clinch_date_possible_orders (const char   *text);

/**
 * clinch_date_format:
 * @date: (nullable): a valid date
 * @today: the current day
 *
 * For people, in the language of the program: "Today", "Tomorrow", "Yesterday", "Nov 23" in the
 * same year, else "Nov 23, 2027"; 今天, 11月23日, 2027年11月23日.
 *
 * Returns: (transfer full): the text; "" for a missing date
 */
char           *clinch_date_format       (const char      *date,
                                          const char      *today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_date_format_full:
 * @date: (nullable): a valid date
 *
 * Returns: (transfer full): the date with year and weekday, "Mon, Nov 23, 2026", 2026年11月23日 周一
 */
char           *clinch_date_format_full  (const char      *date) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_instant_format:
 * @instant: Unix seconds
 * @now: the current instant
 * @zone: the zone of the reader
 *
 * Returns: (transfer full): day as clinch_date_format() and the time, "Today 14:05"
 */
char           *clinch_instant_format    (gint64           instant,
                                          gint64           now,
                                          GTimeZone       *zone) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_instant_to_iso:
 * @instant: Unix seconds
 *
 * Returns: (transfer full): ISO 8601 in UTC, "2026-11-23T01:00:00Z"
 */
char           *clinch_instant_to_iso    (gint64           instant) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_instant_parse:
 * @text: an ISO 8601 instant with or without an offset, or a date in any form that
 *   clinch_date_parse() takes, with or without a time
 * @order: as for clinch_date_parse()
 * @today: (nullable): the day that fills in a missing year
 * @zone: the zone where @text names none
 * @instant: (out): Unix seconds; a date alone means 12:00 in @zone
 *
 * Returns: %TRUE if @text is an instant
 */
gboolean        clinch_instant_parse     (const char      *text,
                                          ClinchDateOrder  order,
                                          const char      *today,
                                          GTimeZone       *zone,
                                          gint64          *instant);

G_END_DECLS
