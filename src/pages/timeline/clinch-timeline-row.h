// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-timeline-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_TIMELINE_ROW (clinch_timeline_row_get_type ())

/**
 * ClinchTimelineRow:
 *
 * A follow-up or a change in a timeline. Its buttons activate “timeline.edit” (x: the follow-up),
 * “timeline.copy” (x), “timeline.delete” (x), “timeline.undo” (x: the step) and “win.open”.
 */
G_DECLARE_FINAL_TYPE (ClinchTimelineRow, clinch_timeline_row, CLINCH, TIMELINE_ROW, AdwBin)

GtkWidget *clinch_timeline_row_new       (gboolean            can_write);

/* NULL leaves it empty. @about is the kind of record the timeline is about: what belongs to it need
 * not be said in each row. */
void       clinch_timeline_row_set_item  (ClinchTimelineRow  *self,
                                          ClinchTimelineItem *item,
                                          ClinchKind          about);

/* The label that says in a line what the row is. */
GtkWidget *clinch_timeline_row_get_title (ClinchTimelineRow  *self);

G_END_DECLS
