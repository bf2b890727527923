// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-sample-workspace.h"

#include "clinch-sample.h"

#include <glib/gi18n-lib.h>

char *
clinch_sample_workspace_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "clinch", "Sample.clinch", NULL);
}

gboolean
clinch_sample_workspace_exists (void)
{
  g_autofree char *path = clinch_sample_workspace_path ();

  return g_file_test (path, G_FILE_TEST_IS_DIR);
}

gboolean
clinch_sample_workspace_is (ClinchWorkspace *workspace)
{
  g_autofree char *path = clinch_sample_workspace_path ();

  return workspace != NULL && g_str_equal (clinch_workspace_get_directory (workspace), path);
}

typedef struct
{
  const char *language;
  int *thousandths;
} FillJob;

static void
note_progress (int      done,
               int      total,
               gpointer user_data)
{
  int *thousandths = user_data;

  g_atomic_int_set (thousandths, total > 0 ? (int) (done * 1000.0 / total) : 0);
}

static gboolean
fill_job (ClinchTxn  *txn,
          gpointer    data,
          GError    **error)
{
  FillJob *job = data;
  gint64 n_customers;

  if (!clinch_db_query_int (clinch_txn_db (txn), &n_customers, NULL, error,
                            "SELECT count (*) FROM customer", ""))
    return FALSE;

  return n_customers > 0 || clinch_sample_fill (txn, 1, 1, job->language, note_progress,
                                                job->thousandths, error);
}

void
clinch_sample_workspace_fill_async (ClinchWorkspace     *workspace,
                                    int                 *thousandths,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  FillJob *job = g_new0 (FillJob, 1);

  job->language = C_("workspace language", "en");
  job->thousandths = thousandths;
  clinch_store_write_async (clinch_workspace_get_store (workspace), fill_job, job, g_free,
                            cancellable, callback, user_data);
}

gboolean
clinch_sample_workspace_fill_finish (ClinchWorkspace  *workspace,
                                     GAsyncResult     *result,
                                     GError          **error)
{
  g_autoptr(ClinchChangeSet) changes =
    clinch_store_write_finish (clinch_workspace_get_store (workspace), result, error);

  return changes != NULL;
}

/* What is linked to is not ours and stays. */
static void
remove_tree (GFile *file)
{
  g_autoptr(GFileEnumerator) children = NULL;
  g_autoptr(GError) error = NULL;

  children = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                        G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  while (children != NULL)
    {
      GFile *child = NULL;

      if (!g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) || child == NULL)
        break;
      if (g_file_query_file_type (child, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) ==
          G_FILE_TYPE_DIRECTORY)
        remove_tree (child);
      else
        g_file_delete (child, NULL, NULL);
    }
  if (!g_file_delete (file, NULL, &error))
    g_warning ("The sample could not be removed: %s", error->message);
}

void
clinch_sample_workspace_remove (void)
{
  g_autofree char *path = clinch_sample_workspace_path ();
  g_autoptr(GFile) folder = g_file_new_for_path (path);

  if (clinch_sample_workspace_exists ())
    remove_tree (folder);
}
