// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-history-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_HISTORY_ROW (clinch_history_row_get_type ())

/**
 * ClinchHistoryRow:
 *
 * A step in the history: what was done, by whom and when, and opened what it changed. Its buttons
 * activate “history.undo” (x: the step), “history.toggle” (x) and “win.open”.
 */
G_DECLARE_FINAL_TYPE (ClinchHistoryRow, clinch_history_row, CLINCH, HISTORY_ROW, AdwBin)

GtkWidget *clinch_history_row_new      (gboolean           can_undo);
void       clinch_history_row_set_item (ClinchHistoryRow  *self,
                                        ClinchHistoryItem *item);

G_END_DECLS
