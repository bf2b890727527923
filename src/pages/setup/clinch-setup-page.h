// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_SETUP_PAGE (clinch_setup_page_get_type ())

/**
 * ClinchSetupPage:
 *
 * By what customers are judged: the dimensions of their profiles, the ladder of tags of each, the
 * grades. What moves figures is a draft until it is applied; the bar below says what it would do.
 *
 * Actions: “rule.open-ladder” (x: key of a dimension) shows its tags.
 */
G_DECLARE_FINAL_TYPE (ClinchSetupPage, clinch_setup_page, CLINCH, SETUP_PAGE, ClinchPage)

G_END_DECLS
