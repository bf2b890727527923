// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-profile-measures.h"

#include "clinch-profile.h"
#include "clinch-ratio.h"

#include <math.h>

#define N_WARMEST 3

int
clinch_measure_log_scale (gint64 number,
                          gint64 low,
                          gint64 high)
{
  if (number <= 0)
    return 0;
  if (number >= high)
    return 100;
  if (low <= 0 || number <= low)
    return 0;

  return (int) lround (100.0 * log ((double) number / (double) low)
                       / log ((double) high / (double) low));
}

int
clinch_measure_growth (gint64 recent,
                       gint64 before)
{
  recent = MAX (recent, 0);

  if (before <= 0)
    return recent > 0 ? 100 : CLINCH_PROFILE_UNKNOWN;

  return (int) MIN (clinch_scale_rounded (recent, 50, before), 100);
}

int
clinch_measure_warmth (const int *warmths,
                       gsize      n_people)
{
  int warmest[N_WARMEST] = { 0, };
  int sum = 0;

  if (n_people == 0)
    return CLINCH_PROFILE_UNKNOWN;

  for (gsize i = 0; i < n_people; i++)
    {
      int warmth = CLAMP (warmths[i], 0, 100);

      for (int rank = 0; rank < N_WARMEST; rank++)
        {
          int colder = MIN (warmest[rank], warmth);

          warmest[rank] = MAX (warmest[rank], warmth);
          warmth = colder;
        }
    }
  for (int rank = 0; rank < N_WARMEST; rank++)
    sum += warmest[rank];

  return (int) clinch_divide_rounded (sum, N_WARMEST);
}
