// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchPoint:
 * @x: to the right
 * @y: downwards
 *
 * A place in a picture, in pixels that a scale may multiply.
 */
typedef struct
{
  double x;
  double y;
} ClinchPoint;

/**
 * ClinchBox:
 * @x: its left edge
 * @y: its upper edge
 * @width: not negative
 * @height: not negative
 *
 * An upright rectangle in a picture.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} ClinchBox;

/**
 * clinch_box_overlaps:
 * @a: a box
 * @b: another
 *
 * Returns: whether they share more than an edge
 */
gboolean clinch_box_overlaps (const ClinchBox *a,
                              const ClinchBox *b);

/**
 * clinch_box_holds:
 * @outer: a box
 * @inner: another
 *
 * Returns: whether @inner lies in @outer, but for a rounding error
 */
gboolean clinch_box_holds    (const ClinchBox *outer,
                              const ClinchBox *inner);

/**
 * clinch_box_contains:
 * @box: a box
 * @x: where, from the left
 * @y: where, from above
 *
 * Returns: whether the point lies in it
 */
gboolean clinch_box_contains (const ClinchBox *box,
                              double           x,
                              double           y);

G_END_DECLS
