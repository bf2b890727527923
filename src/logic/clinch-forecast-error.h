// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An error of which nothing can be said, because nothing was won. */
#define CLINCH_FORECAST_UNKNOWN G_MININT

/* Within so many percent to either side a forecast is about right (own choice). */
#define CLINCH_FORECAST_FAIR 10

/**
 * ClinchForecastPair:
 * @said: what was forecast, minor units
 * @won: what was won, minor units
 *
 * A forecast and what came of it.
 */
typedef struct
{
  gint64 said;
  gint64 won;
} ClinchForecastPair;

/**
 * ClinchForecastRecord:
 * @n: how many forecasts
 * @error: mean absolute error in percent of what was won, %CLINCH_FORECAST_UNKNOWN
 * @lean: by how many percent of what was won too much was forecast, negative for too little;
 *   %CLINCH_FORECAST_UNKNOWN
 *
 * How well somebody foresees what they win.
 */
typedef struct
{
  guint n;
  int   error;
  int   lean;
} ClinchForecastRecord;

/**
 * clinch_forecast_error:
 * @said: what was forecast, minor units
 * @won: what was won, minor units
 *
 * Returns: (said − won) ÷ won in percent, rounded: positive for too hopeful;
 *   %CLINCH_FORECAST_UNKNOWN if nothing was won, but 0 if nothing was forecast either
 */
int  clinch_forecast_error           (gint64                    said,
                                      gint64                    won);

/**
 * clinch_forecast_record_work_out:
 * @pairs: (array length=n): forecasts of periods that have ended
 * @n: how many
 * @self: (out caller-allocates): how good they were
 *
 * Error = Σ∣said − won∣ ÷ Σ won (the MAD/mean ratio, or WAPE: Kolassa and Schütz, Foresight, 2007),
 * which a period without a win does not blow up; lean = Σ(said − won) ÷ Σ won.
 */
void clinch_forecast_record_work_out (const ClinchForecastPair *pairs,
                                      gsize                     n,
                                      ClinchForecastRecord     *self);

G_END_DECLS
