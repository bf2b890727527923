// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain.h"
#include "clinch-workspace.h"

G_BEGIN_DECLS

/* What is said of an opportunity wherever it is met, on the board and on its page, once proposals
 * are made while nobody knows who decides. It comes from the record and its stages alone. */

/**
 * ClinchChainAlert:
 * @CLINCH_CHAIN_ALERT_NONE: nothing to say: it is early, over, or known who decides
 * @CLINCH_CHAIN_ALERT_EMPTY: nobody is known at the customer
 * @CLINCH_CHAIN_ALERT_NO_DECISION_MAKER: nobody knows who decides
 */
typedef enum
{
  CLINCH_CHAIN_ALERT_NONE,
  CLINCH_CHAIN_ALERT_EMPTY,
  CLINCH_CHAIN_ALERT_NO_DECISION_MAKER,
} ClinchChainAlert;

/**
 * clinch_chain_stage_phase:
 * @workspace: a workspace
 * @stage: (nullable): one of its stages
 *
 * Returns: what is asked of a decision chain in this stage, as clinch_chain_phase() says
 */
ClinchChainPhase clinch_chain_stage_phase (ClinchWorkspace  *workspace,
                                           ClinchRecord     *stage);

/**
 * clinch_chain_alert_read:
 * @opportunity: an opportunity
 * @stage: (nullable): its stage
 * @phase: of that stage
 *
 * Returns: what is to be said of its decision chain
 */
ClinchChainAlert clinch_chain_alert_read  (ClinchRecord     *opportunity,
                                           ClinchRecord     *stage,
                                           ClinchChainPhase  phase);

/**
 * clinch_chain_alert_title:
 * @alert: what is to be said
 *
 * Returns: (transfer full): it in a sentence, the title of the finding; "" for nothing
 */
char            *clinch_chain_alert_title (ClinchChainAlert  alert) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_alert_advice:
 * @alert: what is to be said
 *
 * Returns: (transfer full): what to do about it, the advice of the finding; "" for nothing
 */
char            *clinch_chain_alert_advice (ClinchChainAlert alert) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
