// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_TARGETS_PAGE (clinch_targets_page_get_type ())

/**
 * ClinchTargetsPage:
 *
 * The targets of a period from the company to its members: how far they are, or what was forecast
 * of them and what came of it.
 */
G_DECLARE_FINAL_TYPE (ClinchTargetsPage, clinch_targets_page, CLINCH, TARGETS_PAGE, ClinchPage)

G_END_DECLS
