// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-map-data.h"
#include "clinch-decision-chain.h"

G_BEGIN_DECLS

/* How a decision chain becomes a map, in a window and without one: shows its people and lines and
 * nothing else. */
void clinch_decision_map_show (ClinchChainMapData        *data,
                               const ClinchDecisionChain *chain);

G_END_DECLS
