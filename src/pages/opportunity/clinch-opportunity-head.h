// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-status-sentence.h"
#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_OPPORTUNITY_HEAD (clinch_opportunity_head_get_type ())

/**
 * ClinchOpportunityHead:
 *
 * What must be seen first of an opportunity: its name, customer and amount, the path through the
 * stages, and where it stands in the words that everybody gives.
 */
G_DECLARE_FINAL_TYPE (ClinchOpportunityHead, clinch_opportunity_head, CLINCH, OPPORTUNITY_HEAD,
                      AdwBin)

GtkWidget  *clinch_opportunity_head_new        (ClinchWorkspace       *workspace);

void        clinch_opportunity_head_set_record (ClinchOpportunityHead *self,
                                                ClinchRecord          *record);
/* The status as it stands there, "" until it is known. */
const char *clinch_opportunity_head_get_status (ClinchOpportunityHead *self,
                                                ClinchStatusForm       form);

G_END_DECLS
