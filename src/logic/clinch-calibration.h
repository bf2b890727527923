// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CLINCH_CALIBRATION_N_BANDS 5

/* With fewer there is nothing to be said of who predicts (own choice). */
#define CLINCH_CALIBRATION_LEAST 5

/**
 * ClinchPrediction:
 * @percent: how likely a win was thought, 0 to 100
 * @won: whether it was won
 *
 * What somebody thought of an opportunity before it ended.
 */
typedef struct
{
  int      percent;
  gboolean won;
} ClinchPrediction;

/**
 * ClinchCalibrationBand:
 * @n: how many predictions
 * @n_won: how many of them were won
 * @expected: their mean in percent, rounded half up; -1 without any
 * @happened: share won in percent, rounded half up; -1 without any
 */
typedef struct
{
  guint n;
  guint n_won;
  int   expected;
  int   happened;
} ClinchCalibrationBand;

/**
 * ClinchCalibration:
 * @all: all predictions
 * @bands: those of 0 to 19, 20 to 39, 40 to 59, 60 to 79 and 80 to 100 percent
 * @brier: Brier score in thousandths: 0 for a prophet, 250 for who always says 50; -1 without any
 *
 * How well predictions met what happened.
 */
typedef struct
{
  ClinchCalibrationBand all;
  ClinchCalibrationBand bands[CLINCH_CALIBRATION_N_BANDS];
  int                   brier;
} ClinchCalibration;

/**
 * clinch_calibration_work_out:
 * @predictions: (array length=n): predictions whose outcome is known
 * @n: how many
 * @self: (out caller-allocates): how well they met it
 *
 * The Brier score is the mean of (p − o)², with p from 0 to 1 and o 1 for a win, else 0 (Brier,
 * 1950); it is rounded half up.
 */
void clinch_calibration_work_out (const ClinchPrediction *predictions,
                                  gsize                   n,
                                  ClinchCalibration      *self);

/**
 * clinch_calibration_lean:
 * @self: how well predictions met what happened
 *
 * Returns: by how many points more was expected than happened, negative for less; 0 where there are
 *   fewer than %CLINCH_CALIBRATION_LEAST
 */
int  clinch_calibration_lean     (const ClinchCalibration *self);

G_END_DECLS
