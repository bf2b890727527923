// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-field-row.h"

G_BEGIN_DECLS

/**
 * ClinchFormGroup:
 * @title: (nullable): untranslated title, context "group"
 * @fields: the fields, in order, ended by -1
 *
 * Fields of a record that belong together.
 */
typedef struct
{
  const char *title;
  const int *fields;
} ClinchFormGroup;

#define CLINCH_TYPE_RECORD_FORM (clinch_record_form_get_type ())

/**
 * ClinchRecordForm:
 *
 * The fields of a record in groups, each edited where it stands, or those of a draft.
 *
 * Signal “changed”: a value in the draft is another one.
 */
G_DECLARE_FINAL_TYPE (ClinchRecordForm, clinch_record_form, CLINCH, RECORD_FORM, GtkBox)

GtkWidget      *clinch_record_form_new               (ClinchWorkspace       *workspace,
                                                      ClinchKind             kind,
                                                      const ClinchFormGroup *groups,
                                                      guint                  n_groups);

void            clinch_record_form_set_record        (ClinchRecordForm      *self,
                                                      ClinchRecord          *record);
void            clinch_record_form_set_draft         (ClinchRecordForm      *self,
                                                      ClinchRow             *draft);
void            clinch_record_form_set_group_visible (ClinchRecordForm      *self,
                                                      guint                  group,
                                                      gboolean               visible);
/* Puts another widget behind a group. */
void            clinch_record_form_insert_after      (ClinchRecordForm      *self,
                                                      guint                  group,
                                                      GtkWidget             *widget);
/* NULL if the field is not in the form. */
ClinchFieldRow *clinch_record_form_get_row           (ClinchRecordForm      *self,
                                                      int                    field);
/* Takes what was typed last; FALSE, with the keyboard there, if something is wrong or missing. */
gboolean        clinch_record_form_commit            (ClinchRecordForm      *self);

G_END_DECLS
