// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

#define CLINCH_CHART_N_HUES 3

/* The colours of a chart. The hues differ in lightness and on the axis from blue to orange, so that
 * no usual colour blindness makes two of them alike; shapes tell them apart as well. */
typedef struct
{
  GdkRGBA background;
  GdkRGBA text;
  GdkRGBA dim;  /* text that may step back */
  GdkRGBA band; /* fills between rings and of corners */
  GdkRGBA line; /* rings, axes */
  GdkRGBA edge; /* the outermost line */
  GdkRGBA hues[CLINCH_CHART_N_HUES];
  double line_width;
} ClinchChartPalette;

/* A colour as it is written in hexadecimal, red first. */
GdkRGBA clinch_chart_palette_color    (guint32             hex);

/* @accent: (nullable): the accent as it stands on the background by itself, or %NULL for the blue
 * that charts on paper have */
void    clinch_chart_palette_init     (ClinchChartPalette *self,
                                       const GdkRGBA      *accent,
                                       gboolean            dark,
                                       gboolean            high_contrast);

/* The ratio of WCAG, from 1 to 21. */
double  clinch_chart_palette_contrast (const GdkRGBA      *a,
                                       const GdkRGBA      *b);

G_END_DECLS
