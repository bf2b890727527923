// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-forecast-error.h"

#include <glib.h>

#define NONE CLINCH_FORECAST_UNKNOWN

static void
test_one (void)
{
  g_assert_cmpint (clinch_forecast_error (1200, 1000), ==, 20);
  g_assert_cmpint (clinch_forecast_error (800, 1000), ==, -20);
  g_assert_cmpint (clinch_forecast_error (1000, 1000), ==, 0);
  g_assert_cmpint (clinch_forecast_error (0, 1000), ==, -100);
  g_assert_cmpint (clinch_forecast_error (2000, 300), ==, 567);
  g_assert_cmpint (clinch_forecast_error (1000, 0), ==, NONE);
  g_assert_cmpint (clinch_forecast_error (0, 0), ==, 0);
}

static const struct
{
  ClinchForecastPair pairs[3];
  gsize n;
  int error;
  int lean;
} records[] = {
  { { { 0 } }, 0, NONE, NONE },
  { { { 1200, 1000 } }, 1, 20, 20 },
  /* 200 too much and 200 too little of 2000: 20 % off, but without a lean. */
  { { { 1200, 1000 }, { 800, 1000 } }, 2, 20, 0 },
  /* (500 + 300) ÷ (0 + 1000) and (500 − 300) ÷ 1000. */
  { { { 500, 0 }, { 700, 1000 } }, 2, 80, 20 },
  { { { 500, 0 }, { 300, 0 } }, 2, NONE, NONE },
  { { { 0, 0 } }, 1, 0, 0 },
  { { { 100, 200 }, { 100, 200 }, { 400, 400 } }, 3, 25, -25 },
};

static void
test_record (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      ClinchForecastRecord record;

      g_test_message ("case %d", (int) i);
      clinch_forecast_record_work_out (records[i].pairs, records[i].n, &record);
      g_assert_cmpuint (record.n, ==, records[i].n);
      g_assert_cmpint (record.error, ==, records[i].error);
      g_assert_cmpint (record.lean, ==, records[i].lean);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forecast-error/one", test_one);
  g_test_add_func ("/forecast-error/record", test_record);

  return g_test_run ();
}
