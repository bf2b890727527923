// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chart-data.h"

G_BEGIN_DECLS

/* None of this needs a display: the command line draws charts as well. Errors are of #GIOErrorEnum,
 * with a sentence for the user. */

typedef enum
{
  CLINCH_CHART_FORMAT_PNG,
  CLINCH_CHART_FORMAT_SVG,
  CLINCH_CHART_FORMAT_PDF,
} ClinchChartFormat;

/* A context whose text does not depend on the pixels of a device, 96 to the inch. */
PangoContext    *clinch_chart_create_context   (gboolean            rtl) G_GNUC_WARN_UNUSED_RESULT;

/* Whether what is drawn without a widget begins on the right, as the windows of the program do. Set
 * once, before anything is drawn; it does not without. */
void             clinch_chart_use_rtl          (gboolean            rtl);
gboolean         clinch_chart_prefers_rtl      (void);

/* The format that a file name ends with. */
gboolean         clinch_chart_format_from_name (const char         *name,
                                                ClinchChartFormat  *format,
                                                GError            **error);

/* Draws with the title, on an opaque ground. @width and @height are pixels, in a document 96 to the
 * inch. */
GBytes          *clinch_chart_render           (ClinchChartData    *data,
                                                ClinchChartFormat   format,
                                                int                 width,
                                                int                 height,
                                                gboolean            dark,
                                                GError            **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

/* The same into a stream, which stays open. */
gboolean         clinch_chart_export           (ClinchChartData    *data,
                                                ClinchChartFormat   format,
                                                int                 width,
                                                int                 height,
                                                gboolean            dark,
                                                GOutputStream      *stream,
                                                GCancellable       *cancellable,
                                                GError            **error);

/* The same as an image surface of @scale pixels to one, for whoever wants the pixels; %NULL without
 * memory for it. */
cairo_surface_t *clinch_chart_paint            (ClinchChartData          *data,
                                                int                       width,
                                                int                       height,
                                                double                    scale,
                                                const ClinchChartPalette *palette)
                                                G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
