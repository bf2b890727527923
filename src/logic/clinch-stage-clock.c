// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-stage-clock.h"

#include "clinch-money.h"
#include "clinch-ratio.h"

#define SECONDS_PER_DAY 86400
#define AMBER_PERCENT 80

ClinchStageClock
clinch_stage_clock_read (gint64          entered,
                         gint64          now,
                         ClinchStageType type,
                         int             limit_days)
{
  ClinchStageClock clock = { 0, };
  gint64 elapsed;
  gint64 percent;

  /* Instants come from files and other devices: nothing about them is certain. */
  if (__builtin_sub_overflow (now, entered, &elapsed))
    elapsed = now > entered ? G_MAXINT64 : 0;
  elapsed = MAX (elapsed, 0);
  clock.days = (int) MIN (elapsed / SECONDS_PER_DAY, G_MAXINT);

  if (type != CLINCH_STAGE_OPEN || limit_days <= 0)
    return clock;

  clock.limit_days = limit_days;
  if (__builtin_mul_overflow (elapsed, (gint64) 100, &percent))
    percent = G_MAXINT64;
  percent /= (gint64) limit_days * SECONDS_PER_DAY;
  clock.percent = (int) MIN (percent, G_MAXINT);

  if (clock.percent >= 100)
    clock.health = CLINCH_STAGE_HEALTH_RED;
  else if (clock.percent >= AMBER_PERCENT)
    clock.health = CLINCH_STAGE_HEALTH_AMBER;
  else
    clock.health = CLINCH_STAGE_HEALTH_OK;

  return clock;
}

gint64
clinch_stage_clock_cutoff (gint64 now,
                           int    limit_days,
                           int    percent)
{
  gint64 seconds = (gint64) MAX (limit_days, 0) * SECONDS_PER_DAY;
  gint64 share = (seconds * CLAMP (percent, 0, 1000) + 99) / 100;
  gint64 cutoff;

  if (__builtin_sub_overflow (now, share, &cutoff))
    return G_MININT64;

  return cutoff;
}

int
clinch_stage_over_limit_percent (gint64 over,
                                 gint64 total)
{
  return clinch_share_percent (over, total);
}

gint64
clinch_weighted_amount (gint64 minor,
                        int    probability)
{
  return clinch_money_percent (minor, CLAMP (probability, 0, 100));
}
