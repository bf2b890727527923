// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-radar.h"

#include <math.h>
#include <string.h>

#define GAP 10.0

/* Sets text as a font would whose letters are @em wide and whose lines are @line high: it breaks
 * lines at spaces and, where @breaks_anywhere, between any two characters, and cuts what does not
 * fit. */
typedef struct
{
  const char *const *texts;
  double em;
  double line;
  gboolean breaks_anywhere;
} Font;

static const char *const short_latin[] = { "Size", "Need", "Budget", "Cycle", NULL };
static const char *const long_latin[] = {
  "Clarity of the decision chain and its people", "Industry", "Purchasing process and committees",
  "Annual revenue of the group worldwide", "Donaudampfschifffahrtsgesellschaft", "Fit", NULL
};
static const char *const chinese[] = { "行业", "决策链清晰程度", "采购流程", "历史成交金额与复购情况", "预算", NULL };

static void
measure (guint                 axis,
         const ClinchRadarFit *fit,
         double               *width,
         double               *height,
         gpointer              data)
{
  const Font *font = data;
  const char *text = font->texts[axis % g_strv_length ((char **) font->texts)];
  double full = g_utf8_strlen (text, -1) * font->em + (fit->with_value ? 3 * font->em : 0);
  int lines = 1;

  if (full > fit->max_width && (font->breaks_anywhere || strchr (text, ' ') != NULL))
    lines = MIN ((int) ceil (full / fit->max_width), fit->max_lines);
  *width = MIN (full / lines + (lines > 1 ? font->em : 0), fit->max_width);
  *height = lines * font->line;
}

static void
arrange (ClinchRadarLayout *layout,
         const Font        *font,
         guint              n_axes,
         double             width,
         double             height,
         gboolean           rtl)
{
  ClinchRadarSpec spec = {
    .n_axes = n_axes, .room = { 7, 5, width, height }, .gap = GAP, .rtl = rtl, .measure = measure,
    .data = (gpointer) font,
  };

  clinch_radar_arrange (&spec, layout);
}

static double
distance_to_box (const ClinchPoint *point,
                 const ClinchBox   *box)
{
  double dx = MAX (MAX (box->x - point->x, point->x - box->x - box->width), 0);
  double dy = MAX (MAX (box->y - point->y, point->y - box->y - box->height), 0);

  return hypot (dx, dy);
}

/* Labels stay in the picture, off the circle, and off each other. Returns how many are shown. */
static guint
assert_calm (const ClinchRadarLayout *layout,
             double                   width,
             double                   height)
{
  ClinchBox room = { 7, 5, width, height };
  guint n_shown = 0;

  for (guint i = 0; i < layout->n_axes; i++)
    {
      const ClinchRadarLabel *label = &layout->labels[i];
      ClinchPoint end = clinch_radar_point (layout, i, 100);

      g_assert_true (clinch_box_contains (&room, end.x, end.y));
      if (!label->shown)
        continue;
      n_shown++;
      g_assert_true (clinch_box_holds (&room, &label->box));
      g_assert_cmpfloat (distance_to_box (&layout->center, &label->box), >=,
                         layout->radius + GAP / 2);
      for (guint k = 0; k < i; k++)
        g_assert_false (layout->labels[k].shown
                        && clinch_box_overlaps (&label->box, &layout->labels[k].box));
    }

  return n_shown;
}

static void
test_no_overlaps (void)
{
  static const double sizes[][2] = {
    { 240, 240 }, { 320, 260 }, { 240, 400 }, { 400, 300 }, { 600, 600 }, { 1000, 420 }, { 2000, 2000 }
  };
  static const Font fonts[] = {
    { short_latin, 6, 15, FALSE }, { long_latin, 6, 15, FALSE }, { chinese, 13, 17, TRUE },
  };

  for (guint n = 3; n <= CLINCH_RADAR_MAX_AXES; n++)
    for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
      for (gsize font = 0; font < G_N_ELEMENTS (fonts); font++)
        for (int rtl = 0; rtl < 2; rtl++)
          {
            double width = sizes[size][0];
            double height = sizes[size][1];
            ClinchRadarLayout layout;
            guint n_shown;

            g_test_message ("%u axes, %g × %g, font %d, rtl %d", n, width, height, (int) font, rtl);
            arrange (&layout, &fonts[font], n, width, height, rtl);
            n_shown = assert_calm (&layout, width, height);
            g_assert_cmpuint (n_shown, ==, n);
            /* The picture is what it is about, not the labels. */
            g_assert_cmpfloat (layout.radius, >=, 0.3 * MIN (width, height) / 2);
          }
}

/* Text twice as large, as some need it. */
static void
test_large_text (void)
{
  static const Font font = { long_latin, 13, 32, FALSE };

  for (guint n = 3; n <= CLINCH_RADAR_MAX_AXES; n++)
    for (double size = 120; size <= 600; size += 40)
      {
        ClinchRadarLayout layout;

        g_test_message ("%u axes, %g", n, size);
        arrange (&layout, &font, n, size, size, FALSE);
        assert_calm (&layout, size, size);
        g_assert_cmpfloat (layout.radius, >, 0);
        if (size >= 400 && n <= 12)
          g_assert_true (layout.labels[1].shown && layout.labels[2].shown);
      }
}

static void
test_no_room (void)
{
  static const Font font = { long_latin, 13, 32, FALSE };
  static const double sizes[][2] = { { 0, 0 }, { 1, 1 }, { 30, 2 }, { 20, 600 }, { 600, 20 } };

  for (guint n = 0; n <= CLINCH_RADAR_MAX_AXES + 4; n++)
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        ClinchRadarLayout layout;

        arrange (&layout, &font, n, sizes[i][0], sizes[i][1], FALSE);
        g_assert_cmpuint (layout.n_axes, ==, MIN (n, CLINCH_RADAR_MAX_AXES));
        g_assert_true (isfinite (layout.radius) && layout.radius >= 0);
        for (guint k = 0; k < layout.n_axes; k++)
          g_assert_true (!layout.labels[k].shown || layout.radius > 0);
      }
}

static void
test_order (void)
{
  static const Font font = { short_latin, 6, 15, FALSE };
  ClinchRadarLayout layout;
  ClinchRadarLayout mirrored;

  arrange (&layout, &font, 12, 600, 600, FALSE);
  arrange (&mirrored, &font, 12, 600, 600, TRUE);

  /* The first axis points upwards, the fourth to the right; from right to left, the other way. */
  g_assert_cmpfloat_with_epsilon (clinch_radar_point (&layout, 0, 100).x, layout.center.x, 0.01);
  g_assert_cmpfloat (clinch_radar_point (&layout, 0, 100).y, <, layout.center.y);
  g_assert_cmpfloat_with_epsilon (clinch_radar_point (&layout, 3, 100).x,
                                  layout.center.x + layout.radius, 0.01);
  g_assert_cmpfloat_with_epsilon (clinch_radar_point (&mirrored, 3, 100).x,
                                  mirrored.center.x - mirrored.radius, 0.01);
  for (guint i = 0; i < 12; i++)
    {
      const ClinchBox *box = &layout.labels[i].box;
      const ClinchBox *other = &mirrored.labels[i].box;

      g_assert_cmpfloat_with_epsilon (box->x - layout.center.x,
                                      mirrored.center.x - other->x - other->width, 0.01);
      g_assert_cmpfloat_with_epsilon (box->y, other->y, 0.01);
      g_assert_false (layout.labels[i].has_leader);
    }
  g_assert_cmpfloat (layout.labels[3].align, ==, 0);
  g_assert_cmpfloat (layout.labels[9].align, ==, 1);
  g_assert_cmpfloat (layout.labels[0].align, ==, 0.5);
}

/* The more room, the larger the picture, and never by a leap back. */
static void
test_growth (void)
{
  static const Font font = { chinese, 13, 17, TRUE };
  double before = 0;

  for (double size = 240; size <= 2000; size += 40)
    {
      ClinchRadarLayout layout;

      arrange (&layout, &font, 12, size, size, FALSE);
      g_assert_cmpfloat (layout.radius, >, before * 0.9);
      before = layout.radius;
    }
  g_assert_cmpfloat (before, >, 600);
}

static void
test_shape (void)
{
  static const Font font = { short_latin, 6, 15, FALSE };
  static const ClinchRadarValue values[] = {
    { 80, TRUE, FALSE }, { 0, FALSE, FALSE }, { 0, FALSE, FALSE }, { 20, TRUE, TRUE }, { 500, TRUE, FALSE },
    { -9, TRUE, FALSE },
  };
  ClinchRadarVertex vertices[6];
  ClinchRadarLayout layout;
  ClinchPoint expected;

  arrange (&layout, &font, 6, 600, 600, FALSE);
  clinch_radar_shape (&layout, values, vertices);

  /* Unknown is not zero: it lies between its neighbours, 80 and 20, and its edges are not solid. */
  expected = clinch_radar_point (&layout, 1, 60);
  g_assert_false (vertices[1].known);
  g_assert_cmpfloat_with_epsilon (vertices[1].point.x, expected.x, 0.01);
  expected = clinch_radar_point (&layout, 2, 40);
  g_assert_cmpfloat_with_epsilon (vertices[2].point.y, expected.y, 0.01);
  g_assert_false (vertices[0].solid_edge);
  g_assert_false (vertices[1].solid_edge);
  g_assert_false (vertices[2].solid_edge);
  g_assert_true (vertices[3].solid_edge);
  g_assert_true (vertices[5].solid_edge);

  /* What lies outside stays at the limit. */
  expected = clinch_radar_point (&layout, 4, 100);
  g_assert_cmpfloat_with_epsilon (vertices[4].point.x, expected.x, 0.01);
  g_assert_cmpfloat_with_epsilon (vertices[5].point.x, layout.center.x, 0.01);
}

static void
test_shape_without_values (void)
{
  static const Font font = { short_latin, 6, 15, FALSE };
  ClinchRadarValue values[4] = { { 0, FALSE, FALSE }, };
  ClinchRadarVertex vertices[4];
  ClinchRadarLayout layout;

  arrange (&layout, &font, 4, 600, 600, FALSE);
  clinch_radar_shape (&layout, values, vertices);
  for (guint i = 0; i < 4; i++)
    {
      ClinchPoint half = clinch_radar_point (&layout, i, 50);

      g_assert_cmpfloat_with_epsilon (vertices[i].point.x, half.x, 0.01);
      g_assert_false (vertices[i].known || vertices[i].solid_edge);
    }

  /* All zero is known, and lies in the centre. */
  for (guint i = 0; i < 4; i++)
    values[i].known = TRUE;
  clinch_radar_shape (&layout, values, vertices);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat_with_epsilon (vertices[i].point.y, layout.center.y, 0.01);
      g_assert_true (vertices[i].solid_edge);
    }
}

static void
test_find_axis (void)
{
  static const Font font = { long_latin, 6, 15, FALSE };
  ClinchRadarLayout layout;

  for (guint n = 3; n <= CLINCH_RADAR_MAX_AXES; n++)
    {
      arrange (&layout, &font, n, 500, 400, n % 2 == 0);
      for (guint i = 0; i < n; i++)
        {
          const ClinchBox *box = &layout.labels[i].box;
          ClinchPoint point = clinch_radar_point (&layout, i, 70);

          g_assert_cmpint (clinch_radar_find_axis (&layout, box->x + box->width / 2,
                                                   box->y + box->height / 2), ==, (int) i);
          g_assert_cmpint (clinch_radar_find_axis (&layout, point.x, point.y), ==, (int) i);
        }
      g_assert_cmpint (clinch_radar_find_axis (&layout, 0, 0), ==, -1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/radar/no-overlaps", test_no_overlaps);
  g_test_add_func ("/radar/large-text", test_large_text);
  g_test_add_func ("/radar/no-room", test_no_room);
  g_test_add_func ("/radar/order", test_order);
  g_test_add_func ("/radar/growth", test_growth);
  g_test_add_func ("/radar/shape", test_shape);
  g_test_add_func ("/radar/shape-without-values", test_shape_without_values);
  g_test_add_func ("/radar/find-axis", test_find_axis);

  return g_test_run ();
}
