// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-recent.h"
#include "clinch-search-dialog.h"
#include "clinch-search-row.h"
#include "clinch-test-window.h"

typedef struct
{
  ClinchTestWindow *window;
  GtkWidget *dialog;
  GtkWidget *entry;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("zh");

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭州钢铁集团", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=杭钢 MES", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=中国电信", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A & <b>B</b>", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=下周三报价给 A & <b>B</b> 公司",
                                             "type=call",
                                                    "happened=1795000000", NULL));
  fixture->window = clinch_test_window_new (store);
  clinch_test_window_show (fixture->window, gtk_label_new ("page"));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  g_object_unref (fixture->dialog);
  clinch_test_window_free (fixture->window);
}

static void
present (Fixture    *fixture,
         const char *text)
{
  fixture->dialog =
    g_object_ref_sink (GTK_WIDGET (clinch_search_dialog_new (fixture->window->workspace, text)));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), GTK_WIDGET (fixture->window->window));
  clinch_test_window_wait_dialog (fixture->window);
  clinch_test_settle (fixture->window);
  fixture->entry = clinch_test_find (fixture->dialog, GTK_TYPE_SEARCH_ENTRY, NULL);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
}

/* What is listed, from top to bottom, as a screen reader says it, apart by "|". */
static char *
listed (Fixture *fixture)
{
  GtkWidget *list = clinch_test_find (fixture->dialog, GTK_TYPE_LIST_BOX, NULL);
  GString *text = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0;
       list != NULL && (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                            clinch_search_row_get_label (CLINCH_SEARCH_ROW (row)));

  return g_string_free (text, FALSE);
}

typedef struct
{
  Fixture *fixture;
  const char *rows;
} Expected;

static gboolean
is_listed (gpointer data)
{
  const Expected *expected = data;
  g_autofree char *rows = listed (expected->fixture);

  return g_str_equal (rows, expected->rows);
}

static void
wait_for (Fixture    *fixture,
          const char *rows)
{
  Expected expected = { fixture, rows };

  clinch_test_wait (is_listed, &expected);
}

static gboolean
is_opened (gpointer data)
{
  return ((Fixture *) data)->window->opened->len > 0;
}

static void
test_search_sound (Fixture       *fixture,
                   gconstpointer  data)
{
  present (fixture, NULL);
  type (fixture, "zgdx");
  wait_for (fixture, "Customer: 中国电信");

  /* The answer to what was asked before is dropped. */
  type (fixture, "xyz");
  g_signal_emit_by_name (fixture->entry, "search-changed");
  type (fixture, "杭");
  wait_for (fixture, "Customer: 杭州钢铁集团|Opportunity: 杭钢 MES, 杭州钢铁集团");
}

static void
test_search_keys (Fixture       *fixture,
                  gconstpointer  data)
{
  present (fixture, "杭");
  wait_for (fixture, "Customer: 杭州钢铁集团|Opportunity: 杭钢 MES, 杭州钢铁集团");
  g_assert_true (clinch_test_key (fixture->entry, GDK_KEY_Down, 0));
  g_assert_true (clinch_test_key (fixture->entry, GDK_KEY_Down, 0));
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpuint (fixture->window->opened->len, ==, 1);
  g_assert_cmpstr (fixture->window->opened->pdata[0], ==, "opportunities 1");
  g_assert_true (clinch_test_window_has_no_dialog (fixture->window));
}

/* Who types and hits Enter at once gets the first of what is found. */
static void
test_search_enter (Fixture       *fixture,
                   gconstpointer  data)
{
  present (fixture, NULL);
  type (fixture, "dianxin");
  g_signal_emit_by_name (fixture->entry, "activate");
  clinch_test_wait (is_opened, fixture);
  g_assert_cmpuint (fixture->window->opened->len, ==, 1);
  g_assert_cmpstr (fixture->window->opened->pdata[0], ==, "customers 2");
}

static void
test_search_markup (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *label;
  GSList *marks;

  present (fixture, "b");
  wait_for (fixture, "Customer: A & <b>B</b>|Follow-up: 下周三报价给 A & <b>B</b> 公司, A & <b>B</b>");
  label = clinch_test_find (fixture->dialog, GTK_TYPE_LABEL, "A & <b>B</b>");
  g_assert_nonnull (label);
  g_assert_false (gtk_label_get_use_markup (GTK_LABEL (label)));
  /* Each “b” is marked, that of the letters that look like markup too. */
  marks = pango_attr_list_get_attributes (gtk_label_get_attributes (GTK_LABEL (label)));
  g_assert_cmpuint (g_slist_length (marks), ==, 3);
  g_slist_free_full (marks, (GDestroyNotify) pango_attribute_destroy);
}

static void
test_search_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(ClinchRecord) record = NULL;
  GtkWidget *button;

  present (fixture, "Nobody & <i>Sons</i>");
  button = clinch_test_find (fixture->dialog, GTK_TYPE_BUTTON,
                             "New Customer “Nobody & <i>Sons</i>”");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  clinch_test_wait (is_opened, fixture);
  g_assert_cmpuint (fixture->window->opened->len, ==, 1);
  g_assert_cmpstr (fixture->window->opened->pdata[0], ==, "customers 4");
  g_assert_cmpuint (fixture->window->toasts->len, ==, 1);
  record = clinch_test_window_record (fixture->window, CLINCH_KIND_CUSTOMER, 4);
  g_assert_cmpstr (clinch_record_get_name (record), ==, "Nobody & <i>Sons</i>");
}

static void
test_search_recent (Fixture       *fixture,
                    gconstpointer  data)
{
  clinch_recent_note (fixture->window->workspace, CLINCH_KIND_CUSTOMER, 1);
  clinch_recent_note (fixture->window->workspace, CLINCH_KIND_OPPORTUNITY, 1);
  clinch_recent_note (fixture->window->workspace, CLINCH_KIND_CUSTOMER, 1);
  present (fixture, NULL);
  /* Opened lately, then changed lately. */
  wait_for (fixture,
            "Customer: 杭州钢铁集团|Opportunity: 杭钢 MES, 杭州钢铁集团|Customer: A & <b>B</b>|Customer: 中国电信");
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);

  g_test_add ("/search-dialog/sound", Fixture, NULL, set_up, test_search_sound, tear_down);
  g_test_add ("/search-dialog/keys", Fixture, NULL, set_up, test_search_keys, tear_down);
  g_test_add ("/search-dialog/enter", Fixture, NULL, set_up, test_search_enter, tear_down);
  g_test_add ("/search-dialog/markup", Fixture, NULL, set_up, test_search_markup, tear_down);
  g_test_add ("/search-dialog/nothing", Fixture, NULL, set_up, test_search_nothing, tear_down);
  g_test_add ("/search-dialog/recent", Fixture, NULL, set_up, test_search_recent, tear_down);

  return g_test_run ();
}
