// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-backup.h"
#include "clinch-test-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <utime.h>

#define NOON_OF_20TH 1795147200 /* 2026-11-20 12:00 in Shanghai */
#define DAY 86400

static char *
add_backup (ClinchTestStore *test,
            const char      *name,
            const char      *contents,
            gint64           time)
{
  char *path = g_build_filename (test->directory, "backups", name, NULL);
  struct utimbuf times = { time, time };

  if (contents != NULL)
    {
      g_assert_true (g_file_set_contents (path, contents, -1, NULL));
    }
  else
    {
      g_autofree char *database = g_build_filename (test->directory, "workspace.db", NULL);
      g_autofree char *data = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (database, &data, &length, NULL));
      g_assert_true (g_file_set_contents (path, data, length, NULL));
    }
  g_assert_cmpint (utime (path, &times), ==, 0);

  return path;
}

static void
add_customer (ClinchTestStore *test,
              const char      *name)
{
  g_autofree char *value = g_strconcat ("name=", name, NULL);

  clinch_test_store_open (test);
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, value, NULL));
  clinch_test_store_close (test);
}

static gint64
count_customers (const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchWorkspaceFile) file = clinch_workspace_file_open (folder, FALSE, FALSE, "en",
                                                                    &error);
  gint64 count = -1;

  g_assert_no_error (error);
  g_assert_true (clinch_db_query_int (file->db, &count, NULL, &error,
                                      "SELECT count (*) FROM customer", ""));
  return count;
}

static void
test_backup_list (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;
  g_autofree char *note = NULL;

  clinch_test_store_close (test);
  newer = add_backup (test, "a.db", NULL, NOON_OF_20TH + DAY);
  older = add_backup (test, "b.db", NULL, NOON_OF_20TH);
  note = add_backup (test, "note.txt", "milk", NOON_OF_20TH + 2 * DAY);

  backups = clinch_backup_list (test->directory);
  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_cmpstr (((ClinchBackup *) backups->pdata[0])->path, ==, newer);
  g_assert_cmpint (((ClinchBackup *) backups->pdata[0])->time, ==, NOON_OF_20TH + DAY);
  g_assert_cmpstr (((ClinchBackup *) backups->pdata[1])->path, ==, older);
}

/* The newest copy is cut off; the one before it comes back, in a folder of its own. */
static void
test_backup_restore (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autofree char *database = g_build_filename (test->directory, "workspace.db", NULL);
  g_autofree char *parent = g_path_get_dirname (test->directory);
  g_autofree char *older = NULL;
  g_autofree char *broken = NULL;

  add_customer (test, "Hangang");
  older = add_backup (test, "older.db", NULL, NOON_OF_20TH);
  broken = add_backup (test, "newer.db", "SQLite format 3", NOON_OF_20TH + DAY);
  add_customer (test, "Acme");
  g_assert_true (g_file_set_contents (database, "damaged", -1, NULL));

  for (int i = 1; i <= 2; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *folder = clinch_backup_restore_newest (test->directory, &error);
      g_autofree char *beside = folder != NULL ? g_path_get_dirname (folder) : NULL;
      g_autofree char *restored = g_build_filename (folder, "workspace.db", NULL);
      struct stat info;

      g_assert_no_error (error);
      g_assert_cmpstr (beside, ==, parent);
      g_assert_true (g_str_has_suffix (folder, i == 1 ? "(backup of 2026-11-20).clinch"
                                       : "(backup of 2026-11-20) 2.clinch"));
      g_assert_cmpint (g_stat (folder, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0700);
      g_assert_cmpint (g_stat (restored, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
      g_assert_cmpint (count_customers (folder), ==, 1);
    }

  {
    g_autofree char *contents = NULL;

    g_assert_true (g_file_get_contents (database, &contents, NULL, NULL));
    g_assert_cmpstr (contents, ==, "damaged");
    g_assert_true (g_file_test (older, G_FILE_TEST_EXISTS));
  }
}

static void
test_backup_none (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(GPtrArray) backups = clinch_backup_list ("/nonexistent");
  g_autofree char *broken = NULL;
  g_autofree char *folder = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (backups->len, ==, 0);
  broken = add_backup (test, "broken.db", "nothing", NOON_OF_20TH);
  folder = clinch_backup_restore_newest (test->directory, &error);
  g_assert_null (folder);
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/backup/list", test_backup_list);
  g_test_add_func ("/store/backup/restore", test_backup_restore);
  g_test_add_func ("/store/backup/none", test_backup_none);

  return g_test_run ();
}
