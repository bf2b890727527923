// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-ratio.h"

#include <glib.h>

static const struct
{
  gint64 value;
  gint64 part;
  gint64 whole;
  gint64 scaled;
} scale_cases[] = {
  /* 7 × 1 ÷ 2 = 3.5 and its mirror go away from zero. */
  { 7, 1, 2, 4 },
  { -7, 1, 2, -4 },
  /* 4 ÷ 3 = 1.33, 5 ÷ 3 = 1.67. */
  { 4, 1, 3, 1 },
  { 5, 1, 3, 2 },
  { -4, 1, 3, -1 },
  { -5, 1, 3, -2 },
  { 0, 9, 4, 0 },
  /* The product does not fit into 64 bits, the result does. */
  { G_MAXINT64, 100, 100, G_MAXINT64 },
  { G_MININT64, 100, 100, G_MININT64 },
  /* Neither does the result. */
  { G_MAXINT64, 3, 2, G_MAXINT64 },
  { G_MININT64, 3, 2, G_MININT64 },
  /* Nothing to divide by. */
  { 5, 5, 0, 0 },
  { 5, 5, -1, 0 },
};

static void
test_scale (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scale_cases); i++)
    {
      g_test_message ("case %d", (int) i);
      g_assert_cmpint (clinch_scale_rounded (scale_cases[i].value, scale_cases[i].part,
                                             scale_cases[i].whole), ==, scale_cases[i].scaled);
    }
  g_assert_cmpint (clinch_divide_rounded (5, 2), ==, 3);
  g_assert_cmpint (clinch_divide_rounded (-5, 2), ==, -3);
}

static const struct
{
  gint64 part;
  gint64 whole;
  int    share;
  int    exact;
} percent_cases[] = {
  { 0, 0, 0, 0 },
  { 0, 12, 0, 0 },
  { 1, 3, 33, 33 },
  { 2, 3, 67, 67 },
  { 12, 12, 100, 100 },
  { 13, 12, 100, 100 },
  { -1, 12, 0, 0 },
  /* 0.005 % is seen, and 99.995 % is not all. */
  { 1, 20000, 1, 0 },
  { 19999, 20000, 99, 100 },
  { G_MAXINT64 - 1, G_MAXINT64, 99, 100 },
};

static void
test_percent (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (percent_cases); i++)
    {
      g_test_message ("case %d", (int) i);
      g_assert_cmpint (clinch_share_percent (percent_cases[i].part, percent_cases[i].whole), ==,
                       percent_cases[i].share);
      g_assert_cmpint (clinch_exact_percent (percent_cases[i].part, percent_cases[i].whole), ==,
                       percent_cases[i].exact);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ratio/scale", test_scale);
  g_test_add_func ("/ratio/percent", test_percent);

  return g_test_run ();
}
