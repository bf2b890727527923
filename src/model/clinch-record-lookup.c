// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-record-lookup.h"

#include "clinch-workspace-load.h"

typedef struct
{
  ClinchKind kind;
  GArray *uids;
} Lookup;

static void
lookup_free (gpointer data)
{
  Lookup *lookup = data;

  g_array_unref (lookup->uids);
  g_free (lookup);
}

static gboolean
add_id (ClinchDb         *db,
        ClinchStatement  *statement,
        const ClinchUid  *uid,
        GArray           *ids,
        GError          **error)
{
  gboolean has_row;

  clinch_statement_bind_blob (statement, 1, uid, sizeof *uid);
  if (!clinch_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      gint64 id = clinch_statement_int (statement, 0);

      g_array_append_val (ids, id);
    }
  clinch_statement_reset (statement);

  return TRUE;
}

static gpointer
read_rows (ClinchDb  *db,
           gpointer   data,
           GError   **error)
{
  Lookup *lookup = data;
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE uid = ?",
                                          clinch_kind_table (lookup->kind));
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (db, sql, error);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < lookup->uids->len; i++)
    if (!add_id (db, statement, &g_array_index (lookup->uids, ClinchUid, i), ids, error))
      return NULL;

  return clinch_workspace_load_rows (db, lookup->kind, (gint64 *) ids->data, ids->len, error);
}

void
clinch_record_lookup_async (ClinchWorkspace     *workspace,
                            ClinchKind           kind,
                            GArray              *uids,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Lookup *lookup = g_new0 (Lookup, 1);

  lookup->kind = kind;
  lookup->uids = g_array_copy (uids);
  clinch_store_read_async (clinch_workspace_get_store (workspace), read_rows, lookup, lookup_free,
                           (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
clinch_record_lookup_finish (ClinchWorkspace  *workspace,
                             GAsyncResult     *result,
                             GError          **error)
{
  g_autoptr(GPtrArray) rows = clinch_store_read_finish (clinch_workspace_get_store (workspace),
                                                        result, error);
  GPtrArray *records;

  if (rows == NULL)
    return NULL;

  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (records, clinch_workspace_take_row (workspace, rows->pdata[i]));
  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_set_size (rows, 0);

  return records;
}
