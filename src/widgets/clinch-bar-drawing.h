// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-bar-data.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_BAR_DRAWING (clinch_bar_drawing_get_type ())

/* The picture of a bar chart. Its spots are the bars. */
G_DECLARE_FINAL_TYPE (ClinchBarDrawing, clinch_bar_drawing, CLINCH, BAR_DRAWING, ClinchChartDrawing)

ClinchChartDrawing *clinch_bar_drawing_new (ClinchBarData          *data,
                                            const ClinchChartSheet *sheet)
                                            G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
