// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-board.h"
#include "clinch-chain.h"
#include "clinch-record-list.h"
#include "clinch-stage-clock.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_BOARD_STAGE (clinch_board_stage_get_type ())

/**
 * ClinchBoardStage:
 *
 * A stage on the board: its record, the opportunities in it that pass the filter, and the figures
 * over them. Made by #ClinchBoardModel, which keeps it current.
 *
 * Signal “figures-changed”: the figures are new.
 */
G_DECLARE_FINAL_TYPE (ClinchBoardStage, clinch_board_stage, CLINCH, BOARD_STAGE, GObject)

/**
 * clinch_board_stage_new:
 * @workspace: a workspace
 * @stage: a stage
 * @window: the window of its list, see clinch_record_list_set_window()
 *
 * Returns: (transfer full): the stage with an empty list
 */
ClinchBoardStage        *clinch_board_stage_new         (ClinchWorkspace    *workspace,
                                                         ClinchRecord       *stage,
                                                         guint               window)
                                                         G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_board_stage_get_record:
 * @self: a stage on the board
 *
 * Returns: (transfer none): the stage
 */
ClinchRecord            *clinch_board_stage_get_record  (ClinchBoardStage   *self);

/**
 * clinch_board_stage_get_id:
 * @self: a stage on the board
 *
 * Returns: key of the stage
 */
gint64                   clinch_board_stage_get_id      (ClinchBoardStage   *self);

/**
 * clinch_board_stage_get_phase:
 * @self: a stage on the board
 *
 * Returns: what is asked of the decision chains in it, see clinch_chain_stage_phase()
 */
ClinchChainPhase         clinch_board_stage_get_phase   (ClinchBoardStage   *self);

/**
 * clinch_board_stage_get_cards:
 * @self: a stage on the board
 *
 * Returns: (transfer none): its opportunities, in their order
 */
ClinchRecordList        *clinch_board_stage_get_cards   (ClinchBoardStage   *self);

/**
 * clinch_board_stage_get_figures:
 * @self: a stage on the board
 *
 * Returns: (transfer none) (nullable): its figures, %NULL while they are not known yet
 */
const ClinchBoardColumn *clinch_board_stage_get_figures (ClinchBoardStage   *self);

/**
 * clinch_board_stage_take_figures:
 * @self: a stage on the board
 * @figures: (transfer full): its figures now
 *
 * For the model.
 */
void                     clinch_board_stage_take_figures (ClinchBoardStage  *self,
                                                          ClinchBoardColumn *figures);

/**
 * clinch_stage_get_type_code:
 * @stage: a stage
 *
 * Returns: its type; a stage that is not loaded yet counts as open
 */
ClinchStageType          clinch_stage_get_type_code     (ClinchRecord       *stage);

G_END_DECLS
