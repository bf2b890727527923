// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-stage-column.h"
#include "clinch-stage-header.h"
#include "clinch-turned-label.h"

G_BEGIN_DECLS

struct _ClinchStageColumn
{
  GtkWidget parent_instance;

  GtkWidget *open_box;
  ClinchStageHeader *header;
  GtkScrolledWindow *scrolled_window;
  GtkListView *list_view;
  GtkWidget *closed_button;
  GtkLabel *closed_count;
  ClinchTurnedLabel *closed_label;

  ClinchBoardStage *stage;
  ClinchCardLook *look;
  ClinchChainPhase phase;
  guint window; /* how many cards are shown at the most, 0 for all */
  gboolean collapsed;

  /* A card that is held over the column. */
  gboolean drop_shown;
  guint drop_position; /* it would go above the card there */
  double drop_y;
  double pointer_y;
  guint scroll_tick;
};

/* Lets cards be dragged out of the column and dropped into it. */
void clinch_stage_column_init_dnd     (ClinchStageColumn *self);
void clinch_stage_column_snapshot_dnd (ClinchStageColumn *self,
                                       GtkSnapshot       *snapshot);
void clinch_stage_column_stop_dnd     (ClinchStageColumn *self);

/* The card under a place of the list view, with its position; NULL where there is none. */
ClinchRecord *clinch_stage_column_pick (ClinchStageColumn *self,
                                        double             x,
                                        double             y,
                                        GtkWidget        **row,
                                        guint             *position);

G_END_DECLS
