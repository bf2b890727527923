// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchExportProgress:
 * @done: rows that are written
 * @total: rows there are
 * @user_data: as given
 *
 * Told now and then, in the thread that does the work.
 */
typedef void (*ClinchExportProgress) (gint64    done,
                                      gint64    total,
                                      gpointer  user_data);

/**
 * ClinchExportResult:
 * @n_rows: by kind, how many records were written
 */
typedef struct
{
  gint64 n_rows[CLINCH_N_KINDS];
} ClinchExportResult;

/**
 * clinch_export_run:
 * @db: a connection, inside a transaction so that all files show one state
 * @directory: folder for the files, made where it does not exist
 * @progress: (nullable) (scope call): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @result: (out caller-allocates) (optional): what was written
 * @error: an exchange error, or what the store says
 *
 * Writes all living records as CSV files, one for each kind, named by clinch_kind_word():
 * customers.csv and so on. The columns are the fields by their names, with references by the name
 * of what they point at; then the moment of creation and the identifiers, by which an import
 * (clinch_import_folder_plan()) finds everything again. Dates and instants are ISO 8601, instants
 * in UTC; amounts are decimal numbers in the currency that stands beside them; values of lists are
 * their codes. The recycle bin and the change log are not in it.
 *
 * The files get their names when all of them are complete; until then, and if anything fails, what
 * was there before stays.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_export_run (ClinchDb              *db,
                            const char            *directory,
                            ClinchExportProgress   progress,
                            gpointer               progress_data,
                            GCancellable          *cancellable,
                            ClinchExportResult    *result,
                            GError               **error);

G_END_DECLS
