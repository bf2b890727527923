// SPDX-License-Identifier: GPL-3.0-or-later
//
// The identity map. Records are made here alone. The map holds them weakly: a record lives as long
// as somebody shows it.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-workspace.h"

#include "clinch-field-text.h"
#include "clinch-profile-derive.h"
#include "clinch-workspace-file.h"
#include "clinch-workspace-private.h"

G_DEFINE_FINAL_TYPE (ClinchWorkspace, clinch_workspace, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ME,
  PROP_CURRENCY,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Weak references call this while the record still knows its kind and id. */
static void
forget_record (gpointer  data,
               GObject  *where_it_was)
{
  ClinchWorkspace *self = data;
  ClinchRecord *record = (ClinchRecord *) where_it_was;
  gint64 id = clinch_record_get_id (record);

  g_hash_table_remove (self->records[clinch_record_get_kind (record)], &id);
}

ClinchRecord *
clinch_workspace_find_record (ClinchWorkspace *self,
                              ClinchKind       kind,
                              gint64           id)
{
  return g_hash_table_lookup (self->records[kind], &id);
}

void
clinch_workspace_announce (ClinchWorkspace *self,
                           ClinchChangeSet *changes)
{
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

static ClinchRecord *
make_record (ClinchWorkspace *self,
             ClinchKind       kind,
             gint64           id)
{
  ClinchRecord *record = clinch_workspace_find_record (self, kind, id);

  if (record != NULL)
    return g_object_ref (record);

  record = clinch_record_new (kind, id);
  g_hash_table_insert (self->records[kind], g_memdup2 (&id, sizeof id), record);
  g_object_weak_ref (G_OBJECT (record), forget_record, self);

  return record;
}

ClinchRecord *
clinch_workspace_take_row (ClinchWorkspace *self,
                           ClinchLoadedRow *loaded)
{
  ClinchRecord *record = make_record (self, loaded->row->kind, loaded->row->id);

  clinch_record_take (record, loaded);
  return record;
}

static void
store_changed_cb (ClinchStore     *store,
                  ClinchChangeSet *changes,
                  ClinchWorkspace *self)
{
  clinch_workspace_refresh_changed (self, changes);
}

static gboolean
load_wanted_cb (gpointer user_data)
{
  ClinchWorkspace *self = user_data;

  self->wanted_source = 0;
  clinch_workspace_refresh_wanted (self);

  return G_SOURCE_REMOVE;
}

/* Records asked for in one turn of the main loop are read together. */
static void
want_row (ClinchWorkspace *self,
          ClinchKind       kind,
          gint64           id)
{
  g_array_append_val (self->wanted[kind], id);
  if (self->wanted_source == 0)
    self->wanted_source = g_idle_add_full (G_PRIORITY_DEFAULT, load_wanted_cb, self, NULL);
}

ClinchRecord *
clinch_workspace_get_record (ClinchWorkspace *self,
                             ClinchKind       kind,
                             gint64           id)
{
  ClinchRecord *record;

  g_return_val_if_fail (CLINCH_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (id != 0, NULL);

  record = clinch_workspace_find_record (self, kind, id);
  if (record != NULL)
    return g_object_ref (record);

  want_row (self, kind, id);
  return make_record (self, kind, id);
}

static void
clinch_workspace_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ClinchWorkspace *self = CLINCH_WORKSPACE (object);

  switch (prop_id)
    {
    case PROP_ME:
      g_value_set_object (value, clinch_workspace_get_me (self));
      break;
    case PROP_CURRENCY:
      g_value_set_string (value, clinch_workspace_get_currency (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_workspace_dispose (GObject *object)
{
  ClinchWorkspace *self = CLINCH_WORKSPACE (object);

  g_clear_handle_id (&self->wanted_source, g_source_remove);
  g_clear_object (&self->me);
  g_clear_object (&self->pipelines);
  g_clear_object (&self->stages);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);

  G_OBJECT_CLASS (clinch_workspace_parent_class)->dispose (object);
}

static void
clinch_workspace_finalize (GObject *object)
{
  ClinchWorkspace *self = CLINCH_WORKSPACE (object);

  for (int kind = 0; kind < CLINCH_N_KINDS; kind++)
    {
      GHashTableIter iter;
      gpointer record;

      /* Those who outlive the workspace keep what they show. */
      g_hash_table_iter_init (&iter, self->records[kind]);
      while (g_hash_table_iter_next (&iter, NULL, &record))
        g_object_weak_unref (record, forget_record, self);
      g_hash_table_unref (self->records[kind]);
      g_array_unref (self->wanted[kind]);
    }
  g_clear_object (&self->store);
  g_free (self->currency);

  G_OBJECT_CLASS (clinch_workspace_parent_class)->finalize (object);
}

static void
clinch_workspace_class_init (ClinchWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinch_workspace_get_property;
  object_class->dispose = clinch_workspace_dispose;
  object_class->finalize = clinch_workspace_finalize;

  properties[PROP_ME] = g_param_spec_object ("me", NULL, NULL, CLINCH_TYPE_RECORD,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CURRENCY] = g_param_spec_string ("currency", NULL, NULL, NULL,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ClinchWorkspace::changed:
   * @self: a workspace
   * @changes: (type gpointer): a #ClinchChangeSet
   *
   * A step was committed, and the records that are alive show it.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
clinch_workspace_init (ClinchWorkspace *self)
{
  for (int kind = 0; kind < CLINCH_N_KINDS; kind++)
    {
      self->records[kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      self->wanted[kind] = g_array_new (FALSE, FALSE, sizeof (gint64));
    }
  self->pipelines = g_list_store_new (CLINCH_TYPE_RECORD);
  self->stages = g_list_store_new (CLINCH_TYPE_RECORD);
}

static void
open_basics_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ClinchWorkspace *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  ClinchBasics *basics = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (basics == NULL)
    {
      clinch_store_close_async (self->store, NULL, NULL);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  clinch_workspace_take_basics (self, basics);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
store_opened_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ClinchWorkspace) self = NULL;
  g_autoptr(GError) error = NULL;
  ClinchStore *store = clinch_store_open_finish (result, &error);

  if (store == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self = g_object_new (CLINCH_TYPE_WORKSPACE, NULL);
  self->store = store;
  g_signal_connect (store, "changed", G_CALLBACK (store_changed_cb), self);
  g_task_set_task_data (task, g_steal_pointer (&self), g_object_unref);
  clinch_store_read_async (store, clinch_basics_read, NULL, NULL, clinch_basics_free, NULL,
                           open_basics_cb, g_steal_pointer (&task));
}

void
clinch_workspace_open_async (const char          *directory,
                             ClinchStoreOpen      mode,
                             const char          *language,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, clinch_workspace_open_async);
  clinch_profile_install ();
  clinch_field_text_install ();
  clinch_store_open_async (directory, mode, language, cancellable, store_opened_cb, task);
}

ClinchWorkspace *
clinch_workspace_open_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
store_closed_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (clinch_store_close_finish (CLINCH_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
clinch_workspace_close_async (ClinchWorkspace     *self,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CLINCH_IS_WORKSPACE (self));

  g_clear_handle_id (&self->wanted_source, g_source_remove);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, clinch_workspace_close_async);
  clinch_store_close_async (self->store, store_closed_cb, task);
}

gboolean
clinch_workspace_close_finish (ClinchWorkspace  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

ClinchStore *
clinch_workspace_get_store (ClinchWorkspace *self)
{
  g_return_val_if_fail (CLINCH_IS_WORKSPACE (self), NULL);

  return self->store;
}

const char *
clinch_workspace_get_directory (ClinchWorkspace *self)
{
  g_return_val_if_fail (CLINCH_IS_WORKSPACE (self), NULL);

  return clinch_store_get_directory (self->store);
}

char *
clinch_workspace_title (const char *directory)
{
  g_autofree char *name = clinch_workspace_file_name (directory);

  return g_filename_display_name (name);
}

char *
clinch_workspace_get_title (ClinchWorkspace *self)
{
  g_return_val_if_fail (CLINCH_IS_WORKSPACE (self), NULL);

  return clinch_workspace_title (clinch_store_get_directory (self->store));
}

gboolean
clinch_workspace_is_read_only (ClinchWorkspace *self)
{
  g_return_val_if_fail (CLINCH_IS_WORKSPACE (self), TRUE);

  return clinch_store_is_read_only (self->store);
}

ClinchRecord *
clinch_workspace_get_me (ClinchWorkspace *self)
{
  g_return_val_if_fail (CLINCH_IS_WORKSPACE (self), NULL);

  return self->me;
}

const char *
clinch_workspace_get_currency (ClinchWorkspace *self)
{
  g_return_val_if_fail (CLINCH_IS_WORKSPACE (self), NULL);

  return self->currency;
}

GListModel *
clinch_workspace_get_pipelines (ClinchWorkspace *self)
{
  g_return_val_if_fail (CLINCH_IS_WORKSPACE (self), NULL);

  return G_LIST_MODEL (self->pipelines);
}

GPtrArray *
clinch_workspace_get_stages (ClinchWorkspace *self,
                             gint64           pipeline_id)
{
  GPtrArray *stages = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (CLINCH_IS_WORKSPACE (self), stages);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->stages)); i++)
    {
      g_autoptr(ClinchRecord) stage = g_list_model_get_item (G_LIST_MODEL (self->stages), i);

      if (clinch_record_get_int (stage, CLINCH_STAGE_PIPELINE) == pipeline_id)
        g_ptr_array_add (stages, g_steal_pointer (&stage));
    }

  return stages;
}
