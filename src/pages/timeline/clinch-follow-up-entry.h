// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_FOLLOW_UP_ENTRY (clinch_follow_up_entry_get_type ())

/**
 * ClinchFollowUpEntry:
 *
 * One line to note what happened with a customer, a contact or an opportunity. The way, the day,
 * the person and what comes next are recognised while one types and stand below as chips to
 * correct; Enter saves. What was chosen at a chip stays, whatever is typed after.
 */
G_DECLARE_FINAL_TYPE (ClinchFollowUpEntry, clinch_follow_up_entry, CLINCH, FOLLOW_UP_ENTRY, AdwBin)

GtkWidget *clinch_follow_up_entry_new        (ClinchWorkspace     *workspace);

/* The customer, contact or opportunity that it is about. */
void       clinch_follow_up_entry_set_record (ClinchFollowUpEntry *self,
                                              ClinchRecord        *record);

G_END_DECLS
