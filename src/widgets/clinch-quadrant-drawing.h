// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-quadrant-data.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_QUADRANT_DRAWING (clinch_quadrant_drawing_get_type ())

/* The picture of a quadrant chart. Its spots are points or, where they lie on each other,
 * clusters. */
G_DECLARE_FINAL_TYPE (ClinchQuadrantDrawing, clinch_quadrant_drawing, CLINCH, QUADRANT_DRAWING,
                      ClinchChartDrawing)

ClinchChartDrawing *clinch_quadrant_drawing_new         (ClinchQuadrantData     *data,
                                                         const ClinchChartSheet *sheet)
                                                         G_GNUC_WARN_UNUSED_RESULT;

/* The indexes of the points in a spot. */
const guint        *clinch_quadrant_drawing_get_members (ClinchQuadrantDrawing  *self,
                                                         int                     spot,
                                                         guint                  *n_members);

G_END_DECLS
