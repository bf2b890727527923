// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-recycle-bin.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_BIN_ITEM (clinch_bin_item_get_type ())

/**
 * ClinchBinItem:
 *
 * Something in the recycle bin, in a list. It says the same for as long as it is there.
 */
G_DECLARE_FINAL_TYPE (ClinchBinItem, clinch_bin_item, CLINCH, BIN_ITEM, GObject)

/* Takes @entry over. */
ClinchBinItem        *clinch_bin_item_new       (ClinchBinEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
const ClinchBinEntry *clinch_bin_item_get_entry (ClinchBinItem  *self);

G_END_DECLS
