// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-actions.h"
#include "clinch-board-table.h"
#include "clinch-record-picker.h"
#include "clinch-test-window.h"
#include "clinch-value-entry.h"

#include <string.h>

typedef struct
{
  ClinchTestWindow *window;
  ClinchBoardTable *table;
  GSettings *settings;
} Fixture;

/* A, B and C with the amounts 300, 100 and 200; the first two are mine, C is Bob's. */
static ClinchTestStore *
make_workspace (void)
{
  ClinchTestStore *store = clinch_test_store_new ("en");

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_MEMBER, "name=Bob", "role=owner",
                                                    NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name==Acme", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=A", "position=1",
                                                    "owner=1", "amount=30000", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=B", "position=2",
                                                    "owner=1", "amount=10000", "currency=USD",
                                                    NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=C", "position=3",
                                                    "owner=2", "amount=20000", NULL));

  return store;
}

static ClinchBoardTable *
new_table (Fixture *fixture)
{
  ClinchBoardTable *table = g_object_new (CLINCH_TYPE_BOARD_TABLE, NULL);
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OPPORTUNITY);

  clinch_board_table_set_workspace (table, fixture->window->workspace, fixture->settings);
  clinch_board_table_set_pipeline (table, 1);
  clinch_board_table_set_query (table, query);

  return table;
}

static GtkColumnView *
column_view (Fixture *fixture)
{
  return GTK_COLUMN_VIEW (clinch_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW,
                                            NULL));
}

typedef struct
{
  Fixture *fixture;
  const char *names;
} Expected;

static gboolean
has_rows (gpointer data)
{
  Expected *expected = data;
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (column_view (expected->fixture)));
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(ClinchRecord) record = g_list_model_get_item (rows, i);

      g_string_append (names, clinch_record_get_name (record));
    }

  return g_str_equal (names->str, expected->names);
}

static void
wait_for_rows (Fixture    *fixture,
               const char *names)
{
  Expected expected = { fixture, names };

  g_test_message ("waiting for the rows “%s”", names);
  clinch_test_wait (has_rows, &expected);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = clinch_test_window_new (make_workspace ());
  fixture->settings = g_settings_new ("org.clinch.Clinch");
  fixture->table = new_table (fixture);
  clinch_test_window_show (fixture->window, GTK_WIDGET (fixture->table));
  wait_for_rows (fixture, "ABC");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clinch_test_window_free (fixture->window);
  g_settings_reset (fixture->settings, "table-columns");
  g_settings_reset (fixture->settings, "table-widths");
  g_clear_object (&fixture->settings);
}

static void
select_rows (Fixture *fixture,
             guint    n_rows)
{
  GtkSelectionModel *model = gtk_column_view_get_model (column_view (fixture));

  gtk_selection_model_unselect_all (model);
  gtk_selection_model_select_range (model, 0, n_rows, TRUE);
}

/* "12 1": a field of A, B and C. */
static char *
values (Fixture *fixture,
        int      field)
{
  GString *text = g_string_new (NULL);

  for (gint64 id = 1; id <= 3; id++)
    {
      g_autoptr(ClinchRecord) record = clinch_test_window_record (fixture->window,
                                                                  CLINCH_KIND_OPPORTUNITY, id);
      const char *value = field == CLINCH_OPPORTUNITY_EXPECTED
                          ? clinch_record_get_text (record, field) : NULL;

      if (id > 1)
        g_string_append_c (text, ' ');
      if (field == CLINCH_OPPORTUNITY_EXPECTED)
        g_string_append (text, value != NULL ? value : "-");
      else
        g_string_append_printf (text, "%d", (int) clinch_record_get_int (record, field));
    }

  return g_string_free (text, FALSE);
}

#define ASSERT_VALUES(fixture, field, expected)             \
  G_STMT_START                                              \
  {                                                         \
    g_autofree char *values_ = values (fixture, field);     \
    g_assert_cmpstr (values_, ==, expected);                \
  }                                                         \
  G_STMT_END

static void
undo (Fixture *fixture)
{
  clinch_action_undo (fixture->window->workspace, 0, NULL, NULL, NULL);
  clinch_test_settle (fixture->window);
}

static GtkPopover *
open_popover (Fixture    *fixture,
              const char *label)
{
  GtkWidget *button = clinch_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_MENU_BUTTON, label);

  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
}

/* Owner, day and stage of all that is selected: each one step, and taken back as one. */
static void
test_bulk (Fixture       *fixture,
           gconstpointer  data)
{
  GtkPopover *popover;
  GtkWidget *entry;

  select_rows (fixture, 2);
  g_assert_nonnull (clinch_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, "2 selected"));
  popover = open_popover (fixture, "Owner");
  g_signal_emit_by_name (popover, "picked", G_GINT64_CONSTANT (2));
  clinch_test_settle (fixture->window);
  ASSERT_VALUES (fixture, CLINCH_OPPORTUNITY_OWNER, "2 2 2");
  undo (fixture);
  ASSERT_VALUES (fixture, CLINCH_OPPORTUNITY_OWNER, "1 1 2");

  popover = open_popover (fixture, "Signing");
  entry = clinch_test_find (GTK_WIDGET (popover), CLINCH_TYPE_VALUE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-12-24");
  g_signal_emit_by_name (clinch_test_find (GTK_WIDGET (popover), GTK_TYPE_BUTTON, "Set"),
                         "clicked");
  clinch_test_settle (fixture->window);
  ASSERT_VALUES (fixture, CLINCH_OPPORTUNITY_EXPECTED, "2026-12-24 2026-12-24 -");
  undo (fixture);
  ASSERT_VALUES (fixture, CLINCH_OPPORTUNITY_EXPECTED, "- - -");

  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.move-to", "x",
                              G_GINT64_CONSTANT (3));
  clinch_test_settle (fixture->window);
  ASSERT_VALUES (fixture, CLINCH_OPPORTUNITY_STAGE, "3 3 1");
  undo (fixture);
  ASSERT_VALUES (fixture, CLINCH_OPPORTUNITY_STAGE, "1 1 1");
}

static gboolean
has_toast (gpointer data)
{
  return ((Fixture *) data)->window->toasts->len > 0;
}

/* What is copied can be pasted into a spreadsheet: a line each, exact, and nothing a formula.
 * Amounts in the workspace's currency, which is USD, are plain numbers. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  select_rows (fixture, 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.copy", NULL);
  clinch_test_wait (has_toast, fixture);
  g_assert_cmpstr (fixture->window->toasts->pdata[0], ==, "2 rows copied");
  text = clinch_test_clipboard_text (GTK_WIDGET (fixture->table));
  lines = g_strsplit (text, "\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "Name\tCustomer\tGrade\tAmount\t"));
  g_assert_true (g_str_has_prefix (lines[1], "A\t'=Acme\t\t¥300.00\t"));
  g_assert_true (g_str_has_prefix (lines[2], "B\t'=Acme\t\t100.00\t"));
  g_assert_cmpstr (lines[3], ==, "");
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *sort = NULL;

  clinch_board_table_set_sort (fixture->table, "amount");
  wait_for_rows (fixture, "BCA");
  clinch_board_table_set_sort (fixture->table, "-amount");
  wait_for_rows (fixture, "ACB");
  sort = clinch_board_table_dup_sort (fixture->table);
  g_assert_cmpstr (sort, ==, "-amount");
  /* Days are counted from when the stage was entered, so that the order is the other way round. */
  clinch_board_table_set_sort (fixture->table, "");
  wait_for_rows (fixture, "ABC");
}

static GtkColumnViewColumn *
find_column (Fixture    *fixture,
             const char *id)
{
  GListModel *columns = gtk_column_view_get_columns (column_view (fixture));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_id (column), id))
        return column;
    }

  g_assert_not_reached ();
}

static gboolean
is_gone (gpointer data)
{
  return *(GtkWidget **) data == NULL;
}

/* Which columns there are, their order and their width are as they were left. */
static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  GActionGroup *actions = clinch_board_table_get_column_actions (fixture->table);
  g_autoptr(GtkColumnViewColumn) first = NULL;
  GtkWidget *old = NULL;

  g_action_group_activate_action (actions, "grade", NULL);
  g_action_group_activate_action (actions, "product", NULL);
  gtk_column_view_column_set_fixed_width (find_column (fixture, "amount"), 222);
  gtk_column_view_insert_column (column_view (fixture), 0, find_column (fixture, "amount"));

  g_set_weak_pointer (&old, GTK_WIDGET (fixture->table));
  adw_window_set_content (ADW_WINDOW (fixture->window->window), NULL);
  clinch_test_wait (is_gone, &old);
  fixture->table = new_table (fixture);
  clinch_test_window_show (fixture->window, GTK_WIDGET (fixture->table));
  g_assert_false (gtk_column_view_column_get_visible (find_column (fixture, "grade")));
  g_assert_true (gtk_column_view_column_get_visible (find_column (fixture, "product")));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (find_column (fixture, "amount")), ==,
                   222);
  first = g_list_model_get_item (gtk_column_view_get_columns (column_view (fixture)), 0);
  g_assert_cmpstr (gtk_column_view_column_get_id (first), ==, "amount");
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  select_rows (fixture, 2);
  clinch_board_table_set_narrow (fixture->table, TRUE);
  g_assert_nonnull (clinch_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, "2"));
  g_assert_true (gtk_column_view_column_get_visible (find_column (fixture, "amount")));
  g_assert_false (gtk_column_view_column_get_visible (find_column (fixture, "customer")));

  clinch_board_table_set_narrow (fixture->table, FALSE);
  g_assert_nonnull (clinch_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, "2 selected"));
  g_assert_true (gtk_column_view_column_get_visible (find_column (fixture, "customer")));
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);

  g_test_add ("/board-table/bulk", Fixture, NULL, set_up, test_bulk, tear_down);
  g_test_add ("/board-table/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/board-table/sort", Fixture, NULL, set_up, test_sort, tear_down);
  g_test_add ("/board-table/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/board-table/columns", Fixture, NULL, set_up, test_columns, tear_down);

  return g_test_run ();
}
