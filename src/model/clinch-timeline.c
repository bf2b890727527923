// SPDX-License-Identifier: GPL-3.0-or-later
//
// One job reads the keys and times of all follow-ups, which an index holds, and the newest steps
// with what they changed. After a step that may concern the record the job runs again; its answer
// is compared with what stands there, so that a view sees only what differs.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-timeline.h"

#include "clinch-step-label.h"

#define STEPS_AT_ONCE 300
#define MAX_CHANGES 40

struct _ClinchTimeline
{
  GObject parent_instance;

  ClinchWorkspace *workspace;
  ClinchRecord *record;
  GPtrArray *all;   /* ClinchTimelineItem */
  GPtrArray *shown; /* those of all that pass the filter */
  ClinchTimelineFilter filter;
  GCancellable *cancellable;
  guint n_steps; /* how many steps to read */
  guint has_more : 1;
  guint busy : 1;
  guint stale : 1;
  guint loading : 1;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ClinchTimeline, clinch_timeline, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_0,
  PROP_LOADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Which changes of which records concern the one the timeline is about; the last part of each row
 * says whose change it is. Kinds and operations are those of clinch-fields.h and
 * clinch-change-set.h. */
static const char opportunity_changes[] =
  "SELECT step_id, kind, record_id FROM change WHERE kind = 7 AND record_id = ?1"
  " UNION SELECT c.step_id, c.kind, c.record_id FROM follow_up AS f"
  " JOIN change AS c ON c.kind = 8 AND c.record_id = f.id AND c.op != 1 WHERE f.opportunity_id = ?1"
  " ORDER BY step_id DESC, kind, record_id";

static const char contact_changes[] =
  "SELECT step_id, kind, record_id FROM change WHERE kind = 4 AND record_id = ?1"
  " UNION SELECT c.step_id, c.kind, c.record_id FROM fact AS k"
  " JOIN change AS c ON c.kind = 18 AND c.record_id = k.id WHERE k.contact_id = ?1"
  " UNION SELECT c.step_id, c.kind, c.record_id FROM follow_up AS f"
  " JOIN change AS c ON c.kind = 8 AND c.record_id = f.id AND c.op != 1 WHERE f.contact_id = ?1"
  " ORDER BY step_id DESC, kind, record_id";

static const char customer_changes[] =
  "SELECT step_id, kind, record_id FROM change WHERE kind = 3 AND record_id = ?1"
  " UNION SELECT c.step_id, c.kind, c.record_id FROM contact AS p"
  " JOIN change AS c ON c.kind = 4 AND c.record_id = p.id WHERE p.customer_id = ?1"
  " UNION SELECT c.step_id, c.kind, c.record_id FROM opportunity AS o"
  " JOIN change AS c ON c.kind = 7 AND c.record_id = o.id WHERE o.customer_id = ?1"
  " AND (c.op != 2 OR instr (c.after, '\"stage_id\"') > 0)"
  " UNION SELECT c.step_id, c.kind, c.record_id FROM follow_up AS f"
  " JOIN change AS c ON c.kind = 8 AND c.record_id = f.id AND c.op != 1 WHERE f.customer_id = ?1"
  " ORDER BY step_id DESC, kind, record_id";

G_STATIC_ASSERT (CLINCH_KIND_CUSTOMER == 3 && CLINCH_KIND_CONTACT == 4
                 && CLINCH_KIND_OPPORTUNITY == 7 &&
                 CLINCH_KIND_FOLLOW_UP == 8 && CLINCH_KIND_FACT == 18);
G_STATIC_ASSERT (CLINCH_CHANGE_INSERT == 1 && CLINCH_CHANGE_UPDATE == 2);

/* What belongs to a record of each kind that a timeline can be about. */
typedef struct
{
  ClinchKind kind;
  const char *follow_ups;
  const char *changes;
} Scope;

#define FOLLOW_UPS(column)                                                                         \
  "SELECT id, happened_at FROM follow_up WHERE " column " = ? AND deleted_at IS NULL"              \
  " ORDER BY happened_at DESC, id DESC"

static const Scope scopes[] = {
  { CLINCH_KIND_CUSTOMER, FOLLOW_UPS ("customer_id"), customer_changes },
  { CLINCH_KIND_CONTACT, FOLLOW_UPS ("contact_id"), contact_changes },
  { CLINCH_KIND_OPPORTUNITY, FOLLOW_UPS ("opportunity_id"), opportunity_changes },
};

static const Scope *
scope_of (ClinchKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (scopes[i].kind == kind)
      return &scopes[i];

  g_assert_not_reached ();
}

/* The job. */
typedef struct
{
  ClinchKind kind;
  gint64 id;
  guint n_steps;
} ReadJob;

typedef struct
{
  gint64 id;
  gint64 at;
} FollowUpKey;

typedef struct
{
  GArray *follow_ups; /* FollowUpKey, newest first */
  GPtrArray *steps;   /* ClinchTimelineStep, newest first */
  gboolean has_more;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->follow_ups, g_array_unref);
  g_clear_pointer (&answer->steps, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gboolean
read_follow_ups (ClinchDb       *db,
                 const ReadJob  *job,
                 Answer         *answer,
                 GError        **error)
{
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (db, scope_of (job->kind)->follow_ups,
                                                            error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  clinch_statement_bind_int (statement, 1, job->id);
  while (TRUE)
    {
      FollowUpKey key;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      key.id = clinch_statement_int (statement, 0);
      key.at = clinch_statement_int (statement, 1);
      g_array_append_val (answer->follow_ups, key);
    }
}

static ClinchTimelineStep *
read_step (ClinchDb  *db,
           gint64     step_id,
           GError   **error)
{
  g_autoptr(ClinchStep) logged = clinch_log_step (db, step_id, error);
  g_autoptr(ClinchTimelineStep) step = NULL;
  gint64 undoer;

  if (logged == NULL || !clinch_log_undoer (db, step_id, &undoer, error))
    return NULL;

  step = g_new0 (ClinchTimelineStep, 1);
  step->id = step_id;
  step->at = logged->at;
  step->label = clinch_step_label (logged->action, logged->args);
  step->member = clinch_db_name_of (db, CLINCH_KIND_MEMBER, logged->member_id);
  step->n_changes = logged->n_changes;
  step->is_bulk = clinch_step_is_bulk (logged->action, logged->args);
  step->is_undone = undoer != 0;
  step->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_history_change_free);

  return g_steal_pointer (&step);
}

/* That a card was put above another is no news to anybody. */
static void
take_changes (ClinchTimelineStep *step,
              GPtrArray          *changes)
{
  while (changes->len > 0)
    {
      g_autoptr(ClinchHistoryChange) change = g_ptr_array_steal_index (changes, 0);

      if (change->op == CLINCH_CHANGE_UPDATE && change->values->len == 0)
        continue;
      if (step->changes->len < MAX_CHANGES)
        g_ptr_array_add (step->changes, g_steal_pointer (&change));
    }
}

/* What many records have in common is one line to each of them. */
static void
finish_step (Answer             *answer,
             ClinchTimelineStep *step)
{
  if (step->changes->len > 0 || step->is_bulk)
    g_ptr_array_add (answer->steps, step);
  else
    clinch_timeline_step_free (step);
}

static gboolean
read_steps (ClinchDb       *db,
            const ReadJob  *job,
            Answer         *answer,
            GError        **error)
{
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (db, scope_of (job->kind)->changes,
                                                            error);
  g_autoptr(ClinchTimelineStep) step = NULL;
  guint n_steps = 0;

  if (statement == NULL)
    return FALSE;

  clinch_statement_bind_int (statement, 1, job->id);
  while (TRUE)
    {
      g_autoptr(GPtrArray) changes = NULL;
      gboolean has_row;
      gint64 step_id;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      step_id = has_row ? clinch_statement_int (statement, 0) : 0;
      if (step != NULL && step->id != step_id)
        finish_step (answer, g_steal_pointer (&step));
      answer->has_more = has_row && step == NULL && n_steps == job->n_steps;
      if (!has_row || answer->has_more)
        return TRUE;
      if (step == NULL)
        {
          step = read_step (db, step_id, error);
          if (step == NULL)
            return FALSE;
          n_steps++;
        }
      if (step->is_bulk)
        continue;
      changes = clinch_history_changes (db, step_id, clinch_statement_int (statement, 1),
                                        clinch_statement_int (statement, 2),
                                        MAX_CHANGES, error);
      if (changes == NULL)
        return FALSE;
      take_changes (step, changes);
    }
}

static gpointer
read_timeline (ClinchDb  *db,
               gpointer   data,
               GError   **error)
{
  const ReadJob *job = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);

  answer->follow_ups = g_array_new (FALSE, FALSE, sizeof (FollowUpKey));
  answer->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_timeline_step_free);
  if (!read_follow_ups (db, job, answer, error) || !read_steps (db, job, answer, error))
    return NULL;

  return g_steal_pointer (&answer);
}

/* The list. */

static GType
get_item_type (GListModel *model)
{
  return CLINCH_TYPE_TIMELINE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return CLINCH_TIMELINE (model)->shown->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  ClinchTimeline *self = CLINCH_TIMELINE (model);

  return position < self->shown->len ? g_object_ref (self->shown->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
passes (ClinchTimeline     *self,
        ClinchTimelineItem *item)
{
  if (self->filter == CLINCH_TIMELINE_ALL)
    return TRUE;

  return clinch_timeline_item_is_follow_up (item) == (self->filter == CLINCH_TIMELINE_FOLLOW_UPS);
}

/* Shows what passes of @all, telling the view only where that differs from what it has. */
static void
update_shown (ClinchTimeline *self)
{
  g_autoptr(GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->shown);
  guint head = 0;
  guint tail = 0;

  for (guint i = 0; i < self->all->len; i++)
    if (passes (self, self->all->pdata[i]))
      g_ptr_array_add (fresh, g_object_ref (self->all->pdata[i]));

  while (head < old->len && head < fresh->len && old->pdata[head] == fresh->pdata[head])
    head++;
  while (tail < old->len - head && tail < fresh->len - head &&
         old->pdata[old->len - 1 - tail] == fresh->pdata[fresh->len - 1 - tail])
    tail++;

  self->shown = g_steal_pointer (&fresh);
  if (old->len - head - tail > 0 || self->shown->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                self->shown->len - head - tail);
}

static guint
item_hash (gconstpointer item)
{
  return clinch_timeline_item_get_at ((ClinchTimelineItem *) item);
}

static gboolean
item_equal (gconstpointer a,
            gconstpointer b)
{
  return clinch_timeline_item_equal ((ClinchTimelineItem *) a, (ClinchTimelineItem *) b);
}

/* Both parts come sorted; what happened later, and at the same time what was written down later,
 * comes first. */
static GPtrArray *
merge_answer (ClinchTimeline *self,
              Answer         *answer)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint next_follow_up = 0;

  while (next_follow_up < answer->follow_ups->len || answer->steps->len > 0)
    {
      const FollowUpKey *key = next_follow_up < answer->follow_ups->len
        ? &g_array_index (answer->follow_ups, FollowUpKey, next_follow_up) : NULL;
      ClinchTimelineStep *step = answer->steps->len > 0 ? answer->steps->pdata[0] : NULL;

      if (step == NULL || (key != NULL && key->at > step->at))
        {
          g_ptr_array_add (items,
                           clinch_timeline_item_new_follow_up (self->workspace, key->id, key->at));
          next_follow_up++;
        }
      else
        {
          g_ptr_array_add (items,
                           clinch_timeline_item_new_step (g_ptr_array_steal_index (answer->steps,
                                                                                   0)));
        }
    }

  return g_steal_pointer (&items);
}

static void
take_answer (ClinchTimeline *self,
             Answer         *answer)
{
  g_autoptr(GPtrArray) items = merge_answer (self, answer);
  g_autoptr(GHashTable) known = g_hash_table_new (item_hash, item_equal);

  for (guint i = 0; i < self->all->len; i++)
    g_hash_table_add (known, self->all->pdata[i]);
  for (guint i = 0; i < items->len; i++)
    {
      ClinchTimelineItem *item = g_hash_table_lookup (known, items->pdata[i]);

      if (item != NULL)
        {
          g_object_unref (items->pdata[i]);
          items->pdata[i] = g_object_ref (item);
        }
    }

  g_ptr_array_unref (self->all);
  self->all = g_steal_pointer (&items);
  self->has_more = answer->has_more;
  update_shown (self);
}

static void start_reading (ClinchTimeline *self);

static void
set_loading (ClinchTimeline *self,
             gboolean        loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ClinchTimeline) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) answer = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->busy = FALSE;
  if (answer != NULL)
    take_answer (self, answer);
  else
    g_debug ("A timeline could not be read: %s", error->message);
  set_loading (self, FALSE);
  if (self->stale)
    start_reading (self);
}

static void
start_reading (ClinchTimeline *self)
{
  ReadJob *job;

  if (self->busy)
    {
      self->stale = TRUE;
      return;
    }

  self->busy = TRUE;
  self->stale = FALSE;
  job = g_new0 (ReadJob, 1);
  job->kind = clinch_record_get_kind (self->record);
  job->id = clinch_record_get_id (self->record);
  job->n_steps = self->n_steps;
  clinch_store_read_async (clinch_workspace_get_store (self->workspace), read_timeline, job, g_free,
                           answer_free,
                           self->cancellable, read_cb, g_object_ref (self));
}

static gboolean
concerns (ClinchTimeline        *self,
          const ClinchChangeSet *changes)
{
  if (changes->undoes != 0 || clinch_change_set_touches (changes, CLINCH_KIND_FOLLOW_UP))
    return TRUE;
  if (clinch_change_set_find (changes, clinch_record_get_kind (self->record),
                              clinch_record_get_id (self->record)) != NULL)
    return TRUE;

  switch ((int) clinch_record_get_kind (self->record))
    {
    case CLINCH_KIND_CUSTOMER:
      return clinch_change_set_touches (changes, CLINCH_KIND_CONTACT)
             || clinch_change_set_touches (changes, CLINCH_KIND_OPPORTUNITY);
    case CLINCH_KIND_CONTACT:
      return clinch_change_set_touches (changes, CLINCH_KIND_FACT);
    default:
      return FALSE;
    }
}

static void
workspace_changed_cb (ClinchTimeline  *self,
                      ClinchChangeSet *changes)
{
  if (self->record != NULL && concerns (self, changes))
    start_reading (self);
}

static void
stop_reading (ClinchTimeline *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->busy = FALSE;
  self->stale = FALSE;
}

static void
clinch_timeline_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, clinch_timeline_is_loading (CLINCH_TIMELINE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_timeline_dispose (GObject *object)
{
  ClinchTimeline *self = CLINCH_TIMELINE (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (clinch_timeline_parent_class)->dispose (object);
}

static void
clinch_timeline_finalize (GObject *object)
{
  ClinchTimeline *self = CLINCH_TIMELINE (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_timeline_parent_class)->finalize (object);
}

static void
clinch_timeline_class_init (ClinchTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinch_timeline_get_property;
  object_class->dispose = clinch_timeline_dispose;
  object_class->finalize = clinch_timeline_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
clinch_timeline_init (ClinchTimeline *self)
{
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  self->n_steps = STEPS_AT_ONCE;
}

ClinchTimeline *
clinch_timeline_new (ClinchWorkspace *workspace)
{
  ClinchTimeline *self = g_object_new (CLINCH_TYPE_TIMELINE, NULL);

  g_return_val_if_fail (CLINCH_IS_WORKSPACE (workspace), NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
clinch_timeline_set_record (ClinchTimeline *self,
                            ClinchRecord   *record)
{
  g_return_if_fail (CLINCH_IS_TIMELINE (self));

  if (!g_set_object (&self->record, record))
    return;

  stop_reading (self);
  self->n_steps = STEPS_AT_ONCE;
  self->has_more = FALSE;
  g_ptr_array_set_size (self->all, 0);
  update_shown (self);
  set_loading (self, record != NULL);
  if (record != NULL)
    start_reading (self);
}

void
clinch_timeline_set_filter (ClinchTimeline       *self,
                            ClinchTimelineFilter  filter)
{
  g_return_if_fail (CLINCH_IS_TIMELINE (self));

  if (self->filter == filter)
    return;

  self->filter = filter;
  update_shown (self);
}

void
clinch_timeline_load_more (ClinchTimeline *self)
{
  g_return_if_fail (CLINCH_IS_TIMELINE (self));

  if (!self->has_more || self->busy)
    return;

  self->n_steps += STEPS_AT_ONCE;
  start_reading (self);
}

gboolean
clinch_timeline_is_loading (ClinchTimeline *self)
{
  g_return_val_if_fail (CLINCH_IS_TIMELINE (self), FALSE);

  return self->loading;
}
