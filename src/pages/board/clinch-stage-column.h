// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-board-stage.h"
#include "clinch-card-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_STAGE_COLUMN (clinch_stage_column_get_type ())

/**
 * ClinchStageColumn:
 *
 * A column of the board: the head of a stage over the list of its cards. It can be collapsed to a
 * narrow strip, takes cards that are dropped on it and shows where they would go.
 *
 * Signals: “open” (ClinchRecord): a card was activated. “menu” (ClinchRecord, double x, double y):
 * a card's menu is wanted at a place of the column. “dropped” (ClinchRecord, int64): a card was
 * dropped above the opportunity of that key, or as in #ClinchMoveRequest. “cards-changed”: cards
 * came or went. “expanded”: the user opened or collapsed the column.
 *
 * CSS: a node stage-column with the class .collapsed; :drop(active) while a card is held over it.
 */
G_DECLARE_FINAL_TYPE (ClinchStageColumn, clinch_stage_column, CLINCH, STAGE_COLUMN, GtkWidget)

GtkWidget        *clinch_stage_column_new             (ClinchBoardStage  *stage,
                                                       ClinchCardLook    *look)
                                                       G_GNUC_WARN_UNUSED_RESULT;

ClinchBoardStage *clinch_stage_column_get_stage       (ClinchStageColumn *self);
gint64            clinch_stage_column_get_stage_id    (ClinchStageColumn *self);
ClinchRecordList *clinch_stage_column_get_cards       (ClinchStageColumn *self);
GtkWidget        *clinch_stage_column_get_list_view   (ClinchStageColumn *self);

void              clinch_stage_column_set_collapsible (ClinchStageColumn *self,
                                                       gboolean           collapsible);
void              clinch_stage_column_set_collapsed   (ClinchStageColumn *self,
                                                       gboolean           collapsed);
gboolean          clinch_stage_column_get_collapsed   (ClinchStageColumn *self);

/* Shows some cards more than before; FALSE once all are shown. */
gboolean          clinch_stage_column_widen           (ClinchStageColumn *self);

/* The look was updated. */
void              clinch_stage_column_update          (ClinchStageColumn *self);

/* The opportunity whose card has the keyboard, if it is in this column; its place in the list and
 * on the screen. */
ClinchRecord     *clinch_stage_column_get_focus       (ClinchStageColumn *self,
                                                       guint             *position,
                                                       double            *y);
gboolean          clinch_stage_column_focus           (ClinchStageColumn *self,
                                                       guint              position);
/* The card that is nearest to a height on the screen; FALSE where there is none. */
gboolean          clinch_stage_column_focus_at        (ClinchStageColumn *self,
                                                       double             y);
/* Where the menu of the card with the keyboard belongs. */
gboolean          clinch_stage_column_get_focus_area  (ClinchStageColumn *self,
                                                       GdkRectangle      *area);

G_END_DECLS
