// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"
#include "clinch-target-report.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_TARGET_DEALS_PAGE (clinch_target_deals_page_get_type ())

/**
 * ClinchTargetDealsPage:
 *
 * The opportunities behind a figure of a target, as a table: those that were won in its period, or
 * those that are open and expected to be signed in it.
 */
G_DECLARE_FINAL_TYPE (ClinchTargetDealsPage, clinch_target_deals_page, CLINCH, TARGET_DEALS_PAGE,
                      ClinchPage)

ClinchPage *clinch_target_deals_page_new (ClinchWorkspace          *workspace,
                                          const ClinchTargetReport *report,
                                          const ClinchTargetRow    *row,
                                          gboolean                  won);

G_END_DECLS
