// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chart-export.h"

#include "clinch-chart-ink.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#define LEAST_SIZE 120
#define MOST_SIZE 8192
#define PIXELS_PER_INCH 96.0
#define POINTS_PER_INCH 72.0
#define FONT "Adwaita Sans, Cantarell, Sans 11"

static gboolean prefers_rtl;

void
clinch_chart_use_rtl (gboolean rtl)
{
  prefers_rtl = rtl;
}

gboolean
clinch_chart_prefers_rtl (void)
{
  return prefers_rtl;
}

PangoContext *
clinch_chart_create_context (gboolean rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string (FONT);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, PIXELS_PER_INCH);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);

  return context;
}

static void
draw_sheet (ClinchChartData          *data,
            cairo_t                  *cr,
            double                    width,
            double                    height,
            double                    pixel,
            const ClinchChartPalette *palette,
            gboolean                  rtl)
{
  PangoContext *context = clinch_chart_create_context (rtl);
  g_autoptr(ClinchChartDrawing) drawing = NULL;
  ClinchChartSheet sheet = {
    .context = context,
    .palette = *palette,
    .width = width,
    .height = height,
    .pixel = pixel,
    .rtl = rtl,
    .with_title = TRUE,
  };

  clinch_chart_ink_color (cr, &palette->background, 1);
  cairo_paint (cr);
  drawing = clinch_chart_data_create_drawing (data, &sheet);
  clinch_chart_drawing_draw (drawing, cr);
  g_object_unref (context);
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (ClinchChartData   *data,
                ClinchChartFormat  format,
                int                width,
                int                height,
                GByteArray        *bytes)
{
  cairo_surface_t *surface;
  double points = POINTS_PER_INCH / PIXELS_PER_INCH;

  switch (format)
    {
    case CLINCH_CHART_FORMAT_SVG:
      surface = cairo_svg_surface_create_for_stream (write_cb, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case CLINCH_CHART_FORMAT_PDF:
      surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, width * points,
                                                     height * points);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                      clinch_chart_data_get_title (data));
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Clinch");
      return surface;
    case CLINCH_CHART_FORMAT_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
    }
}

static cairo_status_t
draw_document (ClinchChartData   *data,
               ClinchChartFormat  format,
               int                width,
               int                height,
               gboolean           dark,
               GByteArray        *bytes)
{
  cairo_surface_t *surface = create_surface (data, format, width, height, bytes);
  cairo_t *cr = cairo_create (surface);
  ClinchChartPalette palette;
  cairo_status_t status;

  clinch_chart_palette_init (&palette, NULL, dark, FALSE);
  if (format == CLINCH_CHART_FORMAT_PDF)
    cairo_scale (cr, POINTS_PER_INCH / PIXELS_PER_INCH, POINTS_PER_INCH / PIXELS_PER_INCH);
  draw_sheet (data, cr, width, height, 1, &palette, clinch_chart_prefers_rtl ());
  status = cairo_status (cr);
  cairo_destroy (cr);

  if (status == CAIRO_STATUS_SUCCESS && format == CLINCH_CHART_FORMAT_PNG)
    status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

gboolean
clinch_chart_format_from_name (const char         *name,
                               ClinchChartFormat  *format,
                               GError            **error)
{
  static const struct
  {
    const char *suffix;
    ClinchChartFormat format;
  } formats[] = {
    { ".png", CLINCH_CHART_FORMAT_PNG },
    { ".svg", CLINCH_CHART_FORMAT_SVG },
    { ".pdf", CLINCH_CHART_FORMAT_PDF },
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].suffix))
      {
        *format = formats[i].format;
        return TRUE;
      }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
               _("“%s” does not end with .png, .svg or .pdf"), name);
  return FALSE;
}

GBytes *
clinch_chart_render (ClinchChartData    *data,
                     ClinchChartFormat   format,
                     int                 width,
                     int                 height,
                     gboolean            dark,
                     GError            **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  g_return_val_if_fail (CLINCH_IS_CHART_DATA (data), NULL);

  if (width < LEAST_SIZE || height < LEAST_SIZE || width > MOST_SIZE || height > MOST_SIZE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("A picture is from %d to %d pixels wide and high"), LEAST_SIZE, MOST_SIZE);
      return NULL;
    }

  status = draw_document (data, format, width, height, dark, bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
clinch_chart_export (ClinchChartData    *data,
                     ClinchChartFormat   format,
                     int                 width,
                     int                 height,
                     gboolean            dark,
                     GOutputStream      *stream,
                     GCancellable       *cancellable,
                     GError            **error)
{
  g_autoptr(GBytes) bytes = clinch_chart_render (data, format, width, height, dark, error);

  return bytes != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                       g_bytes_get_size (bytes), NULL, cancellable, error);
}

cairo_surface_t *
clinch_chart_paint (ClinchChartData          *data,
                    int                       width,
                    int                       height,
                    double                    scale,
                    const ClinchChartPalette *palette)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (CLINCH_IS_CHART_DATA (data), NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (width * scale),
                                        (int) (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  draw_sheet (data, cr, width, height, 1 / scale, palette, clinch_chart_prefers_rtl ());
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&surface, cairo_surface_destroy);
  cairo_destroy (cr);

  return surface;
}
