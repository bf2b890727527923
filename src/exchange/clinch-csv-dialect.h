// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchCsvDialect:
 * @delimiter: what stands between the cells
 * @n_columns: how many cells most records have, at least 1
 * @skip: bytes at the start that are no record but a note to the spreadsheet ("sep=;" and its line
 *   end)
 *
 * How a CSV file is written.
 */
typedef struct
{
  char delimiter;
  guint n_columns;
  gsize skip;
} ClinchCsvDialect;

/**
 * clinch_csv_delimiters:
 *
 * Returns: (transfer none): the delimiters that are known, as characters of a string
 */
const char *clinch_csv_delimiters     (void);

/**
 * clinch_csv_dialect_detect:
 * @text: the start of the file, UTF-8
 * @length: bytes of it
 * @is_all: whether @text is the whole file
 * @delimiter: the delimiter if it is known, or 0
 * @dialect: (out caller-allocates): what was found
 *
 * Finds the delimiter: that which splits the first hundred records most evenly, quotes respected,
 * and splits the first record like the others. A first line "sep=…" names it.
 */
void        clinch_csv_dialect_detect (const char       *text,
                                       gsize             length,
                                       gboolean          is_all,
                                       char              delimiter,
                                       ClinchCsvDialect *dialect);

G_END_DECLS
