// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-quadrant-data.h"
#include "clinch-radar-data.h"

G_BEGIN_DECLS

/* Values of a customer, with unknown and stale ones among them; @chinese picks the language of the
 * labels. */
ClinchRadarData *clinch_test_radar_new (guint    n_axes,
                                        guint    n_series,
                                        gboolean chinese) G_GNUC_WARN_UNUSED_RESULT;

/* Customers by open value and follow-ups, the same for the same @n. */
ClinchQuadrantData *clinch_test_quadrant_new (guint    n,
                                              gboolean chinese) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
