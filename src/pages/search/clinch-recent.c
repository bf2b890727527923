// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-recent.h"

#include "clinch-log.h"

#define MAX_RECENT 8
#define MAX_STEPS 40

/* A step that touched more than this was an import or the sample, not somebody's work on a
 * record. */
#define MAX_CHANGES 20

typedef struct
{
  ClinchKind kind;
  gint64 id;
} Entry;

static GQuark
recent_quark (void)
{
  return g_quark_from_static_string ("clinch-recent");
}

static GArray *
get_entries (ClinchWorkspace *workspace)
{
  GArray *entries = g_object_get_qdata (G_OBJECT (workspace), recent_quark ());

  if (entries == NULL)
    {
      entries = g_array_new (FALSE, FALSE, sizeof (Entry));
      g_object_set_qdata_full (G_OBJECT (workspace), recent_quark (), entries,
                               (GDestroyNotify) g_array_unref);
    }

  return entries;
}

static gboolean
has_entry (GArray     *entries,
           ClinchKind  kind,
           gint64      id)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, Entry, i).kind == kind
        && g_array_index (entries, Entry, i).id == id)
      return TRUE;

  return FALSE;
}

void
clinch_recent_note (ClinchWorkspace *workspace,
                    ClinchKind       kind,
                    gint64           id)
{
  GArray *entries = get_entries (workspace);
  Entry entry = { kind, id };

  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, Entry, i).kind == kind
        && g_array_index (entries, Entry, i).id == id)
      g_array_remove_index (entries, i--);
  g_array_prepend_val (entries, entry);
  if (entries->len > MAX_RECENT)
    g_array_set_size (entries, MAX_RECENT);
}

static void
add_entry (GArray     *entries,
           ClinchKind  kind,
           gint64      id)
{
  Entry entry = { kind, id };

  if (id != 0 && entries->len < MAX_RECENT * 2 && !has_entry (entries, kind, id))
    g_array_append_val (entries, entry);
}

/* What the changes of a step were about. */
static void
add_changed (GArray               *entries,
             const ClinchLogEntry *change)
{
  const ClinchRow *row = change->after != NULL ? change->after : change->before;

  switch ((int) change->kind)
    {
    case CLINCH_KIND_CUSTOMER:
    case CLINCH_KIND_OPPORTUNITY:
      add_entry (entries, change->kind, change->record_id);
      break;
    case CLINCH_KIND_FOLLOW_UP:
      if (row != NULL && !clinch_row_is_null (row, CLINCH_FOLLOW_UP_OPPORTUNITY))
        add_entry (entries, CLINCH_KIND_OPPORTUNITY,
                   clinch_row_int (row, CLINCH_FOLLOW_UP_OPPORTUNITY));
      else if (row != NULL)
        add_entry (entries, CLINCH_KIND_CUSTOMER, clinch_row_int (row, CLINCH_FOLLOW_UP_CUSTOMER));
      break;
    default:
      break;
    }
}

static gboolean
add_from_log (GArray    *entries,
              ClinchDb  *db,
              GError   **error)
{
  g_autoptr(GPtrArray) steps = clinch_log_steps (db, 0, 0, MAX_STEPS, error);

  if (steps == NULL)
    return FALSE;

  for (guint i = 0; i < steps->len && entries->len < MAX_RECENT; i++)
    {
      const ClinchStep *step = g_ptr_array_index (steps, i);
      g_autoptr(GPtrArray) changes = NULL;

      if (step->n_changes > MAX_CHANGES)
        continue;
      changes = clinch_log_entries (db, step->id, CLINCH_KIND_NONE, 0, MAX_CHANGES, error);
      if (changes == NULL)
        return FALSE;
      for (guint j = 0; j < changes->len; j++)
        add_changed (entries, g_ptr_array_index (changes, j));
    }

  return TRUE;
}

/* %NULL without an error for what lies in the recycle bin or is gone. */
static ClinchSearchHit *
load_hit (ClinchDb     *db,
          const Entry  *entry,
          GError      **error)
{
  g_autoptr(GError) problem = NULL;
  g_autoptr(ClinchRow) row = clinch_db_load_row (db, entry->kind, entry->id, &problem);
  const ClinchField *customer = clinch_kind_find_field (entry->kind, "customer");
  ClinchSearchHit *hit;

  if (row == NULL)
    {
      if (!g_error_matches (problem, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND))
        g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (row->deleted_at != 0)
    return NULL;

  hit = g_new0 (ClinchSearchHit, 1);
  hit->kind = entry->kind;
  hit->id = entry->id;
  hit->title = g_strdup (clinch_row_name (row));
  if (customer != NULL)
    hit->subtitle = clinch_db_name_of (db, CLINCH_KIND_CUSTOMER,
                                       clinch_row_int (row, customer->index));

  return hit;
}

static gpointer
load_job (ClinchDb  *db,
          gpointer   data,
          GError   **error)
{
  g_autoptr(GPtrArray) hits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_search_hit_free);
  GArray *entries = data;

  if (entries->len < MAX_RECENT && !add_from_log (entries, db, error))
    return NULL;

  for (guint i = 0; i < entries->len && hits->len < MAX_RECENT; i++)
    {
      g_autoptr(GError) problem = NULL;
      ClinchSearchHit *hit = load_hit (db, &g_array_index (entries, Entry, i), &problem);

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      if (hit != NULL)
        g_ptr_array_add (hits, hit);
    }

  return g_steal_pointer (&hits);
}

void
clinch_recent_load_async (ClinchWorkspace     *workspace,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  clinch_store_read_async (clinch_workspace_get_store (workspace), load_job,
                           g_array_copy (get_entries (workspace)),
                           (GDestroyNotify) g_array_unref, (GDestroyNotify) g_ptr_array_unref,
                           cancellable, callback, user_data);
}

GPtrArray *
clinch_recent_load_finish (ClinchWorkspace  *workspace,
                           GAsyncResult     *result,
                           GError          **error)
{
  return clinch_store_read_finish (clinch_workspace_get_store (workspace), result, error);
}
