// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-quick-entry-dialog.h"
#include "clinch-test-window.h"

typedef struct
{
  ClinchTestWindow *window;
  GtkWidget *dialog;
  GtkTextBuffer *buffer;
} Fixture;

static void
present (Fixture *fixture)
{
  GtkWidget *view;

  fixture->dialog = g_object_ref_sink (GTK_WIDGET (
    clinch_quick_entry_dialog_new (fixture->window->workspace, CLINCH_KIND_NONE, 0)));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), GTK_WIDGET (fixture->window->window));
  clinch_test_window_wait_dialog (fixture->window);
  clinch_test_settle (fixture->window);
  view = clinch_test_find (fixture->dialog, GTK_TYPE_TEXT_VIEW, NULL);
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("zh");

  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=杭州钢铁集团", "short_name=杭钢",
                                             NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CONTACT, "name=王建国", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=杭钢 MES", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=中国电信", NULL));
  fixture->window = clinch_test_window_new (store);
  clinch_test_window_show (fixture->window, gtk_label_new ("page"));
  present (fixture);
}

static void
close_dialog (Fixture *fixture)
{
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  clinch_test_settle (fixture->window);
  g_clear_object (&fixture->dialog);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_dialog (fixture);
  clinch_test_window_free (fixture->window);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_text_buffer_set_text (fixture->buffer, text, -1);
  clinch_test_settle (fixture->window);
}

static gboolean
has_toast (gpointer data)
{
  return ((Fixture *) data)->window->toasts->len > 0;
}

static void
press (Fixture         *fixture,
       GdkModifierType  state)
{
  GtkWidget *view = clinch_test_find (fixture->dialog, GTK_TYPE_TEXT_VIEW, NULL);

  g_assert_true (clinch_test_key (view, GDK_KEY_Return, state));
}

/* The sentence of the requirements becomes the follow-up it means. */
static void
test_quick_line (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const chips[] = { "杭州钢铁集团", "杭钢 MES", "王建国", "Visit", "Today", "Dec 2" };
  g_autoptr(ClinchRecord) record = NULL;

  type (fixture, "今天拜访杭钢王总,MES方案反馈不错,下周三报价");
  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    g_assert_nonnull (clinch_test_find (fixture->dialog, GTK_TYPE_MENU_BUTTON, chips[i]));

  press (fixture, 0);
  clinch_test_wait (has_toast, fixture);
  record = clinch_test_window_record (fixture->window, CLINCH_KIND_FOLLOW_UP, 1);
  g_assert_cmpint (clinch_record_get_int (record, CLINCH_FOLLOW_UP_CUSTOMER), ==, 1);
  g_assert_cmpint (clinch_record_get_int (record, CLINCH_FOLLOW_UP_OPPORTUNITY), ==, 1);
  g_assert_cmpint (clinch_record_get_int (record, CLINCH_FOLLOW_UP_CONTACT), ==, 1);
  g_assert_cmpstr (clinch_record_get_text (record, CLINCH_FOLLOW_UP_TYPE), ==, "visit");
  g_assert_cmpstr (clinch_record_get_text (record, CLINCH_FOLLOW_UP_NEXT_DATE), ==, "2026-12-02");
  g_assert_true (clinch_test_window_has_no_dialog (fixture->window));
}

/* Without a customer nothing is saved; closing keeps the text for the next time. */
static void
test_quick_missing (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *kept = NULL;
  GtkTextIter start;
  GtkTextIter end;

  type (fixture, "今天开会");
  g_assert_nonnull (clinch_test_find (fixture->dialog, GTK_TYPE_MENU_BUTTON, "Which customer?"));
  press (fixture, GDK_CONTROL_MASK);
  clinch_test_settle (fixture->window);
  g_assert_cmpuint (fixture->window->toasts->len, ==, 0);

  close_dialog (fixture);
  present (fixture);
  gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);
  kept = gtk_text_buffer_get_text (fixture->buffer, &start, &end, FALSE);
  g_assert_cmpstr (kept, ==, "今天开会");
}

static gboolean
offers_two (gpointer data)
{
  GtkWidget *dialog = ((Fixture *) data)->dialog;

  return clinch_test_find (dialog, GTK_TYPE_BUTTON, "Save 2 Follow-ups") != NULL;
}

static void
test_quick_memo (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(ClinchRecord) second = NULL;

  type (fixture, "昨天给中国电信打电话\n今天拜访杭钢王总");
  clinch_test_wait (offers_two, fixture);
  press (fixture, GDK_CONTROL_MASK);
  clinch_test_wait (has_toast, fixture);
  second = clinch_test_window_record (fixture->window, CLINCH_KIND_FOLLOW_UP, 2);
  g_assert_cmpint (clinch_record_get_int (second, CLINCH_FOLLOW_UP_CUSTOMER), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);

  g_test_add ("/quick-entry/line", Fixture, NULL, set_up, test_quick_line, tear_down);
  g_test_add ("/quick-entry/missing", Fixture, NULL, set_up, test_quick_missing, tear_down);
  g_test_add ("/quick-entry/memo", Fixture, NULL, set_up, test_quick_memo, tear_down);

  return g_test_run ();
}
