// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-clock.h"
#include "clinch-customer-profile.h"
#include "clinch-profile-text.h"
#include "clinch-test-language.h"
#include "clinch-test-profile.h"

#define DAY 86400

static ClinchCustomerProfile *
load (ClinchTestStore *test,
      gint64           now,
      gboolean         as_it_was)
{
  g_autoptr(GError) error = NULL;
  ClinchCustomerProfile *profile = clinch_customer_profile_load (test->db, 1, now, as_it_was,
                                                                 &error);

  g_assert_no_error (error);
  return profile;
}

static const ClinchProfileLine *
find_line (const ClinchCustomerProfile *profile,
           const char                  *code)
{
  for (guint i = 0; i < profile->lines->len; i++)
    {
      const ClinchProfileLine *line = clinch_customer_profile_line (profile, i);

      if (g_strcmp0 (line->rule->code, code) == 0)
        return line;
    }

  g_assert_not_reached ();
}

/* Size 80 × 10, budget 100 × 12, need 100 × 12, strategy (100 + 55) ÷ 2 = 78 × 4: 3,512 ÷ 38. */
static void
fill_profile (ClinchTestStore *test)
{
  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_CUSTOMER, "employees=1200",
                                                      NULL));
  clinch_test_profile_set (test, 1, "budget", "approved", "2026-11-20");
  clinch_test_profile_set (test, 1, "need", "urgent", "2026-04-01");
  clinch_test_profile_set (test, 1, "strategy", "benchmark", "2026-11-02");
  clinch_test_profile_set (test, 1, "strategy", "reference", "2026-11-09");
}

static void
assert_line (const ClinchCustomerProfile *profile,
             const char                  *code,
             int                          value,
             int                          days,
             gboolean                     stale,
             int                          share)
{
  const ClinchProfileLine *line = find_line (profile, code);

  g_test_message ("%s", code);
  g_assert_cmpint (line->value, ==, value);
  g_assert_cmpint (line->age.days, ==, days);
  g_assert_cmpint (line->age.stale, ==, stale);
  g_assert_cmpint (line->step.share_hundredths, ==, share);
}

static void
test_profile_lines (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  g_autoptr(ClinchCustomerProfile) profile = NULL;
  g_autofree char *gaps = NULL;
  const ClinchProfileLine *line;

  fill_profile (test);
  profile = load (test, clinch_clock_now (), FALSE);
  g_assert_cmpint (profile->lines->len, ==, 12);
  assert_line (profile, "size", 80, 0, FALSE, 2105);
  assert_line (profile, "budget", 100, 3, FALSE, 3158);
  /* From the 1st of April to the 23rd of November; half of such needs are wrong after 180 days. */
  assert_line (profile, "need", 100, 236, TRUE, 3158);
  assert_line (profile, "strategy", 78, 14, FALSE, 821);
  assert_line (profile, "industry", CLINCH_PROFILE_UNKNOWN, -1, FALSE, 0);
  g_assert_cmpint (profile->n_stale, ==, 1);

  /* Budget, cycle, history and chain must be known; of them only the budget is. */
  gaps = clinch_profile_gaps_text (profile);
  g_assert_cmpstr (gaps, ==, "Still to find out: 采购周期, 历史成交, 决策链清晰");
  g_assert_false (clinch_profile_line_is_gap (find_line (profile, "industry")));

  line = find_line (profile, "size");
  g_assert_cmpstr (line->number, ==, "1200 employees");
  g_assert_cmpuint (line->tags->len, ==, 1);
  g_assert_cmpstr (((ClinchProfileTag *) line->tags->pdata[0])->name, ==, "1000–4999人");
  g_assert_cmpint (((ClinchProfileTag *) line->tags->pdata[0])->id, ==, 0);
  line = find_line (profile, "strategy");
  g_assert_cmpuint (line->tags->len, ==, 2);
  g_assert_cmpstr (((ClinchProfileTag *) line->tags->pdata[0])->name, ==, "可作案例");
  g_assert_cmpint (((ClinchProfileTag *) line->tags->pdata[0])->score, ==, 55);
  g_assert_cmpstr (((ClinchProfileTag *) line->tags->pdata[1])->since, ==, "2026-11-02");
}

static void
test_profile_figures (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  g_autoptr(ClinchCustomerProfile) profile = NULL;

  fill_profile (test);
  profile = load (test, clinch_clock_now (), FALSE);
  g_assert_cmpint (profile->score.score, ==, 92);
  g_assert_cmpint (profile->score.completeness, ==, 38);
  g_assert_cmpint (profile->score.filled, ==, 4);
  g_assert_cmpint (profile->score.total, ==, 12);
  g_assert_false (profile->is_thin);
  /* 50 + 42 × 0.38 */
  g_assert_cmpint (profile->adjusted, ==, 66);
  g_assert_cmpstr (profile->grade, ==, "B");
  g_assert_cmpstr (profile->by_profile, ==, "B");
  g_assert_cmpstr (profile->by_score, ==, "S");
  g_assert_null (profile->reason);
  /* Nothing is open: 0.20 × 50 for the grade alone. */
  g_assert_cmpint (profile->priority.hundredths, ==, 1000);
  g_assert_false (profile->priority.steps[CLINCH_PRIORITY_WIN].known);
  g_assert_cmpint (profile->last_contact, ==, 0);
}

static void
test_profile_business (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  g_autoptr(ClinchCustomerProfile) profile = NULL;
  gint64 now = clinch_clock_now ();
  g_autofree char *when = g_strdup_printf ("happened=%" G_GINT64_FORMAT, now - 2 * DAY);

  fill_profile (test);
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=一期",
                                                   "customer=1", "amount=1000000",
                                                   "probability=40", "expected-date=2026-12-23",
                                                   NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=电话", "type=call",
                                                   "customer=1", when, NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=备忘", "type=note",
                                                   "customer=1", NULL));
  profile = load (test, now, FALSE);
  /* The history is known now, and is 0: 3,512 ÷ 48 = 73.2. */
  assert_line (profile, "history", 0, 0, FALSE, 0);
  assert_line (profile, "size", 80, 0, FALSE, 1667);
  g_assert_cmpint (profile->score.score, ==, 73);
  g_assert_cmpint (profile->score.completeness, ==, 48);
  g_assert_cmpstr (profile->by_score, ==, "A");
  g_assert_cmpstr (find_line (profile, "history")->number, ==, "¥0 won in three years");
  /* 0.35 × 50 (nobody to compare with) + 0.25 × 40 + 0.20 × 37 (thirty days) + 0.20 × 50 */
  g_assert_cmpint (profile->priority.hundredths, ==, 4490);
  g_assert_cmpint (profile->priority.steps[CLINCH_PRIORITY_URGENCY].hundredths, ==, 740);
  /* A note is no contact. */
  g_assert_cmpint (profile->last_contact, ==, now - 2 * DAY);
}

/* On the 2nd of April there were the size, which nobody changed since, and the need. */
static void
test_profile_as_it_was (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  g_autoptr(ClinchCustomerProfile) before = NULL;
  g_autoptr(ClinchProfileSeries) series = NULL;

  fill_profile (test);
  before = load (test, clinch_date_to_instant ("2026-04-02", 12, clinch_clock_timezone ()), TRUE);
  g_assert_cmpstr (before->today, ==, "2026-04-02");
  assert_line (before, "need", 100, 1, FALSE, 5455);
  assert_line (before, "budget", CLINCH_PROFILE_UNKNOWN, -1, FALSE, 0);
  /* 2,000 ÷ 22 */
  g_assert_cmpint (before->score.score, ==, 91);
  g_assert_cmpint (before->score.completeness, ==, 22);
  g_assert_true (before->is_thin);
  g_assert_null (before->by_profile);

  series = clinch_profile_series_of (before);
  g_assert_cmpint (series->n_customers, ==, 1);
  g_assert_cmpint (g_array_index (series->values, int, 0), ==, 80);
  g_assert_cmpint (g_array_index (series->values, int, 1), ==, CLINCH_PROFILE_UNKNOWN);
  g_assert_cmpint (g_array_index (series->values, int, 2), ==, 100);
}

static void
add_of_grade (ClinchTestStore *test,
              const char      *name,
              const char      *grade,
              const char      *budget)
{
  g_autofree char *name_text = g_strconcat ("name=", name, NULL);
  g_autofree char *grade_text = g_strconcat ("grade=", grade, NULL);
  gint64 id = clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, name_text,
                                                               grade_text, "grade-reason=总部指定",
                                                               NULL));

  if (budget != NULL)
    clinch_test_profile_set (test, id, "budget", budget, "2026-11-20");
}

static void
test_profile_of_grade (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_profile_store_new ();
  g_autoptr(ClinchProfileRules) rules = NULL;
  g_autoptr(ClinchProfileSeries) odd = NULL;
  g_autoptr(ClinchProfileSeries) even = NULL;
  g_autoptr(GError) error = NULL;

  add_of_grade (test, "甲", "A", "approved");
  add_of_grade (test, "乙", "A", "talked");
  add_of_grade (test, "丙", "A", "applied");
  add_of_grade (test, "丁", "A", NULL);
  add_of_grade (test, "戊", "S", "planned");
  add_of_grade (test, "己", "S", "applied");
  rules = clinch_profile_rules_load (test->db, &error);
  g_assert_no_error (error);
  odd = clinch_profile_series_of_grade (test->db, rules, "A", &error);
  g_assert_no_error (error);
  even = clinch_profile_series_of_grade (test->db, rules, "S", &error);
  g_assert_no_error (error);

  /* 25, 50, 100; the fourth says nothing. */
  g_assert_cmpint (odd->n_customers, ==, 4);
  g_assert_cmpint (g_array_index (odd->values, int, 3), ==, 50);
  /* (50 + 75) ÷ 2 = 62.5 */
  g_assert_cmpint (g_array_index (even->values, int, 3), ==, 63);
  g_assert_cmpint (g_array_index (even->values, int, 2), ==, CLINCH_PROFILE_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("CLINCH_NOW", "2026-11-23T12:00:00+08:00", TRUE);
  clinch_test_language_use ("en");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/customer-profile/lines", test_profile_lines);
  g_test_add_func ("/model/customer-profile/figures", test_profile_figures);
  g_test_add_func ("/model/customer-profile/business", test_profile_business);
  g_test_add_func ("/model/customer-profile/as-it-was", test_profile_as_it_was);
  g_test_add_func ("/model/customer-profile/of-grade", test_profile_of_grade);

  return g_test_run ();
}
