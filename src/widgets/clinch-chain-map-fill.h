// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-map-data.h"
#include "clinch-decision-chain.h"

G_BEGIN_DECLS

/* Shows a decision chain on a map, in the reader's language; the title is the customer and, if the
 * chain is of one, the opportunity. */
void  clinch_chain_map_fill         (ClinchChainMapData        *data,
                                     const ClinchDecisionChain *chain);

/* “Never in touch”, “Today”, “3 days ago”. */
char *clinch_chain_last_contact     (const ClinchRhythm        *rhythm) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
