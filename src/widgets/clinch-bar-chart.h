// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-bar-data.h"
#include "clinch-chart.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_BAR_CHART (clinch_bar_chart_get_type ())

/* A chart of #ClinchBarData. */
G_DECLARE_FINAL_TYPE (ClinchBarChart, clinch_bar_chart, CLINCH, BAR_CHART, ClinchChart)

GtkWidget *clinch_bar_chart_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
