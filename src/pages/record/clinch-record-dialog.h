// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-record-form.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_RECORD_DIALOG (clinch_record_dialog_get_type ())

/**
 * ClinchRecordDialog:
 *
 * A record's fields in a small dialog. For a record that exists each field is saved where it
 * stands; a draft is added as a whole, and until then is nothing.
 *
 * Signal “added” (int64): the draft is a record now, with this key. It closes then, with a toast to
 * undo it.
 */
G_DECLARE_FINAL_TYPE (ClinchRecordDialog, clinch_record_dialog, CLINCH, RECORD_DIALOG, AdwDialog)

ClinchRecordDialog *clinch_record_dialog_new_edit   (ClinchWorkspace       *workspace,
                                                     ClinchRecord          *record,
                                                     const ClinchFormGroup *groups,
                                                     guint                  n_groups);
ClinchRecordDialog *clinch_record_dialog_new_add    (ClinchWorkspace       *workspace,
                                                     ClinchRow             *draft,
                                                     const ClinchFormGroup *groups,
                                                     guint                  n_groups);

/* Does with a draft what clinch_action_add() would do. */
typedef void   (*ClinchRecordAddFunc)   (ClinchWorkspace     *workspace,
                                         const ClinchRow     *row,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
typedef gint64 (*ClinchRecordGetIdFunc) (GAsyncResult        *result);

/* For drafts that are more than a record that is added; @label is what the button says. */
void                clinch_record_dialog_set_add    (ClinchRecordDialog    *self,
                                                     const char            *label,
                                                     ClinchRecordAddFunc    add,
                                                     ClinchRecordGetIdFunc  get_id);

ClinchRecordForm   *clinch_record_dialog_get_form   (ClinchRecordDialog    *self);
ClinchKind          clinch_record_dialog_get_kind   (ClinchRecordDialog    *self);
/* As the button does: adds what was entered. What is almost there already takes a second time. */
void                clinch_record_dialog_accept     (ClinchRecordDialog    *self);

G_END_DECLS
