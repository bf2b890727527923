// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-customer-profile.h"
#include "clinch-radar-data.h"

G_BEGIN_DECLS

/* How the profile of a customer becomes a radar chart, in a window and without one. */

/* Shows a profile and nothing else. Needs a profile of at most %CLINCH_RADAR_MAX_AXES dimensions;
 * what is more is left out. */
void clinch_profile_radar_show    (ClinchRadarData             *data,
                                   const ClinchCustomerProfile *profile);

/* Lays another outline over it. */
void clinch_profile_radar_compare (ClinchRadarData             *data,
                                   const char                  *name,
                                   const ClinchProfileSeries   *series);

G_END_DECLS
