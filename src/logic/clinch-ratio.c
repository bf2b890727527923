// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-ratio.h"

__extension__ typedef __int128 Wide;

gint64
clinch_scale_rounded (gint64 value,
                      gint64 part,
                      gint64 whole)
{
  Wide product = (Wide) value * part;
  Wide half = whole / 2;

  if (whole <= 0)
    return 0;

  /* For an odd divisor there is no exact half to round. */
  product = product < 0 ? (product - half) / whole : (product + half) / whole;

  return (gint64) CLAMP (product, G_MININT64, G_MAXINT64);
}

gint64
clinch_divide_rounded (gint64 part,
                       gint64 whole)
{
  return clinch_scale_rounded (part, 1, whole);
}

int
clinch_exact_percent (gint64 part,
                      gint64 whole)
{
  if (whole <= 0 || part <= 0)
    return 0;

  return part >= whole ? 100 : (int) clinch_scale_rounded (part, 100, whole);
}

int
clinch_share_percent (gint64 part,
                      gint64 whole)
{
  if (whole <= 0 || part <= 0 || part >= whole)
    return clinch_exact_percent (part, whole);

  return CLAMP (clinch_exact_percent (part, whole), 1, 99);
}
