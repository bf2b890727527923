// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_CHAIN_PAGE (clinch_chain_page_get_type ())

/**
 * ClinchChainPage:
 *
 * Who decides at a customer: as a map, as a list, and as a matrix of our people against theirs.
 * Beside it what is missing, each with the one step to take, how we stand, what to ask, and who of
 * us was asked to help.
 *
 * Actions take the key of a contact: “chain.judge”, “chain.report-to”, “chain.influence”,
 * “chain.fact”, “chain.edit”, “chain.log”, “chain.visit”, “chain.help” (or 0).
 */
G_DECLARE_FINAL_TYPE (ClinchChainPage, clinch_chain_page, CLINCH, CHAIN_PAGE, ClinchPage)

/* @opportunity_id is 0 for the customer as a whole. */
ClinchPage *clinch_chain_page_new (ClinchWorkspace *workspace,
                                   gint64           customer_id,
                                   gint64           opportunity_id);

G_END_DECLS
