// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_QUICK_ENTRY_DIALOG (clinch_quick_entry_dialog_get_type ())

/**
 * ClinchQuickEntryDialog:
 *
 * A line about what happened, or a pasted memo of several, becomes follow-ups: what is recognised
 * shows as chips while one types. Enter saves a single line, Ctrl+Enter anything; Escape closes and
 * keeps the text for the next time.
 */
G_DECLARE_FINAL_TYPE (ClinchQuickEntryDialog, clinch_quick_entry_dialog, CLINCH, QUICK_ENTRY_DIALOG,
                      AdwDialog)

/* @kind and @id: the record that it is about, %CLINCH_KIND_NONE and 0 for none. */
AdwDialog *clinch_quick_entry_dialog_new (ClinchWorkspace *workspace,
                                          ClinchKind       kind,
                                          gint64           id);

/* What was shared; the text begins with saying so and is not kept for the next time. */
void       clinch_quick_entry_dialog_set_material (ClinchQuickEntryDialog *self,
                                                   gint64                  material_id);

/* The person it is about, unless the text names somebody else. */
void       clinch_quick_entry_dialog_set_contact (ClinchQuickEntryDialog *self,
                                                  gint64                  contact_id);

G_END_DECLS
