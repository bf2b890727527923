// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-timeline-item.h"

G_BEGIN_DECLS

/**
 * ClinchTimelineFilter:
 * @CLINCH_TIMELINE_ALL: everything
 * @CLINCH_TIMELINE_FOLLOW_UPS: what was said and done with the customer
 * @CLINCH_TIMELINE_CHANGES: what was changed here
 *
 * What a timeline shows.
 */
typedef enum
{
  CLINCH_TIMELINE_ALL,
  CLINCH_TIMELINE_FOLLOW_UPS,
  CLINCH_TIMELINE_CHANGES,
} ClinchTimelineFilter;

#define CLINCH_TYPE_TIMELINE (clinch_timeline_get_type ())

/**
 * ClinchTimeline:
 *
 * What happened around a customer, a contact or an opportunity, newest first: its follow-ups, and
 * the steps that changed it, its contacts, facts and follow-ups, and for a customer added or moved
 * its opportunities. A GListModel of #ClinchTimelineItem that stays current.
 *
 * Property: “loading” (boolean) until the first answer for the record is there.
 */
G_DECLARE_FINAL_TYPE (ClinchTimeline, clinch_timeline, CLINCH, TIMELINE, GObject)

/**
 * clinch_timeline_new:
 * @workspace: where the records are
 *
 * Returns: (transfer full): an empty timeline
 */
ClinchTimeline *clinch_timeline_new        (ClinchWorkspace      *workspace)
G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_timeline_set_record:
 * @self: a timeline
 * @record: (nullable): a customer, a contact or an opportunity
 *
 * Shows what happened around @record from now on.
 */
void            clinch_timeline_set_record (ClinchTimeline       *self,
                                            ClinchRecord         *record);

/**
 * clinch_timeline_set_filter:
 * @self: a timeline
 * @filter: what to show
 */
void            clinch_timeline_set_filter (ClinchTimeline       *self,
                                            ClinchTimelineFilter  filter);

/**
 * clinch_timeline_load_more:
 * @self: a timeline
 *
 * Reads older changes, where there are more than were read so far; follow-ups are always there.
 */
void            clinch_timeline_load_more  (ClinchTimeline       *self);

/**
 * clinch_timeline_is_loading:
 * @self: a timeline
 *
 * Returns: %TRUE until the first answer is there
 */
gboolean        clinch_timeline_is_loading (ClinchTimeline       *self);

G_END_DECLS
