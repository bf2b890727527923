// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "clinch-row.h"
#include "clinch-store-error.h"

G_BEGIN_DECLS

/**
 * ClinchDb:
 *
 * One connection to the database, used by one thread: the worker that owns it. Everything here is
 * synchronous.
 */
typedef struct _ClinchDb ClinchDb;

/**
 * ClinchStatement:
 *
 * A prepared statement, borrowed from its connection's cache. Releasing it (its autoptr does)
 * resets it.
 */
typedef struct _ClinchStatement ClinchStatement;

/**
 * ClinchDbMode:
 * @CLINCH_DB_WRITE: the connection that writes and checkpoints; there is one in the process
 * @CLINCH_DB_CREATE: as @CLINCH_DB_WRITE, and the file is made where it does not exist
 * @CLINCH_DB_READ: for reading beside the writer
 * @CLINCH_DB_IMMUTABLE: for reading a file that nobody writes, from a medium that cannot be written
 */
typedef enum
{
  CLINCH_DB_WRITE,
  CLINCH_DB_CREATE,
  CLINCH_DB_READ,
  CLINCH_DB_IMMUTABLE,
} ClinchDbMode;

/**
 * clinch_db_open:
 * @path: the database file
 * @mode: what for
 * @error: where the reason goes
 *
 * Opens and hardens a connection (design: WAL, synchronous FULL, foreign keys, no trusted schema,
 * no memory map).
 *
 * Returns: (transfer full) (nullable): the connection
 */
ClinchDb        *clinch_db_open               (const char       *path,
                                               ClinchDbMode      mode,
                                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_db_close:
 * @db: a connection
 *
 * Finalizes its statements and closes it.
 */
void             clinch_db_close              (ClinchDb         *db);

/**
 * clinch_db_keep:
 * @db: a connection
 * @data: (transfer full) (nullable): something that was read from it
 * @destroy: (nullable): how to free it
 *
 * Keeps what was read with the connection it was read from, instead of what was kept before. It is
 * dropped when a transaction is rolled back, which it may come from, and when the connection is
 * closed. What this connection itself changes is for the caller to notice.
 */
void             clinch_db_keep               (ClinchDb         *db,
                                               gpointer          data,
                                               GDestroyNotify    destroy);

/**
 * clinch_db_get_kept:
 * @db: a connection
 *
 * Returns: (transfer none) (nullable): what clinch_db_keep() was given; %NULL once another
 *   connection has written to the database
 */
gpointer         clinch_db_get_kept           (ClinchDb         *db);

/**
 * clinch_db_count_scanned:
 * @db: a connection
 *
 * For tests: what costs as much as a table is long shows here.
 *
 * Returns: how many rows were stepped through without the help of an index since the last call
 */
gint64           clinch_db_count_scanned      (ClinchDb         *db);

/**
 * clinch_db_set_cancellable:
 * @db: a connection
 * @cancellable: (nullable): what interrupts the statements from now on
 */
void             clinch_db_set_cancellable    (ClinchDb         *db,
                                               GCancellable     *cancellable);

/**
 * clinch_db_get_cancellable:
 * @db: a connection
 *
 * Returns: (transfer none) (nullable): what interrupts the statements, so that long work in a job
 *   can look at it between them
 */
GCancellable    *clinch_db_get_cancellable    (ClinchDb         *db);

/**
 * clinch_db_expect_mass:
 * @db: a connection
 * @mass: whether a mass of records is about to be written
 * @error: where the reason goes
 *
 * Lets the connection hold a quarter of a gigabyte of the file in memory while it lasts: records of
 * a file lie all over the indexes, and what does not fit is written and read again and again.
 *
 * Returns: %TRUE on success
 */
gboolean         clinch_db_expect_mass      (ClinchDb         *db,
                                             gboolean          mass,
                                             GError          **error);

/**
 * clinch_db_limit_steps:
 * @db: a connection
 * @steps: how many steps of SQLite's machine are enough, in thousands
 *
 * Interrupts what takes more, until clinch_db_lift_limit().
 */
void             clinch_db_limit_steps        (ClinchDb         *db,
                                               int               steps);

/**
 * clinch_db_lift_limit:
 * @db: a connection
 *
 * Returns: %TRUE if the limit was reached, and work broken off for it
 */
gboolean         clinch_db_lift_limit         (ClinchDb         *db);

/**
 * clinch_db_exec:
 * @db: a connection
 * @sql: one or several statements without parameters
 * @error: where the reason goes
 *
 * Returns: %TRUE if all were carried out
 */
gboolean         clinch_db_exec               (ClinchDb         *db,
                                               const char       *sql,
                                               GError          **error);

/**
 * clinch_db_prepare:
 * @db: a connection
 * @sql: one statement; user data never stands in it, only in parameters
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable): the statement, from the cache where it was prepared before
 */
ClinchStatement *clinch_db_prepare            (ClinchDb         *db,
                                               const char       *sql,
                                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_db_query_int:
 * @db: a connection
 * @value: (out): the first column of the first row; 0 where that is NULL or there is no row
 * @found: (out) (optional): whether there was a row
 * @error: where the reason goes
 * @sql: one statement
 * @types: a letter for each parameter: i gint64, t const char *
 * @...: the parameters
 *
 * Returns: %TRUE unless the statement failed
 */
gboolean         clinch_db_query_int          (ClinchDb         *db,
                                               gint64           *value,
                                               gboolean         *found,
                                               GError          **error,
                                               const char       *sql,
                                               const char       *types,
                                               ...);

/**
 * clinch_db_query_text:
 * @db: a connection
 * @value: (out) (transfer full) (nullable): the first column of the first row, %NULL where there is
 *   none
 * @error: where the reason goes
 * @sql: one statement
 * @types: a letter for each parameter: i gint64, t const char *
 * @...: the parameters
 *
 * Returns: %TRUE unless the statement failed
 */
gboolean         clinch_db_query_text         (ClinchDb         *db,
                                               char            **value,
                                               GError          **error,
                                               const char       *sql,
                                               const char       *types,
                                               ...);

/**
 * ClinchEachFunc:
 * @data: what was given with it
 * @row: a row; its texts are gone after the call
 */
typedef void (*ClinchEachFunc) (gpointer         data,
                                ClinchStatement *row);

/**
 * clinch_db_each:
 * @db: a connection
 * @func: called for each row
 * @data: given to @func
 * @error: where the reason goes
 * @sql: one statement
 * @types: a letter for each parameter: i gint64, t const char *
 * @...: the parameters
 *
 * Returns: %TRUE if all rows were read
 */
gboolean         clinch_db_each               (ClinchDb         *db,
                                               ClinchEachFunc    func,
                                               gpointer          data,
                                               GError          **error,
                                               const char       *sql,
                                               const char       *types,
                                               ...);

/**
 * clinch_db_run:
 * @db: a connection
 * @error: where the reason goes
 * @sql: one statement that returns no rows
 * @types: a letter for each parameter: i gint64, t const char *
 * @...: the parameters
 *
 * Returns: %TRUE if it was carried out
 */
gboolean         clinch_db_run                (ClinchDb         *db,
                                               GError          **error,
                                               const char       *sql,
                                               const char       *types,
                                               ...);

/**
 * clinch_db_last_id:
 * @db: a connection
 *
 * Returns: the rowid of the last insert
 */
gint64           clinch_db_last_id            (ClinchDb         *db);

/**
 * clinch_db_changes:
 * @db: a connection
 *
 * Returns: how many rows the last statement changed
 */
int              clinch_db_changes            (ClinchDb         *db);

/**
 * clinch_db_row_columns:
 * @kind: a kind
 *
 * Returns: (transfer none): the column list that clinch_statement_row() expects,
 *   "id,uid,created_at,deleted_at,name,…"
 */
const char      *clinch_db_row_columns        (ClinchKind        kind);

/**
 * clinch_db_row_call:
 * @kind: a kind
 * @alias: the table's name in the statement
 *
 * One column that makes the whole record, for statements that give many and neither sort nor store
 * what they select.
 *
 * Returns: (transfer full): the column that clinch_statement_made_row() expects
 */
char            *clinch_db_row_call           (ClinchKind        kind,
                                               const char       *alias) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_db_load_row:
 * @db: a connection
 * @kind: a kind
 * @id: key of a record
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable): the record, also from the recycle bin;
 *   %CLINCH_STORE_ERROR_NOT_FOUND if there is none
 */
ClinchRow       *clinch_db_load_row           (ClinchDb         *db,
                                               ClinchKind        kind,
                                               gint64            id,
                                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_db_load_rows:
 * @db: a connection
 * @error: where the reason goes
 * @kind: a kind
 * @tail: (nullable): what follows FROM, such as "WHERE customer_id = ? ORDER BY id"; %NULL for all
 *   that are not deleted
 * @types: a letter for each parameter: i gint64, t const char *
 * @...: the parameters
 *
 * Returns: (transfer full) (nullable) (element-type ClinchRow): the records
 */
GPtrArray       *clinch_db_load_rows          (ClinchDb         *db,
                                               GError          **error,
                                               ClinchKind        kind,
                                               const char       *tail,
                                               const char       *types,
                                               ...) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_db_name_of:
 * @db: a connection
 * @kind: a kind that has a name
 * @id: key of a record, 0 for none
 *
 * Returns: (transfer full): its name, "" where there is no such record
 */
char            *clinch_db_name_of            (ClinchDb         *db,
                                               ClinchKind        kind,
                                               gint64            id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_db_get_local:
 * @db: a connection
 * @key: a key of the table "local"
 *
 * Returns: (transfer full) (nullable): its value
 */
char            *clinch_db_get_local          (ClinchDb         *db,
                                               const char       *key) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_db_get_setting:
 * @db: a connection
 * @name: name of a setting of the workspace
 *
 * Returns: (transfer full) (nullable): its value
 */
char            *clinch_db_get_setting        (ClinchDb         *db,
                                               const char       *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_db_handle:
 * @db: a connection
 *
 * Returns: (transfer none): SQLite's own handle (sqlite3 *), for what has no function here: backup,
 *   checkpoints
 */
gpointer         clinch_db_handle             (ClinchDb         *db);

/**
 * clinch_statement_release:
 * @statement: a statement
 *
 * Resets it and gives it back to the cache.
 */
void             clinch_statement_release     (ClinchStatement  *statement);

/**
 * clinch_statement_bind_int:
 * @statement: a statement
 * @index: parameter, from 1
 * @value: the value
 */
void             clinch_statement_bind_int    (ClinchStatement  *statement,
                                               int               index,
                                               gint64            value);

/**
 * clinch_statement_bind_text:
 * @statement: a statement
 * @index: parameter, from 1
 * @value: (nullable): the value, which must live until the statement is stepped to its end or
 *   released
 */
void             clinch_statement_bind_text   (ClinchStatement  *statement,
                                               int               index,
                                               const char       *value);

/**
 * clinch_statement_bind_blob:
 * @statement: a statement
 * @index: parameter, from 1
 * @data: the bytes, which must live until the statement is stepped to its end or released
 * @length: how many
 */
void             clinch_statement_bind_blob   (ClinchStatement  *statement,
                                               int               index,
                                               gconstpointer     data,
                                               gsize             length);

/**
 * clinch_statement_bind_null:
 * @statement: a statement
 * @index: parameter, from 1
 */
void             clinch_statement_bind_null   (ClinchStatement  *statement,
                                               int               index);

/**
 * clinch_statement_bind_field:
 * @statement: a statement
 * @index: parameter, from 1
 * @row: a row, which must live until the statement is stepped to its end or released
 * @field: the field whose value is bound
 */
void             clinch_statement_bind_field  (ClinchStatement  *statement,
                                               int               index,
                                               const ClinchRow  *row,
                                               int               field);

/**
 * clinch_statement_step:
 * @statement: a statement
 * @has_row: (out): whether a row is there to be read
 * @error: where the reason goes
 *
 * Returns: %TRUE unless it failed
 */
gboolean         clinch_statement_step        (ClinchStatement  *statement,
                                               gboolean         *has_row,
                                               GError          **error);

/**
 * clinch_statement_run:
 * @statement: a statement that returns no rows
 * @error: where the reason goes
 *
 * Carries it out and resets it, so that it can be bound again.
 *
 * Returns: %TRUE unless it failed
 */
gboolean         clinch_statement_run         (ClinchStatement  *statement,
                                               GError          **error);

/**
 * clinch_statement_reset:
 * @statement: a statement
 *
 * Makes it ready to be bound and stepped again.
 */
void             clinch_statement_reset       (ClinchStatement  *statement);

/**
 * clinch_statement_int:
 * @statement: a statement that has a row
 * @column: column, from 0
 *
 * Returns: the value, 0 for NULL
 */
gint64           clinch_statement_int         (ClinchStatement  *statement,
                                               int               column);

/**
 * clinch_statement_text:
 * @statement: a statement that has a row
 * @column: column, from 0
 *
 * Returns: (transfer none) (nullable): the value, until the next step
 */
const char      *clinch_statement_text        (ClinchStatement  *statement,
                                               int               column);

/**
 * clinch_statement_blob:
 * @statement: a statement that has a row
 * @column: column, from 0
 * @length: (out): how many bytes
 *
 * Returns: (transfer none) (nullable): the bytes, until the next step
 */
gconstpointer    clinch_statement_blob        (ClinchStatement  *statement,
                                               int               column,
                                               gsize            *length);

/**
 * clinch_statement_is_null:
 * @statement: a statement that has a row
 * @column: column, from 0
 *
 * Returns: %TRUE if the value is NULL
 */
gboolean         clinch_statement_is_null     (ClinchStatement  *statement,
                                               int               column);

/**
 * clinch_statement_ids:
 * @statement: a statement whose first column is a key
 * @error: where the reason goes
 *
 * Steps through all its rows.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the keys, in the order of the rows
 */
GArray          *clinch_statement_ids         (ClinchStatement  *statement,
                                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_statement_row:
 * @statement: a statement that has a row, whose first columns are clinch_db_row_columns()
 * @kind: the kind
 *
 * Returns: (transfer full): the record
 */
ClinchRow       *clinch_statement_row         (ClinchStatement  *statement,
                                               ClinchKind        kind) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_statement_made_row:
 * @statement: a statement that has a row
 * @column: the one that clinch_db_row_call() stands in
 *
 * Returns: (transfer full): the record
 */
ClinchRow       *clinch_statement_made_row    (ClinchStatement  *statement,
                                               int               column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchDb, clinch_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchStatement, clinch_statement_release)

G_END_DECLS
