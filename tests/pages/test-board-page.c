// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-board-page.h"
#include "clinch-board-table.h"
#include "clinch-board-view.h"
#include "clinch-move-dialog.h"
#include "clinch-opportunity-card.h"
#include "clinch-stage-column.h"
#include "clinch-stage-header.h"
#include "clinch-table-columns.h"
#include "clinch-test-window.h"

#include <string.h>

#define MOVE (GDK_CONTROL_MASK | GDK_SHIFT_MASK)

typedef struct
{
  ClinchTestWindow *window;
  GtkWidget *page;
} Fixture;

/* A, B and C in the first stage, B for longer than its limit; D in the second. */
static ClinchTestStore *
make_workspace (void)
{
  ClinchTestStore *store = clinch_test_store_new ("en");
  const char *late = "stage-entered=1790000000";
  const char *fresh = "stage-entered=1795300000";

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=A", "position=1",
                                                    "amount=100", fresh, NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=B", "position=2",
                                                    "amount=200", late, NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=C", "position=3",
                                                    fresh, NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=D", "position=4",
                                                    "stage=2", "amount=400", fresh, NULL));

  return store;
}

static GtkWidget *
new_page (Fixture *fixture)
{
  return g_object_new (CLINCH_TYPE_BOARD_PAGE, "workspace", fixture->window->workspace, "title",
                       "Board", NULL);
}

static ClinchBoardView *
board (Fixture *fixture)
{
  return CLINCH_BOARD_VIEW (clinch_test_find (fixture->page, CLINCH_TYPE_BOARD_VIEW, NULL));
}

static void
collect_columns (GtkWidget *root,
                 GPtrArray *columns)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (CLINCH_IS_STAGE_COLUMN (child))
      g_ptr_array_add (columns, child);
    else
      collect_columns (child, columns);
}

/* "AB C": the cards of each column, columns apart by spaces, as far as there are any. */
static char *
cards (Fixture *fixture)
{
  g_autoptr(GPtrArray) columns = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  collect_columns (fixture->page, columns);
  for (guint i = 0; i < columns->len; i++)
    {
      GListModel *list = G_LIST_MODEL (clinch_stage_column_get_cards (columns->pdata[i]));

      if (i > 0)
        g_string_append_c (text, ' ');
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr(ClinchRecord) record = g_list_model_get_item (list, j);

          g_string_append (text, clinch_record_get_name (record));
        }
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  Fixture *fixture;
  const char *text;
} Expected;

static gboolean
has_cards (gpointer data)
{
  Expected *expected = data;
  g_autofree char *text = cards (expected->fixture);

  return g_str_equal (g_strchomp (text), expected->text);
}

static void
wait_for_cards (Fixture    *fixture,
                const char *text)
{
  Expected expected = { fixture, text };

  g_test_message ("waiting for the cards “%s”", text);
  clinch_test_wait (has_cards, &expected);
}

/* The card with the keyboard is the one of that name, and in its column. */
static gboolean
has_focus (gpointer data)
{
  Expected *expected = data;
  g_autoptr(GPtrArray) columns = g_ptr_array_new ();

  collect_columns (expected->fixture->page, columns);
  for (guint i = 0; i < columns->len; i++)
    {
      guint position = G_MAXUINT;
      ClinchRecord *record = clinch_stage_column_get_focus (columns->pdata[i], &position, NULL);

      if (record != NULL && position != G_MAXUINT)
        return g_str_equal (clinch_record_get_name (record), expected->text);
    }

  return FALSE;
}

static void
wait_for_focus (Fixture    *fixture,
                const char *name)
{
  Expected expected = { fixture, name };

  g_test_message ("waiting for the keyboard on “%s”", name);
  clinch_test_wait (has_focus, &expected);
}

static gboolean
shows (gpointer data)
{
  Expected *expected = data;

  return clinch_test_find (GTK_WIDGET (expected->fixture->window->window), GTK_TYPE_LABEL,
                           expected->text) != NULL;
}

static void
wait_for_label (Fixture    *fixture,
                const char *text)
{
  Expected expected = { fixture, text };

  clinch_test_wait (shows, &expected);
}

static gboolean
has_toast (gpointer data)
{
  Expected *expected = data;
  GPtrArray *toasts = expected->fixture->window->toasts;

  return toasts->len > 0 && g_str_equal (toasts->pdata[toasts->len - 1], expected->text);
}

static void
wait_for_toast (Fixture    *fixture,
                const char *text)
{
  Expected expected = { fixture, text };

  clinch_test_wait (has_toast, &expected);
}

static void
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  modifiers)
{
  clinch_test_key (gtk_window_get_focus (fixture->window->window), key, modifiers);
}

static void
search (Fixture    *fixture,
        const char *text)
{
  GtkWidget *entry;

  clinch_page_focus_search (CLINCH_PAGE (fixture->page));
  entry = clinch_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static gboolean
has_card_widget (gpointer data)
{
  GtkWidget *card = clinch_test_find (((Fixture *) data)->page, CLINCH_TYPE_OPPORTUNITY_CARD, NULL);

  return card != NULL && gtk_widget_get_mapped (card) && gtk_widget_get_width (card) > 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = clinch_test_window_new (make_workspace ());
  fixture->page = new_page (fixture);
  clinch_test_window_show (fixture->window, fixture->page);
  wait_for_cards (fixture, "ABC D");
  clinch_test_wait (has_card_widget, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GSettings) settings = g_settings_new ("org.clinch.Clinch");

  clinch_test_window_free (fixture->window);
  g_settings_reset (settings, "board-filter");
  g_settings_reset (settings, "board-view");
  g_settings_reset (settings, "table-sort");
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  search (fixture, "nothing like it");
  wait_for_label (fixture, "Nothing Passes the Filter");
  gtk_widget_activate_action (fixture->page, "page.clear-filter", NULL);
  wait_for_cards (fixture, "ABC D");

  /* What was filtered is so when one comes back. */
  search (fixture, "D");
  wait_for_cards (fixture, " D");
  fixture->page = new_page (fixture);
  clinch_test_window_show (fixture->window, fixture->page);
  wait_for_cards (fixture, " D");
}

static GListModel *
table_rows (Fixture *fixture)
{
  GtkWidget *view = clinch_test_find (fixture->page, GTK_TYPE_COLUMN_VIEW, NULL);

  return view != NULL ? G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))) : NULL;
}

static gboolean
has_rows (gpointer data)
{
  Expected *expected = data;
  GListModel *rows = table_rows (expected->fixture);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; rows != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(ClinchRecord) record = g_list_model_get_item (rows, i);

      g_string_append (names, clinch_record_get_name (record));
    }

  return g_str_equal (names->str, expected->text);
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_can_target (button));
  g_signal_emit_by_name (button, "clicked");
}

/* What the table says of the product behind a weighted sum; NULL if it does not show it. */
static char *
read_weighted (Fixture *fixture,
               gint64   id)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (clinch_test_find (fixture->page, GTK_TYPE_COLUMN_VIEW,
                                                           NULL));
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr(ClinchRecord) record = clinch_test_window_record (fixture->window,
                                                              CLINCH_KIND_OPPORTUNITY, id);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *name = gtk_column_view_column_get_id (column);

      if (g_str_equal (name, CLINCH_TABLE_WEIGHTED) && gtk_column_view_column_get_visible (column))
        return clinch_table_info.show (clinch_table_info_find (&clinch_table_info, name), record,
                                       0);
    }

  return NULL;
}

/* Each figure opens into its records, and the board is as it was when one goes back to it. */
static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *figure;
    const char *rows;
    gint64 id;
    const char *weighted;
  } cases[] = {
    { "First Talks", "ABC", 2, "¥2 × 10% = ¥0.2" },
    { "¥4", "D", 4, "¥4 × 25% = ¥1" },
    { "1 over 14 days · 33%", "B", 2, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *header = clinch_test_find (GTK_WIDGET (board (fixture)), CLINCH_TYPE_STAGE_HEADER,
                                            cases[i].figure);
      GtkWidget *button = clinch_test_find (header, GTK_TYPE_BUTTON, cases[i].figure);
      Expected expected = { fixture, cases[i].rows };
      g_autofree char *weighted = NULL;
      g_autofree char *later = NULL;

      g_test_message ("%s", cases[i].figure);
      click (button);
      clinch_test_wait (has_rows, &expected);
      weighted = read_weighted (fixture, cases[i].id);
      g_assert_cmpstr (weighted, ==, cases[i].weighted);
      gtk_widget_activate_action (fixture->page, "page.view", "s", "board");
      wait_for_cards (fixture, "ABC D");
      gtk_widget_activate_action (fixture->page, "page.view", "s", "table");
      later = read_weighted (fixture, cases[i].id);
      g_assert_null (later);
      gtk_widget_activate_action (fixture->page, "page.view", "s", "board");
    }
}

/* Nothing to be opened, nothing that takes the keyboard. */
static void
test_empty_figure (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *header = clinch_test_find (GTK_WIDGET (board (fixture)), CLINCH_TYPE_STAGE_HEADER,
                                        "Quote");

  g_assert_false (gtk_widget_get_focusable (clinch_test_find (header, GTK_TYPE_BUTTON, "Quote")));
  g_assert_false (gtk_widget_get_focusable (clinch_test_find (header, GTK_TYPE_BUTTON,
                                                              "Limit 14 days")));
}

static void
focus_first_card (Fixture *fixture)
{
  g_autoptr(GPtrArray) columns = g_ptr_array_new ();

  collect_columns (fixture->page, columns);
  clinch_stage_column_focus (columns->pdata[0], 0);
  wait_for_focus (fixture, "A");
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  focus_first_card (fixture);

  press (fixture, GDK_KEY_Right, 0);
  wait_for_focus (fixture, "D");
  press (fixture, GDK_KEY_Left, 0);
  wait_for_focus (fixture, "A");

  /* The card goes, and the keyboard goes with it. */
  press (fixture, GDK_KEY_Down, MOVE);
  wait_for_cards (fixture, "BAC D");
  wait_for_focus (fixture, "A");
  press (fixture, GDK_KEY_Right, MOVE);
  wait_for_cards (fixture, "BC AD");
  wait_for_focus (fixture, "A");
  wait_for_toast (fixture, "Move “A” to Needs Confirmation");
  press (fixture, GDK_KEY_Down, MOVE);
  wait_for_cards (fixture, "BC DA");
  wait_for_toast (fixture, "Reorder “A”");
  wait_for_focus (fixture, "A");
  press (fixture, GDK_KEY_Left, MOVE);
  wait_for_cards (fixture, "ABC D");
  wait_for_focus (fixture, "A");

  /* Past the ends there is nothing. */
  press (fixture, GDK_KEY_Up, MOVE);
  press (fixture, GDK_KEY_Left, MOVE);
  clinch_test_settle (fixture->window);
  wait_for_cards (fixture, "ABC D");
}

/* The menu comes to the card with the keyboard, which has it again when the menu is gone. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *menu;

  focus_first_card (fixture);
  press (fixture, GDK_KEY_Menu, 0);
  menu = clinch_test_find (GTK_WIDGET (board (fixture)), GTK_TYPE_POPOVER_MENU, NULL);
  g_assert_nonnull (menu);
  gtk_popover_popdown (GTK_POPOVER (menu));
  wait_for_focus (fixture, "A");

  gtk_widget_activate_action (GTK_WIDGET (board (fixture)), "board.move-to", "(xx)",
                              G_GINT64_CONSTANT (1), G_GINT64_CONSTANT (3));
  wait_for_cards (fixture, "BC D A");
  wait_for_focus (fixture, "A");
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  focus_first_card (fixture);
  press (fixture, GDK_KEY_Delete, 0);
  wait_for_cards (fixture, "BC D");
  wait_for_toast (fixture, "Delete Opportunity “A”");
}

static gboolean
has_label (gpointer data)
{
  Expected *expected = data;

  return clinch_test_find (expected->fixture->page, GTK_TYPE_LABEL, expected->text) != NULL;
}

/* What all open stages come to is said as far as there is room. */
typedef struct
{
  GtkWidget *widget;
  gint64 frame;
} Drawn;

static gboolean
has_drawn (gpointer data)
{
  Drawn *drawn = data;

  gtk_widget_queue_draw (drawn->widget);
  return gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (drawn->widget))
         > drawn->frame;
}

/* What the window shows between two breakpoints is let go once it was drawn. */
static void
wait_for_drawing (Fixture *fixture)
{
  Drawn drawn = { GTK_WIDGET (fixture->window->window), 0 };

  drawn.frame = 2 + gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (drawn.widget));
  clinch_test_wait (has_drawn, &drawn);
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  Expected wide = { fixture, "4 open · ¥7 · weighted ¥1.3" };
  Expected narrow = { fixture, "4 open · ¥7" };

  clinch_test_wait (has_label, &wide);
  gtk_window_set_default_size (fixture->window->window, 400, 700);
  clinch_test_wait (has_label, &narrow);
  gtk_window_set_default_size (fixture->window->window, 900, 700);
  clinch_test_wait (has_label, &wide);
  wait_for_drawing (fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);
  g_type_ensure (CLINCH_TYPE_PAGE);

  g_test_add ("/board-page/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/board-page/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/board-page/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/board-page/empty-figure", Fixture, NULL, set_up, test_empty_figure, tear_down);
  g_test_add ("/board-page/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/board-page/menu", Fixture, NULL, set_up, test_menu, tear_down);
  g_test_add ("/board-page/delete", Fixture, NULL, set_up, test_delete, tear_down);

  return g_test_run ();
}
