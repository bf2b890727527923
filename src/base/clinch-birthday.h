// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-date.h"

G_BEGIN_DECLS

/* A birthday is ISO text: "1980-03-05", or "--03-05" as in vCard 4 where nobody knows the year. */
#define CLINCH_BIRTHDAY_SIZE CLINCH_DATE_SIZE

/**
 * clinch_birthday_is_valid:
 * @text: (nullable): text
 *
 * Returns: %TRUE if @text is a birthday from 1900 on, or one without a year; every fourth year has
 *   a "--02-29"
 */
gboolean clinch_birthday_is_valid  (const char      *text);

/**
 * clinch_birthday_parse:
 * @text: what a person or another program wrote: a date as clinch_date_parse() takes it, also
 *   without its year: --03-05, --0305, 03-05, 3月5日
 * @order: as for clinch_date_parse()
 * @today: the current day; nobody is born after it
 * @birthday: (out caller-allocates): the ISO text
 *
 * Returns: %TRUE if @text is a birthday
 */
gboolean clinch_birthday_parse     (const char      *text,
                                    ClinchDateOrder  order,
                                    const char      *today,
                                    char             birthday[CLINCH_BIRTHDAY_SIZE]);

/* Days on which words are read that may lack the year: they are far enough apart that "tomorrow"
 * or "Friday" do not mean the same day of a year. */
#define CLINCH_BIRTHDAY_ONE_DAY "2000-01-01"
#define CLINCH_BIRTHDAY_OTHER_DAY "2004-02-01"

/**
 * clinch_birthday_from_readings:
 * @one: a date that was read on %CLINCH_BIRTHDAY_ONE_DAY
 * @other: the same date, read on %CLINCH_BIRTHDAY_OTHER_DAY
 * @today: the current day; nobody is born after it
 * @birthday: (out caller-allocates): the ISO text, without a year where the readings differ in it
 *
 * Returns: %TRUE if they are a birthday
 */
gboolean clinch_birthday_from_readings (const char *one,
                                        const char *other,
                                        const char *today,
                                        char        birthday[CLINCH_BIRTHDAY_SIZE]);

/**
 * clinch_birthday_has_year:
 * @birthday: a valid birthday
 *
 * Returns: whether the year is known
 */
gboolean clinch_birthday_has_year  (const char      *birthday);

/**
 * clinch_birthday_next:
 * @birthday: a valid birthday
 * @today: the current day
 * @date: (out caller-allocates): the next time it is, which may be @today; in years without a
 *   February 29 the day before March
 */
void     clinch_birthday_next      (const char      *birthday,
                                    const char      *today,
                                    char             date[CLINCH_DATE_SIZE]);

/**
 * clinch_birthday_format:
 * @birthday: (nullable): a valid birthday
 *
 * Returns: (transfer full): "Mar 5, 1980" or "Mar 5", 1980年3月5日 or 3月5日; "" for a missing one
 */
char    *clinch_birthday_format    (const char      *birthday) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
