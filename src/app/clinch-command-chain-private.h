// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-command-private.h"
#include "clinch-decision-chain.h"

G_BEGIN_DECLS

/* Appends a decision chain as JSON, @matrix with all pairs of our people and theirs. */
void clinch_command_chain_json (GString                   *out,
                                ClinchDb                  *db,
                                const ClinchDecisionChain *chain,
                                gboolean                   matrix);

G_END_DECLS
