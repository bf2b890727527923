// SPDX-License-Identifier: GPL-3.0-or-later
//
// Records out of statements.
//
// A record has up to forty columns, and asking SQLite for each of them across its interface costs
// more than finding them. Where many are read, an SQL function gets the columns as they lie in the
// registers of the statement, makes the row there and hands it on as a pointer. SQLite keeps no
// pointers where it sorts or stores, so that only statements which do neither may call it.
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-db-private.h"
#include "clinch-row-private.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

#define ROW_FUNCTION "clinch_row"
#define ROW_POINTER "ClinchRow"

static const char *const common_columns[] = { "id", "uid", "created_at", "deleted_at" };

#define N_COMMON ((int) G_N_ELEMENTS (common_columns))

/* The statement that loads a record by its key, and the column list without an alias: both are
 * asked for all the time. */
static const char *load_sql[CLINCH_N_KINDS];
static const char *plain_columns[CLINCH_N_KINDS];

static void
append_columns (GString    *out,
                ClinchKind  kind,
                const char *alias)
{
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < N_COMMON + n_fields; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      if (alias != NULL)
        g_string_append_printf (out, "%s.", alias);
      g_string_append (out, i < N_COMMON ? common_columns[i] : fields[i - N_COMMON].column);
    }
}

const char *
clinch_db_row_columns (ClinchKind kind)
{
  const char *columns = g_atomic_pointer_get (&plain_columns[kind]);

  if (columns == NULL)
    {
      g_autoptr(GString) out = g_string_new (NULL);

      append_columns (out, kind, NULL);
      columns = g_intern_string (out->str);
      g_atomic_pointer_set (&plain_columns[kind], columns);
    }

  return columns;
}

char *
clinch_db_row_call (ClinchKind  kind,
                    const char *alias)
{
  GString *out = g_string_new (NULL);

  g_string_printf (out, ROW_FUNCTION " (%d,", kind);
  append_columns (out, kind, alias);
  g_string_append_c (out, ')');

  return g_string_free (out, FALSE);
}

/* SQLite keeps the texts until the next step, so that all of them are copied at once. */
static guint64
read_cells (sqlite3_value **values,
            ClinchKind      kind,
            ClinchCell      cells[])
{
  guint64 integers = clinch_kind_integers (kind);
  guint64 set = 0;
  int n_fields;

  clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      gboolean is_set;

      if (integers >> i & 1)
        {
          cells[i].integer = sqlite3_value_int64 (values[i]);
          is_set = cells[i].integer != 0 || sqlite3_value_type (values[i]) != SQLITE_NULL;
        }
      else
        {
          cells[i].text = (const char *) sqlite3_value_text (values[i]);
          is_set = cells[i].text != NULL;
          if (is_set)
            cells[i].length = sqlite3_value_bytes (values[i]);
        }
      if (is_set)
        set |= G_GUINT64_CONSTANT (1) << i;
    }

  return set;
}

static ClinchRow *
row_from_values (sqlite3_value **values,
                 ClinchKind      kind)
{
  ClinchCell cells[CLINCH_MAX_FIELDS];
  guint64 set = read_cells (values + N_COMMON, kind, cells);
  ClinchRow *row = clinch_row_new_full (kind, set, cells);
  gconstpointer uid = sqlite3_value_blob (values[1]);

  row->id = sqlite3_value_int64 (values[0]);
  if (uid != NULL)
    memcpy (row->uid.bytes, uid, MIN (sqlite3_value_bytes (values[1]), CLINCH_UID_SIZE));
  row->created_at = sqlite3_value_int64 (values[2]);
  row->deleted_at = sqlite3_value_int64 (values[3]);

  return row;
}

static void
make_row (sqlite3_context  *context,
          int               n_arguments,
          sqlite3_value   **arguments)
{
  ClinchKind kind = sqlite3_value_int (arguments[0]);

  sqlite3_result_pointer (context, row_from_values (arguments + 1, kind), ROW_POINTER,
                          (void (*) (void *)) clinch_row_unref);
}

void
clinch_db_add_row_function (ClinchDb *db)
{
  sqlite3_create_function_v2 (clinch_db_handle (db), ROW_FUNCTION, -1,
                              SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL, make_row, NULL, NULL, NULL);
}

ClinchRow *
clinch_statement_made_row (ClinchStatement *statement,
                           int              column)
{
  sqlite3_value *value = sqlite3_column_value (clinch_statement_handle (statement), column);
  ClinchRow *row = sqlite3_value_pointer (value, ROW_POINTER);

  g_return_val_if_fail (row != NULL, NULL);

  return clinch_row_ref (row);
}

/* No other thread looks at the values of a connection, so that they need no copying first. */
ClinchRow *
clinch_statement_row (ClinchStatement *statement,
                      ClinchKind       kind)
{
  sqlite3_stmt *handle = clinch_statement_handle (statement);
  sqlite3_value *values[N_COMMON + CLINCH_MAX_FIELDS];
  int n_fields;

  clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < N_COMMON + n_fields; i++)
    values[i] = sqlite3_column_value (handle, i);

  return row_from_values (values, kind);
}

static const char *
get_load_sql (ClinchKind kind)
{
  const char *sql = g_atomic_pointer_get (&load_sql[kind]);

  if (sql == NULL)
    {
      g_autofree char *text = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?",
                                               clinch_db_row_columns (kind),
                                               clinch_kind_table (kind));

      sql = g_intern_string (text);
      g_atomic_pointer_set (&load_sql[kind], sql);
    }

  return sql;
}

ClinchRow *
clinch_db_load_row (ClinchDb    *db,
                    ClinchKind   kind,
                    gint64       id,
                    GError     **error)
{
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (db, get_load_sql (kind), error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, id);
  if (!clinch_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND,
                   /* Translators: %s is a kind of record, such as Customer. */
                   _("%s: there is no such record."), clinch_kind_label (kind, FALSE));
      return NULL;
    }

  return clinch_statement_row (statement, kind);
}

GPtrArray *
clinch_db_load_rows (ClinchDb    *db,
                     GError     **error,
                     ClinchKind   kind,
                     const char  *tail,
                     const char  *types,
                     ...)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_row_unref);
  g_autoptr(ClinchStatement) statement = NULL;
  g_autofree char *sql = NULL;
  gboolean has_row;
  va_list arguments;

  sql = g_strdup_printf ("SELECT %s FROM %s %s", clinch_db_row_columns (kind),
                         clinch_kind_table (kind),
                         tail != NULL ? tail : "WHERE deleted_at IS NULL ORDER BY id");
  va_start (arguments, types);
  statement = clinch_db_prepare_with_list (db, sql, types, arguments, error);
  va_end (arguments);
  if (statement == NULL)
    return NULL;

  while (TRUE)
    {
      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      g_ptr_array_add (rows, clinch_statement_row (statement, kind));
    }

  return g_steal_pointer (&rows);
}

gboolean
clinch_db_each (ClinchDb        *db,
                ClinchEachFunc   func,
                gpointer         data,
                GError         **error,
                const char      *sql,
                const char      *types,
                ...)
{
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row = TRUE;
  va_list arguments;

  va_start (arguments, types);
  statement = clinch_db_prepare_with_list (db, sql, types, arguments, error);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (has_row)
        func (data, statement);
    }

  return TRUE;
}
