// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-chart-export.h"
#include "clinch-test-charts.h"

#include <adwaita.h>
#include <pango/pangocairo.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define LIMIT_US 20000
#else
#define LIMIT_US 2000
#endif

/* Nothing here starts the toolkit: all of it must do without a display. */

static ClinchChartData *
create_data (void)
{
  return CLINCH_CHART_DATA (clinch_test_radar_new (12, 3, TRUE));
}

static GBytes *
render (ClinchChartFormat format)
{
  g_autoptr(ClinchChartData) data = create_data ();
  g_autoptr(GError) error = NULL;
  GBytes *bytes = clinch_chart_render (data, format, 600, 500, FALSE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

static gboolean
contains (const char *haystack,
          gsize       length,
          const char *needle)
{
  return memmem (haystack, length, needle, strlen (needle)) != NULL;
}

static void
test_png (void)
{
  g_autoptr(GBytes) bytes = render (CLINCH_CHART_FORMAT_PNG);
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  /* Width and height stand in its first chunk. */
  g_assert_cmpint (data[18] * 256 + data[19], ==, 600);
  g_assert_cmpint (data[22] * 256 + data[23], ==, 500);
}

static void
test_svg (void)
{
  g_autoptr(GBytes) bytes = render (CLINCH_CHART_FORMAT_SVG);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (contains (data, length, "<svg"));
  g_assert_true (contains (data, length, "width=\"600px\" height=\"500px\""));
  /* Drawn, not painted. */
  g_assert_false (contains (data, length, "<image"));
}

/* What the streams of a document hold, one after the other. */
static GString *
inflate_streams (GBytes *bytes)
{
  GString *all = g_string_new (NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *end = data + length;
  const char *stream = data;

  while ((stream = memmem (stream, (gsize) (end - stream), "stream\n", 7)) != NULL)
    {
      g_autoptr(GConverter) converter
        = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
      g_autoptr(GInputStream) from = NULL;
      g_autoptr(GInputStream) through = NULL;
      char part[4096];
      gssize n;

      stream += 7;
      from = g_memory_input_stream_new_from_data (stream, end - stream, NULL);
      through = g_converter_input_stream_new (from, converter);
      while ((n = g_input_stream_read (through, part, sizeof part, NULL, NULL)) > 0)
        g_string_append_len (all, part, n);
    }

  return all;
}

/* Text is there as text: fonts say which character each of their glyphs is. */
static void
test_pdf (void)
{
  g_autoptr(GBytes) bytes = render (CLINCH_CHART_FORMAT_PDF);
  g_autoptr(GString) streams = inflate_streams (bytes);
  static const char *const characters[] = { "<9884>", "<7b97>", "<6c49>", "<94a2>" };

  g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), "%PDF-"));
  for (gsize i = 0; i < G_N_ELEMENTS (characters); i++)
    {
      g_test_message ("%s", characters[i]);
      g_assert_true (contains (streams->str, streams->len, characters[i]));
    }
}

static void
test_stream (void)
{
  g_autoptr(ClinchChartData) data = create_data ();
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (clinch_chart_export (data, CLINCH_CHART_FORMAT_SVG, 600, 600, TRUE, stream, NULL,
                                      &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), >,
                    1000);

  g_cancellable_cancel (cancellable);
  g_assert_false (clinch_chart_export (data, CLINCH_CHART_FORMAT_SVG, 600, 600, TRUE, stream,
                                       cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_refused (void)
{
  static const int sizes[][2] = { { 0, 600 }, { 600, -1 }, { 119, 600 }, { 600, 100000 } };
  g_autoptr(ClinchChartData) data = create_data ();
  ClinchChartFormat format;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (clinch_chart_render (data, CLINCH_CHART_FORMAT_PNG, sizes[i][0], sizes[i][1],
                                          FALSE, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }

  g_assert_true (clinch_chart_format_from_name ("a/b c.PDF", &format, NULL));
  g_assert_cmpint (format, ==, CLINCH_CHART_FORMAT_PDF);
  g_assert_true (clinch_chart_format_from_name ("画像.svg", &format, NULL));
  g_assert_cmpint (format, ==, CLINCH_CHART_FORMAT_SVG);
  g_assert_false (clinch_chart_format_from_name ("png", &format, NULL));
  g_assert_false (clinch_chart_format_from_name ("a.jpeg", &format, NULL));
}

/* Without anything to show there is still a picture. */
static void
test_empty (void)
{
  for (guint n_axes = 0; n_axes < 4; n_axes++)
    for (guint n_series = 0; n_series < 3; n_series++)
      {
        g_autoptr(ClinchRadarData) data = clinch_test_radar_new (n_axes, n_series, FALSE);
        g_autoptr(GBytes) bytes = clinch_chart_render (CLINCH_CHART_DATA (data),
                                                       CLINCH_CHART_FORMAT_PNG, 240, 240, TRUE,
                                                       NULL);

        g_assert_nonnull (bytes);
      }
}

/* A map of one person and of sixty is drawn like any chart, with every name on it as text. */
static void
test_chain (void)
{
  static const guint counts[] = { 0, 1, 2, 60 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr(ClinchChainMapData) data = clinch_test_chain_new (counts[i], TRUE);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = clinch_chart_render (CLINCH_CHART_DATA (data),
                                                     CLINCH_CHART_FORMAT_PDF, 1600, 1000, FALSE,
                                                     &error);
      g_autoptr(GString) streams = NULL;

      g_assert_no_error (error);
      streams = inflate_streams (bytes);
      g_assert_true (contains (streams->str, streams->len, "<51b3>")); /* of the title */
      g_assert_cmpint (contains (streams->str, streams->len, "<9648>"), ==, counts[i] > 0);
      g_assert_cmpint (contains (streams->str, streams->len, "<6167>"), ==, counts[i] == 60);
    }
}

/* A chart as a document: the words that stand on it. */
static GString *
render_words (ClinchChartData *data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = clinch_chart_render (data, CLINCH_CHART_FORMAT_PDF, 800, 600, FALSE,
                                                 &error);

  g_assert_no_error (error);
  return inflate_streams (bytes);
}

/* Bars are drawn with their years, and without any there is still a picture with its title. */
static void
test_bars (void)
{
  static const guint counts[] = { 0, 1, 6, 24 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr(ClinchBarData) data = clinch_test_bars_new (counts[i], TRUE);
      g_autoptr(GString) words = render_words (CLINCH_CHART_DATA (data));

      g_assert_true (contains (words->str, words->len, "<8d62>")); /* 赢, of the title */
      g_assert_true (contains (words->str, words->len, "<5e74>")); /* 年 */
      g_assert_cmpint (contains (words->str, words->len, "<00a5>"), ==, counts[i] > 0);
    }
}

/* A corner of a quadrant is named where points are in it, and so are they where there is room. */
static void
test_quadrant (void)
{
  static const guint counts[] = { 0, 1, 40, 4000 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr(ClinchQuadrantData) data = clinch_test_quadrant_new (counts[i], TRUE);
      g_autoptr(GString) words = render_words (CLINCH_CHART_DATA (data));

      g_assert_true (contains (words->str, words->len, "<4e0e>")); /* 与, of the title */
      g_assert_cmpint (contains (words->str, words->len, "<5f97>"), ==, counts[i] > 0); /* 得 */
      g_assert_cmpint (contains (words->str, words->len, "<6237>"), ==, counts[i] > 0); /* 户 */
    }
}

/* Everything that has a meaning can be told from the ground and, two by two, from each other. */
static void
test_palette (void)
{
  for (int accent = ADW_ACCENT_COLOR_BLUE; accent <= ADW_ACCENT_COLOR_SLATE; accent++)
    for (int look = 0; look < 4; look++)
      {
        ClinchChartPalette palette;
        GdkRGBA color;

        g_test_message ("accent %d, look %d", accent, look);
        adw_accent_color_to_standalone_rgba ((AdwAccentColor) accent, look & 1, &color);
        clinch_chart_palette_init (&palette, &color, look & 1, (look & 2) != 0);
        for (int i = 0; i < CLINCH_CHART_N_HUES; i++)
          g_assert_cmpfloat (clinch_chart_palette_contrast (&palette.hues[i], &palette.background),
                             >=, 3);
      }
}

/* What this thread was at work for, in microseconds: the machine may be busy with other things. */
static gint64
work_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* The fastest of many; more of them where the machine was taken away from us meanwhile. */
static void
test_speed (void)
{
  g_autoptr(ClinchRadarData) data = clinch_test_radar_new (12, 3, TRUE);
  PangoContext *context
    = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Sans 11");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 600);
  g_autoptr(ClinchChartDrawing) drawing = NULL;
  ClinchChartSheet sheet = { .context = context, .width = 600, .height = 600, .pixel = 1 };
  gint64 best = G_MAXINT64;

  pango_context_set_font_description (context, font);
  clinch_chart_palette_init (&sheet.palette, NULL, FALSE, FALSE);
  drawing = clinch_chart_data_create_drawing (CLINCH_CHART_DATA (data), &sheet);
  for (int i = 0; i < 50 || (i < 1000 && best >= LIMIT_US); i++)
    {
      cairo_t *cr = cairo_create (surface);
      gint64 start = work_time ();

      clinch_chart_drawing_draw (drawing, cr);
      cairo_surface_flush (surface);
      best = MIN (best, work_time () - start);
      cairo_destroy (cr);
    }
  g_test_minimized_result ((double) best / 1000, "radar of 12 axes and 3 series: %.2f ms",
                           (double) best / 1000);
  g_test_message ("redraw %.2f ms", (double) best / 1000);
  g_assert_cmpint (best, <, LIMIT_US);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-export/png", test_png);
  g_test_add_func ("/chart-export/svg", test_svg);
  g_test_add_func ("/chart-export/pdf", test_pdf);
  g_test_add_func ("/chart-export/chain", test_chain);
  g_test_add_func ("/chart-export/bars", test_bars);
  g_test_add_func ("/chart-export/quadrant", test_quadrant);
  g_test_add_func ("/chart-export/stream", test_stream);
  g_test_add_func ("/chart-export/refused", test_refused);
  g_test_add_func ("/chart-export/empty", test_empty);
  g_test_add_func ("/chart-export/palette", test_palette);
  g_test_add_func ("/chart-export/speed", test_speed);

  return g_test_run ();
}
