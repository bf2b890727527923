// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_REQUIREMENTS_GROUP (clinch_requirements_group_get_type ())

/**
 * ClinchRequirementsGroup:
 *
 * What the customer requires of an opportunity, what is open on top, with a line to add another. A
 * row keeps its place while one is opened.
 *
 * Action: “requirements.delete” (x).
 */
G_DECLARE_FINAL_TYPE (ClinchRequirementsGroup, clinch_requirements_group, CLINCH,
                      REQUIREMENTS_GROUP, AdwPreferencesGroup)

GtkWidget *clinch_requirements_group_new        (ClinchWorkspace         *workspace);

/* The opportunity that is shown; not NULL. */
void       clinch_requirements_group_set_record (ClinchRequirementsGroup *self,
                                                 ClinchRecord            *record);
/* Whether proposals are made: then a must-have that is open is something to warn of. */
void       clinch_requirements_group_set_urgent (ClinchRequirementsGroup *self,
                                                 gboolean                 urgent);

G_END_DECLS
