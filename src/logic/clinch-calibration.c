// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-calibration.h"

#define BAND_WIDTH (100 / CLINCH_CALIBRATION_N_BANDS)

static int
rounded (gint64 dividend,
         gint64 divisor)
{
  return divisor > 0 ? (int) ((2 * dividend + divisor) / (2 * divisor)) : -1;
}

static void
count (ClinchCalibrationBand  *self,
       gint64                 *sum,
       const ClinchPrediction *prediction)
{
  self->n++;
  self->n_won += prediction->won ? 1 : 0;
  *sum += prediction->percent;
}

static void
finish (ClinchCalibrationBand *self,
        gint64                 sum)
{
  self->expected = rounded (sum, self->n);
  self->happened = rounded (100 * (gint64) self->n_won, self->n);
}

void
clinch_calibration_work_out (const ClinchPrediction *predictions,
                             gsize                   n,
                             ClinchCalibration      *self)
{
  gint64 sums[CLINCH_CALIBRATION_N_BANDS] = { 0 };
  gint64 sum = 0;
  gint64 squares = 0;

  *self = (ClinchCalibration) { 0 };
  for (gsize i = 0; i < n; i++)
    {
      ClinchPrediction prediction = { CLAMP (predictions[i].percent, 0, 100), predictions[i].won };
      int band = MIN (prediction.percent / BAND_WIDTH, CLINCH_CALIBRATION_N_BANDS - 1);
      gint64 miss = prediction.percent - (prediction.won ? 100 : 0);

      count (&self->all, &sum, &prediction);
      count (&self->bands[band], &sums[band], &prediction);
      squares += miss * miss;
    }
  finish (&self->all, sum);
  for (int i = 0; i < CLINCH_CALIBRATION_N_BANDS; i++)
    finish (&self->bands[i], sums[i]);
  self->brier = rounded (squares, 10 * (gint64) n);
}

int
clinch_calibration_lean (const ClinchCalibration *self)
{
  return self->all.n >= CLINCH_CALIBRATION_LEAST ? self->all.expected - self->all.happened : 0;
}
