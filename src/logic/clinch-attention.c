// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-attention.h"

#include "clinch-profile.h"
#include "clinch-ratio.h"

#include <math.h>
#include <stdlib.h>

static int
compare_numbers (const void *a,
                 const void *b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static gint64
take_median (gint64 *numbers,
             gsize   n_numbers)
{
  gint64 lower;
  gint64 upper;

  if (n_numbers == 0)
    return 0;

  qsort (numbers, n_numbers, sizeof (gint64), compare_numbers);
  lower = numbers[(n_numbers - 1) / 2];
  upper = numbers[n_numbers / 2];

  /* Half of each, and what both halves lost. */
  return lower / 2 + upper / 2 + (lower % 2 + upper % 2) / 2;
}

ClinchAttentionPoint
clinch_attention_split (const ClinchAttentionPoint *points,
                        gsize                       n_points)
{
  g_autofree gint64 *numbers = g_new (gint64, n_points);
  ClinchAttentionPoint split;

  for (gsize i = 0; i < n_points; i++)
    numbers[i] = points[i].value;
  split.value = take_median (numbers, n_points);

  for (gsize i = 0; i < n_points; i++)
    numbers[i] = points[i].attention;
  split.attention = take_median (numbers, n_points);

  return split;
}

ClinchQuadrant
clinch_attention_quadrant (const ClinchAttentionPoint *point,
                           const ClinchAttentionPoint *split)
{
  gboolean valuable = point->value > 0 && point->value >= split->value;
  gboolean attended = point->attention > 0 && point->attention >= split->attention;

  if (valuable)
    return attended ? CLINCH_QUADRANT_CARE : CLINCH_QUADRANT_NEGLECTED;

  return attended ? CLINCH_QUADRANT_COSTLY : CLINCH_QUADRANT_LIGHT;
}

const char *
clinch_quadrant_code (ClinchQuadrant quadrant)
{
  switch (quadrant)
    {
    case CLINCH_QUADRANT_CARE:
      return "care";
    case CLINCH_QUADRANT_NEGLECTED:
      return "neglected";
    case CLINCH_QUADRANT_COSTLY:
      return "costly";
    case CLINCH_QUADRANT_LIGHT:
    default:
      return "light";
    }
}

int
clinch_attention_minutes (ClinchTouch                  touch,
                          int                          minutes,
                          const ClinchEngagementRates *rates)
{
  return minutes > 0 ? minutes : rates->touches[touch].minutes;
}

static ClinchAttentionGroup
sum_groups (const ClinchAttentionGroup *groups,
            gsize                       n_groups)
{
  ClinchAttentionGroup sum = { 0, };

  for (gsize i = 0; i < n_groups; i++)
    {
      sum.touches += MAX (groups[i].touches, 0);
      sum.open_value += MAX (groups[i].open_value, 0);
    }

  return sum;
}

void
clinch_attention_gap (const ClinchAttentionGroup *groups,
                      gsize                       n_groups,
                      int                         warn_points,
                      ClinchAttentionGap         *gaps)
{
  ClinchAttentionGroup all = sum_groups (groups, n_groups);
  gboolean comparable = all.touches > 0 && all.open_value > 0;

  for (gsize i = 0; i < n_groups; i++)
    {
      gaps[i].touch_share = clinch_exact_percent (groups[i].touches, all.touches);
      gaps[i].value_share = clinch_exact_percent (groups[i].open_value, all.open_value);
      gaps[i].gap = comparable ? gaps[i].touch_share - gaps[i].value_share : 0;
      gaps[i].warn = ABS (gaps[i].gap) > warn_points;
    }
}

int
clinch_attention_allocation (const ClinchAttentionGroup *groups,
                             gsize                       n_groups)
{
  ClinchAttentionGroup all = sum_groups (groups, n_groups);
  double common = 0;

  if (all.touches == 0 || all.open_value == 0)
    return -1;

  for (gsize i = 0; i < n_groups; i++)
    {
      double touches = (double) MAX (groups[i].touches, 0) / (double) all.touches;
      double value = (double) MAX (groups[i].open_value, 0) / (double) all.open_value;

      common += MIN (touches, value);
    }

  return (int) lround (100.0 * common);
}

int
clinch_attention_untouched_days (gint64 last_contact,
                                 gint64 begun,
                                 int    silent_days,
                                 gint64 now)
{
  int days = clinch_days_since (last_contact > 0 ? last_contact : begun, now);

  return silent_days > 0 && days >= silent_days ? days : 0;
}

ClinchProfileQuality
clinch_profile_quality (const ClinchProfileState *states,
                        gsize                     n_states)
{
  ClinchProfileQuality quality = { -1, -1, (int) n_states, 0 };
  gint64 completeness = 0;
  gint64 filled = 0;
  gint64 stale = 0;

  for (gsize i = 0; i < n_states; i++)
    {
      completeness += CLAMP (states[i].completeness, 0, 100);
      filled += MAX (states[i].filled, 0);
      stale += MAX (states[i].stale, 0);
      quality.n_thin += clinch_profile_is_thin (states[i].filled) ? 1 : 0;
    }

  if (n_states > 0)
    quality.completeness = (int) clinch_divide_rounded (completeness, (gint64) n_states);
  if (filled > 0)
    quality.fresh = clinch_share_percent (filled - stale, filled);

  return quality;
}
