// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-record-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_RECORD_PICKER (clinch_record_picker_get_type ())

/**
 * ClinchRecordPicker:
 *
 * A popover to choose one record of a kind: type to search, also by pinyin; arrows move, Enter
 * takes, Escape leaves. It may offer “none”, and to create what was typed.
 *
 * Signals: “picked” (int64): key of the record that was taken, 0 for none. “create” (string): a new
 * one of that name is wanted.
 */
G_DECLARE_FINAL_TYPE (ClinchRecordPicker, clinch_record_picker, CLINCH, RECORD_PICKER, GtkPopover)

ClinchRecordPicker *clinch_record_picker_new              (ClinchWorkspace    *workspace,
                                                           ClinchKind          kind);

/* Which records are offered and in which order; all of the kind by name if nothing is set. */
void                clinch_record_picker_set_query        (ClinchRecordPicker *self,
                                                           const ClinchQuery  *query);
/* The row that stands for no record; NULL for none of that sort. */
void                clinch_record_picker_set_none_label   (ClinchRecordPicker *self,
                                                           const char         *label);
/* Whether a name that is not there can be created. */
void                clinch_record_picker_set_can_create   (ClinchRecordPicker *self,
                                                           gboolean            can_create);
/* The record that is taken now, 0 for none; it is marked. */
void                clinch_record_picker_set_current      (ClinchRecordPicker *self,
                                                           gint64              id);
/* A record that cannot be taken: a customer is not its own parent. */
void                clinch_record_picker_set_excluded     (ClinchRecordPicker *self,
                                                           gint64              id);

G_END_DECLS
