// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-dossier-actions.h"

#include "clinch-clock.h"
#include "clinch-dossier.h"
#include "clinch-file-write.h"
#include "clinch-paper-print.h"

#include <glib/gi18n-lib.h>

/* Of whom, and where to; a copy of it goes with each job. */
typedef struct
{
  GtkWidget *widget;
  ClinchWorkspace *workspace;
  gint64 customer_id;
  gint64 now;
  char *path;
} Wish;

static Wish *
wish_new (GtkWidget       *widget,
          ClinchWorkspace *workspace,
          gint64           customer_id)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->widget = g_object_ref (widget);
  wish->workspace = g_object_ref (workspace);
  wish->customer_id = customer_id;
  wish->now = clinch_clock_now ();

  return wish;
}

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->widget);
  g_object_unref (wish->workspace);
  g_free (wish->path);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

/* --- Into a file */

typedef struct
{
  gint64 customer_id;
  gint64 now;
  char *path;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job);
}

static Job *
job_new (const Wish *wish)
{
  Job *job = g_new0 (Job, 1);

  job->customer_id = wish->customer_id;
  job->now = wish->now;
  job->path = g_strdup (wish->path);

  return job;
}

static gpointer
write_dossier (ClinchDb  *db,
               gpointer   data,
               GError   **error)
{
  const Job *job = data;
  g_autoptr(ClinchVisitBrief) brief = NULL;
  g_autoptr(GBytes) bytes = NULL;

  brief = clinch_visit_brief_load (db, job->customer_id, job->now, TRUE, error);
  if (brief == NULL)
    return NULL;
  bytes = clinch_dossier_render (brief, error);
  if (bytes == NULL || !clinch_file_write (job->path, g_bytes_get_data (bytes, NULL),
                                           g_bytes_get_size (bytes), error))
    return NULL;

  return g_filename_display_basename (job->path);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Wish) wish = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = clinch_store_read_finish (CLINCH_STORE (object), result, &error);
  g_autofree char *message = NULL;

  if (name == NULL)
    {
      clinch_page_report (wish->widget, error);
      return;
    }
  message = g_strdup_printf (_("Saved as “%s”"), name);
  clinch_page_toast (wish->widget, message);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Wish) wish = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  ClinchStore *store = clinch_workspace_get_store (wish->workspace);

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  wish->path = g_file_get_path (file);
  clinch_store_read_async (store, write_dossier, job_new (wish), job_free, g_free, NULL,
                           written_cb, g_steal_pointer (&wish));
}

void
clinch_dossier_save (GtkWidget       *widget,
                     ClinchWorkspace *workspace,
                     gint64           customer_id,
                     const char      *name)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *plain = g_strdelimit (g_strdup (name), "/\\", '-');
  g_autofree char *file_name = g_strconcat (plain, ".pdf", NULL);

  gtk_file_dialog_set_title (dialog, _("Save the Dossier"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb,
                        wish_new (widget, workspace, customer_id));
}

/* --- Onto a printer */

static gpointer
load_brief (ClinchDb  *db,
            gpointer   data,
            GError   **error)
{
  const Job *job = data;

  return clinch_visit_brief_load (db, job->customer_id, job->now, TRUE, error);
}

static void
brief_free (gpointer data)
{
  clinch_visit_brief_free (data);
}

static void
brief_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(Wish) wish = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchVisitBrief) brief = clinch_store_read_finish (CLINCH_STORE (object), result,
                                                                &error);

  if (brief == NULL
      || (gtk_widget_get_root (wish->widget) != NULL
          && !clinch_paper_print (clinch_dossier_new (brief), clinch_row_name (brief->customer),
                                  wish->widget, &error)))
    clinch_page_report (wish->widget, error);
}

void
clinch_dossier_print (GtkWidget       *widget,
                      ClinchWorkspace *workspace,
                      gint64           customer_id)
{
  Wish *wish = wish_new (widget, workspace, customer_id);

  clinch_store_read_async (clinch_workspace_get_store (workspace), load_brief, job_new (wish),
                           job_free, brief_free, NULL, brief_loaded_cb, wish);
}
