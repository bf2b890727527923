// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chart-ink.h"

G_BEGIN_DECLS

/* The rows below a chart that say what its shapes mean. */
typedef struct _ClinchChartLegend ClinchChartLegend;

ClinchChartLegend *clinch_chart_legend_new     (const ClinchChartSheet *sheet)
G_GNUC_WARN_UNUSED_RESULT;
void               clinch_chart_legend_free    (ClinchChartLegend      *self);

/* @with_line draws the line that the marker sits on. */
void               clinch_chart_legend_add     (ClinchChartLegend      *self,
                                                const char             *text,
                                                ClinchChartMarker       marker,
                                                ClinchChartFill         fill,
                                                const GdkRGBA          *color,
                                                gboolean                with_line);

/* Draws a sign of an entry from @x on, @width wide, about the height @y; @value says which. */
typedef void (*ClinchChartLegendSign) (cairo_t                *cr,
                                       const ClinchChartSheet *sheet,
                                       int                     value,
                                       double                  x,
                                       double                  y,
                                       double                  width);

/* An entry whose sign is none of the markers. */
void               clinch_chart_legend_add_sign (ClinchChartLegend      *self,
                                                 const char             *text,
                                                 double                  width,
                                                 ClinchChartLegendSign   sign,
                                                 int                     value);

/* Sets the entries into rows at most @width wide and returns how high they are, 0 without
 * entries. */
double             clinch_chart_legend_arrange (ClinchChartLegend      *self,
                                                double                  width);

void               clinch_chart_legend_draw    (ClinchChartLegend      *self,
                                                cairo_t                *cr,
                                                double                  x,
                                                double                  y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchChartLegend, clinch_chart_legend_free)

G_END_DECLS
