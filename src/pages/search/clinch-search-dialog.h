// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_SEARCH_DIALOG (clinch_search_dialog_get_type ())

/**
 * ClinchSearchDialog:
 *
 * One box over everything. Results come as one types, grouped by kind; the keyboard stays in the
 * entry, whose arrow keys choose and whose Enter opens. Before anything is typed it shows what was
 * looked at lately. Choosing and counts are announced to a screen reader.
 */
G_DECLARE_FINAL_TYPE (ClinchSearchDialog, clinch_search_dialog, CLINCH, SEARCH_DIALOG, AdwDialog)

AdwDialog *clinch_search_dialog_new (ClinchWorkspace *workspace,
                                     const char      *text);

G_END_DECLS
