// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-timeline-item.h"

#include "clinch-clock.h"

struct _ClinchTimelineItem
{
  GObject parent_instance;

  ClinchWorkspace *workspace;
  gint64 id;
  gint64 at;
  int month;
  ClinchRecord *follow_up; /* from the moment somebody looks at it */
  ClinchTimelineStep *step;
};

G_DEFINE_FINAL_TYPE (ClinchTimelineItem, clinch_timeline_item, G_TYPE_OBJECT)

void
clinch_timeline_step_free (ClinchTimelineStep *step)
{
  g_free (step->label);
  g_free (step->member);
  g_clear_pointer (&step->changes, g_ptr_array_unref);
  g_free (step);
}

static void
clinch_timeline_item_finalize (GObject *object)
{
  ClinchTimelineItem *self = CLINCH_TIMELINE_ITEM (object);

  g_clear_object (&self->follow_up);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->step, clinch_timeline_step_free);

  G_OBJECT_CLASS (clinch_timeline_item_parent_class)->finalize (object);
}

static void
clinch_timeline_item_class_init (ClinchTimelineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinch_timeline_item_finalize;
}

static void
clinch_timeline_item_init (ClinchTimelineItem *self)
{
}

static int
find_month (gint64 instant)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, clinch_clock_timezone ())
                               : NULL;

  return local != NULL ? g_date_time_get_year (local) * 12 + g_date_time_get_month (local) - 1 : 0;
}

ClinchTimelineItem *
clinch_timeline_item_new_follow_up (ClinchWorkspace *workspace,
                                    gint64           id,
                                    gint64           at)
{
  ClinchTimelineItem *self = g_object_new (CLINCH_TYPE_TIMELINE_ITEM, NULL);

  self->workspace = g_object_ref (workspace);
  self->id = id;
  self->at = at;
  self->month = find_month (at);

  return self;
}

ClinchTimelineItem *
clinch_timeline_item_new_step (ClinchTimelineStep *step)
{
  ClinchTimelineItem *self = g_object_new (CLINCH_TYPE_TIMELINE_ITEM, NULL);

  self->id = step->id;
  self->at = step->at;
  self->month = find_month (step->at);
  self->step = step;

  return self;
}

gboolean
clinch_timeline_item_is_follow_up (ClinchTimelineItem *self)
{
  g_return_val_if_fail (CLINCH_IS_TIMELINE_ITEM (self), FALSE);

  return self->step == NULL;
}

gint64
clinch_timeline_item_get_at (ClinchTimelineItem *self)
{
  g_return_val_if_fail (CLINCH_IS_TIMELINE_ITEM (self), 0);

  return self->at;
}

int
clinch_timeline_item_get_month (ClinchTimelineItem *self)
{
  g_return_val_if_fail (CLINCH_IS_TIMELINE_ITEM (self), 0);

  return self->month;
}

ClinchRecord *
clinch_timeline_item_get_follow_up (ClinchTimelineItem *self)
{
  g_return_val_if_fail (CLINCH_IS_TIMELINE_ITEM (self), NULL);

  if (self->step == NULL && self->follow_up == NULL)
    self->follow_up = clinch_workspace_get_record (self->workspace, CLINCH_KIND_FOLLOW_UP,
                                                   self->id);

  return self->follow_up;
}

const ClinchTimelineStep *
clinch_timeline_item_get_step (ClinchTimelineItem *self)
{
  g_return_val_if_fail (CLINCH_IS_TIMELINE_ITEM (self), NULL);

  return self->step;
}

gboolean
clinch_timeline_item_equal (ClinchTimelineItem *a,
                            ClinchTimelineItem *b)
{
  g_return_val_if_fail (CLINCH_IS_TIMELINE_ITEM (a) && CLINCH_IS_TIMELINE_ITEM (b), FALSE);

  if ((a->step == NULL) != (b->step == NULL) || a->id != b->id || a->at != b->at)
    return FALSE;

  /* Names inside a step may be other ones today, but what it did stays. */
  return a->step == NULL
         || (a->step->is_undone == b->step->is_undone
             && a->step->changes->len == b->step->changes->len);
}
