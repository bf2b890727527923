// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Limits: SQLite as a program of a few lines would use it, set up as Clinch sets it up, with
 * nothing of Clinch around it. */

/**
 * limit_open:
 * @path: a database
 * @writes: whether to write to it
 *
 * Returns: the connection; the program ends where there is none
 */
sqlite3      *limit_open    (const char *path,
                             gboolean    writes);

/**
 * limit_exec:
 * @db: a connection
 * @sql: statements
 *
 * Carries them out; the program ends where that fails.
 */
void          limit_exec    (sqlite3    *db,
                             const char *sql);

/**
 * limit_prepare:
 * @db: a connection
 * @sql: one statement
 *
 * Returns: the statement, kept by the caller for all rounds
 */
sqlite3_stmt *limit_prepare (sqlite3    *db,
                             const char *sql);

/**
 * limit_run:
 * @statement: a statement with its values bound
 *
 * Steps it to its end, looking at each value of each row, and resets it.
 *
 * Returns: how many rows there were
 */
int           limit_run     (sqlite3_stmt *statement);

/**
 * limit_fetch:
 * @db: a connection
 * @sql: a query for one value
 *
 * Returns: (transfer full): the value as text
 */
char         *limit_fetch   (sqlite3    *db,
                             const char *sql);

G_END_DECLS
