// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-chain-actions.h"

#include "clinch-help-operations.h"

/* A copy of what an operation takes, so that the page which asked for it may go meanwhile. */
typedef struct
{
  gint64 id;       /* of a record to act on; of the new one afterwards */
  gint64 other_id;
  ClinchRow *row;
  char *code;
  char *text;
  ClinchPlaceholderRequest request;
} Action;

static Action *
action_new (gint64           id,
            gint64           other_id,
            const ClinchRow *row)
{
  Action *action = g_new0 (Action, 1);

  action->id = id;
  action->other_id = other_id;
  action->row = row != NULL ? clinch_row_copy (row) : NULL;

  return action;
}

static void
action_free (gpointer data)
{
  Action *action = data;

  g_clear_pointer (&action->row, clinch_row_unref);
  g_free (action->code);
  g_free (action->text);
  g_free ((char *) action->request.role);
  g_free ((char *) action->request.level);
  g_free ((char *) action->request.department);
  g_free ((char *) action->request.name);
  g_free (action);
}

static void
run (ClinchWorkspace     *workspace,
     ClinchWriteFunc      func,
     Action              *action,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  clinch_store_write_async (clinch_workspace_get_store (workspace), func, action, action_free,
                            cancellable, callback, user_data);
}

gint64
clinch_chain_action_get_id (GAsyncResult *result)
{
  const Action *action = clinch_store_job_data (result);

  return action->id;
}

static gboolean
assess (ClinchTxn  *txn,
        gpointer    data,
        GError    **error)
{
  Action *action = data;

  return clinch_operation_assess (txn, action->id, action->other_id, action->row, error);
}

void
clinch_chain_action_assess (ClinchWorkspace     *workspace,
                            gint64               contact_id,
                            gint64               opportunity_id,
                            const ClinchRow     *values,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  run (workspace, assess, action_new (contact_id, opportunity_id, values), cancellable, callback,
       user_data);
}

static gboolean
report_to (ClinchTxn  *txn,
           gpointer    data,
           GError    **error)
{
  Action *action = data;

  return clinch_operation_report_to (txn, action->id, action->other_id, error);
}

void
clinch_chain_action_report_to (ClinchWorkspace     *workspace,
                               gint64               contact_id,
                               gint64               above_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  run (workspace, report_to, action_new (contact_id, above_id, NULL), cancellable, callback,
       user_data);
}

static gboolean
draw_line (ClinchTxn  *txn,
           gpointer    data,
           GError    **error)
{
  Action *action = data;

  return clinch_operation_draw_line (txn, action->id, action->other_id, action->code, action->text,
                                     error);
}

void
clinch_chain_action_draw_line (ClinchWorkspace     *workspace,
                               gint64               from_id,
                               gint64               to_id,
                               const char          *type,
                               const char          *note,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Action *action = action_new (from_id, to_id, NULL);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->code = g_strdup (type);
  action->text = g_strdup (note);
  run (workspace, draw_line, action, cancellable, callback, user_data);
}

static gboolean
remove_line (ClinchTxn  *txn,
             gpointer    data,
             GError    **error)
{
  Action *action = data;

  return clinch_operation_remove_line (txn, action->id, error);
}

void
clinch_chain_action_remove_line (ClinchWorkspace     *workspace,
                                 gint64               influence_id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  run (workspace, remove_line, action_new (influence_id, 0, NULL), cancellable, callback,
       user_data);
}

static gboolean
add_placeholder (ClinchTxn  *txn,
                 gpointer    data,
                 GError    **error)
{
  Action *action = data;

  action->id = clinch_operation_add_placeholder (txn, &action->request, error);
  return action->id != 0;
}

void
clinch_chain_action_add_placeholder (ClinchWorkspace                *workspace,
                                     const ClinchPlaceholderRequest *request,
                                     GCancellable                   *cancellable,
                                     GAsyncReadyCallback             callback,
                                     gpointer                        user_data)
{
  Action *action = action_new (0, 0, NULL);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->request = *request;
  action->request.role = g_strdup (request->role);
  action->request.level = g_strdup (request->level);
  action->request.department = g_strdup (request->department);
  action->request.name = g_strdup (request->name);
  run (workspace, add_placeholder, action, cancellable, callback, user_data);
}

static gboolean
name_placeholder (ClinchTxn  *txn,
                  gpointer    data,
                  GError    **error)
{
  Action *action = data;

  return clinch_operation_name_placeholder (txn, action->id, action->row, error);
}

void
clinch_chain_action_name_placeholder (ClinchWorkspace     *workspace,
                                      gint64               contact_id,
                                      const ClinchRow     *changes,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  run (workspace, name_placeholder, action_new (contact_id, 0, changes), cancellable, callback,
       user_data);
}

static gboolean
fill_placeholder (ClinchTxn  *txn,
                  gpointer    data,
                  GError    **error)
{
  Action *action = data;

  return clinch_operation_fill_placeholder (txn, action->id, action->other_id, error);
}

void
clinch_chain_action_fill_placeholder (ClinchWorkspace     *workspace,
                                      gint64               placeholder_id,
                                      gint64               contact_id,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  run (workspace, fill_placeholder, action_new (placeholder_id, contact_id, NULL), cancellable,
       callback, user_data);
}

static gboolean
add_fact (ClinchTxn  *txn,
          gpointer    data,
          GError    **error)
{
  Action *action = data;

  action->id = clinch_operation_add_fact (txn, action->row, error);
  return action->id != 0;
}

void
clinch_chain_action_add_fact (ClinchWorkspace     *workspace,
                              const ClinchRow     *fact,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  run (workspace, add_fact, action_new (0, 0, fact), cancellable, callback, user_data);
}

static gboolean
ask_help (ClinchTxn  *txn,
          gpointer    data,
          GError    **error)
{
  Action *action = data;

  action->id = clinch_operation_ask_help (txn, action->row, error);
  return action->id != 0;
}

void
clinch_chain_action_ask_help (ClinchWorkspace     *workspace,
                              const ClinchRow     *request,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  run (workspace, ask_help, action_new (0, 0, request), cancellable, callback, user_data);
}

static gboolean
answer_help (ClinchTxn  *txn,
             gpointer    data,
             GError    **error)
{
  Action *action = data;

  return clinch_operation_answer_help (txn, action->id, action->code, action->text, error);
}

void
clinch_chain_action_answer_help (ClinchWorkspace     *workspace,
                                 gint64               request_id,
                                 const char          *state,
                                 const char          *outcome,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Action *action = action_new (request_id, 0, NULL);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->code = g_strdup (state);
  action->text = g_strdup (outcome);
  run (workspace, answer_help, action, cancellable, callback, user_data);
}
