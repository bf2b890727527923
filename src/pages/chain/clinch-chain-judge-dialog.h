// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-decision-chain.h"
#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_CHAIN_JUDGE_DIALOG (clinch_chain_judge_dialog_get_type ())

/**
 * ClinchChainJudgeDialog:
 *
 * How a person stands, scale by scale, with questions that help to judge; from where we know it;
 * whether it holds for one opportunity or for all of the customer's. Below, what is known of the
 * person. It is saved as one step, with a toast to undo it.
 */
G_DECLARE_FINAL_TYPE (ClinchChainJudgeDialog, clinch_chain_judge_dialog, CLINCH,
                      CHAIN_JUDGE_DIALOG, AdwDialog)

/* @person is a place in @chain, of which the dialog keeps nothing. @parent gets the toast. */
AdwDialog *clinch_chain_judge_dialog_new (ClinchWorkspace           *workspace,
                                          GtkWidget                 *parent,
                                          const ClinchDecisionChain *chain,
                                          guint                      person);

G_END_DECLS
