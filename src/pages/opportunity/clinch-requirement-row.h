// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_REQUIREMENT_ROW (clinch_requirement_row_get_type ())

/**
 * ClinchRequirementRow:
 *
 * A requirement of the customer: how important it is, who asked for it and which part of the
 * proposal answers it, or that nothing does yet; opened its fields, each saved where it stands.
 *
 * Deletes itself with the action “requirements.delete” (x).
 */
G_DECLARE_FINAL_TYPE (ClinchRequirementRow, clinch_requirement_row, CLINCH, REQUIREMENT_ROW,
                      AdwExpanderRow)

GtkWidget    *clinch_requirement_row_new          (ClinchWorkspace      *workspace,
                                                   ClinchRecord         *record);

ClinchRecord *clinch_requirement_row_get_record   (ClinchRequirementRow *self);
/* Of whom it can be said that they asked for it. */
void          clinch_requirement_row_set_customer (ClinchRequirementRow *self,
                                                   gint64                customer_id);
/* Whether proposals are made: then a must-have that is open is something to warn of. */
void          clinch_requirement_row_set_urgent   (ClinchRequirementRow *self,
                                                   gboolean              urgent);

G_END_DECLS
