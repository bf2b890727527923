// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows how a dimension, a tag or a grade rule came to be as it is: who changed what and when, and
 * how many customers were graded anew by it. */
void clinch_rule_history_dialog_present (GtkWidget       *parent,
                                         ClinchWorkspace *workspace,
                                         ClinchRecord    *record);

G_END_DECLS
