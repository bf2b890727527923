// SPDX-License-Identifier: GPL-3.0-or-later
//
// What follows from a committed step. When the store says that there was one, those of its records
// that are alive, and those that show the name of a renamed one, are read anew in one job; then
// “changed” is emitted, so that lists find their objects current.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-workspace-load.h"
#include "clinch-workspace-private.h"

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
      ClinchRecord *record = clinch_workspace_find_record (self, loaded->row->kind,
                                                           loaded->row->id);

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

struct _ClinchBasics
{
  GPtrArray *pipelines; /* ClinchLoadedRow */
  GPtrArray *stages;
  ClinchLoadedRow *me;
  char *currency;
};

void
clinch_basics_free (gpointer data)
{
  ClinchBasics *basics = data;

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

gpointer
clinch_basics_read (ClinchDb  *db,
                    gpointer   data,
                    GError   **error)
{
  ClinchBasics *basics = g_new0 (ClinchBasics, 1);
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

void
clinch_workspace_take_basics (ClinchWorkspace *self,
                              ClinchBasics    *basics)
{
  g_autoptr(ClinchRecord) me = NULL;

  take_held (self, self->pipelines, CLINCH_PIPELINE_POSITION, basics->pipelines);
  take_held (self, self->stages, CLINCH_STAGE_POSITION, basics->stages);
  if (basics->me != NULL)
    me = clinch_workspace_take_row (self, g_steal_pointer (&basics->me));
  if (g_set_object (&self->me, me))
    g_object_notify (G_OBJECT (self), "me");
  if (g_set_str (&self->currency, basics->currency))
    g_object_notify (G_OBJECT (self), "currency");
  clinch_basics_free (basics);
}

static void
basics_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ClinchWorkspace) self = user_data;
  ClinchChangeSet *changes = clinch_store_job_data (result);
  g_autoptr(GError) error = NULL;
  ClinchBasics *basics = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (basics != NULL)
    clinch_workspace_take_basics (self, basics);
  else
    g_debug ("The basics could not be read: %s", error->message);
  clinch_workspace_announce (self, changes);
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
    clinch_store_read_async (self->store, clinch_basics_read,
                             clinch_change_set_ref (refresh->changes),
                             (GDestroyNotify) clinch_change_set_unref, clinch_basics_free, NULL,
                             basics_read_cb, g_object_ref (self));
  else if (refresh->changes != NULL)
    clinch_workspace_announce (self, refresh->changes);
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

void
clinch_workspace_refresh_changed (ClinchWorkspace *self,
                                  ClinchChangeSet *changes)
{
  Refresh *refresh = refresh_new ();

  refresh->changes = clinch_change_set_ref (changes);
  for (guint i = 0; i < changes->changes->len; i++)
    {
      const ClinchChange *change = &g_array_index (changes->changes, ClinchChange, i);

      if (clinch_workspace_find_record (self, change->kind, change->id) != NULL)
        g_array_append_val (refresh->ids[change->kind], change->id);
      if (shows_elsewhere (change))
        add_referring (self, change->kind, change->id, refresh);
    }

  run_refresh (self, refresh);
}

void
clinch_workspace_refresh_wanted (ClinchWorkspace *self)
{
  Refresh *refresh = refresh_new ();

  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      g_array_append_vals (refresh->ids[kind], self->wanted[kind]->data, self->wanted[kind]->len);
      g_array_set_size (self->wanted[kind], 0);
    }
  run_refresh (self, refresh);
}
