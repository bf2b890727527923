// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-hlc.h"

#define COUNTER_BITS 16
/* The sign bit stays free, so that values compare as plain integers; this lasts until the year
 * 6429. */
#define LAST_MILLISECOND ((G_GINT64_CONSTANT (1) << 47) - 1)

gint64
clinch_hlc_next (gint64 last,
                 gint64 wall_ms)
{
  gint64 wall = CLAMP (wall_ms, 0, LAST_MILLISECOND) << COUNTER_BITS;

  if (wall > last)
    return wall;

  /* A counter that is full carries into the milliseconds, which keeps the order. */
  return last < G_MAXINT64 ? last + 1 : G_MAXINT64;
}

gint64
clinch_hlc_milliseconds (gint64 hlc)
{
  return hlc >> COUNTER_BITS;
}
