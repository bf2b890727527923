// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-rule-draft.h"
#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_GRADE_ROW (clinch_grade_row_get_type ())

/**
 * ClinchGradeRow:
 *
 * A grade in Setup: from which score and completeness on a customer has it, and the attention that
 * it deserves. All of it goes into the draft.
 */
G_DECLARE_FINAL_TYPE (ClinchGradeRow, clinch_grade_row, CLINCH, GRADE_ROW, AdwExpanderRow)

GtkWidget    *clinch_grade_row_new        (ClinchWorkspace *workspace,
                                           ClinchRuleDraft *draft,
                                           ClinchRecord    *record) G_GNUC_WARN_UNUSED_RESULT;

ClinchRecord *clinch_grade_row_get_record (ClinchGradeRow  *self);
/* How many customers have the grade. */
void          clinch_grade_row_set_usage  (ClinchGradeRow  *self,
                                           guint            n_customers);

G_END_DECLS
