// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-bars.h"

static const ClinchBox room = { 10, 20, 300, 100 };

static void
assert_box (const ClinchBox *box,
            double           x,
            double           y,
            double           width,
            double           height)
{
  g_assert_cmpfloat_with_epsilon (box->x, x, 0.001);
  g_assert_cmpfloat_with_epsilon (box->y, y, 0.001);
  g_assert_cmpfloat_with_epsilon (box->width, width, 0.001);
  g_assert_cmpfloat_with_epsilon (box->height, height, 0.001);
}

/* Three shares of 100 pixels, six tenths of each filled; the longest as high as the room. */
static void
test_bars_arrange (void)
{
  static const double values[] = { 5, -3, 20 };
  ClinchBox bars[3];

  clinch_bars_arrange (values, 3, &room, 200, FALSE, bars);
  assert_box (&bars[0], 30, 95, 60, 25);
  assert_box (&bars[1], 130, 120, 60, 0);
  assert_box (&bars[2], 230, 20, 60, 100);

  clinch_bars_arrange (values, 3, &room, 40, TRUE, bars);
  assert_box (&bars[0], 240, 95, 40, 25);
  assert_box (&bars[2], 40, 20, 40, 100);
}

static void
test_bars_nothing (void)
{
  static const double values[] = { 0, 0 };
  ClinchBox bars[2];

  clinch_bars_arrange (values, 2, &room, 200, FALSE, bars);
  assert_box (&bars[1], 190, 120, 90, 0);
  clinch_bars_arrange (values, 0, &room, 200, FALSE, bars);
}

static void
test_bars_find (void)
{
  g_assert_cmpint (clinch_bars_find (3, &room, FALSE, 9.9), ==, -1);
  g_assert_cmpint (clinch_bars_find (3, &room, FALSE, 10), ==, 0);
  g_assert_cmpint (clinch_bars_find (3, &room, FALSE, 110), ==, 1);
  g_assert_cmpint (clinch_bars_find (3, &room, FALSE, 309), ==, 2);
  g_assert_cmpint (clinch_bars_find (3, &room, FALSE, 310), ==, -1);
  g_assert_cmpint (clinch_bars_find (3, &room, TRUE, 10), ==, 2);
  g_assert_cmpint (clinch_bars_find (0, &room, FALSE, 100), ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/logic/bars/arrange", test_bars_arrange);
  g_test_add_func ("/logic/bars/nothing", test_bars_nothing);
  g_test_add_func ("/logic/bars/find", test_bars_find);

  return g_test_run ();
}
