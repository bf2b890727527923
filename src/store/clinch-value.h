// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-date.h"
#include "clinch-txn.h"

G_BEGIN_DECLS

/**
 * ClinchValueContext:
 * @db: the connection by which references become names and back
 * @today: the current day, which fills in a missing year
 * @now: the current instant, Unix seconds
 * @order: how dates of three numbers are read
 * @zone: zone of instants that name none
 * @currency: currency of amounts of records that do not say
 *
 * What it takes to read values from text and to write them as text. One serves many records; it
 * remembers names, so it lives no longer than the transaction in which they are read.
 */
typedef struct
{
  ClinchDb *db;
  char today[CLINCH_DATE_SIZE];
  gint64 now;
  ClinchDateOrder order;
  GTimeZone *zone;
  char currency[4];
  /*< private >*/
  GHashTable *names;
} ClinchValueContext;

/**
 * ClinchValueDayFunc:
 * @text: what was given for a day
 * @today: the current day, ISO
 * @is_past: whether a day that has been is meant where words leave it open
 * @date: (out caller-allocates): the ISO text
 *
 * Returns: %TRUE if @text is a day in words: "next Wednesday", 月底
 */
typedef gboolean (*ClinchValueDayFunc) (const char *text,
                                        const char *today,
                                        gboolean    is_past,
                                        char        date[CLINCH_DATE_SIZE]);

/**
 * clinch_value_set_day_func:
 * @func: (nullable): what reads days in words
 *
 * Sets the function of this process; without one only dates are read. The floor above does so
 * before it reads what people wrote.
 */
void                clinch_value_set_day_func (ClinchValueDayFunc func);

/**
 * clinch_value_read_day:
 * @self: a context
 * @text: a date, or a day in words
 * @is_past: as for #ClinchValueDayFunc
 * @date: (out caller-allocates): the ISO text
 *
 * Returns: %TRUE if @text is one day
 */
gboolean            clinch_value_read_day     (const ClinchValueContext *self,
                                               const char               *text,
                                               gboolean                  is_past,
                                               char                      date[CLINCH_DATE_SIZE]);

/**
 * clinch_value_context_new:
 * @db: a connection
 *
 * Returns: (transfer full): a context with the clock's now and zone, unknown date order and the
 *   workspace's currency
 */
ClinchValueContext *clinch_value_context_new  (ClinchDb            *db) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_value_context_free:
 * @self: a context
 */
void                clinch_value_context_free (ClinchValueContext  *self);

/**
 * clinch_value_parse:
 * @self: a context
 * @field: a field
 * @text: (nullable): what a person or a file says: "1.2亿", "40%", "2026/11/23", "拜访", a name; "" or
 *   %NULL for empty
 * @row: a row of the field's kind, where the value goes; amounts are in the currency it gives,
 *   contacts, opportunities and stages are looked for within the customer or pipeline it gives
 * @error: names the field and the value
 *
 * Reads one value. Nothing is said about whether the field may be edited or may be empty.
 *
 * Returns: %TRUE if @text is a value of @field
 */
gboolean            clinch_value_parse        (ClinchValueContext  *self,
                                               const ClinchField   *field,
                                               const char          *text,
                                               ClinchRow           *row,
                                               GError             **error);

/**
 * clinch_value_format:
 * @self: a context
 * @row: a row
 * @field: a field of its kind
 * @full: whether amounts and dates are given in full, as for a tooltip
 *
 * Returns: (transfer full): the value for people, in the language of the program; "" for an empty
 *   one
 */
char               *clinch_value_format       (ClinchValueContext  *self,
                                               const ClinchRow     *row,
                                               const ClinchField   *field,
                                               gboolean             full) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_value_export:
 * @self: a context
 * @row: a row
 * @field: a field of its kind
 *
 * For files and programs: plain decimal amounts, ISO dates and instants, choices by code,
 * references by name, or by uid where the name would not lead back to the same record.
 * clinch_value_parse() reads it all.
 *
 * Returns: (transfer full): the text; "" for an empty value
 */
char               *clinch_value_export       (ClinchValueContext  *self,
                                               const ClinchRow     *row,
                                               const ClinchField   *field)
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_value_currency:
 * @self: a context
 * @row: a row
 *
 * Returns: (transfer none): the currency of its amounts
 */
const char         *clinch_value_currency     (ClinchValueContext  *self,
                                               const ClinchRow     *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchValueContext, clinch_value_context_free)

G_END_DECLS
