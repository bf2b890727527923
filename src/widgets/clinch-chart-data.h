// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chart-drawing.h"
#include "clinch-chart-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ClinchChartData:
 *
 * What a chart shows: numbers and words. As a list it is the chart's twin: #ClinchChartItem
 * objects, one for each point, for a table beside the picture.
 *
 * It may be changed while it is shown: the signal `changed` says so, and the chart follows.
 */
#define CLINCH_TYPE_CHART_DATA (clinch_chart_data_get_type ())
G_DECLARE_DERIVABLE_TYPE (ClinchChartData, clinch_chart_data, CLINCH, CHART_DATA, GObject)

struct _ClinchChartDataClass
{
  GObjectClass parent_class;

  guint                (*get_n_points)   (ClinchChartData        *self);
  ClinchChartItem    * (*dup_item)       (ClinchChartData        *self,
                                          guint                   point);
  char               * (*describe)       (ClinchChartData        *self);
  ClinchChartDrawing * (*create_drawing) (ClinchChartData        *self,
                                          const ClinchChartSheet *sheet);
};

const char         *clinch_chart_data_get_title      (ClinchChartData        *self);
void                clinch_chart_data_set_title      (ClinchChartData        *self,
                                                      const char             *title);

/* The picture in a few sentences. */
char               *clinch_chart_data_describe       (ClinchChartData        *self)
                                                      G_GNUC_WARN_UNUSED_RESULT;

ClinchChartDrawing *clinch_chart_data_create_drawing (ClinchChartData        *self,
                                                      const ClinchChartSheet *sheet)
                                                      G_GNUC_WARN_UNUSED_RESULT;

/* For the kinds of data: all of the points may have changed, and there were @n_before. */
void                clinch_chart_data_changed        (ClinchChartData        *self,
                                                      guint                   n_before);

G_END_DECLS
