// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_WAITING_GROUP (clinch_waiting_group_get_type ())

/**
 * ClinchWaitingGroup:
 *
 * Whom at the customer an opportunity waits for, and for how long, in one sentence; opened its
 * fields. A button ends the wait, and then offers to log what came back.
 */
G_DECLARE_FINAL_TYPE (ClinchWaitingGroup, clinch_waiting_group, CLINCH, WAITING_GROUP,
                      AdwPreferencesGroup)

GtkWidget *clinch_waiting_group_new        (ClinchWorkspace    *workspace);

/* The opportunity that is shown; not NULL. */
void       clinch_waiting_group_set_record (ClinchWaitingGroup *self,
                                            ClinchRecord       *record);

G_END_DECLS
