// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_WORKSPACES_DIALOG (clinch_workspaces_dialog_get_type ())

/**
 * ClinchWorkspacesDialog:
 *
 * The workspaces opened lately with their folders, to open one of them or to forget it, and the
 * ways to another or a new one. It activates “win.open-directory” and “win.forget-workspace” (s),
 * “win.open-workspace” and “win.new-workspace”.
 */
G_DECLARE_FINAL_TYPE (ClinchWorkspacesDialog, clinch_workspaces_dialog, CLINCH,
                      WORKSPACES_DIALOG, AdwDialog)

/* @current is the folder of the workspace that is open, or NULL. */
AdwDialog *clinch_workspaces_dialog_new (GSettings  *settings,
                                         const char *current);

G_END_DECLS
