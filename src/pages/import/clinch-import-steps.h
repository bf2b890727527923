// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-import-plan.h"
#include "clinch-import-result.h"
#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The content of the dialog's steps. Each makes groups for a page from a plan or a result and
 * changes the plan as the user does. The plan must outlive the groups. */

/* What the columns become, and what else there is to say about the file. */
void clinch_import_columns_fill (AdwPreferencesPage       *page,
                                 GPtrArray                *groups,
                                 ClinchWorkspace          *workspace,
                                 ClinchImportPlan         *plan);

/* The names that nothing in the workspace has. Returns whether there are any. */
gboolean clinch_import_values_fill (AdwPreferencesPage   *page,
                                    GPtrArray            *groups,
                                    ClinchWorkspace      *workspace,
                                    ClinchImportPlan     *plan);

/* Figures, sums and problems; of what would happen, or of what did. */
void clinch_import_report_fill  (AdwPreferencesPage       *page,
                                 GPtrArray                *groups,
                                 const ClinchImportResult *result,
                                 gboolean                  is_done);

/* Adds a new group to the page, and to the list of those that are removed when the step is filled
 * anew. */
AdwPreferencesGroup *clinch_import_add_group (AdwPreferencesPage *page,
                                              GPtrArray          *groups,
                                              const char         *title,
                                              const char         *description);

G_END_DECLS
