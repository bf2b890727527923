// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

G_BEGIN_DECLS

/* The workspace with sample data, which stands apart from the user's own and goes without trace. */

/* Its folder, to be freed. */
char     *clinch_sample_workspace_path        (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean  clinch_sample_workspace_exists      (void);
gboolean  clinch_sample_workspace_is          (ClinchWorkspace      *workspace);

/* Fills a new one; one that holds customers already is left as it is. How far it is can be read
 * from @thousandths, atomically, until the callback. */
void      clinch_sample_workspace_fill_async  (ClinchWorkspace      *workspace,
                                               int                  *thousandths,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean  clinch_sample_workspace_fill_finish (ClinchWorkspace      *workspace,
                                               GAsyncResult         *result,
                                               GError              **error);

/* Deletes its folder, which must not be open any more. */
void      clinch_sample_workspace_remove      (void);

G_END_DECLS
