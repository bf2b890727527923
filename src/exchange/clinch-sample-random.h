// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchSampleRandom:
 *
 * A small generator of its own (PCG32), so that the sample comes out the same with every version of
 * GLib.
 */
typedef struct
{
  /*< private >*/
  guint64 state;
  guint64 stream;
} ClinchSampleRandom;

/**
 * clinch_sample_random_init:
 * @self: a generator
 * @seed: what everything depends on
 * @stream: number of one of many independent sequences
 */
void     clinch_sample_random_init   (ClinchSampleRandom *self,
                                      guint64             seed,
                                      guint64             stream);

/**
 * clinch_sample_random_next:
 * @self: a generator
 *
 * Returns: 32 random bits
 */
guint32  clinch_sample_random_next   (ClinchSampleRandom *self);

/**
 * clinch_sample_random_below:
 * @self: a generator
 * @limit: at least 1
 *
 * Returns: 0 to @limit - 1
 */
guint    clinch_sample_random_below  (ClinchSampleRandom *self,
                                      guint               limit);

/**
 * clinch_sample_random_between:
 * @self: a generator
 * @from: the least
 * @to: the greatest
 *
 * Returns: a number from @from to @to
 */
int      clinch_sample_random_between (ClinchSampleRandom *self,
                                       int                 from,
                                       int                 to);

/**
 * clinch_sample_random_small:
 * @self: a generator
 * @limit: at least 1
 *
 * Returns: 0 to @limit - 1, low numbers more often than high ones
 */
guint    clinch_sample_random_small  (ClinchSampleRandom *self,
                                      guint               limit);

/**
 * clinch_sample_random_chance:
 * @self: a generator
 * @percent: 0 to 100
 *
 * Returns: %TRUE in @percent of 100 cases
 */
gboolean clinch_sample_random_chance (ClinchSampleRandom *self,
                                      int                 percent);

G_END_DECLS
