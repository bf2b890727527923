// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-period.h"

#include <glib.h>

static const struct
{
  const char *code;
  const char *date;
  const char *type;
  const char *first;
  const char *last;
} bounds[] = {
  { "2026-11", "2026-11-28", "month", "2026-11-01", "2026-11-30" },
  { "2026-02", "2026-02-01", "month", "2026-02-01", "2026-02-28" },
  { "2028-02", "2028-02-29", "month", "2028-02-01", "2028-02-29" },
  { "2026-Q1", "2026-03-31", "quarter", "2026-01-01", "2026-03-31" },
  { "2026-Q2", "2026-04-01", "quarter", "2026-04-01", "2026-06-30" },
  { "2026-Q4", "2026-12-31", "quarter", "2026-10-01", "2026-12-31" },
  { "2026", "2026-06-15", "year", "2026-01-01", "2026-12-31" },
  { "0001", "0001-01-01", "year", "0001-01-01", "0001-12-31" },
  { "9999-Q4", "9999-12-31", "quarter", "9999-10-01", "9999-12-31" },
};

static void
test_bounds (void)
{
  ClinchPeriod period;
  ClinchPeriodType type;

  for (gsize i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      char code[CLINCH_PERIOD_CODE_SIZE];
      ClinchPeriod read;

      g_test_message ("%s", bounds[i].code);
      g_assert_true (clinch_period_type_from_code (bounds[i].type, &type));
      g_assert_cmpstr (clinch_period_type_code (type), ==, bounds[i].type);
      g_assert_true (clinch_period_init (&period, type, bounds[i].date));
      g_assert_cmpstr (period.first, ==, bounds[i].first);
      g_assert_cmpstr (period.last, ==, bounds[i].last);
      clinch_period_code (&period, code);
      g_assert_cmpstr (code, ==, bounds[i].code);
      g_assert_true (clinch_period_parse (code, &read));
      g_assert_cmpint (read.type, ==, type);
      g_assert_cmpstr (read.first, ==, bounds[i].first);
    }
  g_assert_false (clinch_period_init (&period, CLINCH_PERIOD_MONTH, "2026-02-30"));
  g_assert_false (clinch_period_init (&period, CLINCH_PERIOD_MONTH, NULL));
  g_assert_false (clinch_period_type_from_code ("week", &type));
}

static const struct
{
  const char *from;
  int by;
  const char *to;
} moves[] = {
  { "2026-11", 1, "2026-12" },
  { "2026-12", 1, "2027-01" },
  { "2026-01", -1, "2025-12" },
  { "2026-Q1", -1, "2025-Q4" },
  { "2026-Q4", 5, "2028-Q1" },
  { "2026", -2, "2024" },
  { "0001", -1, "0001" },
  { "9999-Q4", 1, "9999-Q4" },
  { "2026-Q4", G_MAXINT, "9999-Q4" },
};

static void
test_move (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      char code[CLINCH_PERIOD_CODE_SIZE];
      ClinchPeriod period;

      g_assert_true (clinch_period_parse (moves[i].from, &period));
      clinch_period_move (&period, moves[i].by);
      clinch_period_code (&period, code);
      g_assert_cmpstr (code, ==, moves[i].to);
    }
}

static void
test_distance (void)
{
  ClinchPeriod quarter;

  g_assert_true (clinch_period_parse ("2026-Q4", &quarter));
  g_assert_cmpint (clinch_period_distance (&quarter, "2026-10-01"), ==, 0);
  g_assert_cmpint (clinch_period_distance (&quarter, "2026-12-31"), ==, 0);
  g_assert_cmpint (clinch_period_distance (&quarter, "2027-01-01"), ==, 1);
  g_assert_cmpint (clinch_period_distance (&quarter, "2026-09-30"), ==, -1);
  g_assert_cmpint (clinch_period_distance (&quarter, "2025-12-31"), ==, -4);
}

static void
test_parse (void)
{
  static const char *const wrong[] = {
    "", "20", "2026-", "2026-Q0", "2026-Q5", "2026-13", "2026-00", "202611", "2026-1", "0000",
    "2026-11-28", "next", "2026-Q44", "２０２６",
  };
  ClinchPeriod period;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("%s", wrong[i]);
      g_assert_false (clinch_period_parse (wrong[i], &period));
    }
  g_assert_false (clinch_period_parse (NULL, &period));
  g_assert_true (clinch_period_parse ("2026q3", &period));
  g_assert_cmpstr (period.first, ==, "2026-07-01");
}

static void
test_format (void)
{
  static const char *const texts[][2] = {
    { "2026-11", "Nov 2026" }, { "2026-Q4", "Q4 2026" }, { "2026", "2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = NULL;
      ClinchPeriod period;

      g_assert_true (clinch_period_parse (texts[i][0], &period));
      text = clinch_period_format (&period);
      g_assert_cmpstr (text, ==, texts[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period/bounds", test_bounds);
  g_test_add_func ("/period/move", test_move);
  g_test_add_func ("/period/distance", test_distance);
  g_test_add_func ("/period/parse", test_parse);
  g_test_add_func ("/period/format", test_format);

  return g_test_run ();
}
