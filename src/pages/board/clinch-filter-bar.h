// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-opportunity-filter.h"
#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_FILTER_BAR (clinch_filter_bar_get_type ())

/**
 * ClinchFilterBar:
 *
 * The filter at a glance: the text that is searched for, and a chip for every other condition,
 * which a click takes away.
 *
 * Signals: “changed”: the user changed the filter; clinch_filter_bar_get_filter() has it.
 * “stop-search”: Escape in the entry.
 */
G_DECLARE_FINAL_TYPE (ClinchFilterBar, clinch_filter_bar, CLINCH, FILTER_BAR, AdwBin)

void clinch_filter_bar_set_workspace (ClinchFilterBar *self,
                                      ClinchWorkspace *workspace);
void clinch_filter_bar_set_filter (ClinchFilterBar               *self,
                                   const ClinchOpportunityFilter *filter);
const ClinchOpportunityFilter *clinch_filter_bar_get_filter (ClinchFilterBar *self);
void clinch_filter_bar_focus_search (ClinchFilterBar *self);

/* The conditions in words, %NULL where there are none. */
char *clinch_filter_bar_dup_text (ClinchFilterBar *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
