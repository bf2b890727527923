// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-history.h"
#include "clinch-workspace.h"

G_BEGIN_DECLS

/**
 * ClinchTimelineStep:
 * @id: key of the step
 * @at: when it was done, Unix seconds
 * @label: what was done, in the language of the program
 * @member: name of who did it, "" where nobody said
 * @n_changes: how many changes it made in all, here and elsewhere
 * @is_undone: whether it was taken back
 * @is_bulk: whether it brought many records in, of which @changes says nothing
 * @changes: (element-type ClinchHistoryChange): what it did to the records that the timeline is
 *   about
 *
 * A step of the log as a timeline shows it.
 */
typedef struct
{
  gint64 id;
  gint64 at;
  char *label;
  char *member;
  gint64 n_changes;
  gboolean is_undone;
  gboolean is_bulk;
  GPtrArray *changes;
} ClinchTimelineStep;

/**
 * clinch_timeline_step_free:
 * @step: a step
 */
void                      clinch_timeline_step_free          (ClinchTimelineStep  *step);

#define CLINCH_TYPE_TIMELINE_ITEM (clinch_timeline_item_get_type ())

/**
 * ClinchTimelineItem:
 *
 * A follow-up or a step in a timeline. It does not change; another state of a step is another item.
 */
G_DECLARE_FINAL_TYPE (ClinchTimelineItem, clinch_timeline_item, CLINCH, TIMELINE_ITEM, GObject)

/**
 * clinch_timeline_item_new_follow_up:
 * @workspace: where it is
 * @id: key of the follow-up
 * @at: when it was, Unix seconds
 *
 * Returns: (transfer full): the item
 */
ClinchTimelineItem       *clinch_timeline_item_new_follow_up (ClinchWorkspace     *workspace,
                                                              gint64               id,
                                                              gint64               at)
                                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_timeline_item_new_step:
 * @step: (transfer full): a step
 *
 * Returns: (transfer full): the item
 */
ClinchTimelineItem       *clinch_timeline_item_new_step      (ClinchTimelineStep  *step)
G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_timeline_item_is_follow_up:
 * @self: an item
 *
 * Returns: %TRUE for a follow-up, %FALSE for a step
 */
gboolean                  clinch_timeline_item_is_follow_up  (ClinchTimelineItem  *self);

/**
 * clinch_timeline_item_get_at:
 * @self: an item
 *
 * Returns: when it was, Unix seconds
 */
gint64                    clinch_timeline_item_get_at        (ClinchTimelineItem  *self);

/**
 * clinch_timeline_item_get_month:
 * @self: an item
 *
 * Returns: the month in which it was, on the reader's calendar: twelve times the year plus the
 *   month counted from 0
 */
int                       clinch_timeline_item_get_month     (ClinchTimelineItem  *self);

/**
 * clinch_timeline_item_get_follow_up:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the follow-up, which loads on its own; %NULL for a step
 */
ClinchRecord             *clinch_timeline_item_get_follow_up (ClinchTimelineItem  *self);

/**
 * clinch_timeline_item_get_step:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the step; %NULL for a follow-up
 */
const ClinchTimelineStep *clinch_timeline_item_get_step      (ClinchTimelineItem  *self);

/**
 * clinch_timeline_item_equal:
 * @a: an item
 * @b: another
 *
 * Returns: %TRUE if both show the same
 */
gboolean                  clinch_timeline_item_equal         (ClinchTimelineItem  *a,
                                                              ClinchTimelineItem  *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchTimelineStep, clinch_timeline_step_free)

G_END_DECLS
