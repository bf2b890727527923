// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-txn.h"

G_BEGIN_DECLS

/* What an opportunity waits for at the customer's side: a person, a department, and since when. The
 * three are one thing, whoever writes them; see clinch-operations.h. */

/**
 * clinch_operation_fill_wait:
 * @txn: a step
 * @row: a new opportunity; what its wait needs is filled in
 * @error: where the reason goes
 *
 * Does for a new opportunity what clinch_operation_settle_wait() does for one that is there.
 *
 * Returns: %TRUE on success
 */
gboolean   clinch_operation_fill_wait   (ClinchTxn        *txn,
                                         ClinchRow        *row,
                                         GError          **error);

/**
 * clinch_operation_settle_wait:
 * @txn: a step
 * @id: an opportunity
 * @changes: a row with the fields to set on it
 * @error: where the reason goes
 *
 * Keeps a wait whole: it begins today if nobody says otherwise, a person brings the department
 * along, and with nobody to wait for, or with another customer, it is over.
 *
 * Returns: (transfer full) (nullable): the fields to set
 */
ClinchRow *clinch_operation_settle_wait (ClinchTxn        *txn,
                                         gint64            id,
                                         const ClinchRow  *changes,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_operation_end_wait:
 * @changes: fields to set on an opportunity
 *
 * Lets nobody be waited for any more.
 */
void       clinch_operation_end_wait    (ClinchRow        *changes);

/**
 * clinch_operation_label_wait:
 * @txn: a step
 * @id: an opportunity
 * @changes: a row with the fields to set on it
 * @error: where the reason goes
 *
 * Gives the step its action if the wait is all that changes and it has none yet.
 *
 * Returns: %TRUE on success
 */
gboolean   clinch_operation_label_wait  (ClinchTxn        *txn,
                                         gint64            id,
                                         const ClinchRow  *changes,
                                         GError          **error);

G_END_DECLS
