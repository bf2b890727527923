// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-txn.h"

G_BEGIN_DECLS

/**
 * clinch_operation_ask_help:
 * @txn: a step
 * @request: a row of %CLINCH_KIND_HELP_REQUEST with customer or opportunity, whom to ask and the
 *   brief; who asks is “me” where not given
 * @error: %CLINCH_STORE_ERROR_REFUSED where it says nothing, or asks the one who asks
 *
 * Asks one of us, an executive or an expert, to join.
 *
 * Returns: key of the request, 0 on failure
 */
gint64   clinch_operation_ask_help    (ClinchTxn   *txn,
                                       ClinchRow   *request,
                                       GError     **error);

/**
 * clinch_operation_answer_help:
 * @txn: a step
 * @id: key of a request for help
 * @state: code of the state it gets: "accepted", "declined" or "done"
 * @outcome: (nullable): what came of it, or why not
 * @error: %CLINCH_STORE_ERROR_REFUSED where it cannot get there, or the outcome is missing
 *
 * A request is accepted or declined, and done once it was accepted; what came of it has to be said.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_answer_help (ClinchTxn   *txn,
                                       gint64       id,
                                       const char  *state,
                                       const char  *outcome,
                                       GError     **error);

G_END_DECLS
