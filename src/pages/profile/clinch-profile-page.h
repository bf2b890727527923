// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_PROFILE_PAGE (clinch_profile_page_get_type ())

/**
 * ClinchProfilePage:
 *
 * The profile of a customer: the radar chart of its dimensions, compared with the median of its
 * grade or itself a year ago; score, completeness, grade and priority, each of which opens into its
 * sum; and each dimension with what is known, since when and from where. A dimension that is known
 * by tags is set from a list of them.
 */
G_DECLARE_FINAL_TYPE (ClinchProfilePage, clinch_profile_page, CLINCH, PROFILE_PAGE, ClinchPage)

ClinchPage *clinch_profile_page_new (ClinchWorkspace *workspace,
                                     gint64           customer_id);

/* Puts the keyboard on a dimension once the profile is there. */
void        clinch_profile_page_show_dimension (ClinchProfilePage *self,
                                                gint64             dimension_id);

G_END_DECLS
