// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Moves opportunities to a stage, whatever the way it was asked for: asks in a dialog what a won or
 * lost stage must know, moves, and tells by a toast with Undo, or with the reason why not. @widget
 * is where the dialog and the toast belong; @before_id is as in #ClinchMoveRequest. Several are
 * moved as one step. */
void     clinch_board_move_async  (GtkWidget           *widget,
                                   ClinchWorkspace     *workspace,
                                   const gint64        *ids,
                                   gsize                n_ids,
                                   gint64               stage_id,
                                   gint64               before_id,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);

/* FALSE if nothing was moved; the user knows why. */
gboolean clinch_board_move_finish (GtkWidget           *widget,
                                   GAsyncResult        *result);

/* Deletes opportunities, with a toast to undo it. */
void     clinch_board_delete      (GtkWidget           *widget,
                                   ClinchWorkspace     *workspace,
                                   const gint64        *ids,
                                   gsize                n_ids);

/* Sets fields of opportunities, with a toast to undo it. */
void     clinch_board_edit        (GtkWidget           *widget,
                                   ClinchWorkspace     *workspace,
                                   const gint64        *ids,
                                   gsize                n_ids,
                                   const ClinchRow     *changes);

G_END_DECLS
