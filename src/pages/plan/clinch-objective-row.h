// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_OBJECTIVE_ROW (clinch_objective_row_get_type ())

/**
 * ClinchObjectiveRow:
 *
 * An objective with a customer: whether it is reached, by when it shall be and who sees to it;
 * opened its fields, each saved where it stands. One that is late says so.
 *
 * Deletes itself with the action “plan.delete-objective” (x).
 */
G_DECLARE_FINAL_TYPE (ClinchObjectiveRow, clinch_objective_row, CLINCH, OBJECTIVE_ROW,
                      AdwExpanderRow)

GtkWidget *clinch_objective_row_new (ClinchWorkspace *workspace,
                                     ClinchRecord    *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
