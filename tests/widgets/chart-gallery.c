// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-chart-export.h"
#include "clinch-test-charts.h"

#include <errno.h>
#include <string.h>

static const guint axes[] = { 3, 6, 12, 24 };
static const int sizes[] = { 240, 600, 2000 };

static gboolean
save (ClinchChartData *data,
      const char      *folder,
      const char      *name,
      int              size,
      gboolean         dark,
      gboolean         high_contrast)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  ClinchChartPalette palette;
  cairo_surface_t *surface;
  cairo_status_t status;

  clinch_chart_palette_init (&palette, NULL, dark, high_contrast);
  surface = clinch_chart_paint (data, size, size, 1, &palette);
  status = cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);

  return status == CAIRO_STATUS_SUCCESS;
}

static gboolean
draw_radars (const char *folder,
             gboolean    chinese,
             gboolean    rtl)
{
  gboolean good = TRUE;

  clinch_chart_use_rtl (rtl);
  for (gsize i = 0; i < G_N_ELEMENTS (axes); i++)
    for (guint series = 1; series <= CLINCH_RADAR_MAX_SERIES; series++)
      for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
        for (int look = 0; look < 4; look++)
          {
            g_autoptr(ClinchRadarData) data = clinch_test_radar_new (axes[i], series, chinese);
            g_autofree char *name
              = g_strdup_printf ("radar-%02u-%u-%04d-%s%s-%s%s.png", axes[i], series, sizes[size],
                                 chinese ? "zh" : "en", rtl ? "-rtl" : "",
                                 look & 1 ? "dark" : "light", look & 2 ? "-contrast" : "");

            good = save (CLINCH_CHART_DATA (data), folder, name, sizes[size], look & 1, look & 2)
                   && good;
          }

  return good;
}

/* A kind of chart with more and more in it, from small to large. */
typedef struct
{
  const char *name;
  ClinchChartData * (*create) (guint    n,
                               gboolean chinese);
  gsize smallest; /* place among the sizes */
  guint counts[5];
} Kind;

static ClinchChartData *
create_quadrant (guint    n,
                 gboolean chinese)
{
  return CLINCH_CHART_DATA (clinch_test_quadrant_new (n, chinese));
}

static ClinchChartData *
create_bars (guint    n,
             gboolean chinese)
{
  return CLINCH_CHART_DATA (clinch_test_bars_new (n, chinese));
}

static ClinchChartData *
create_chain (guint    n,
              gboolean chinese)
{
  return CLINCH_CHART_DATA (clinch_test_chain_new (n, chinese));
}

static const Kind kinds[] = {
  { "quadrant", create_quadrant, 0, { 0, 1, 40, 400, 40000 } },
  { "bars", create_bars, 0, { 0, 1, 3, 6, 24 } },
  { "chain", create_chain, 1, { 0, 1, 2, 12, 60 } },
};

static gboolean
draw_kind (const Kind *kind,
           const char *folder,
           gboolean    chinese)
{
  gboolean good = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (kind->counts); i++)
    for (gsize size = kind->smallest; size < G_N_ELEMENTS (sizes); size++)
      for (int look = 0; look < 4; look++)
        {
          g_autoptr(ClinchChartData) data = kind->create (kind->counts[i], chinese);
          g_autofree char *name
            = g_strdup_printf ("%s-%05u-%04d-%s-%s%s.png", kind->name, kind->counts[i], sizes[size],
                               chinese ? "zh" : "en", look & 1 ? "dark" : "light",
                               look & 2 ? "-contrast" : "");

          good = save (data, folder, name, sizes[size], look & 1, look & 2) && good;
        }

  return good;
}

int
main (int   argc,
      char *argv[])
{
  const char *folder = argc > 1 ? argv[1] : "gallery";
  gboolean good;

  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      g_printerr ("%s: %s\n", folder, g_strerror (errno));
      return 1;
    }

  good = draw_radars (folder, FALSE, FALSE);
  good = draw_radars (folder, TRUE, FALSE) && good;
  good = draw_radars (folder, FALSE, TRUE) && good;
  clinch_chart_use_rtl (FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      good = draw_kind (&kinds[i], folder, FALSE) && good;
      good = draw_kind (&kinds[i], folder, TRUE) && good;
    }

  return good ? 0 : 1;
}
