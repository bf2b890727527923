// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_TEXT_CELL (clinch_text_cell_get_type ())

/**
 * ClinchTextCell:
 *
 * A line of text in a table: as wide as its column, cut where that is too little. Its height
 * depends on the font alone, so that a new text never makes the table lay itself out again.
 */
G_DECLARE_FINAL_TYPE (ClinchTextCell, clinch_text_cell, CLINCH, TEXT_CELL, GtkWidget)

GtkWidget *clinch_text_cell_new (gboolean at_end) G_GNUC_WARN_UNUSED_RESULT;

void clinch_text_cell_set_text (ClinchTextCell *self,
                                const char     *text);

G_END_DECLS
