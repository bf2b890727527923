// SPDX-License-Identifier: GPL-3.0-or-later
//
// The identity map and what follows from a committed step.
//
// Records are made here alone. The map holds them weakly: a record lives as long as somebody shows
// it. When the store says that a step was committed, those of its records that are alive, and those
// that show the name of a renamed one, are read anew in one job; then “changed” is emitted, so that
// lists find their objects current.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-workspace.h"

#include "clinch-profile-derive.h"
#include "clinch-workspace-file.h"

struct _ClinchWorkspace
{
  GObject parent_instance;

  ClinchStore *store;
  GHashTable *records[CLINCH_N_KINDS]; /* id to ClinchRecord, weak */
  GArray *wanted[CLINCH_N_KINDS];      /* ids of hollow records whose rows shall be read */
  guint wanted_source;
  GListStore *pipelines;
  GListStore *stages;
  ClinchRecord *me;
  char *currency;
};

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

/* What is read of a kind of record: its fields, the names that its references stand for, and for an
 * opportunity its customer's grade. */
typedef struct
{
  const char *columns;
  const char *joins;
  const char *by_keys; /* the statement for rows of given keys */
  guint64 references;
} LoadSql;

static LoadSql *
make_load_sql (ClinchKind kind)
{
  LoadSql *sql = g_new0 (LoadSql, 1);
  g_autofree char *call = clinch_db_row_call (kind, "t");
  g_autoptr(GString) columns = g_string_new (call);
  g_autoptr(GString) joins = g_string_new (NULL);
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (fields[i].type != CLINCH_FIELD_REFERENCE)
        continue;
      sql->references |= G_GUINT64_CONSTANT (1) << i;
      g_string_append_printf (columns, ", r%d.%s", i,
                              clinch_kind_name_field (fields[i].target)->column);
      g_string_append_printf (joins, " LEFT JOIN %s AS r%d ON r%d.id = t.%s",
                              clinch_kind_table (fields[i].target), i, i, fields[i].column);
    }
  if (kind == CLINCH_KIND_OPPORTUNITY)
    g_string_append_printf (columns, ", r%d.grade, ifnull (r%d.probability, -1)",
                            CLINCH_OPPORTUNITY_CUSTOMER, CLINCH_OPPORTUNITY_STAGE);
  sql->columns = g_string_free (g_steal_pointer (&columns), FALSE);
  sql->joins = g_string_free (g_steal_pointer (&joins), FALSE);
  sql->by_keys =
    g_strdup_printf ("SELECT %s FROM json_each (?) AS p CROSS JOIN %s AS t ON t.id = p.value%s",
                     sql->columns, clinch_kind_table (kind), sql->joins);

  return sql;
}

static const LoadSql *
load_sql (ClinchKind kind)
{
  static LoadSql *cache[CLINCH_N_KINDS];

  if (g_once_init_enter_pointer (&cache[kind]))
    g_once_init_leave_pointer (&cache[kind], make_load_sql (kind));

  return cache[kind];
}

static gpointer
read_loaded_row (ClinchStatement *statement,
                 ClinchKind       kind)
{
  const char *names[CLINCH_MAX_FIELDS];
  const char *grade = NULL;
  int probability = -1;
  guint64 named = 0;
  int column = 1;

  for (guint64 left = load_sql (kind)->references; left != 0; left &= left - 1)
    {
      int i = __builtin_ctzll (left);

      names[i] = clinch_statement_text (statement, column++);
      if (names[i] != NULL)
        named |= G_GUINT64_CONSTANT (1) << i;
    }
  if (kind == CLINCH_KIND_OPPORTUNITY)
    {
      grade = clinch_statement_text (statement, column);
      probability = (int) clinch_statement_int (statement, column + 1);
    }

  return clinch_loaded_row_new (clinch_statement_made_row (statement, 0), named, names, grade,
                                probability);
}

static char *
to_json (const gint64 *ids,
         gsize         n_ids)
{
  GString *json = g_string_sized_new (n_ids * 8 + 2);

  g_string_append_c (json, '[');
  for (gsize i = 0; i < n_ids; i++)
    {
      char text[24];

      g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, ids[i]);
      if (i > 0)
        g_string_append_c (json, ',');
      g_string_append (json, text);
    }
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

GPtrArray *
clinch_workspace_load_rows (ClinchDb      *db,
                            ClinchKind     kind,
                            const gint64  *ids,
                            gsize          n_ids,
                            GError       **error)
{
  g_autoptr(GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_loaded_row_free);
  g_autofree char *json = to_json (ids, n_ids);
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (db, load_sql (kind)->by_keys, error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;

  clinch_statement_bind_text (statement, 1, json);
  while (TRUE)
    {
      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&rows);
      g_ptr_array_add (rows, read_loaded_row (statement, kind));
    }
}

GPtrArray *
clinch_workspace_load_page (ClinchDb           *db,
                            const ClinchQuery  *query,
                            int                 limit,
                            GError            **error)
{
  const LoadSql *sql = load_sql (clinch_query_get_kind (query));

  return clinch_query_rows (query, db, limit, sql->columns, sql->joins, read_loaded_row,
                            (GDestroyNotify) clinch_loaded_row_free, error);
}

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

static ClinchRecord *
find_record (ClinchWorkspace *self,
             ClinchKind       kind,
             gint64           id)
{
  return g_hash_table_lookup (self->records[kind], &id);
}

static ClinchRecord *
make_record (ClinchWorkspace *self,
             ClinchKind       kind,
             gint64           id)
{
  ClinchRecord *record = find_record (self, kind, id);

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

/* A job that reads rows of several kinds. */
typedef struct
{
  GArray *ids[CLINCH_N_KINDS];
  ClinchChangeSet *changes; /* announced once the objects are current */
} Refresh;

static Refresh *
refresh_new (void)
{
  Refresh *refresh = g_new0 (Refresh, 1);

  for (int kind = 0; kind < CLINCH_N_KINDS; kind++)
    refresh->ids[kind] = g_array_new (FALSE, FALSE, sizeof (gint64));

  return refresh;
}

static void
refresh_free (gpointer data)
{
  Refresh *refresh = data;

  for (int kind = 0; kind < CLINCH_N_KINDS; kind++)
    g_array_unref (refresh->ids[kind]);
  g_clear_pointer (&refresh->changes, clinch_change_set_unref);
  g_free (refresh);
}

static gpointer
read_refresh (ClinchDb  *db,
              gpointer   data,
              GError   **error)
{
  Refresh *refresh = data;
  g_autoptr(GPtrArray) all =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_loaded_row_free);

  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      GArray *ids = refresh->ids[kind];
      GPtrArray *rows;

      if (ids->len == 0)
        continue;
      rows = clinch_workspace_load_rows (db, kind, (gint64 *) ids->data, ids->len, error);
      if (rows == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, rows);
    }

  return g_steal_pointer (&all);
}

static void
take_rows (ClinchWorkspace *self,
           GPtrArray       *rows)
{
  while (rows->len > 0)
    {
      ClinchLoadedRow *loaded = g_ptr_array_steal_index_fast (rows, rows->len - 1);
      ClinchRecord *record = find_record (self, loaded->row->kind, loaded->row->id);

      /* Whoever wanted it may have looked away meanwhile. */
      if (record != NULL)
        clinch_record_take (record, loaded);
      else
        clinch_loaded_row_free (loaded);
    }
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  int field = GPOINTER_TO_INT (user_data);
  gint64 difference;

  difference = clinch_record_get_int ((ClinchRecord *) a,
                                      field) - clinch_record_get_int ((ClinchRecord *) b, field);
  return difference < 0 ? -1 : difference > 0;
}

static gboolean
holds_same (GListStore *held,
            GPtrArray  *records)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (held)) != records->len)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr(ClinchRecord) record = g_list_model_get_item (G_LIST_MODEL (held), i);

      if (record != records->pdata[i])
        return FALSE;
    }

  return TRUE;
}

/* The pipelines and stages are few and needed at once, so they are all held. */
typedef struct
{
  GPtrArray *pipelines; /* ClinchLoadedRow */
  GPtrArray *stages;
  ClinchLoadedRow *me;
  char *currency;
} Basics;

static void
basics_free (gpointer data)
{
  Basics *basics = data;

  g_clear_pointer (&basics->pipelines, g_ptr_array_unref);
  g_clear_pointer (&basics->stages, g_ptr_array_unref);
  g_clear_pointer (&basics->me, clinch_loaded_row_free);
  g_free (basics->currency);
  g_free (basics);
}

static GPtrArray *
load_living (ClinchDb    *db,
             ClinchKind   kind,
             GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GPtrArray) rows = clinch_db_load_rows (db, error, kind, NULL, "");

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (ids, ((ClinchRow *) rows->pdata[i])->id);

  return clinch_workspace_load_rows (db, kind, (gint64 *) ids->data, ids->len, error);
}

static gpointer
read_basics (ClinchDb  *db,
             gpointer   data,
             GError   **error)
{
  Basics *basics = g_new0 (Basics, 1);
  g_autofree char *me = clinch_db_get_local (db, "me");

  basics->currency = clinch_db_get_setting (db, "currency");
  if (basics->currency == NULL)
    basics->currency = g_strdup ("CNY");
  basics->pipelines = load_living (db, CLINCH_KIND_PIPELINE, error);
  if (basics->pipelines != NULL)
    basics->stages = load_living (db, CLINCH_KIND_STAGE, error);
  if (basics->stages != NULL && me != NULL)
    {
      gint64 id = g_ascii_strtoll (me, NULL, 10);
      g_autoptr(GPtrArray) rows = clinch_workspace_load_rows (db, CLINCH_KIND_MEMBER, &id, 1,
                                                              error);

      if (rows != NULL && rows->len == 1)
        basics->me = g_ptr_array_steal_index_fast (rows, 0);
    }

  return basics;
}

static void
take_held (ClinchWorkspace *self,
           GListStore      *held,
           int              position_field,
           GPtrArray       *rows)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  while (rows->len > 0)
    g_ptr_array_add (records,
                     clinch_workspace_take_row (self,
                                                g_ptr_array_steal_index_fast (rows,
                                                                              rows->len - 1)));
  g_ptr_array_sort_values_with_data (records, compare_positions, GINT_TO_POINTER (position_field));

  /* Most steps leave these as they are; then nobody is told anything. */
  if (!holds_same (held, records))
    g_list_store_splice (held, 0, g_list_model_get_n_items (G_LIST_MODEL (held)), records->pdata,
                         records->len);
}

static void
take_basics (ClinchWorkspace *self,
             Basics          *basics)
{
  g_autoptr(ClinchRecord) me = NULL;

  take_held (self, self->pipelines, CLINCH_PIPELINE_POSITION, basics->pipelines);
  take_held (self, self->stages, CLINCH_STAGE_POSITION, basics->stages);
  if (basics->me != NULL)
    me = clinch_workspace_take_row (self, g_steal_pointer (&basics->me));
  if (g_set_object (&self->me, me))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ME]);
  if (g_set_str (&self->currency, basics->currency))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENCY]);
}

static void
announce_changes (ClinchWorkspace *self,
                  ClinchChangeSet *changes)
{
  if (changes != NULL)
    g_signal_emit (self, signals[CHANGED], 0, changes);
}

static void
basics_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ClinchWorkspace) self = user_data;
  ClinchChangeSet *changes = clinch_store_job_data (result);
  g_autoptr(GError) error = NULL;
  Basics *basics = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (basics != NULL)
    {
      take_basics (self, basics);
      basics_free (basics);
    }
  else
    {
      g_debug ("The basics could not be read: %s", error->message);
    }
  announce_changes (self, changes);
}

static void
refresh_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(ClinchWorkspace) self = user_data;
  Refresh *refresh = clinch_store_job_data (result);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (rows != NULL)
    take_rows (self, rows);
  else
    g_debug ("Records could not be read: %s", error->message);

  /* What is held in full may have come, gone or moved. */
  if (refresh->changes != NULL &&
      (refresh->changes->local
       || clinch_change_set_touches (refresh->changes, CLINCH_KIND_PIPELINE) ||
       clinch_change_set_touches (refresh->changes, CLINCH_KIND_STAGE) ||
       clinch_change_set_touches (refresh->changes, CLINCH_KIND_SETTING) ||
       clinch_change_set_touches (refresh->changes, CLINCH_KIND_MEMBER)))
    clinch_store_read_async (self->store, read_basics, clinch_change_set_ref (refresh->changes),
                             (GDestroyNotify) clinch_change_set_unref, basics_free, NULL,
                             basics_read_cb,
                             g_object_ref (self));
  else
    announce_changes (self, refresh->changes);
}

static void
run_refresh (ClinchWorkspace *self,
             Refresh         *refresh)
{
  clinch_store_read_async (self->store, read_refresh, refresh, refresh_free,
                           (GDestroyNotify) g_ptr_array_unref, NULL,
                           refresh_read_cb, g_object_ref (self));
}

/* Whether something of the changed record is shown by others: its name, or a customer's grade. */
static gboolean
shows_elsewhere (const ClinchChange *change)
{
  const ClinchField *name = clinch_kind_name_field (change->kind);

  if (change->op != CLINCH_CHANGE_UPDATE || name == NULL)
    return FALSE;

  return (change->fields & (G_GUINT64_CONSTANT (1) << name->index)) != 0 ||
         (change->kind == CLINCH_KIND_CUSTOMER
          && (change->fields & (G_GUINT64_CONSTANT (1) << CLINCH_CUSTOMER_GRADE)));
}

static gboolean
refers_to (ClinchRecord *record,
           ClinchKind    kind,
           gint64        id)
{
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (clinch_record_get_kind (record), &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (fields[i].target == kind && clinch_record_get_int (record, i) == id)
      return TRUE;

  return FALSE;
}

static void
add_referring (ClinchWorkspace *self,
               ClinchKind       target,
               gint64           id,
               Refresh         *refresh)
{
  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      GHashTableIter iter;
      gpointer record;

      g_hash_table_iter_init (&iter, self->records[kind]);
      while (g_hash_table_iter_next (&iter, NULL, &record))
        {
          gint64 record_id = clinch_record_get_id (record);

          if (refers_to (record, target, id))
            g_array_append_val (refresh->ids[kind], record_id);
        }
    }
}

static void
store_changed_cb (ClinchStore     *store,
                  ClinchChangeSet *changes,
                  ClinchWorkspace *self)
{
  Refresh *refresh = refresh_new ();

  refresh->changes = clinch_change_set_ref (changes);
  for (guint i = 0; i < changes->changes->len; i++)
    {
      const ClinchChange *change = &g_array_index (changes->changes, ClinchChange, i);

      if (find_record (self, change->kind, change->id) != NULL)
        g_array_append_val (refresh->ids[change->kind], change->id);
      if (shows_elsewhere (change))
        add_referring (self, change->kind, change->id, refresh);
    }

  run_refresh (self, refresh);
}

static gboolean
load_wanted_cb (gpointer user_data)
{
  ClinchWorkspace *self = user_data;
  Refresh *refresh = refresh_new ();

  self->wanted_source = 0;
  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      g_array_append_vals (refresh->ids[kind], self->wanted[kind]->data, self->wanted[kind]->len);
      g_array_set_size (self->wanted[kind], 0);
    }
  run_refresh (self, refresh);

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

  record = find_record (self, kind, id);
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
  Basics *basics = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (basics == NULL)
    {
      clinch_store_close_async (self->store, NULL, NULL);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  take_basics (self, basics);
  basics_free (basics);
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
  clinch_store_read_async (store, read_basics, NULL, NULL, basics_free, NULL, open_basics_cb,
                           g_steal_pointer (&task));
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
