// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-card-look.h"
#include "clinch-chain.h"
#include "clinch-record.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_OPPORTUNITY_CARD (clinch_opportunity_card_get_type ())

/**
 * ClinchOpportunityCard:
 *
 * An opportunity as a card of the board: customer and grade, name, amount, next step, owner, days
 * in the stage. A column holds hundreds of cards and binds them anew while it scrolls, so the card
 * is one widget of a fixed height that draws its lines itself and lays a text out only once it is
 * seen.
 *
 * Property “label”: all that it says in one sentence, which is also its accessible label.
 *
 * CSS: a node opportunity-card with the classes .card and .activatable of libadwaita, and .compact.
 */
G_DECLARE_FINAL_TYPE (ClinchOpportunityCard, clinch_opportunity_card, CLINCH, OPPORTUNITY_CARD,
                      GtkWidget)

GtkWidget    *clinch_opportunity_card_new        (ClinchCardLook        *look)
G_GNUC_WARN_UNUSED_RESULT;

/* The stage gives the limit and says whether it is over; both may be NULL. */
void          clinch_opportunity_card_set_record (ClinchOpportunityCard *self,
                                                  ClinchRecord          *opportunity,
                                                  ClinchRecord          *stage);
/* What is asked of the decision chain in its stage; for the next record that is set or the next
 * update. */
void          clinch_opportunity_card_set_phase  (ClinchOpportunityCard *self,
                                                  ClinchChainPhase       phase);
ClinchRecord *clinch_opportunity_card_get_record (ClinchOpportunityCard *self);

/* The look was updated: time has passed, the colours or the density changed. */
void          clinch_opportunity_card_update     (ClinchOpportunityCard *self);

const char   *clinch_opportunity_card_get_label  (ClinchOpportunityCard *self);

G_END_DECLS
