// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-box.h"

#define TOLERANCE 0.001

gboolean
clinch_box_overlaps (const ClinchBox *a,
                     const ClinchBox *b)
{
  return a->x + TOLERANCE < b->x + b->width && b->x + TOLERANCE < a->x + a->width
         && a->y + TOLERANCE < b->y + b->height && b->y + TOLERANCE < a->y + a->height;
}

gboolean
clinch_box_holds (const ClinchBox *outer,
                  const ClinchBox *inner)
{
  return inner->x >= outer->x - TOLERANCE && inner->y >= outer->y - TOLERANCE
         && inner->x + inner->width <= outer->x + outer->width + TOLERANCE
         && inner->y + inner->height <= outer->y + outer->height + TOLERANCE;
}

gboolean
clinch_box_contains (const ClinchBox *box,
                     double           x,
                     double           y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}
