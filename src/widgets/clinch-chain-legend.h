// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-map-data.h"
#include "clinch-chart-legend.h"

G_BEGIN_DECLS

/* What the signs, edges and lines on a map mean: those that are there, and no others. */
ClinchChartLegend *clinch_chain_legend_new (ClinchChainMapData     *data,
                                            const ClinchChartSheet *sheet)
                                            G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
