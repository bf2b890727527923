// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-search.h"
#include "clinch-workspace.h"

G_BEGIN_DECLS

/* What was looked at lately: where a search begins before anything is typed. Kept for as long as
 * the workspace is open. */

/* Remembers that a record was opened. */
void       clinch_recent_note        (ClinchWorkspace      *workspace,
                                      ClinchKind            kind,
                                      gint64                id);

/* Gets what to show: the records opened last, then those changed last; an array of
 * ClinchSearchHit. */
void       clinch_recent_load_async  (ClinchWorkspace      *workspace,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GPtrArray *clinch_recent_load_finish (ClinchWorkspace      *workspace,
                                      GAsyncResult         *result,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
