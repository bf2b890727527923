// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_PREFERENCES_DIALOG (clinch_preferences_dialog_get_type ())

/**
 * ClinchPreferencesDialog:
 *
 * The few things that can be set, each in effect at once: language, appearance and first page for
 * this user; who “me” is and the currency of new records for the workspace that is open.
 */
G_DECLARE_FINAL_TYPE (ClinchPreferencesDialog, clinch_preferences_dialog, CLINCH,
                      PREFERENCES_DIALOG, AdwPreferencesDialog)

/* @workspace may be NULL while none is open. */
AdwDialog *clinch_preferences_dialog_new (GSettings       *settings,
                                          ClinchWorkspace *workspace);

G_END_DECLS
