// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-workspace-dialog.h"

#include "clinch-backup.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-page.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _ClinchWorkspaceDialog
{
  AdwDialog parent_instance;

  AdwActionRow *path_row;
  GtkActionable *files_button;
  AdwActionRow *size_row;
  AdwActionRow *backup_row;
  AdwPreferencesGroup *records_group;
  AdwActionRow *steps_row;
  AdwActionRow *hash_row;
  GtkWidget *copy_button;

  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (ClinchWorkspaceDialog, clinch_workspace_dialog, ADW_TYPE_DIALOG)

static const ClinchKind counted[] = {
  CLINCH_KIND_CUSTOMER, CLINCH_KIND_CONTACT, CLINCH_KIND_OPPORTUNITY, CLINCH_KIND_FOLLOW_UP,
  CLINCH_KIND_MEMBER,
};

typedef struct
{
  char *directory;
  gint64 counts[G_N_ELEMENTS (counted)];
  gint64 steps;
  char *hash;
  guint64 size;
  gint64 backup_time; /* 0 where there is none */
} Facts;

static void
facts_free (gpointer data)
{
  Facts *facts = data;

  g_free (facts->directory);
  g_free (facts->hash);
  g_free (facts);
}

static guint64
size_of (const char *directory,
         const char *name)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

static gpointer
read_facts (ClinchDb  *db,
            gpointer   data,
            GError   **error)
{
  Facts *facts = data;
  g_autoptr(GPtrArray) backups = clinch_backup_list (facts->directory);

  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE deleted_at IS NULL",
                                              clinch_kind_table (counted[i]));

      if (!clinch_db_query_int (db, &facts->counts[i], NULL, error, sql, ""))
        return NULL;
    }
  if (!clinch_db_query_int (db, &facts->steps, NULL, error, "SELECT count (*) FROM step", "")
      || !clinch_db_query_text (db, &facts->hash, error,
                                "SELECT lower (hex (hash)) FROM step ORDER BY id DESC LIMIT 1", ""))
    return NULL;
  facts->size = size_of (facts->directory, "workspace.db")
                + size_of (facts->directory, "workspace.db-wal");
  if (backups->len > 0)
    facts->backup_time = ((ClinchBackup *) backups->pdata[0])->time;

  return facts;
}

static char *
format_count (gint64 count)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, count);
}

static void
add_count (ClinchWorkspaceDialog *self,
           ClinchKind             kind,
           gint64                 count)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = format_count (count);
  GtkWidget *label = gtk_label_new (text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), clinch_kind_label (kind, TRUE));
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->records_group, row);
}

static void
facts_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinchWorkspaceDialog) self = user_data;
  const Facts *facts = clinch_store_job_data (result);
  g_autoptr(GError) error = NULL;
  g_autofree char *size = NULL;
  g_autofree char *steps = NULL;
  g_autofree char *backup = NULL;

  if (clinch_store_read_finish (CLINCH_STORE (object), result, &error) == NULL)
    {
      clinch_page_report (GTK_WIDGET (self), error);
      return;
    }
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  size = g_format_size (facts->size);
  steps = format_count (facts->steps);
  backup = facts->backup_time > 0 ? clinch_instant_format (facts->backup_time,
                                                           clinch_clock_now (),
                                                           clinch_clock_timezone ())
           : g_strdup (_("None yet"));
  adw_action_row_set_subtitle (self->size_row, size);
  adw_action_row_set_subtitle (self->backup_row, backup);
  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    add_count (self, counted[i], facts->counts[i]);
  adw_action_row_set_subtitle (self->steps_row, steps);
  adw_action_row_set_subtitle (self->hash_row, facts->hash);
  gtk_widget_set_sensitive (self->copy_button, facts->hash != NULL);
}

static void
copy_cb (ClinchWorkspaceDialog *self)
{
  clinch_page_copy (GTK_WIDGET (self), adw_action_row_get_subtitle (self->hash_row), NULL);
}

static void
clinch_workspace_dialog_dispose (GObject *object)
{
  ClinchWorkspaceDialog *self = CLINCH_WORKSPACE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINCH_TYPE_WORKSPACE_DIALOG);

  G_OBJECT_CLASS (clinch_workspace_dialog_parent_class)->dispose (object);
}

static void
clinch_workspace_dialog_finalize (GObject *object)
{
  g_clear_object (&CLINCH_WORKSPACE_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (clinch_workspace_dialog_parent_class)->finalize (object);
}

static void
clinch_workspace_dialog_class_init (ClinchWorkspaceDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_workspace_dialog_dispose;
  object_class->finalize = clinch_workspace_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/app/workspace-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchWorkspaceDialog, path_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchWorkspaceDialog, files_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchWorkspaceDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchWorkspaceDialog, backup_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchWorkspaceDialog, records_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchWorkspaceDialog, steps_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchWorkspaceDialog, hash_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchWorkspaceDialog, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
clinch_workspace_dialog_init (ClinchWorkspaceDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
clinch_workspace_dialog_new (ClinchWorkspace *workspace)
{
  ClinchWorkspaceDialog *self = g_object_new (CLINCH_TYPE_WORKSPACE_DIALOG, NULL);
  const char *directory = clinch_workspace_get_directory (workspace);
  g_autofree char *path = g_filename_display_name (directory);
  Facts *facts = g_new0 (Facts, 1);

  adw_action_row_set_subtitle (self->path_row, path);
  gtk_actionable_set_action_target (self->files_button, "s", directory);
  facts->directory = g_strdup (directory);
  clinch_store_read_slow_async (clinch_workspace_get_store (workspace), read_facts, facts,
                                facts_free, NULL, self->cancellable, facts_read_cb,
                                g_object_ref (self));

  return ADW_DIALOG (self);
}
