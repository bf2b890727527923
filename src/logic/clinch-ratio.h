// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * clinch_divide_rounded:
 * @part: a number
 * @whole: what it is divided by
 *
 * Returns: @part ÷ @whole, rounded half away from zero; 0 unless @whole is more than 0
 */
gint64 clinch_divide_rounded (gint64 part,
                              gint64 whole);

/**
 * clinch_scale_rounded:
 * @value: a number
 * @part: what it is multiplied by
 * @whole: what the product is divided by
 *
 * The product may exceed 64 bits; a result that does is the nearest number that fits.
 *
 * Returns: @value × @part ÷ @whole, rounded half away from zero; 0 unless @whole is more than 0
 */
gint64 clinch_scale_rounded  (gint64 value,
                              gint64 part,
                              gint64 whole);

/**
 * clinch_share_percent:
 * @part: a part, of anything that is counted
 * @whole: all of it
 *
 * A share that people see. Rounded, but 0 only if the part is nothing, and 100 only if it is all,
 * so that a single one among many is not hidden.
 *
 * Returns: 0 to 100; 0 if there is nothing at all
 */
int    clinch_share_percent  (gint64 part,
                              gint64 whole);

/**
 * clinch_exact_percent:
 * @part: a part, of anything that is counted
 * @whole: all of it
 *
 * A share that is added to or taken from others.
 *
 * Returns: 0 to 100, rounded to the nearest; 0 if there is nothing at all
 */
int    clinch_exact_percent  (gint64 part,
                              gint64 whole);

G_END_DECLS
