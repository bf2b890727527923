// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

G_BEGIN_DECLS

/* What Setup does to dimensions, tags and grade rules, as clinch-actions.h has it for records; the
 * callbacks get the change set with clinch_action_finish(). */

/**
 * clinch_action_apply_rules:
 * @workspace: a workspace
 * @edits: (element-type ClinchRow): fields of dimensions, tags and grade rules, each row with the
 *   key of its record; referenced, and not to be changed any more
 * @cancellable: (nullable): to give up; then nothing has changed
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Makes the changes as one step, in which all customers are graded anew; see
 * clinch_profile_derive_progress().
 */
void clinch_action_apply_rules (ClinchWorkspace     *workspace,
                                GPtrArray           *edits,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);

/**
 * clinch_action_reorder:
 * @workspace: a workspace
 * @kind: a kind with a position: dimensions, tags
 * @ids: (array length=n_ids): records of it in the order in which they shall stand
 * @n_ids: how many
 * @moved: the one that was moved, after which the step is called
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Puts records into an order.
 */
void clinch_action_reorder     (ClinchWorkspace     *workspace,
                                ClinchKind           kind,
                                const gint64        *ids,
                                gsize                n_ids,
                                gint64               moved,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);

/**
 * clinch_rules_write:
 * @txn: a step
 * @edits: (element-type ClinchRow): as above
 * @error: %CLINCH_STORE_ERROR_REFUSED where the rules would not make sense: a weight below 0, a
 *   score or threshold outside of 0 to 100, no dimension left
 *
 * For jobs: makes the changes and names the step.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_rules_write    (ClinchTxn           *txn,
                                const GPtrArray     *edits,
                                GError             **error);

G_END_DECLS
