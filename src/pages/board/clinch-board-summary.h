// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-board-model.h"

G_BEGIN_DECLS

/* What all open stages of a board come to: "86 open · ¥272M · weighted ¥98M", each currency apart;
 * BRIEF leaves out what is weighted. "" while that is not known. */
char *clinch_board_summary_text    (ClinchBoardModel        *model,
                                    gboolean                 brief) G_GNUC_WARN_UNUSED_RESULT;

/* The same with every digit. */
char *clinch_board_summary_tooltip (ClinchBoardModel        *model) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  CLINCH_BOARD_SUM_ALL,
  CLINCH_BOARD_SUM_WEIGHTED,
  CLINCH_BOARD_SUM_OVER_LIMIT,
} ClinchBoardSum;

/* Sums of several currencies one behind the other, for they are never added. "" where there is
 * nothing over the limit. */
char *clinch_board_join_sums       (const ClinchBoardColumn *figures,
                                    ClinchBoardSum           which,
                                    gboolean                 full) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
