// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-check.h"
#include "clinch-mount.h"
#include "clinch-test-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
  sqlite3_close (handle);
}

static char *
database_path (ClinchTestStore *test)
{
  return g_build_filename (test->directory, "workspace.db", NULL);
}

/* Refused for the right reason, in words that name the way out, and left as it was. */
static void
assert_refused (ClinchTestStore *test,
                int              code,
                const char      *pattern)
{
  g_autofree char *path = database_path (test);
  g_autofree char *before = clinch_test_checksum (path);

  for (int mode = 0; mode < 3; mode++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_null (clinch_workspace_file_open (test->directory, mode == 1, mode == 2, "en",
                                                 &error));
      g_assert_error (error, CLINCH_STORE_ERROR, code);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (pattern, error->message));
      after = clinch_test_checksum (path);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_workspace_foreign (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autofree char *path = database_path (test);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *lock = g_build_filename (test->directory, "workspace.lock", NULL);
  g_autofree char *files = g_build_filename (test->directory, "files", NULL);

  clinch_test_store_close (test);
  g_assert_true (g_file_set_contents (path, "Shopping list:\nmilk\n", -1, NULL));
  assert_refused (test, CLINCH_STORE_ERROR_FOREIGN,
                  "*is not a Clinch workspace*Choose another folder, or a backup.");
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_refused (test, CLINCH_STORE_ERROR_FOREIGN, "*is not a Clinch workspace*");

  /* Somebody else's database is not touched, nor its folder. */
  g_unlink (path);
  g_unlink (lock);
  g_rmdir (files);
  run_sql (path, "CREATE TABLE milk (litres)");
  assert_refused (test, CLINCH_STORE_ERROR_FOREIGN,
                  "*is a database of another program. Choose another folder.");
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (files, G_FILE_TEST_EXISTS));
}

static void
test_workspace_missing (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autofree char *nowhere = g_strconcat (test->directory, "-nowhere", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (clinch_workspace_file_open (nowhere, FALSE, FALSE, "en", &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
}

static void
test_workspace_newer (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autofree char *path = database_path (test);

  clinch_test_store_close (test);
  run_sql (path, "PRAGMA user_version = 99");
  assert_refused (test, CLINCH_STORE_ERROR_TOO_NEW,
                  "*was written by a newer version of Clinch. Update Clinch*");
}

static void
flip_bytes (const char *path,
            gsize       offset,
            gsize       count)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  for (gsize i = offset; i < MIN (offset + count, length); i++)
    data[i] = ~data[i];
  g_assert_true (g_file_set_contents (path, data, length, NULL));
}

/* Damage where the file begins is found on opening, damage elsewhere by the check or on use; never
 * a crash. */
static void
test_workspace_corrupt (void)
{
  static const gsize offsets[] = {
    16, 28, 40, 60, 100, 110, 300, 4000, 4096, 4100, 8192, 8200, 20000, 40960, 60000, 100000,
    150000,
  };
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autofree char *path = database_path (test);
  g_autofree char *data = NULL;
  gsize length;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", NULL));
  clinch_test_store_close (test);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (offsets) && offsets[i] < length; i++)
    {
      g_autoptr(ClinchWorkspaceFile) file = NULL;
      g_autoptr(GPtrArray) findings = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents (path, data, length, NULL));
      flip_bytes (path, offsets[i], 40);
      file = clinch_workspace_file_open (test->directory, FALSE, FALSE, "en", &error);
      if (file == NULL)
        {
          g_test_message ("%d: %s", (int) offsets[i], error->message);
          g_assert_true (error->domain == CLINCH_STORE_ERROR);
          continue;
        }
      findings = clinch_check_run (file->db, NULL, NULL, &error);
      if (findings != NULL)
        g_test_message ("%d: %u findings", (int) offsets[i], findings->len);
      else
        g_assert_true (error->domain == CLINCH_STORE_ERROR);
    }

  g_assert_true (g_file_set_contents (path, data, length, NULL));
  g_assert_cmpint (truncate (path, length / 2), ==, 0);
  {
    g_autoptr(ClinchWorkspaceFile) file = clinch_workspace_file_open (test->directory, FALSE, FALSE,
                                                                      "en", NULL);
    g_autoptr(GPtrArray) findings = file != NULL ? clinch_check_run (file->db, NULL, NULL, NULL)
                                    : NULL;

    g_assert_true (file == NULL || findings == NULL || findings->len > 0);
  }
}

/* Where SQLite itself says that the database is full, the step is taken back whole, and works once
 * there is room. */
static void
test_workspace_full (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autofree char *limit = NULL;
  gint64 pages = clinch_test_store_int (test, "PRAGMA page_count");
  gboolean full = FALSE;

  limit = g_strdup_printf ("PRAGMA max_page_count = %d", (int) pages + 4);
  g_assert_true (clinch_db_exec (test->db, limit, NULL));
  for (int i = 0; i < 500 && !full; i++)
    {
      g_autoptr(ClinchTxn) txn = clinch_test_store_begin (test);
      g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭州钢铁集团有限公司",
                                                  "note=一段很长的备注", NULL);
      g_autoptr(ClinchChangeSet) changes = NULL;
      g_autoptr(GError) error = NULL;
      gint64 before = clinch_test_store_int (test, "SELECT count (*) FROM customer");

      clinch_test_store_fill (test->db, row);
      if (clinch_txn_insert (txn, row, &error) != 0)
        changes = clinch_txn_commit (g_steal_pointer (&txn), &error);
      if (changes != NULL)
        continue;
      full = TRUE;
      g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_FULL);
      g_assert_nonnull (strstr (error->message, "free some space"));
      g_clear_pointer (&txn, clinch_txn_rollback);
      g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM customer"), ==, before);
    }
  g_assert_true (full);

  g_assert_true (clinch_db_exec (test->db, "PRAGMA max_page_count = 1000000", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=B", NULL));
  {
    g_autoptr(GPtrArray) findings = clinch_check_run (test->db, NULL, NULL, NULL);

    g_assert_cmpuint (findings->len, ==, 0);
  }
}

static int
mode_of (const char *directory,
         const char *name)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

static void
test_workspace_modes (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", NULL));
  g_assert_cmpint (mode_of (test->directory, ""), ==, 0700);
  g_assert_cmpint (mode_of (test->directory, "files"), ==, 0700);
  g_assert_cmpint (mode_of (test->directory, "backups"), ==, 0700);
  g_assert_cmpint (mode_of (test->directory, "workspace.db"), ==, 0600);
  g_assert_cmpint (mode_of (test->directory, "workspace.db-wal"), ==, 0600);
  g_assert_cmpint (mode_of (test->directory, "workspace.lock"), ==, 0600);
}

static void
test_workspace_network (void)
{
  const struct
  {
    guint32 magic;
    const char *type;
    gboolean network;
  } cases[] = {
    { 0x6969, "nfs4", TRUE },
    { 0xff534d42, "cifs", TRUE },
    { 0xfe534d42, "smb3", TRUE },
    { 0x01021997, "9p", TRUE },
    { 0x65735546, "fuse.sshfs", TRUE },
    { 0x65735546, "fuse.gvfsd-fuse", TRUE },
    { 0x65735546, "fuseblk", FALSE },
    { 0x65735546, "fuse.gocryptfs", FALSE },
    { 0x65735546, NULL, FALSE },
    { 0xef53, "ext4", FALSE },
    { 0x9123683e, "btrfs", FALSE },
    { 0x01021994, "tmpfs", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (clinch_mount_type_is_network (cases[i].magic, cases[i].type), ==,
                     cases[i].network);
  g_assert_false (clinch_mount_is_network (g_get_tmp_dir ()));
  g_assert_false (clinch_mount_is_network ("/nonexistent/folder/Default.clinch"));
}

/* A copy that nobody closed and that lies where nothing can be written would show less than was
 * saved. */
static void
test_workspace_journal (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchWorkspaceFile) file = NULL;
  g_autofree char *other = g_strconcat (test->directory, "-copy", NULL);
  g_autofree char *source = database_path (test);
  const char *const parts[] = { "", "-wal" };
  g_autoptr(GError) error = NULL;
  gint64 count;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", NULL));
  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *from = g_strconcat (source, parts[i], NULL);
      g_autofree char *to = g_strconcat (other, "/workspace.db", parts[i], NULL);
      g_autofree char *data = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (from, &data, &length, NULL));
      g_assert_true (g_file_set_contents (to, data, length, NULL));
    }
  /* As after a crash: the journal is read when it is opened next. */
  file = clinch_workspace_file_open (other, FALSE, FALSE, "en", &error);
  g_assert_no_error (error);
  g_assert_true (clinch_db_query_int (file->db, &count, NULL, NULL,
                                      "SELECT count (*) FROM customer", ""));
  g_assert_cmpint (count, ==, 1);
  g_clear_pointer (&file, clinch_workspace_file_close);
  clinch_test_remove_tree (other);
}

#define SCHEMA \
  "SELECT type || ' ' || name || ': ' || sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'" \
  " ORDER BY 1"

/* The schema of version 1 as it was released, with its data: it must open in every later version,
 * and then be what a new workspace is. */
static void
test_workspace_version_1 (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autofree char *names = NULL;
  g_autofree char *new_schema = clinch_test_store_text (test, SCHEMA);
  g_autofree char *schema = NULL;

  clinch_test_store_use_version (test, 1);
  clinch_test_store_open (test);
  names = clinch_test_store_text (test, "SELECT name FROM customer ORDER BY id");
  g_assert_cmpstr (names, ==, "杭州钢铁集团有限公司\nAcme & <b>Sons</b>");
  g_assert_cmpint (clinch_test_store_int (test, "SELECT amount FROM opportunity"), ==, 12000000000);
  g_assert_cmpint (clinch_test_store_int (test, "PRAGMA user_version"), ==, CLINCH_SCHEMA_VERSION);
  schema = clinch_test_store_text (test, SCHEMA);
  g_assert_cmpstr (schema, ==, new_schema);
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", NULL));

  /* What a new workspace begins with came with the update. */
  g_assert_cmpint (clinch_test_store_int (test, "SELECT sum (weight) FROM dimension"), ==, 100);
  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM dimension"), ==, 12);
  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM grade_rule"), ==, 4);
  clinch_test_assert_sound (test->db);
}

static void
assert_order (ClinchTestStore *test,
              const char      *expected)
{
  g_autofree char *names = clinch_test_store_text (test,
                                                   "SELECT name FROM customer ORDER BY name_key");

  g_assert_cmpstr (names, ==, expected);
}

/* A system with another version of ICU has come: keys are made anew before a name is compared with
 * them. Nothing of it is history. */
static void
test_workspace_collation (void)
{
  static const char *const names[] = { "name=中国电信", "name=杭钢", "name=Acme" };
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("zh");
  g_autofree char *path = database_path (test);
  g_autoptr(ClinchWorkspaceFile) file = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  gint64 n_steps;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, names[i], NULL));
  clinch_test_store_delete (test, CLINCH_KIND_CUSTOMER, 3);
  n_steps = clinch_test_store_int (test, "SELECT count (*) FROM step");
  assert_order (test, "杭钢\n中国电信\nAcme");
  clinch_test_store_close (test);
  run_sql (path, "UPDATE customer SET name_key = hex (id); UPDATE member SET name_key = '00';"
                 "UPDATE local SET value = '1.2' WHERE key = 'collation'");

  /* Who only reads finds the old keys, and no fault in them. */
  file = clinch_workspace_file_open (test->directory, FALSE, TRUE, "zh", &error);
  g_assert_no_error (error);
  findings = clinch_check_run (file->db, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_clear_pointer (&file, clinch_workspace_file_close);

  clinch_test_store_open (test);
  assert_order (test, "杭钢\n中国电信\nAcme");
  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM step"), ==, n_steps);
  clinch_test_assert_sound (test->db);

  /* Once. */
  g_assert_true (clinch_db_exec (test->db, "UPDATE customer SET name_key = hex (id)", NULL));
  clinch_test_store_open (test);
  assert_order (test, "中国电信\n杭钢\nAcme");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/workspace/foreign", test_workspace_foreign);
  g_test_add_func ("/store/workspace/missing", test_workspace_missing);
  g_test_add_func ("/store/workspace/newer", test_workspace_newer);
  g_test_add_func ("/store/workspace/corrupt", test_workspace_corrupt);
  g_test_add_func ("/store/workspace/full", test_workspace_full);
  g_test_add_func ("/store/workspace/modes", test_workspace_modes);
  g_test_add_func ("/store/workspace/network", test_workspace_network);
  g_test_add_func ("/store/workspace/journal", test_workspace_journal);
  g_test_add_func ("/store/workspace/collation", test_workspace_collation);
  g_test_add_func ("/store/workspace/version-1", test_workspace_version_1);

  return g_test_run ();
}
