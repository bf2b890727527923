// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_NEW_OPPORTUNITY_DIALOG (clinch_new_opportunity_dialog_get_type ())

/**
 * ClinchNewOpportunityDialog:
 *
 * A new opportunity in a few fields: the rest is said on its page. It tells who works with the same
 * customer already; that is a warning, not a refusal.
 *
 * Signal “added” (ClinchChangeSet, int64): it was added under that key; the dialog closes.
 */
G_DECLARE_FINAL_TYPE (ClinchNewOpportunityDialog, clinch_new_opportunity_dialog, CLINCH,
                      NEW_OPPORTUNITY_DIALOG, AdwDialog)

ClinchNewOpportunityDialog *clinch_new_opportunity_dialog_new (ClinchWorkspace *workspace,
                                                               gint64           pipeline_id,
                                                               gint64           stage_id);

/* As if chosen; 0 for none. */
void clinch_new_opportunity_dialog_set_customer (ClinchNewOpportunityDialog *self,
                                                 gint64                      customer_id);

G_END_DECLS
