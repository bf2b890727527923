// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-change-set.h"
#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchTxn:
 *
 * One step in the making: a write transaction on the worker that logs all it changes. Jobs get one
 * and write through it and through nothing else. Where a function here returns %FALSE the job
 * returns %FALSE too, and the whole step is rolled back.
 */
typedef struct _ClinchTxn ClinchTxn;

/**
 * ClinchDeriveFunc:
 * @txn: a step that is about to be committed
 * @changes: what it changed so far; grows by what the function changes
 * @error: where the reason goes
 *
 * Brings up to date what follows from records by rules that a trigger cannot state. It runs on the
 * writing worker inside the step: with clinch_txn_update() for what is logged, with
 * clinch_txn_touch() for maintained columns that it wrote itself.
 *
 * Returns: %TRUE to go on, %FALSE to roll the step back
 */
typedef gboolean (*ClinchDeriveFunc) (ClinchTxn              *txn,
                                      const ClinchChangeSet  *changes,
                                      GError                **error);

/**
 * clinch_txn_set_derive_func:
 * @func: (nullable): what derives
 *
 * Sets the function of this process. The floor above does so before it opens a workspace for
 * writing, always with the same one.
 */
void             clinch_txn_set_derive_func (ClinchDeriveFunc func);

/**
 * clinch_txn_begin:
 * @db: the writing connection
 * @now_ms: the instant of the step, Unix milliseconds
 * @error: where the reason goes
 *
 * Begins a step. Only the store's worker, migrations and tests call this; jobs are given theirs.
 *
 * Returns: (transfer full) (nullable): the step
 */
ClinchTxn       *clinch_txn_begin      (ClinchDb         *db,
                                        gint64            now_ms,
                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_txn_continue:
 * @db: the writing connection, inside a transaction
 * @now_ms: the instant of the step, Unix milliseconds
 * @error: where the reason goes
 *
 * As clinch_txn_begin(), in the transaction that an update of the schema has begun. Committing or
 * rolling back the step ends that transaction.
 *
 * Returns: (transfer full) (nullable): the step
 */
ClinchTxn       *clinch_txn_continue   (ClinchDb         *db,
                                        gint64            now_ms,
                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_txn_commit:
 * @self: (transfer full): a step
 * @error: where the reason goes
 *
 * Writes the step into the log and makes everything durable; on failure nothing has happened.
 *
 * Returns: (transfer full) (nullable): what changed
 */
ClinchChangeSet *clinch_txn_commit     (ClinchTxn        *self,
                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_txn_rollback:
 * @self: (transfer full): a step
 *
 * Takes everything back.
 */
void             clinch_txn_rollback   (ClinchTxn        *self);

/**
 * clinch_txn_expect_mass:
 * @self: a step
 * @error: where the reason goes
 *
 * Says that it will write a mass of records, see clinch_db_expect_mass(); until it ends.
 *
 * Returns: %TRUE on success
 */
gboolean         clinch_txn_expect_mass (ClinchTxn        *self,
                                         GError          **error);

/**
 * clinch_txn_db:
 * @self: a step
 *
 * Returns: (transfer none): the connection, for reading inside the step
 */
ClinchDb        *clinch_txn_db         (ClinchTxn        *self);

/**
 * clinch_txn_now:
 * @self: a step
 *
 * Returns: the instant of the step, Unix seconds
 */
gint64           clinch_txn_now        (ClinchTxn        *self);

/**
 * clinch_txn_me:
 * @self: a step
 *
 * Returns: key of the member who acts, 0 if nobody said who "me" is
 */
gint64           clinch_txn_me         (ClinchTxn        *self);

/**
 * clinch_txn_set_action:
 * @self: a step
 * @action: code of what is done, see clinch_step_label()
 * @...: up to three texts that the label mentions, ended by %NULL
 *
 * Every step has an action before it is committed. The label is put together when it is shown, in
 * the reader's language.
 */
void             clinch_txn_set_action (ClinchTxn        *self,
                                        const char       *action,
                                        ...) G_GNUC_NULL_TERMINATED;

/**
 * clinch_txn_has_action:
 * @self: a step
 *
 * Returns: %TRUE if the action has been set
 */
gboolean         clinch_txn_has_action (ClinchTxn        *self);

/**
 * clinch_txn_set_undoes:
 * @self: a step
 * @step_id: the step that this one takes back
 */
void             clinch_txn_set_undoes (ClinchTxn        *self,
                                        gint64            step_id);

/**
 * clinch_txn_touch:
 * @self: a step
 * @kind: a kind
 * @id: key of a record
 *
 * Tells that maintained columns of the record may differ now, so that everybody reads it anew.
 */
void             clinch_txn_touch      (ClinchTxn        *self,
                                        ClinchKind        kind,
                                        gint64            id);

/**
 * clinch_txn_n_changes:
 * @self: a step
 *
 * Returns: how many changes it has logged so far
 */
gint64           clinch_txn_n_changes  (ClinchTxn        *self);

/**
 * clinch_txn_insert:
 * @self: a step
 * @row: the new record; its uid is made here unless it has one. On success its id is filled in
 * @error: where the reason goes; %CLINCH_STORE_ERROR_REFUSED names a required field that is missing
 *
 * Returns: key of the new record, 0 on failure
 */
gint64           clinch_txn_insert     (ClinchTxn        *self,
                                        ClinchRow        *row,
                                        GError          **error);

/**
 * clinch_txn_update:
 * @self: a step
 * @id: key of a record
 * @changes: a row of the record's kind with those fields given that are to be set
 * @error: where the reason goes
 *
 * Sets fields; those that hold that value already are not logged, and if none is left nothing
 * happens.
 *
 * Returns: %TRUE on success
 */
gboolean         clinch_txn_update     (ClinchTxn        *self,
                                        gint64            id,
                                        const ClinchRow  *changes,
                                        GError          **error);

/**
 * clinch_txn_delete:
 * @self: a step
 * @kind: a kind
 * @id: key of a record
 * @error: where the reason goes
 *
 * Moves the record, and with it those that belong to it (contacts, opportunities and follow-ups of
 * a customer), to the recycle bin. Refused where a living record that stays behind requires it (a
 * member who still owns customers).
 *
 * Returns: %TRUE on success, also if it was there already
 */
gboolean         clinch_txn_delete     (ClinchTxn        *self,
                                        ClinchKind        kind,
                                        gint64            id,
                                        GError          **error);

/**
 * clinch_txn_undelete:
 * @self: a step
 * @kind: a kind
 * @id: key of a record in the recycle bin
 * @error: where the reason goes
 *
 * Brings the record back, with those that went with it in the same step and those it cannot be
 * without.
 *
 * Returns: %TRUE on success, also if it was not deleted
 */
gboolean         clinch_txn_undelete   (ClinchTxn        *self,
                                        ClinchKind        kind,
                                        gint64            id,
                                        GError          **error);

/**
 * clinch_txn_set_deleted:
 * @self: a step
 * @kind: a kind
 * @id: key of a record
 * @deleted: whether it shall lie in the bin
 * @error: where the reason goes
 *
 * As the two above for this one record alone; what undo is made of.
 *
 * Returns: %TRUE on success
 */
gboolean         clinch_txn_set_deleted (ClinchTxn       *self,
                                         ClinchKind       kind,
                                         gint64           id,
                                         gboolean         deleted,
                                         GError         **error);

/**
 * clinch_txn_set_setting:
 * @self: a step
 * @name: name of a setting of the workspace
 * @value: (nullable): its value
 * @error: where the reason goes
 *
 * Returns: %TRUE on success
 */
gboolean         clinch_txn_set_setting (ClinchTxn       *self,
                                         const char      *name,
                                         const char      *value,
                                         GError         **error);

/**
 * clinch_txn_set_local:
 * @self: a step
 * @key: a key of the table "local"; "me" takes effect at once
 * @value: (nullable): its value
 * @error: where the reason goes
 *
 * What is local to this device is not logged.
 *
 * Returns: %TRUE on success
 */
gboolean         clinch_txn_set_local  (ClinchTxn        *self,
                                        const char       *key,
                                        const char       *value,
                                        GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchTxn, clinch_txn_rollback)

G_END_DECLS
