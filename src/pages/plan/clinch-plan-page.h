// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_PLAN_PAGE (clinch_plan_page_get_type ())

/**
 * ClinchPlanPage:
 *
 * What outlives single deals with a customer: the objectives, the rhythm that its grade asks for
 * and what really happened, what it was worth year by year, and what could still be sold where.
 *
 * Actions: “plan.log”, “plan.add-objective”, “plan.delete-objective” (x), “plan.add-whitespace”,
 * “plan.edit-whitespace” and “plan.delete-whitespace” (x), “plan.fill-whitespace” ((ss): unit and
 * offering).
 */
G_DECLARE_FINAL_TYPE (ClinchPlanPage, clinch_plan_page, CLINCH, PLAN_PAGE, ClinchPage)

ClinchPage *clinch_plan_page_new (ClinchWorkspace *workspace,
                                  gint64           customer_id);

G_END_DECLS
