// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-forecast-error.h"

#include "clinch-ratio.h"

static int
in_percent (gint64 difference,
            gint64 won)
{
  if (won <= 0)
    return difference == 0 ? 0 : CLINCH_FORECAST_UNKNOWN;

  return (int) CLAMP (clinch_scale_rounded (difference, 100, won), -G_MAXINT, G_MAXINT);
}

int
clinch_forecast_error (gint64 said,
                       gint64 won)
{
  return in_percent (said - won, won);
}

void
clinch_forecast_record_work_out (const ClinchForecastPair *pairs,
                                 gsize                     n,
                                 ClinchForecastRecord     *self)
{
  gint64 off = 0;
  gint64 lean = 0;
  gint64 won = 0;

  for (gsize i = 0; i < n; i++)
    {
      off += ABS (pairs[i].said - pairs[i].won);
      lean += pairs[i].said - pairs[i].won;
      won += pairs[i].won;
    }
  self->n = n;
  self->error = n > 0 ? in_percent (off, won) : CLINCH_FORECAST_UNKNOWN;
  self->lean = n > 0 && self->error != CLINCH_FORECAST_UNKNOWN ? in_percent (lean, won)
               : CLINCH_FORECAST_UNKNOWN;
}
