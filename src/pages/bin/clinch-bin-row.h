// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-bin-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_BIN_ROW (clinch_bin_row_get_type ())

/**
 * ClinchBinRow:
 *
 * Something in the recycle bin, with a button that activates “bin.restore”.
 */
G_DECLARE_FINAL_TYPE (ClinchBinRow, clinch_bin_row, CLINCH, BIN_ROW, AdwBin)

GtkWidget *clinch_bin_row_new      (gboolean       can_restore);
void       clinch_bin_row_set_item (ClinchBinRow  *self,
                                    ClinchBinItem *item);

G_END_DECLS
