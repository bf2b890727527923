// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-txn.h"

G_BEGIN_DECLS

/**
 * clinch_operation_fill_stage:
 * @txn: a step
 * @row: a new stage; its type and place are filled in where nothing is said
 * @error: where the reason goes
 *
 * A new open stage goes behind the other open ones of its pipeline, and those that end it move on;
 * one that ends it goes last.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_fill_stage    (ClinchTxn  *txn,
                                         ClinchRow  *row,
                                         GError    **error);

/**
 * clinch_operation_fill_pipeline:
 * @txn: a step
 * @row: a new pipeline; its place is filled in where nothing is said
 * @error: where the reason goes
 *
 * A new pipeline goes last: the first one is that of new opportunities.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_fill_pipeline (ClinchTxn  *txn,
                                         ClinchRow  *row,
                                         GError    **error);

G_END_DECLS
