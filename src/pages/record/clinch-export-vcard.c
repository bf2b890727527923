// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-export-vcard.h"

#include "clinch-page.h"
#include "clinch-vcard-writer.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *widget;
  ClinchWorkspace *workspace;
  ClinchKind kind;
  gint64 id;
} Wish;

/* What the job needs, and its answer. */
typedef struct
{
  ClinchKind kind;
  gint64 id;
  char *path;
} Job;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->widget);
  g_object_unref (wish->workspace);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job);
}

static gpointer
export (ClinchDb  *db,
        gpointer   data,
        GError   **error)
{
  const Job *job = data;
  guint n_cards;

  if (!clinch_vcard_export (db, job->kind, job->id, CLINCH_VCARD_3_0, job->path, &n_cards, error))
    return NULL;

  return g_memdup2 (&n_cards, sizeof n_cards);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree guint *n_cards = clinch_store_read_finish (CLINCH_STORE (object), result, &error);
  g_autofree char *message = NULL;

  if (n_cards == NULL)
    {
      clinch_page_report (widget, error);
      return;
    }
  message = g_strdup_printf (ngettext ("%u contact exported", "%u contacts exported", *n_cards),
                             *n_cards);
  clinch_page_toast (widget, message);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Wish) wish = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  Job *job;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;

  job = g_new0 (Job, 1);
  job->kind = wish->kind;
  job->id = wish->id;
  job->path = g_file_get_path (file);
  clinch_store_read_async (clinch_workspace_get_store (wish->workspace), export, job, job_free,
                           g_free, NULL, exported_cb, g_object_ref (wish->widget));
}

void
clinch_export_vcard (GtkWidget       *widget,
                     ClinchWorkspace *workspace,
                     ClinchKind       kind,
                     gint64           id,
                     const char      *name)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *plain = g_strdelimit (g_strdup (name), "/\\", '-');
  g_autofree char *file_name = g_strconcat (plain, ".vcf", NULL);
  Wish *wish = g_new0 (Wish, 1);

  wish->widget = g_object_ref (widget);
  wish->workspace = g_object_ref (workspace);
  wish->kind = kind;
  wish->id = id;
  gtk_file_dialog_set_title (dialog, _("Export as vCard"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, wish);
}
