// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * clinch_db_add_row_function:
 * @db: a connection that is being opened
 *
 * Teaches it the function that clinch_db_row_call() names.
 */
void             clinch_db_add_row_function  (ClinchDb         *db);

/**
 * clinch_db_prepare_with_list:
 * @db: a connection
 * @sql: one statement
 * @types: a letter for each of its parameters, as clinch_db_run() takes them
 * @arguments: their values
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable): the statement, ready to be stepped
 */
ClinchStatement *clinch_db_prepare_with_list (ClinchDb         *db,
                                              const char       *sql,
                                              const char       *types,
                                              va_list           arguments,
                                              GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_statement_handle:
 * @statement: a statement
 *
 * Returns: the sqlite3_stmt
 */
gpointer         clinch_statement_handle     (ClinchStatement  *statement);

G_END_DECLS
