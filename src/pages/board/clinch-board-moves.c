// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-board-moves.h"

#include "clinch-actions.h"
#include "clinch-board-stage.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-move-dialog.h"
#include "clinch-page.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ClinchWorkspace *workspace;
  GArray *ids;
  gint64 stage_id;
  gint64 before_id;
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_object_unref (move->workspace);
  g_array_unref (move->ids);
  g_free (move);
}

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GtkWidget *widget = g_task_get_source_object (task);

  g_task_return_boolean (task, clinch_page_finish (widget, result, NULL));
}

static void
carry_out (GTask           *task,
           const ClinchRow *answer)
{
  Move *move = g_task_get_task_data (task);
  ClinchMoveRequest request = { .stage_id = move->stage_id, .before_id = move->before_id };

  if (answer != NULL)
    {
      request.reason = clinch_row_text (answer, CLINCH_OPPORTUNITY_LOST_REASON);
      request.competitor = clinch_row_text (answer, CLINCH_OPPORTUNITY_COMPETITOR);
      request.has_amount = clinch_row_has (answer, CLINCH_OPPORTUNITY_AMOUNT) &&
                           !clinch_row_is_null (answer, CLINCH_OPPORTUNITY_AMOUNT);
      request.amount = clinch_row_int (answer, CLINCH_OPPORTUNITY_AMOUNT);
      request.date = clinch_row_text (answer, CLINCH_OPPORTUNITY_CLOSED);
    }
  clinch_action_move (move->workspace, (gint64 *) move->ids->data, move->ids->len, &request, NULL,
                      moved_cb, g_object_ref (task));
}

static void
confirmed_cb (ClinchMoveDialog *dialog,
              GTask            *task)
{
  g_object_set_data (G_OBJECT (dialog), "clinch-confirmed", GINT_TO_POINTER (TRUE));
  carry_out (task, clinch_move_dialog_get_answer (dialog));
}

static void
closed_cb (ClinchMoveDialog *dialog,
           GTask            *task)
{
  if (g_object_get_data (G_OBJECT (dialog), "clinch-confirmed") == NULL)
    g_task_return_boolean (task, FALSE);
}

static ClinchRecord *
find_stage (ClinchWorkspace *workspace,
            gint64           stage_id)
{
  return clinch_workspace_get_record (workspace, CLINCH_KIND_STAGE, stage_id);
}

/* Only who enters a won or lost stage has something to say; changing the order inside of it says
 * nothing new. */
static gboolean
needs_answer (Move         *move,
              ClinchRecord *stage,
              ClinchRecord *only)
{
  if (clinch_stage_get_type_code (stage) == CLINCH_STAGE_OPEN)
    return FALSE;

  return only == NULL || clinch_record_get_int (only, CLINCH_OPPORTUNITY_STAGE) != move->stage_id;
}

static void
ask (GtkWidget    *widget,
     GTask        *task,
     ClinchRecord *stage,
     ClinchRecord *only)
{
  Move *move = g_task_get_task_data (task);
  ClinchMoveDialog *dialog;
  char today[CLINCH_DATE_SIZE];

  clinch_clock_today (today);
  dialog = clinch_move_dialog_new (move->workspace, stage, only, move->ids->len, today);
  /* What “closed” holds serves both; a closure that watches what goes with its own instance would
   * be looked for in vain. */
  g_signal_connect (dialog, "confirmed", G_CALLBACK (confirmed_cb), task);
  g_signal_connect_data (dialog, "closed", G_CALLBACK (closed_cb), g_object_ref (task),
                         (GClosureNotify) g_object_unref,
                         G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

void
clinch_board_move_async (GtkWidget           *widget,
                         ClinchWorkspace     *workspace,
                         const gint64        *ids,
                         gsize                n_ids,
                         gint64               stage_id,
                         gint64               before_id,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (widget, NULL, callback, user_data);
  g_autoptr(ClinchRecord) stage = find_stage (workspace, stage_id);
  g_autoptr(ClinchRecord) only = NULL;
  Move *move = g_new0 (Move, 1);

  g_task_set_source_tag (task, clinch_board_move_async);
  move->workspace = g_object_ref (workspace);
  move->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (move->ids, ids, n_ids);
  move->stage_id = stage_id;
  move->before_id = before_id;
  g_task_set_task_data (task, move, move_free);

  if (n_ids == 1)
    only = clinch_workspace_get_record (workspace, CLINCH_KIND_OPPORTUNITY, ids[0]);
  if (needs_answer (move, stage, only))
    ask (widget, task, stage, only);
  else
    carry_out (task, NULL);
}

gboolean
clinch_board_move_finish (GtkWidget    *widget,
                          GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

void
clinch_board_delete (GtkWidget       *widget,
                     ClinchWorkspace *workspace,
                     const gint64    *ids,
                     gsize            n_ids)
{
  clinch_action_delete (workspace, CLINCH_KIND_OPPORTUNITY, ids, n_ids, NULL, clinch_page_done_cb,
                        g_object_ref (widget));
}

void
clinch_board_edit (GtkWidget       *widget,
                   ClinchWorkspace *workspace,
                   const gint64    *ids,
                   gsize            n_ids,
                   const ClinchRow *changes)
{
  clinch_action_edit (workspace, CLINCH_KIND_OPPORTUNITY, ids, n_ids, changes, NULL,
                      clinch_page_done_cb,
                      g_object_ref (widget));
}
