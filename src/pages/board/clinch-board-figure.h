// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-board-model.h"

G_BEGIN_DECLS

/* The filter that lets the records behind a figure of the board through: those of the stage with
 * that uid, with "" of all open stages, that are over the time limit or all; and beside that what
 * the board's own filter lets through. */
ClinchOpportunityFilter *clinch_board_figure_filter (ClinchBoardModel *model,
                                                     const char       *stage,
                                                     gboolean          over_limit)
                                                     G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
