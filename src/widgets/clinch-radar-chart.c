// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-radar-chart.h"

struct _ClinchRadarChart
{
  ClinchChart parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinchRadarChart, clinch_radar_chart, CLINCH_TYPE_CHART)

enum
{
  AXIS_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clinch_radar_chart_activate_spot (ClinchChart *chart,
                                  int          spot)
{
  g_signal_emit (chart, signals[AXIS_ACTIVATED], 0, (guint) spot);
}

static void
clinch_radar_chart_class_init (ClinchRadarChartClass *klass)
{
  CLINCH_CHART_CLASS (klass)->spots_are_points = TRUE;
  CLINCH_CHART_CLASS (klass)->activate_spot = clinch_radar_chart_activate_spot;

  signals[AXIS_ACTIVATED] = g_signal_new ("axis-activated", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_UINT);
}

static void
clinch_radar_chart_init (ClinchRadarChart *self)
{
}

GtkWidget *
clinch_radar_chart_new (void)
{
  return g_object_new (CLINCH_TYPE_RADAR_CHART, NULL);
}
