// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program as a new user meets it: the ways to begin, the sample, preferences, files that are
// given to it, and its end.
#include "config.h"

#include "clinch-about.h"
#include "clinch-import-dialog.h"
#include "clinch-preferences-dialog.h"
#include "clinch-sample-workspace.h"
#include "clinch-test-application.h"

#include <glib/gstdio.h>
#include <string.h>

static ClinchWindow *
start (void)
{
  g_application_activate (G_APPLICATION (clinch_test_application_get ()));

  return clinch_test_application_window ();
}

static char *
default_workspace (void)
{
  return g_build_filename (g_get_user_data_dir (), "clinch", "Default.clinch", NULL);
}

static void
remove_workspaces (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "clinch", NULL);

  clinch_test_application_reset ();
  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    clinch_test_remove_tree (folder);
}

static gboolean
is_label_there (gpointer text)
{
  return clinch_test_find (GTK_WIDGET (clinch_test_application_window ()), GTK_TYPE_LABEL, text)
         != NULL;
}

static void
wait_label (const char *text)
{
  clinch_test_wait (is_label_there, (gpointer) text);
}

static gboolean
has_dialog (gpointer type)
{
  AdwDialog *dialog = clinch_test_application_dialog ();

  return clinch_test_dialog_is_open (dialog)
         && G_TYPE_CHECK_INSTANCE_TYPE (dialog, *(GType *) type);
}

static void
wait_dialog (GType type)
{
  clinch_test_wait (has_dialog, &type);
}

static void
test_begin_empty (void)
{
  g_autofree char *path = default_workspace ();
  ClinchWindow *window = start ();

  clinch_test_application_wait_shown ("welcome");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.begin", "s", "empty");
  clinch_test_application_wait_shown ("workspace");
  wait_label ("Add the First Opportunity");
  g_assert_cmpstr (clinch_workspace_get_directory (clinch_window_get_workspace (window)), ==, path);
  remove_workspaces ();
}

static void
test_begin_import (void)
{
  ClinchWindow *window = start ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.begin", "s", "import");
  clinch_test_application_wait_shown ("workspace");
  wait_dialog (CLINCH_TYPE_IMPORT_DIALOG);
  remove_workspaces ();
}

static void
begin_sample (ClinchWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.begin", "s", "sample");
}

static gboolean
is_sample_gone (gpointer data)
{
  return !clinch_sample_workspace_exists ();
}

static char *
recent (void)
{
  g_auto(GStrv) directories = g_settings_get_strv (clinch_test_application_settings (),
                                                   "recent-workspaces");

  return g_strjoinv ("|", directories);
}

/* The sample stands apart and goes without trace: its folder, and its name among the recent. */
static void
test_sample (void)
{
  g_autofree char *own = default_workspace ();
  g_autofree char *remembered = NULL;
  ClinchWindow *window = start ();

  begin_sample (window);
  clinch_test_application_wait_shown ("workspace");
  wait_label ("This is sample data");
  g_assert_true (clinch_sample_workspace_is (clinch_window_get_workspace (window)));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.own-workspace", NULL);
  clinch_test_application_wait_shown ("workspace");
  g_assert_cmpstr (clinch_workspace_get_directory (clinch_window_get_workspace (window)), ==, own);
  g_assert_true (clinch_sample_workspace_exists ());
  wait_label ("The sample data stays until you remove it");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.remove-sample", NULL);
  clinch_test_wait (is_sample_gone, NULL);
  remembered = recent ();
  g_assert_cmpstr (remembered, ==, own);
  remove_workspaces ();
}

/* With nothing else to open, removing it leads back to the ways to begin. */
static void
test_sample_removed_while_shown (void)
{
  g_autofree char *own = default_workspace ();
  g_autofree char *remembered = NULL;
  ClinchWindow *window = start ();

  begin_sample (window);
  clinch_test_application_wait_shown ("workspace");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.remove-sample", NULL);
  clinch_test_application_wait_shown ("welcome");
  clinch_test_wait (is_sample_gone, NULL);
  remembered = recent ();
  g_assert_cmpstr (remembered, ==, "");
  g_assert_false (g_file_test (own, G_FILE_TEST_EXISTS));
  remove_workspaces ();
}

static gboolean
can_cancel (gpointer data)
{
  GtkWidget *button = clinch_test_find (GTK_WIDGET (clinch_test_application_window ()),
                                        GTK_TYPE_BUTTON, "Cancel");

  return button != NULL && gtk_widget_get_mapped (button);
}

/* A sample that is given up half way leaves nothing. */
static void
test_sample_cancelled (void)
{
  ClinchWindow *window = start ();

  begin_sample (window);
  clinch_test_wait (can_cancel, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel-opening", NULL);
  clinch_test_application_wait_shown ("welcome");
  clinch_test_wait (is_sample_gone, NULL);
  remove_workspaces ();
}

static void
test_sample_closed_half_way (void)
{
  ClinchWindow *window = start ();

  begin_sample (window);
  clinch_test_wait (can_cancel, NULL);
  gtk_window_close (GTK_WINDOW (window));
  clinch_test_wait (is_sample_gone, NULL);
  remove_workspaces ();
}

/* A table given to the program that was never used goes into one's own workspace. */
static void
test_open_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "customers.csv", NULL);
  g_autofree char *own = default_workspace ();
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GApplication *application = G_APPLICATION (clinch_test_application_get ());
  ClinchWindow *window;

  g_assert_true (g_file_set_contents (path, "Name,Favourite colour\nHangang,green\n", -1, NULL));
  g_application_open (application, &file, 1, "");
  clinch_test_application_wait_shown ("workspace");
  wait_dialog (CLINCH_TYPE_IMPORT_DIALOG);
  wait_label ("customers.csv · 1 row · UTF-8");
  window = clinch_test_application_window ();
  g_assert_cmpstr (clinch_workspace_get_directory (clinch_window_get_workspace (window)), ==, own);
  g_assert_cmpint (g_unlink (path), ==, 0);
  remove_workspaces ();
}

/* Closing the window while an import is at work asks; a signal from the session does not wait for
 * an answer. */
static void
test_close_at_work (void)
{
  ClinchWindow *window = start ();
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.begin", "s", "import");
  clinch_test_application_wait_shown ("workspace");
  wait_dialog (CLINCH_TYPE_IMPORT_DIALOG);
  dialog = clinch_test_application_dialog ();
  adw_dialog_set_can_close (dialog, FALSE);

  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (clinch_test_application_window () == window);
  wait_dialog (ADW_TYPE_ALERT_DIALOG);
  wait_label ("Stop the Import?");
  adw_dialog_close (clinch_test_application_dialog ());
  wait_dialog (CLINCH_TYPE_IMPORT_DIALOG);

  clinch_window_end (window);
  g_assert_null (clinch_test_application_window ());
  remove_workspaces ();
}

static void
test_open_folder (void)
{
  g_autoptr(ClinchTestStore) store = clinch_test_store_new ("en");
  g_autoptr(GFile) file = g_file_new_for_path (store->directory);
  ClinchWindow *window;

  clinch_test_store_close (store);
  g_application_open (G_APPLICATION (clinch_test_application_get ()), &file, 1, "");
  clinch_test_application_wait_shown ("workspace");
  window = clinch_test_application_window ();
  g_assert_cmpstr (clinch_workspace_get_directory (clinch_window_get_workspace (window)), ==,
                   store->directory);
  clinch_test_application_reset ();
}

/* Actions that come over D-Bus before a workspace is open wait for it. */
static void
test_actions_wait (void)
{
  g_autoptr(ClinchTestStore) store = clinch_test_store_new ("en");
  const char *const directories[] = { store->directory, NULL };
  GActionGroup *actions = G_ACTION_GROUP (clinch_test_application_get ());

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A & <b>B</b>",
                                                    NULL));
  clinch_test_store_close (store);
  g_settings_set_strv (clinch_test_application_settings (), "recent-workspaces", directories);
  g_action_group_activate_action (actions, "open-customer", g_variant_new_string ("A & <b>B</b>"));
  clinch_test_application_wait_shown ("workspace");
  wait_label ("A & <b>B</b>");

  g_action_group_activate_action (actions, "show-page", g_variant_new_string ("history"));
  wait_label ("Create the workspace");
  clinch_test_application_reset ();
}

static AdwComboRow *
find_combo (const char *title)
{
  GtkWidget *row = clinch_test_find (GTK_WIDGET (clinch_test_application_dialog ()),
                                     ADW_TYPE_COMBO_ROW, title);

  g_assert_nonnull (row);
  return ADW_COMBO_ROW (row);
}

static gboolean
has_currency (gpointer code)
{
  ClinchWindow *window = clinch_test_application_window ();

  return g_str_equal (clinch_workspace_get_currency (clinch_window_get_workspace (window)), code);
}

/* Each choice is in effect at once. */
static void
test_preferences (void)
{
  g_autoptr(ClinchTestStore) store = clinch_test_store_new ("en");
  GSettings *settings = clinch_test_application_settings ();
  g_autofree char *start_page = NULL;

  clinch_test_store_close (store);
  clinch_test_application_open (store->directory, CLINCH_STORE_OPEN_WRITE);
  g_action_group_activate_action (G_ACTION_GROUP (clinch_test_application_get ()), "preferences",
                                  NULL);
  wait_dialog (CLINCH_TYPE_PREFERENCES_DIALOG);

  adw_combo_row_set_selected (find_combo ("Appearance"), 2);
  g_assert_cmpint (adw_style_manager_get_color_scheme (adw_style_manager_get_default ()), ==,
                   ADW_COLOR_SCHEME_FORCE_DARK);
  adw_combo_row_set_selected (find_combo ("Start Page"), 2);
  start_page = g_settings_get_string (settings, "start-page");
  g_assert_cmpstr (start_page, ==, "customers");
  adw_combo_row_set_selected (find_combo ("Currency"), 1);
  clinch_test_wait (has_currency, (gpointer) "USD");

  clinch_test_application_reset ();
}

/* The window is made anew in the other language, with the preferences where they were. */
static void
test_language (void)
{
  g_autoptr(ClinchTestStore) store = clinch_test_store_new ("en");
  GSettings *settings = clinch_test_application_settings ();

  clinch_test_store_close (store);
  clinch_test_application_open (store->directory, CLINCH_STORE_OPEN_WRITE);
  g_action_group_activate_action (G_ACTION_GROUP (clinch_test_application_get ()), "preferences",
                                  NULL);
  wait_dialog (CLINCH_TYPE_PREFERENCES_DIALOG);
  g_settings_set_string (settings, "language", "zh_CN");
  wait_dialog (CLINCH_TYPE_PREFERENCES_DIALOG);
  clinch_test_application_wait_shown ("workspace");
  wait_label ("客户");
  g_settings_set_string (settings, "language", "en");
  wait_label ("Customers");
  clinch_test_application_reset ();
}

static void
test_size_is_remembered (void)
{
  GSettings *settings = clinch_test_application_settings ();
  ClinchWindow *window = start ();
  int width;
  int height;

  gtk_window_set_default_size (GTK_WINDOW (window), 720, 560);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 720);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, 560);

  window = start ();
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 720);
  g_assert_cmpint (height, ==, 560);
  remove_workspaces ();
}

/* What is sent with a report says nothing of the user. */
static void
test_debug_info (void)
{
  g_autofree char *info = clinch_about_debug_info (GTK_WIDGET (start ()));

  g_assert_nonnull (strstr (info, "Clinch " PACKAGE_VERSION));
  g_assert_null (strstr (info, g_get_home_dir ()));
  g_assert_null (strstr (info, g_get_user_data_dir ()));
  g_assert_null (strstr (info, g_get_host_name ()));
  remove_workspaces ();
}

static gboolean
has_class_action (GtkWidgetClass *klass,
                  const char     *wanted)
{
  const GVariantType *parameter_type;
  const char *property;
  const char *name;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &name, &parameter_type,
                                                   &property); i++)
    if (g_str_equal (name, wanted))
      return TRUE;

  return FALSE;
}

/* Every key in the list of shortcuts leads to an action that there is. */
static void
test_shortcuts (void)
{
  GtkApplication *application = GTK_APPLICATION (clinch_test_application_get ());
  g_auto(GStrv) actions = gtk_application_list_action_descriptions (application);
  GtkWidgetClass *klass = g_type_class_ref (CLINCH_TYPE_WINDOW);

  g_assert_cmpuint (g_strv_length (actions), >, 10);
  for (int i = 0; actions[i] != NULL; i++)
    if (g_str_has_prefix (actions[i], "app.")
        ? g_action_map_lookup_action (G_ACTION_MAP (application), actions[i] + 4) == NULL
        : !has_class_action (klass, actions[i]))
      g_error ("There is no action %s", actions[i]);
  g_type_class_unref (klass);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  clinch_test_application_init (&argc, &argv);

  g_test_add_func ("/app/application/begin-empty", test_begin_empty);
  g_test_add_func ("/app/application/begin-import", test_begin_import);
  g_test_add_func ("/app/application/sample", test_sample);
  g_test_add_func ("/app/application/sample-removed-while-shown", test_sample_removed_while_shown);
  g_test_add_func ("/app/application/sample-cancelled", test_sample_cancelled);
  g_test_add_func ("/app/application/sample-closed-half-way", test_sample_closed_half_way);
  g_test_add_func ("/app/application/open-file", test_open_file);
  g_test_add_func ("/app/application/open-folder", test_open_folder);
  g_test_add_func ("/app/application/close-at-work", test_close_at_work);
  g_test_add_func ("/app/application/actions-wait", test_actions_wait);
  g_test_add_func ("/app/application/preferences", test_preferences);
  g_test_add_func ("/app/application/language", test_language);
  g_test_add_func ("/app/application/size-is-remembered", test_size_is_remembered);
  g_test_add_func ("/app/application/debug-info", test_debug_info);
  g_test_add_func ("/app/application/shortcuts", test_shortcuts);

  status = g_test_run ();
  clinch_test_application_end ();

  return status;
}
