// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-db.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-db-private.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

struct _ClinchDb
{
  sqlite3 *handle;
  GHashTable *statements; /* SQL text to ClinchStatement, those not lent out */
  GCancellable *cancellable;
  int steps_left; /* of a limit, in units of LIMIT_STEPS; negative without one */
  gpointer kept;
  GDestroyNotify kept_destroy;
  gint64 kept_version;
};

struct _ClinchStatement
{
  ClinchDb *db;
  sqlite3_stmt *handle;
  char *sql;
};

/* How many VM instructions pass between two looks at the cancellable: about a tenth of a
 * millisecond; and while their number is limited. */
#define PROGRESS_STEPS 10000
#define LIMIT_STEPS 1000

/* SQLite tells a full disk from a broken one; not so an exhausted quota or a limit on the size of
 * files, nor a full disk where it only wanted to make a file. */
static gboolean
is_full (ClinchDb *db,
         int       code)
{
  if ((code & 0xff) != SQLITE_IOERR && (code & 0xff) != SQLITE_CANTOPEN)
    return FALSE;

  return clinch_store_error_is_full (sqlite3_system_errno (db->handle));
}

/* The sentence says what happened and what to do; SQLite's own words go to the debug log. */
static void
set_error (ClinchDb   *db,
           int         code,
           const char *sql,
           GError    **error)
{
  ClinchStoreError kind = CLINCH_STORE_ERROR_FAILED;
  const char *message = NULL;

  g_debug ("SQLite error %d (%s) in: %s", sqlite3_extended_errcode (db->handle),
           sqlite3_errmsg (db->handle),
           sql != NULL ? sql : "-");

  switch (is_full (db, code) ? SQLITE_FULL : code & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The work was cancelled"));
      return;
    case SQLITE_FULL:
      kind = CLINCH_STORE_ERROR_FULL;
      message = _("The disk is full. Nothing was saved; free some space and try again.");
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      kind = CLINCH_STORE_ERROR_BUSY;
      message = _("The workspace is being used by another program. Try again in a moment.");
      break;
    case SQLITE_CONSTRAINT:
      kind = CLINCH_STORE_ERROR_CONSTRAINT;
      message = _("The change would break a rule of the data and was not saved.");
      break;
    case SQLITE_CORRUPT:
      kind = CLINCH_STORE_ERROR_CORRUPT;
      message = _("The workspace file is damaged. Open the newest backup, or run “clinch check”.");
      break;
    case SQLITE_NOTADB:
      kind = CLINCH_STORE_ERROR_FOREIGN;
      message = _("The file is not a Clinch workspace.");
      break;
    case SQLITE_READONLY:
      kind = CLINCH_STORE_ERROR_READ_ONLY;
      message = _("The workspace cannot be written. Check the permissions of its folder.");
      break;
    case SQLITE_CANTOPEN:
      kind = CLINCH_STORE_ERROR_READ_ONLY;
      message =
        _("The workspace file cannot be opened. Check that its folder exists and that you may "
          "write to it.");
      break;
    case SQLITE_IOERR:
      message = _("The disk reported an error. Nothing was saved; check the disk and try again.");
      break;
    default:
      g_set_error (error, CLINCH_STORE_ERROR, kind,
                   _("The database reported an error (%s). Nothing was saved."),
                   sqlite3_errmsg (db->handle));
      return;
    }

  g_set_error_literal (error, CLINCH_STORE_ERROR, kind, message);
}

/* Statements are long and differ early and late; looking at a few characters of each is enough. */
static guint
hash_sql (gconstpointer key)
{
  const char *sql = key;
  gsize length = strlen (sql);
  gsize stride = length / 16 + 1;
  guint hash = length;

  for (gsize i = 0; i < length; i += stride)
    hash = hash * 33 + (guchar) sql[i];

  return hash;
}

static int
look_up (gpointer data)
{
  ClinchDb *db = data;

  if (db->steps_left > 0)
    db->steps_left--;

  return db->steps_left == 0 || g_cancellable_is_cancelled (db->cancellable);
}

/* ICU's order for columns that have no stored sort key; only ever named in queries, never in the
 * schema. */
static int
compare_text (void       *data,
              int         a_length,
              const void *a,
              int         b_length,
              const void *b)
{
  g_autofree char *a_text = g_strndup (a, a_length);
  g_autofree char *b_text = g_strndup (b, b_length);

  return clinch_text_compare (a_text, b_text);
}

/* clinch_contains (text, folded): whether a text holds another one, whatever their case and width;
 * queries alone use it. */
static void
contains_text (sqlite3_context  *context,
               int               n_arguments,
               sqlite3_value   **arguments)
{
  const char *text = (const char *) sqlite3_value_text (arguments[0]);
  const char *wanted = (const char *) sqlite3_value_text (arguments[1]);
  g_autofree char *folded = text != NULL ? clinch_text_fold (text) : NULL;

  sqlite3_result_int (context, folded != NULL && wanted != NULL && strstr (folded, wanted) != NULL);
}

/* clinch_today (): the current day, as the program's clock has it. */
static void
tell_today (sqlite3_context  *context,
            int               n_arguments,
            sqlite3_value   **arguments)
{
  char today[CLINCH_DATE_SIZE];

  clinch_clock_today (today);
  sqlite3_result_text (context, today, -1, SQLITE_TRANSIENT);
}

#define CACHE_SIZE "PRAGMA cache_size = -32768;"
#define MASS_CACHE_SIZE "PRAGMA cache_size = -262144;"

gboolean
clinch_db_expect_mass (ClinchDb  *db,
                       gboolean   mass,
                       GError   **error)
{
  return clinch_db_exec (db, mass ? MASS_CACHE_SIZE : CACHE_SIZE, error);
}

static gboolean
configure (ClinchDb      *db,
           ClinchDbMode   mode,
           GError       **error)
{
  static const char common[] =
    "PRAGMA foreign_keys = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA cell_size_check = ON;"
    "PRAGMA mmap_size = 0;"
    "PRAGMA temp_store = MEMORY;"
    CACHE_SIZE;
  static const char writer[] =
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA journal_size_limit = 67108864;"
    "PRAGMA wal_autocheckpoint = 1000;";
  gboolean writes = mode == CLINCH_DB_WRITE || mode == CLINCH_DB_CREATE;

  sqlite3_busy_timeout (db->handle, 5000);
  sqlite3_extended_result_codes (db->handle, 1);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_progress_handler (db->handle, PROGRESS_STEPS, look_up, db);
  sqlite3_create_collation (db->handle, "clinch", SQLITE_UTF8, NULL, compare_text);
  sqlite3_create_function_v2 (db->handle, "clinch_contains", 2,
                              SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                              contains_text, NULL, NULL, NULL);
  sqlite3_create_function_v2 (db->handle, "clinch_today", 0, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL,
                              tell_today, NULL, NULL, NULL);
  clinch_db_add_row_function (db);

  if (!clinch_db_exec (db, common, error))
    return FALSE;

  return clinch_db_exec (db,
                         writes ? writer : "PRAGMA wal_autocheckpoint = 0; PRAGMA query_only = ON;",
                         error);
}

static void
drop_kept (ClinchDb *db)
{
  gpointer kept = g_steal_pointer (&db->kept);

  if (kept != NULL && db->kept_destroy != NULL)
    db->kept_destroy (kept);
}

/* It may come from what is taken back. */
static void
rolled_back_cb (void *user_data)
{
  drop_kept (user_data);
}

ClinchDb *
clinch_db_open (const char    *path,
                ClinchDbMode   mode,
                GError       **error)
{
  g_autoptr(ClinchDb) db = g_new0 (ClinchDb, 1);
  g_autofree char *uri = NULL;
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int code;

  switch (mode)
    {
    case CLINCH_DB_CREATE:
      flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
      break;
    case CLINCH_DB_WRITE:
      flags |= SQLITE_OPEN_READWRITE;
      break;
    case CLINCH_DB_IMMUTABLE:
      {
        g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

        uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);
        flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        break;
      }
    case CLINCH_DB_READ:
    default:
      flags |= SQLITE_OPEN_READONLY;
      break;
    }

  db->steps_left = -1;
  code = sqlite3_open_v2 (uri != NULL ? uri : path, &db->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      set_error (db, code, NULL, error);
      return NULL;
    }

  db->statements = g_hash_table_new (hash_sql, g_str_equal);
  sqlite3_rollback_hook (db->handle, rolled_back_cb, db);
  if (!configure (db, mode, error))
    return NULL;

  return g_steal_pointer (&db);
}

static void
free_statement (ClinchStatement *statement)
{
  sqlite3_finalize (statement->handle);
  g_free (statement->sql);
  g_free (statement);
}

void
clinch_db_close (ClinchDb *db)
{
  if (db->statements != NULL)
    {
      GHashTableIter iter;
      gpointer statement;

      g_hash_table_iter_init (&iter, db->statements);
      while (g_hash_table_iter_next (&iter, NULL, &statement))
        free_statement (statement);
      g_hash_table_unref (db->statements);
    }
  sqlite3_close_v2 (db->handle);
  drop_kept (db);
  g_clear_object (&db->cancellable);
  g_free (db);
}

/* Goes up with every commit of another connection. */
static gboolean
read_version (ClinchDb *db,
              gint64   *version)
{
  g_autoptr(GError) error = NULL;

  if (clinch_db_query_int (db, version, NULL, &error, "PRAGMA data_version", ""))
    return TRUE;

  g_debug ("The version of the data cannot be read: %s", error->message);
  return FALSE;
}

void
clinch_db_keep (ClinchDb       *db,
                gpointer        data,
                GDestroyNotify  destroy)
{
  drop_kept (db);
  if (data == NULL)
    return;

  db->kept = data;
  db->kept_destroy = destroy;
  if (!read_version (db, &db->kept_version))
    drop_kept (db);
}

gpointer
clinch_db_get_kept (ClinchDb *db)
{
  gint64 version;

  if (db->kept != NULL && (!read_version (db, &version) || version != db->kept_version))
    drop_kept (db);

  return db->kept;
}

gint64
clinch_db_count_scanned (ClinchDb *db)
{
  gint64 n = 0;

  for (sqlite3_stmt *statement = sqlite3_next_stmt (db->handle, NULL); statement != NULL;
       statement = sqlite3_next_stmt (db->handle, statement))
    n += sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, TRUE);

  return n;
}

void
clinch_db_set_cancellable (ClinchDb     *db,
                           GCancellable *cancellable)
{
  g_set_object (&db->cancellable, cancellable);
}

GCancellable *
clinch_db_get_cancellable (ClinchDb *db)
{
  return db->cancellable;
}

void
clinch_db_limit_steps (ClinchDb *db,
                       int       steps)
{
  db->steps_left = steps / LIMIT_STEPS;
  sqlite3_progress_handler (db->handle, LIMIT_STEPS, look_up, db);
}

gboolean
clinch_db_lift_limit (ClinchDb *db)
{
  gboolean reached = db->steps_left == 0;

  db->steps_left = -1;
  sqlite3_progress_handler (db->handle, PROGRESS_STEPS, look_up, db);
  return reached;
}

gpointer
clinch_db_handle (ClinchDb *db)
{
  return db->handle;
}

gpointer
clinch_statement_handle (ClinchStatement *statement)
{
  return statement->handle;
}

gboolean
clinch_db_exec (ClinchDb    *db,
                const char  *sql,
                GError     **error)
{
  int code = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  set_error (db, code, sql, error);
  return FALSE;
}

ClinchStatement *
clinch_db_prepare (ClinchDb    *db,
                   const char  *sql,
                   GError     **error)
{
  ClinchStatement *statement = NULL;
  sqlite3_stmt *handle = NULL;
  int code;

  if (g_hash_table_steal_extended (db->statements, sql, NULL, (gpointer *) &statement))
    return statement;

  code = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      set_error (db, code, sql, error);
      return NULL;
    }

  statement = g_new0 (ClinchStatement, 1);
  statement->db = db;
  statement->handle = handle;
  statement->sql = g_strdup (sql);

  return statement;
}

void
clinch_statement_release (ClinchStatement *statement)
{
  ClinchDb *db = statement->db;

  clinch_statement_reset (statement);
  sqlite3_clear_bindings (statement->handle);

  /* The same text may have been prepared a second time while the first was lent out. */
  if (g_hash_table_contains (db->statements, statement->sql))
    free_statement (statement);
  else
    g_hash_table_insert (db->statements, statement->sql, statement);
}

void
clinch_statement_bind_int (ClinchStatement *statement,
                           int              index,
                           gint64           value)
{
  sqlite3_bind_int64 (statement->handle, index, value);
}

void
clinch_statement_bind_text (ClinchStatement *statement,
                            int              index,
                            const char      *value)
{
  sqlite3_bind_text (statement->handle, index, value, -1, SQLITE_STATIC);
}

void
clinch_statement_bind_blob (ClinchStatement *statement,
                            int              index,
                            gconstpointer    data,
                            gsize            length)
{
  sqlite3_bind_blob64 (statement->handle, index, data, length, SQLITE_STATIC);
}

void
clinch_statement_bind_null (ClinchStatement *statement,
                            int              index)
{
  sqlite3_bind_null (statement->handle, index);
}

void
clinch_statement_bind_field (ClinchStatement *statement,
                             int              index,
                             const ClinchRow *row,
                             int              field)
{
  if (clinch_row_is_null (row, field))
    sqlite3_bind_null (statement->handle, index);
  else if (clinch_field_is_integer (clinch_kind_field (row->kind, field)))
    sqlite3_bind_int64 (statement->handle, index, clinch_row_int (row, field));
  else
    sqlite3_bind_text (statement->handle, index, clinch_row_text (row, field), -1, SQLITE_STATIC);
}

gboolean
clinch_statement_step (ClinchStatement  *statement,
                       gboolean         *has_row,
                       GError          **error)
{
  int code = sqlite3_step (statement->handle);

  *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;

  set_error (statement->db, code, statement->sql, error);
  sqlite3_reset (statement->handle);
  return FALSE;
}

void
clinch_statement_reset (ClinchStatement *statement)
{
  sqlite3_reset (statement->handle);
}

gboolean
clinch_statement_run (ClinchStatement  *statement,
                      GError          **error)
{
  gboolean has_row;

  if (!clinch_statement_step (statement, &has_row, error))
    return FALSE;

  clinch_statement_reset (statement);
  return TRUE;
}

gint64
clinch_statement_int (ClinchStatement *statement,
                      int              column)
{
  return sqlite3_column_int64 (statement->handle, column);
}

const char *
clinch_statement_text (ClinchStatement *statement,
                       int              column)
{
  return (const char *) sqlite3_column_text (statement->handle, column);
}

gconstpointer
clinch_statement_blob (ClinchStatement *statement,
                       int              column,
                       gsize           *length)
{
  gconstpointer data = sqlite3_column_blob (statement->handle, column);

  *length = sqlite3_column_bytes (statement->handle, column);
  return data;
}

gboolean
clinch_statement_is_null (ClinchStatement *statement,
                          int              column)
{
  return sqlite3_column_type (statement->handle, column) == SQLITE_NULL;
}

ClinchStatement *
clinch_db_prepare_with_list (ClinchDb    *db,
                             const char  *sql,
                             const char  *types,
                             va_list      arguments,
                             GError     **error)
{
  ClinchStatement *statement = clinch_db_prepare (db, sql, error);

  for (int i = 0; statement != NULL && types[i] != '\0'; i++)
    {
      if (types[i] == 'i')
        clinch_statement_bind_int (statement, i + 1, va_arg (arguments, gint64));
      else
        clinch_statement_bind_text (statement, i + 1, va_arg (arguments, const char *));
    }

  return statement;
}

gboolean
clinch_db_query_int (ClinchDb    *db,
                     gint64      *value,
                     gboolean    *found,
                     GError     **error,
                     const char  *sql,
                     const char  *types,
                     ...)
{
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row;
  va_list arguments;

  *value = 0;
  va_start (arguments, types);
  statement = clinch_db_prepare_with_list (db, sql, types, arguments, error);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;
  if (!clinch_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *value = clinch_statement_int (statement, 0);
  if (found != NULL)
    *found = has_row;

  return TRUE;
}

gboolean
clinch_db_query_text (ClinchDb    *db,
                      char       **value,
                      GError     **error,
                      const char  *sql,
                      const char  *types,
                      ...)
{
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row;
  va_list arguments;

  *value = NULL;
  va_start (arguments, types);
  statement = clinch_db_prepare_with_list (db, sql, types, arguments, error);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;
  if (!clinch_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *value = g_strdup (clinch_statement_text (statement, 0));

  return TRUE;
}

gboolean
clinch_db_run (ClinchDb    *db,
               GError     **error,
               const char  *sql,
               const char  *types,
               ...)
{
  g_autoptr(ClinchStatement) statement = NULL;
  va_list arguments;

  va_start (arguments, types);
  statement = clinch_db_prepare_with_list (db, sql, types, arguments, error);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;

  return clinch_statement_run (statement, error);
}

gint64
clinch_db_last_id (ClinchDb *db)
{
  return sqlite3_last_insert_rowid (db->handle);
}

int
clinch_db_changes (ClinchDb *db)
{
  return sqlite3_changes (db->handle);
}

GArray *
clinch_statement_ids (ClinchStatement  *statement,
                      GError          **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row;

  while (TRUE)
    {
      gint64 id;

      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&ids);
      id = clinch_statement_int (statement, 0);
      g_array_append_val (ids, id);
    }
}

char *
clinch_db_name_of (ClinchDb   *db,
                   ClinchKind  kind,
                   gint64      id)
{
  g_autofree char *sql = NULL;
  char *name = NULL;

  if (id == 0)
    return g_strdup ("");

  sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?", clinch_kind_name_field (kind)->column,
                         clinch_kind_table (kind));
  if (!clinch_db_query_text (db, &name, NULL, sql, "i", id) || name == NULL)
    return g_strdup ("");

  return name;
}

char *
clinch_db_get_local (ClinchDb   *db,
                     const char *key)
{
  char *value = NULL;

  clinch_db_query_text (db, &value, NULL, "SELECT value FROM local WHERE key = ?", "t", key);
  return value;
}

char *
clinch_db_get_setting (ClinchDb   *db,
                       const char *name)
{
  char *value = NULL;

  clinch_db_query_text (db, &value, NULL,
                        "SELECT value FROM setting WHERE name = ? AND deleted_at IS NULL", "t", name);
  return value;
}
