// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list holds the ids in order, and beside them nothing. Asking for an item asks the identity
// map for the record, hollow if need be; the workspace then reads the rows that were asked for in
// one turn of the main loop together.
//
// One job is under way at a time. A new query asks for its first rows, which come at once however
// long the list is, and then for all ids. The answer is compared with what stands there, so that
// asking anew changes what differs. A step that touched a few records finds the place of each by
// look-ups in a copy of the ids, and comes back as single removals and insertions. Steps that
// arrive meanwhile wait and are taken together.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-record-list.h"

#include "clinch-workspace-load.h"

/* Up to so many changed records are placed one by one; more, and asking anew is cheaper. */
#define MAX_PLACED 64
/* The first answer brings the rows that a view shows first, so that they need no second trip. */
#define N_FIRST_ROWS 40

struct _ClinchRecordList
{
  GObject parent_instance;

  ClinchWorkspace *workspace;
  ClinchQuery *query;
  GArray *ids;
  /* the records of the last answer's first rows, until the view has taken them */
  GPtrArray *pinned;
  GCancellable *cancellable;
  GHashTable *pending; /* ids of records to be placed */
  guint window;
  guint shown; /* how many items everybody knows of */
  gboolean loading;
  gboolean busy;
  gboolean fresh; /* nothing of the query is known */
  gboolean stale; /* everything must be asked anew */
  gboolean partial; /* more may follow than is known */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ClinchRecordList, clinch_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_LOADING,
  PROP_N_ITEMS,
  PROP_TOTAL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void start_work (ClinchRecordList *self);

static GType
get_item_type (GListModel *model)
{
  return CLINCH_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return CLINCH_RECORD_LIST (model)->shown;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  ClinchRecordList *self = CLINCH_RECORD_LIST (model);

  if (position >= self->shown)
    return NULL;

  return clinch_workspace_get_record (self->workspace, clinch_query_get_kind (self->query),
                                      g_array_index (self->ids, gint64, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static guint
visible_count (ClinchRecordList *self)
{
  return self->window == 0 ? self->ids->len : MIN (self->window, self->ids->len);
}

/* Tells that at @position of all ids @removed went and @added came, as far as that lies inside the
 * window. The ids have changed already. */
static void
emit_splice (ClinchRecordList *self,
             guint             position,
             guint             removed,
             guint             added)
{
  guint before = self->shown;
  guint after = visible_count (self);
  guint first = MIN (position, MIN (before, after));
  gboolean cut = self->window != 0
                 && MAX (self->ids->len, self->ids->len + removed - added) > self->window;
  guint tail;

  if (removed == 0 && added == 0 && before == after)
    return;

  /* What follows is the same on both sides, unless the window cuts it off. */
  tail = !cut ? before - MIN (before, position + removed) : 0;
  self->shown = after;
  if (before - first - tail > 0 || after - first - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first, before - first - tail,
                                after - first - tail);
  if (before != after)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
}

static void
replace_ids (ClinchRecordList *self,
             GArray           *ids)
{
  g_autoptr(GArray) old = g_steal_pointer (&self->ids);
  const gint64 *a = (const gint64 *) old->data;
  const gint64 *b = (const gint64 *) ids->data;
  guint prefix = 0;
  guint suffix = 0;

  while (prefix < old->len && prefix < ids->len && a[prefix] == b[prefix])
    prefix++;
  while (suffix < old->len - prefix && suffix < ids->len - prefix
         && a[old->len - 1 - suffix] == b[ids->len - 1 - suffix])
    suffix++;

  self->ids = g_array_ref (ids);
  emit_splice (self, prefix, old->len - prefix - suffix, ids->len - prefix - suffix);
}

static void
set_loading (ClinchRecordList *self,
             gboolean          loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* The job that asks anew: for the first rows, or for all keys. */
typedef struct
{
  ClinchQuery *query;
  gboolean first_rows;
} AskJob;

typedef struct
{
  GArray *ids;
  GPtrArray *first; /* ClinchLoadedRow; NULL where all keys were asked for */
} Answer;

static void
ask_job_free (gpointer data)
{
  AskJob *job = data;

  clinch_query_unref (job->query);
  g_free (job);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->ids, g_array_unref);
  g_clear_pointer (&answer->first, g_ptr_array_unref);
  g_free (answer);
}

static gpointer
ask (ClinchDb  *db,
     gpointer   data,
     GError   **error)
{
  AskJob *job = data;
  Answer *answer = g_new0 (Answer, 1);

  if (job->first_rows)
    {
      answer->first = clinch_workspace_load_page (db, job->query, N_FIRST_ROWS, error);
      answer->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint i = 0; answer->first != NULL && i < answer->first->len; i++)
        g_array_append_val (answer->ids, ((ClinchLoadedRow *) answer->first->pdata[i])->row->id);
    }
  else
    {
      answer->ids = clinch_query_ids (job->query, db, 0, error);
    }
  if (answer->ids == NULL || (job->first_rows && answer->first == NULL))
    {
      answer_free (answer);
      return NULL;
    }

  return answer;
}

static gboolean
unpin_cb (gpointer user_data)
{
  ClinchRecordList *self = user_data;

  g_clear_pointer (&self->pinned, g_ptr_array_unref);
  return G_SOURCE_REMOVE;
}

static void
pin_rows (ClinchRecordList *self,
          GPtrArray        *rows)
{
  g_clear_pointer (&self->pinned, g_ptr_array_unref);
  self->pinned = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->pinned, clinch_workspace_take_row (self->workspace, rows->pdata[i]));
  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_set_size (rows, 0);
  g_idle_add_full (G_PRIORITY_LOW, unpin_cb, g_object_ref (self), g_object_unref);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ClinchRecordList) self = user_data;
  g_autoptr(GError) error = NULL;
  Answer *answer = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->busy = FALSE;
  if (answer == NULL)
    {
      g_debug ("A list could not be read: %s", error->message);
      set_loading (self, FALSE);
      return;
    }

  self->partial = answer->first != NULL && answer->first->len == N_FIRST_ROWS;
  if (self->partial)
    self->stale = TRUE;
  if (answer->first != NULL)
    pin_rows (self, answer->first);
  replace_ids (self, answer->ids);
  answer_free (answer);
  if (!self->partial)
    set_loading (self, FALSE);
  start_work (self);
}

static void
start_asking (ClinchRecordList *self)
{
  AskJob *job = g_new0 (AskJob, 1);

  job->query = clinch_query_ref (self->query);
  job->first_rows = self->fresh;
  self->fresh = FALSE;
  self->stale = FALSE;
  g_hash_table_remove_all (self->pending);
  clinch_store_read_async (clinch_workspace_get_store (self->workspace), ask, job, ask_job_free,
                           answer_free,
                           self->cancellable, answered_cb, g_object_ref (self));
}

/* The job that places changed records. */
typedef struct
{
  ClinchQuery *query;
  GArray *ids;     /* a copy, on which the placing is tried out */
  GArray *changed; /* gint64 */
} PlaceJob;

typedef struct
{
  gint64 id;
  gint64 removed_at; /* -1: was not there */
  gint64 added_at;   /* -1: is not there any more */
} Placing;

static void
place_job_free (gpointer data)
{
  PlaceJob *job = data;

  clinch_query_unref (job->query);
  g_array_unref (job->ids);
  g_array_unref (job->changed);
  g_free (job);
}

static gint64
index_of (GArray *ids,
          gint64  id)
{
  const gint64 *data = (const gint64 *) ids->data;

  for (guint i = 0; i < ids->len; i++)
    if (data[i] == id)
      return i;

  return -1;
}

/* All changed records leave before one is placed: those that stay are in order, so that each search
 * among them is sound. */
static gpointer
place (ClinchDb  *db,
       gpointer   data,
       GError   **error)
{
  PlaceJob *job = data;
  g_autoptr(GArray) placings = g_array_new (FALSE, FALSE, sizeof (Placing));

  for (guint i = 0; i < job->changed->len; i++)
    {
      Placing placing = { g_array_index (job->changed, gint64, i), -1, -1 };

      placing.removed_at = index_of (job->ids, placing.id);
      if (placing.removed_at >= 0)
        g_array_remove_index (job->ids, placing.removed_at);
      g_array_append_val (placings, placing);
    }
  for (guint i = 0; i < placings->len; i++)
    {
      Placing *placing = &g_array_index (placings, Placing, i);

      if (!clinch_query_place (job->query, db, job->ids, placing->id, &placing->added_at, error))
        return NULL;
      if (placing->added_at >= 0)
        g_array_insert_val (job->ids, placing->added_at, placing->id);
    }

  return g_steal_pointer (&placings);
}

static void
apply_one (ClinchRecordList *self,
           const Placing    *placing)
{
  if (placing->removed_at == placing->added_at)
    return;

  if (placing->removed_at >= 0)
    {
      g_array_remove_index (self->ids, placing->removed_at);
      emit_splice (self, placing->removed_at, 1, 0);
    }
  if (placing->added_at >= 0)
    {
      g_array_insert_val (self->ids, placing->added_at, placing->id);
      emit_splice (self, placing->added_at, 0, 1);
    }
}

/* Several at once are told as the one stretch in which the list differs. */
static void
apply_several (ClinchRecordList *self,
               GArray           *placings)
{
  g_autoptr(GArray) ids = g_array_copy (self->ids);

  for (guint i = 0; i < placings->len; i++)
    {
      const Placing *placing = &g_array_index (placings, Placing, i);

      if (placing->removed_at >= 0)
        g_array_remove_index (ids, placing->removed_at);
    }
  for (guint i = 0; i < placings->len; i++)
    {
      const Placing *placing = &g_array_index (placings, Placing, i);

      if (placing->added_at >= 0)
        g_array_insert_val (ids, placing->added_at, placing->id);
    }
  replace_ids (self, ids);
}

static void
placed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinchRecordList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) placings = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->busy = FALSE;
  if (placings == NULL)
    g_debug ("A list could not be brought up to date: %s", error->message);
  else if (placings->len == 1)
    apply_one (self, &g_array_index (placings, Placing, 0));
  else
    apply_several (self, placings);
  start_work (self);
}

static void
start_placing (ClinchRecordList *self)
{
  PlaceJob *job = g_new0 (PlaceJob, 1);
  GHashTableIter iter;
  gpointer id;

  job->query = clinch_query_ref (self->query);
  job->ids = g_array_copy (self->ids);
  job->changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (job->changed, id, 1);
  g_hash_table_remove_all (self->pending);

  clinch_store_read_async (clinch_workspace_get_store (self->workspace), place, job, place_job_free,
                           (GDestroyNotify) g_array_unref, self->cancellable, placed_cb,
                           g_object_ref (self));
}

static void
start_work (ClinchRecordList *self)
{
  if (self->busy || self->query == NULL)
    return;
  if (!self->stale && g_hash_table_size (self->pending) == 0)
    return;

  self->busy = TRUE;
  if (self->stale || g_hash_table_size (self->pending) > MAX_PLACED)
    start_asking (self);
  else
    start_placing (self);
}

static void
workspace_changed_cb (ClinchWorkspace  *workspace,
                      ClinchChangeSet  *changes,
                      ClinchRecordList *self)
{
  ClinchKind kind;

  if (self->query == NULL)
    return;

  kind = clinch_query_get_kind (self->query);
  if (self->partial && clinch_change_set_touches (changes, kind))
    self->stale = TRUE;
  for (guint i = 0; i < changes->changes->len && !self->stale; i++)
    {
      const ClinchChange *change = &g_array_index (changes->changes, ClinchChange, i);

      if (change->kind == kind)
        g_hash_table_add (self->pending, g_memdup2 (&change->id, sizeof change->id));
      if (clinch_query_depends_on (self->query, change->kind, change->fields))
        self->stale = TRUE;
    }
  start_work (self);
}

static void
restart (ClinchRecordList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->busy = FALSE;
}

/* A seed is enough for as long as nothing past it is shown. */
static void
ask_for_more (ClinchRecordList *self)
{
  if (!self->partial || (self->window != 0 && self->window <= self->ids->len))
    return;

  self->stale = TRUE;
  start_work (self);
}

static void
clinch_record_list_constructed (GObject *object)
{
  ClinchRecordList *self = CLINCH_RECORD_LIST (object);

  G_OBJECT_CLASS (clinch_record_list_parent_class)->constructed (object);

  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_DEFAULT);
}

static void
clinch_record_list_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ClinchRecordList *self = CLINCH_RECORD_LIST (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->shown);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, self->ids->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_record_list_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ClinchRecordList *self = CLINCH_RECORD_LIST (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      self->workspace = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_record_list_dispose (GObject *object)
{
  ClinchRecordList *self = CLINCH_RECORD_LIST (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (clinch_record_list_parent_class)->dispose (object);
}

static void
clinch_record_list_finalize (GObject *object)
{
  ClinchRecordList *self = CLINCH_RECORD_LIST (object);

  g_clear_pointer (&self->query, clinch_query_unref);
  g_clear_pointer (&self->pinned, g_ptr_array_unref);
  g_array_unref (self->ids);
  g_hash_table_unref (self->pending);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_record_list_parent_class)->finalize (object);
}

static void
clinch_record_list_class_init (ClinchRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = clinch_record_list_constructed;
  object_class->get_property = clinch_record_list_get_property;
  object_class->set_property = clinch_record_list_set_property;
  object_class->dispose = clinch_record_list_dispose;
  object_class->finalize = clinch_record_list_finalize;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, CLINCH_TYPE_WORKSPACE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
clinch_record_list_init (ClinchRecordList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->pending = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
}

ClinchRecordList *
clinch_record_list_new (ClinchWorkspace   *workspace,
                        const ClinchQuery *query)
{
  ClinchRecordList *self = g_object_new (CLINCH_TYPE_RECORD_LIST, "workspace", workspace, NULL);

  clinch_record_list_set_query (self, query);
  return self;
}

void
clinch_record_list_set_query (ClinchRecordList  *self,
                              const ClinchQuery *query)
{
  gboolean same;

  g_return_if_fail (CLINCH_IS_RECORD_LIST (self));

  restart (self);
  same = query != NULL && self->query != NULL && clinch_query_equal (query, self->query);
  /* Keys of one kind mean nothing among those of another. */
  if (query == NULL
      || (self->query != NULL
          && clinch_query_get_kind (self->query) != clinch_query_get_kind (query)))
    {
      g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

      replace_ids (self, none);
    }
  g_clear_pointer (&self->query, clinch_query_unref);
  if (query == NULL)
    {
      set_loading (self, FALSE);
      return;
    }

  self->query = clinch_query_copy (query);
  self->fresh = !same;
  self->stale = TRUE;
  self->partial = FALSE;
  set_loading (self, TRUE);
  start_work (self);
}

void
clinch_record_list_seed (ClinchRecordList  *self,
                         const ClinchQuery *query,
                         GArray            *ids,
                         GPtrArray         *rows,
                         gboolean           complete)
{
  g_return_if_fail (CLINCH_IS_RECORD_LIST (self));
  g_return_if_fail (query != NULL);

  restart (self);
  g_hash_table_remove_all (self->pending);
  g_clear_pointer (&self->query, clinch_query_unref);
  self->query = clinch_query_copy (query);
  self->fresh = FALSE;
  self->stale = FALSE;
  self->partial = !complete;
  pin_rows (self, rows);
  replace_ids (self, ids);
  set_loading (self, FALSE);
  ask_for_more (self);
}

const ClinchQuery *
clinch_record_list_get_query (ClinchRecordList *self)
{
  g_return_val_if_fail (CLINCH_IS_RECORD_LIST (self), NULL);

  return self->query;
}

void
clinch_record_list_set_window (ClinchRecordList *self,
                               guint             window)
{
  guint before;
  guint after;

  g_return_if_fail (CLINCH_IS_RECORD_LIST (self));

  before = self->shown;
  self->window = window;
  ask_for_more (self);
  after = visible_count (self);
  if (before == after)
    return;

  self->shown = after;
  g_list_model_items_changed (G_LIST_MODEL (self), MIN (before, after),
                              before - MIN (before, after),
                              after - MIN (before, after));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

guint
clinch_record_list_get_window (ClinchRecordList *self)
{
  g_return_val_if_fail (CLINCH_IS_RECORD_LIST (self), 0);

  return self->window;
}

guint
clinch_record_list_get_total (ClinchRecordList *self)
{
  g_return_val_if_fail (CLINCH_IS_RECORD_LIST (self), 0);

  return self->ids->len;
}

gint64
clinch_record_list_get_id (ClinchRecordList *self,
                           guint             position)
{
  g_return_val_if_fail (CLINCH_IS_RECORD_LIST (self), 0);

  return position < self->shown ? g_array_index (self->ids, gint64, position) : 0;
}

guint
clinch_record_list_find (ClinchRecordList *self,
                         gint64            id)
{
  gint64 position;

  g_return_val_if_fail (CLINCH_IS_RECORD_LIST (self), G_MAXUINT);

  position = index_of (self->ids, id);
  return position >= 0 && position < self->shown ? position : G_MAXUINT;
}

gboolean
clinch_record_list_is_loading (ClinchRecordList *self)
{
  g_return_val_if_fail (CLINCH_IS_RECORD_LIST (self), FALSE);

  return self->loading;
}
