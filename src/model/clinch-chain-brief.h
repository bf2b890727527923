// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-decision-chain.h"

G_BEGIN_DECLS

/**
 * clinch_chain_brief:
 * @self: a decision chain
 * @contact_id: key of the person to be met, 0 for nobody in particular
 *
 * What somebody who is asked to join has to know: the deal, the person and how they stand, what is
 * missing, and what to ask. A beginning for whoever writes the request.
 *
 * Returns: (transfer full): some lines of plain text
 */
char *clinch_chain_brief (const ClinchDecisionChain *self,
                          gint64                     contact_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
