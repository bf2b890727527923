// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_MERGE_DIALOG (clinch_merge_dialog_get_type ())

/**
 * ClinchMergeDialog:
 *
 * Two records side by side that become one: for each field in which both have a value, and not the
 * same, the one that counts is chosen; what else moves along is counted. Nothing is written before
 * Merge, and that can be undone.
 */
G_DECLARE_FINAL_TYPE (ClinchMergeDialog, clinch_merge_dialog, CLINCH, MERGE_DIALOG, AdwDialog)

/* @keep_id stays; @other_id becomes part of it, 0 to choose it in the dialog. */
AdwDialog *clinch_merge_dialog_new (ClinchWorkspace *workspace,
                                    ClinchKind       kind,
                                    gint64           keep_id,
                                    gint64           other_id);

G_END_DECLS
