// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-bar-chart.h"

struct _ClinchBarChart
{
  ClinchChart parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinchBarChart, clinch_bar_chart, CLINCH_TYPE_CHART)

static void
clinch_bar_chart_class_init (ClinchBarChartClass *klass)
{
  CLINCH_CHART_CLASS (klass)->spots_are_points = TRUE;
}

static void
clinch_bar_chart_init (ClinchBarChart *self)
{
}

GtkWidget *
clinch_bar_chart_new (void)
{
  return g_object_new (CLINCH_TYPE_BAR_CHART, NULL);
}
