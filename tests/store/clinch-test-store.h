// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-store.h"
#include "clinch-workspace-file.h"

G_BEGIN_DECLS

/**
 * ClinchTestStore:
 * @directory: folder of the workspace, below a temporary one
 * @db: the writing connection while the workspace is open without workers
 * @store: the workspace while it is open with workers
 *
 * A workspace for a test. It is open in one of two ways at a time: directly, so that a test writes
 * ordinary code, or through ClinchStore. Whatever fails here fails the test.
 */
typedef struct
{
  char *directory;
  ClinchDb *db;
  ClinchStore *store;
  /*< private >*/
  char *root;
  ClinchWorkspaceFile *file;
} ClinchTestStore;

/**
 * clinch_test_store_new:
 * @language: "zh" or "en", of the seed
 *
 * Returns: (transfer full): a new seeded workspace, open directly
 */
ClinchTestStore *clinch_test_store_new        (const char       *language)
G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_store_free:
 * @self: a workspace
 *
 * Closes it and removes its folder.
 */
void             clinch_test_store_free       (ClinchTestStore  *self);

/**
 * clinch_test_store_close:
 * @self: a workspace
 *
 * Closes it, whichever way it is open; asserts that nobody holds the ClinchStore.
 */
void             clinch_test_store_close      (ClinchTestStore  *self);

/**
 * clinch_test_store_open:
 * @self: a closed workspace
 *
 * Opens it directly.
 */
void             clinch_test_store_open       (ClinchTestStore  *self);

/**
 * clinch_test_store_use_version:
 * @self: a workspace
 * @version: version of a schema
 *
 * Closes it and puts what an earlier version of Clinch wrote in its place: two customers and an
 * opportunity.
 */
void             clinch_test_store_use_version (ClinchTestStore *self,
                                                int              version);

/**
 * clinch_test_store_open_store:
 * @self: a workspace
 *
 * Closes it where it is open, and opens it with workers.
 *
 * Returns: (transfer none): the store
 */
ClinchStore     *clinch_test_store_open_store (ClinchTestStore  *self);

/**
 * clinch_test_store_begin:
 * @self: a workspace that is open directly
 *
 * Returns: (transfer full): a step at the clock's now, with the action “test”
 */
ClinchTxn       *clinch_test_store_begin      (ClinchTestStore  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_store_commit:
 * @txn: (transfer full): a step
 *
 * Returns: key of the step in the log, 0 if it changed nothing
 */
gint64           clinch_test_store_commit     (ClinchTxn        *txn);

/**
 * clinch_test_row:
 * @kind: a kind
 * @...: "field=value" texts, ended by %NULL; integers in digits, references by id, "" for empty
 *
 * Returns: (transfer full): the row
 */
ClinchRow       *clinch_test_row              (ClinchKind        kind,
                                               ...) G_GNUC_NULL_TERMINATED
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_store_insert:
 * @self: a workspace that is open directly
 * @row: (transfer full): a row; required fields that it lacks are filled in: owner and author are
 *   the first member, the currency is CNY, the customer the newest, pipeline and stage the first
 *
 * Inserts it in a step of its own.
 *
 * Returns: its key
 */
gint64           clinch_test_store_insert     (ClinchTestStore  *self,
                                               ClinchRow        *row);

/**
 * clinch_test_store_fill:
 * @db: a connection
 * @row: a row
 *
 * Fills in the required fields that it lacks as clinch_test_store_insert() does.
 */
void             clinch_test_store_fill       (ClinchDb         *db,
                                               ClinchRow        *row);

/**
 * clinch_test_store_update:
 * @self: a workspace that is open directly
 * @id: key of a record
 * @row: (transfer full): what to set
 *
 * Updates it in a step of its own.
 *
 * Returns: the step
 */
gint64           clinch_test_store_update     (ClinchTestStore  *self,
                                               gint64            id,
                                               ClinchRow        *row);

/**
 * clinch_test_store_delete:
 * @self: a workspace that is open directly
 * @kind: a kind
 * @id: key of a record
 *
 * Deletes it in a step of its own.
 *
 * Returns: the step
 */
gint64           clinch_test_store_delete     (ClinchTestStore  *self,
                                               ClinchKind        kind,
                                               gint64            id);

/**
 * clinch_test_store_stage:
 * @self: a workspace that is open directly
 * @code: code of a stage of the first pipeline
 *
 * Returns: its key
 */
gint64           clinch_test_store_stage      (ClinchTestStore  *self,
                                               const char       *code);

/**
 * clinch_test_store_int:
 * @self: a workspace that is open directly
 * @sql: (format printf): a statement with one value
 *
 * Asks SQLite itself, beside the code under test.
 *
 * Returns: the value
 */
gint64           clinch_test_store_int        (ClinchTestStore  *self,
                                               const char       *sql,
                                               ...) G_GNUC_PRINTF (2, 3);

/**
 * clinch_test_store_text:
 * @self: a workspace that is open directly
 * @sql: (format printf): a statement with one value
 *
 * Asks SQLite itself, beside the code under test.
 *
 * Returns: (transfer full): the value, several rows apart by newlines; "" where there is none
 */
char            *clinch_test_store_text       (ClinchTestStore  *self,
                                               const char       *sql,
                                               ...) G_GNUC_PRINTF (2, 3) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_assert_sound:
 * @db: a connection
 *
 * Asserts that the check of a workspace finds nothing.
 */
void             clinch_test_assert_sound      (ClinchDb         *db);

/**
 * clinch_test_checksum:
 * @path: a file
 *
 * Returns: (transfer full): equal for files that are equal byte for byte
 */
char            *clinch_test_checksum          (const char       *path)
G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_store_check_counts:
 * @self: a workspace that is open directly
 *
 * Counts everything anew that triggers maintain, and fails the test where it differs.
 */
void             clinch_test_store_check_counts (ClinchTestStore *self);

/**
 * clinch_test_store_settle:
 * @store: an open workspace
 *
 * Turns the main context until all that was given to the three workers is done and has been
 * delivered, and what that led to as well.
 */
void             clinch_test_store_settle     (ClinchStore      *store);

/**
 * clinch_test_remove_tree:
 * @path: a file or folder
 *
 * Removes it with all that is in it.
 */
void             clinch_test_remove_tree      (const char       *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchTestStore, clinch_test_store_free)

G_END_DECLS
