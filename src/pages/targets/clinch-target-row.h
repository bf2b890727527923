// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-target-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_TARGET_ROW_WIDGET (clinch_target_row_widget_get_type ())

/**
 * ClinchTargetRowWidget:
 *
 * One line of the tree of targets: how far it is, or what was forecast of it. Its buttons activate
 * “page.set-target”, “page.call” and “page.unfold” with the place of the row.
 */
G_DECLARE_FINAL_TYPE (ClinchTargetRowWidget, clinch_target_row_widget, CLINCH, TARGET_ROW_WIDGET,
                      GtkListBoxRow)

GtkWidget *clinch_target_row_widget_new_progress (const ClinchTargetRow *row,
                                                  guint                  place,
                                                  gboolean               can_write)
                                                  G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *clinch_target_row_widget_new_forecast (const ClinchTargetRow *row,
                                                  guint                  place,
                                                  gboolean               can_write)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/* Rows with others below them can be folded. */
void       clinch_target_row_widget_set_folding  (ClinchTargetRowWidget *self,
                                                  gboolean               unfolded);
guint      clinch_target_row_widget_get_place    (ClinchTargetRowWidget *self);

G_END_DECLS
