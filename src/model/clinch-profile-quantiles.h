// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-txn.h"

G_BEGIN_DECLS

/**
 * clinch_profile_quantiles_renew:
 * @txn: a step
 * @error: where the reason goes
 *
 * Renews what values are compared with, from the customers as they are now: a sorted walk over
 * those with a value. Rules that are kept with the connection are dropped, as they name the
 * quantiles.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_profile_quantiles_renew (ClinchTxn  *txn,
                                         GError    **error);

/**
 * clinch_profile_quantiles_renewed_at:
 * @db: a workspace
 *
 * Returns: when they were last renewed, Unix seconds; customers that were worked out before that
 *   are behind
 */
gint64   clinch_profile_quantiles_renewed_at (ClinchDb *db);

G_END_DECLS
