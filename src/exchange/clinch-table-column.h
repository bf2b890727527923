// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-date.h"
#include "clinch-table.h"

G_BEGIN_DECLS

/* What the values of a column have in common, so that the import can propose what the column is and
 * how to read it. */

/**
 * ClinchColumnStats:
 * @n_filled: cells with text
 * @n_numbers: of these, numbers (see clinch_cell_is_number())
 * @n_dates: of these, dates in some order
 * @n_booleans: of these, words for yes and no (see clinch_cell_is_boolean())
 * @longest: characters of the longest cell
 */
typedef struct
{
  guint n_filled;
  guint n_numbers;
  guint n_dates;
  guint n_booleans;
  guint longest;
} ClinchColumnStats;

/**
 * ClinchColumnValue:
 * @value: the text; belongs to the table
 * @count: how many cells hold exactly it
 * @line: the first line with it
 *
 * One of the distinct values of a column.
 */
typedef struct
{
  const char *value;
  guint count;
  guint line;
} ClinchColumnValue;

/**
 * clinch_cell_is_number:
 * @text: (nullable): a cell
 *
 * Returns: %TRUE for a number as people write it, also with separators, sign, brackets, percent, a
 *   sign or code of a currency, K, M, B, 万 or 亿. "007" and long runs of digits are numbers here.
 */
gboolean        clinch_cell_is_number          (const char        *text);

/**
 * clinch_cell_is_date:
 * @text: (nullable): a cell
 *
 * Returns: %TRUE for a date in some order, with or without a time
 */
gboolean        clinch_cell_is_date            (const char        *text);

/**
 * clinch_cell_is_boolean:
 * @text: (nullable): a cell
 * @value: (out) (optional): what it says
 *
 * Returns: %TRUE for a word or sign for yes or no in English or Chinese
 */
gboolean        clinch_cell_is_boolean         (const char        *text,
                                                gboolean          *value);

/**
 * clinch_table_column_stats:
 * @self: a finished table
 * @column: a column
 * @stats: (out caller-allocates): the figures
 *
 * Looks at each cell of @column.
 */
void            clinch_table_column_stats      (ClinchTable       *self,
                                                guint              column,
                                                ClinchColumnStats *stats);

/**
 * clinch_table_column_date_order:
 * @self: a finished table
 * @column: a column
 * @contradicts: (out) (optional): set to %TRUE if no single order fits all dates of the column
 *
 * The order of day, month and year in which every date of @column exists: 10/20/2016 in one row
 * proves the order of 3/1/2017 in another. Cells that are no date in any order say nothing, nor do
 * dates with their year in front, which are read the same in each, unless there are no others: then
 * the order is that.
 *
 * Returns: the order, or %CLINCH_DATE_ORDER_UNKNOWN if more than one fits or none does
 */
ClinchDateOrder clinch_table_column_date_order (ClinchTable       *self,
                                                guint              column,
                                                gboolean          *contradicts);

/**
 * clinch_table_column_values:
 * @self: a finished table
 * @column: a column
 * @max: how many distinct values are wanted at most
 * @more: (out) (optional): set to %TRUE if @column has more
 *
 * The distinct values of @column, the most frequent first, those met equally often in the order of
 * the file. Past @max, values that come up later for the first time are not taken.
 *
 * Returns: (transfer full) (element-type ClinchColumnValue): the values; their text lives as long
 *   as @self
 */
GArray         *clinch_table_column_values     (ClinchTable       *self,
                                                guint              column,
                                                guint              max,
                                                gboolean          *more) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
