// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-actions.h"
#include "clinch-library-page.h"
#include "clinch-material-page.h"
#include "clinch-quick-entry-dialog.h"
#include "clinch-record-dialog.h"
#include "clinch-test-window.h"

typedef struct
{
  ClinchTestWindow *window;
  GtkWidget *page;
} Fixture;

static void
fill (ClinchTestStore *store)
{
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_MEMBER, "name=Wang Min", "role=owner",
                                             NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang & Co",
                                             "industry=Steel", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_MATERIAL, "name=Steel <b>case</b>",
                                             "type=case",
                                                    "industry=Steel", "since=2026-11-05",
                                                    "link=/no/such/case.pdf", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_MATERIAL, "name=Rules", "type=news",
                                             "since=2026-11-20",
                                                    NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_MATERIAL, "name=Food case", "type=case",
                                             "industry=Food",
                                                    NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=Sent", "type=message",
                                                    "happened=1795000000", "material=2", NULL));
}

static void
show_library (Fixture *fixture)
{
  fixture->page = g_object_new (CLINCH_TYPE_LIBRARY_PAGE, "workspace", fixture->window->workspace,
                                "title", "Library",
                                NULL);
  clinch_test_window_show (fixture->window, fixture->page);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("en");

  fill (store);
  fixture->window = clinch_test_window_new (store);
  show_library (fixture);
}

static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  fixture->window = clinch_test_window_new (clinch_test_store_new ("en"));
  show_library (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clinch_test_window_free (fixture->window);
}

static GtkSelectionModel *
model_of (Fixture *fixture)
{
  GtkWidget *table = clinch_test_find (fixture->page, GTK_TYPE_COLUMN_VIEW, NULL);

  return table != NULL ? gtk_column_view_get_model (GTK_COLUMN_VIEW (table)) : NULL;
}

static char *
listed (Fixture *fixture)
{
  GListModel *model = G_LIST_MODEL (model_of (fixture));
  GString *names = g_string_new (NULL);

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(ClinchRecord) record = g_list_model_get_item (model, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", clinch_record_get_name (record));
    }

  return g_string_free (names, FALSE);
}

typedef struct
{
  Fixture *fixture;
  const char *names;
} Listing;

static gboolean
is_listed (gpointer data)
{
  const Listing *listing = data;
  g_autofree char *names = listed (listing->fixture);

  return g_str_equal (names, listing->names);
}

static void
wait_listed (Fixture    *fixture,
             const char *names)
{
  Listing listing = { fixture, names };

  clinch_test_wait (is_listed, &listing);
}

static void
change_state (Fixture    *fixture,
              const char *name,
              GVariant   *value)
{
  g_autoptr(GVariant) held = g_variant_ref_sink (value);

  gtk_widget_activate_action_variant (fixture->page, name,
                                      g_variant_is_of_type (held, G_VARIANT_TYPE_BOOLEAN) ? NULL
                                      : held);
}

/* The newest stands first; what is looked for and chosen is what is shown. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *entry;

  wait_listed (fixture, "Rules|Steel <b>case</b>|Food case");
  change_state (fixture, "library.kind", g_variant_new_string ("case"));
  wait_listed (fixture, "Steel <b>case</b>|Food case");
  change_state (fixture, "library.kind", g_variant_new_string (""));
  change_state (fixture, "library.unused", g_variant_new_boolean (TRUE));
  wait_listed (fixture, "Steel <b>case</b>|Food case");
  change_state (fixture, "library.industry", g_variant_new_string ("Steel"));
  wait_listed (fixture, "Steel <b>case</b>");
  change_state (fixture, "library.industry", g_variant_new_string (""));
  wait_listed (fixture, "Steel <b>case</b>|Food case");

  entry = clinch_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "food");
  wait_listed (fixture, "Food case");
}

static gboolean
has_toast (gpointer data)
{
  return ((Fixture *) data)->window->toasts->len > 0;
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  wait_listed (fixture, "Rules|Steel <b>case</b>|Food case");
  gtk_selection_model_select_item (model_of (fixture), 1, TRUE);
  gtk_widget_activate_action (fixture->page, "page.delete", NULL);
  clinch_test_wait (has_toast, fixture);
  wait_listed (fixture, "Rules|Food case");
}

/* The industries that something is about stand in the menu, and come and go with it. */
static char *
industries (Fixture *fixture)
{
  GtkWidget *button = clinch_test_find (fixture->page, GTK_TYPE_MENU_BUTTON, NULL);
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, 1, G_MENU_LINK_SECTION);
  g_autoptr(GMenuModel) submenu = g_menu_model_get_item_link (section, 0, G_MENU_LINK_SUBMENU);
  GString *names = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (submenu); i++)
    {
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (submenu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", label);
    }

  return g_string_free (names, FALSE);
}

static gboolean
has_industries (gpointer data)
{
  const Listing *listing = data;
  g_autofree char *names = industries (listing->fixture);

  return g_str_equal (names, listing->names);
}

static void
test_industries (Fixture       *fixture,
                 gconstpointer  data)
{
  Listing both = { fixture, "All Industries|Food|Steel" };
  Listing renamed = { fixture, "All Industries|Food__Co|Steel" };
  g_autoptr(ClinchRow) changes = clinch_test_row (CLINCH_KIND_MATERIAL, "industry=Food_Co", NULL);
  gint64 id = 3;

  clinch_test_wait (has_industries, &both);
  clinch_action_edit (fixture->window->workspace, CLINCH_KIND_MATERIAL, &id, 1, changes, NULL, NULL,
                      NULL);
  clinch_test_wait (has_industries, &renamed);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  wait_listed (fixture, "Rules|Steel <b>case</b>|Food case");
  gtk_selection_model_select_item (model_of (fixture), 1, TRUE);
  gtk_widget_activate_action (fixture->page, "page.copy", NULL);
  clinch_test_wait (has_toast, fixture);
  g_assert_cmpstr (fixture->window->toasts->pdata[0], ==, "1 row copied");
  text = clinch_test_clipboard_text (fixture->page);
  lines = g_strsplit (text, "\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "Title\tKind\tFor the Industry\tProduct\tAs Of\t"));
  g_assert_true (g_str_has_prefix (lines[1],
                                   "Steel <b>case</b>\tSimilar Case\tSteel\t\t2026-11-05\t"));
  g_assert_cmpstr (lines[2], ==, "");
}

/* What is gone is told of, and nothing is opened. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  wait_listed (fixture, "Rules|Steel <b>case</b>|Food case");
  gtk_selection_model_select_item (model_of (fixture), 1, TRUE);
  gtk_widget_activate_action (fixture->page, "page.open-link", NULL);
  clinch_test_wait (has_toast, fixture);
  g_assert_cmpstr (fixture->window->toasts->pdata[0], ==,
                   "“/no/such/case.pdf” is not there any more. Change the link to where it is now.");
}

static gboolean
is_empty_shown (gpointer data)
{
  return clinch_test_find (data, ADW_TYPE_STATUS_PAGE, "Nothing in the Library Yet") != NULL;
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  AdwDialog *dialog;

  clinch_test_wait (is_empty_shown, fixture->page);
  gtk_widget_activate_action (fixture->page, "page.new", NULL);
  dialog = clinch_test_window_wait_dialog (fixture->window);
  g_assert_true (CLINCH_IS_RECORD_DIALOG (dialog));
  adw_dialog_force_close (dialog);
  clinch_test_wait (clinch_test_window_has_no_dialog, fixture->window);
}

static gboolean
is_suited (gpointer data)
{
  return clinch_test_find (data, ADW_TYPE_ACTION_ROW, "Hangang & Co") != NULL;
}

static gboolean
is_shown_to (gpointer data)
{
  return clinch_test_find (data, ADW_TYPE_ACTION_ROW, "No other customer that it suits.") != NULL;
}

/* Whoever was shown it moves from those whom it suits to those who know it, and back with the
 * follow-up. */
static void
test_material (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (clinch_material_page_new (fixture->window->workspace, 1));
  g_autoptr(ClinchRow) follow_up = clinch_test_row (CLINCH_KIND_FOLLOW_UP, "customer=1",
                                                    "type=message", "text=Look",
                                                    "happened=1795100000", "material=1", "author=1", NULL);

  clinch_test_window_show (fixture->window, page);
  clinch_test_wait (is_suited, page);
  g_assert_nonnull (clinch_test_find (page, ADW_TYPE_ACTION_ROW, "Nobody has been shown it yet."));
  g_assert_nonnull (clinch_test_find (page, GTK_TYPE_LABEL, "Steel <b>case</b>"));

  clinch_action_add (fixture->window->workspace, follow_up, NULL, NULL, NULL);
  clinch_test_wait (is_shown_to, page);
  g_assert_null (clinch_test_find (page, ADW_TYPE_ACTION_ROW, "Nobody has been shown it yet."));
  clinch_action_undo (fixture->window->workspace, 0, NULL, NULL, NULL);
  clinch_test_wait (is_suited, page);
  fixture->page = page;
}

/* Sharing begins the text, names the material and leaves what was typed before for the next
 * time. */
static void
test_share (Fixture       *fixture,
            gconstpointer  data)
{
  ClinchWorkspace *workspace = fixture->window->workspace;
  AdwDialog *dialog = clinch_quick_entry_dialog_new (workspace, CLINCH_KIND_CUSTOMER, 1);
  g_autoptr(ClinchRecord) follow_up = NULL;
  GtkTextBuffer *buffer;

  clinch_quick_entry_dialog_set_material (CLINCH_QUICK_ENTRY_DIALOG (dialog), 1);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window->window));
  clinch_test_window_wait_dialog (fixture->window);
  clinch_test_settle (fixture->window);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Share “Steel <b>case</b>”");
  g_assert_true (clinch_test_key (clinch_test_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW, NULL),
                                  GDK_KEY_Return, 0));
  clinch_test_wait (has_toast, fixture);
  follow_up = clinch_test_window_record (fixture->window, CLINCH_KIND_FOLLOW_UP, 2);
  g_assert_cmpint (clinch_record_get_int (follow_up, CLINCH_FOLLOW_UP_MATERIAL), ==, 1);
  g_assert_cmpint (clinch_record_get_int (follow_up, CLINCH_FOLLOW_UP_CUSTOMER), ==, 1);
  g_assert_cmpstr (clinch_record_get_text (follow_up, CLINCH_FOLLOW_UP_TYPE), ==, "message");
  clinch_test_settle (fixture->window);

  dialog = clinch_quick_entry_dialog_new (workspace, CLINCH_KIND_CUSTOMER, 1);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window->window));
  clinch_test_window_wait_dialog (fixture->window);
  buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (clinch_test_find (GTK_WIDGET (dialog),
                                                               GTK_TYPE_TEXT_VIEW, NULL)));
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  adw_dialog_force_close (dialog);
  clinch_test_wait (clinch_test_window_has_no_dialog, fixture->window);
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);
  g_type_ensure (CLINCH_TYPE_PAGE);

  g_test_add ("/library/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/library/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/library/industries", Fixture, NULL, set_up, test_industries, tear_down);
  g_test_add ("/library/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/library/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add ("/library/empty", Fixture, NULL, set_up_empty, test_empty, tear_down);
  g_test_add ("/library/material", Fixture, NULL, set_up, test_material, tear_down);
  g_test_add ("/library/share", Fixture, NULL, set_up, test_share, tear_down);

  return g_test_run ();
}
