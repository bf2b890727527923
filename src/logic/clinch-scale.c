// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-scale.h"

#include <math.h>

#define MOST 1e18
#define ZERO_ROOM 0.07

static gboolean
find_range (const double *values,
            gsize         n_values,
            double        least,
            double       *low,
            double       *high)
{
  gboolean found = FALSE;

  for (gsize i = 0; i < n_values; i++)
    {
      double value = CLAMP (values[i], -MOST, MOST);

      if (!isfinite (values[i]) || value < least)
        continue;
      *low = found ? MIN (*low, value) : value;
      *high = found ? MAX (*high, value) : value;
      found = TRUE;
    }

  return found;
}

/* The round step next above: 1, 2 or 5 times a power of ten. */
static double
round_step (double step)
{
  double power = pow (10, floor (log10 (step)));

  for (int i = 0; i < 3; i++)
    {
      static const double rounds[] = { 1, 2, 5 };

      if (rounds[i] * power >= step * 0.999999)
        return rounds[i] * power;
    }

  return 10 * power;
}

static void
init_linear (ClinchScale *scale,
             guint        max_ticks)
{
  double step;
  double first;

  scale->low = MIN (scale->low, 0);
  scale->high = MAX (scale->high, scale->low);
  if (scale->high - scale->low <= 0)
    scale->high = scale->low + 1;
  step = round_step ((scale->high - scale->low) / (max_ticks - 1));
  first = floor (scale->low / step);
  scale->low = first * step;
  scale->high = ceil (scale->high / step - 1e-9) * step;
  for (guint i = 0; i < max_ticks && scale->low + i * step <= scale->high + step / 2; i++)
    scale->ticks[scale->n_ticks++] = (first + i) * step;
}

/* The round value before: 1, 2 or 5 times a power of ten. */
static double
round_below (double value)
{
  double power = pow (10, floor (log10 (value) + 1e-9));

  for (int i = 2; i > 0; i--)
    {
      static const double rounds[] = { 1, 2, 5 };

      if (rounds[i] * power <= value * 1.000001)
        return rounds[i] * power;
    }

  return power;
}

/* Every round value where there is room for all of them, otherwise powers of ten. */
static void
init_log (ClinchScale *scale,
          guint        max_ticks)
{
  int from;
  int to;
  int every;
  gboolean fine;

  scale->low = round_below (scale->low);
  scale->high = round_step (MAX (scale->high, scale->low * 2));
  from = (int) floor (log10 (scale->low) + 1e-9);
  to = (int) floor (log10 (scale->high) + 1e-9);
  every = MAX ((to - from + (int) max_ticks - 1) / (int) max_ticks, 1);
  fine = 3 * log10 (scale->high / scale->low) + 2 <= max_ticks;
  if (scale->has_zero)
    scale->ticks[scale->n_ticks++] = 0;
  for (int power = from; power <= to; power += fine ? 1 : every)
    for (int i = 0; i < (fine ? 3 : 1); i++)
      {
        static const double parts[] = { 1, 2, 5 };
        double tick = parts[i] * pow (10, power);

        if (tick > scale->low * 0.999 && tick < scale->high * 1.001 && scale->n_ticks < max_ticks)
          scale->ticks[scale->n_ticks++] = tick;
      }
}

void
clinch_scale_init (ClinchScale  *scale,
                   const double *values,
                   gsize         n_values,
                   gboolean      is_log,
                   guint         max_ticks)
{
  double low = 0;
  double high = 0;

  max_ticks = CLAMP (max_ticks, 2, CLINCH_SCALE_MAX_TICKS);
  *scale = (ClinchScale) { .is_log = is_log };
  if (is_log)
    {
      if (find_range (values, n_values, -MOST, &low, &high))
        scale->has_zero = low <= 0;
      if (!find_range (values, n_values, G_MINDOUBLE, &scale->low, &scale->high))
        scale->low = scale->high = 1;
      scale->low = MAX (scale->low, 1 / MOST);
      scale->high = MAX (scale->high, scale->low);
      init_log (scale, max_ticks);
      return;
    }

  find_range (values, n_values, -MOST, &scale->low, &scale->high);
  init_linear (scale, max_ticks);
}

double
clinch_scale_place (const ClinchScale *scale,
                    double             value)
{
  double share;

  if (isnan (value))
    return 0;
  if (!scale->is_log)
    return CLAMP ((value - scale->low) / (scale->high - scale->low), 0, 1);
  if (value <= 0)
    return 0;

  share = CLAMP (log10 (value / scale->low) / log10 (scale->high / scale->low), 0, 1);

  return scale->has_zero ? ZERO_ROOM + (1 - ZERO_ROOM) * share : share;
}
