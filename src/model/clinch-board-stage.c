// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-board-stage.h"

#include "clinch-chain-alert.h"

#include <string.h>

struct _ClinchBoardStage
{
  GObject parent_instance;

  ClinchWorkspace *workspace;
  ClinchRecord *stage;
  ClinchRecordList *cards;
  ClinchBoardColumn *figures;
};

G_DEFINE_FINAL_TYPE (ClinchBoardStage, clinch_board_stage, G_TYPE_OBJECT)

enum
{
  FIGURES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clinch_board_stage_finalize (GObject *object)
{
  ClinchBoardStage *self = CLINCH_BOARD_STAGE (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->stage);
  g_clear_object (&self->cards);
  g_clear_pointer (&self->figures, clinch_board_column_free);

  G_OBJECT_CLASS (clinch_board_stage_parent_class)->finalize (object);
}

static void
clinch_board_stage_class_init (ClinchBoardStageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinch_board_stage_finalize;

  /**
   * ClinchBoardStage::figures-changed:
   * @self: a stage on the board
   */
  signals[FIGURES_CHANGED] = g_signal_new ("figures-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
}

static void
clinch_board_stage_init (ClinchBoardStage *self)
{
}

ClinchBoardStage *
clinch_board_stage_new (ClinchWorkspace *workspace,
                        ClinchRecord    *stage,
                        guint            window)
{
  ClinchBoardStage *self = g_object_new (CLINCH_TYPE_BOARD_STAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->stage = g_object_ref (stage);
  self->cards = clinch_record_list_new (workspace, NULL);
  clinch_record_list_set_window (self->cards, window);

  return self;
}

ClinchRecord *
clinch_board_stage_get_record (ClinchBoardStage *self)
{
  g_return_val_if_fail (CLINCH_IS_BOARD_STAGE (self), NULL);

  return self->stage;
}

gint64
clinch_board_stage_get_id (ClinchBoardStage *self)
{
  g_return_val_if_fail (CLINCH_IS_BOARD_STAGE (self), 0);

  return clinch_record_get_id (self->stage);
}

ClinchChainPhase
clinch_board_stage_get_phase (ClinchBoardStage *self)
{
  g_return_val_if_fail (CLINCH_IS_BOARD_STAGE (self), CLINCH_CHAIN_EARLY);

  return clinch_chain_stage_phase (self->workspace, self->stage);
}

ClinchRecordList *
clinch_board_stage_get_cards (ClinchBoardStage *self)
{
  g_return_val_if_fail (CLINCH_IS_BOARD_STAGE (self), NULL);

  return self->cards;
}

const ClinchBoardColumn *
clinch_board_stage_get_figures (ClinchBoardStage *self)
{
  g_return_val_if_fail (CLINCH_IS_BOARD_STAGE (self), NULL);

  return self->figures;
}

static gboolean
same_figures (const ClinchBoardColumn *a,
              const ClinchBoardColumn *b)
{
  if (a == NULL || a->n_opportunities != b->n_opportunities || a->n_over_limit != b->n_over_limit
      || a->n_sums != b->n_sums)
    return FALSE;

  for (int i = 0; i < a->n_sums; i++)
    if (!g_str_equal (a->sums[i].currency, b->sums[i].currency)
        || a->sums[i].amount != b->sums[i].amount
        || a->sums[i].weighted != b->sums[i].weighted
        || a->sums[i].over_limit != b->sums[i].over_limit)
      return FALSE;

  return TRUE;
}

void
clinch_board_stage_take_figures (ClinchBoardStage  *self,
                                 ClinchBoardColumn *figures)
{
  gboolean same;

  g_return_if_fail (CLINCH_IS_BOARD_STAGE (self));

  same = same_figures (self->figures, figures);
  g_clear_pointer (&self->figures, clinch_board_column_free);
  self->figures = figures;
  if (!same)
    g_signal_emit (self, signals[FIGURES_CHANGED], 0);
}

ClinchStageType
clinch_stage_get_type_code (ClinchRecord *stage)
{
  const char *code = stage != NULL ? clinch_record_get_text (stage, CLINCH_STAGE_TYPE) : NULL;

  if (g_strcmp0 (code, "won") == 0)
    return CLINCH_STAGE_WON;
  if (g_strcmp0 (code, "lost") == 0)
    return CLINCH_STAGE_LOST;

  return CLINCH_STAGE_OPEN;
}
