// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-customer-profile.h"
#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_PROFILE_DIALOG (clinch_profile_dialog_get_type ())

/**
 * ClinchProfileDialog:
 *
 * Asks what is known of a customer in a dimension and where from, or which grade it has and why.
 * It stays open with the reason while what is asked for cannot be done. Signal “done”
 * (ClinchChangeSet): what was changed.
 */
G_DECLARE_FINAL_TYPE (ClinchProfileDialog, clinch_profile_dialog, CLINCH, PROFILE_DIALOG, AdwDialog)

ClinchProfileDialog *clinch_profile_dialog_new_tag   (ClinchWorkspace             *workspace,
                                                      gint64                       customer_id,
                                                      const ClinchProfileLine     *line);
ClinchProfileDialog *clinch_profile_dialog_new_grade (ClinchWorkspace             *workspace,
                                                      const ClinchCustomerProfile *profile);

G_END_DECLS
