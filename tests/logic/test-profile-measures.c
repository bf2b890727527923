// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-profile.h"
#include "clinch-profile-measures.h"

#include <glib.h>

static const struct
{
  gint64 number;
  gint64 low;
  gint64 high;
  int    value;
} log_cases[] = {
  /* From 10 to 100,000 are four powers of ten, 25 points each. */
  { 10, 10, 100000, 0 },
  { 100, 10, 100000, 25 },
  { 1000, 10, 100000, 50 },
  { 10000, 10, 100000, 75 },
  { 100000, 10, 100000, 100 },
  /* log₁₀ (500 ÷ 10) = 1.69897 of 4 = 42.5 %. */
  { 500, 10, 100000, 42 },
  { 9, 10, 100000, 0 },
  { 200000, 10, 100000, 100 },
  { 0, 10, 100000, 0 },
  { -500, 10, 100000, 0 },
  /* No range: nobody else has bought, or all the same. */
  { 5, 0, 0, 100 },
  { 5, 7, 7, 0 },
  { 7, 7, 7, 100 },
  { 8, 7, 7, 100 },
  { 5, 0, 10, 0 },
  { G_MAXINT64, 1, G_MAXINT64, 100 },
};

static void
test_log_scale (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (log_cases); i++)
    {
      g_test_message ("case %d", (int) i);
      g_assert_cmpint (clinch_measure_log_scale (log_cases[i].number, log_cases[i].low,
                                                 log_cases[i].high), ==, log_cases[i].value);
    }
}

static const struct
{
  gint64 recent;
  gint64 before;
  int    value;
} growth_cases[] = {
  { 100, 100, 50 },
  /* 50 × 150 ÷ 100, 50 × 50 ÷ 100, 50 × 199 ÷ 100 = 99.5. */
  { 150, 100, 75 },
  { 50, 100, 25 },
  { 199, 100, 100 },
  { 900, 100, 100 },
  { 0, 100, 0 },
  { 100, 0, 100 },
  { 0, 0, CLINCH_PROFILE_UNKNOWN },
  { -5, 0, CLINCH_PROFILE_UNKNOWN },
  { G_MAXINT64, 1, 100 },
};

static void
test_growth (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (growth_cases); i++)
    {
      g_test_message ("case %d", (int) i);
      g_assert_cmpint (clinch_measure_growth (growth_cases[i].recent, growth_cases[i].before), ==,
                       growth_cases[i].value);
    }
}

static void
test_warmth (void)
{
  static const int warmths[] = { 20, 90, 0, 60, 75 };

  /* 20 ÷ 3 = 6.67; (20 + 90) ÷ 3 = 36.67; of all five (90 + 75 + 60) ÷ 3 = 75. */
  g_assert_cmpint (clinch_measure_warmth (NULL, 0), ==, CLINCH_PROFILE_UNKNOWN);
  g_assert_cmpint (clinch_measure_warmth (warmths, 1), ==, 7);
  g_assert_cmpint (clinch_measure_warmth (warmths, 2), ==, 37);
  g_assert_cmpint (clinch_measure_warmth (warmths, 3), ==, 37);
  g_assert_cmpint (clinch_measure_warmth (warmths, 5), ==, 75);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile-measures/log-scale", test_log_scale);
  g_test_add_func ("/profile-measures/growth", test_growth);
  g_test_add_func ("/profile-measures/warmth", test_warmth);

  return g_test_run ();
}
