// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-board-figure.h"

static gboolean
is_wanted (ClinchRecord    *stage,
           const ClinchUid *wanted)
{
  if (wanted == NULL)
    return clinch_stage_get_type_code (stage) == CLINCH_STAGE_OPEN;

  return clinch_uid_equal (&clinch_record_get_row (stage)->uid, wanted);
}

ClinchOpportunityFilter *
clinch_board_figure_filter (ClinchBoardModel *model,
                            const char       *stage,
                            gboolean          over_limit)
{
  ClinchOpportunityFilter *filter =
    clinch_opportunity_filter_copy (clinch_board_model_get_filter (model));
  ClinchUid uid;
  gboolean one = clinch_uid_parse (stage, &uid);

  g_array_set_size (filter->stages, 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr(ClinchBoardStage) item = g_list_model_get_item (G_LIST_MODEL (model), i);
      ClinchRecord *record = clinch_board_stage_get_record (item);

      if (is_wanted (record, one ? &uid : NULL))
        clinch_opportunity_filter_choose (filter->stages, &clinch_record_get_row (record)->uid,
                                          TRUE);
    }
  filter->over_limit |= over_limit;

  return filter;
}
