// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-customer-plan.h"
#include "clinch-test-profile.h"

/* Noon of the 23rd of November 2026 in Shanghai. */
#define NOW 1795406400
#define DAY (24 * 60 * 60)

static void
add_follow_up (ClinchTestStore *test,
               const char      *type,
               int              days_ago)
{
  g_autofree char *type_word = g_strconcat ("type=", type, NULL);
  ClinchRow *row = clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=谈了进度", "customer=1", type_word,
                                    NULL);

  clinch_row_set_int (row, CLINCH_FOLLOW_UP_HAPPENED, NOW - (gint64) days_ago * DAY);
  clinch_test_store_insert (test, row);
}

static ClinchCustomerPlan *
load (ClinchTestStore *test)
{
  g_autoptr(GError) error = NULL;
  ClinchCustomerPlan *plan = clinch_customer_plan_load (test->db, 1, NOW, &error);

  g_assert_no_error (error);

  return plan;
}

/* An A is visited every 14 days; calls are no visits, but no silence either. */
static void
test_plan_rhythm (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  g_autoptr(ClinchCustomerPlan) nothing = load (test);
  g_autoptr(ClinchCustomerPlan) never = NULL;
  g_autoptr(ClinchCustomerPlan) late = NULL;

  g_assert_cmpint (nothing->rhythm.state, ==, CLINCH_CADENCE_NONE);
  g_assert_null (nothing->rule);
  g_assert_cmpint (nothing->silence, ==, -1);

  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "grade=A", NULL));
  add_follow_up (test, "note", 1);
  add_follow_up (test, "call", 3);
  never = load (test);
  g_assert_cmpint (never->rhythm.state, ==, CLINCH_CADENCE_NEVER);
  g_assert_cmpint (never->silence, ==, 3);

  add_follow_up (test, "visit", 23);
  add_follow_up (test, "visit", 60);
  add_follow_up (test, "visit", 89);
  add_follow_up (test, "visit", 90);
  late = load (test);
  g_assert_cmpstr (late->channel, ==, "visit");
  g_assert_cmpint (late->rhythm.state, ==, CLINCH_CADENCE_LATE);
  g_assert_cmpint (late->rhythm.days_since, ==, 23);
  g_assert_cmpint (late->rhythm.days_late, ==, 9);
  g_assert_cmpint (late->silence, ==, 3);
  g_assert_cmpint (late->silent_days, ==, 30);
  g_assert_cmpint (late->n_touches, ==, 3);
  g_assert_cmpint (late->n_expected, ==, 6);
}

static void
add_deal (ClinchTestStore *test,
          const char      *stage,
          const char      *amount,
          const char      *detail)
{
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=项目",
                                                   "customer=1", stage, amount, detail, NULL));
}

static void
test_plan_lifetime (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  g_autofree char *won = g_strdup_printf ("stage=%" G_GINT64_FORMAT,
                                          clinch_test_store_int (test, "SELECT id FROM stage"
                                                                       " WHERE type = 'won'"));
  g_autofree char *lost = g_strdup_printf ("stage=%" G_GINT64_FORMAT,
                                           clinch_test_store_int (test, "SELECT id FROM stage"
                                                                        " WHERE type = 'lost'"));
  g_autofree char *open = g_strdup_printf ("stage=%" G_GINT64_FORMAT,
                                           clinch_test_store_int (test, "SELECT id FROM stage"
                                                                        " WHERE type = 'open'"));
  g_autoptr(ClinchCustomerPlan) plan = NULL;

  add_deal (test, won, "amount=100000", "closed-date=2026-06-01");
  add_deal (test, won, "amount=40000", "closed-date=2024-03-01");
  add_deal (test, lost, "amount=70000", "closed-date=2025-03-01");
  add_deal (test, open, "amount=50000", "probability=30");
  add_deal (test, won, "amount=9000", "currency=USD");
  plan = load (test);
  g_assert_cmpint (plan->lifetime.n_years, ==, 3);
  g_assert_cmpint (plan->lifetime.won[0], ==, 40000);
  g_assert_cmpint (plan->lifetime.won[1], ==, 0);
  g_assert_cmpint (plan->lifetime.won[2], ==, 100000);
  g_assert_cmpint (plan->lifetime.total, ==, 140000);
  g_assert_cmpint (plan->lifetime.forecast, ==, 15000);
  g_assert_cmpuint (plan->n_foreign, ==, 1);
}

static void
add_cell (ClinchTestStore *test,
          const char      *unit,
          const char      *offering,
          const char      *state,
          const char      *spend,
          const char      *detail)
{
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_WHITESPACE, "customer=1", unit,
                                                   offering, state, spend, "currency=CNY",
                                                   detail, NULL));
}

static void
test_plan_whitespace (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  g_autoptr(ClinchCustomerPlan) plan = NULL;
  const ClinchWhitespaceSum *steel;
  const ClinchWhitespaceSum *mes;

  add_cell (test, "unit=炼钢厂", "offering=MES", "state=won", "spend=1000", "reach=50");
  add_cell (test, "unit=炼钢厂", "offering=能耗", "state=potential", "spend=400", "reach=25");
  add_cell (test, "unit=轧钢厂", "offering=MES", "state=blocked", "spend=600", "recheck=2026-11-01");
  add_cell (test, "unit=轧钢厂", "offering=质检", "state=open", "spend=5000", "currency=USD");
  plan = load (test);
  g_assert_cmpuint (plan->units->len, ==, 2);
  g_assert_cmpuint (plan->offerings->len, ==, 3);
  g_assert_cmpuint (plan->n_due, ==, 1);
  g_assert_null (clinch_customer_plan_cell (plan, 0, 2)->row);
  g_assert_true (clinch_customer_plan_cell (plan, 1, 0)->is_due);
  g_assert_true (clinch_customer_plan_cell (plan, 1, 2)->is_foreign);

  /* 400 × 25 % are to be won in the first unit, 1000 × 50 % are won; without a share all of the
   * blocked 600 counts now that its day has come. The dollars count nowhere. */
  steel = &g_array_index (plan->unit_sums, ClinchWhitespaceSum, 0);
  mes = &g_array_index (plan->offering_sums, ClinchWhitespaceSum, 0);
  g_assert_cmpint (steel->to_win, ==, 100);
  g_assert_cmpint (steel->won, ==, 500);
  g_assert_cmpint (mes->to_win, ==, 600);
  g_assert_cmpint (mes->won, ==, 500);
  g_assert_cmpint (plan->sum.to_win, ==, 700);
  g_assert_cmpint (plan->sum.won, ==, 500);
  g_assert_cmpint (clinch_whitespace_wallet_share (&plan->sum), ==, 25);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("CLINCH_NOW", "2026-11-23T12:00:00+08:00", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/customer-plan/rhythm", test_plan_rhythm);
  g_test_add_func ("/model/customer-plan/lifetime", test_plan_lifetime);
  g_test_add_func ("/model/customer-plan/whitespace", test_plan_whitespace);

  return g_test_run ();
}
