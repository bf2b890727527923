// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-merge.h"
#include "clinch-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_MERGE_CHOICE (clinch_merge_choice_get_type ())

/**
 * ClinchMergeChoice:
 *
 * A row with the values that two records have in a field, side by side or one below the other, of
 * which one is chosen; of long texts also both.
 */
G_DECLARE_FINAL_TYPE (ClinchMergeChoice, clinch_merge_choice, CLINCH, MERGE_CHOICE,
                      AdwPreferencesRow)

/* Whether @field needs a row: where the currency differs amounts are chosen together with it. */
gboolean   clinch_merge_choice_is_needed (ClinchRecord       *keep,
                                          ClinchRecord       *other,
                                          const ClinchField  *field);

/* @request is written to, and outlives the row. */
GtkWidget *clinch_merge_choice_new        (ClinchMergeRequest *request,
                                           ClinchRecord       *keep,
                                           ClinchRecord       *other,
                                           const ClinchField  *field);

void       clinch_merge_choice_set_narrow (ClinchMergeChoice  *self,
                                           gboolean            is_narrow);
/* What the keyboard goes to: the value that is chosen. */
GtkWidget *clinch_merge_choice_get_chosen (ClinchMergeChoice  *self);

G_END_DECLS
