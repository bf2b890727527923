// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-saved-view.h"

#include "clinch-actions.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const struct
{
  const char *member;
  ClinchKind kind;
} references[] = {
  { "owners", CLINCH_KIND_MEMBER },
  { "teams", CLINCH_KIND_TEAM },
  { "stages", CLINCH_KIND_STAGE },
};

static gboolean
is_key (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
}

static gboolean
has_keys (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (is_key (json_array_get_element (array, i)))
      return TRUE;

  return FALSE;
}

/* The uids in place of keys; what is neither, or names nothing here, is left out. */
static JsonArray *
upgrade_array (ClinchDb    *db,
               ClinchKind   kind,
               JsonArray   *old,
               GError     **error)
{
  g_autoptr(JsonArray) array = json_array_new ();

  for (guint i = 0; i < json_array_get_length (old); i++)
    {
      JsonNode *node = json_array_get_element (old, i);
      g_autoptr(ClinchRow) row = NULL;
      g_autoptr(GError) missing = NULL;
      char uid[CLINCH_UID_STRING_SIZE];

      if (!is_key (node))
        {
          json_array_add_element (array, json_node_copy (node));
          continue;
        }
      row = clinch_db_load_row (db, kind, json_node_get_int (node), &missing);
      if (row == NULL && !g_error_matches (missing, CLINCH_STORE_ERROR,
                                           CLINCH_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&missing));
          return NULL;
        }
      if (row == NULL)
        continue;
      clinch_uid_to_string (&row->uid, uid);
      json_array_add_string_element (array, uid);
    }

  return g_steal_pointer (&array);
}

char *
clinch_saved_view_upgrade_json (ClinchDb    *db,
                                const char  *json,
                                GError     **error)
{
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  JsonNode *filter = root != NULL && JSON_NODE_HOLDS_OBJECT (root)
                     ? json_object_get_member (json_node_get_object (root), "filter") : NULL;
  gboolean changed = FALSE;

  if (filter == NULL || !JSON_NODE_HOLDS_OBJECT (filter))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      JsonObject *object = json_node_get_object (filter);
      JsonNode *node = json_object_get_member (object, references[i].member);
      JsonArray *array;

      if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node) || !has_keys (json_node_get_array (node)))
        continue;
      array = upgrade_array (db, references[i].kind, json_node_get_array (node), error);
      if (array == NULL)
        return NULL;
      json_object_set_array_member (object, references[i].member, array);
      changed = TRUE;
    }

  return changed ? json_to_string (root, FALSE) : NULL;
}

static gboolean
add_upgraded (ClinchDb         *db,
              const ClinchRow  *view,
              GPtrArray        *changed,
              GError          **error)
{
  g_autoptr(GError) reason = NULL;
  g_autofree char *json = NULL;
  ClinchRow *changes;

  json = clinch_saved_view_upgrade_json (db, clinch_row_text (view, CLINCH_SAVED_VIEW_QUERY),
                                         &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (json == NULL)
    return TRUE;

  changes = clinch_row_new (CLINCH_KIND_SAVED_VIEW);
  changes->id = view->id;
  clinch_row_set_text (changes, CLINCH_SAVED_VIEW_QUERY, json);
  g_ptr_array_add (changed, changes);

  return TRUE;
}

/* Rows with what is to be changed. */
static gpointer
find_old_views (ClinchDb  *db,
                gpointer   data,
                GError   **error)
{
  g_autoptr(GPtrArray) changed = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_row_unref);
  g_autoptr(GPtrArray) views = clinch_db_load_rows (db, error, CLINCH_KIND_SAVED_VIEW,
                                                    NULL, "");

  if (views == NULL)
    return NULL;
  for (guint i = 0; i < views->len; i++)
    if (!add_upgraded (db, views->pdata[i], changed, error))
      return NULL;

  return g_steal_pointer (&changed);
}

static void
old_views_found_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(ClinchWorkspace) workspace = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) views = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (views == NULL)
    {
      g_debug ("The saved views could not be read: %s", error->message);
      return;
    }

  for (guint i = 0; i < views->len; i++)
    {
      ClinchRow *changes = views->pdata[i];

      clinch_action_edit (workspace, CLINCH_KIND_SAVED_VIEW, &changes->id, 1, changes, NULL, NULL,
                          NULL);
    }
}

void
clinch_saved_view_upgrade (ClinchWorkspace *workspace)
{
  clinch_store_read_async (clinch_workspace_get_store (workspace), find_old_views, NULL, NULL,
                           (GDestroyNotify) g_ptr_array_unref, NULL, old_views_found_cb,
                           g_object_ref (workspace));
}
