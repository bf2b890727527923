// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-rule-draft.h"
#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_DRAFT_BAR (clinch_draft_bar_get_type ())

/**
 * ClinchDraftBar:
 *
 * What a draft of the rules would do, worked out whenever it changes, and the buttons that apply
 * or discard it. Shown while there is something in the draft.
 *
 * Actions: “draft.show” lists the customers, “draft.discard”, “draft.apply”, “draft.stop” what is
 * running.
 */
G_DECLARE_FINAL_TYPE (ClinchDraftBar, clinch_draft_bar, CLINCH, DRAFT_BAR, AdwBin)

void clinch_draft_bar_set_draft (ClinchDraftBar  *self,
                                 ClinchWorkspace *workspace,
                                 ClinchRuleDraft *draft);

G_END_DECLS
