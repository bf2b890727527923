// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-profile-actions.h"

/* A copy of what an operation takes, so that the page which asked for it may go meanwhile. */
typedef struct
{
  gint64 customer_id;
  ClinchTagRequest request;
  char *grade;
  char *reason;
} Action;

static void
action_free (gpointer data)
{
  Action *action = data;

  g_free ((gint64 *) action->request.tags);
  g_free ((char *) action->request.since);
  g_free ((char *) action->request.source);
  g_free ((char *) action->request.confidence);
  g_free ((char *) action->request.note);
  g_free (action->grade);
  g_free (action->reason);
  g_free (action);
}

static Action *
action_new (gint64 customer_id)
{
  Action *action = g_new0 (Action, 1);

  action->customer_id = customer_id;
  return action;
}

static void
run (ClinchWorkspace     *workspace,
     ClinchWriteFunc      func,
     Action              *action,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  clinch_store_write_async (clinch_workspace_get_store (workspace), func, action, action_free, NULL,
                            callback, user_data);
}

static gboolean
tag (ClinchTxn  *txn,
     gpointer    data,
     GError    **error)
{
  const Action *action = data;

  return clinch_operation_set_tags (txn, action->customer_id, &action->request, error);
}

void
clinch_profile_action_tag (ClinchWorkspace        *workspace,
                           gint64                  customer_id,
                           const ClinchTagRequest *request,
                           GAsyncReadyCallback     callback,
                           gpointer                user_data)
{
  Action *action = action_new (customer_id);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->request = *request;
  action->request.tags = g_memdup2 (request->tags, request->n_tags * sizeof *request->tags);
  action->request.since = g_strdup (request->since);
  action->request.source = g_strdup (request->source);
  action->request.confidence = g_strdup (request->confidence);
  action->request.note = g_strdup (request->note);
  run (workspace, tag, action, callback, user_data);
}

static gboolean
confirm (ClinchTxn  *txn,
         gpointer    data,
         GError    **error)
{
  const Action *action = data;

  return clinch_operation_confirm_tags (txn, action->customer_id, action->request.dimension_id,
                                        error);
}

void
clinch_profile_action_confirm (ClinchWorkspace     *workspace,
                               gint64               customer_id,
                               gint64               dimension_id,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Action *action = action_new (customer_id);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->request.dimension_id = dimension_id;
  run (workspace, confirm, action, callback, user_data);
}

static gboolean
set_grade (ClinchTxn  *txn,
           gpointer    data,
           GError    **error)
{
  const Action *action = data;

  return clinch_operation_set_grade (txn, action->customer_id, action->grade, action->reason,
                                     error);
}

void
clinch_profile_action_set_grade (ClinchWorkspace     *workspace,
                                 gint64               customer_id,
                                 const char          *grade,
                                 const char          *reason,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Action *action = action_new (customer_id);

  g_return_if_fail (CLINCH_IS_WORKSPACE (workspace));

  action->grade = g_strdup (grade);
  action->reason = g_strdup (reason);
  run (workspace, set_grade, action, callback, user_data);
}
