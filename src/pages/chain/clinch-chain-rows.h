// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-decision-chain.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The rows beside a decision chain. Figures open into what they are made of; buttons carry out the
 * page's actions, unless the workspace is open for reading only. */

GtkWidget *clinch_chain_notice_row       (const ClinchChainNotice   *notice,
                                          gboolean                   can_write);
GtkWidget *clinch_chain_fine_row         (void);
GtkWidget *clinch_chain_relation_row     (const ClinchDecisionChain *chain);
GtkWidget *clinch_chain_completeness_row (const ClinchDecisionChain *chain);
GtkWidget *clinch_chain_coverage_row     (const ClinchDecisionChain *chain);
GtkWidget *clinch_chain_question_row     (const ClinchChainAsk      *question);
GtkWidget *clinch_chain_help_row         (const ClinchChainHelp     *help,
                                          gboolean                   can_write);

G_END_DECLS
