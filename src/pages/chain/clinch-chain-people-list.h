// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-decision-chain.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_CHAIN_PEOPLE_LIST (clinch_chain_people_list_get_type ())

/**
 * ClinchChainPeopleList:
 *
 * The people of a decision chain as rows, in an order that can be chosen.
 *
 * Signals: “activated” (int64): a person is to be opened. “menu” (int64, GtkWidget): the menu of a
 * person is asked for, at that widget.
 */
G_DECLARE_FINAL_TYPE (ClinchChainPeopleList, clinch_chain_people_list, CLINCH, CHAIN_PEOPLE_LIST,
                      AdwBin)

GtkWidget *clinch_chain_people_list_new  (void) G_GNUC_WARN_UNUSED_RESULT;

void       clinch_chain_people_list_show (ClinchChainPeopleList     *self,
                                          const ClinchDecisionChain *chain);

G_END_DECLS
