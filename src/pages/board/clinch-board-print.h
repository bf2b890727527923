// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-board-model.h"
#include "clinch-board-table.h"
#include "clinch-page.h"

G_BEGIN_DECLS

/* Opens the print dialog with what the board's page shows: the table as it is, or with @by_stage
 * the columns of the board as lists below each other. @conditions is what the filter says, %NULL
 * without one. */
void clinch_board_print (ClinchPage       *page,
                         ClinchBoardModel *model,
                         ClinchBoardTable *table,
                         const char       *title,
                         const char       *conditions,
                         gboolean          by_stage);

G_END_DECLS
