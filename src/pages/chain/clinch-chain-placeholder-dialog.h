// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_CHAIN_PLACEHOLDER_DIALOG (clinch_chain_placeholder_dialog_get_type ())

/**
 * ClinchChainPlaceholderDialog:
 *
 * Puts somebody on the map who must exist, and whom nobody knows: by role, level, department.
 */
G_DECLARE_FINAL_TYPE (ClinchChainPlaceholderDialog, clinch_chain_placeholder_dialog, CLINCH,
                      CHAIN_PLACEHOLDER_DIALOG, AdwDialog)

/* @role is a code or "". @parent gets the toast. */
AdwDialog *clinch_chain_placeholder_dialog_new (ClinchWorkspace *workspace,
                                                GtkWidget       *parent,
                                                gint64           customer_id,
                                                gint64           opportunity_id,
                                                const char      *role);

G_END_DECLS
