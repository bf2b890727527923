// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-stage-operations.h"

#include "clinch-db.h"

gboolean
clinch_operation_fill_stage (ClinchTxn  *txn,
                             ClinchRow  *row,
                             GError    **error)
{
  g_autoptr(GPtrArray) stages = NULL;
  gboolean is_open;
  gint64 place = 0;
  guint at = 0;

  if (clinch_row_is_null (row, CLINCH_STAGE_TYPE))
    clinch_row_set_text (row, CLINCH_STAGE_TYPE, "open");
  if (!clinch_row_is_null (row, CLINCH_STAGE_POSITION)
      || clinch_row_is_null (row, CLINCH_STAGE_PIPELINE))
    return TRUE;

  is_open = g_str_equal (clinch_row_text (row, CLINCH_STAGE_TYPE), "open");
  stages = clinch_db_load_rows (clinch_txn_db (txn), error, CLINCH_KIND_STAGE,
                                "WHERE pipeline_id = ? AND deleted_at IS NULL ORDER BY position, id",
                                "i", clinch_row_int (row, CLINCH_STAGE_PIPELINE));
  if (stages == NULL)
    return FALSE;

  for (; at < stages->len; at++)
    {
      if (is_open
          && g_strcmp0 (clinch_row_text (stages->pdata[at], CLINCH_STAGE_TYPE), "open") != 0)
        break;
      place = clinch_row_int (stages->pdata[at], CLINCH_STAGE_POSITION) + 1;
    }
  clinch_row_set_int (row, CLINCH_STAGE_POSITION, place);

  for (; at < stages->len; at++)
    {
      const ClinchRow *stage = stages->pdata[at];
      g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_STAGE);

      clinch_row_set_int (changes, CLINCH_STAGE_POSITION,
                          clinch_row_int (stage, CLINCH_STAGE_POSITION) + 1);
      if (!clinch_txn_update (txn, stage->id, changes, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
clinch_operation_fill_pipeline (ClinchTxn  *txn,
                                ClinchRow  *row,
                                GError    **error)
{
  gint64 place;

  if (!clinch_row_is_null (row, CLINCH_PIPELINE_POSITION))
    return TRUE;
  if (!clinch_db_query_int (clinch_txn_db (txn), &place, NULL, error,
                            "SELECT ifnull (max (position) + 1, 0) FROM pipeline"
                            " WHERE deleted_at IS NULL", ""))
    return FALSE;
  clinch_row_set_int (row, CLINCH_PIPELINE_POSITION, place);

  return TRUE;
}
