// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-board-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_BOARD_VIEW (clinch_board_view_get_type ())

/**
 * ClinchBoardView:
 *
 * The columns of a board side by side, or one at a time with a switcher where there is little room.
 * Cards are moved by dragging, with the keyboard and from their menu; whichever way, the keyboard
 * follows the card, and a screen reader is told.
 *
 * Keys on a card: arrows go from card to card and from column to column; with Ctrl and Shift they
 * move the card; Return opens it, Menu or Shift+F10 shows its menu, Delete deletes it.
 *
 * Signals: “open” (ClinchRecord, ClinchRecordList): a card was activated; the list is its column.
 */
G_DECLARE_FINAL_TYPE (ClinchBoardView, clinch_board_view, CLINCH, BOARD_VIEW, GtkWidget)

void     clinch_board_view_set_model   (ClinchBoardView  *self,
                                        ClinchWorkspace  *workspace,
                                        ClinchBoardModel *model);
/* One column at a time. */
void     clinch_board_view_set_narrow  (ClinchBoardView  *self,
                                        gboolean          narrow);
void     clinch_board_view_set_compact (ClinchBoardView  *self,
                                        gboolean          compact);
/* Time has passed. */
void     clinch_board_view_refresh     (ClinchBoardView  *self);

/* The stage that the keyboard is in or that is seen alone, 0 for none. */
gint64   clinch_board_view_get_stage   (ClinchBoardView  *self);
/* Puts the keyboard on a card as soon as it is there. */
void     clinch_board_view_show_card   (ClinchBoardView  *self,
                                        gint64            id);

/* As one comes back from the page of a card: puts the keyboard on it and says nothing. */
void     clinch_board_view_return_to   (ClinchBoardView  *self,
                                        gint64            id);

/* How far the board is scrolled to the side, for remembering. */
double   clinch_board_view_get_scroll  (ClinchBoardView  *self);
void     clinch_board_view_set_scroll  (ClinchBoardView  *self,
                                        double            scroll);

G_END_DECLS
