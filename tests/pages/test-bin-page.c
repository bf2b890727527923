// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-actions.h"
#include "clinch-bin-item.h"
#include "clinch-bin-page.h"
#include "clinch-bin-row.h"
#include "clinch-test-window.h"

typedef struct
{
  ClinchTestWindow *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("en");

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=Steel line", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A & <b>B</b>", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=Visited them",
                                             "type=visit",
                                                    "happened=1795000000", "opportunity=2", NULL));
  fixture->window = clinch_test_window_new (store);
  fixture->page = g_object_new (CLINCH_TYPE_BIN_PAGE, "workspace", fixture->window->workspace,
                                "title", "Bin", NULL);
  clinch_test_window_show (fixture->window, fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clinch_test_window_free (fixture->window);
}

static void
delete (Fixture    *fixture,
        ClinchKind  kind,
        gint64      id)
{
  clinch_action_delete (fixture->window->workspace, kind, &id, 1, NULL, NULL, NULL);
  clinch_test_settle (fixture->window);
}

/* What is listed, "name:more" apart by "|". */
static char *
listed (Fixture *fixture)
{
  GtkWidget *list = clinch_test_find (fixture->page, GTK_TYPE_LIST_VIEW, NULL);
  GListModel *model = list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))
                      : NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(ClinchBinItem) item = g_list_model_get_item (model, i);
      const ClinchBinEntry *entry = clinch_bin_item_get_entry (item);

      g_string_append_printf (text, "%s%s:%d", i > 0 ? "|" : "", entry->name, (int) entry->n_more);
    }

  return g_string_free (text, FALSE);
}

static void
test_bin_restore (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(ClinchRecord) follow_up = NULL;
  g_autofree char *empty = listed (fixture);
  g_autofree char *two = NULL;
  g_autofree char *one = NULL;

  g_assert_cmpstr (empty, ==, "");
  g_assert_nonnull (clinch_test_find (fixture->page, ADW_TYPE_STATUS_PAGE,
                                      "The Recycle Bin Is Empty"));

  delete (fixture, CLINCH_KIND_OPPORTUNITY, 1);
  delete (fixture, CLINCH_KIND_CUSTOMER, 2);
  two = listed (fixture);
  /* What went along with its customer comes back with it, so it is not listed. */
  g_assert_cmpstr (two, ==, "A & <b>B</b>:2|Steel line:0");
  g_assert_nonnull (clinch_test_find (fixture->page, CLINCH_TYPE_BIN_ROW, "A & <b>B</b>"));

  gtk_widget_activate_action (fixture->page, "bin.restore", "(sx)", "customers", (gint64) 2);
  clinch_test_settle (fixture->window);
  one = listed (fixture);
  g_assert_cmpstr (one, ==, "Steel line:0");
  g_assert_cmpuint (fixture->window->toasts->len, ==, 1);
  follow_up = clinch_test_window_record (fixture->window, CLINCH_KIND_FOLLOW_UP, 1);
  g_assert_false (clinch_record_is_deleted (follow_up));
}

/* Undoing that something was added is no deleting: the history brings it back. */
static void
test_bin_undone (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(ClinchRow) row = clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Mistake", NULL);
  g_autofree char *rows = NULL;

  clinch_action_add (fixture->window->workspace, row, NULL, NULL, NULL);
  clinch_test_settle (fixture->window);
  clinch_action_undo (fixture->window->workspace, 0, NULL, NULL, NULL);
  clinch_test_settle (fixture->window);
  rows = listed (fixture);
  g_assert_cmpstr (rows, ==, "");
}

static void
test_bin_search (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *entry = clinch_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL);
  gint64 begun = g_get_monotonic_time ();
  g_autofree char *rows = NULL;

  delete (fixture, CLINCH_KIND_OPPORTUNITY, 1);
  delete (fixture, CLINCH_KIND_OPPORTUNITY, 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), "HANGANG steel");
  rows = listed (fixture);
  g_assert_cmpstr (rows, ==, "MES:1|Steel line:0");
  while (!g_str_equal (rows, "Steel line:0")
         && g_get_monotonic_time () - begun < 10 * G_USEC_PER_SEC)
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (rows);
      rows = listed (fixture);
    }
  g_assert_cmpstr (rows, ==, "Steel line:0");
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);
  g_type_ensure (CLINCH_TYPE_PAGE);

  g_test_add ("/bin-page/restore", Fixture, NULL, set_up, test_bin_restore, tear_down);
  g_test_add ("/bin-page/undone", Fixture, NULL, set_up, test_bin_undone, tear_down);
  g_test_add ("/bin-page/search", Fixture, NULL, set_up, test_bin_search, tear_down);

  return g_test_run ();
}
