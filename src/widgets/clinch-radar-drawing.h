// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-radar-data.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_RADAR_DRAWING (clinch_radar_drawing_get_type ())

/* The picture of a radar chart. Its spots are the axes. */
G_DECLARE_FINAL_TYPE (ClinchRadarDrawing, clinch_radar_drawing, CLINCH, RADAR_DRAWING,
                      ClinchChartDrawing)

ClinchChartDrawing *clinch_radar_drawing_new (ClinchRadarData        *data,
                                              const ClinchChartSheet *sheet)
                                              G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
