// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-calibration.h"

static void
assert_band (const ClinchCalibrationBand *band,
             guint                        n,
             guint                        n_won,
             int                          expected,
             int                          happened)
{
  g_assert_cmpuint (band->n, ==, n);
  g_assert_cmpuint (band->n_won, ==, n_won);
  g_assert_cmpint (band->expected, ==, expected);
  g_assert_cmpint (band->happened, ==, happened);
}

/* 90 and 70 won, 60, 30 and 20 lost: the misses are 10, 30, 60, 30, 20, their squares 100, 900,
 * 3,600, 900, 400, together 5,900; a fifth of it is 1,180, or 0.118. The mean is 270 ÷ 5 = 54. */
static void
test_calibration_worked (void)
{
  const ClinchPrediction predictions[] = {
    { 90, TRUE }, { 70, TRUE }, { 60, FALSE }, { 30, FALSE }, { 20, FALSE },
  };
  ClinchCalibration calibration;

  clinch_calibration_work_out (predictions, G_N_ELEMENTS (predictions), &calibration);
  assert_band (&calibration.all, 5, 2, 54, 40);
  assert_band (&calibration.bands[0], 0, 0, -1, -1);
  assert_band (&calibration.bands[1], 2, 0, 25, 0);
  assert_band (&calibration.bands[2], 0, 0, -1, -1);
  assert_band (&calibration.bands[3], 2, 1, 65, 50);
  assert_band (&calibration.bands[4], 1, 1, 90, 100);
  g_assert_cmpint (calibration.brier, ==, 118);
  g_assert_cmpint (clinch_calibration_lean (&calibration), ==, 14);
}

static void
test_calibration_ends (void)
{
  static const struct
  {
    ClinchPrediction predictions[6];
    gsize n;
    int brier;
    int lean;
  } cases[] = {
    /* Nobody predicted. */
    { { { 0 } }, 0, -1, 0 },
    /* A prophet, and who is always wrong; out of range counts as the end of it. */
    { { { 100, TRUE }, { 0, FALSE } }, 2, 0, 0 },
    { { { 0, TRUE }, { 180, FALSE } }, 2, 1000, 0 },
    /* Always 50: 0.25 whatever happens. Four are too few to lean to a side. */
    { { { 50, TRUE }, { 50, FALSE }, { 50, FALSE }, { 50, FALSE } }, 4, 250, 0 },
    { { { 50, TRUE }, { 50, FALSE }, { 50, FALSE }, { 50, FALSE }, { 50, FALSE } }, 5, 250, 30 },
    /* Timid: 20 for each, four of five were won; (4 × 6,400 + 400) ÷ 5 = 5,200. */
    { { { 20, TRUE }, { 20, TRUE }, { 20, TRUE }, { 20, TRUE }, { 20, FALSE } }, 5, 520, -60 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ClinchCalibration calibration;

      clinch_calibration_work_out (cases[i].predictions, cases[i].n, &calibration);
      g_assert_cmpint (calibration.brier, ==, cases[i].brier);
      g_assert_cmpint (clinch_calibration_lean (&calibration), ==, cases[i].lean);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calibration/worked", test_calibration_worked);
  g_test_add_func ("/calibration/ends", test_calibration_ends);

  return g_test_run ();
}
