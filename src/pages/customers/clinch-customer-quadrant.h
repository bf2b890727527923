// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-attention.h"
#include "clinch-quadrant-data.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_CUSTOMER_QUADRANT (clinch_customer_quadrant_get_type ())

/**
 * ClinchCustomerQuadrant:
 *
 * The picture of customers by two figures, split by the median of each. A point opens its customer.
 */
G_DECLARE_FINAL_TYPE (ClinchCustomerQuadrant, clinch_customer_quadrant, CLINCH, CUSTOMER_QUADRANT,
                      AdwBin)

/* What the axes and corners are called is up to the page. */
ClinchQuadrantData *clinch_customer_quadrant_get_data (ClinchCustomerQuadrant    *self);

/* The key of a point is that of its customer; high begins at @split_x and @split_y. */
void                clinch_customer_quadrant_show     (ClinchCustomerQuadrant    *self,
                                                       const ClinchQuadrantPoint *points,
                                                       gsize                      n_points,
                                                       double                     split_x,
                                                       double                     split_y);

G_END_DECLS
