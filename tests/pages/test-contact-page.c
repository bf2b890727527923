// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-actions.h"
#include "clinch-contact-page.h"
#include "clinch-record-form.h"
#include "clinch-test-window.h"

enum
{
  ANN = 1,
  BOB,
};

typedef struct
{
  ClinchTestWindow *window;
  GtkWidget *page;
} Fixture;

static gboolean
is_shown (gpointer data)
{
  return clinch_test_find (data, GTK_TYPE_LABEL, "Met at the fair") != NULL
         && clinch_test_find (data, ADW_TYPE_ACTION_ROW, "Plays <golf>") != NULL;
}

/* Ann was met ten days ago and is to be met each month; nobody has met Bob. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("en");

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Acme & Co",
                                                    "owner=1", "grade=B", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CONTACT, "name=Ann <b>Lee</b>",
                                                    "title=Director", "department=IT",
                                                    "mobile=138 0000 0000", "wechat=ann_lee",
                                                    NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CONTACT, "name=Bob", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_FACT, "contact=1",
                                                    "text=Plays <golf>", "source=Her secretary",
                                                    "since=2026-11-20", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_FOLLOW_UP, "customer=1",
                                                    "contact=1", "type=visit", "author=1",
                                                    "text=Met at the fair",
                                                    "happened=1794528000", NULL));
  fixture->window = clinch_test_window_new (store);
  fixture->page = GTK_WIDGET (clinch_contact_page_new (fixture->window->workspace, ANN, NULL));
  clinch_test_window_show (fixture->window, fixture->page);
  clinch_test_wait (is_shown, fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clinch_test_window_free (fixture->window);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return clinch_test_find (fixture->page, type, text);
}

/* Who it is, how to reach them, and what is known. */
static void
test_shown (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *fact = find (fixture, ADW_TYPE_ACTION_ROW, "Plays <golf>");

  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Ann <b>Lee</b>"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Director · IT"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Acme & Co"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "ann_lee"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (fact)), ==,
                   "Her secretary · Nov 20");
}

static gboolean
is_saved (gpointer data)
{
  return g_strcmp0 (clinch_record_get_text (data, CLINCH_CONTACT_TITLE), "CIO") == 0;
}

/* What is typed is saved at once, and the head says it too. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(ClinchRecord) ann = clinch_test_window_record (fixture->window, CLINCH_KIND_CONTACT,
                                                           ANN);
  GtkWidget *form = find (fixture, CLINCH_TYPE_RECORD_FORM, NULL);
  GtkWidget *text = clinch_test_find (GTK_WIDGET (clinch_record_form_get_row (
                                                    CLINCH_RECORD_FORM (form),
                                                    CLINCH_CONTACT_TITLE)), GTK_TYPE_TEXT, NULL);

  gtk_widget_grab_focus (text);
  gtk_editable_set_text (GTK_EDITABLE (text), "CIO");
  g_signal_emit_by_name (text, "activate");
  clinch_test_wait (is_saved, ann);
  clinch_test_settle (fixture->window);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "CIO · IT"));
}

static gboolean
is_touch_shown (gpointer data)
{
  Fixture *fixture = data;

  return find (fixture, GTK_TYPE_LABEL, "Last in touch 10 days ago; the grade asks for every 30 "
               "days; next by Dec 13") != NULL;
}

/* When to be in touch again follows from what happened. */
static void
test_touch (Fixture       *fixture,
            gconstpointer  data)
{
  clinch_test_wait (is_touch_shown, fixture);
}

static gboolean
is_bob_shown (gpointer data)
{
  return clinch_test_find (data, GTK_TYPE_LABEL, "Bob") != NULL;
}

/* With a list as its context the page goes on to the next one and knows its ends. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_CONTACT);
  g_autoptr(ClinchRecordList) list = NULL;
  GtkWidget *page;

  clinch_query_set_sort (query, "name", FALSE);
  list = clinch_record_list_new (fixture->window->workspace, query);
  clinch_test_settle (fixture->window);
  page = GTK_WIDGET (clinch_contact_page_new (fixture->window->workspace, ANN, list));
  clinch_test_window_show (fixture->window, page);
  clinch_test_wait (is_shown, page);
  gtk_widget_activate_action (page, "contact.next", NULL);
  clinch_test_wait (is_bob_shown, page);
  g_assert_nonnull (clinch_test_find (page, GTK_TYPE_LABEL, "2 of 2"));
  gtk_widget_activate_action (page, "contact.next", NULL);
  clinch_test_settle (fixture->window);
  g_assert_true (is_bob_shown (page));
  gtk_widget_activate_action (page, "contact.previous", NULL);
  clinch_test_wait (is_shown, page);
}

static gboolean
is_in_bin (gpointer data)
{
  return clinch_record_is_deleted (data);
}

static gboolean
is_alive (gpointer data)
{
  return !clinch_record_is_deleted (data);
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(ClinchRecord) ann = clinch_test_window_record (fixture->window, CLINCH_KIND_CONTACT,
                                                           ANN);
  GtkWidget *banner = find (fixture, ADW_TYPE_BANNER, NULL);

  g_assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
  gtk_widget_activate_action (fixture->page, "contact.delete", NULL);
  clinch_test_wait (is_in_bin, ann);
  clinch_test_settle (fixture->window);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  gtk_widget_activate_action (fixture->page, "contact.restore", NULL);
  clinch_test_wait (is_alive, ann);
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);

  g_test_add ("/contact-page/shown", Fixture, NULL, set_up, test_shown, tear_down);
  g_test_add ("/contact-page/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/contact-page/touch", Fixture, NULL, set_up, test_touch, tear_down);
  g_test_add ("/contact-page/walk", Fixture, NULL, set_up, test_walk, tear_down);
  g_test_add ("/contact-page/delete", Fixture, NULL, set_up, test_delete, tear_down);

  return g_test_run ();
}
