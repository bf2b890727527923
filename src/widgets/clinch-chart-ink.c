// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chart-ink.h"

#include <math.h>
#include <pango/pangocairo.h>

#define TEXT_SIZE 0.95
#define USUAL_SIZE 560.0

double
clinch_chart_ink_scale (const ClinchChartSheet *sheet)
{
  return CLAMP (sqrt (MIN (sheet->width, sheet->height) / USUAL_SIZE), 0.85, 1.8);
}

PangoLayout *
clinch_chart_ink_layout (const ClinchChartSheet *sheet,
                         const char             *text,
                         double                  size,
                         PangoWeight             weight)
{
  PangoLayout *layout = pango_layout_new (sheet->context);
  PangoFontDescription *font
    = pango_font_description_copy (pango_context_get_font_description (sheet->context));
  double full = pango_font_description_get_size (font) * size * TEXT_SIZE
                * clinch_chart_ink_scale (sheet);

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, full);
  else
    pango_font_description_set_size (font, (int) full);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

int
clinch_chart_ink_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

void
clinch_chart_ink_color (cairo_t       *cr,
                        const GdkRGBA *color,
                        double         alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

void
clinch_chart_ink_text (cairo_t       *cr,
                       PangoLayout   *layout,
                       const GdkRGBA *color,
                       double         x,
                       double         y)
{
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  clinch_chart_ink_color (cr, color, 1);
  cairo_move_to (cr, x - logical.x, y - logical.y);
  pango_cairo_show_layout (cr, layout);
  /* Text leaves a point behind that the next line would begin at. */
  cairo_new_path (cr);
}

static void
trace_marker (cairo_t           *cr,
              ClinchChartMarker  marker,
              double             radius,
              const ClinchPoint *center)
{
  double diamond = radius * 1.3;
  double square = radius * 0.9;

  cairo_new_path (cr);
  switch (marker)
    {
    case CLINCH_CHART_MARKER_DIAMOND:
      cairo_move_to (cr, center->x, center->y - diamond);
      cairo_line_to (cr, center->x + diamond, center->y);
      cairo_line_to (cr, center->x, center->y + diamond);
      cairo_line_to (cr, center->x - diamond, center->y);
      break;
    case CLINCH_CHART_MARKER_SQUARE:
      cairo_rectangle (cr, center->x - square, center->y - square, 2 * square, 2 * square);
      break;
    case CLINCH_CHART_MARKER_CIRCLE:
    default:
      cairo_arc (cr, center->x, center->y, radius, 0, 2 * G_PI);
    }
  cairo_close_path (cr);
}

void
clinch_chart_ink_marker (cairo_t                *cr,
                         const ClinchChartSheet *sheet,
                         ClinchChartMarker       marker,
                         ClinchChartFill         fill,
                         const GdkRGBA          *color,
                         double                  radius,
                         const ClinchPoint      *center)
{
  double line = radius * 0.4;

  trace_marker (cr, marker, radius + line, center);
  clinch_chart_ink_color (cr, &sheet->palette.background, 1);
  cairo_fill (cr);

  if (fill == CLINCH_CHART_FILL_FULL)
    {
      trace_marker (cr, marker, radius, center);
      clinch_chart_ink_color (cr, color, 1);
      cairo_fill (cr);
      return;
    }

  if (fill == CLINCH_CHART_FILL_HALF)
    {
      cairo_save (cr);
      cairo_rectangle (cr, center->x - radius * 2, center->y, radius * 4, radius * 2);
      cairo_clip (cr);
      trace_marker (cr, marker, radius, center);
      clinch_chart_ink_color (cr, color, 1);
      cairo_fill (cr);
      cairo_restore (cr);
    }
  trace_marker (cr, marker, radius - line / 2, center);
  clinch_chart_ink_color (cr, color, 1);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

void
clinch_chart_ink_box (cairo_t         *cr,
                      const ClinchBox *box,
                      double           radius)
{
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  cairo_new_path (cr);
  cairo_arc (cr, right - radius, box->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
clinch_chart_ink_focus (cairo_t                *cr,
                        const ClinchChartSheet *sheet,
                        const ClinchBox        *box)
{
  ClinchBox ring = { box->x - 4, box->y - 3, box->width + 8, box->height + 6 };

  clinch_chart_ink_box (cr, &ring, 6);
  clinch_chart_ink_color (cr, &sheet->palette.hues[0], 0.8);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

double
clinch_chart_ink_snap (const ClinchChartSheet *sheet,
                       double                  where)
{
  return (floor (where / sheet->pixel) + 0.5) * sheet->pixel;
}
