// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-app"

#include "config.h"

#include "clinch-application.h"

#include "clinch-about.h"
#include "clinch-app-language.h"
#include "clinch-chart-export.h"
#include "clinch-command-service.h"
#include "clinch-measure.h"
#include "clinch-preferences-dialog.h"
#include "clinch-resources.h"
#include "clinch-shortcuts.h"
#include "clinch-window.h"

#include <glib-unix.h>
#include <locale.h>

struct _ClinchApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  ClinchCommandService *commands;
  guint signal_sources[2];
};

G_DEFINE_FINAL_TYPE (ClinchApplication, clinch_application, ADW_TYPE_APPLICATION)

static ClinchWindow *
get_window (ClinchApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return window != NULL ? CLINCH_WINDOW (window) : NULL;
}

static ClinchWindow *
get_or_open_window (ClinchApplication *self)
{
  g_application_activate (G_APPLICATION (self));

  return get_window (self);
}

static void
apply_color_scheme (ClinchApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");
  AdwColorScheme value = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    value = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    value = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), value);
}

static void
show_preferences (ClinchApplication *self,
                  ClinchWindow      *window)
{
  adw_dialog_present (clinch_preferences_dialog_new (self->settings,
                                                     clinch_window_get_workspace (window)),
                      GTK_WIDGET (window));
}

static void
language_changed (ClinchApplication *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "language");
  ClinchWindow *window = get_window (self);
  AdwDialog *shown;
  gboolean was_preferences;

  clinch_app_language_apply (language);
  if (window == NULL)
    return;

  shown = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  was_preferences = shown != NULL && CLINCH_IS_PREFERENCES_DIALOG (shown);
  window = clinch_window_retranslate (window);
  if (was_preferences)
    show_preferences (self, window);
}

/* FALSE if one of them must not be closed now. */
static gboolean
close_dialogs (AdwApplicationWindow *window)
{
  g_autoptr(GListModel) dialogs = adw_application_window_get_dialogs (window);

  for (guint i = g_list_model_get_n_items (dialogs); i > 0; i--)
    {
      g_autoptr(AdwDialog) dialog = g_list_model_get_item (dialogs, i - 1);

      if (!adw_dialog_close (dialog))
        return FALSE;
    }

  return TRUE;
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ClinchWindow *window = get_window (user_data);

  /* A window would close the dialog in front of it only. */
  if (window == NULL)
    g_application_quit (user_data);
  else if (close_dialogs (ADW_APPLICATION_WINDOW (window)))
    gtk_window_close (GTK_WINDOW (window));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  clinch_about_show (GTK_WIDGET (get_or_open_window (user_data)));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  show_preferences (user_data, get_or_open_window (user_data));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  clinch_shortcuts_show (GTK_WIDGET (get_or_open_window (user_data)));
}

static void
forward_to_window (ClinchApplication *self,
                   const char        *action,
                   GVariant          *parameter)
{
  clinch_window_when_open (get_or_open_window (self), action, parameter);
}

static void
show_page_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  forward_to_window (user_data, "win.show-page", parameter);
}

static void
open_customer_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  forward_to_window (user_data, "win.open-named",
                     g_variant_new ("(ss)", "customers", g_variant_get_string (parameter, NULL)));
}

static void
open_contact_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  forward_to_window (user_data, "win.open-named",
                     g_variant_new ("(ss)", "contacts", g_variant_get_string (parameter, NULL)));
}

static void
open_opportunity_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  forward_to_window (user_data, "win.open-named",
                     g_variant_new ("(ss)", "opportunities",
                                    g_variant_get_string (parameter, NULL)));
}

static void
search_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  forward_to_window (user_data, "win.search-for", parameter);
}

/* A file is imported, into one's own workspace where none was opened before; a folder is a
 * workspace. */
static void
import_file (ClinchApplication *self,
             const char        *path)
{
  ClinchWindow *window = get_or_open_window (self);

  clinch_window_when_open (window, "win.import-file", g_variant_new_string (path));
  if (clinch_window_is_welcoming (window))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.begin", "s", "empty");
}

static void
about_workspace_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  forward_to_window (user_data, "win.about-workspace", parameter);
}

static void
import_file_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  import_file (user_data, g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = {
  { .name = "quit", .activate = quit_action },
  { .name = "about", .activate = about_action },
  { .name = "about-workspace", .activate = about_workspace_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "shortcuts", .activate = shortcuts_action },
  { .name = "show-page", .activate = show_page_action, .parameter_type = "s" },
  { .name = "open-customer", .activate = open_customer_action, .parameter_type = "s" },
  { .name = "open-contact", .activate = open_contact_action, .parameter_type = "s" },
  { .name = "open-opportunity", .activate = open_opportunity_action, .parameter_type = "s" },
  { .name = "import-file", .activate = import_file_action, .parameter_type = "s" },
  { .name = "search", .activate = search_action, .parameter_type = "s" },
};

/* The session ends, or somebody wants the program to: nobody is asked, and nothing is left half
 * done. Once the window is gone and its workspace closed, the program ends by itself. */
static gboolean
end_cb (gpointer user_data)
{
  ClinchWindow *window = get_window (user_data);

  if (window != NULL)
    clinch_window_end (window);
  else
    g_application_quit (user_data);

  return G_SOURCE_CONTINUE;
}

static void
clinch_application_startup (GApplication *application)
{
  ClinchApplication *self = CLINCH_APPLICATION (application);

  clinch_resources_init ();
  G_APPLICATION_CLASS (clinch_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  clinch_shortcuts_install (GTK_APPLICATION (self));

  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::language", G_CALLBACK (language_changed), self,
                           G_CONNECT_SWAPPED);
  apply_color_scheme (self);
  gtk_window_set_default_icon_name (APP_ID);
  clinch_chart_use_rtl (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);
  self->signal_sources[0] = g_unix_signal_add (SIGTERM, end_cb, self);
  self->signal_sources[1] = g_unix_signal_add (SIGINT, end_cb, self);
}

static void
clinch_application_shutdown (GApplication *application)
{
  ClinchApplication *self = CLINCH_APPLICATION (application);

  for (gsize i = 0; i < G_N_ELEMENTS (self->signal_sources); i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);

  G_APPLICATION_CLASS (clinch_application_parent_class)->shutdown (application);
}

static ClinchWindow *
make_window (ClinchApplication *self)
{
  ClinchWindow *window = clinch_window_new (self);

  clinch_measure_watch (GTK_WINDOW (window));
  return window;
}

static void
clinch_application_activate (GApplication *application)
{
  ClinchApplication *self = CLINCH_APPLICATION (application);
  ClinchWindow *window = get_window (self);

  if (window == NULL)
    {
      g_auto(GStrv) recent = g_settings_get_strv (self->settings, "recent-workspaces");

      window = make_window (self);
      if (recent[0] != NULL)
        clinch_window_open_workspace (window, recent[0], CLINCH_STORE_OPEN_WRITE);
      else
        clinch_window_show_welcome (window);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_workspace (ClinchApplication *self,
                const char        *path)
{
  ClinchWindow *window = get_window (self);
  gboolean may_create = g_str_has_suffix (path, ".clinch");

  if (window == NULL)
    window = make_window (self);
  clinch_window_open_workspace (window, path, may_create ? CLINCH_STORE_OPEN_CREATE
                                : CLINCH_STORE_OPEN_WRITE);
  gtk_window_present (GTK_WINDOW (window));
}

static void
clinch_application_open (GApplication  *application,
                         GFile        **files,
                         int            n_files,
                         const char    *hint)
{
  ClinchApplication *self = CLINCH_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      const char *path = g_file_peek_path (files[i]);

      if (path == NULL)
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        import_file (self, path);
      else
        open_workspace (self, path);
    }
}

static ClinchStore *
get_open_store (gpointer user_data)
{
  ClinchWindow *window = get_window (user_data);
  ClinchWorkspace *workspace = NULL;

  if (window != NULL)
    workspace = clinch_window_get_workspace (window);

  return workspace != NULL ? clinch_workspace_get_store (workspace) : NULL;
}

static gboolean
clinch_application_dbus_register (GApplication     *application,
                                  GDBusConnection  *connection,
                                  const char       *path,
                                  GError          **error)
{
  GApplicationClass *parent_class = G_APPLICATION_CLASS (clinch_application_parent_class);
  ClinchApplication *self = CLINCH_APPLICATION (application);

  if (!parent_class->dbus_register (application, connection, path, error))
    return FALSE;
  self->commands = clinch_command_service_new (connection, get_open_store, self, error);

  return self->commands != NULL;
}

static void
clinch_application_dbus_unregister (GApplication    *application,
                                    GDBusConnection *connection,
                                    const char      *path)
{
  GApplicationClass *parent_class = G_APPLICATION_CLASS (clinch_application_parent_class);
  ClinchApplication *self = CLINCH_APPLICATION (application);

  g_clear_pointer (&self->commands, clinch_command_service_free);
  parent_class->dbus_unregister (application, connection, path);
}

static void
clinch_application_finalize (GObject *object)
{
  ClinchApplication *self = CLINCH_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (clinch_application_parent_class)->finalize (object);
}

static void
clinch_application_class_init (ClinchApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = clinch_application_finalize;
  application_class->startup = clinch_application_startup;
  application_class->shutdown = clinch_application_shutdown;
  application_class->activate = clinch_application_activate;
  application_class->open = clinch_application_open;
  application_class->dbus_register = clinch_application_dbus_register;
  application_class->dbus_unregister = clinch_application_dbus_unregister;
}

static void
clinch_application_init (ClinchApplication *self)
{
  self->settings = g_settings_new ("org.clinch.Clinch");
}

ClinchApplication *
clinch_application_new (void)
{
  return g_object_new (CLINCH_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", RESOURCE_PATH, NULL);
}

GSettings *
clinch_application_get_settings (ClinchApplication *self)
{
  g_return_val_if_fail (CLINCH_IS_APPLICATION (self), NULL);

  return self->settings;
}
