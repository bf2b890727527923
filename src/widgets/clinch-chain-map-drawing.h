// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-map-data.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_CHAIN_MAP_DRAWING (clinch_chain_map_drawing_get_type ())

/* The picture of a decision map, as large as the sheet allows. Its spots are the people. */
G_DECLARE_FINAL_TYPE (ClinchChainMapDrawing, clinch_chain_map_drawing, CLINCH, CHAIN_MAP_DRAWING,
                      ClinchChartDrawing)

ClinchChartDrawing *clinch_chain_map_drawing_new (ClinchChainMapData     *data,
                                                  const ClinchChartSheet *sheet)
                                                  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
