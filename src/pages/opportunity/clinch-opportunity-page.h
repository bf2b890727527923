// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"
#include "clinch-record-list.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_OPPORTUNITY_PAGE (clinch_opportunity_page_get_type ())

/**
 * ClinchOpportunityPage:
 *
 * All about one opportunity. With a list as its context it goes on to the one before or behind
 * without leaving.
 *
 * Actions: “opportunity.previous”, “opportunity.next”, “opportunity.copy-status”,
 * “opportunity.copy-line”, “opportunity.copy-uid”, “opportunity.delete”, “opportunity.restore”,
 * “opportunity.pipeline” (x).
 */
G_DECLARE_FINAL_TYPE (ClinchOpportunityPage, clinch_opportunity_page, CLINCH, OPPORTUNITY_PAGE,
                      ClinchPage)

/* @context is the list it was opened from, of opportunities, or NULL. */
ClinchPage *clinch_opportunity_page_new    (ClinchWorkspace       *workspace,
                                            gint64                 id,
                                            ClinchRecordList      *context);

gint64      clinch_opportunity_page_get_id (ClinchOpportunityPage *self);

G_END_DECLS
