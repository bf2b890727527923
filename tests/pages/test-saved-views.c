// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-saved-views.h"
#include "clinch-test-window.h"

typedef struct
{
  ClinchTestWindow *window;
  GtkWidget *button;
  ClinchSavedViews *views;
  GPtrArray *chosen;
} Fixture;

static void
chosen_cb (ClinchSavedViews *views,
           const char       *json,
           Fixture          *fixture)
{
  g_ptr_array_add (fixture->chosen, g_strdup (json));
}

static void
save_cb (ClinchSavedViews *views,
         gpointer          data)
{
  clinch_saved_views_save (views, "{\"filter\":{\"mine\":1}}");
}

/* A view of an earlier version names the second member by the key. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("en");

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_MEMBER, "name=Bob", "role=owner",
                                                    NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_SAVED_VIEW, "name=Bob's", "page=board",
                                                    "query={\"filter\":{\"owners\":[2]}}", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_SAVED_VIEW, "name=Elsewhere",
                                                    "page=customers", "query={}", NULL));
  fixture->window = clinch_test_window_new (store);
  fixture->chosen = g_ptr_array_new_with_free_func (g_free);
  fixture->views =
    CLINCH_SAVED_VIEWS (clinch_saved_views_new (fixture->window->workspace, "board"));
  g_signal_connect (fixture->views, "chosen", G_CALLBACK (chosen_cb), fixture);
  g_signal_connect (fixture->views, "save", G_CALLBACK (save_cb), NULL);
  fixture->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (fixture->button), GTK_WIDGET (fixture->views));
  clinch_test_window_show (fixture->window, fixture->button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (fixture->button));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clinch_test_window_free (fixture->window);
  g_ptr_array_unref (fixture->chosen);
}

typedef struct
{
  Fixture *fixture;
  const char *name;
} Expected;

static gboolean
shows (gpointer data)
{
  Expected *expected = data;

  return clinch_test_find (GTK_WIDGET (expected->fixture->views), GTK_TYPE_LIST_BOX_ROW,
                           expected->name) != NULL;
}

static gboolean
shows_not (gpointer data)
{
  return !shows (data);
}

static void
choose (Fixture    *fixture,
        const char *name)
{
  Expected expected = { fixture, name };
  GtkWidget *row;

  clinch_test_wait (shows, &expected);
  row = clinch_test_find (GTK_WIDGET (fixture->views), GTK_TYPE_LIST_BOX_ROW, name);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
}

static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *root = GTK_WIDGET (fixture->views);
  GtkWidget *entry = clinch_test_find (root, GTK_TYPE_ENTRY, NULL);
  GtkWidget *save = clinch_test_find (root, GTK_TYPE_BUTTON, "Save");
  Expected here = { fixture, "My <b>own</b>" };

  /* A view without a name, or with nothing but blanks for one, is not kept. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (entry), here.name);
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
  clinch_test_wait (shows, &here);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  choose (fixture, here.name);
  g_assert_cmpuint (fixture->chosen->len, ==, 1);
  g_assert_cmpstr (fixture->chosen->pdata[0], ==, "{\"filter\":{\"mine\":1}}");
}

/* Only the views of this page, and those of before name by uid whom they mean. */
static void
test_upgrade (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(ClinchRecord) bob = clinch_test_window_record (fixture->window, CLINCH_KIND_MEMBER, 2);
  char uid[CLINCH_UID_STRING_SIZE];
  g_autofree char *expected = NULL;
  Expected elsewhere = { fixture, "Elsewhere" };

  clinch_uid_to_string (&clinch_record_get_row (bob)->uid, uid);
  expected = g_strdup_printf ("{\"filter\":{\"owners\":[\"%s\"]}}", uid);
  clinch_test_settle (fixture->window);
  choose (fixture, "Bob's");
  g_assert_cmpstr (fixture->chosen->pdata[0], ==, expected);
  g_assert_false (shows (&elsewhere));
}

static GtkWidget *
find_by_tooltip (GtkWidget  *root,
                 const char *tooltip)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_tooltip (child, tooltip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  Expected bobs = { fixture, "Bob's" };
  GtkWidget *row;
  GtkWidget *button;

  clinch_test_wait (shows, &bobs);
  clinch_test_settle (fixture->window);
  row = clinch_test_find (GTK_WIDGET (fixture->views), GTK_TYPE_LIST_BOX_ROW, bobs.name);
  button = find_by_tooltip (row, "Delete");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  clinch_test_wait (shows_not, &bobs);
  g_assert_nonnull (clinch_test_find (GTK_WIDGET (fixture->views), GTK_TYPE_LABEL,
                                      "Keep a filter under a name to come back to it."));
  clinch_test_settle (fixture->window);
  g_assert_cmpstr (fixture->window->toasts->pdata[0], ==, "Delete Saved View “Bob's”");
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);

  g_test_add ("/saved-views/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/saved-views/upgrade", Fixture, NULL, set_up, test_upgrade, tear_down);
  g_test_add ("/saved-views/delete", Fixture, NULL, set_up, test_delete, tear_down);

  return g_test_run ();
}
