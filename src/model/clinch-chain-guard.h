// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-txn.h"

G_BEGIN_DECLS

/**
 * clinch_chain_guard:
 * @txn: a step that is about to be committed
 * @changes: what it changed
 * @error: %CLINCH_STORE_ERROR_REFUSED with a sentence that names the people
 *
 * Looks at the reporting lines of the customers whose people the step touched. Whoever writes them
 * (a page, an edit, an import, a merge, an undo), nobody may come to report to themselves by way of
 * others, or to somebody of another customer; nor may a line of influence lead to where it began.
 *
 * Returns: %TRUE if the step may be committed
 */
gboolean clinch_chain_guard (ClinchTxn              *txn,
                             const ClinchChangeSet  *changes,
                             GError                **error);

G_END_DECLS
