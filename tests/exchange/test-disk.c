// SPDX-License-Identifier: GPL-3.0-or-later
//
// What happens on a disk that is full, with everything that writes: the less room there is the
// earlier it stops, and it stops in every place on its way. Nothing acknowledged is lost, nothing
// is half done, and with room it works again in the same process.
#define G_LOG_DOMAIN "clinch-test"

#include "config.h"

#include "clinch-exchange-error.h"
#include "clinch-export.h"
#include "clinch-log.h"
#include "clinch-sample.h"
#include "clinch-test-disk.h"
#include "clinch-test-import.h"

#include <glib/gstdio.h>
#include <string.h>

#define MEGABYTES 16
#define ROOM_STEP (16 * 1024)

/* The reason is that there is no room, in a sentence that says what to do. */
static void
assert_full (const GError *error)
{
  if (error->domain == CLINCH_EXCHANGE_ERROR)
    {
      g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_IO);
      g_assert_nonnull (strstr (error->message, "cannot be written"));
      return;
    }
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_FULL);
  g_assert_true (strstr (error->message, "ree some space") != NULL ||
                 strstr (error->message, "Choose another place") != NULL);
}

static guint
count_files (const char *directory)
{
  g_autoptr(GDir) dir = g_dir_open (directory, 0, NULL);
  guint n_files = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

/* A step of any kind on an open workspace. */
typedef gboolean (*WorkFunc) (ClinchTxn *txn, GError **error);

static gboolean
save_follow_up (ClinchTxn  *txn,
                GError    **error)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autofree char *assignment = g_strconcat ("text=", text, NULL);
  g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_FOLLOW_UP, assignment, "customer=1",
                                              NULL);

  clinch_txn_set_action (txn, "test", NULL);
  clinch_test_store_fill (clinch_txn_db (txn), row);

  return clinch_txn_insert (txn, row, error) != 0;
}

static gboolean
fill_sample (ClinchTxn  *txn,
             GError    **error)
{
  return clinch_sample_fill (txn, 1, 1, "zh", NULL, NULL, error);
}

static gboolean
import_many (ClinchTxn  *txn,
             GError    **error)
{
  g_autoptr(GString) text = g_string_new ("Customer,Industry,Note\n");
  g_autoptr(ClinchTable) table = NULL;
  g_autoptr(ClinchImportPlan) plan = NULL;
  g_autoptr(ClinchImportResult) result = NULL;

  for (int i = 0; i < 2000; i++)
    g_string_append_printf (text, "Customer %d,Steel,Some words about customer %d\n", i, i);
  table = clinch_test_table (text->str);
  plan = clinch_import_plan_new (table, "file.csv", CLINCH_KIND_CUSTOMER, clinch_txn_db (txn),
                                 error);
  g_assert_nonnull (plan);
  result = clinch_import_run (plan, txn, NULL, NULL, NULL, error);

  return result != NULL;
}

static gboolean
do_step (ClinchDb  *db,
         WorkFunc   work,
         GError   **error)
{
  g_autoptr(ClinchTxn) txn = clinch_txn_begin (db, 1770000000000, error);
  g_autoptr(ClinchChangeSet) changes = NULL;

  if (txn == NULL || !work (txn, error))
    return FALSE;
  changes = clinch_txn_commit (g_steal_pointer (&txn), error);

  return changes != NULL;
}

static int
fill_up_and_do (ClinchTestStore *test,
                WorkFunc         work,
                gsize            step)
{
  gint64 before = clinch_test_store_int (test, "SELECT count (*) FROM step");
  gboolean done = FALSE;
  int n_refused = 0;

  for (gsize left = 0; !done; left += step)
    {
      g_autoptr(GError) error = NULL;

      clinch_test_disk_fill (left);
      done = do_step (test->db, work, &error);
      clinch_test_disk_free ();
      n_refused += !done;
      if (!done)
        assert_full (error);
      g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM step"), ==,
                       before + done);
      if (done || n_refused < 8)
        clinch_test_assert_sound (test->db);
    }
  clinch_test_store_open (test);
  clinch_test_assert_sound (test->db);

  return n_refused;
}

static void
test_disk_step (void)
{
  static const struct
  {
    const char *name;
    WorkFunc work;
    gsize room; /* it is tried again with so much more */
  } operations[] = {
    { "save", save_follow_up, 4096 },
    { "import", import_many, 8 * ROOM_STEP },
    { "sample", fill_sample, 8 * ROOM_STEP },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
      int n_refused;

      if (operations[i].work == save_follow_up)
        clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", NULL));
      n_refused = fill_up_and_do (test, operations[i].work, operations[i].room);
      g_test_message ("%s: refused %d times", operations[i].name, n_refused);
      g_assert_cmpint (n_refused, >, 2);
    }
}

static gboolean
save_job (ClinchTxn  *txn,
          gpointer    data,
          GError    **error)
{
  return save_follow_up (txn, error);
}

/* As the window does it: a save is refused with a reason, and a moment later goes through. */
static void
test_disk_store (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(ClinchChangeSet) changes = NULL;
  g_autoptr(GError) error = NULL;
  ClinchStore *store;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A", NULL));
  store = clinch_test_store_open_store (test);
  clinch_test_disk_fill (0);
  for (int i = 0; i < 3; i++)
    {
      g_assert_null (clinch_store_run_write (store, save_job, NULL, &error));
      assert_full (error);
      g_clear_error (&error);
    }
  clinch_test_disk_free ();
  changes = clinch_store_run_write (store, save_job, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (changes);

  /* Closing on a full disk loses nothing. */
  clinch_test_disk_fill (0);
  clinch_test_store_close (test);
  clinch_test_disk_free ();
  clinch_test_store_open (test);
  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM follow_up"), ==, 1);
  clinch_test_assert_sound (test->db);
}

/* An export is whole or not there; the one before it stays. */
static void
test_disk_export (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autofree char *directory = g_build_filename (test->directory, "out", NULL);
  g_autofree char *file = g_build_filename (directory, "customers.csv", NULL);
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done = FALSE;
  int n_refused = 0;

  g_assert_true (clinch_export_run (test->db, directory, NULL, NULL, NULL, NULL, NULL));
  before = clinch_test_checksum (file);
  g_assert_true (do_step (test->db, fill_sample, &error));
  for (gsize left = 0; !done; left += ROOM_STEP)
    {
      g_autofree char *after = NULL;

      clinch_test_disk_fill (left);
      done = clinch_export_run (test->db, directory, NULL, NULL, NULL, NULL, &error);
      clinch_test_disk_free ();
      after = clinch_test_checksum (file);
      g_assert_cmpuint (count_files (directory), ==, CLINCH_N_KINDS - 1);
      g_assert_cmpint (g_str_equal (before, after), ==, !done);
      if (done)
        continue;
      assert_full (error);
      g_clear_error (&error);
      n_refused++;
    }
  g_assert_cmpint (n_refused, >, 2);
}

static int
n_backups (ClinchTestStore *test)
{
  g_autofree char *backups = g_build_filename (test->directory, "backups", NULL);

  return count_files (backups);
}

/* An older workspace is opened by a version whose update does not fit: it stays as it is, byte for
 * byte, and is updated once there is room. */
static void
test_disk_open (gconstpointer limit)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autofree char *path = g_build_filename (test->directory, "workspace.db", NULL);
  g_autofree char *before = NULL;
  gboolean done = FALSE;
  int n_refused = 0;

  clinch_test_disk_limit_files (limit != NULL);
  clinch_test_store_use_version (test, 1);
  before = clinch_test_checksum (path);
  /* Page by page at first; later one place is like the next. */
  for (gsize left = 0; !done; left += limit != NULL ? ROOM_STEP : 4096 + left / 16)
    {
      g_autoptr(ClinchWorkspaceFile) file = NULL;
      g_autoptr(GError) error = NULL;

      clinch_test_disk_fill (left);
      file = clinch_workspace_file_open (test->directory, FALSE, FALSE, "en", &error);
      done = file != NULL;
      g_clear_pointer (&file, clinch_workspace_file_close);
      clinch_test_disk_free ();
      if (!done)
        {
          g_autofree char *after = clinch_test_checksum (path);

          assert_full (error);
          g_assert_cmpstr (before, ==, after);
          g_assert_cmpint (n_backups (test), ==, 0);
          n_refused++;
        }
    }
  g_assert_cmpint (n_refused, >, 0);
  clinch_test_disk_limit_files (FALSE);
  clinch_test_store_open (test);
  g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM customer"), ==, 2);
  clinch_test_assert_sound (test->db);
}

static void
test_disk_create (void)
{
  g_autofree char *root = g_dir_make_tmp ("clinch-test-XXXXXX", NULL);
  g_autofree char *directory = g_build_filename (root, "New.clinch", NULL);
  g_autofree char *path = g_build_filename (directory, "workspace.db", NULL);
  gboolean done = FALSE;
  int n_refused = 0;

  for (gsize left = 0; !done; left += ROOM_STEP)
    {
      g_autoptr(ClinchWorkspaceFile) file = NULL;
      g_autoptr(GError) error = NULL;

      clinch_test_disk_fill (left);
      file = clinch_workspace_file_open (directory, TRUE, FALSE, "en", &error);
      done = file != NULL;
      g_clear_pointer (&file, clinch_workspace_file_close);
      clinch_test_disk_free ();
      if (done)
        continue;
      assert_full (error);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      n_refused++;
    }
  g_assert_cmpint (n_refused, >, 2);
  clinch_test_remove_tree (root);
}

int
main (int    argc,
      char **argv)
{
  int status;

  clinch_test_disk_mount (MEGABYTES);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/disk/step", test_disk_step);
  g_test_add_func ("/disk/store", test_disk_store);
  g_test_add_func ("/disk/export", test_disk_export);
  g_test_add_data_func ("/disk/open/full", NULL, test_disk_open);
  g_test_add_data_func ("/disk/open/limit", GINT_TO_POINTER (TRUE), test_disk_open);
  g_test_add_func ("/disk/create", test_disk_create);

  status = g_test_run ();
  clinch_test_disk_unmount ();

  return status;
}
