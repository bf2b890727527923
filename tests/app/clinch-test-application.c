// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-tests"

#include "config.h"

#include "clinch-test-application.h"

#include <locale.h>

static ClinchApplication *application;
static char *home;

void
clinch_test_application_init (int    *argc,
                              char ***argv)
{
  g_autoptr(GError) error = NULL;

  setlocale (LC_ALL, "");
  g_setenv ("CLINCH_NOW", "2026-11-23T09:00:00+08:00", TRUE);
  home = g_dir_make_tmp ("clinch-test-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_test_init (argc, argv, NULL);
  application = clinch_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

void
clinch_test_application_end (void)
{
  g_clear_object (&application);
  clinch_test_remove_tree (home);
  g_clear_pointer (&home, g_free);
}

ClinchApplication *
clinch_test_application_get (void)
{
  return application;
}

GSettings *
clinch_test_application_settings (void)
{
  return clinch_application_get_settings (application);
}

ClinchWindow *
clinch_test_application_window (void)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  return window != NULL ? CLINCH_WINDOW (window) : NULL;
}

/* What the application holds while a file is being closed holds the workspace too. */
static gboolean
is_let_go (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
end_window (void)
{
  ClinchWindow *window = clinch_test_application_window ();
  ClinchWorkspace *workspace;
  gpointer watched;

  if (window == NULL)
    return;
  workspace = clinch_window_get_workspace (window);
  watched = workspace;
  if (workspace != NULL)
    {
      clinch_test_store_settle (clinch_workspace_get_store (workspace));
      g_object_add_weak_pointer (G_OBJECT (workspace), &watched);
    }
  clinch_window_end (window);
  clinch_test_wait (is_let_go, &watched);
}

static gboolean
has_no_window (gpointer data)
{
  return clinch_test_application_window () == NULL;
}

void
clinch_test_application_reset (void)
{
  GSettings *settings = clinch_test_application_settings ();
  g_autoptr(GSettingsSchema) schema = NULL;
  g_auto(GStrv) keys = NULL;

  end_window ();
  clinch_test_wait (has_no_window, NULL);
  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (int i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static GtkStack *
find_stack (void)
{
  return GTK_STACK (clinch_test_find (GTK_WIDGET (clinch_test_application_window ()),
                                      GTK_TYPE_STACK, NULL));
}

static gboolean
is_shown (gpointer data)
{
  return clinch_test_application_window () != NULL
         && g_str_equal (gtk_stack_get_visible_child_name (find_stack ()), data);
}

void
clinch_test_application_wait_shown (const char *name)
{
  clinch_test_wait (is_shown, (gpointer) name);
}

static gboolean
is_decided (gpointer data)
{
  return !is_shown ((gpointer) "opening");
}

ClinchWindow *
clinch_test_application_open (const char      *directory,
                              ClinchStoreOpen  mode)
{
  ClinchWindow *window = clinch_test_application_window ();

  if (window == NULL)
    window = clinch_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  clinch_window_open_workspace (window, directory, mode);
  clinch_test_wait (is_decided, NULL);

  return window;
}

AdwDialog *
clinch_test_application_dialog (void)
{
  ClinchWindow *window = clinch_test_application_window ();

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}
