// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-txn.h"

G_BEGIN_DECLS

/* What one unit of the scale adds. */
#define CLINCH_SAMPLE_CUSTOMERS 40
#define CLINCH_SAMPLE_OPPORTUNITIES 120
#define CLINCH_SAMPLE_MAX_SCALE 2000

/**
 * ClinchSampleProgress:
 * @done: units that are written
 * @total: all units
 * @user_data: its data
 *
 * Called on the writing worker now and then.
 */
typedef void (*ClinchSampleProgress) (int      done,
                                      int      total,
                                      gpointer user_data);

/**
 * clinch_sample_fill:
 * @txn: a step in the making
 * @scale: 1 to %CLINCH_SAMPLE_MAX_SCALE: a team of 8 with 40 customers, 120 opportunities in every
 *   stage and state of health and about a thousand follow-ups of the past year, times @scale; there
 *   are at most 50 teams
 * @seed: what all choices depend on
 * @language: "zh" or "en", language of the data; the pipelines stay as they are
 * @progress: (nullable): told how far it is
 * @user_data: data of @progress
 * @error: %CLINCH_STORE_ERROR_REFUSED if the workspace holds customers already
 *
 * Writes a believable workspace, always the same for the same arguments, the same clock
 * (`CLINCH_NOW`) and the same workspace before. The customers of one scale are the first ones of
 * any greater scale. “Me” becomes an account manager of the first team. All is one step, so that
 * one undo takes it away. It can be cancelled.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_fill (ClinchTxn             *txn,
                             int                    scale,
                             guint64                seed,
                             const char            *language,
                             ClinchSampleProgress   progress,
                             gpointer               user_data,
                             GError               **error);

G_END_DECLS
