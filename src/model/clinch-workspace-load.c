// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows as the jobs of the model read them: with what is shown beside them.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-workspace-load.h"

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
