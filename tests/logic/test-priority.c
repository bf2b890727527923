// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-priority.h"

#include <glib.h>

#define TODAY "2026-11-23"

static const struct
{
  int parts[CLINCH_N_PRIORITY_PARTS];
  int points;
  int hundredths;
} priority_cases[] = {
  /* 35×90 + 25×55 + 20×61 + 20×80 = 3150 + 1375 + 1220 + 1600 = 7345 hundredths. */
  { { 90, 55, 61, 80 }, 73, 7345 },
  { { 100, 100, 100, 100 }, 100, 10000 },
  { { 0, 0, 0, 0 }, 0, 0 },
  /* Only the grade is known: 20 × 100 = 2000. */
  { { -1, -1, -1, 100 }, 20, 2000 },
  { { -1, -1, -1, -1 }, 0, 0 },
  /* 25 × 50 = 1250 hundredths = 12.5 rounds up. */
  { { 0, 50, 0, 0 }, 13, 1250 },
  { { 300, 0, 0, 0 }, 35, 3500 },
};

static void
test_priority (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (priority_cases); i++)
    {
      ClinchPriority priority = clinch_priority (priority_cases[i].parts, clinch_priority_weights);
      int sum = 0;

      g_test_message ("case %d", (int) i);
      g_assert_cmpint (priority.points, ==, priority_cases[i].points);
      g_assert_cmpint (priority.hundredths, ==, priority_cases[i].hundredths);
      for (int part = 0; part < CLINCH_N_PRIORITY_PARTS; part++)
        {
          sum += priority.steps[part].hundredths;
          g_assert_cmpint (priority.steps[part].known, ==, priority_cases[i].parts[part] >= 0);
        }
      g_assert_cmpint (sum, ==, priority.hundredths);
    }
}

static void
test_other_weights (void)
{
  static const int weights[] = { 3, 1, 0, -7 };
  static const int none[] = { 0, 0, 0, 0 };
  static const int parts[] = { 80, 40, 100, 100 };
  ClinchPriority priority = clinch_priority (parts, weights);

  /* (3×80 + 1×40) ÷ 4 = 70. */
  g_assert_cmpint (priority.points, ==, 70);
  g_assert_cmpint (priority.steps[CLINCH_PRIORITY_VALUE].hundredths, ==, 6000);
  g_assert_cmpint (priority.steps[CLINCH_PRIORITY_WIN].hundredths, ==, 1000);
  g_assert_cmpint (priority.steps[CLINCH_PRIORITY_GRADE].weight, ==, 0);
  g_assert_cmpint (clinch_priority (parts, none).points, ==, 0);
}

static const struct
{
  gint64 minor;
  int    strategic;
  gint64 value;
} strategic_cases[] = {
  /* 0.8 + 0.4 × v ÷ 100. */
  { 1000000, 0, 800000 },
  { 1000000, 50, 1000000 },
  { 1000000, 100, 1200000 },
  { 1000000, 25, 900000 },
  { 1000000, -1, 1000000 },
  { 1000000, 900, 1200000 },
  /* 3 × 0.9 = 2.7. */
  { 3, 25, 3 },
  { 0, 80, 0 },
  { G_GINT64_CONSTANT (9000000000000000), 100, G_GINT64_CONSTANT (10800000000000000) },
};

static void
test_strategic (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strategic_cases); i++)
    {
      g_test_message ("case %d", (int) i);
      g_assert_cmpint (clinch_strategic_value (strategic_cases[i].minor,
                                               strategic_cases[i].strategic), ==,
                       strategic_cases[i].value);
    }
}

static void
test_quantiles (void)
{
  static const gint64 sorted[] = { 10, 20, 30, 40, 50, 60, 70, 80, 90, 100 };
  gint64 quarters[4];
  gint64 hundred[100] = { 0, };

  /* The least number that 2.5, 5, 7.5 and 10 of the ten do not exceed: the 3rd, 5th, 8th, 10th. */
  clinch_quantiles (sorted, G_N_ELEMENTS (sorted), quarters, 4);
  g_assert_cmpint (quarters[0], ==, 30);
  g_assert_cmpint (quarters[1], ==, 50);
  g_assert_cmpint (quarters[2], ==, 80);
  g_assert_cmpint (quarters[3], ==, 100);

  /* Fewer numbers than thresholds. */
  clinch_quantiles (sorted, 2, hundred, 100);
  g_assert_cmpint (hundred[0], ==, 10);
  g_assert_cmpint (hundred[49], ==, 10);
  g_assert_cmpint (hundred[50], ==, 20);
  g_assert_cmpint (hundred[99], ==, 20);

  clinch_quantiles (NULL, 0, quarters, 4);
  g_assert_cmpint (quarters[0], ==, 30);
}

static void
test_percentile (void)
{
  static const gint64 quarters[] = { 30, 50, 80, 100 };
  static const gint64 flat[] = { 5, 5, 5, 5 };
  gint64 values[250];
  gint64 table[100];
  int before = 0;

  g_assert_cmpint (clinch_percentile (29, quarters, 4), ==, 0);
  g_assert_cmpint (clinch_percentile (30, quarters, 4), ==, 25);
  g_assert_cmpint (clinch_percentile (79, quarters, 4), ==, 50);
  g_assert_cmpint (clinch_percentile (80, quarters, 4), ==, 75);
  g_assert_cmpint (clinch_percentile (G_MAXINT64, quarters, 4), ==, 100);
  g_assert_cmpint (clinch_percentile (4, flat, 4), ==, 0);
  g_assert_cmpint (clinch_percentile (5, flat, 4), ==, 100);
  g_assert_cmpint (clinch_percentile (0, flat, 4), ==, 0);
  g_assert_cmpint (clinch_percentile (7, NULL, 0), ==, -1);

  /* The search and a plain count agree for every number. */
  for (int i = 0; i < 250; i++)
    values[i] = (i / 3 + 1) * (i / 3 + 1);
  clinch_quantiles (values, 250, table, 100);
  for (int i = 0; i < 250; i++)
    {
      int percentile = clinch_percentile (values[i], table, 100);
      int reached = 0;

      for (int k = 0; k < 100; k++)
        reached += table[k] <= values[i] ? 1 : 0;
      g_assert_cmpint (percentile, ==, reached);
      g_assert_cmpint (percentile, >=, before);
      before = percentile;
    }
  g_assert_cmpint (before, ==, 100);
}

static const struct
{
  const char *date;
  int         fold_days;
  int         urgency;
} urgency_cases[] = {
  { TODAY, 30, 100 },
  /* e^(−1) = 0.3679, e^(−0.5) = 0.6065, e^(−1/30) = 0.9672, e^(−4) = 0.0183. */
  { "2026-12-23", 30, 37 },
  { "2026-12-08", 30, 61 },
  { "2026-11-24", 30, 97 },
  { "2027-03-23", 30, 2 },
  { "2036-11-23", 30, 0 },
  { "2026-11-30", 7, 37 },
  /* What is overdue is due today. */
  { "2026-01-01", 30, 100 },
  { "2026-11-24", 0, 37 },
  { NULL, 30, -1 },
  { "", 30, -1 },
};

static void
test_urgency (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (urgency_cases); i++)
    {
      g_test_message ("case %d", (int) i);
      g_assert_cmpint (clinch_urgency (urgency_cases[i].date, TODAY, urgency_cases[i].fold_days),
                       ==, urgency_cases[i].urgency);
    }
}

static void
test_grade_points (void)
{
  static const char * const codes[] = { "S", "A", "B", "C", "D", NULL };
  static const int points[] = { 100, 80, 50, 20, 0, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpint (clinch_grade_points (clinch_grade_points_default, CLINCH_N_GRADE_POINTS,
                                          codes[i]), ==, points[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/priority/sum", test_priority);
  g_test_add_func ("/priority/other-weights", test_other_weights);
  g_test_add_func ("/priority/strategic", test_strategic);
  g_test_add_func ("/priority/quantiles", test_quantiles);
  g_test_add_func ("/priority/percentile", test_percentile);
  g_test_add_func ("/priority/urgency", test_urgency);
  g_test_add_func ("/priority/grade-points", test_grade_points);

  return g_test_run ();
}
