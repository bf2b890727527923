// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-board-view.h"
#include "clinch-stage-column.h"

G_BEGIN_DECLS

struct _ClinchBoardView
{
  GtkWidget parent_instance;

  GtkWidget *switcher;
  GtkButton *previous_button;
  GtkDropDown *stage_drop_down;
  GtkButton *next_button;
  GtkScrolledWindow *scrolled_window;
  GtkBox *column_box;

  ClinchWorkspace *workspace;
  ClinchBoardModel *model;
  ClinchCardLook *look;
  GPtrArray *columns; /* ClinchStageColumn, in order */
  GtkWidget *menu;
  guint menu_source; /* drops it after it was closed */
  GtkWidget *menu_origin; /* weak: what had the keyboard before */
  guint visible_column; /* in a narrow window */
  gboolean narrow;
  gboolean filling;
  guint widen_source;
  double wanted_scroll; /* -1: as it is */

  /* A card on the move, which the keyboard shall follow. */
  gint64 moving_id;
  gint64 moving_stage_id;
  guint focus_source;
  gboolean moved; /* and a screen reader be told */
  gint64 left_id; /* the card that had the keyboard when the board went out of sight */

  /* A card that is held near an edge. */
  double pointer_x;
  guint scroll_tick;
};

ClinchStageColumn *clinch_board_view_find_column   (ClinchBoardView   *self,
                                                    gint64             stage_id);
/* The card with the keyboard; NULL where another widget has it. */
ClinchRecord      *clinch_board_view_get_focus     (ClinchBoardView    *self,
                                                    ClinchStageColumn **column,
                                                    guint              *position);
void               clinch_board_view_show_column   (ClinchBoardView   *self,
                                                    guint              index);

/* Moves a card, asking what must be said; before_id as in ClinchMoveRequest. */
void               clinch_board_view_move          (ClinchBoardView   *self,
                                                    ClinchRecord      *opportunity,
                                                    gint64             stage_id,
                                                    gint64             before_id);
/* Puts the keyboard on the card that was moved, once it is there. */
void               clinch_board_view_follow        (ClinchBoardView   *self);

void               clinch_board_view_init_keys     (ClinchBoardView   *self,
                                                    ClinchStageColumn *column);
void               clinch_board_view_init_scroll   (ClinchBoardView   *self);
void               clinch_board_view_stop_scroll   (ClinchBoardView   *self);
void               clinch_board_view_install_menu  (GtkWidgetClass    *widget_class);
void               clinch_board_view_popup_menu    (ClinchBoardView   *self,
                                                    ClinchStageColumn *column,
                                                    ClinchRecord      *opportunity,
                                                    double             x,
                                                    double             y);
void               clinch_board_view_open          (ClinchBoardView   *self,
                                                    ClinchStageColumn *column,
                                                    ClinchRecord      *opportunity);
void               clinch_board_view_delete        (ClinchBoardView   *self,
                                                    ClinchRecord      *opportunity);

G_END_DECLS
