// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-box.h"
#include "clinch-chart-drawing.h"

G_BEGIN_DECLS

/* Strokes that all charts share. */

typedef enum
{
  CLINCH_CHART_MARKER_CIRCLE,
  CLINCH_CHART_MARKER_DIAMOND,
  CLINCH_CHART_MARKER_SQUARE,
} ClinchChartMarker;

typedef enum
{
  CLINCH_CHART_FILL_FULL,
  CLINCH_CHART_FILL_HALF,
  CLINCH_CHART_FILL_HOLLOW,
} ClinchChartFill;

/* How much larger than the font of the interface text and strokes of a chart of this size are. */
double       clinch_chart_ink_scale  (const ClinchChartSheet  *sheet);

/* A layout in the font of the sheet, @size times as large as the text of a chart is. User text is
 * never markup. */
PangoLayout *clinch_chart_ink_layout (const ClinchChartSheet  *sheet,
                                      const char              *text,
                                      double                   size,
                                      PangoWeight              weight) G_GNUC_WARN_UNUSED_RESULT;

int          clinch_chart_ink_width  (PangoLayout             *layout);

void         clinch_chart_ink_color  (cairo_t                 *cr,
                                      const GdkRGBA           *color,
                                      double                   alpha);

/* Lays text so that its upper left corner is at a place. */
void         clinch_chart_ink_text   (cairo_t                 *cr,
                                      PangoLayout             *layout,
                                      const GdkRGBA           *color,
                                      double                   x,
                                      double                   y);

/* A marker with a rim in the colour of the background, which sets it off from what lies below. */
void         clinch_chart_ink_marker (cairo_t                 *cr,
                                      const ClinchChartSheet  *sheet,
                                      ClinchChartMarker        marker,
                                      ClinchChartFill          fill,
                                      const GdkRGBA           *color,
                                      double                   radius,
                                      const ClinchPoint       *center);

void         clinch_chart_ink_box    (cairo_t                 *cr,
                                      const ClinchBox         *box,
                                      double                   radius);

/* The ring around what has the keyboard. */
void         clinch_chart_ink_focus  (cairo_t                 *cr,
                                      const ClinchChartSheet  *sheet,
                                      const ClinchBox         *box);

/* A coordinate on which a line of one pixel is sharp. */
double       clinch_chart_ink_snap   (const ClinchChartSheet  *sheet,
                                      double                   where);

G_END_DECLS
