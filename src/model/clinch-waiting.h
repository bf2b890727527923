// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-wait.h"
#include "clinch-workspace.h"

G_BEGIN_DECLS

/* What an opportunity waits for at the customer's side, see #ClinchWait. It is set by editing the
 * fields of the opportunity; see clinch_operation_settle_wait(). */

/**
 * clinch_waiting_read:
 * @opportunity: an opportunity, loaded
 *
 * Returns: what it waits for; the strings are the record's
 */
ClinchWait clinch_waiting_read (ClinchRecord        *opportunity);

/**
 * clinch_waiting_whom:
 * @db: a connection, in a job
 * @opportunity: row of an opportunity
 *
 * Returns: (transfer full): whom it waits for, as clinch_wait_whom() says; "" for nobody
 */
char      *clinch_waiting_whom (ClinchDb            *db,
                                const ClinchRow     *opportunity) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_waiting_end:
 * @workspace: a workspace
 * @opportunity_id: an opportunity
 * @callback: (nullable): what to call then, for clinch_action_finish()
 * @user_data: its data
 *
 * The customer answered: nobody is waited for any more. One step.
 */
void       clinch_waiting_end  (ClinchWorkspace     *workspace,
                                gint64               opportunity_id,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);

G_END_DECLS
