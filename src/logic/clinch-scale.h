// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CLINCH_SCALE_MAX_TICKS 12

/**
 * ClinchScale:
 * @is_log: whether equal ratios, not differences, are equally long
 * @has_zero: on a logarithmic scale: whether its beginning is set apart for zero and less
 * @low: where it begins; on a logarithmic scale the first positive value
 * @high: where it ends
 * @n_ticks: how many round values it has
 * @ticks: these values, in ascending order
 *
 * An axis of a chart, whose ends and ticks are round.
 */
typedef struct
{
  gboolean is_log;
  gboolean has_zero;
  double   low;
  double   high;
  guint    n_ticks;
  double   ticks[CLINCH_SCALE_MAX_TICKS];
} ClinchScale;

/**
 * clinch_scale_init:
 * @scale: (out caller-allocates): a scale
 * @values: (array length=n_values): what it is for; what is not finite is left out
 * @n_values: how many
 * @is_log: whether it shall be logarithmic
 * @max_ticks: how many ticks there is room for
 *
 * Makes a scale that holds all of the values. A linear one without negative values begins at zero.
 */
void   clinch_scale_init     (ClinchScale       *scale,
                              const double      *values,
                              gsize              n_values,
                              gboolean           is_log,
                              guint              max_ticks);

/**
 * clinch_scale_place:
 * @scale: a scale
 * @value: a value
 *
 * Returns: where it is, 0 at the beginning, 1 at the end; what lies outside is at the limit
 */
double clinch_scale_place    (const ClinchScale *scale,
                              double             value);

G_END_DECLS
