// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-board-stage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_STAGE_HEADER (clinch_stage_header_get_type ())

/**
 * ClinchStageHeader:
 *
 * The head of a column: name of the stage, how many opportunities, their sum and weighted sum, and
 * how many of them are over the time limit, as a text and as a bar, and their sum. Hovering shows
 * what the stage means and every digit; a figure opens into its records with the action
 * “page.open-figure”.
 */
G_DECLARE_FINAL_TYPE (ClinchStageHeader, clinch_stage_header, CLINCH, STAGE_HEADER, GtkBox)

void       clinch_stage_header_set_stage       (ClinchStageHeader *self,
                                                ClinchBoardStage  *stage);

/* The button that makes the column narrow; hidden unless the column wants it. */
GtkButton *clinch_stage_header_get_collapse_button (ClinchStageHeader *self);

/* “12 opportunities, ¥3.4M, …”: what the header says, in a sentence. */
char      *clinch_stage_header_describe        (ClinchBoardStage  *stage) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
