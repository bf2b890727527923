// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-quadrant.h"

#include <math.h>

#define RADIUS 5.0

static void
measure (ClinchQuadrantText  text,
         guint               index,
         double              max_width,
         double             *width,
         double             *height,
         gpointer            data)
{
  static const double widths[] = { 46, 30, 150, 80 };

  *width = MIN (widths[text], max_width);
  *height = 15;
}

static void
assert_ticks (const ClinchScale *scale,
              const double      *expected,
              guint              n)
{
  g_assert_cmpuint (scale->n_ticks, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (scale->ticks[i], expected[i],
                                    fabs (expected[i]) * 1e-9 + 1e-12);
}

static void
test_linear_scale (void)
{
  ClinchScale scale;

  clinch_scale_init (&scale, (double[]) { 3, 87, 12 }, 3, FALSE, 6);
  assert_ticks (&scale, (double[]) { 0, 20, 40, 60, 80, 100 }, 6);
  g_assert_cmpfloat (clinch_scale_place (&scale, 50), ==, 0.5);
  g_assert_cmpfloat (clinch_scale_place (&scale, 300), ==, 1);
  g_assert_cmpfloat (clinch_scale_place (&scale, NAN), ==, 0);

  clinch_scale_init (&scale, (double[]) { -30, 70 }, 2, FALSE, 4);
  assert_ticks (&scale, (double[]) { -50, 0, 50, 100 }, 4);

  /* Nothing, zero alone, one value, and values that are none. */
  clinch_scale_init (&scale, NULL, 0, FALSE, 3);
  assert_ticks (&scale, (double[]) { 0, 0.5, 1 }, 3);
  clinch_scale_init (&scale, (double[]) { 0, 0 }, 2, FALSE, 3);
  assert_ticks (&scale, (double[]) { 0, 0.5, 1 }, 3);
  clinch_scale_init (&scale, (double[]) { 7 }, 1, FALSE, 3);
  assert_ticks (&scale, (double[]) { 0, 5, 10 }, 3);
  clinch_scale_init (&scale, (double[]) { 4, INFINITY, NAN, -INFINITY }, 4, FALSE, 3);
  assert_ticks (&scale, (double[]) { 0, 2, 4 }, 3);
}

static void
test_log_scale (void)
{
  ClinchScale scale;

  clinch_scale_init (&scale, (double[]) { 20, 3000, 150000 }, 3, TRUE, 6);
  assert_ticks (&scale, (double[]) { 100, 1000, 10000, 100000 }, 4);
  g_assert_cmpfloat (scale.low, ==, 20);
  g_assert_cmpfloat_with_epsilon (clinch_scale_place (&scale, 2000), 0.5, 1e-9);

  /* Zero has a place of its own before the first positive value. */
  clinch_scale_init (&scale, (double[]) { 0, 2, 90 }, 3, TRUE, 10);
  g_assert_true (scale.has_zero);
  assert_ticks (&scale, (double[]) { 0, 2, 5, 10, 20, 50, 100 }, 7);
  g_assert_cmpfloat (clinch_scale_place (&scale, 0), ==, 0);
  g_assert_cmpfloat (clinch_scale_place (&scale, 2), >, 0.05);

  clinch_scale_init (&scale, (double[]) { 0, -4 }, 2, TRUE, 6);
  g_assert_cmpfloat (clinch_scale_place (&scale, -4), ==, 0);
  clinch_scale_init (&scale, (double[]) { 1e-300, 1e300 }, 2, TRUE, 6);
  g_assert_cmpuint (scale.n_ticks, <=, 6);
  for (double value = 1e-300; value < 1e299; value *= 1e50)
    g_assert_true (isfinite (clinch_scale_place (&scale, value)));
}

static ClinchQuadrantSpec
create_spec (const ClinchPoint *points,
             guint              n_points,
             double             width,
             double             height)
{
  ClinchQuadrantSpec spec = {
    .points = points, .n_points = n_points, .x_threshold = 50, .y_threshold = 40,
    .room = { 10, 10, width, height }, .radius = RADIUS, .gap = 6, .measure = measure,
  };

  clinch_scale_init (&spec.x, (double[]) { 100 }, 1, FALSE, 6);
  clinch_scale_init (&spec.y, (double[]) { 100 }, 1, FALSE, 6);

  return spec;
}

static void
test_corners (void)
{
  static const ClinchPoint points[] = {
    { 10, 10 }, { 90, 10 }, { 10, 90 }, { 90, 90 }, { 50, 40 }, { 49.99, 39.99 }
  };
  ClinchQuadrantSpec spec = create_spec (points, G_N_ELEMENTS (points), 600, 400);

  for (int rtl = 0; rtl < 2; rtl++)
    {
      ClinchQuadrantLayout layout;

      spec.rtl = rtl;
      clinch_quadrant_arrange (&spec, &layout);
      g_assert_cmpuint (layout.counts[0], ==, 2);
      g_assert_cmpuint (layout.counts[CLINCH_QUADRANT_HIGH_X], ==, 1);
      g_assert_cmpuint (layout.counts[CLINCH_QUADRANT_HIGH_Y], ==, 1);
      /* What is at the threshold is high. */
      g_assert_cmpuint (layout.counts[CLINCH_QUADRANT_HIGH_X | CLINCH_QUADRANT_HIGH_Y], ==, 2);
      for (guint i = 0; i < CLINCH_QUADRANT_N_CORNERS; i++)
        {
          g_assert_true (layout.corners[i].shown);
          g_assert_true (clinch_box_holds (&layout.plot, &layout.corners[i].box));
          g_assert_cmpint (layout.corners[i].box.x > layout.threshold.x, ==,
                           ((i & CLINCH_QUADRANT_HIGH_X) != 0) != (rtl != 0));
          g_assert_cmpint (layout.corners[i].box.y < layout.threshold.y, ==,
                           (i & CLINCH_QUADRANT_HIGH_Y) != 0);
        }
      clinch_quadrant_clear (&layout);
    }
}

/* Marks lie in the plot, texts in the room, and no texts on each other. */
static void
test_labels (void)
{
  static const double sizes[][2] = { { 240, 240 }, { 300, 700 }, { 900, 500 }, { 2000, 2000 } };
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  ClinchPoint points[60];

  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (ClinchPoint) { g_rand_double_range (random, 0, 100),
                                g_rand_double_range (random, 0, 100) };

  for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (int rtl = 0; rtl < 2; rtl++)
      {
        ClinchQuadrantSpec spec = create_spec (points, G_N_ELEMENTS (points), sizes[size][0],
                                               sizes[size][1]);
        g_autoptr(GPtrArray) shown = g_ptr_array_new ();
        ClinchQuadrantLayout layout;

        spec.rtl = rtl;
        clinch_quadrant_arrange (&spec, &layout);
        for (guint i = 0; i < spec.x.n_ticks; i++)
          if (layout.x_ticks[i].shown)
            g_ptr_array_add (shown, &layout.x_ticks[i].box);
        for (guint i = 0; i < spec.y.n_ticks; i++)
          if (layout.y_ticks[i].shown)
            g_ptr_array_add (shown, &layout.y_ticks[i].box);
        for (guint i = 0; i < CLINCH_QUADRANT_N_CORNERS; i++)
          if (layout.corners[i].shown)
            g_ptr_array_add (shown, &layout.corners[i].box);
        for (guint i = 0; i < layout.n_clusters; i++)
          if (layout.clusters[i].label.shown)
            g_ptr_array_add (shown, &layout.clusters[i].label.box);

        g_assert_cmpuint (shown->len, >=, 8);
        for (guint i = 0; i < shown->len; i++)
          {
            g_assert_true (clinch_box_holds (&spec.room, shown->pdata[i]));
            for (guint k = 0; k < i; k++)
              g_assert_false (clinch_box_overlaps (shown->pdata[i], shown->pdata[k]));
          }
        clinch_quadrant_clear (&layout);
      }
}

static void
test_clusters (void)
{
  static const ClinchPoint points[] = {
    { 20, 20 }, { 20, 20 }, { 80, 80 }, { 20, 20 }, { 80, 79.99 }, { 72, 10 }
  };
  ClinchQuadrantSpec spec = create_spec (points, G_N_ELEMENTS (points), 600, 400);
  ClinchQuadrantLayout layout;
  const ClinchQuadrantCluster *first;

  clinch_quadrant_arrange (&spec, &layout);
  g_assert_cmpuint (layout.n_clusters, ==, 3);
  first = &layout.clusters[0];
  g_assert_cmpuint (first->n_points, ==, 3);
  g_assert_cmpuint (layout.members[first->first], ==, 0);
  g_assert_cmpuint (layout.members[first->first + 1], ==, 1);
  g_assert_cmpuint (layout.members[first->first + 2], ==, 3);
  g_assert_cmpfloat (first->radius, >, layout.clusters[1].radius);
  g_assert_cmpuint (layout.clusters[1].n_points, ==, 1);
  g_assert_true (layout.clusters[1].label.shown);
  g_assert_cmpuint (layout.clusters[2].n_points, ==, 2);

  for (int i = 0; i < 3; i++)
    g_assert_cmpint (clinch_quadrant_find (&layout, layout.clusters[i].center.x + 2,
                                           layout.clusters[i].center.y, 4), ==, i);
  g_assert_cmpint (clinch_quadrant_find (&layout, layout.plot.x, layout.plot.y, 4), ==, -1);
  g_assert_cmpint (clinch_quadrant_neighbour (&layout, 1, -1), ==, 2);
  g_assert_cmpint (clinch_quadrant_neighbour (&layout, 2, -1), ==, 2);
  g_assert_cmpint (clinch_quadrant_neighbour (&layout, 2, 1), ==, 1);
  clinch_quadrant_clear (&layout);
}

static void
test_edges (void)
{
  static const ClinchPoint points[] = { { 0, 0 }, { 100, 100 }, { -1e300, 1e300 }, { NAN, NAN } };
  static const double sizes[][2] = { { 0, 0 }, { 1, 1 }, { 20, 900 }, { 900, 20 } };

  for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (guint n = 0; n <= G_N_ELEMENTS (points); n++)
      {
        ClinchQuadrantSpec spec = create_spec (points, n, sizes[size][0], sizes[size][1]);
        ClinchQuadrantLayout layout;
        guint n_members = 0;

        clinch_quadrant_arrange (&spec, &layout);
        for (guint i = 0; i < layout.n_clusters; i++)
          {
            g_assert_true (isfinite (layout.clusters[i].center.x));
            n_members += layout.clusters[i].n_points;
          }
        g_assert_cmpuint (n_members, ==, n);
        clinch_quadrant_clear (&layout);
      }
}

/* 40,000 points become no more clusters than fit, and each is in one of them. */
static void
test_crowd (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (ClinchPoint));
  g_autofree gboolean *seen = g_new0 (gboolean, 40000);
  ClinchQuadrantSpec spec;
  ClinchQuadrantLayout layout;

  for (guint i = 0; i < 40000; i++)
    {
      ClinchPoint point = { g_rand_double_range (random, 0, 100),
                            g_rand_double_range (random, 0, 100) };

      g_array_append_val (points, point);
    }
  spec = create_spec ((const ClinchPoint *) points->data, points->len, 800, 600);
  clinch_quadrant_arrange (&spec, &layout);
  g_assert_cmpuint (layout.n_clusters, <=, (800 / 10 + 3) * (600 / 10 + 3));
  for (guint i = 0; i < layout.n_clusters; i++)
    for (guint k = 0; k < layout.clusters[i].n_points; k++)
      {
        guint member = layout.members[layout.clusters[i].first + k];

        g_assert_false (seen[member]);
        seen[member] = TRUE;
      }
  for (guint i = 0; i < 40000; i++)
    g_assert_true (seen[i]);
  clinch_quadrant_clear (&layout);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quadrant/linear-scale", test_linear_scale);
  g_test_add_func ("/quadrant/log-scale", test_log_scale);
  g_test_add_func ("/quadrant/corners", test_corners);
  g_test_add_func ("/quadrant/labels", test_labels);
  g_test_add_func ("/quadrant/clusters", test_clusters);
  g_test_add_func ("/quadrant/edges", test_edges);
  g_test_add_func ("/quadrant/crowd", test_crowd);

  return g_test_run ();
}
