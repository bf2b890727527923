// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-merge.h"
#include "clinch-operations.h"
#include "clinch-workspace.h"

G_BEGIN_DECLS

/* What pages do to records. Each function gives one logged step to the store; its callback gets the
 * change set with clinch_action_finish(), and the step can be undone by its id. */

/**
 * clinch_action_move:
 * @workspace: a workspace
 * @ids: (array length=n_ids): opportunities
 * @n_ids: how many
 * @request: where to and what must be said with it; copied
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Moves opportunities, as one step; also changes the order inside a column.
 */
void             clinch_action_move      (ClinchWorkspace          *workspace,
                                          const gint64             *ids,
                                          gsize                     n_ids,
                                          const ClinchMoveRequest  *request,
                                          GCancellable             *cancellable,
                                          GAsyncReadyCallback       callback,
                                          gpointer                  user_data);

/**
 * clinch_action_edit:
 * @workspace: a workspace
 * @kind: a kind
 * @ids: (array length=n_ids): records of that kind
 * @n_ids: how many
 * @changes: a row with the fields to set; copied
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Sets fields of one record or of many, as one step.
 */
void             clinch_action_edit      (ClinchWorkspace          *workspace,
                                          ClinchKind                kind,
                                          const gint64             *ids,
                                          gsize                     n_ids,
                                          const ClinchRow          *changes,
                                          GCancellable             *cancellable,
                                          GAsyncReadyCallback       callback,
                                          gpointer                  user_data);

/**
 * clinch_action_add:
 * @workspace: a workspace
 * @row: the new record; copied. What is not given is filled in (owner, currency, pipeline, stage)
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then; clinch_action_get_id() tells the new key
 * @user_data: its data
 *
 * Adds a record. A follow-up also carries its next step over to its opportunity.
 */
void             clinch_action_add       (ClinchWorkspace          *workspace,
                                          const ClinchRow          *row,
                                          GCancellable             *cancellable,
                                          GAsyncReadyCallback       callback,
                                          gpointer                  user_data);

/**
 * clinch_action_add_follow_ups:
 * @workspace: a workspace
 * @rows: (element-type ClinchRow): follow-ups; referenced
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Adds several follow-ups as one step: the drafts of a pasted memo.
 */
void             clinch_action_add_follow_ups (ClinchWorkspace     *workspace,
                                               GPtrArray           *rows,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);

/**
 * clinch_action_delete:
 * @workspace: a workspace
 * @kind: a kind
 * @ids: (array length=n_ids): records of that kind
 * @n_ids: how many
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Moves records to the recycle bin, with what belongs to them.
 */
void             clinch_action_delete    (ClinchWorkspace          *workspace,
                                          ClinchKind                kind,
                                          const gint64             *ids,
                                          gsize                     n_ids,
                                          GCancellable             *cancellable,
                                          GAsyncReadyCallback       callback,
                                          gpointer                  user_data);

/**
 * clinch_action_restore:
 * @workspace: a workspace
 * @kind: a kind
 * @id: a record of that kind in the recycle bin
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Brings a record back from the recycle bin, with what went with it.
 */
void             clinch_action_restore   (ClinchWorkspace          *workspace,
                                          ClinchKind                kind,
                                          gint64                    id,
                                          GCancellable             *cancellable,
                                          GAsyncReadyCallback       callback,
                                          gpointer                  user_data);

/**
 * clinch_action_merge:
 * @workspace: a workspace
 * @request: which two records, and what is taken from which
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Makes two records one.
 */
void             clinch_action_merge     (ClinchWorkspace          *workspace,
                                          const ClinchMergeRequest *request,
                                          GCancellable             *cancellable,
                                          GAsyncReadyCallback       callback,
                                          gpointer                  user_data);

/**
 * clinch_action_undo:
 * @workspace: a workspace
 * @step_id: the step to take back, 0 for the newest that can be
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Takes a step back. With nothing to take back the change set has no step.
 */
void             clinch_action_undo      (ClinchWorkspace          *workspace,
                                          gint64                    step_id,
                                          GCancellable             *cancellable,
                                          GAsyncReadyCallback       callback,
                                          gpointer                  user_data);

/**
 * clinch_action_redo:
 * @workspace: a workspace
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Takes the newest undo back, if nothing else was done since.
 */
void             clinch_action_redo      (ClinchWorkspace          *workspace,
                                          GCancellable             *cancellable,
                                          GAsyncReadyCallback       callback,
                                          gpointer                  user_data);

/**
 * clinch_action_set_me:
 * @workspace: a workspace
 * @member_id: the member who acts from now on
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Says who “me” is on this device.
 */
void             clinch_action_set_me    (ClinchWorkspace          *workspace,
                                          gint64                    member_id,
                                          GAsyncReadyCallback       callback,
                                          gpointer                  user_data);

/**
 * clinch_action_set_setting:
 * @workspace: a workspace
 * @name: name of a setting of the workspace, "currency"
 * @value: its value
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Changes what holds for the whole workspace.
 */
void             clinch_action_set_setting (ClinchWorkspace     *workspace,
                                            const char          *name,
                                            const char          *value,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);

/**
 * clinch_action_finish:
 * @result: what a callback got
 * @error: the reason, a sentence for the user
 *
 * Returns: (transfer full) (nullable): what changed
 */
ClinchChangeSet *clinch_action_finish    (GAsyncResult             *result,
                                          GError                  **error)
                                          G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_action_get_id:
 * @result: what a callback of clinch_action_add() got
 *
 * Returns: key of the new record
 */
gint64           clinch_action_get_id    (GAsyncResult             *result);

G_END_DECLS
