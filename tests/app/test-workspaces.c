// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the window comes to a workspace, and what it says where it cannot.
#include "config.h"

#include "clinch-failure-page.h"
#include "clinch-test-application.h"

#include <glib/gstdio.h>
#include <string.h>

/* What is wrong, which button helps most, and which others there are. */
typedef struct
{
  int code;
  ClinchStoreOpen mode;
  const char *title;
  const char *first;
  const char *others; /* apart by "|" */
} FailureCase;

static const FailureCase failure_cases[] = {
  { CLINCH_STORE_ERROR_BUSY, CLINCH_STORE_OPEN_WRITE, "Open in Another Program", "Open _Read Only",
    "_Try Again|Another _Workspace…|Show in _Files" },
  { CLINCH_STORE_ERROR_READ_ONLY, CLINCH_STORE_OPEN_WRITE, "Cannot Be Written", "Open _Read Only",
    "_Try Again|Another _Workspace…|Show in _Files" },
  { CLINCH_STORE_ERROR_READ_ONLY, CLINCH_STORE_OPEN_READ_ONLY, "Cannot Be Written", "_Try Again",
    "Another _Workspace…|Show in _Files" },
  { CLINCH_STORE_ERROR_FULL, CLINCH_STORE_OPEN_WRITE, "No Space Left", "_Try Again",
    "Open _Read Only|Another _Workspace…|Show in _Files" },
  { CLINCH_STORE_ERROR_CORRUPT, CLINCH_STORE_OPEN_WRITE, "Workspace Is Damaged", "Open the Newest _Backup",
    "Another _Workspace…|Show in _Files" },
  { CLINCH_STORE_ERROR_FOREIGN, CLINCH_STORE_OPEN_WRITE, "Not a Workspace", "Open the Newest _Backup",
    "Another _Workspace…|Show in _Files" },
  { CLINCH_STORE_ERROR_TOO_NEW, CLINCH_STORE_OPEN_WRITE, "Clinch Is Too Old", "Another _Workspace…",
    "Open the Newest _Backup|Show in _Files" },
  { CLINCH_STORE_ERROR_NOT_FOUND, CLINCH_STORE_OPEN_WRITE, "Workspace Not Found", "Another _Workspace…",
    "_Try Again|Make a _New One There" },
  { CLINCH_STORE_ERROR_NETWORK, CLINCH_STORE_OPEN_WRITE, "On a Network Drive", "Another _Workspace…",
    "Show in _Files" },
  { CLINCH_STORE_ERROR_FAILED, CLINCH_STORE_OPEN_WRITE, "Cannot Be Opened", "_Try Again",
    "Open the Newest _Backup|Another _Workspace…|Show in _Files" },
};

static void
collect_buttons (GtkWidget *root,
                 GPtrArray *suggested,
                 GPtrArray *others)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_visible (child))
        continue;
      if (GTK_IS_BUTTON (child) && gtk_widget_has_css_class (child, "pill"))
        g_ptr_array_add (gtk_widget_has_css_class (child, "suggested-action") ? suggested : others,
                         (gpointer) gtk_button_get_label (GTK_BUTTON (child)));
      else
        collect_buttons (child, suggested, others);
    }
}

static void
assert_buttons (ClinchFailurePage *page,
                const char        *first,
                const char        *others)
{
  g_autoptr(GPtrArray) suggested_labels = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  g_autoptr(GPtrArray) other_labels = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  g_autofree char *joined = NULL;

  collect_buttons (GTK_WIDGET (page), suggested_labels, other_labels);
  g_assert_cmpuint (suggested_labels->len, ==, 1);
  g_assert_cmpstr (suggested_labels->pdata[0], ==, first);
  joined = g_strjoinv ("|", (char **) other_labels->pdata);
  g_assert_cmpstr (joined, ==, others);
}

static void
add_backup (ClinchTestStore *store)
{
  g_autofree char *database = g_build_filename (store->directory, "workspace.db", NULL);
  g_autofree char *backup = g_build_filename (store->directory, "backups", "before.db", NULL);
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (database, &data, &length, NULL));
  g_assert_true (g_file_set_contents (backup, data, length, NULL));
}

static void
test_failure_ways (void)
{
  g_autoptr(ClinchTestStore) store = clinch_test_store_new ("en");
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  ClinchFailurePage *page = g_object_new (CLINCH_TYPE_FAILURE_PAGE, NULL);

  clinch_test_store_close (store);
  add_backup (store);
  gtk_window_set_child (window, GTK_WIDGET (page));
  for (gsize i = 0; i < G_N_ELEMENTS (failure_cases); i++)
    {
      const FailureCase *one = &failure_cases[i];
      g_autoptr(GError) error = g_error_new (CLINCH_STORE_ERROR, one->code,
                                             "“A & <b>B</b>” is not well");

      clinch_failure_page_show (page, store->directory, one->mode, error, NULL);
      g_assert_nonnull (clinch_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, one->title));
      g_assert_nonnull (clinch_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, error->message));
      assert_buttons (page, one->first, one->others);
    }
  gtk_window_destroy (window);
}

/* Where there is no backup it is not offered, and there is a way back to what is open behind. */
static void
test_failure_without_backup (void)
{
  g_autoptr(ClinchTestStore) store = clinch_test_store_new ("en");
  g_autoptr(GError) error = g_error_new (CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_CORRUPT, "Damaged");
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  ClinchFailurePage *page = g_object_new (CLINCH_TYPE_FAILURE_PAGE, NULL);

  gtk_window_set_child (window, GTK_WIDGET (page));
  clinch_failure_page_show (page, store->directory, CLINCH_STORE_OPEN_WRITE, error, "_A & B");
  assert_buttons (page, "Another _Workspace…", "Show in _Files|Back to “_A & B”");
  gtk_window_destroy (window);
}

static char *
checksum (ClinchTestStore *store)
{
  g_autofree char *path = g_build_filename (store->directory, "workspace.db", NULL);
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) data, length);
}

static gboolean
is_enabled (ClinchWindow *window,
            const char   *action)
{
  GtkWidget *probe = gtk_button_new ();
  GtkWidget *overlay = clinch_test_find (GTK_WIDGET (window), ADW_TYPE_TOAST_OVERLAY, NULL);
  gboolean enabled;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), action);
  gtk_widget_set_parent (probe, overlay);
  enabled = gtk_widget_get_sensitive (probe);
  gtk_widget_unparent (probe);

  return enabled;
}

static const char *const writing_actions[] = {
  "win.new", "win.quick-entry", "win.import", "win.undo", "win.redo",
};

static void
assert_can_write (ClinchWindow *window,
                  gboolean      can_write)
{
  for (gsize i = 0; i < G_N_ELEMENTS (writing_actions); i++)
    g_assert_true (is_enabled (window, writing_actions[i]) == can_write);
  g_assert_true (is_enabled (window, "win.search"));
}

static AdwBanner *
find_banner (ClinchWindow *window,
             const char   *text)
{
  GtkWidget *label = clinch_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, text);

  return label != NULL ? ADW_BANNER (gtk_widget_get_ancestor (label, ADW_TYPE_BANNER)) : NULL;
}

/* Open elsewhere: it can be read, the window says so, and nothing can be written until it is
 * free. */
static void
test_open_read_only (void)
{
  g_autoptr(ClinchTestStore) store = clinch_test_store_new ("en");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  ClinchWindow *window;
  AdwBanner *banner;

  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A & <b>B</b>", NULL));
  before = checksum (store);
  window = clinch_test_application_open (store->directory, CLINCH_STORE_OPEN_WRITE);
  clinch_test_application_wait_shown ("failure");
  g_assert_nonnull (clinch_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL,
                                      "Open in Another Program"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-read-only", "s", store->directory);
  clinch_test_application_wait_shown ("workspace");
  banner = find_banner (window, "Read only: the workspace is, or was, open in another program");
  g_assert_nonnull (banner);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_nonnull (clinch_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Read only"));
  assert_can_write (window, FALSE);
  after = checksum (store);
  g_assert_cmpstr (after, ==, before);

  clinch_test_store_close (store);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-directory", "s", store->directory);
  clinch_test_application_wait_shown ("workspace");
  assert_can_write (window, TRUE);
  g_assert_false (adw_banner_get_revealed (banner));
  clinch_test_application_reset ();
}

/* The workspace that was open stays until the next one is there. */
static void
test_open_fails_behind (void)
{
  g_autoptr(ClinchTestStore) store = clinch_test_store_new ("en");
  ClinchWindow *window;
  ClinchWorkspace *workspace;

  clinch_test_store_close (store);
  window = clinch_test_application_open (store->directory, CLINCH_STORE_OPEN_WRITE);
  workspace = clinch_window_get_workspace (window);
  g_assert_nonnull (workspace);

  clinch_test_application_open ("/nonexistent/Gone.clinch", CLINCH_STORE_OPEN_WRITE);
  clinch_test_application_wait_shown ("failure");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.leave-failure", NULL);
  clinch_test_application_wait_shown ("workspace");
  g_assert_true (clinch_window_get_workspace (window) == workspace);

  /* It is not opened against itself. */
  clinch_test_application_open (store->directory, CLINCH_STORE_OPEN_WRITE);
  clinch_test_application_wait_shown ("workspace");
  g_assert_true (clinch_window_get_workspace (window) == workspace);
  clinch_test_application_reset ();
}

static void
test_open_backup (void)
{
  g_autoptr(ClinchTestStore) store = clinch_test_store_new ("en");
  g_autofree char *database = g_build_filename (store->directory, "workspace.db", NULL);
  ClinchWindow *window;
  const char *opened;

  clinch_test_store_close (store);
  add_backup (store);
  g_assert_true (g_file_set_contents (database, "damaged", -1, NULL));
  window = clinch_test_application_open (store->directory, CLINCH_STORE_OPEN_WRITE);
  clinch_test_application_wait_shown ("failure");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-backup", "s", store->directory);
  clinch_test_application_wait_shown ("workspace");
  opened = clinch_workspace_get_directory (clinch_window_get_workspace (window));
  g_assert_true (strstr (opened, "(backup of ") != NULL);
  assert_can_write (window, TRUE);
  clinch_test_application_reset ();
}

static char *
recent (void)
{
  g_auto(GStrv) directories = g_settings_get_strv (clinch_test_application_settings (),
                                                   "recent-workspaces");

  return g_strjoinv ("|", directories);
}

/* The list is the newest first; another workspace does not get the filter of the one before. */
static void
test_recent (void)
{
  g_autoptr(ClinchTestStore) one = clinch_test_store_new ("en");
  g_autoptr(ClinchTestStore) other = clinch_test_store_new ("en");
  g_autofree char *both = g_strjoin ("|", other->directory, one->directory, NULL);
  GSettings *settings = clinch_test_application_settings ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *filter = NULL;
  ClinchWindow *window;

  clinch_test_store_close (one);
  clinch_test_store_close (other);
  clinch_test_application_open (one->directory, CLINCH_STORE_OPEN_WRITE);
  g_settings_set_string (settings, "board-filter", "{\"text\": \"steel\"}");
  window = clinch_test_application_open (other->directory, CLINCH_STORE_OPEN_WRITE);
  filter = g_settings_get_string (settings, "board-filter");
  g_assert_cmpstr (filter, ==, "");
  before = recent ();
  g_assert_cmpstr (before, ==, both);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.forget-workspace", "s", one->directory);
  after = recent ();
  g_assert_cmpstr (after, ==, other->directory);
  clinch_test_application_reset ();
}

static void
find_row_and_activate (AdwDialog  *dialog,
                       const char *title)
{
  GtkWidget *row = clinch_test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, title);

  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
}

static void
test_workspaces_dialog (void)
{
  g_autoptr(ClinchTestStore) one = clinch_test_store_new ("en");
  g_autoptr(ClinchTestStore) other = clinch_test_store_new ("en");
  ClinchWindow *window;
  AdwDialog *dialog;
  g_autofree char *first = NULL;

  clinch_test_store_close (one);
  clinch_test_store_close (other);
  clinch_test_application_open (one->directory, CLINCH_STORE_OPEN_WRITE);
  window = clinch_test_application_open (other->directory, CLINCH_STORE_OPEN_WRITE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.workspaces", NULL);
  dialog = clinch_test_application_dialog ();
  g_assert_nonnull (dialog);
  find_row_and_activate (dialog, one->directory);
  clinch_test_application_wait_shown ("opening");
  clinch_test_application_wait_shown ("workspace");
  g_assert_cmpstr (clinch_workspace_get_directory (clinch_window_get_workspace (window)), ==,
                   one->directory);
  clinch_test_application_reset ();
}

int
main (int   argc,
      char *argv[])
{
  int status;

  clinch_test_application_init (&argc, &argv);

  g_test_add_func ("/app/workspaces/failure-ways", test_failure_ways);
  g_test_add_func ("/app/workspaces/failure-without-backup", test_failure_without_backup);
  g_test_add_func ("/app/workspaces/open-read-only", test_open_read_only);
  g_test_add_func ("/app/workspaces/open-fails-behind", test_open_fails_behind);
  g_test_add_func ("/app/workspaces/open-backup", test_open_backup);
  g_test_add_func ("/app/workspaces/recent", test_recent);
  g_test_add_func ("/app/workspaces/dialog", test_workspaces_dialog);

  status = g_test_run ();
  clinch_test_application_end ();

  return status;
}
