// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window's actions on workspaces: what its menus, banners and the buttons of a failure do.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-backup.h"
#include "clinch-recent-workspaces.h"
#include "clinch-sample-workspace.h"
#include "clinch-window-private.h"
#include "clinch-workspace-dialog.h"
#include "clinch-workspaces-dialog.h"

#include <glib/gi18n-lib.h>

static char *
default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "clinch", "Default.clinch", NULL);
}

static void
begin_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchWindow *self = CLINCH_WINDOW (widget);
  const char *choice = g_variant_get_string (parameter, NULL);
  g_autofree char *path = g_str_equal (choice, "sample") ? clinch_sample_workspace_path ()
                          : default_path ();

  if (g_str_equal (choice, "import"))
    clinch_window_when_open (self, "win.import", NULL);
  clinch_window_open_workspace (self, path, CLINCH_STORE_OPEN_CREATE);
}

static void
cancel_opening_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  g_cancellable_cancel (CLINCH_WINDOW (widget)->filling);
}

static void
leave_failure_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  clinch_window_leave_failure (CLINCH_WINDOW (widget));
}

static void
open_directory_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  clinch_window_open_workspace (CLINCH_WINDOW (widget), g_variant_get_string (parameter, NULL),
                                CLINCH_STORE_OPEN_WRITE);
}

static void
create_directory_action (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  clinch_window_open_workspace (CLINCH_WINDOW (widget), g_variant_get_string (parameter, NULL),
                                CLINCH_STORE_OPEN_CREATE);
}

static void
open_read_only_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  clinch_window_open_workspace (CLINCH_WINDOW (widget), g_variant_get_string (parameter, NULL),
                                CLINCH_STORE_OPEN_READ_ONLY);
}

static void
forget_workspace_action (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  clinch_recent_workspaces_forget (CLINCH_WINDOW (widget)->settings,
                                   g_variant_get_string (parameter, NULL));
}

static void
restore_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  char *folder = clinch_backup_restore_newest (task_data, &error);

  if (folder != NULL)
    g_task_return_pointer (task, folder, g_free);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  ClinchWindow *self = CLINCH_WINDOW (object);
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_task_propagate_pointer (G_TASK (result), &error);

  if (folder != NULL)
    clinch_window_open_workspace (self, folder, CLINCH_STORE_OPEN_WRITE);
  else
    clinch_window_show_toast (self, error->message);
}

static void
restore_backup_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  g_autoptr(GTask) task = g_task_new (widget, NULL, restored_cb, NULL);

  g_task_set_task_data (task, g_variant_dup_string (parameter, NULL), g_free);
  g_task_run_in_thread (task, restore_thread);
}

static void
shown_in_files_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(ClinchWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (object), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    clinch_window_show_toast (self, error->message);
}

static void
show_in_files_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  g_autoptr(GFile) folder = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (folder);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (widget), NULL, shown_in_files_cb,
                                            g_object_ref (widget));
}

static void
folder_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(ClinchWindow) self = user_data;
  g_autoptr(GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result,
                                                                  NULL);

  if (folder != NULL && g_file_peek_path (folder) != NULL)
    clinch_window_open_workspace (self, g_file_peek_path (folder), CLINCH_STORE_OPEN_WRITE);
}

static void
open_workspace_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Open a Workspace"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (widget), NULL, folder_chosen_cb,
                                 g_object_ref (widget));
}

static void
place_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(ClinchWindow) self = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  const char *chosen = file != NULL ? g_file_peek_path (file) : NULL;
  g_autofree char *path = NULL;

  if (chosen == NULL)
    return;
  path = g_str_has_suffix (chosen, ".clinch") ? g_strdup (chosen)
         : g_strconcat (chosen, ".clinch", NULL);
  clinch_window_open_workspace (self, path, CLINCH_STORE_OPEN_CREATE);
}

static void
new_workspace_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("New Workspace"));
  gtk_file_dialog_set_accept_label (dialog, _("_Create"));
  /* Translators: the name that a new workspace's folder has at first; keep “.clinch”. */
  gtk_file_dialog_set_initial_name (dialog, _("Our Team.clinch"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, place_chosen_cb, g_object_ref (widget));
}

static void
workspaces_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  ClinchWindow *self = CLINCH_WINDOW (widget);
  const char *current = self->workspace != NULL ? clinch_workspace_get_directory (self->workspace)
                        : NULL;

  adw_dialog_present (clinch_workspaces_dialog_new (self->settings, current), widget);
}

static void
about_workspace_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  adw_dialog_present (clinch_workspace_dialog_new (CLINCH_WINDOW (widget)->workspace), widget);
}

static void
own_workspace_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  g_autofree char *path = default_path ();

  clinch_window_open_workspace (CLINCH_WINDOW (widget), path, CLINCH_STORE_OPEN_CREATE);
}

static void
remove_sample_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  clinch_window_remove_sample (CLINCH_WINDOW (widget));
}

void
clinch_window_workspaces_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.begin", "s", begin_action);
  gtk_widget_class_install_action (klass, "win.cancel-opening", NULL, cancel_opening_action);
  gtk_widget_class_install_action (klass, "win.leave-failure", NULL, leave_failure_action);
  gtk_widget_class_install_action (klass, "win.open-directory", "s", open_directory_action);
  gtk_widget_class_install_action (klass, "win.create-directory", "s", create_directory_action);
  gtk_widget_class_install_action (klass, "win.open-read-only", "s", open_read_only_action);
  gtk_widget_class_install_action (klass, "win.restore-backup", "s", restore_backup_action);
  gtk_widget_class_install_action (klass, "win.forget-workspace", "s", forget_workspace_action);
  gtk_widget_class_install_action (klass, "win.show-in-files", "s", show_in_files_action);
  gtk_widget_class_install_action (klass, "win.open-workspace", NULL, open_workspace_action);
  gtk_widget_class_install_action (klass, "win.new-workspace", NULL, new_workspace_action);
  gtk_widget_class_install_action (klass, "win.workspaces", NULL, workspaces_action);
  gtk_widget_class_install_action (klass, "win.about-workspace", NULL, about_workspace_action);
  gtk_widget_class_install_action (klass, "win.own-workspace", NULL, own_workspace_action);
  gtk_widget_class_install_action (klass, "win.remove-sample", NULL, remove_sample_action);
}
