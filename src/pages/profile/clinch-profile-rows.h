// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-customer-profile.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The rows in which a profile is shown. Figures open into what they are made of. */

GtkWidget *clinch_profile_score_row        (const ClinchCustomerProfile *profile);
GtkWidget *clinch_profile_completeness_row (const ClinchCustomerProfile *profile);
GtkWidget *clinch_profile_grade_row        (const ClinchCustomerProfile *profile);
GtkWidget *clinch_profile_priority_row     (const ClinchCustomerProfile *profile);
GtkWidget *clinch_profile_dimension_row    (const ClinchProfileLine     *line);

G_END_DECLS
