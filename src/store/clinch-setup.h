// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-txn.h"

G_BEGIN_DECLS

/**
 * clinch_setup_seed:
 * @txn: the first step of a new workspace
 * @language: "zh" or "en", the language of the data
 * @error: where the reason goes
 *
 * Writes what every workspace begins with: the two pipelines with their stages, the dimensions of a
 * customer's profile, the grades, the workspace's currency (CNY or USD), and one member, who is
 * "me".
 *
 * Returns: %TRUE on success
 */
gboolean clinch_setup_seed (ClinchTxn   *txn,
                            const char  *language,
                            GError     **error);

/**
 * clinch_setup_complete:
 * @txn: a step
 * @error: where the reason goes
 *
 * Adds what a workspace of an older version lacks of what a new one begins with, in the language
 * of the workspace. What the user deleted or retired is not missing.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_setup_complete (ClinchTxn  *txn,
                                GError    **error);

G_END_DECLS
