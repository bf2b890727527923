// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-date.h"

G_BEGIN_DECLS

/**
 * ClinchPeriodType:
 * @CLINCH_PERIOD_MONTH: a month of the calendar
 * @CLINCH_PERIOD_QUARTER: three months, from January, April, July or October
 * @CLINCH_PERIOD_YEAR: a year of the calendar
 *
 * How long a period is.
 */
typedef enum
{
  CLINCH_PERIOD_MONTH,
  CLINCH_PERIOD_QUARTER,
  CLINCH_PERIOD_YEAR,
  CLINCH_N_PERIOD_TYPES,
} ClinchPeriodType;

/* The longest is "9999-Q4" or "9999-12". */
#define CLINCH_PERIOD_CODE_SIZE 8

/**
 * ClinchPeriod:
 * @type: how long it is
 * @first: its first day, ISO
 * @last: its last day, ISO
 *
 * A month, quarter or year of the calendar.
 */
typedef struct
{
  ClinchPeriodType type;
  char             first[CLINCH_DATE_SIZE];
  char             last[CLINCH_DATE_SIZE];
} ClinchPeriod;

/**
 * clinch_period_type_code:
 * @type: how long a period is
 *
 * Returns: (transfer none): "month", "quarter" or "year", as records keep it
 */
const char *clinch_period_type_code      (ClinchPeriodType      type);

/**
 * clinch_period_type_from_code:
 * @code: (nullable): what clinch_period_type_code() tells
 * @type: (out): how long a period is
 *
 * Returns: %FALSE if @code is none of them
 */
gboolean    clinch_period_type_from_code (const char           *code,
                                          ClinchPeriodType     *type);

/**
 * clinch_period_init:
 * @self: (out caller-allocates): the period in which @date lies
 * @type: how long it is
 * @date: (nullable): a day
 *
 * Returns: %FALSE if @date is not valid; @self is empty then
 */
gboolean    clinch_period_init           (ClinchPeriod         *self,
                                          ClinchPeriodType      type,
                                          const char           *date);

/**
 * clinch_period_move:
 * @self: a period
 * @by: how many periods on, may be negative
 *
 * Makes it another one. It stays within the years 1 to 9999.
 */
void        clinch_period_move           (ClinchPeriod         *self,
                                          int                   by);

/**
 * clinch_period_distance:
 * @self: a period
 * @date: a valid day
 *
 * Returns: how many periods after @self the one lies in which @date is, negative for before
 */
int         clinch_period_distance       (const ClinchPeriod   *self,
                                          const char           *date);

/**
 * clinch_period_parse:
 * @text: (nullable): "2026", "2026-Q4" or "2026-11", also in small letters and without the hyphen
 *   of a quarter
 * @self: (out caller-allocates): the period
 *
 * Returns: %FALSE if @text is none
 */
gboolean    clinch_period_parse          (const char           *text,
                                          ClinchPeriod         *self);

/**
 * clinch_period_code:
 * @self: a period
 * @code: (out caller-allocates): its short form, the same in every language: "2026-Q4"
 */
void        clinch_period_code           (const ClinchPeriod   *self,
                                          char                  code[CLINCH_PERIOD_CODE_SIZE]);

/**
 * clinch_period_format:
 * @self: a period
 *
 * Returns: (transfer full): for people, in the language of the program: "Nov 2026", "Q4 2026",
 *   "2026"; 2026年11月, 2026年第4季度, 2026年
 */
char       *clinch_period_format         (const ClinchPeriod   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
