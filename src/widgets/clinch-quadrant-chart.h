// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chart.h"
#include "clinch-quadrant-data.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_QUADRANT_CHART (clinch_quadrant_chart_get_type ())

/**
 * ClinchQuadrantChart:
 *
 * A chart of #ClinchQuadrantData. The signal `activated` (x) gives the key of the point that was
 * chosen; where several lie on each other a menu asks which one.
 */
G_DECLARE_FINAL_TYPE (ClinchQuadrantChart, clinch_quadrant_chart, CLINCH, QUADRANT_CHART,
                      ClinchChart)

GtkWidget *clinch_quadrant_chart_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
