// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-board-stage.h"
#include "clinch-opportunity-filter.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_BOARD_MODEL (clinch_board_model_get_type ())

/**
 * ClinchBoardModel:
 *
 * The board of one pipeline, as a GListModel of #ClinchBoardStage: the stages that the filter lets
 * through, in their order. One job brings the figures and the first cards of all stages; after that
 * each list and the figures follow what is committed.
 *
 * Signal “figures-changed”: the figures of some stage, and so the sum over all, may be new.
 */
G_DECLARE_FINAL_TYPE (ClinchBoardModel, clinch_board_model, CLINCH, BOARD_MODEL, GObject)

/**
 * clinch_board_model_new:
 * @workspace: a workspace
 *
 * Returns: (transfer full): a board without a pipeline
 */
ClinchBoardModel *clinch_board_model_new (ClinchWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_board_model_set_pipeline:
 * @self: a board
 * @pipeline_id: the pipeline to show, 0 for none
 * @n_first: how many cards of each stage come with the figures; that is also the window of the
 *   lists
 */
void clinch_board_model_set_pipeline (ClinchBoardModel *self,
                                      gint64            pipeline_id,
                                      guint             n_first);

/**
 * clinch_board_model_get_pipeline:
 * @self: a board
 *
 * Returns: key of the pipeline, 0 for none
 */
gint64 clinch_board_model_get_pipeline (ClinchBoardModel *self);

/**
 * clinch_board_model_set_filter:
 * @self: a board
 * @filter: what is shown and counted; copied
 */
void clinch_board_model_set_filter (ClinchBoardModel              *self,
                                    const ClinchOpportunityFilter *filter);

/**
 * clinch_board_model_get_filter:
 * @self: a board
 *
 * Returns: (transfer none): what is shown and counted
 */
const ClinchOpportunityFilter *clinch_board_model_get_filter (ClinchBoardModel *self);

/**
 * clinch_board_model_dup_query:
 * @self: a board
 *
 * Returns: (transfer full): all opportunities of the pipeline that pass the filter
 */
ClinchQuery *clinch_board_model_dup_query (ClinchBoardModel *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_board_model_set_active:
 * @self: a board
 * @active: whether anybody looks at the lists
 *
 * While nobody does, a new filter waits until somebody looks; the figures are kept current all the
 * same.
 */
void clinch_board_model_set_active (ClinchBoardModel *self,
                                    gboolean          active);

/**
 * clinch_board_model_refresh:
 * @self: a board
 *
 * Time has passed: counts anew who is over the limit, and on a new day asks anew who is overdue.
 */
void clinch_board_model_refresh (ClinchBoardModel *self);

/**
 * clinch_board_model_find_stage:
 * @self: a board
 * @stage_id: a stage
 *
 * Returns: (transfer none) (nullable): that stage on the board
 */
ClinchBoardStage *clinch_board_model_find_stage (ClinchBoardModel *self,
                                                 gint64            stage_id);

/**
 * clinch_board_model_get_total:
 * @self: a board
 *
 * Returns: opportunities in all stages shown, -1 while that is not known
 */
gint64 clinch_board_model_get_total (ClinchBoardModel *self);

G_END_DECLS
