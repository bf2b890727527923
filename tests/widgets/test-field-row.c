// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-field-row.h"
#include "clinch-test-window.h"

typedef struct
{
  ClinchTestWindow *window;
  ClinchRecord *record;
  GtkWidget *row;
  GtkWidget *other; /* somewhere else for the keyboard to go */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("en");
  gint64 id;

  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_MEMBER, "name=Wang Min", "role=owner",
                                             NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A & <b>B</b>", NULL));
  id = clinch_test_store_insert (store,
                                 clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=<i>Line</i> & Co",
                                                  "amount=120000000",
                                                         "expected-date=2026-12-24", NULL));
  fixture->window = clinch_test_window_new (store);
  fixture->record = clinch_test_window_record (fixture->window, CLINCH_KIND_OPPORTUNITY, id);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clinch_test_window_free (fixture->window);
}

static GtkWidget *
show_field (Fixture *fixture,
            int      field)
{
  GtkWidget *list = gtk_list_box_new ();

  fixture->row = clinch_field_row_new (fixture->window->workspace, CLINCH_KIND_OPPORTUNITY, field);
  clinch_field_row_set_record (CLINCH_FIELD_ROW (fixture->row), fixture->record);
  fixture->other = clinch_field_row_new (fixture->window->workspace, CLINCH_KIND_OPPORTUNITY,
                                         CLINCH_OPPORTUNITY_SOURCE);
  clinch_field_row_set_record (CLINCH_FIELD_ROW (fixture->other), fixture->record);
  /* The window holds it from here on, the test no more. */
  g_clear_object (&fixture->record);
  gtk_list_box_append (GTK_LIST_BOX (list), fixture->row);
  gtk_list_box_append (GTK_LIST_BOX (list), fixture->other);
  clinch_test_window_show (fixture->window, list);
  gtk_widget_grab_focus (clinch_test_find (fixture->other, GTK_TYPE_TEXT, NULL));

  return clinch_test_find (fixture->row, GTK_TYPE_TEXT, NULL);
}

static const char *
shown (GtkWidget *text)
{
  return gtk_editable_get_text (GTK_EDITABLE (text));
}

static void
type (GtkWidget  *text,
      const char *typed)
{
  gtk_widget_grab_focus (text);
  gtk_editable_set_text (GTK_EDITABLE (text), typed);
}

static void
leave (Fixture *fixture)
{
  gtk_widget_grab_focus (clinch_test_find (fixture->other, GTK_TYPE_TEXT, NULL));
  clinch_test_settle (fixture->window);
}

static const char *
error_of (Fixture *fixture)
{
  GtkWidget *revealer = clinch_test_find (fixture->row, GTK_TYPE_REVEALER, NULL);

  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)))
    return NULL;

  return gtk_label_get_text (GTK_LABEL (clinch_test_find (revealer, GTK_TYPE_LABEL, NULL)));
}

static void
test_money (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *text = show_field (fixture, CLINCH_OPPORTUNITY_AMOUNT);

  /* Short for those who read, in full for those who type. */
  g_assert_cmpstr (shown (text), ==, "¥1.2M");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (fixture->row), ==, "¥1,200,000.00");
  gtk_widget_grab_focus (text);
  g_assert_cmpstr (shown (text), ==, "¥1,200,000.00");

  type (text, "12.5万");
  g_signal_emit_by_name (text, "activate");
  clinch_test_settle (fixture->window);
  g_assert_cmpstr (shown (text), ==, "¥125,000.00");
  g_assert_null (error_of (fixture));
  leave (fixture);
  g_assert_cmpstr (shown (text), ==, "¥125K");
}

static void
test_focus_saves (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *text = show_field (fixture, CLINCH_OPPORTUNITY_NEXT_STEP);

  type (text, "  send the <b>quote</b> ");
  leave (fixture);
  g_assert_cmpstr (shown (text), ==, "send the <b>quote</b>");
}

static void
test_escape (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *text = show_field (fixture, CLINCH_OPPORTUNITY_NAME);

  type (text, "something else");
  g_assert_true (clinch_test_key (text, GDK_KEY_Escape, 0));
  g_assert_cmpstr (shown (text), ==, "<i>Line</i> & Co");
  /* With nothing to bring back the key is the dialog's. */
  g_assert_false (clinch_test_key (text, GDK_KEY_Escape, 0));
  leave (fixture);
  g_assert_cmpstr (shown (text), ==, "<i>Line</i> & Co");
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *text = show_field (fixture, CLINCH_OPPORTUNITY_EXPECTED);

  type (text, "soon, perhaps");
  leave (fixture);
  g_assert_cmpstr (shown (text), ==, "soon, perhaps");
  g_assert_nonnull (error_of (fixture));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  type (text, "下周三");
  leave (fixture);
  g_assert_null (error_of (fixture));
  g_assert_cmpstr (shown (text), ==, "Dec 2");
}

static void
test_required (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *text = show_field (fixture, CLINCH_OPPORTUNITY_NAME);

  type (text, "   ");
  leave (fixture);
  g_assert_cmpstr (error_of (fixture), ==, "Name must not be empty");
  g_assert_true (clinch_test_key (text, GDK_KEY_Escape, 0));
  g_assert_null (error_of (fixture));
  g_assert_cmpstr (shown (text), ==, "<i>Line</i> & Co");
}

static void
test_refused_by_store (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *text = show_field (fixture, CLINCH_OPPORTUNITY_PROBABILITY);

  type (text, "130%");
  leave (fixture);
  g_assert_cmpstr (shown (text), ==, "130%");
  g_assert_nonnull (error_of (fixture));

  type (text, "60");
  leave (fixture);
  g_assert_cmpstr (shown (text), ==, "60%");
}

static void
test_unmap_saves (Fixture       *fixture,
                  gconstpointer  data)
{
  ClinchRecord *record = g_object_ref (fixture->record);
  GtkWidget *text = show_field (fixture, CLINCH_OPPORTUNITY_COMPETITOR);

  type (text, "Siemens");
  adw_window_set_content (ADW_WINDOW (fixture->window->window), NULL);
  clinch_test_settle (fixture->window);
  g_assert_cmpstr (clinch_record_get_text (record, CLINCH_OPPORTUNITY_COMPETITOR), ==, "Siemens");
  g_object_unref (record);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *text = show_field (fixture, CLINCH_OPPORTUNITY_CUSTOMER);
  GtkWidget *label;

  g_assert_null (text);
  label = clinch_test_find (fixture->row, GTK_TYPE_LABEL, "A & <b>B</b>");
  g_assert_nonnull (label);
  g_assert_false (gtk_label_get_use_markup (GTK_LABEL (label)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Customer");

  g_signal_emit_by_name (clinch_test_find (fixture->row, GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_cmpuint (fixture->window->opened->len, ==, 1);
  g_assert_cmpstr (fixture->window->opened->pdata[0], ==, "customers 1");
}

static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(ClinchRow) draft = clinch_row_new (CLINCH_KIND_OPPORTUNITY);
  GtkWidget *text;

  text = show_field (fixture, CLINCH_OPPORTUNITY_AMOUNT);
  clinch_field_row_set_record (CLINCH_FIELD_ROW (fixture->row), NULL);
  clinch_field_row_set_draft (CLINCH_FIELD_ROW (fixture->row), draft);
  g_assert_cmpstr (shown (text), ==, "");

  /* Its name is read once: where the value will stand, and above it as soon as it is written. */
  g_assert_cmpstr (gtk_text_get_placeholder_text (GTK_TEXT (text)), ==, "Amount");
  gtk_widget_grab_focus (text);
  g_assert_cmpstr (gtk_text_get_placeholder_text (GTK_TEXT (text)), ==, "");
  g_assert_nonnull (clinch_test_find (fixture->row, GTK_TYPE_LABEL, "Amount"));

  type (text, "3M");
  leave (fixture);
  g_assert_cmpint (clinch_row_int (draft, CLINCH_OPPORTUNITY_AMOUNT), ==, 300000000);
  type (text, "three");
  g_assert_false (clinch_field_row_commit (CLINCH_FIELD_ROW (fixture->row)));
  g_assert_nonnull (error_of (fixture));
}

static gboolean
has_keyboard (Fixture   *fixture,
              GtkWidget *row)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window->window);

  return focus != NULL && gtk_widget_is_ancestor (focus, row);
}

/* Shift+Tab comes in from below and goes out above, from a line and from a text of several. */
static void
test_way_back (Fixture       *fixture,
               gconstpointer  data)
{
  static const int fields[] = { CLINCH_OPPORTUNITY_AMOUNT, CLINCH_OPPORTUNITY_NOTE };
  g_autoptr(ClinchRecord) record = g_object_ref (fixture->record);
  GtkWidget *window = GTK_WIDGET (fixture->window->window);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      fixture->record = g_object_ref (record);
      show_field (fixture, fields[i]);
      g_assert_true (has_keyboard (fixture, fixture->other));
      gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
      g_assert_true (has_keyboard (fixture, fixture->row));
      gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
      g_assert_false (has_keyboard (fixture, fixture->row));
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture       *fixture,
                  gconstpointer  data);
  } tests[] = {
    { "/field-row/money", test_money },
    { "/field-row/focus-saves", test_focus_saves },
    { "/field-row/escape", test_escape },
    { "/field-row/errors", test_errors },
    { "/field-row/required", test_required },
    { "/field-row/range", test_refused_by_store },
    { "/field-row/unmap-saves", test_unmap_saves },
    { "/field-row/names", test_names },
    { "/field-row/draft", test_draft },
    { "/field-row/way-back", test_way_back },
  };

  clinch_test_ui_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
