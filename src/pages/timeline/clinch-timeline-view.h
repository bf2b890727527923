// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_TIMELINE_VIEW (clinch_timeline_view_get_type ())

/**
 * ClinchTimelineView:
 *
 * What happened around a customer, a contact or an opportunity: on top a line for what happens now,
 * below follow-ups and changes by month, newest first. Follow-ups are edited and deleted here,
 * changes undone.
 *
 * Actions: “timeline.edit”, “timeline.copy”, “timeline.delete” (x: a follow-up), “timeline.undo”
 * (x: a step).
 */
G_DECLARE_FINAL_TYPE (ClinchTimelineView, clinch_timeline_view, CLINCH, TIMELINE_VIEW, AdwBin)

GtkWidget *clinch_timeline_view_new        (ClinchWorkspace    *workspace);

void       clinch_timeline_view_set_record (ClinchTimelineView *self,
                                            ClinchRecord       *record);

G_END_DECLS
