// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_POTENTIAL_PAGE (clinch_potential_page_get_type ())

/**
 * ClinchPotentialPage:
 *
 * Which customers could bring more than they do: a picture of all of them by potential and by what
 * they brought, and those of high potential and little value yet as a list.
 *
 * Actions: “page.open-customer” (x).
 */
G_DECLARE_FINAL_TYPE (ClinchPotentialPage, clinch_potential_page, CLINCH, POTENTIAL_PAGE,
                      ClinchPage)

ClinchPage *clinch_potential_page_new (ClinchWorkspace *workspace);

G_END_DECLS
