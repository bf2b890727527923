// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-opportunity-filter.h"
#include "clinch-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_FILTER_POPOVER (clinch_filter_popover_get_type ())

/**
 * ClinchFilterPopover:
 *
 * Everything the board can be filtered by, except the text. Each choice takes effect at once.
 *
 * Signal “changed”: the user chose another filter; clinch_filter_popover_get_filter() has it.
 */
G_DECLARE_FINAL_TYPE (ClinchFilterPopover, clinch_filter_popover, CLINCH, FILTER_POPOVER,
                      GtkPopover)

void clinch_filter_popover_set_workspace (ClinchFilterPopover *self,
                                          ClinchWorkspace     *workspace);
/* Whose stages can be chosen. */
void clinch_filter_popover_set_pipeline (ClinchFilterPopover *self,
                                         gint64               pipeline_id);
void clinch_filter_popover_set_filter (ClinchFilterPopover           *self,
                                       const ClinchOpportunityFilter *filter);
const ClinchOpportunityFilter *clinch_filter_popover_get_filter (ClinchFilterPopover *self);

G_END_DECLS
