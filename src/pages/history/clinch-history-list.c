// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-history-list.h"

#define PAGE_SIZE 50

struct _ClinchHistoryList
{
  GObject parent_instance;

  ClinchWorkspace *workspace;
  GPtrArray *items; /* ClinchHistoryItem */
  ClinchHistoryQuery *query;
  gint64 next;      /* where the list goes on, 0 at the end of the log */
  gint64 newest;    /* the newest step that was looked at */
  guint wanted;     /* items to have before loading pauses */
  GCancellable *cancellable;
  guint stamp;      /* goes up with each query; answers to older ones are dropped */
  gboolean fresh;   /* the answer to come replaces what is there */
  gboolean loading;
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_COMPLETE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  ClinchHistoryList *list;
  guint stamp;
  gboolean is_refresh;
} Question;

static GType
clinch_history_list_get_item_type (GListModel *model)
{
  return CLINCH_TYPE_HISTORY_ITEM;
}

static guint
clinch_history_list_get_n_items (GListModel *model)
{
  return CLINCH_HISTORY_LIST (model)->items->len;
}

static gpointer
clinch_history_list_get_item (GListModel *model,
                              guint       position)
{
  ClinchHistoryList *self = CLINCH_HISTORY_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position))
         : NULL;
}

static void
clinch_history_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = clinch_history_list_get_item_type;
  iface->get_n_items = clinch_history_list_get_n_items;
  iface->get_item = clinch_history_list_get_item;
}

static guint32
day_at (ClinchHistoryList *self,
        guint              position)
{
  return clinch_history_item_get_day (g_ptr_array_index (self->items, position));
}

static void
clinch_history_list_get_section (GtkSectionModel *model,
                                 guint            position,
                                 guint           *out_start,
                                 guint           *out_end)
{
  ClinchHistoryList *self = CLINCH_HISTORY_LIST (model);
  guint start = position;
  guint end = position + 1;
  guint32 day;

  if (position >= self->items->len)
    {
      *out_start = self->items->len;
      *out_end = G_MAXUINT;
      return;
    }
  day = day_at (self, position);
  while (start > 0 && day_at (self, start - 1) == day)
    start--;
  while (end < self->items->len && day_at (self, end) == day)
    end++;
  *out_start = start;
  *out_end = end;
}

static void
clinch_history_list_section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = clinch_history_list_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ClinchHistoryList, clinch_history_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      clinch_history_list_list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                      clinch_history_list_section_model_init))

static gpointer
load_job (ClinchDb  *db,
          gpointer   data,
          GError   **error)
{
  return clinch_history_load (db, data, error);
}

static void load_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data);

static void
ask (ClinchHistoryList *self,
     gint64             before_id,
     guint              limit,
     gboolean           is_refresh)
{
  ClinchHistoryQuery *query = clinch_history_query_copy (self->query);
  Question *question = g_new0 (Question, 1);

  query->before_id = before_id;
  query->limit = limit;
  question->list = g_object_ref (self);
  question->stamp = self->stamp;
  question->is_refresh = is_refresh;
  if (!is_refresh)
    {
      self->loading = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
    }
  clinch_store_read_async (clinch_workspace_get_store (self->workspace), load_job, query,
                           (GDestroyNotify) clinch_history_query_free,
                           (GDestroyNotify) clinch_history_chunk_free,
                           self->cancellable, load_cb, question);
}

static void
note_newest (ClinchHistoryList  *self,
             ClinchHistoryChunk *chunk)
{
  if (chunk->entries->len > 0)
    {
      const ClinchHistoryEntry *first = g_ptr_array_index (chunk->entries, 0);

      self->newest = MAX (self->newest, first->step->id);
    }
}

static void
append_chunk (ClinchHistoryList  *self,
              ClinchHistoryChunk *chunk)
{
  guint removed = self->fresh ? self->items->len : 0;
  guint position;

  self->next = chunk->next;
  if (self->fresh)
    g_ptr_array_set_size (self->items, 0);
  self->fresh = FALSE;
  note_newest (self, chunk);
  position = self->items->len;
  while (chunk->entries->len > 0)
    g_ptr_array_add (self->items,
                     clinch_history_item_new (g_ptr_array_steal_index (chunk->entries, 0)));

  if (removed > 0 || self->items->len > position)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed,
                                self->items->len - position);
}

static ClinchHistoryItem *
find_item (ClinchHistoryList *self,
           gint64             step_id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      ClinchHistoryItem *item = g_ptr_array_index (self->items, i);

      if (clinch_history_item_get_entry (item)->step->id == step_id)
        return item;
    }

  return NULL;
}

/* Brings what is there up to date, and puts what is new before it. */
static void
merge_chunk (ClinchHistoryList  *self,
             ClinchHistoryChunk *chunk)
{
  gint64 newest = self->newest;
  guint n_new = 0;

  note_newest (self, chunk);
  while (chunk->entries->len > 0)
    {
      g_autoptr(ClinchHistoryEntry) entry = g_ptr_array_steal_index (chunk->entries, 0);
      ClinchHistoryItem *item = entry->step->id > newest ? NULL : find_item (self, entry->step->id);

      if (item != NULL)
        clinch_history_item_set_undone (item, entry->step->undone_by != 0);
      else if (entry->step->id > newest)
        g_ptr_array_insert (self->items, n_new++,
                            clinch_history_item_new (g_steal_pointer (&entry)));
    }

  if (n_new == 0)
    return;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_new);
  /* What was first need not begin its day any more. */
  if (n_new < self->items->len)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), n_new, 1);
}

static void
take_chunk (ClinchHistoryList  *self,
            ClinchHistoryChunk *chunk,
            gboolean            is_refresh)
{
  if (is_refresh)
    {
      if (!self->fresh)
        merge_chunk (self, chunk);
      return;
    }

  append_chunk (self, chunk);
  if (self->items->len < self->wanted && self->next != 0)
    {
      ask (self, self->next, self->wanted - self->items->len, FALSE);
      return;
    }
  self->loading = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr(ClinchHistoryList) self = question->list;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchHistoryChunk) chunk = clinch_store_read_finish (CLINCH_STORE (object), result,
                                                                  &error);

  if (question->stamp != self->stamp)
    return;
  if (chunk == NULL)
    {
      g_warning ("The history could not be read: %s", error->message);
      return;
    }
  take_chunk (self, chunk, question->is_refresh);
}

static void
workspace_changed_cb (ClinchHistoryList *self,
                      ClinchChangeSet   *changes)
{
  if (self->query == NULL || changes->step_id == 0)
    return;
  /* A step that takes another back changes what is said of that one, wherever it stands. */
  ask (self, 0, changes->undoes != 0 ? MAX (self->items->len + 1, PAGE_SIZE) : PAGE_SIZE, TRUE);
}

static void
clinch_history_list_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ClinchHistoryList *self = CLINCH_HISTORY_LIST (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, clinch_history_list_is_complete (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_history_list_dispose (GObject *object)
{
  ClinchHistoryList *self = CLINCH_HISTORY_LIST (object);

  g_cancellable_cancel (self->cancellable);
  self->stamp++;
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_history_list_parent_class)->dispose (object);
}

static void
clinch_history_list_finalize (GObject *object)
{
  ClinchHistoryList *self = CLINCH_HISTORY_LIST (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->query, clinch_history_query_free);

  G_OBJECT_CLASS (clinch_history_list_parent_class)->finalize (object);
}

static void
clinch_history_list_class_init (ClinchHistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinch_history_list_get_property;
  object_class->dispose = clinch_history_list_dispose;
  object_class->finalize = clinch_history_list_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
clinch_history_list_init (ClinchHistoryList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

ClinchHistoryList *
clinch_history_list_new (ClinchWorkspace *workspace)
{
  ClinchHistoryList *self = g_object_new (CLINCH_TYPE_HISTORY_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
clinch_history_list_set_query (ClinchHistoryList        *self,
                               const ClinchHistoryQuery *query)
{
  g_return_if_fail (CLINCH_IS_HISTORY_LIST (self));

  g_clear_pointer (&self->query, clinch_history_query_free);
  self->query = clinch_history_query_copy (query);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->stamp++;
  self->fresh = TRUE;
  self->newest = 0;
  self->wanted = PAGE_SIZE;
  ask (self, 0, PAGE_SIZE, FALSE);
}

gboolean
clinch_history_list_is_loading (ClinchHistoryList *self)
{
  g_return_val_if_fail (CLINCH_IS_HISTORY_LIST (self), FALSE);

  return self->loading;
}

gboolean
clinch_history_list_is_complete (ClinchHistoryList *self)
{
  g_return_val_if_fail (CLINCH_IS_HISTORY_LIST (self), FALSE);

  return !self->loading && !self->fresh && self->next == 0;
}

void
clinch_history_list_load_more (ClinchHistoryList *self)
{
  g_return_if_fail (CLINCH_IS_HISTORY_LIST (self));

  if (self->loading || self->query == NULL || self->next == 0)
    return;
  self->wanted = self->items->len + PAGE_SIZE;
  ask (self, self->next, PAGE_SIZE, FALSE);
}
