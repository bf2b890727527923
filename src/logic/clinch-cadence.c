// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-cadence.h"

#include "clinch-date.h"
#include "clinch-ratio.h"

ClinchCadence
clinch_cadence (int         every_days,
                const char *last_on,
                const char *today)
{
  ClinchCadence cadence = { CLINCH_CADENCE_NONE, -1, 0, -1 };
  int left;

  if (last_on != NULL)
    cadence.days_since = MAX (clinch_date_days_between (last_on, today), 0);
  if (every_days <= 0)
    return cadence;
  if (last_on == NULL)
    {
      cadence.state = CLINCH_CADENCE_NEVER;
      return cadence;
    }

  left = every_days - cadence.days_since;
  cadence.state = left >= 0 ? CLINCH_CADENCE_KEPT : CLINCH_CADENCE_LATE;
  cadence.days_left = MAX (left, -1);
  cadence.days_late = MAX (-left, 0);

  return cadence;
}

int
clinch_cadence_expected (int every_days,
                         int window_days)
{
  return (int) clinch_divide_rounded (window_days, every_days);
}
