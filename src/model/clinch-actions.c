// SPDX-License-Identifier: GPL-3.0-or-later
//
// Each action is a job with a copy of what it needs, so that the page which gave it may go
// meanwhile.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-actions.h"

#include "clinch-log.h"
#include "clinch-step-label.h"

#include <string.h>

typedef struct
{
  ClinchKind kind;
  GArray *ids; /* gint64 */
  ClinchRow *row;
  GPtrArray *rows;
  ClinchMoveRequest request;
  ClinchMergeRequest merge;
  gint64 id; /* a step or member to act on; a new record's key afterwards */
  char *name; /* of a setting */
  char *value;
} Action;

static Action *
action_new (ClinchKind    kind,
            const gint64 *ids,
            gsize         n_ids)
{
  Action *action = g_new0 (Action, 1);

  action->kind = kind;
  action->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (n_ids > 0)
    g_array_append_vals (action->ids, ids, n_ids);

  return action;
}

static void
action_free (gpointer data)
{
  Action *action = data;

  g_array_unref (action->ids);
  g_clear_pointer (&action->row, clinch_row_unref);
  g_clear_pointer (&action->rows, g_ptr_array_unref);
  g_free ((char *) action->request.reason);
  g_free ((char *) action->request.competitor);
  g_free ((char *) action->request.date);
  g_free (action->name);
  g_free (action->value);
  g_free (action);
}

static void
run_action (ClinchWorkspace     *workspace,
            ClinchWriteFunc      func,
            Action              *action,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  clinch_store_write_async (clinch_workspace_get_store (workspace), func, action, action_free,
                            cancellable, callback,
                            user_data);
}

ClinchChangeSet *
clinch_action_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_autoptr(GObject) store = g_async_result_get_source_object (result);

  return clinch_store_write_finish (CLINCH_STORE (store), result, error);
}

gint64
clinch_action_get_id (GAsyncResult *result)
{
  Action *action = clinch_store_job_data (result);

  return action->id;
}

static gboolean
move_opportunities (ClinchTxn  *txn,
                    gpointer    data,
                    GError    **error)
{
  Action *action = data;

  return clinch_operation_move (txn, (gint64 *) action->ids->data, action->ids->len,
                                &action->request, error);
}

void
clinch_action_move (ClinchWorkspace         *workspace,
                    const gint64            *ids,
                    gsize                    n_ids,
                    const ClinchMoveRequest *request,
                    GCancellable            *cancellable,
                    GAsyncReadyCallback      callback,
                    gpointer                 user_data)
{
  Action *action = action_new (CLINCH_KIND_OPPORTUNITY, ids, n_ids);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->request = *request;
  action->request.reason = g_strdup (request->reason);
  action->request.competitor = g_strdup (request->competitor);
  action->request.date = g_strdup (request->date);
  run_action (workspace, move_opportunities, action, cancellable, callback, user_data);
}

static gboolean
edit_records (ClinchTxn  *txn,
              gpointer    data,
              GError    **error)
{
  Action *action = data;

  return clinch_operation_edit (txn, action->kind, (gint64 *) action->ids->data, action->ids->len,
                                action->row, error);
}

void
clinch_action_edit (ClinchWorkspace     *workspace,
                    ClinchKind           kind,
                    const gint64        *ids,
                    gsize                n_ids,
                    const ClinchRow     *changes,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  Action *action = action_new (kind, ids, n_ids);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->row = clinch_row_copy (changes);
  run_action (workspace, edit_records, action, cancellable, callback, user_data);
}

static gboolean
add_record (ClinchTxn  *txn,
            gpointer    data,
            GError    **error)
{
  Action *action = data;

  action->id = clinch_operation_add (txn, action->row, error);
  return action->id != 0;
}

void
clinch_action_add (ClinchWorkspace     *workspace,
                   const ClinchRow     *row,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  Action *action = action_new (row->kind, NULL, 0);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->row = clinch_row_copy (row);
  run_action (workspace, add_record, action, cancellable, callback, user_data);
}

static gboolean
add_follow_ups (ClinchTxn  *txn,
                gpointer    data,
                GError    **error)
{
  Action *action = data;

  if (action->rows->len > 1)
    {
      g_autofree char *count = g_strdup_printf ("%u", action->rows->len);

      clinch_txn_set_action (txn, CLINCH_ACTION_LOG_MANY, count, NULL);
    }
  for (guint i = 0; i < action->rows->len; i++)
    if (clinch_operation_add (txn, action->rows->pdata[i], error) == 0)
      return FALSE;

  return TRUE;
}

void
clinch_action_add_follow_ups (ClinchWorkspace     *workspace,
                              GPtrArray           *rows,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Action *action = action_new (CLINCH_KIND_FOLLOW_UP, NULL, 0);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  /* The job fills the rows in, so it has its own. */
  action->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_row_unref);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (action->rows, clinch_row_copy (rows->pdata[i]));
  run_action (workspace, add_follow_ups, action, cancellable, callback, user_data);
}

static gboolean
delete_records (ClinchTxn  *txn,
                gpointer    data,
                GError    **error)
{
  Action *action = data;

  return clinch_operation_delete (txn, action->kind, (gint64 *) action->ids->data, action->ids->len,
                                  error);
}

void
clinch_action_delete (ClinchWorkspace     *workspace,
                      ClinchKind           kind,
                      const gint64        *ids,
                      gsize                n_ids,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  run_action (workspace, delete_records, action_new (kind, ids, n_ids), cancellable, callback,
              user_data);
}

static gboolean
restore_record (ClinchTxn  *txn,
                gpointer    data,
                GError    **error)
{
  Action *action = data;

  return clinch_operation_restore (txn, action->kind, g_array_index (action->ids, gint64, 0),
                                   error);
}

void
clinch_action_restore (ClinchWorkspace     *workspace,
                       ClinchKind           kind,
                       gint64               id,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  run_action (workspace, restore_record, action_new (kind, &id, 1), cancellable, callback,
              user_data);
}

static gboolean
merge_records (ClinchTxn  *txn,
               gpointer    data,
               GError    **error)
{
  Action *action = data;

  return clinch_operation_merge (txn, &action->merge, error);
}

void
clinch_action_merge (ClinchWorkspace           *workspace,
                     const ClinchMergeRequest  *request,
                     GCancellable              *cancellable,
                     GAsyncReadyCallback        callback,
                     gpointer                   user_data)
{
  Action *action = action_new (request->kind, NULL, 0);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->merge = *request;
  run_action (workspace, merge_records, action, cancellable, callback, user_data);
}

static gboolean
undo_step (ClinchTxn  *txn,
           gpointer    data,
           GError    **error)
{
  Action *action = data;

  if (action->id == 0 && !clinch_log_undoable (clinch_txn_db (txn), &action->id, NULL, error))
    return FALSE;

  return action->id == 0 || clinch_log_undo (txn, action->id, error);
}

void
clinch_action_undo (ClinchWorkspace     *workspace,
                    gint64               step_id,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  Action *action = action_new (CLINCH_KIND_NONE, NULL, 0);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->id = step_id;
  run_action (workspace, undo_step, action, cancellable, callback, user_data);
}

static gboolean
redo_step (ClinchTxn  *txn,
           gpointer    data,
           GError    **error)
{
  Action *action = data;

  if (!clinch_log_redoable (clinch_txn_db (txn), &action->id, NULL, error))
    return FALSE;

  return action->id == 0 || clinch_log_undo (txn, action->id, error);
}

void
clinch_action_redo (ClinchWorkspace     *workspace,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  run_action (workspace, redo_step, action_new (CLINCH_KIND_NONE, NULL, 0), cancellable, callback,
              user_data);
}

static gboolean
set_me (ClinchTxn  *txn,
        gpointer    data,
        GError    **error)
{
  Action *action = data;
  char id[24];

  g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, action->id);
  return clinch_txn_set_local (txn, "me", id, error);
}

void
clinch_action_set_me (ClinchWorkspace     *workspace,
                      gint64               member_id,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  Action *action = action_new (CLINCH_KIND_MEMBER, NULL, 0);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->id = member_id;
  run_action (workspace, set_me, action, NULL, callback, user_data);
}

static gboolean
set_setting (ClinchTxn  *txn,
             gpointer    data,
             GError    **error)
{
  Action *action = data;

  clinch_txn_set_action (txn, CLINCH_ACTION_SETTING, action->name, NULL);
  return clinch_txn_set_setting (txn, action->name, action->value, error);
}

void
clinch_action_set_setting (ClinchWorkspace     *workspace,
                           const char          *name,
                           const char          *value,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Action *action = action_new (CLINCH_KIND_SETTING, NULL, 0);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->name = g_strdup (name);
  action->value = g_strdup (value);
  run_action (workspace, set_setting, action, NULL, callback, user_data);
}
