// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"
#include "clinch-target-report.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_TARGET_PAGE (clinch_target_page_get_type ())

/**
 * ClinchTargetPage:
 *
 * How a member, a team or the company stands in a period: the figures, each of which opens, the
 * opportunities that would close the gap, and what was forecast in this and the periods before.
 */
G_DECLARE_FINAL_TYPE (ClinchTargetPage, clinch_target_page, CLINCH, TARGET_PAGE, ClinchPage)

ClinchPage *clinch_target_page_new (ClinchWorkspace         *workspace,
                                    const ClinchTargetScope *scope,
                                    const ClinchPeriod      *period);

G_END_DECLS
