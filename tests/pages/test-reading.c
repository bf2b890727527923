// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages ask again whenever something changes: what comes of questions that overtake each other,
// that fail, or that nobody waits for any more.
#include "config.h"

#include "clinch-page.h"
#include "clinch-reading.h"
#include "clinch-test-window.h"

typedef struct
{
  ClinchTestWindow *window;
  GtkWidget *label;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = clinch_test_window_new (clinch_test_store_new ("en"));
  fixture->label = gtk_label_new ("");
  clinch_test_window_show (fixture->window, fixture->label);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clinch_test_window_free (fixture->window);
}

/* Answers with the question; “?” cannot be answered. */
static gpointer
load (ClinchDb  *db,
      gpointer   question,
      GError   **error)
{
  gint64 n_kinds;

  if (g_str_equal (question, "?")
      && !clinch_db_query_int (db, &n_kinds, NULL, error, "SELECT id FROM nowhere", ""))
    return NULL;

  return g_strdup (question);
}

static void
show (GtkWidget     *widget,
      gconstpointer  question,
      gpointer       answer)
{
  g_autofree char *before = g_strdup (gtk_label_get_label (GTK_LABEL (widget)));
  g_autofree char *text = g_strconcat (before, question, NULL);

  g_assert_cmpstr (question, ==, answer);
  gtk_label_set_label (GTK_LABEL (widget), text);
  g_free (answer);
}

static const ClinchReading loud = { load, show, g_free, g_free, FALSE, FALSE };
static const ClinchReading slow = { load, show, g_free, g_free, TRUE, FALSE };
static const ClinchReading quiet = { load, show, g_free, g_free, FALSE, TRUE };

static void
ask (Fixture             *fixture,
     const ClinchReading *reading,
     const char          *question)
{
  clinch_reading_ask (fixture->label, fixture->window->workspace, reading, g_strdup (question));
}

static const char *
shown (Fixture *fixture)
{
  return gtk_label_get_label (GTK_LABEL (fixture->label));
}

static void
test_newest (Fixture       *fixture,
             gconstpointer  data)
{
  for (int i = 0; i < 3; i++)
    {
      const char question[] = { 'a' + i, '\0' };

      ask (fixture, &loud, question);
    }
  clinch_test_settle (fixture->window);
  g_assert_cmpstr (shown (fixture), ==, "c");
  ask (fixture, &loud, "d");
  clinch_test_settle (fixture->window);
  g_assert_cmpstr (shown (fixture), ==, "cd");
  g_assert_cmpuint (fixture->window->toasts->len, ==, 0);
}

/* Two things that one page shows do not get into each other's way. */
static void
test_apart (Fixture       *fixture,
            gconstpointer  data)
{
  ask (fixture, &loud, "a");
  ask (fixture, &quiet, "b");
  clinch_test_settle (fixture->window);
  g_assert_cmpstr (shown (fixture), ==, "ab");
  ask (fixture, &slow, "c");
  clinch_test_settle (fixture->window);
  g_assert_cmpstr (shown (fixture), ==, "abc");
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  ask (fixture, &quiet, "?");
  clinch_test_settle (fixture->window);
  g_assert_cmpuint (fixture->window->toasts->len, ==, 0);
  ask (fixture, &loud, "?");
  clinch_test_settle (fixture->window);
  g_assert_cmpuint (fixture->window->toasts->len, ==, 1);
  ask (fixture, &loud, "a");
  clinch_test_settle (fixture->window);
  g_assert_cmpstr (shown (fixture), ==, "a");
}

/* As when its page is left. */
static void
dispose (Fixture *fixture)
{
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (gtk_widget_get_parent (fixture->label)), NULL);
  g_object_run_dispose (G_OBJECT (fixture->label));
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GtkWidget) label = g_object_ref (fixture->label);

  ask (fixture, &loud, "a");
  dispose (fixture);
  clinch_test_settle (fixture->window);
  g_assert_cmpstr (shown (fixture), ==, "");
}

static int n_updates;

static void
update (GtkWidget *widget)
{
  n_updates++;
}

static gboolean
is_updated (gpointer times)
{
  return n_updates == GPOINTER_TO_INT (times);
}

static void
test_later (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GtkWidget) label = g_object_ref (fixture->label);

  n_updates = 0;
  for (int i = 0; i < 3; i++)
    clinch_page_update_later (fixture->label, update);
  g_assert_cmpint (n_updates, ==, 0);
  clinch_test_wait (is_updated, GINT_TO_POINTER (1));
  clinch_page_update_later (fixture->label, update);
  clinch_test_wait (is_updated, GINT_TO_POINTER (2));
  clinch_page_update_later (fixture->label, update);
  dispose (fixture);
  clinch_test_settle (fixture->window);
  g_assert_cmpint (n_updates, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);

  g_test_add ("/reading/newest", Fixture, NULL, set_up, test_newest, tear_down);
  g_test_add ("/reading/apart", Fixture, NULL, set_up, test_apart, tear_down);
  g_test_add ("/reading/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/reading/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add ("/reading/update-later", Fixture, NULL, set_up, test_later, tear_down);

  return g_test_run ();
}
