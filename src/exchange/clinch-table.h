// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a table may hold. The text limit keeps a hostile file from filling the memory: with it goes
 * at most some 20 MB of indexes. */
#define CLINCH_TABLE_MAX_ROWS 2000000
#define CLINCH_TABLE_MAX_COLUMNS 512
#define CLINCH_TABLE_MAX_CELL_CHARS 1000000
#define CLINCH_TABLE_MAX_TEXT (256 * 1024 * 1024)

/**
 * ClinchTable:
 *
 * A table of text cells as a spreadsheet or CSV file gives it: columns with names, rows of cells,
 * and for each row the line where it began in the file. Cells are clean (see clinch_text_clean())
 * and never %NULL.
 *
 * All text lies in one block of memory and a row is found by its offset; cells that are empty at
 * the end of a row take none. To read many cells of a row take clinch_table_get_row(), since
 * clinch_table_get_cell() walks the row.
 *
 * It is filled by one thread and, after clinch_table_finish(), never changes: then any thread may
 * read it.
 */
typedef struct _ClinchTable ClinchTable;

/**
 * clinch_table_new:
 *
 * Returns: (transfer full): a table without columns and rows
 */
ClinchTable *clinch_table_new              (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self
 */
ClinchTable *clinch_table_ref              (ClinchTable  *self);

/**
 * clinch_table_unref:
 * @self: a table
 *
 * Gives back a reference; the last one frees @self.
 */
void         clinch_table_unref            (ClinchTable  *self);

/**
 * clinch_table_append_cell:
 * @self: a table that is being filled
 * @text: valid UTF-8 without NUL, need not end with one
 * @length: bytes of @text
 * @line: the line where the row begins, for messages
 * @error: TOO_LARGE
 *
 * Adds a cell to the row that is being filled, cleaned. A cell beyond the columns is not kept, only
 * counted (see clinch_table_get_surplus()).
 *
 * Returns: %FALSE if a limit is passed
 */
gboolean     clinch_table_append_cell      (ClinchTable  *self,
                                            const char   *text,
                                            gsize         length,
                                            guint         line,
                                            GError      **error);

/**
 * clinch_table_end_row:
 * @self: a table that is being filled
 * @line: the line where the row begins in the file
 * @error: TOO_LARGE
 *
 * Ends the row. One without any text is left out, but counts against the limit.
 *
 * Returns: %FALSE if a limit is passed
 */
gboolean     clinch_table_end_row          (ClinchTable  *self,
                                            guint         line,
                                            GError      **error);

/**
 * clinch_table_set_row_problem:
 * @self: a table that is being filled
 * @problem: what is wrong, a sentence for the user
 *
 * Says that the row that is being filled cannot be read. It stays in the table, also without text.
 */
void         clinch_table_set_row_problem  (ClinchTable  *self,
                                            const char   *problem);

/**
 * clinch_table_take_names:
 * @self: a table that is being filled and has exactly one row
 *
 * Makes that row the names of the columns.
 */
void         clinch_table_take_names       (ClinchTable  *self);

/**
 * clinch_table_number_columns:
 * @self: a table that is being filled
 * @n_columns: how many columns
 *
 * Gives @self columns without names of their own ("Column 1", "Column 2", …), at least as many as
 * its rows have cells.
 */
void         clinch_table_number_columns   (ClinchTable  *self,
                                            guint         n_columns);

/**
 * clinch_table_finish:
 * @self: a table that is being filled
 *
 * Ends the filling: drops columns at the end that have neither name nor text, and gives back spare
 * memory.
 */
void         clinch_table_finish           (ClinchTable  *self);

/**
 * clinch_table_set_source:
 * @self: a table that is being filled
 * @encoding: (nullable): name of the encoding it was read in
 * @delimiter: what stood between the cells, or 0
 *
 * Notes how the file was understood, to be shown to the user.
 */
void         clinch_table_set_source       (ClinchTable  *self,
                                            const char   *encoding,
                                            char          delimiter);

/**
 * clinch_table_get_n_columns:
 * @self: a table
 *
 * Returns: number of columns
 */
guint        clinch_table_get_n_columns    (ClinchTable  *self);

/**
 * clinch_table_get_n_rows:
 * @self: a table
 *
 * Returns: number of rows, the one with the names not counted
 */
guint        clinch_table_get_n_rows       (ClinchTable  *self);

/**
 * clinch_table_get_column_name:
 * @self: a table
 * @column: a column
 *
 * Returns: (transfer none): its name on one line, different from that of every other column;
 *   "Column 3" where the file has none, "Name (2)" where it has it twice
 */
const char  *clinch_table_get_column_name  (ClinchTable  *self,
                                            guint         column);

/**
 * clinch_table_find_column:
 * @self: a table
 * @name: a name
 *
 * Returns: the column of that name (case and width of letters aside, if none has it exactly), or -1
 */
int          clinch_table_find_column      (ClinchTable  *self,
                                            const char   *name);

/**
 * clinch_table_has_names:
 * @self: a table
 *
 * Returns: %TRUE if the names came from the file
 */
gboolean     clinch_table_has_names        (ClinchTable  *self);

/**
 * clinch_table_get_encoding:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): name of the encoding it was read in
 */
const char  *clinch_table_get_encoding     (ClinchTable  *self);

/**
 * clinch_table_get_delimiter:
 * @self: a table
 *
 * Returns: what stood between the cells, or 0
 */
char         clinch_table_get_delimiter    (ClinchTable  *self);

/**
 * clinch_table_get_cell:
 * @self: a table
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): the text, "" for none; lives as long as @self
 */
const char  *clinch_table_get_cell         (ClinchTable  *self,
                                            guint         row,
                                            guint         column);

/**
 * clinch_table_get_row:
 * @self: a table
 * @row: a row, from 0
 * @cells: (out caller-allocates): room for as many pointers as there are columns
 *
 * Fetches all cells of a row at once, as clinch_table_get_cell() does.
 */
void         clinch_table_get_row          (ClinchTable  *self,
                                            guint         row,
                                            const char  **cells);

/**
 * clinch_table_get_cells:
 * @self: a table, may still be being filled
 * @row: a row, from 0
 * @cells: (out caller-allocates): room for @max pointers
 * @max: how many cells are wanted
 *
 * As clinch_table_get_row(), whatever the number of columns; past the end of the row @cells holds
 * "".
 *
 * Returns: how many cells the row has up to the last one with text, at most @max
 */
guint        clinch_table_get_cells        (ClinchTable  *self,
                                            guint         row,
                                            const char  **cells,
                                            guint         max);

/**
 * clinch_table_get_line:
 * @self: a table
 * @row: a row, from 0
 *
 * Returns: the line of the file, from 1, where the row begins
 */
guint        clinch_table_get_line         (ClinchTable  *self,
                                            guint         row);

/**
 * clinch_table_get_n_surplus_rows:
 * @self: a table
 *
 * Returns: how many rows have text beyond the last column
 */
guint        clinch_table_get_n_surplus_rows (ClinchTable *self);

/**
 * clinch_table_get_surplus:
 * @self: a table
 * @row: a row, from 0
 *
 * Returns: how many cells the row has beyond the last column, 0 if there is no text in them
 */
guint        clinch_table_get_surplus      (ClinchTable  *self,
                                            guint         row);

/**
 * clinch_table_dup_row_problem:
 * @self: a table
 * @row: a row, from 0
 *
 * Returns: (transfer full) (nullable): what is wrong with the row as a whole, in a sentence for
 *   the user that names the line; %NULL if nothing is
 */
char        *clinch_table_dup_row_problem  (ClinchTable  *self,
                                            guint         row) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchTable, clinch_table_unref)

G_END_DECLS
