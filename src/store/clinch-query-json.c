// SPDX-License-Identifier: GPL-3.0-or-later
//
// Queries as JSON: {"kind": …, "filters": [[path, operator, value…]…], "search": …, "sort": …,
// "descending": …}.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-query-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

static const char *const codes[] = {
  [CLINCH_FILTER_EQUAL] = "=",
  [CLINCH_FILTER_NOT_EQUAL] = "!=",
  [CLINCH_FILTER_AT_LEAST] = ">=",
  [CLINCH_FILTER_AT_MOST] = "<=",
  [CLINCH_FILTER_CONTAINS] = "~",
  [CLINCH_FILTER_IN] = "in",
  [CLINCH_FILTER_EMPTY] = "empty",
  [CLINCH_FILTER_NOT_EMPTY] = "not-empty",
  [CLINCH_FILTER_WITHIN] = "within",
};

static void
add_filter_values (JsonBuilder             *builder,
                   const ClinchQueryFilter *filter)
{
  json_builder_add_string_value (builder, filter->path);
  json_builder_add_string_value (builder, codes[filter->op]);
  for (guint i = 0; filter->uids != NULL && i < filter->uids->len; i++)
    {
      char uid[CLINCH_UID_STRING_SIZE];

      clinch_uid_to_string (&g_array_index (filter->uids, ClinchUid, i), uid);
      json_builder_add_string_value (builder, uid);
    }
  for (guint i = 0; filter->is_int && i < filter->ints->len; i++)
    json_builder_add_int_value (builder, g_array_index (filter->ints, gint64, i));
  if (!filter->is_int && filter->uids == NULL)
    json_builder_add_string_value (builder, filter->text != NULL ? filter->text : "");
}

char *
clinch_query_to_json (const ClinchQuery *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, clinch_kind_word (self->kind));
  json_builder_set_member_name (builder, "filters");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->filters->len; i++)
    {
      const ClinchQueryFilter *filter = self->filters->pdata[i];

      json_builder_begin_array (builder);
      add_filter_values (builder, filter);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "search");
  json_builder_add_string_value (builder, self->search != NULL ? self->search : "");
  json_builder_set_member_name (builder, "sort");
  json_builder_add_string_value (builder, self->sort);
  json_builder_set_member_name (builder, "descending");
  json_builder_add_boolean_value (builder, self->descending);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

gboolean
clinch_query_equal (const ClinchQuery *a,
                    const ClinchQuery *b)
{
  g_autofree char *a_json = clinch_query_to_json (a);
  g_autofree char *b_json = clinch_query_to_json (b);

  return a->deleted == b->deleted && g_str_equal (a_json, b_json);
}

/* After path and operator; what is no uid names no record. */
static void
read_uids (ClinchQuery *self,
           const char  *path,
           JsonArray   *array)
{
  g_autoptr(GArray) uids = g_array_new (FALSE, FALSE, sizeof (ClinchUid));

  for (guint i = 2; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
      ClinchUid uid;

      if (text != NULL && clinch_uid_parse (text, &uid))
        g_array_append_val (uids, uid);
    }
  clinch_query_filter_within (self, path, (ClinchUid *) uids->data, uids->len);
}

static void
read_numbers (ClinchQuery    *self,
              const char     *path,
              ClinchFilterOp  op,
              JsonArray      *array)
{
  ClinchQueryFilter *filter;

  clinch_query_filter_ids (self, path, NULL, 0);
  filter = g_ptr_array_index (self->filters, self->filters->len - 1);
  filter->op = op;
  for (guint i = 2; i < json_array_get_length (array); i++)
    {
      gint64 value = json_array_get_int_element (array, i);

      g_array_append_val (filter->ints, value);
    }
}

static gboolean
read_filter (ClinchQuery  *self,
             JsonNode     *node,
             GError      **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *path = NULL;
  const char *code = NULL;
  gsize op;
  ClinchQueryPath parsed;

  if (array != NULL && json_array_get_length (array) >= 2)
    {
      path = json_node_get_string (json_array_get_element (array, 0));
      code = json_node_get_string (json_array_get_element (array, 1));
    }
  for (op = 0; code != NULL && op < G_N_ELEMENTS (codes); op++)
    if (g_str_equal (codes[op], code))
      break;
  if (path == NULL || code == NULL || op == G_N_ELEMENTS (codes))
    {
      g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                           _("The saved filter cannot be read."));
      return FALSE;
    }
  if (!clinch_query_parse_path (self->kind, path, &parsed, error))
    return FALSE;

  if (op == CLINCH_FILTER_WITHIN)
    {
      read_uids (self, path, array);
      return TRUE;
    }
  if (json_array_get_length (array) >= 3 &&
      json_node_get_value_type (json_array_get_element (array, 2)) == G_TYPE_STRING)
    {
      clinch_query_filter_text (self, path, op, json_array_get_string_element (array, 2));
      return TRUE;
    }
  read_numbers (self, path, op, array);

  return TRUE;
}

ClinchQuery *
clinch_query_from_json (const char  *json,
                        GError     **error)
{
  g_autoptr(ClinchQuery) self = NULL;
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root)
                       : NULL;
  ClinchKind kind = CLINCH_KIND_NONE;
  JsonArray *filters = NULL;
  const char *search;
  const char *sort;
  ClinchQueryPath parsed;

  if (object != NULL)
    kind =
      clinch_kind_from_word (json_object_get_string_member_with_default (object, "kind", NULL));
  if (kind == CLINCH_KIND_NONE)
    {
      g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED,
                           _("The saved filter cannot be read."));
      return NULL;
    }

  self = clinch_query_new (kind);
  if (json_object_has_member (object, "filters")
      && JSON_NODE_HOLDS_ARRAY (json_object_get_member (object, "filters")))
    filters = json_object_get_array_member (object, "filters");
  for (guint i = 0; filters != NULL && i < json_array_get_length (filters); i++)
    if (!read_filter (self, json_array_get_element (filters, i), error))
      return NULL;
  search = json_object_get_string_member_with_default (object, "search", NULL);
  if (search != NULL && *search != '\0')
    clinch_query_set_search (self, search);
  sort = json_object_get_string_member_with_default (object, "sort", self->sort);
  if (!clinch_query_parse_path (kind, sort, &parsed, error))
    return NULL;
  if (!g_str_equal (sort, self->sort) || json_object_has_member (object, "descending"))
    {
      g_autofree char *copy = g_strdup (sort);

      clinch_query_set_sort (self, copy,
                             json_object_get_boolean_member_with_default (object, "descending",
                                                                          FALSE));
    }

  return g_steal_pointer (&self);
}
