// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-box.h"

G_BEGIN_DECLS

/**
 * clinch_bars_arrange:
 * @values: (array length=n_values): how long the bars are; less than 0 counts as 0
 * @n_values: how many
 * @room: where they stand; the longest fills its height
 * @most_width: how wide a bar is at the most
 * @rtl: whether the first one stands on the right
 * @bars: (out caller-allocates) (array length=n_values): the bars
 *
 * Places upright bars next to each other, each in the middle of its share of the width and filling
 * six tenths of it. Without any value above 0 all of them have no height.
 */
void clinch_bars_arrange (const double    *values,
                          gsize            n_values,
                          const ClinchBox *room,
                          double           most_width,
                          gboolean         rtl,
                          ClinchBox       *bars);

/**
 * clinch_bars_find:
 * @n_bars: how many bars there are
 * @room: where they stand
 * @rtl: whether the first one stands on the right
 * @x: where, from the left
 *
 * Returns: index of the bar in whose share of the width @x lies, -1 outside of @room
 */
int  clinch_bars_find    (gsize            n_bars,
                          const ClinchBox *room,
                          gboolean         rtl,
                          double           x);

G_END_DECLS
