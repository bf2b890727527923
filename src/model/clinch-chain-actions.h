// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-actions.h"
#include "clinch-chain-operations.h"

G_BEGIN_DECLS

/* What pages do to a decision chain, one logged step each, as clinch-actions.h has it: the callback
 * gets the change set with clinch_action_finish(). */

/**
 * clinch_chain_action_assess:
 * @workspace: a workspace
 * @contact_id: key of a contact
 * @opportunity_id: for which opportunity it holds, 0 for all of the customer's
 * @values: a row of %CLINCH_KIND_ASSESSMENT, see clinch_operation_assess(); copied
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Judges a person, on one scale or on several.
 */
void   clinch_chain_action_assess           (ClinchWorkspace                 *workspace,
                                             gint64                           contact_id,
                                             gint64                           opportunity_id,
                                             const ClinchRow                 *values,
                                             GCancellable                    *cancellable,
                                             GAsyncReadyCallback              callback,
                                             gpointer                         user_data);

/**
 * clinch_chain_action_report_to:
 * @workspace: a workspace
 * @contact_id: key of a contact
 * @above_id: to whom the person reports, 0 for nobody
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Sets a reporting line; a circle is refused.
 */
void   clinch_chain_action_report_to        (ClinchWorkspace                 *workspace,
                                             gint64                           contact_id,
                                             gint64                           above_id,
                                             GCancellable                    *cancellable,
                                             GAsyncReadyCallback              callback,
                                             gpointer                         user_data);

/**
 * clinch_chain_action_draw_line:
 * @workspace: a workspace
 * @from_id: key of a contact
 * @to_id: key of another one of the same customer
 * @type: code of %CLINCH_CHOICE_INFLUENCE
 * @note: (nullable): what there is to say
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Draws a line of influence, or makes the one that is there another kind.
 */
void   clinch_chain_action_draw_line        (ClinchWorkspace                 *workspace,
                                             gint64                           from_id,
                                             gint64                           to_id,
                                             const char                      *type,
                                             const char                      *note,
                                             GCancellable                    *cancellable,
                                             GAsyncReadyCallback              callback,
                                             gpointer                         user_data);

/**
 * clinch_chain_action_remove_line:
 * @workspace: a workspace
 * @influence_id: key of a line of influence
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Removes a line of influence.
 */
void   clinch_chain_action_remove_line      (ClinchWorkspace                 *workspace,
                                             gint64                           influence_id,
                                             GCancellable                    *cancellable,
                                             GAsyncReadyCallback              callback,
                                             gpointer                         user_data);

/**
 * clinch_chain_action_add_placeholder:
 * @workspace: a workspace
 * @request: who must exist; copied
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then; clinch_chain_action_get_id() tells the new key
 * @user_data: its data
 *
 * Puts somebody on the map whom nobody knows yet.
 */
void   clinch_chain_action_add_placeholder  (ClinchWorkspace                 *workspace,
                                             const ClinchPlaceholderRequest  *request,
                                             GCancellable                    *cancellable,
                                             GAsyncReadyCallback              callback,
                                             gpointer                         user_data);

/**
 * clinch_chain_action_name_placeholder:
 * @workspace: a workspace
 * @contact_id: key of a placeholder
 * @changes: a row of %CLINCH_KIND_CONTACT with the name; copied
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Says who a placeholder is.
 */
void   clinch_chain_action_name_placeholder (ClinchWorkspace                 *workspace,
                                             gint64                           contact_id,
                                             const ClinchRow                 *changes,
                                             GCancellable                    *cancellable,
                                             GAsyncReadyCallback              callback,
                                             gpointer                         user_data);

/**
 * clinch_chain_action_fill_placeholder:
 * @workspace: a workspace
 * @placeholder_id: key of a placeholder
 * @contact_id: key of a contact of the same customer, who takes its place
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Says that a placeholder is somebody who is known already.
 */
void   clinch_chain_action_fill_placeholder (ClinchWorkspace                 *workspace,
                                             gint64                           placeholder_id,
                                             gint64                           contact_id,
                                             GCancellable                    *cancellable,
                                             GAsyncReadyCallback              callback,
                                             gpointer                         user_data);

/**
 * clinch_chain_action_add_fact:
 * @workspace: a workspace
 * @fact: a row of %CLINCH_KIND_FACT; copied
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then; clinch_chain_action_get_id() tells the new key
 * @user_data: its data
 *
 * Notes something that is known of a person.
 */
void   clinch_chain_action_add_fact         (ClinchWorkspace                 *workspace,
                                             const ClinchRow                 *fact,
                                             GCancellable                    *cancellable,
                                             GAsyncReadyCallback              callback,
                                             gpointer                         user_data);

/**
 * clinch_chain_action_ask_help:
 * @workspace: a workspace
 * @request: a row of %CLINCH_KIND_HELP_REQUEST, see clinch_operation_ask_help(); copied
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then; clinch_chain_action_get_id() tells the new key
 * @user_data: its data
 *
 * Asks one of us to join.
 */
void   clinch_chain_action_ask_help         (ClinchWorkspace                 *workspace,
                                             const ClinchRow                 *request,
                                             GCancellable                    *cancellable,
                                             GAsyncReadyCallback              callback,
                                             gpointer                         user_data);

/**
 * clinch_chain_action_answer_help:
 * @workspace: a workspace
 * @request_id: key of a request for help
 * @state: code of the state it gets
 * @outcome: (nullable): what came of it, or why not
 * @cancellable: (nullable): to give up
 * @callback: (nullable): what to call then
 * @user_data: its data
 *
 * Accepts or declines a request, or says what came of it.
 */
void   clinch_chain_action_answer_help      (ClinchWorkspace                 *workspace,
                                             gint64                           request_id,
                                             const char                      *state,
                                             const char                      *outcome,
                                             GCancellable                    *cancellable,
                                             GAsyncReadyCallback              callback,
                                             gpointer                         user_data);

/**
 * clinch_chain_action_get_id:
 * @result: the result of an action here that adds a record
 *
 * Returns: its key
 */
gint64 clinch_chain_action_get_id           (GAsyncResult                    *result);

G_END_DECLS
