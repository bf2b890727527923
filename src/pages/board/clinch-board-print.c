// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-board-print.h"

#include "clinch-stage-header.h"
#include "clinch-table-print.h"

static GHashTable *
describe_stages (ClinchBoardModel *model)
{
  GHashTable *headings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr(ClinchBoardStage) stage = g_list_model_get_item (G_LIST_MODEL (model), i);
      gint64 id = clinch_board_stage_get_id (stage);

      g_hash_table_insert (headings, g_memdup2 (&id, sizeof id),
                           clinch_stage_header_describe (stage));
    }

  return headings;
}

void
clinch_board_print (ClinchPage       *page,
                    ClinchBoardModel *model,
                    ClinchBoardTable *table,
                    const char       *title,
                    const char       *conditions,
                    gboolean          by_stage)
{
  g_autoptr(GHashTable) headings = by_stage ? describe_stages (model) : NULL;
  g_autoptr(ClinchQuery) query = NULL;
  ClinchTablePrint print = {
    .title = title,
    .conditions = conditions,
    .query = clinch_board_table_get_query (table),
    .columns = clinch_board_table_get_columns (table),
    .headings = headings,
  };

  if (by_stage)
    {
      query = clinch_board_model_dup_query (model);
      clinch_query_set_sort (query, "stage", FALSE);
      print.query = query;
    }
  if (print.query != NULL)
    clinch_table_print (page, &print);
}
