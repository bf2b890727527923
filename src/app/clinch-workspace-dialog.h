// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_WORKSPACE_DIALOG (clinch_workspace_dialog_get_type ())

/**
 * ClinchWorkspaceDialog:
 *
 * About the workspace that is open: where its data lives and how much there is of it.
 */
G_DECLARE_FINAL_TYPE (ClinchWorkspaceDialog, clinch_workspace_dialog, CLINCH, WORKSPACE_DIALOG,
                      AdwDialog)

AdwDialog *clinch_workspace_dialog_new (ClinchWorkspace *workspace);

G_END_DECLS
