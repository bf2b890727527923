// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-test"

#include "config.h"

#include "clinch-test-store.h"

#include "clinch-check.h"
#include "clinch-clock.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

void
clinch_test_remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          clinch_test_remove_tree (child);
        }
    }
  g_remove (path);
}

ClinchTestStore *
clinch_test_store_new (const char *language)
{
  ClinchTestStore *self = g_new0 (ClinchTestStore, 1);
  g_autoptr(GError) error = NULL;

  self->root = g_dir_make_tmp ("clinch-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->directory = g_build_filename (self->root, "Test.clinch", NULL);
  self->file = clinch_workspace_file_open (self->directory, TRUE, FALSE, language, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->file);
  self->db = self->file->db;

  return self;
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  gboolean *closed = user_data;
  g_autoptr(GError) error = NULL;

  g_assert_true (clinch_store_close_finish (CLINCH_STORE (object), result, &error));
  g_assert_no_error (error);
  *closed = TRUE;
}

void
clinch_test_store_close (ClinchTestStore *self)
{
  self->db = NULL;
  g_clear_pointer (&self->file, clinch_workspace_file_close);
  if (self->store != NULL)
    {
      gboolean closed = FALSE;

      clinch_store_close_async (self->store, closed_cb, &closed);
      while (!closed)
        g_main_context_iteration (NULL, TRUE);
      /* The thread that closed may still be letting go of its task. */
      while (g_atomic_int_get (&G_OBJECT (self->store)->ref_count) > 1)
        {
          g_main_context_iteration (NULL, FALSE);
          g_thread_yield ();
        }
      g_assert_finalize_object (g_steal_pointer (&self->store));
    }
}

void
clinch_test_store_free (ClinchTestStore *self)
{
  clinch_test_store_close (self);
  clinch_test_remove_tree (self->root);
  g_free (self->root);
  g_free (self->directory);
  g_free (self);
}

void
clinch_test_store_open (ClinchTestStore *self)
{
  g_autoptr(GError) error = NULL;

  clinch_test_store_close (self);
  self->file = clinch_workspace_file_open (self->directory, FALSE, FALSE, "en", &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->file);
  self->db = self->file->db;
}

void
clinch_test_store_use_version (ClinchTestStore *self,
                               int              version)
{
  g_autofree char *name = g_strdup_printf ("version-%d.sql", version);
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "store", "fixtures", name, NULL);
  g_autofree char *path = g_build_filename (self->directory, "workspace.db", NULL);
  g_autofree char *sql = NULL;
  g_autoptr(GError) error = NULL;
  sqlite3 *handle = NULL;

  clinch_test_store_close (self);
  g_unlink (path);
  g_assert_true (g_file_get_contents (fixture, &sql, NULL, &error));
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  /* As every workspace is; the mode stands in the file. */
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (handle);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  ClinchTestStore *self = user_data;
  g_autoptr(GError) error = NULL;

  self->store = clinch_store_open_finish (result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->store);
}

ClinchStore *
clinch_test_store_open_store (ClinchTestStore *self)
{
  clinch_test_store_close (self);
  clinch_store_open_async (self->directory, CLINCH_STORE_OPEN_WRITE, NULL, NULL, opened_cb, self);
  while (self->store == NULL)
    g_main_context_iteration (NULL, TRUE);

  return self->store;
}

ClinchTxn *
clinch_test_store_begin (ClinchTestStore *self)
{
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn = clinch_txn_begin (self->db, clinch_clock_now_ms (), &error);

  g_assert_no_error (error);
  g_assert_nonnull (txn);
  clinch_txn_set_action (txn, "test", NULL);

  return txn;
}

gint64
clinch_test_store_commit (ClinchTxn *txn)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_txn_commit (txn, &error);

  g_assert_no_error (error);
  g_assert_nonnull (changes);

  return changes->step_id;
}

static void
set_field (ClinchRow  *row,
           const char *assignment)
{
  const char *equals = strchr (assignment, '=');
  g_autofree char *name = NULL;
  const ClinchField *field;

  g_assert_nonnull (equals);
  name = g_strndup (assignment, equals - assignment);
  field = clinch_kind_find_field (row->kind, name);
  g_assert_nonnull (field);
  if (equals[1] == '\0')
    clinch_row_set_null (row, field->index);
  else if (clinch_field_is_integer (field))
    clinch_row_set_int (row, field->index, g_ascii_strtoll (equals + 1, NULL, 10));
  else
    clinch_row_set_text (row, field->index, equals + 1);
}

ClinchRow *
clinch_test_row (ClinchKind kind,
                 ...)
{
  ClinchRow *row = clinch_row_new (kind);
  const char *assignment;
  va_list arguments;

  va_start (arguments, kind);
  while ((assignment = va_arg (arguments, const char *)) != NULL)
    set_field (row, assignment);
  va_end (arguments);

  return row;
}

static void
fill_int (ClinchDb   *db,
          ClinchRow  *row,
          int         field,
          const char *sql)
{
  gint64 value;

  if (clinch_row_has (row, field))
    return;
  g_assert_true (clinch_db_query_int (db, &value, NULL, NULL, sql, ""));
  clinch_row_set_int (row, field, value);
}

static void
fill_text (ClinchRow  *row,
           int         field,
           const char *value)
{
  if (!clinch_row_has (row, field))
    clinch_row_set_text (row, field, value);
}

static void
fill_opportunity (ClinchDb  *db,
                  ClinchRow *row)
{
  fill_text (row, CLINCH_OPPORTUNITY_NAME, "MES");
  fill_text (row, CLINCH_OPPORTUNITY_CURRENCY, "CNY");
  fill_int (db, row, CLINCH_OPPORTUNITY_CUSTOMER, "SELECT max (id) FROM customer");
  fill_int (db, row, CLINCH_OPPORTUNITY_OWNER, "SELECT min (id) FROM member");
  fill_int (db, row, CLINCH_OPPORTUNITY_STAGE, "SELECT min (id) FROM stage");
  fill_int (db, row, CLINCH_OPPORTUNITY_PIPELINE, "SELECT min (id) FROM pipeline");
  fill_int (db, row, CLINCH_OPPORTUNITY_STAGE_ENTERED, "SELECT 1770000000");
  fill_int (db, row, CLINCH_OPPORTUNITY_POSITION,
            "SELECT ifnull (max (position), 0) + 1048576 FROM opportunity");
}

void
clinch_test_store_fill (ClinchDb  *db,
                        ClinchRow *row)
{
  if (row->kind == CLINCH_KIND_MEMBER)
    fill_text (row, CLINCH_MEMBER_ROLE, "owner");
  if (row->kind == CLINCH_KIND_CUSTOMER)
    {
      fill_text (row, CLINCH_CUSTOMER_CURRENCY, "CNY");
      fill_int (db, row, CLINCH_CUSTOMER_OWNER, "SELECT min (id) FROM member");
    }
  if (row->kind == CLINCH_KIND_CONTACT)
    fill_int (db, row, CLINCH_CONTACT_CUSTOMER, "SELECT max (id) FROM customer");
  if (row->kind == CLINCH_KIND_OPPORTUNITY)
    fill_opportunity (db, row);
  if (row->kind == CLINCH_KIND_FOLLOW_UP)
    {
      fill_text (row, CLINCH_FOLLOW_UP_TYPE, "visit");
      fill_int (db, row, CLINCH_FOLLOW_UP_HAPPENED, "SELECT 1770000000");
      fill_int (db, row, CLINCH_FOLLOW_UP_CUSTOMER, "SELECT max (id) FROM customer");
      fill_int (db, row, CLINCH_FOLLOW_UP_AUTHOR, "SELECT min (id) FROM member");
    }
}

gint64
clinch_test_store_insert (ClinchTestStore *self,
                          ClinchRow       *row)
{
  g_autoptr(ClinchRow) owned = row;
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (self);
  g_autoptr(GError) error = NULL;

  clinch_test_store_fill (self->db, owned);
  clinch_txn_insert (txn, owned, &error);
  g_assert_no_error (error);
  g_assert_cmpint (owned->id, !=, 0);
  clinch_test_store_commit (g_steal_pointer (&txn));

  return owned->id;
}

gint64
clinch_test_store_update (ClinchTestStore *self,
                          gint64           id,
                          ClinchRow       *row)
{
  g_autoptr(ClinchRow) owned = row;
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (self);
  g_autoptr(GError) error = NULL;

  clinch_txn_update (txn, id, owned, &error);
  g_assert_no_error (error);

  return clinch_test_store_commit (g_steal_pointer (&txn));
}

gint64
clinch_test_store_delete (ClinchTestStore *self,
                          ClinchKind       kind,
                          gint64           id)
{
  g_autoptr(ClinchTxn) txn = clinch_test_store_begin (self);
  g_autoptr(GError) error = NULL;

  clinch_txn_delete (txn, kind, id, &error);
  g_assert_no_error (error);

  return clinch_test_store_commit (g_steal_pointer (&txn));
}

gint64
clinch_test_store_stage (ClinchTestStore *self,
                         const char      *code)
{
  gint64 id = clinch_test_store_int (self,
                                     "SELECT id FROM stage WHERE code = '%s' ORDER BY pipeline_id LIMIT 1", code);

  g_assert_cmpint (id, >, 0);
  return id;
}

static char *
ask_sqlite (ClinchTestStore *self,
            const char      *sql)
{
  sqlite3 *handle = clinch_db_handle (self->db);
  sqlite3_stmt *statement = NULL;
  GString *out = g_string_new (NULL);
  int code;

  code = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);
  if (code != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *text = (const char *) sqlite3_column_text (statement, 0);

      if (out->len > 0)
        g_string_append_c (out, '\n');
      g_string_append (out, text != NULL ? text : "");
    }
  if (code != SQLITE_DONE)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  sqlite3_finalize (statement);

  return g_string_free (out, FALSE);
}

gint64
clinch_test_store_int (ClinchTestStore *self,
                       const char      *sql,
                       ...)
{
  g_autofree char *text = NULL;
  g_autofree char *answer = NULL;
  va_list arguments;

  va_start (arguments, sql);
  text = g_strdup_vprintf (sql, arguments);
  va_end (arguments);
  answer = ask_sqlite (self, text);

  return g_ascii_strtoll (answer, NULL, 10);
}

char *
clinch_test_store_text (ClinchTestStore *self,
                        const char      *sql,
                        ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, sql);
  text = g_strdup_vprintf (sql, arguments);
  va_end (arguments);

  return ask_sqlite (self, text);
}

void
clinch_test_assert_sound (ClinchDb *db)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = clinch_check_run (db, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_error ("%s", ((ClinchFinding *) findings->pdata[i])->message);
}

char *
clinch_test_checksum (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) data, length);
}

/* By the day on which an open stage was entered. */
#define STAGE_TOTALS \
  "SELECT o.stage_id, o.currency, CASE WHEN s.type = 'open' THEN o.stage_entered_at / 86400 ELSE 0 END, count (*)," \
  " ifnull (sum (o.amount), 0), ifnull (sum (iif (o.probability IS NULL, o.amount, 0)), 0)," \
  " ifnull (sum (o.amount * o.probability), 0) FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id" \
  " WHERE o.deleted_at IS NULL GROUP BY 1, 2, 3"

void
clinch_test_store_check_counts (ClinchTestStore *self)
{
  static const char *const differences[] = {
    "SELECT count (*) FROM (SELECT * FROM stage_total EXCEPT " STAGE_TOTALS ")",
    "SELECT count (*) FROM (" STAGE_TOTALS " EXCEPT SELECT * FROM stage_total)",
    "SELECT count (*) FROM customer AS c WHERE opportunity_count <>"
    " (SELECT count (*) FROM opportunity WHERE customer_id = c.id AND deleted_at IS NULL)",
    "SELECT count (*) FROM customer AS c WHERE (open_count, open_value, won_value) IS NOT (SELECT"
    " ifnull (sum (s.type = 'open'), 0),"
    " ifnull (sum (iif (s.type = 'open' AND o.currency = c.currency, o.amount, 0)), 0),"
    " ifnull (sum (iif (s.type = 'won' AND o.currency = c.currency, o.amount, 0)), 0)"
    " FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id WHERE o.customer_id = c.id AND o.deleted_at IS NULL)",
    "SELECT count (*) FROM customer AS c WHERE contact_count <>"
    " (SELECT count (*) FROM contact WHERE customer_id = c.id AND deleted_at IS NULL)",
    "SELECT count (*) FROM customer AS c WHERE last_follow_up_at IS NOT"
    " (SELECT max (happened_at) FROM follow_up WHERE customer_id = c.id AND deleted_at IS NULL)",
    "SELECT count (*) FROM contact AS c WHERE last_follow_up_at IS NOT"
    " (SELECT max (happened_at) FROM follow_up WHERE contact_id = c.id AND deleted_at IS NULL)",
    "SELECT count (*) FROM opportunity AS o WHERE (follow_up_count, last_follow_up_at) IS NOT"
    " (SELECT count (*), max (happened_at) FROM follow_up WHERE opportunity_id = o.id AND deleted_at IS NULL)",
    "SELECT count (*) FROM opportunity AS o JOIN opportunity_chain AS v ON v.id = o.id WHERE o.chain <> v.chain",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (differences); i++)
    {
      gint64 count = clinch_test_store_int (self, "%s", differences[i]);

      if (count != 0)
        g_error ("%" G_GINT64_FORMAT " differ: %s", count, differences[i]);
    }
}

static gpointer
read_nothing (ClinchDb  *db,
              gpointer   data,
              GError   **error)
{
  return NULL;
}

static gboolean
write_nothing (ClinchTxn  *txn,
               gpointer    data,
               GError    **error)
{
  return TRUE;
}

static void
count_down_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  int *n_waiting = user_data;

  (*n_waiting)--;
}

static void
wait_for_all (const int *n_waiting)
{
  while (*n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Jobs of one worker run in their order, and what one leads to is asked for in its callback: a
 * write, the rows of the records, the places in the lists. A few rounds see all. */
void
clinch_test_store_settle (ClinchStore *store)
{
  for (int round = 0; round < 4; round++)
    {
      int n_waiting = 1;

      clinch_store_write_async (store, write_nothing, NULL, NULL, NULL, count_down_cb, &n_waiting);
      wait_for_all (&n_waiting);

      n_waiting = 2;
      clinch_store_read_async (store, read_nothing, NULL, NULL, NULL, NULL, count_down_cb,
                                &n_waiting);
      clinch_store_read_slow_async (store, read_nothing, NULL, NULL, NULL, NULL, count_down_cb,
                                    &n_waiting);
      wait_for_all (&n_waiting);
    }
}
