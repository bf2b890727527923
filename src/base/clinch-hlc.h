// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A hybrid logical clock value: 48 bits of Unix milliseconds and 16 bits of counter in one gint64.
 * It orders what devices did even where their clocks differ; ties are broken by the device's uid,
 * kept beside it. */

/**
 * clinch_hlc_next:
 * @last: the greatest value seen so far, own or received
 * @wall_ms: Unix milliseconds
 *
 * Returns: a value greater than @last, and at @wall_ms where the wall clock is ahead; %G_MAXINT64
 *   has no successor but itself, so a value from elsewhere is checked against the wall clock before
 *   it counts as seen
 */
gint64 clinch_hlc_next         (gint64 last,
                                gint64 wall_ms);

/**
 * clinch_hlc_milliseconds:
 * @hlc: a value
 *
 * Returns: its wall part in Unix milliseconds
 */
gint64 clinch_hlc_milliseconds (gint64 hlc);

G_END_DECLS
