// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-rule-draft.h"
#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_RULE_LIST (clinch_rule_list_get_type ())

/**
 * ClinchRuleList:
 *
 * The dimensions of a workspace, or the tags of one dimension: those in use in their order, those
 * that are retired below them. They are added, renamed, moved and retired here; what moves figures
 * goes into the draft.
 *
 * Actions: those of #ClinchRuleRow but “rule.open-ladder”, “rule.place” ((xx): key of what was
 * dragged and of what it was dropped on), “rule.add”.
 */
G_DECLARE_FINAL_TYPE (ClinchRuleList, clinch_rule_list, CLINCH, RULE_LIST, GtkBox)

GtkWidget *clinch_rule_list_new           (ClinchWorkspace *workspace,
                                           ClinchRuleDraft *draft,
                                           ClinchKind       kind) G_GNUC_WARN_UNUSED_RESULT;

/* Whose tags are listed. */
void       clinch_rule_list_set_dimension (ClinchRuleList  *self,
                                           ClinchRecord    *dimension);
void       clinch_rule_list_add           (ClinchRuleList  *self);

G_END_DECLS
