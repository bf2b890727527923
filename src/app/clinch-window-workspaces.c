// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the window comes to its workspace and leaves it.
//
// One workspace is shown at a time; the one before stays open until the next is there, so that a
// failure leaves a way back. While a file is being opened, filled or closed the application is
// held: a window that goes meanwhile does not take the program with it.
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-recent-workspaces.h"
#include "clinch-sample-workspace.h"
#include "clinch-window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PROGRESS_INTERVAL_MS 80

/* On the sample workspace: its folder goes once it is closed. */
#define REMOVE_KEY "clinch-remove"

static GApplication *
hold_application (ClinchWindow *self)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  g_application_hold (application);
  return application;
}

static void
workspace_closed_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  GtkApplication *application = user_data;
  GtkWindow *window = gtk_application_get_active_window (application);
  g_autoptr(GError) error = NULL;

  if (!clinch_workspace_close_finish (CLINCH_WORKSPACE (object), result, &error))
    g_warning ("The workspace could not be closed: %s", error->message);
  else if (g_object_get_data (object, REMOVE_KEY) != NULL)
    clinch_sample_workspace_remove ();
  if (window != NULL)
    clinch_window_update_actions (CLINCH_WINDOW (window));
  g_application_release (user_data);
}

static void
close_workspace (ClinchWorkspace *workspace,
                 GApplication    *application)
{
  g_application_hold (application);
  clinch_workspace_close_async (workspace, workspace_closed_cb, application);
}

void
clinch_window_drop_workspace (ClinchWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (self->workspace == NULL)
    return;

  clinch_window_forget_pages (self);
  g_signal_handlers_disconnect_by_data (self->workspace, self);
  clinch_profile_refresh_stop (self->refresh);
  g_clear_object (&self->refresh);
  close_workspace (self->workspace, G_APPLICATION (application));
  g_clear_object (&self->workspace);
}

static void
show_banners (ClinchWindow *self)
{
  gboolean read_only = clinch_workspace_is_read_only (self->workspace);
  const char *directory = clinch_workspace_get_directory (self->workspace);

  adw_banner_set_title (self->read_only_banner,
                        g_access (directory, W_OK) == 0
                        ? _("Read only: the workspace is, or was, open in another program")
                        : _("Read only: the folder cannot be written"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->read_only_banner), "s", directory);
  adw_banner_set_revealed (self->read_only_banner, read_only);
  adw_banner_set_revealed (self->sample_banner,
                           !read_only && clinch_sample_workspace_is (self->workspace));
}

static char *
first_page (ClinchWindow *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "start-page");

  if (!g_str_equal (chosen, "last"))
    return g_steal_pointer (&chosen);

  return g_settings_get_string (self->settings, "page");
}

void
clinch_window_take_workspace (ClinchWindow    *self,
                              ClinchWorkspace *workspace)
{
  g_autofree char *page = first_page (self);
  g_autofree char *action = g_steal_pointer (&self->waiting_action);
  g_autoptr(GVariant) parameter = g_steal_pointer (&self->waiting_parameter);
  gboolean from_sample;

  from_sample = clinch_sample_workspace_is (self->workspace)
                && !clinch_sample_workspace_is (workspace);
  clinch_window_drop_workspace (self);
  self->workspace = workspace;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (clinch_window_update_status), self,
                           G_CONNECT_SWAPPED);
  clinch_recent_workspaces_note (self->settings, clinch_workspace_get_directory (workspace));
  clinch_window_update_status (self);
  clinch_window_update_actions (self);
  show_banners (self);
  /* The page that comes decides where the keyboard goes, not what goes with the one before. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  clinch_window_show_page (self, page);
  gtk_stack_set_visible_child_name (self->stack, "workspace");
  self->refresh = clinch_profile_refresh_new (clinch_workspace_get_store (workspace));
  if (from_sample && clinch_sample_workspace_exists ())
    clinch_window_offer_toast (self, _("The sample data stays until you remove it"), _("_Remove"),
                               "win.remove-sample");
  if (action != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), action, parameter);
}

void
clinch_window_when_open (ClinchWindow *self,
                         const char   *action,
                         GVariant     *parameter)
{
  g_autoptr(GVariant) sunk = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;

  g_return_if_fail (CLINCH_IS_WINDOW (self));

  if (self->workspace != NULL)
    {
      gtk_widget_activate_action_variant (GTK_WIDGET (self), action, sunk);
      return;
    }
  g_set_str (&self->waiting_action, action);
  g_clear_pointer (&self->waiting_parameter, g_variant_unref);
  self->waiting_parameter = g_steal_pointer (&sunk);
}

gboolean
clinch_window_is_welcoming (ClinchWindow *self)
{
  g_return_val_if_fail (CLINCH_IS_WINDOW (self), FALSE);

  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "welcome");
}

/* Opening */

typedef struct
{
  ClinchWindow *window;
  GApplication *application;
  char *directory;
  ClinchStoreOpen mode;
  guint number;
} Opening;

static Opening *
opening_new (ClinchWindow    *self,
             const char      *directory,
             ClinchStoreOpen  mode)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->application = hold_application (self);
  opening->directory = g_strdup (directory);
  opening->mode = mode;
  opening->number = ++self->opening;

  return opening;
}

static void
opening_free (Opening *opening)
{
  g_application_release (opening->application);
  g_object_unref (opening->window);
  g_free (opening->directory);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static gboolean
is_too_late (const Opening *opening)
{
  return opening->window->closing || opening->number != opening->window->opening;
}

static void
show_failure (const Opening *opening,
              const GError  *error)
{
  ClinchWindow *self = opening->window;
  g_autofree char *back = self->workspace != NULL ? clinch_workspace_get_title (self->workspace)
                          : NULL;

  gtk_stack_set_visible_child_name (self->stack, "failure");
  clinch_failure_page_show (self->failure_page, opening->directory, opening->mode, error, back);
}

static void
show_opening (ClinchWindow *self,
              gboolean      fills_sample)
{
  gtk_widget_set_visible (self->opening_label, fills_sample);
  gtk_widget_set_visible (GTK_WIDGET (self->opening_bar), fills_sample);
  gtk_widget_set_visible (self->cancel_button, fills_sample);
  gtk_stack_set_visible_child_name (self->stack, "opening");
}

typedef struct
{
  Opening *opening;
  ClinchWorkspace *workspace;
  int thousandths; /* written by the worker */
  guint progress_source;
} Filling;

static gboolean
show_progress_cb (gpointer user_data)
{
  Filling *filling = user_data;

  gtk_progress_bar_set_fraction (filling->opening->window->opening_bar,
                                 g_atomic_int_get (&filling->thousandths) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
sample_filled_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autofree Filling *filling = user_data;
  g_autoptr(Opening) opening = filling->opening;
  g_autoptr(ClinchWorkspace) workspace = filling->workspace;
  ClinchWindow *self = opening->window;
  g_autoptr(GError) error = NULL;
  gboolean filled = clinch_sample_workspace_fill_finish (workspace, result, &error);

  g_source_remove (filling->progress_source);
  g_clear_object (&self->filling);
  if (filled && !is_too_late (opening))
    {
      clinch_window_take_workspace (self, g_steal_pointer (&workspace));
      return;
    }

  /* A sample that is not complete is none: nothing of it stays. */
  if (!filled)
    g_object_set_data (G_OBJECT (workspace), REMOVE_KEY, GINT_TO_POINTER (TRUE));
  close_workspace (workspace, opening->application);
  if (is_too_late (opening))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    clinch_window_show_welcome (self);
  else
    show_failure (opening, error);
}

static void
fill_sample (Opening         *opening,
             ClinchWorkspace *workspace)
{
  ClinchWindow *self = opening->window;
  Filling *filling = g_new0 (Filling, 1);

  filling->opening = opening;
  filling->workspace = workspace;
  filling->progress_source = g_timeout_add (PROGRESS_INTERVAL_MS, show_progress_cb, filling);
  self->filling = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->opening_bar, 0);
  show_opening (self, TRUE);
  gtk_widget_grab_focus (self->cancel_button);
  clinch_sample_workspace_fill_async (workspace, &filling->thousandths, self->filling,
                                      sample_filled_cb, filling);
}

static void
workspace_opened_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(Opening) opening = user_data;
  ClinchWindow *self = opening->window;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchWorkspace) workspace = clinch_workspace_open_finish (result, &error);

  if (is_too_late (opening))
    {
      if (workspace != NULL)
        close_workspace (workspace, opening->application);
      return;
    }
  if (workspace == NULL)
    {
      show_failure (opening, error);
      return;
    }
  if (opening->mode == CLINCH_STORE_OPEN_CREATE && clinch_sample_workspace_is (workspace))
    {
      fill_sample (g_steal_pointer (&opening), g_steal_pointer (&workspace));
      return;
    }
  clinch_window_take_workspace (self, g_steal_pointer (&workspace));
}

/* A workspace that is shown already, in the way it is wanted. */
static gboolean
is_shown (ClinchWindow    *self,
          const char      *directory,
          ClinchStoreOpen  mode)
{
  return self->workspace != NULL
         && g_str_equal (clinch_workspace_get_directory (self->workspace), directory)
         && (mode == CLINCH_STORE_OPEN_READ_ONLY
             || !clinch_workspace_is_read_only (self->workspace));
}

void
clinch_window_open_workspace (ClinchWindow    *self,
                              const char      *directory,
                              ClinchStoreOpen  mode)
{
  g_autofree char *path = g_canonicalize_filename (directory, NULL);

  g_return_if_fail (CLINCH_IS_WINDOW (self));

  if (is_shown (self, path, mode))
    {
      clinch_window_leave_failure (self);
      return;
    }
  show_opening (self, FALSE);
  clinch_workspace_open_async (path, mode, NULL, NULL, workspace_opened_cb,
                               opening_new (self, path, mode));
}

void
clinch_window_show_welcome (ClinchWindow *self)
{
  g_return_if_fail (CLINCH_IS_WINDOW (self));

  gtk_stack_set_visible_child_name (self->stack, "welcome");
}

void
clinch_window_leave_failure (ClinchWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->workspace != NULL ? "workspace" : "welcome");
}

/* A dialog at work asks whether to stop. */
gboolean
clinch_window_may_close (ClinchWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (dialog != NULL && !adw_dialog_get_can_close (dialog))
    {
      adw_dialog_close (dialog);
      return FALSE;
    }

  return TRUE;
}

void
clinch_window_remove_sample (ClinchWindow *self)
{
  g_autofree char *path = clinch_sample_workspace_path ();
  g_auto(GStrv) recent = NULL;

  clinch_recent_workspaces_forget (self->settings, path);
  recent = g_settings_get_strv (self->settings, "recent-workspaces");
  if (!clinch_sample_workspace_is (self->workspace))
    {
      clinch_sample_workspace_remove ();
      clinch_window_update_actions (self);
      clinch_window_show_toast (self, _("The sample data is gone"));
      return;
    }

  g_object_set_data (G_OBJECT (self->workspace), REMOVE_KEY, GINT_TO_POINTER (TRUE));
  clinch_window_drop_workspace (self);
  if (recent[0] != NULL)
    clinch_window_open_workspace (self, recent[0], CLINCH_STORE_OPEN_WRITE);
  else
    clinch_window_show_welcome (self);
}
