// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_TURNED_LABEL (clinch_turned_label_get_type ())

/**
 * ClinchTurnedLabel:
 *
 * A line of text that runs from top to bottom, for columns too narrow to hold it: letters turned by
 * a quarter, Chinese and other upright scripts standing.
 *
 * Property “label”: the text.
 */
G_DECLARE_FINAL_TYPE (ClinchTurnedLabel, clinch_turned_label, CLINCH, TURNED_LABEL, GtkWidget)

void clinch_turned_label_set_label (ClinchTurnedLabel *self,
                                    const char        *label);

G_END_DECLS
