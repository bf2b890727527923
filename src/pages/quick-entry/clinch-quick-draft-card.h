// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-quick-drafts.h"
#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_QUICK_DRAFT_CARD (clinch_quick_draft_card_get_type ())

/**
 * ClinchQuickDraftCard:
 *
 * A follow-up that is not saved yet, as chips: what was recognised, each to be changed with a
 * click.
 *
 * Signals: “changed”: something was chosen by hand.
 */
G_DECLARE_FINAL_TYPE (ClinchQuickDraftCard, clinch_quick_draft_card, CLINCH, QUICK_DRAFT_CARD,
                      AdwBin)

GtkWidget *clinch_quick_draft_card_new          (ClinchWorkspace         *workspace);

/* Shows a draft; what was chosen by hand stays. */
void       clinch_quick_draft_card_set_draft    (ClinchQuickDraftCard    *self,
                                                 const ClinchQuickDrafts *drafts,
                                                 const ClinchQuickDraft  *draft);

/* The follow-up as it would be saved. */
ClinchRow *clinch_quick_draft_card_get_row      (ClinchQuickDraftCard    *self);

/* Whether it can be saved; where not, the keyboard goes to what is missing. */
gboolean   clinch_quick_draft_card_check        (ClinchQuickDraftCard    *self);

G_END_DECLS
