// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_VISIT_PAGE (clinch_visit_page_get_type ())

/**
 * ClinchVisitPage:
 *
 * What one looks at before a visit: whom one meets and what they think, what to ask, what to watch
 * out for, what is open and what was said last. People and questions can be ticked and copied; the
 * whole goes on paper.
 */
G_DECLARE_FINAL_TYPE (ClinchVisitPage, clinch_visit_page, CLINCH, VISIT_PAGE, ClinchPage)

ClinchPage *clinch_visit_page_new (ClinchWorkspace *workspace,
                                   gint64           customer_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
