// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "clinch-kind.h"
#include "clinch-table.h"

G_BEGIN_DECLS

/**
 * ClinchImportVerdict:
 * @CLINCH_IMPORT_REJECTED: the row is not imported
 * @CLINCH_IMPORT_DUPLICATE: the row is not imported because its record is there already
 * @CLINCH_IMPORT_NOTE: the row is imported, but not all of it as the file has it
 *
 * What a problem does to its row.
 */
typedef enum
{
  CLINCH_IMPORT_REJECTED,
  CLINCH_IMPORT_DUPLICATE,
  CLINCH_IMPORT_NOTE,
} ClinchImportVerdict;

/**
 * ClinchImportProblem:
 * @row: row of the table
 * @column: column of the cell, -1 for the row as a whole
 * @verdict: what it does to the row
 * @message: what is wrong, in a sentence for the user; belongs to the result
 *
 * Something that is wrong with a row. A row may have several.
 */
typedef struct
{
  guint row;
  int column;
  ClinchImportVerdict verdict;
  const char *message;
} ClinchImportProblem;

/**
 * ClinchImportSum:
 * @currency: an ISO 4217 code
 * @stage_id: stage of opportunities, 0 for other kinds
 * @stage: name of that stage, "" for other kinds
 * @n_imported: rows that became records or filled in one
 * @imported: the sum of their amounts, minor units
 * @n_left: rows that are not imported, as far as their amount and stage could be read
 * @left: the sum of their amounts, minor units
 *
 * The amounts of the rows (amount of opportunities, annual revenue of customers), for comparing
 * with the sums of the file. Sums past what a gint64 holds stay at its end.
 */
typedef struct
{
  const char *currency;
  gint64 stage_id;
  const char *stage;
  guint n_imported;
  gint64 imported;
  guint n_left;
  gint64 left;
} ClinchImportSum;

/**
 * ClinchImportResult:
 * @table: the table
 * @kind: what its rows became
 * @n_rows: rows of the table
 * @n_new: rows that became a record
 * @n_updated: rows whose record was there and took something from them
 * @n_duplicates: rows whose record was there and took nothing
 * @n_rejected: rows that are not imported because something is wrong with them
 * @n_made: by kind, records made because rows name them: managers, teams, customers, contacts,
 *   stages
 * @problems: (element-type ClinchImportProblem): what is wrong, in the order of the rows
 * @sums: (element-type ClinchImportSum): amounts
 *
 * What an import did, or, from a check, would do. @n_rows is always the sum of the four counts. Of
 * a step that failed there is no result.
 */
typedef struct
{
  ClinchTable *table;
  ClinchKind kind;
  guint n_rows;
  guint n_new;
  guint n_updated;
  guint n_duplicates;
  guint n_rejected;
  guint n_made[CLINCH_N_KINDS];
  GArray *problems;
  GArray *sums;
  /*< private >*/
  GStringChunk *texts;
} ClinchImportResult;

/**
 * clinch_import_result_new:
 * @table: the table
 * @kind: what its rows become
 *
 * Returns: (transfer full): a result without any row
 */
ClinchImportResult *clinch_import_result_new           (ClinchTable               *table,
                                                        ClinchKind                 kind)
                                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_result_free:
 * @self: a result
 */
void                clinch_import_result_free          (ClinchImportResult        *self);

/**
 * clinch_import_result_add_problem:
 * @self: a result that is being made
 * @row: row of the table
 * @column: column of the cell, -1 for the row as a whole
 * @verdict: what it does to the row
 * @message: what is wrong
 */
void                clinch_import_result_add_problem   (ClinchImportResult        *self,
                                                        guint                      row,
                                                        int                        column,
                                                        ClinchImportVerdict        verdict,
                                                        const char                *message);

/**
 * clinch_import_result_add_sum:
 * @self: a result that is being made
 * @currency: an ISO 4217 code
 * @stage_id: stage of an opportunity, 0 for other kinds
 * @stage: (nullable): name of that stage
 * @amount: minor units
 * @is_imported: whether the row is imported
 */
void                clinch_import_result_add_sum       (ClinchImportResult        *self,
                                                        const char                *currency,
                                                        gint64                     stage_id,
                                                        const char                *stage,
                                                        gint64                     amount,
                                                        gboolean                   is_imported);

/**
 * clinch_import_result_get_line:
 * @self: a result
 * @problem: a problem of it
 *
 * Returns: the line of the file, from 1
 */
guint               clinch_import_result_get_line      (const ClinchImportResult  *self,
                                                        const ClinchImportProblem *problem);

/**
 * clinch_import_result_get_value:
 * @self: a result
 * @problem: a problem of it
 *
 * Returns: (transfer none): the cell that is wrong, "" for a row as a whole
 */
const char         *clinch_import_result_get_value     (const ClinchImportResult  *self,
                                                        const ClinchImportProblem *problem);

/**
 * clinch_import_result_write_rejects:
 * @self: a result
 * @path: the file to write, in the encoding of the file system
 * @cancellable: (nullable): stops the writing
 * @error: IO or CANCELLED
 *
 * Writes the rows that are not imported, duplicates among them, into a CSV file: the columns of the
 * original, the line, and all that is wrong. Corrected, the file can be imported again. It has but
 * its headings where all rows are imported.
 *
 * Returns: %TRUE on success; on failure a file that was there before stays
 */
gboolean            clinch_import_result_write_rejects (const ClinchImportResult  *self,
                                                        const char                *path,
                                                        GCancellable              *cancellable,
                                                        GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchImportResult, clinch_import_result_free)

G_END_DECLS
