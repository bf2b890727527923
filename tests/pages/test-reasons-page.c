// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-actions.h"
#include "clinch-clock.h"
#include "clinch-reasons-page.h"
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

  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_TEAM, "name=A_B & Co", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_MEMBER, "name=Wang Min", "role=owner",
                                             NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_MEMBER, "name=Li Na", "role=owner",
                                             "team=1", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang <b>& Co</b>",
                                             "grade=A",
                                                    "owner=1", NULL));
  clinch_test_store_insert (store,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Mengniu", "grade=A",
                                             "owner=2", NULL));
  fixture->window = clinch_test_window_new (store);
}

static void
show_page (Fixture *fixture)
{
  fixture->page = g_object_new (CLINCH_TYPE_REASONS_PAGE, "workspace", fixture->window->workspace,
                                "title", "Reasons",
                                NULL);
  clinch_test_window_show (fixture->window, fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clinch_test_window_free (fixture->window);
}

static gboolean
has_row (Fixture    *fixture,
         const char *title)
{
  return clinch_test_find (fixture->page, ADW_TYPE_ACTION_ROW, title) != NULL;
}

static gboolean
shows_mine (gpointer data)
{
  return has_row (data, "Hangang <b>& Co</b>") && !has_row (data, "Mengniu");
}

static gboolean
shows_all (gpointer data)
{
  return has_row (data, "Hangang <b>& Co</b>") && has_row (data, "Mengniu");
}

static gboolean
shows_nothing (gpointer data)
{
  return clinch_test_find (((Fixture *) data)->page, ADW_TYPE_STATUS_PAGE,
                           "Nothing Presses") != NULL;
}

static gboolean
me_is_set (gpointer data)
{
  return clinch_workspace_get_me (data) != NULL;
}

static void
choose (Fixture    *fixture,
        const char *scope)
{
  gtk_widget_activate_action (fixture->page, "reasons.scope", "s", scope);
}

static void
test_scope (Fixture       *fixture,
            gconstpointer  data)
{
  clinch_action_set_me (fixture->window->workspace, 1, NULL, NULL);
  clinch_test_wait (me_is_set, fixture->window->workspace);
  show_page (fixture);
  clinch_test_wait (shows_mine, fixture);
  g_assert_nonnull (clinch_test_find (fixture->page, GTK_TYPE_LABEL,
                                      "Not in touch yet; the grade asks for every 14 days; time for a first contact"));
  choose (fixture, "all");
  clinch_test_wait (shows_all, fixture);
  choose (fixture, "me");
  clinch_test_wait (shows_mine, fixture);
}

/* Whoever was called does not have to be called, until that is taken back. */
static void
test_answered (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(ClinchRow) call = clinch_test_row (CLINCH_KIND_FOLLOW_UP, "customer=1", "type=call",
                                               "text=Called", "author=1",
                                               NULL);

  clinch_row_set_int (call, CLINCH_FOLLOW_UP_HAPPENED, clinch_clock_now () - 60);
  clinch_action_set_me (fixture->window->workspace, 1, NULL, NULL);
  clinch_test_wait (me_is_set, fixture->window->workspace);
  show_page (fixture);
  clinch_test_wait (shows_mine, fixture);
  clinch_action_add (fixture->window->workspace, call, NULL, NULL, NULL);
  clinch_test_wait (shows_nothing, fixture);
  clinch_action_undo (fixture->window->workspace, 0, NULL, NULL, NULL);
  clinch_test_wait (shows_mine, fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);
  g_type_ensure (CLINCH_TYPE_PAGE);

  g_test_add ("/reasons-page/scope", Fixture, NULL, set_up, test_scope, tear_down);
  g_test_add ("/reasons-page/answered", Fixture, NULL, set_up, test_answered, tear_down);

  return g_test_run ();
}
