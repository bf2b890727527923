// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BenchFunc:
 * @data: what it works on
 * @round: number of the round, so that both sides do the same in the same round
 *
 * One side of a comparison, once.
 */
typedef void (*BenchFunc) (gpointer data,
                           int      round);

/**
 * bench_time:
 *
 * Returns: nanoseconds, less those for which this thread waited for a processor that another
 *   program had
 */
gint64 bench_time    (void);

/**
 * bench_compare:
 * @name: of the comparison
 * @ours: what Clinch does
 * @ours_data: its data
 * @limit: what it is compared with
 * @limit_data: its data
 * @n_rounds: how often
 *
 * Runs both sides in turn, so that whatever else the machine does hits both, after a round to warm
 * up. Prints two lines, “NAME ours …” and “NAME limit …”, with the nanoseconds of each round.
 */
void   bench_compare (const char *name,
                      BenchFunc   ours,
                      gpointer    ours_data,
                      BenchFunc   limit,
                      gpointer    limit_data,
                      int         n_rounds);

/**
 * bench_before_each:
 * @func: (nullable): what comes before each turn of either side from now on, and is not timed
 * @data: its data
 *
 * Gives both sides the same to start from.
 */
void   bench_before_each (BenchFunc func,
                          gpointer  data);

/**
 * bench_choose:
 * @names: (array zero-terminated=1): names of comparisons, all where there are none
 *
 * Leaves all other comparisons out.
 */
void   bench_choose  (char      **names);

/**
 * bench_leave_out_limits:
 *
 * From now on our sides run alone, undisturbed by what the limits do to the processor's caches.
 */
void   bench_leave_out_limits (void);

/**
 * bench_check:
 * @error: (nullable): what went wrong, if anything did
 *
 * Ends the program where something did: a figure of what failed is worth nothing.
 */
void   bench_check   (const GError *error);

G_END_DECLS
