// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-history-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_HISTORY_LIST (clinch_history_list_get_type ())

/**
 * ClinchHistoryList:
 *
 * The steps of a workspace, newest first, as a GListModel of #ClinchHistoryItem in a section for
 * each day. It grows at its end when asked to, and at its beginning by itself as steps are
 * committed.
 *
 * Properties: “loading” (boolean) while an answer is on its way; “complete” (boolean) once nothing
 * is left to load.
 */
G_DECLARE_FINAL_TYPE (ClinchHistoryList, clinch_history_list, CLINCH, HISTORY_LIST, GObject)

ClinchHistoryList *clinch_history_list_new         (ClinchWorkspace          *workspace)
G_GNUC_WARN_UNUSED_RESULT;

/* Begins anew with these steps; “limit” and “before_id” do not count. The old ones stay until the
 * answer is there. */
void               clinch_history_list_set_query   (ClinchHistoryList        *self,
                                                    const ClinchHistoryQuery *query);
gboolean           clinch_history_list_is_loading  (ClinchHistoryList        *self);
gboolean           clinch_history_list_is_complete (ClinchHistoryList        *self);
void               clinch_history_list_load_more   (ClinchHistoryList        *self);

G_END_DECLS
