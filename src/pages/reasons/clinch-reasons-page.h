// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_REASONS_PAGE (clinch_reasons_page_get_type ())

/**
 * ClinchReasonsPage:
 *
 * Why to be in touch with whom, the most pressing first, and for each the step that answers it: to
 * prepare a visit, to look at the plan, to share what is new, to ask what is out of date.
 *
 * Actions: “reasons.scope” (s: "me", "all", or the key of a team), “page.answer” (u: place in the
 * list), “page.more”.
 */
G_DECLARE_FINAL_TYPE (ClinchReasonsPage, clinch_reasons_page, CLINCH, REASONS_PAGE, ClinchPage)

G_END_DECLS
