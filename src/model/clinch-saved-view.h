// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

G_BEGIN_DECLS

/**
 * clinch_saved_view_upgrade:
 * @workspace: a workspace that may be written
 *
 * Saved views once named owners, teams and stages by their key in this file, which means somebody
 * else in another copy. Has those that still do name them by uid, each as a step.
 */
void  clinch_saved_view_upgrade      (ClinchWorkspace  *workspace);

/**
 * clinch_saved_view_upgrade_json:
 * @db: a connection
 * @json: what a saved view keeps
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable): the same with uids; %NULL where nothing is to be changed, or
 *   on an error
 */
char *clinch_saved_view_upgrade_json (ClinchDb         *db,
                                      const char       *json,
                                      GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
