// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-query.h"

G_BEGIN_DECLS

/**
 * ClinchSum:
 * @currency: ISO 4217 code
 * @amount: minor units
 * @weighted: minor units, each amount times its probability
 * @over_limit: minor units, of those that are over the time limit of their stage
 *
 * Amounts of one currency. Different currencies are never added.
 */
typedef struct
{
  char currency[4];
  gint64 amount;
  gint64 weighted;
  gint64 over_limit;
} ClinchSum;

/**
 * ClinchBoardColumn:
 * @stage_id: the stage
 * @n_opportunities: how many stand in it
 * @n_over_limit: how many of them have been in it for longer than its time limit
 * @n_sums: how many currencies
 * @sums: a sum for each currency, the workspace's own first
 */
typedef struct
{
  gint64 stage_id;
  gint64 n_opportunities;
  gint64 n_over_limit;
  int n_sums;
  ClinchSum *sums;
} ClinchBoardColumn;

/**
 * clinch_board_column_free:
 * @column: a column's figures
 */
void       clinch_board_column_free (ClinchBoardColumn  *column);

/**
 * clinch_board_load:
 * @db: a connection
 * @pipeline_id: a pipeline
 * @filter: (nullable): which opportunities count, %NULL for all
 * @now: Unix seconds
 * @error: where the reason goes
 *
 * The figures over the columns of the board, in the order of the stages. Without a filter they are
 * maintained totals; with one they are counted.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchBoardColumn): a column for each stage
 */
GPtrArray *clinch_board_load        (ClinchDb           *db,
                                     gint64              pipeline_id,
                                     const ClinchQuery  *filter,
                                     gint64              now,
                                     GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchBoardColumn, clinch_board_column_free)

G_END_DECLS
