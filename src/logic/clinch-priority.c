// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-priority.h"

#include "clinch-date.h"
#include "clinch-ratio.h"

#include <math.h>

const int clinch_priority_weights[CLINCH_N_PRIORITY_PARTS] = {
  [CLINCH_PRIORITY_VALUE] = 35,
  [CLINCH_PRIORITY_WIN] = 25,
  [CLINCH_PRIORITY_URGENCY] = 20,
  [CLINCH_PRIORITY_GRADE] = 20,
};

const ClinchGradePoints clinch_grade_points_default[CLINCH_N_GRADE_POINTS] = {
  { "S", 100 },
  { "A", 80 },
  { "B", 50 },
  { "C", 20 },
};

ClinchPriority
clinch_priority (const int points[CLINCH_N_PRIORITY_PARTS],
                 const int weights[CLINCH_N_PRIORITY_PARTS])
{
  ClinchPriority priority = { 0, };
  gint64 sum = 0;
  gint64 all = 0;

  for (int part = 0; part < CLINCH_N_PRIORITY_PARTS; part++)
    {
      ClinchPriorityStep *step = &priority.steps[part];

      step->known = points[part] >= 0;
      step->weight = MAX (weights[part], 0);
      step->points = CLAMP (points[part], 0, 100);
      all += step->weight;
      sum += (gint64) step->weight * step->points;
    }

  for (int part = 0; part < CLINCH_N_PRIORITY_PARTS; part++)
    {
      ClinchPriorityStep *step = &priority.steps[part];

      step->hundredths = (int) clinch_scale_rounded ((gint64) step->weight * step->points, 100,
                                                     all);
    }
  priority.hundredths = (int) clinch_scale_rounded (sum, 100, all);
  priority.points = (int) clinch_divide_rounded (sum, all);

  return priority;
}

gint64
clinch_strategic_value (gint64 minor,
                        int    strategic)
{
  int permille = strategic < 0 ? 1000 : 800 + 4 * MIN (strategic, 100);

  return clinch_scale_rounded (minor, permille, 1000);
}

void
clinch_quantiles (const gint64 *sorted,
                  gsize         n_sorted,
                  gint64       *quantiles,
                  gsize         n_quantiles)
{
  for (gsize k = 1; n_sorted > 0 && k <= n_quantiles; k++)
    {
      gsize reached = (k * n_sorted + n_quantiles - 1) / n_quantiles;

      quantiles[k - 1] = sorted[reached - 1];
    }
}

int
clinch_percentile (gint64        number,
                   const gint64 *quantiles,
                   gsize         n_quantiles)
{
  gsize low = 0;
  gsize high = n_quantiles;

  if (n_quantiles == 0)
    return -1;
  if (number <= 0)
    return 0;

  /* All thresholds before low are reached, none from high on is. */
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (quantiles[middle] <= number)
        low = middle + 1;
      else
        high = middle;
    }

  return clinch_exact_percent ((gint64) low, (gint64) n_quantiles);
}

int
clinch_urgency (const char *key_date,
                const char *today,
                int         fold_days)
{
  int days;

  if (!clinch_date_is_valid (key_date) || !clinch_date_is_valid (today))
    return -1;

  days = MAX (clinch_date_days_between (today, key_date), 0);

  return (int) lround (100.0 * exp (-(double) days / MAX (fold_days, 1)));
}

int
clinch_grade_points (const ClinchGradePoints *table,
                     gsize                    n_table,
                     const char              *code)
{
  for (gsize i = 0; i < n_table; i++)
    {
      if (g_strcmp0 (table[i].code, code) == 0)
        return CLAMP (table[i].points, 0, 100);
    }

  return 0;
}
