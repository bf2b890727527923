// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chart.h"
#include "clinch-radar-data.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_RADAR_CHART (clinch_radar_chart_get_type ())

/**
 * ClinchRadarChart:
 *
 * A chart of #ClinchRadarData. The signal `axis-activated` (u) says which axis was clicked or
 * chosen with the keyboard.
 */
G_DECLARE_FINAL_TYPE (ClinchRadarChart, clinch_radar_chart, CLINCH, RADAR_CHART, ClinchChart)

GtkWidget *clinch_radar_chart_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
