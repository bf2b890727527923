// SPDX-License-Identifier: GPL-3.0-or-later
//
// Each operation while each call to the disk fails, one after the other: the first, the second, and
// so on until none is left to fail. Whenever it says that it failed nothing has changed; whenever
// it says that it is done it is; and the next try works, without opening the workspace anew.
#include "clinch-log.h"
#include "clinch-operations.h"
#include "clinch-test-disk.h"
#include "clinch-test-faults.h"
#include "clinch-test-store.h"

#include <glib/gstdio.h>
#include <string.h>

typedef gboolean (*WorkFunc) (ClinchTestStore *test, ClinchTxn *txn, GError **error);

/* A reason that a user can do something about. */
static void
assert_reason (ClinchTestFault  fault,
               const GError    *error)
{
  g_assert_nonnull (error);
  if (fault == CLINCH_TEST_FAULT_FULL)
    g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_FULL);
  g_assert_true (error->domain == CLINCH_STORE_ERROR);
  g_assert_cmpint (strlen (error->message), >, 30);
  g_assert_null (strstr (error->message, "SQL"));
}

static gboolean
add_customer (ClinchTestStore  *test,
              ClinchTxn        *txn,
              GError          **error)
{
  g_autofree char *note = g_strnfill (20000, 'x');
  g_autofree char *assignment = g_strconcat ("note=", note, NULL);
  g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭州钢铁", assignment,
                                              "currency=CNY", "owner=1", NULL);

  return clinch_txn_insert (txn, row, error) != 0;
}

static gboolean
edit_opportunity (ClinchTestStore  *test,
                  ClinchTxn        *txn,
                  GError          **error)
{
  static int amount = 1000;
  g_autofree char *assignment = g_strdup_printf ("amount=%d", ++amount);
  g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_OPPORTUNITY, assignment, NULL);

  return clinch_txn_update (txn, 1, row, error);
}

static gboolean
delete_customer (ClinchTestStore  *test,
                 ClinchTxn        *txn,
                 GError          **error)
{
  gint64 id = 1;

  return clinch_operation_delete (txn, CLINCH_KIND_CUSTOMER, &id, 1, error);
}

static gboolean
undo_newest (ClinchTestStore  *test,
             ClinchTxn        *txn,
             GError          **error)
{
  gint64 step;

  return clinch_log_undoable (clinch_txn_db (txn), &step, NULL, error)
         && clinch_log_undo (txn, step, error);
}

static gboolean
do_step (ClinchTestStore  *test,
         WorkFunc          work,
         GError          **error)
{
  g_autoptr(ClinchTxn) txn = clinch_txn_begin (test->db, 1770000000000, error);
  g_autoptr(ClinchChangeSet) changes = NULL;

  if (txn == NULL)
    return FALSE;
  clinch_txn_set_action (txn, "test", NULL);
  if (!work (test, txn, error))
    return FALSE;
  changes = clinch_txn_commit (g_steal_pointer (&txn), error);

  return changes != NULL;
}

static ClinchTestStore *
new_filled (void)
{
  ClinchTestStore *test = clinch_test_store_new ("en");

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_CONTACT, "name=Wang", "customer=1", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES", "customer=1",
                                             NULL));

  return test;
}

/* Fails the calls of a step from the first on, until all of them are let through. Pages that the
 * connection has in memory are forgotten before, so that there is something to read. */
static int
fail_each_call (WorkFunc        work,
                ClinchTestFault fault,
                gboolean        stays)
{
  g_autoptr(ClinchTestStore) test = new_filled ();
  int n_refused = 0;

  for (int nth = 1;; nth = clinch_test_faults_next (nth))
    {
      gint64 before = clinch_test_store_int (test, "SELECT count (*) FROM step");
      g_autoptr(GError) error = NULL;
      gboolean done;
      int struck;

      g_assert_true (clinch_db_exec (test->db, "PRAGMA shrink_memory", NULL));
      clinch_test_faults_arm (test->directory, fault, nth, stays);
      done = do_step (test, work, &error);
      struck = clinch_test_faults_disarm ();
      if (!done)
        {
          assert_reason (fault, error);
          n_refused++;
        }
      g_assert_cmpint (clinch_test_store_int (test, "SELECT count (*) FROM step"), ==,
                       before + done);
      clinch_test_assert_sound (test->db);
      if (struck == 0)
        {
          g_assert_true (done);
          break;
        }
    }

  /* What is in the file is what was acknowledged, also for the next process. */
  clinch_test_store_open (test);
  clinch_test_assert_sound (test->db);

  return n_refused;
}

static void
test_faults_step (void)
{
  static const struct
  {
    const char *name;
    WorkFunc work;
  } operations[] = {
    { "add", add_customer },
    { "edit", edit_opportunity },
    { "delete", delete_customer },
    { "undo", undo_newest },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++)
    for (int fault = 0; fault < CLINCH_TEST_FAULT_OPEN; fault++)
      for (int stays = 0; stays < 2; stays++)
        {
          int n_refused = fail_each_call (operations[i].work, fault, stays);

          g_test_message ("%s, %s%s: refused %d times", operations[i].name,
                          clinch_test_fault_name (fault), stays ? " from there on" : "", n_refused);
          g_assert_cmpint (n_refused, >, 0);
        }
}

/* Copies the files of a workspace, the journal among them, into a new folder. */
static char *
copy_files (ClinchTestStore *test)
{
  static const char *const names[] = { "workspace.db", "workspace.db-wal" };
  char *folder = g_strconcat (test->directory, "-copy", NULL);

  clinch_test_remove_tree (folder);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *from = g_build_filename (test->directory, names[i], NULL);
      g_autofree char *to = g_build_filename (folder, names[i], NULL);
      g_autofree char *data = NULL;
      gsize length;

      if (g_file_get_contents (from, &data, &length, NULL))
        g_assert_true (g_file_set_contents (to, data, length, NULL));
    }

  return folder;
}

/* Opening what another process left behind, closed or not, and closing it again: the disk may fail
 * at any moment of it, and the steps are there all the same. */
static int
fail_each_opening (gboolean        unclean,
                   ClinchTestFault fault,
                   gboolean        stays)
{
  g_autoptr(ClinchTestStore) test = new_filled ();
  gint64 n_steps = clinch_test_store_int (test, "SELECT count (*) FROM step");
  int n_refused = 0;
  int struck = 1;

  if (!unclean)
    clinch_test_store_close (test);
  for (int nth = 1; struck > 0; nth = clinch_test_faults_next (nth))
    {
      g_autofree char *folder = copy_files (test);
      g_autoptr(ClinchWorkspaceFile) file = NULL;
      g_autoptr(GError) error = NULL;
      gint64 found;

      clinch_test_faults_arm (folder, fault, nth, stays);
      file = clinch_workspace_file_open (folder, FALSE, FALSE, "en", &error);
      if (file == NULL)
        {
          assert_reason (fault, error);
          g_clear_error (&error);
          n_refused++;
        }
      g_clear_pointer (&file, clinch_workspace_file_close);
      struck = clinch_test_faults_disarm ();

      file = clinch_workspace_file_open (folder, FALSE, FALSE, "en", &error);
      g_assert_no_error (error);
      g_assert_true (clinch_db_query_int (file->db, &found, NULL, NULL,
                                          "SELECT count (*) FROM step", ""));
      g_assert_cmpint (found, ==, n_steps);
      g_clear_pointer (&file, clinch_workspace_file_close);
      clinch_test_remove_tree (folder);
    }

  return n_refused;
}

static void
test_faults_open (void)
{
  for (int unclean = 0; unclean < 2; unclean++)
    for (int fault = 0; fault < CLINCH_TEST_N_FAULTS; fault++)
      for (int stays = 0; stays < 2; stays++)
        {
          int n_refused = fail_each_opening (unclean, fault, stays);

          g_test_message ("%s, %s%s: refused %d times", unclean ? "unclean" : "clean",
                          clinch_test_fault_name (fault), stays ? " from there on" : "", n_refused);
        }
}

/* A workspace is there or it is not; what was left of a failed one is no hindrance. */
static void
test_faults_create (void)
{
  for (int fault = 0; fault < CLINCH_TEST_N_FAULTS; fault++)
    {
      g_autofree char *root = g_dir_make_tmp ("clinch-test-XXXXXX", NULL);
      g_autofree char *folder = g_build_filename (root, "New.clinch", NULL);
      g_autofree char *path = g_build_filename (folder, "workspace.db", NULL);
      int n_refused = 0;
      int struck = 1;

      /* There are thousands of them; each is as good as any other after the first. */
      for (int nth = 1; struck > 0; nth = clinch_test_faults_next (nth) + nth / 8)
        {
          g_autoptr(ClinchWorkspaceFile) file = NULL;
          g_autoptr(GError) error = NULL;
          gboolean there;

          clinch_test_faults_arm (root, fault, nth, FALSE);
          file = clinch_workspace_file_open (folder, TRUE, FALSE, "en", &error);
          struck = clinch_test_faults_disarm ();
          if (file == NULL)
            {
              assert_reason (fault, error);
              n_refused++;
            }
          else
            {
              gint64 n_stages;

              g_assert_true (clinch_db_query_int (file->db, &n_stages, NULL, NULL,
                                                  "SELECT count (*) FROM stage", ""));
              g_assert_cmpint (n_stages, ==, 14);
            }
          g_clear_pointer (&file, clinch_workspace_file_close);
          there = g_file_test (path, G_FILE_TEST_EXISTS);
          if (there)
            {
              file = clinch_workspace_file_open (folder, FALSE, FALSE, "en", NULL);
              g_assert_nonnull (file);
              g_clear_pointer (&file, clinch_workspace_file_close);
              clinch_test_remove_tree (folder);
            }
        }
      g_test_message ("%s: refused %d times", clinch_test_fault_name (fault), n_refused);
      g_assert_cmpint (n_refused, >, 0);
      clinch_test_remove_tree (root);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  clinch_test_disk_mount (64);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/faults/step", test_faults_step);
  g_test_add_func ("/store/faults/open", test_faults_open);
  g_test_add_func ("/store/faults/create", test_faults_create);

  status = g_test_run ();
  clinch_test_disk_unmount ();

  return status;
}
