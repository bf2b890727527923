// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-rule-draft.h"
#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_RULE_ROW (clinch_rule_row_get_type ())

/**
 * ClinchRuleRow:
 *
 * A dimension or a tag in Setup: how much it counts, as a number beside its name, and opened its
 * name, its definition and what else there is. Name and definition are saved where they stand; what
 * moves figures goes into the draft. It can be dragged to another place in its list.
 *
 * Actions, for the list around it: “rule.move” ((xi): key, how many places), “rule.history” (x),
 * “rule.retire” (x), “rule.open-ladder” (x: a dimension).
 */
G_DECLARE_FINAL_TYPE (ClinchRuleRow, clinch_rule_row, CLINCH, RULE_ROW, AdwExpanderRow)

/* @dimension is the one that a tag belongs to, else NULL. */
GtkWidget    *clinch_rule_row_new        (ClinchWorkspace *workspace,
                                          ClinchRuleDraft *draft,
                                          ClinchRecord    *record,
                                          ClinchRecord    *dimension) G_GNUC_WARN_UNUSED_RESULT;

ClinchRecord *clinch_rule_row_get_record (ClinchRuleRow   *self);
/* What is said of it beside its name: its share, who carries it. */
void          clinch_rule_row_set_note   (ClinchRuleRow   *self,
                                          const char      *note);

G_END_DECLS
