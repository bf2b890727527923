// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_HISTORY_PAGE (clinch_history_page_get_type ())

/**
 * ClinchHistoryPage:
 *
 * Everything that was done in the workspace, newest first, by day: who, when, what, and opened old
 * and new values. Each step can be undone.
 *
 * Actions: “history.undo” and “history.toggle” (x: a step), “history.show-member” (x: a member
 * whose steps alone are shown), “history.clear” (shows all).
 */
G_DECLARE_FINAL_TYPE (ClinchHistoryPage, clinch_history_page, CLINCH, HISTORY_PAGE, ClinchPage)

G_END_DECLS
