// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_FIELD_ROW (clinch_field_row_get_type ())

/**
 * ClinchFieldRow:
 *
 * One field of a record in a boxed list, edited where it stands. What was typed is saved with Enter
 * or when the keyboard goes elsewhere; Escape brings back what was there. What cannot be saved
 * stays as it was typed, with the reason under it.
 *
 * Instead of a record the row can fill in a draft, a row that is not in the store yet: then it
 * reads what was typed and puts it there.
 *
 * Style class “field-row”, and “error” while something is wrong. Signal “changed”: the value in the
 * draft is another one.
 */
G_DECLARE_FINAL_TYPE (ClinchFieldRow, clinch_field_row, CLINCH, FIELD_ROW, AdwPreferencesRow)

GtkWidget *clinch_field_row_new             (ClinchWorkspace *workspace,
                                             ClinchKind       kind,
                                             int              field);

/* The record whose field is shown; NULL for none. What was typed for the one before is saved
 * first. */
void       clinch_field_row_set_record      (ClinchFieldRow  *self,
                                             ClinchRecord    *record);
void       clinch_field_row_set_draft       (ClinchFieldRow  *self,
                                             ClinchRow       *draft);

int        clinch_field_row_get_field       (ClinchFieldRow  *self);
/* What counts while the field is empty, such as the probability of the stage; NULL for nothing. */
void       clinch_field_row_set_placeholder (ClinchFieldRow  *self,
                                             const char      *text);
/* Which records a reference can mean, where the record itself does not say it. */
void       clinch_field_row_set_offered     (ClinchFieldRow    *self,
                                             const ClinchQuery *offered);
/* Reads what stands there and saves it or puts it into the draft; FALSE if it is known to be
 * wrong. */
gboolean   clinch_field_row_commit          (ClinchFieldRow  *self);
/* Puts the keyboard into it. */
void       clinch_field_row_focus           (ClinchFieldRow  *self);
void       clinch_field_row_set_error       (ClinchFieldRow  *self,
                                             const char      *message);

G_END_DECLS
