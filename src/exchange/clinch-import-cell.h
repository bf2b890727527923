// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-date.h"
#include "clinch-row.h"

G_BEGIN_DECLS

/**
 * ClinchImportReading:
 * @order: how dates of the column are ordered
 * @unit: (nullable): unit of the column's amounts, behind a number as clinch_money_parse() takes it
 * @currency: currency of the row's amounts
 * @today: the current day, for dates without a year
 * @zone: the zone of times that name none
 *
 * What must be known to read a cell.
 */
typedef struct
{
  ClinchDateOrder order;
  const char *unit;
  const char *currency;
  const char *today;
  GTimeZone *zone;
} ClinchImportReading;

/**
 * clinch_import_cell_is_empty:
 * @field: (nullable): the field, %NULL for an identifier or instant
 * @text: a clean cell
 *
 * Returns: %TRUE if nothing stands there, or, in a field that is not text, one of the signs that
 *   people write for nothing ("-", "n/a", "无")
 */
gboolean  clinch_import_cell_is_empty     (const ClinchField          *field,
                                           const char                 *text);

/**
 * clinch_import_cell_read:
 * @field: a field that is no reference
 * @text: a clean cell that is not empty
 * @reading: how to read it
 * @row: the row that takes the value
 *
 * Reads a cell as the field's type asks.
 *
 * Returns: (transfer full) (nullable): what is wrong with it, in a sentence for the user; %NULL if
 *   nothing is
 */
char     *clinch_import_cell_read         (const ClinchField          *field,
                                           const char                 *text,
                                           const ClinchImportReading  *reading,
                                           ClinchRow                  *row)
                                           G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_cell_read_instant:
 * @text: a clean cell that is not empty
 * @reading: how to read it
 * @instant: (out): Unix seconds
 *
 * Returns: (transfer full) (nullable): what is wrong with it, in a sentence for the user; %NULL if
 *   nothing is
 */
char     *clinch_import_cell_read_instant (const char                 *text,
                                           const ClinchImportReading  *reading,
                                           gint64                     *instant)
                                           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
