// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-row.h"

#include "clinch-json.h"
#include "clinch-row-private.h"
#include "clinch-text.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

static inline int
lowest_bit (guint64 set)
{
  return __builtin_ctzll (set);
}

ClinchRow *
clinch_row_new (ClinchKind kind)
{
  ClinchRow *row;
  int n_fields;

  clinch_kind_fields (kind, &n_fields);
  row = g_malloc0 (sizeof (ClinchRow) + n_fields * sizeof (row->values[0]));
  row->kind = kind;
  g_atomic_ref_count_init (&row->refs);

  return row;
}

static gboolean
field_is_integer (const ClinchRow *row,
                  int              field)
{
  return clinch_field_is_integer (clinch_kind_field (row->kind, field));
}

ClinchRow *
clinch_row_new_full (ClinchKind        kind,
                     guint64           set,
                     const ClinchCell  cells[])
{
  guint64 texts = set & ~clinch_kind_integers (kind);
  ClinchRow *row;
  gsize size;
  char *text;
  int n_fields;

  clinch_kind_fields (kind, &n_fields);
  size = sizeof (ClinchRow) + n_fields * sizeof (row->values[0]);
  for (guint64 left = texts; left != 0; left &= left - 1)
    size += cells[lowest_bit (left)].length + 1;

  row = g_malloc (size);
  memset (row, 0, sizeof (ClinchRow) + n_fields * sizeof (row->values[0]));
  row->kind = kind;
  row->set = set;
  row->mask = ~G_GUINT64_CONSTANT (0) >> (64 - n_fields);
  g_atomic_ref_count_init (&row->refs);
  text = (char *) &row->values[n_fields];
  for (guint64 left = set & ~texts; left != 0; left &= left - 1)
    row->values[lowest_bit (left)].integer = cells[lowest_bit (left)].integer;
  for (guint64 left = texts; left != 0; left &= left - 1)
    {
      int i = lowest_bit (left);

      row->values[i].text = text;
      memcpy (text, cells[i].text, cells[i].length);
      text += cells[i].length;
      *text++ = '\0';
    }

  return row;
}

ClinchRow *
clinch_row_copy (const ClinchRow *row)
{
  ClinchCell cells[CLINCH_MAX_FIELDS];
  ClinchRow *copy;

  for (guint64 left = row->set; left != 0; left &= left - 1)
    {
      int i = lowest_bit (left);

      if (field_is_integer (row, i))
        cells[i].integer = row->values[i].integer;
      else
        cells[i] = (ClinchCell) { .text = row->values[i].text,
                                  .length = strlen (row->values[i].text) };
    }
  copy = clinch_row_new_full (row->kind, row->set, cells);
  copy->id = row->id;
  copy->uid = row->uid;
  copy->created_at = row->created_at;
  copy->deleted_at = row->deleted_at;
  copy->mask = row->mask;

  return copy;
}

ClinchRow *
clinch_row_ref (ClinchRow *row)
{
  g_atomic_ref_count_inc (&row->refs);
  return row;
}

static void
clear_value (ClinchRow *row,
             int        field)
{
  if (row->owned & BIT (field))
    g_free (row->values[field].text);
  row->values[field].integer = 0;
  row->set &= ~BIT (field);
  row->owned &= ~BIT (field);
}

void
clinch_row_unref (ClinchRow *row)
{
  if (!g_atomic_ref_count_dec (&row->refs))
    return;

  for (guint64 left = row->owned; left != 0; left &= left - 1)
    g_free (row->values[lowest_bit (left)].text);
  g_free (row);
}

gboolean
clinch_row_has (const ClinchRow *row,
                int              field)
{
  return (row->mask & BIT (field)) != 0;
}

gboolean
clinch_row_is_null (const ClinchRow *row,
                    int              field)
{
  return (row->set & BIT (field)) == 0;
}

gint64
clinch_row_int (const ClinchRow *row,
                int              field)
{
  g_return_val_if_fail (field_is_integer (row, field), 0);

  return (row->set & BIT (field)) ? row->values[field].integer : 0;
}

const char *
clinch_row_text (const ClinchRow *row,
                 int              field)
{
  g_return_val_if_fail (!field_is_integer (row, field), NULL);

  return (row->set & BIT (field)) ? row->values[field].text : NULL;
}

const char *
clinch_row_name (const ClinchRow *row)
{
  const ClinchField *field = clinch_kind_name_field (row->kind);
  const char *name = field != NULL ? clinch_row_text (row, field->index) : NULL;

  return name != NULL ? name : "";
}

void
clinch_row_set_int (ClinchRow *row,
                    int        field,
                    gint64     value)
{
  g_return_if_fail (field_is_integer (row, field));

  row->values[field].integer = value;
  row->set |= BIT (field);
  row->mask |= BIT (field);
}

void
clinch_row_take_text (ClinchRow *row,
                      int        field,
                      char      *value)
{
  g_return_if_fail (!field_is_integer (row, field));

  clear_value (row, field);
  row->mask |= BIT (field);
  if (value == NULL)
    return;
  row->values[field].text = value;
  row->set |= BIT (field);
  row->owned |= BIT (field);
}

void
clinch_row_set_text (ClinchRow  *row,
                     int         field,
                     const char *value)
{
  const ClinchField *info = clinch_kind_field (row->kind, field);

  clinch_row_take_text (row, field,
                        info->type == CLINCH_FIELD_LONG_TEXT ? clinch_text_clean (value)
                        : clinch_text_clean_line (value));
}

void
clinch_row_set_null (ClinchRow *row,
                     int        field)
{
  clear_value (row, field);
  row->mask |= BIT (field);
}

void
clinch_row_apply (ClinchRow       *self,
                  const ClinchRow *changes)
{
  int n_fields;

  clinch_kind_fields (self->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (!clinch_row_has (changes, i))
        continue;
      if (clinch_row_is_null (changes, i))
        clinch_row_set_null (self, i);
      else if (clinch_field_is_integer (clinch_kind_field (self->kind, i)))
        clinch_row_set_int (self, i, clinch_row_int (changes, i));
      else
        clinch_row_set_text (self, i, clinch_row_text (changes, i));
    }
}

gboolean
clinch_row_field_equal (const ClinchRow *a,
                        const ClinchRow *b,
                        int              field)
{
  gboolean a_set = (a->set & BIT (field)) != 0;
  gboolean b_set = (b->set & BIT (field)) != 0;

  if (a_set != b_set)
    return FALSE;
  if (!a_set)
    return TRUE;
  if (field_is_integer (a, field))
    return a->values[field].integer == b->values[field].integer;

  return g_str_equal (a->values[field].text, b->values[field].text);
}

char *
clinch_row_to_json (const ClinchRow *row,
                    guint64          mask,
                    gboolean         skip_null)
{
  GString *out = g_string_sized_new (128);
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (row->kind, &n_fields);
  g_string_append_c (out, '{');
  for (int i = 0; i < n_fields; i++)
    {
      gboolean is_set = (row->set & BIT (i)) != 0;

      if (!(mask & BIT (i)) || (fields[i].flags & CLINCH_FIELD_COMPUTED) || (skip_null && !is_set))
        continue;
      if (out->len > 1)
        g_string_append_c (out, ',');
      g_string_append_c (out, '"');
      g_string_append (out, fields[i].column);
      g_string_append (out, "\":");
      if (!is_set)
        g_string_append (out, "null");
      else if (clinch_field_is_integer (&fields[i]))
        clinch_json_append_int (out, row->values[i].integer);
      else
        clinch_json_append_string (out, row->values[i].text);
    }
  g_string_append_c (out, '}');

  return g_string_free (out, FALSE);
}

char *
clinch_row_to_log (const ClinchRow *row,
                   gint64           at)
{
  g_autofree char *json = clinch_row_to_json (row, ~G_GUINT64_CONSTANT (0), TRUE);

  if (row->created_at == at)
    return g_steal_pointer (&json);

  json[strlen (json) - 1] = '\0';
  return g_strdup_printf ("%s%s\"created_at\":%" G_GINT64_FORMAT "}", json,
                          json[1] != '\0' ? "," : "", row->created_at);
}

static void
set_from_node (ClinchRow         *row,
               const ClinchField *field,
               JsonNode          *node)
{
  if (JSON_NODE_HOLDS_VALUE (node) && clinch_field_is_integer (field)
      && json_node_get_value_type (node) == G_TYPE_INT64)
    clinch_row_set_int (row, field->index, json_node_get_int (node));
  else if (JSON_NODE_HOLDS_VALUE (node) && !clinch_field_is_integer (field) &&
           json_node_get_value_type (node) == G_TYPE_STRING)
    clinch_row_take_text (row, field->index, json_node_dup_string (node));
  else
    clinch_row_set_null (row, field->index);
}

ClinchRow *
clinch_row_from_json (ClinchKind   kind,
                      const char  *json,
                      GError     **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (kind);
  g_autoptr(JsonNode) root = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (json == NULL)
    return g_steal_pointer (&row);

  root = json_from_string (json, error);
  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_INVALID_DATA,
                           "not an object");
      return NULL;
    }

  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, &node))
    {
      const ClinchField *field = clinch_kind_find_field (kind, name);

      if (field != NULL)
        set_from_node (row, field, node);
      else if (g_str_equal (name, "created_at") && JSON_NODE_HOLDS_VALUE (node))
        row->created_at = json_node_get_int (node);
    }

  return g_steal_pointer (&row);
}
