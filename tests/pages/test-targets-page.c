// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-actions.h"
#include "clinch-clock.h"
#include "clinch-pace-bar.h"
#include "clinch-record-dialog.h"
#include "clinch-target-page.h"
#include "clinch-target-row.h"
#include "clinch-targets-page.h"
#include "clinch-test-window.h"

typedef struct
{
  ClinchTestWindow *window;
  GtkWidget *page;
  const char *text; /* what is waited for */
  gboolean gone;
} Fixture;

/* Wang Min has won 1000 this quarter and has 4000 open; Li Na sells nothing yet. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ClinchTestStore *store = clinch_test_store_new ("zh");
  char today[CLINCH_DATE_SIZE];
  g_autofree char *closed = NULL;
  g_autofree char *expected = NULL;
  ClinchRow *won;

  clinch_clock_today (today);
  closed = g_strconcat ("closed-date=", today, NULL);
  expected = g_strconcat ("expected-date=", today, NULL);
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_TEAM, "name=A_B <i>& Co", NULL));
  clinch_test_store_update (store, 1, clinch_test_row (CLINCH_KIND_MEMBER, "name=Wang <b>Min",
                                                       "role=owner", "team=1", NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_MEMBER, "name=Li Na", "role=owner",
                                                    NULL));
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=Hangang", "owner=1",
                                                    NULL));
  won = clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=Signed", "customer=1", "owner=1",
                         "currency=CNY", "amount=100000", closed, NULL);
  clinch_row_set_int (won, CLINCH_OPPORTUNITY_STAGE, clinch_test_store_stage (store, "won"));
  clinch_test_store_insert (store, won);
  clinch_test_store_insert (store, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=Big <u>deal",
                                                    "customer=1", "owner=1", "currency=CNY",
                                                    "amount=400000", expected, NULL));
  fixture->window = clinch_test_window_new (store);
  fixture->page = g_object_new (CLINCH_TYPE_TARGETS_PAGE, "workspace", fixture->window->workspace,
                                "title", "Targets", NULL);
  clinch_test_window_show (fixture->window, fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  clinch_test_window_free (fixture->window);
}

static gboolean
is_shown (gpointer data)
{
  Fixture *fixture = data;

  return (clinch_test_find (GTK_WIDGET (fixture->window->window), GTK_TYPE_LABEL, fixture->text)
          != NULL) != fixture->gone;
}

static void
wait_for (Fixture    *fixture,
          const char *text)
{
  fixture->text = text;
  fixture->gone = FALSE;
  clinch_test_wait (is_shown, fixture);
}

static void
wait_gone (Fixture    *fixture,
           const char *text)
{
  fixture->text = text;
  fixture->gone = TRUE;
  clinch_test_wait (is_shown, fixture);
}

static void
add (Fixture   *fixture,
     ClinchRow *row)
{
  clinch_action_add (fixture->window->workspace, row, NULL, NULL, NULL);
  clinch_row_unref (row);
}

/* A target shows how far it is, and goes when it is taken back. */
static void
test_progress (Fixture       *fixture,
               gconstpointer  data)
{
  wait_for (fixture, "There are no targets for this period. Begin with what the whole company is "
            "to win.");
  wait_for (fixture, "Wang <b>Min");
  g_assert_nonnull (clinch_test_find (fixture->page, GTK_TYPE_LABEL, "A_B <i>& Co"));
  g_assert_nonnull (clinch_test_find (fixture->page, GTK_TYPE_LABEL, "Li Na"));
  add (fixture, clinch_test_row (CLINCH_KIND_TARGET, "member=1", "period=quarter", "amount=300000",
                                 NULL));
  wait_for (fixture, "Won ¥1K, 33%");
  clinch_action_undo (fixture->window->workspace, 0, NULL, NULL, NULL);
  wait_gone (fixture, "Won ¥1K, 33%");
}

/* A team folds its members away: company, Li Na, who is in no team, the team, and Wang Min. */
static void
test_fold (Fixture       *fixture,
           gconstpointer  data)
{
  wait_for (fixture, "Wang <b>Min");
  for (int i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (fixture->page, "page.unfold", "u", 2);
      wait_gone (fixture, "Wang <b>Min");
      g_assert_nonnull (clinch_test_find (fixture->page, GTK_TYPE_LABEL, "Li Na"));
      gtk_widget_activate_action (fixture->page, "page.unfold", "u", 2);
      wait_for (fixture, "Wang <b>Min");
    }
}

/* What does not add up is said. */
static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  wait_for (fixture, "Wang <b>Min");
  add (fixture, clinch_test_row (CLINCH_KIND_TARGET, "member=1", "period=quarter", "amount=300000",
                                 NULL));
  add (fixture, clinch_test_row (CLINCH_KIND_TARGET, "team=1", "period=quarter", "amount=500000",
                                 NULL));
  wait_for (fixture, "The targets below add up to ¥3K, ¥2K less than this one");
}

/* The dialog asks for the amount alone. */
static void
test_set (Fixture       *fixture,
          gconstpointer  data)
{
  AdwDialog *dialog;
  ClinchRecordForm *form;
  GtkWidget *text;

  wait_for (fixture, "Wang <b>Min");
  gtk_widget_activate_action (fixture->page, "page.set-first-target", NULL);
  dialog = clinch_test_window_wait_dialog (fixture->window);
  form = clinch_record_dialog_get_form (CLINCH_RECORD_DIALOG (dialog));
  text = clinch_test_find (GTK_WIDGET (clinch_record_form_get_row (form, CLINCH_TARGET_AMOUNT)),
                           GTK_TYPE_TEXT, NULL);
  gtk_editable_set_text (GTK_EDITABLE (text), "2万");
  clinch_record_dialog_accept (CLINCH_RECORD_DIALOG (dialog));
  clinch_test_wait (clinch_test_window_has_no_dialog, fixture->window);
  wait_for (fixture, "Won ¥1K, 5%");
}

/* The page of a person: what would close the gap, with its share; the figures open. */
static void
test_one (Fixture       *fixture,
          gconstpointer  data)
{
  const ClinchTargetScope scope = { 1, 0 };
  char today[CLINCH_DATE_SIZE];
  ClinchPeriod period;
  ClinchPage *page;

  wait_for (fixture, "Wang <b>Min");
  add (fixture, clinch_test_row (CLINCH_KIND_TARGET, "member=1", "period=quarter", "amount=900000",
                                 NULL));
  clinch_clock_today (today);
  clinch_period_init (&period, CLINCH_PERIOD_QUARTER, today);
  page = clinch_target_page_new (fixture->window->workspace, &scope, &period);
  clinch_test_window_show (fixture->window, GTK_WIDGET (page));
  wait_for (fixture, "Big <u>deal");
  wait_for (fixture, "What Would Close the Gap");
  /* 4000 of the 8000 that are missing. */
  wait_for (fixture, "50%");
  gtk_widget_activate_action (GTK_WIDGET (page), "page.remove-target", NULL);
  wait_for (fixture, "Expected in This Period");
}

static gboolean
has_no_banner (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *banner = clinch_test_find (fixture->page, ADW_TYPE_BANNER, NULL);

  return !adw_banner_get_revealed (ADW_BANNER (banner));
}

static void
test_forecast (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *toggles;

  wait_for (fixture, "Wang <b>Min");
  toggles = clinch_test_find (fixture->page, ADW_TYPE_TOGGLE_GROUP, NULL);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (toggles), "forecast");
  wait_for (fixture, "No forecast of this period is kept yet.");
  gtk_widget_activate_action (fixture->page, "page.keep", NULL);
  /* 1000 won and 4000 at the 10 percent of the first stage. */
  wait_for (fixture, "Forecast ¥1.4K, won ¥1K");
  clinch_test_wait (has_no_banner, fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);
  g_type_ensure (CLINCH_TYPE_PAGE);

  g_test_add ("/targets-page/progress", Fixture, NULL, set_up, test_progress, tear_down);
  g_test_add ("/targets-page/fold", Fixture, NULL, set_up, test_fold, tear_down);
  g_test_add ("/targets-page/parts", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/targets-page/set", Fixture, NULL, set_up, test_set, tear_down);
  g_test_add ("/targets-page/one", Fixture, NULL, set_up, test_one, tear_down);
  g_test_add ("/targets-page/forecast", Fixture, NULL, set_up, test_forecast, tear_down);

  return g_test_run ();
}
