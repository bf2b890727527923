// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-actions.h"
#include "clinch-history-page.h"
#include "clinch-history-row.h"
#include "clinch-test-window.h"

typedef struct
{
  ClinchTestWindow *window;
  GtkWidget *page;
} Fixture;

static GListModel *
steps (Fixture *fixture)
{
  GtkWidget *list = clinch_test_find (fixture->page, GTK_TYPE_LIST_VIEW, NULL);

  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
}

static const char *
label_at (Fixture *fixture,
          guint    position)
{
  g_autoptr(ClinchHistoryItem) item = g_list_model_get_item (steps (fixture), position);

  return item != NULL ? clinch_history_item_get_entry (item)->label : NULL;
}

static gint64
step_at (Fixture *fixture,
         guint    position)
{
  g_autoptr(ClinchHistoryItem) item = g_list_model_get_item (steps (fixture), position);

  return clinch_history_item_get_entry (item)->step->id;
}

typedef struct
{
  Fixture *fixture;
  guint n_steps;
  const char *label;
} Expected;

static gboolean
is_there (gpointer data)
{
  const Expected *expected = data;
  GListModel *model = steps (expected->fixture);

  return model != NULL
         && (expected->n_steps == 0 || g_list_model_get_n_items (model) == expected->n_steps) &&
         g_strcmp0 (label_at (expected->fixture, 0), expected->label) == 0;
}

/* Waits until the list has so many steps (0: any number) and begins with @label. */
static void
wait_for (Fixture    *fixture,
          guint       n_steps,
          const char *label)
{
  Expected expected = { fixture, n_steps, label };

  clinch_test_wait (is_there, &expected);
}

static gboolean
shows (gpointer data)
{
  const Expected *expected = data;

  return clinch_test_find (expected->fixture->page, GTK_TYPE_LABEL, expected->label) != NULL;
}

static void
wait_for_label (Fixture    *fixture,
                const char *label)
{
  Expected expected = { fixture, 0, label };

  clinch_test_wait (shows, &expected);
}

static gboolean
has_toast (gpointer data)
{
  const Expected *expected = data;

  return expected->fixture->window->toasts->len == expected->n_steps;
}

static void
wait_for_toasts (Fixture *fixture,
                 guint    n_toasts)
{
  Expected expected = { fixture, n_toasts, NULL };

  clinch_test_wait (has_toast, &expected);
}

static void
edit (Fixture    *fixture,
      ClinchRow  *row,
      const char *label)
{
  g_autoptr(ClinchRow) changes = row;
  gint64 id = 1;

  clinch_action_edit (fixture->window->workspace, changes->kind, &id, 1, changes, NULL, NULL, NULL);
  if (label != NULL)
    wait_for (fixture, 0, label);
  else
    clinch_test_settle (fixture->window);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("en");

  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A & <b>B</b>", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES", "amount=12000000",
                                             NULL));
  fixture->window = clinch_test_window_new (store);
  fixture->page = g_object_new (CLINCH_TYPE_HISTORY_PAGE, "workspace", fixture->window->workspace,
                                "title", "History", NULL);
  clinch_test_window_show (fixture->window, fixture->page);
  edit (fixture, clinch_test_row (CLINCH_KIND_CUSTOMER, "industry=Steel", NULL),
        "Edit Customer “A & <b>B</b>”: Industry");
  edit (fixture, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "amount=25000000", NULL),
        "Edit Opportunity “MES”: Amount");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clinch_test_window_free (fixture->window);
}

/* What is done while the page is shown comes to its top. */
static void
test_history_live (Fixture       *fixture,
                   gconstpointer  data)
{
  guint before = g_list_model_get_n_items (steps (fixture));

  g_assert_cmpstr (label_at (fixture, 1), ==, "Edit Customer “A & <b>B</b>”: Industry");
  edit (fixture, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "product=Steel", NULL),
        "Edit Opportunity “MES”: Product");
  g_assert_cmpuint (g_list_model_get_n_items (steps (fixture)), ==, before + 1);
  wait_for_label (fixture, "Edit Opportunity “MES”: Product");
}

static void
test_history_undo (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(ClinchRecord) record = clinch_test_window_record (fixture->window,
                                                              CLINCH_KIND_OPPORTUNITY, 1);
  gint64 step = step_at (fixture, 0);

  gtk_widget_activate_action (fixture->page, "history.undo", "x", step);
  wait_for (fixture, 0, "Undo: Edit Opportunity “MES”: Amount");
  g_assert_cmpint (clinch_record_get_int (record, CLINCH_OPPORTUNITY_AMOUNT), ==, 12000000);
  g_assert_cmpint (step_at (fixture, 1), ==, step);
  wait_for_label (fixture, "Undone");
  wait_for_toasts (fixture, 1);

  /* Once undone it cannot be undone again, and the toast says so. */
  gtk_widget_activate_action (fixture->page, "history.undo", "x", step);
  wait_for_toasts (fixture, 2);
}

static void
test_history_expand (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *button;

  gtk_widget_activate_action (fixture->page, "history.toggle", "x", step_at (fixture, 0));
  wait_for_label (fixture, "¥120,000.00 → ¥250,000.00");
  button = clinch_test_find (fixture->page, GTK_TYPE_BUTTON, "MES");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (fixture->window->opened->pdata[0], ==, "opportunities 1");
  gtk_widget_activate_action (fixture->page, "history.toggle", "x", step_at (fixture, 0));
  g_assert_null (clinch_test_find (fixture->page, GTK_TYPE_LABEL, "¥120,000.00 → ¥250,000.00"));
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static void
test_history_filter (Fixture       *fixture,
                     gconstpointer  data)
{
  guint all = g_list_model_get_n_items (steps (fixture));
  GtkWidget *entry = clinch_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), "industry");
  wait_for (fixture, 1, "Edit Customer “A & <b>B</b>”: Industry");

  /* What does not fit the filter does not show up either. */
  edit (fixture, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "product=Steel", NULL), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (steps (fixture)), ==, 1);

  gtk_widget_activate_action (fixture->page, "history.show-member", "x", (gint64) 77);
  clinch_test_wait (is_mapped,
                    clinch_test_find (fixture->page, GTK_TYPE_BUTTON, "Show Everything"));
  gtk_widget_activate_action (fixture->page, "history.clear", NULL);
  wait_for (fixture, all + 1, "Edit Opportunity “MES”: Product");
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);
  g_type_ensure (CLINCH_TYPE_PAGE);

  g_test_add ("/history-page/live", Fixture, NULL, set_up, test_history_live, tear_down);
  g_test_add ("/history-page/undo", Fixture, NULL, set_up, test_history_undo, tear_down);
  g_test_add ("/history-page/expand", Fixture, NULL, set_up, test_history_expand, tear_down);
  g_test_add ("/history-page/filter", Fixture, NULL, set_up, test_history_filter, tear_down);

  return g_test_run ();
}
