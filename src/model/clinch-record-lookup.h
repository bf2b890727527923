// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

G_BEGIN_DECLS

/**
 * clinch_record_lookup_async:
 * @workspace: a workspace
 * @kind: a kind
 * @uids: (element-type ClinchUid): records of that kind; copied
 * @cancellable: (nullable): to give up
 * @callback: what to call then
 * @user_data: its data
 *
 * Finds records by the identity that they have in every copy of the workspace.
 */
void       clinch_record_lookup_async  (ClinchWorkspace      *workspace,
                                        ClinchKind            kind,
                                        GArray               *uids,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

/**
 * clinch_record_lookup_finish:
 * @workspace: a workspace
 * @result: what the callback got
 * @error: the reason
 *
 * Returns: (transfer full) (nullable) (element-type ClinchRecord): those that this copy has, loaded
 */
GPtrArray *clinch_record_lookup_finish (ClinchWorkspace      *workspace,
                                        GAsyncResult         *result,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
