// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-txn.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_STORE (clinch_store_get_type ())

/**
 * ClinchStore:
 *
 * An open workspace, seen from the main thread. It owns one worker that holds the connection which
 * writes and checkpoints, and two that read. Work is given to them as jobs: ordinary synchronous
 * functions that run inside a transaction and take and return plain data, never GObjects. Results
 * and the signal “changed” come back in the main context in which the store was made. Jobs of one
 * worker run in the order in which they were given.
 */
G_DECLARE_FINAL_TYPE (ClinchStore, clinch_store, CLINCH, STORE, GObject)

/**
 * ClinchReadFunc:
 * @db: a reading connection inside a transaction, so that all statements see one state
 * @data: the job's data
 * @error: where the reason goes
 *
 * Runs on a reading worker.
 *
 * Returns: (transfer full) (nullable): the result; %NULL is a failure only where @error is set
 */
typedef gpointer (*ClinchReadFunc) (ClinchDb  *db,
                                    gpointer   data,
                                    GError   **error);

/**
 * ClinchWriteFunc:
 * @txn: the step to write
 * @data: the job's data; results the caller wants are left in it
 * @error: where the reason goes
 *
 * Runs on the writing worker, inside the step's transaction.
 *
 * Returns: %TRUE to commit, %FALSE to roll everything back
 */
typedef gboolean (*ClinchWriteFunc) (ClinchTxn  *txn,
                                     gpointer    data,
                                     GError    **error);

/**
 * ClinchStoreOpen:
 * @CLINCH_STORE_OPEN_WRITE: an existing workspace, for reading and writing
 * @CLINCH_STORE_OPEN_CREATE: as before; where there is none an empty one is made
 * @CLINCH_STORE_OPEN_READ_ONLY: an existing workspace, without writing and without the lock
 */
typedef enum
{
  CLINCH_STORE_OPEN_WRITE,
  CLINCH_STORE_OPEN_CREATE,
  CLINCH_STORE_OPEN_READ_ONLY,
} ClinchStoreOpen;

/**
 * clinch_store_open_async:
 * @directory: the workspace's folder, NAME.clinch
 * @mode: how to open it
 * @language: (nullable): language of the pipelines that a new workspace gets, "zh" or "en"; %NULL
 *   for the program's
 * @cancellable: (nullable): to give up
 * @callback: what to call then
 * @user_data: its data
 *
 * Opens a workspace, migrating it where an older version wrote it. One that this program is just
 * closing is opened once that is done.
 */
void             clinch_store_open_async   (const char           *directory,
                                            ClinchStoreOpen       mode,
                                            const char           *language,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * clinch_store_open_finish:
 * @result: what the callback got
 * @error: the reason, a sentence that names the way out
 *
 * Returns: (transfer full) (nullable): the open workspace
 */
ClinchStore     *clinch_store_open_finish  (GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_store_close_async:
 * @self: an open workspace
 * @callback: (nullable): what to call when all jobs are done and the file is closed
 * @user_data: its data
 *
 * Takes no more jobs, finishes those it has, checkpoints and closes. Always call it before dropping
 * the store.
 */
void             clinch_store_close_async  (ClinchStore          *self,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * clinch_store_close_finish:
 * @self: a workspace
 * @result: what the callback got
 * @error: the reason
 *
 * Returns: %TRUE on success
 */
gboolean         clinch_store_close_finish (ClinchStore          *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * clinch_store_get_directory:
 * @self: a workspace
 *
 * Returns: (transfer none): its folder
 */
const char      *clinch_store_get_directory (ClinchStore         *self);

/**
 * clinch_store_is_read_only:
 * @self: a workspace
 *
 * Returns: %TRUE if it was opened without writing
 */
gboolean         clinch_store_is_read_only (ClinchStore          *self);

/**
 * clinch_store_read_async:
 * @self: an open workspace
 * @func: the job
 * @data: (transfer full) (nullable): its data
 * @data_free: (nullable): how to free @data, on the main thread
 * @result_free: (nullable): how to free a result that nobody takes
 * @cancellable: (nullable): interrupts the job
 * @callback: what to call then
 * @user_data: its data
 *
 * Gives a reading job to the worker for quick answers.
 */
void             clinch_store_read_async   (ClinchStore          *self,
                                            ClinchReadFunc        func,
                                            gpointer              data,
                                            GDestroyNotify        data_free,
                                            GDestroyNotify        result_free,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * clinch_store_read_slow_async:
 * @self: an open workspace
 * @func: the job
 * @data: (transfer full) (nullable): its data
 * @data_free: (nullable): how to free @data, on the main thread
 * @result_free: (nullable): how to free a result that nobody takes
 * @cancellable: (nullable): interrupts the job
 * @callback: what to call then
 * @user_data: its data
 *
 * As clinch_store_read_async(), on the other reading worker, so that an export or a check does not
 * hold up what the user looks at.
 */
void             clinch_store_read_slow_async (ClinchStore         *self,
                                               ClinchReadFunc       func,
                                               gpointer             data,
                                               GDestroyNotify       data_free,
                                               GDestroyNotify       result_free,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);

/**
 * clinch_store_read_finish:
 * @self: a workspace
 * @result: what the callback got
 * @error: the reason
 *
 * Returns: (transfer full) (nullable): what the job returned
 */
gpointer         clinch_store_read_finish  (ClinchStore          *self,
                                            GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_store_write_async:
 * @self: an open workspace
 * @func: the job
 * @data: (nullable): its data; it is the caller's again once the callback is called
 * @data_free: (nullable): how to free @data, on the main thread, after the callback
 * @cancellable: (nullable): interrupts the job; then everything is rolled back
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Gives a step to the writing worker. Before the callback the signal “changed” tells everybody what
 * it changed.
 */
void             clinch_store_write_async  (ClinchStore          *self,
                                            ClinchWriteFunc       func,
                                            gpointer              data,
                                            GDestroyNotify        data_free,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * clinch_store_write_finish:
 * @self: a workspace
 * @result: what the callback got
 * @error: the reason
 *
 * Returns: (transfer full) (nullable): what changed; %NULL if nothing did because the step failed
 */
ClinchChangeSet *clinch_store_write_finish (ClinchStore          *self,
                                            GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_store_job_data:
 * @result: what a callback of a read or write got
 *
 * Returns: (transfer none): the job's data
 */
gpointer         clinch_store_job_data     (GAsyncResult         *result);

/**
 * clinch_store_run_read:
 * @self: an open workspace
 * @func: the job
 * @data: (nullable): its data
 * @error: the reason
 *
 * For the command line and tests: gives the job and turns the main context until it is done.
 *
 * Returns: (transfer full) (nullable): what the job returned
 */
gpointer         clinch_store_run_read     (ClinchStore          *self,
                                            ClinchReadFunc        func,
                                            gpointer              data,
                                            GError              **error);

/**
 * clinch_store_run_write:
 * @self: an open workspace
 * @func: the job
 * @data: (nullable): its data
 * @error: the reason
 *
 * For the command line and tests: gives the step and turns the main context until it is done.
 *
 * Returns: (transfer full) (nullable): what changed
 */
ClinchChangeSet *clinch_store_run_write    (ClinchStore          *self,
                                            ClinchWriteFunc       func,
                                            gpointer              data,
                                            GError              **error);

G_END_DECLS
