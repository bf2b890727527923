// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-test-disk.h"
#include "clinch-test-store.h"

#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define N_KILLS 60 /* a process that is killed has no time to say what a sanitizer found */
#else
#define N_KILLS 300
#endif
#define MAX_PROMISES 60 /* that are awaited before the process is killed */

static GSubprocess *
start_helper (const char *what,
              const char *directory,
              const char *prefix)
{
  g_autoptr(GError) error = NULL;
  GSubprocess *process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDIN_PIPE, &error,
                      STORE_HELPER,
                                           what, directory, prefix, NULL);

  g_assert_no_error (error);
  return process;
}

static void
wait_for_promises (GDataInputStream *lines,
                   int               n_promises,
                   GPtrArray        *names)
{
  g_autofree char *ready = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

  g_assert_cmpstr (ready, ==, "ready");
  for (int i = 0; i < n_promises; i++)
    {
      char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      g_assert_nonnull (line);
      g_ptr_array_add (names, line);
    }
}

/* Everything the process said before it died, each line a promise that the customer is saved. */
static void
collect_promises (GDataInputStream *lines,
                  GPtrArray        *names)
{
  while (TRUE)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      if (line == NULL)
        return;
      if (!g_str_equal (line, "ready"))
        g_ptr_array_add (names, g_steal_pointer (&line));
    }
}

/* Each of @names stands for a customer, and none of them twice. */
static void
assert_saved (ClinchTestStore *test,
              GPtrArray       *names)
{
  g_autofree char *saved = clinch_test_store_text (test, "SELECT name FROM customer");
  g_auto(GStrv) lines = g_strsplit (saved, "\n", -1);
  g_autoptr(GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_hash_table_add (set, lines[i]))
      g_error ("%s is there twice", lines[i]);
  for (guint i = 0; i < names->len; i++)
    if (!g_hash_table_contains (set, names->pdata[i]))
      g_error ("%s was acknowledged and is lost", (char *) names->pdata[i]);
}

/* Killed at any moment, opening included: nothing that was acknowledged is lost, and nothing is
 * half there. */
static void
test_crash_kill (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  clinch_test_store_close (test);
  for (int i = 0; i < N_KILLS; i++)
    {
      g_autofree char *prefix = g_strdup_printf ("K%d", i);
      g_autoptr(GSubprocess) process = start_helper ("write", test->directory, prefix);

      g_autoptr(GDataInputStream) lines =
        g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));

      /* One in four dies while it opens the workspace, the others while they write. */
      if (i % 4 == 0)
        g_usleep (g_test_rand_int_range (0, 20000));
      else
        wait_for_promises (lines, g_test_rand_int_range (0, MAX_PROMISES), names);
      g_usleep (g_test_rand_int_range (0, 3000));
      g_subprocess_force_exit (process);
      collect_promises (lines, names);
      g_subprocess_wait (process, NULL, NULL);
    }

  g_test_message ("%d kills, %u acknowledged", N_KILLS, names->len);
  g_assert_cmpuint (names->len, >, N_KILLS * MAX_PROMISES / 4);
  clinch_test_store_open (test);
  assert_saved (test, names);
  clinch_test_assert_sound (test->db);
}

/* The lock belongs to the process that has the workspace open, and goes with it however it ends. */
static void
test_crash_second_process (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_store_new ("en");
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GDataInputStream) lines = NULL;
  g_autoptr(ClinchWorkspaceFile) file = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *line = NULL;
  gint64 count;

  clinch_test_store_close (test);
  process = start_helper ("hold", test->directory, NULL);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_assert_cmpstr (line, ==, "ready");

  g_assert_null (clinch_workspace_file_open (test->directory, FALSE, FALSE, "en", &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "open it for reading only"));
  g_clear_error (&error);

  /* Reading beside it is possible, writing from there is not. */
  file = clinch_workspace_file_open (test->directory, FALSE, TRUE, "en", &error);
  g_assert_no_error (error);
  g_assert_true (clinch_db_query_int (file->db, &count, NULL, NULL, "SELECT count (*) FROM stage",
                                      ""));
  g_assert_cmpint (count, ==, 14);
  g_assert_false (clinch_db_exec (file->db, "DELETE FROM stage", NULL));
  g_clear_pointer (&file, clinch_workspace_file_close);

  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  clinch_test_store_open (test);
}

int
main (int    argc,
      char **argv)
{
  int status;

  /* Being killed is the same on every disk, and a thousand saves are quicker on this one. */
  clinch_test_disk_mount (256);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/crash/second-process", test_crash_second_process);
  g_test_add_func ("/store/crash/kill", test_crash_kill);

  status = g_test_run ();
  clinch_test_disk_unmount ();

  return status;
}
