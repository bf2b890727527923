// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-record-picker.h"
#include "clinch-test-window.h"

typedef struct
{
  ClinchTestWindow *window;
  GtkWidget *picker;
  GtkWidget *entry;
  gint64 picked;
  char *created;
} Fixture;

static void
picked_cb (ClinchRecordPicker *picker,
           gint64              id,
           Fixture            *fixture)
{
  fixture->picked = id;
}

static void
create_cb (ClinchRecordPicker *picker,
           const char         *name,
           Fixture            *fixture)
{
  g_set_str (&fixture->created, name);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("zh");
  GtkWidget *button = gtk_menu_button_new ();

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭州钢铁集团", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=中国电信", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=A & <b>B</b>", NULL));
  fixture->window = clinch_test_window_new (store);
  fixture->picked = -1;
  fixture->picker =
    GTK_WIDGET (clinch_record_picker_new (fixture->window->workspace, CLINCH_KIND_CUSTOMER));
  fixture->entry = clinch_test_find (fixture->picker, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_signal_connect (fixture->picker, "picked", G_CALLBACK (picked_cb), fixture);
  g_signal_connect (fixture->picker, "create", G_CALLBACK (create_cb), fixture);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), fixture->picker);
  clinch_test_window_show (fixture->window, button);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clinch_test_window_free (fixture->window);
  g_free (fixture->created);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static void
pop_up (Fixture *fixture)
{
  gtk_popover_popup (GTK_POPOVER (fixture->picker));
  clinch_test_wait (is_mapped, fixture->picker);
  clinch_test_settle (fixture->window);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
  clinch_test_settle (fixture->window);
}

static void
test_pinyin (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const words[] = { "zgdx", "zhongguo", "电信", "中" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      fixture->picked = -1;
      pop_up (fixture);
      type (fixture, words[i]);
      g_signal_emit_by_name (fixture->entry, "activate");
      clinch_test_settle (fixture->window);
      g_assert_cmpint (fixture->picked, ==, 2);
      g_assert_false (gtk_widget_get_visible (fixture->picker));
    }
}

/* Enter does not wait for the answer, and takes what belongs to the letters all the same. */
static void
test_fast (Fixture       *fixture,
           gconstpointer  data)
{
  pop_up (fixture);
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "zgdx");
  g_signal_emit_by_name (fixture->entry, "activate");
  clinch_test_settle (fixture->window);
  g_assert_cmpint (fixture->picked, ==, 2);
}

static void
test_arrows (Fixture       *fixture,
             gconstpointer  data)
{
  clinch_record_picker_set_none_label (CLINCH_RECORD_PICKER (fixture->picker), "None");
  pop_up (fixture);
  g_assert_nonnull (clinch_test_find (fixture->picker, GTK_TYPE_LABEL, "None"));
  g_assert_nonnull (clinch_test_find (fixture->picker, GTK_TYPE_LABEL, "A & <b>B</b>"));
  /* None, 杭州, 中国, the Latin name. */
  g_assert_true (clinch_test_key (fixture->entry, GDK_KEY_Down, 0));
  g_assert_true (clinch_test_key (fixture->entry, GDK_KEY_Down, 0));
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpint (fixture->picked, ==, 2);

  pop_up (fixture);
  g_assert_true (clinch_test_key (fixture->entry, GDK_KEY_Down, 0));
  g_assert_true (clinch_test_key (fixture->entry, GDK_KEY_Up, 0));
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpint (fixture->picked, ==, 0);
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  pop_up (fixture);
  type (fixture, "No & such");
  g_assert_nonnull (clinch_test_find (fixture->picker, GTK_TYPE_LABEL, "Nothing found"));
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpint (fixture->picked, ==, -1);

  clinch_record_picker_set_can_create (CLINCH_RECORD_PICKER (fixture->picker), TRUE);
  type (fixture, "No & such one");
  g_assert_nonnull (clinch_test_find (fixture->picker, GTK_TYPE_LABEL, "Create “No & such one”"));
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpint (fixture->picked, ==, -1);
  g_assert_cmpstr (fixture->created, ==, "No & such one");
}

static void
test_excluded (Fixture       *fixture,
               gconstpointer  data)
{
  clinch_record_picker_set_excluded (CLINCH_RECORD_PICKER (fixture->picker), 2);
  pop_up (fixture);
  type (fixture, "zgdx");
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpint (fixture->picked, ==, -1);
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
    { "/record-picker/pinyin", test_pinyin },
    { "/record-picker/fast", test_fast },
    { "/record-picker/arrows", test_arrows },
    { "/record-picker/create", test_create },
    { "/record-picker/excluded", test_excluded },
  };

  clinch_test_ui_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
