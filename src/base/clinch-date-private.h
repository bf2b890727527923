// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-date.h"

G_BEGIN_DECLS

/* What clinch-date.c and clinch-date-parse.c share. */

/* 1970-01-01, where instants begin, as a Julian day number of GDate. */
#define CLINCH_DATE_UNIX_DAY 719163

/**
 * clinch_date_parts_are_valid:
 * @year: a year
 * @month: a month
 * @day: a day
 *
 * Returns: %TRUE if that day exists in the years 1 to 9999
 */
gboolean clinch_date_parts_are_valid (int         year,
                                      int         month,
                                      int         day);

/**
 * clinch_date_read:
 * @date: (nullable): text
 * @year: (out): its year
 * @month: (out): its month
 * @day: (out): its day
 *
 * Returns: %TRUE if @date is valid
 */
gboolean clinch_date_read            (const char *date,
                                      int        *year,
                                      int        *month,
                                      int        *day);

/**
 * clinch_date_write:
 * @year: a year, 1 to 9999
 * @month: a month
 * @day: a day
 * @date: (out caller-allocates): the ISO text
 */
void     clinch_date_write           (int         year,
                                      int         month,
                                      int         day,
                                      char        date[CLINCH_DATE_SIZE]);

/**
 * clinch_date_month_name:
 * @month: 1 to 12
 *
 * Returns: (transfer none): its short name in the language of the program
 */
const char *clinch_date_month_name   (int         month);

/**
 * clinch_date_to_instant_at:
 * @date: a valid date
 * @second: second of the day
 * @zone: the zone whose calendar counts
 *
 * Returns: Unix seconds
 */
gint64   clinch_date_to_instant_at   (const char *date,
                                      int         second,
                                      GTimeZone  *zone);

G_END_DECLS
