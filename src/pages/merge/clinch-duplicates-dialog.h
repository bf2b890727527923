// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_DUPLICATES_DIALOG (clinch_duplicates_dialog_get_type ())

/**
 * ClinchDuplicatesDialog:
 *
 * Pairs of customers or contacts that are probably one, with what speaks for it, the surest first.
 * A pair opens side by side; once it is merged the list is made anew.
 */
G_DECLARE_FINAL_TYPE (ClinchDuplicatesDialog, clinch_duplicates_dialog, CLINCH, DUPLICATES_DIALOG,
                      AdwDialog)

AdwDialog *clinch_duplicates_dialog_new (ClinchWorkspace *workspace);

G_END_DECLS
