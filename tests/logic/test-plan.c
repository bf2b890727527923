// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-cadence.h"
#include "clinch-lifetime.h"
#include "clinch-whitespace.h"

#define TODAY "2026-11-23"

static void
test_cadence (void)
{
  static const struct
  {
    int every;
    const char *last_on;
    ClinchCadenceState state;
    int since;
    int late;
    int left;
  } cases[] = {
    /* No visit for 23 days where there should be one every 14: 9 days late. */
    { 14, "2026-10-31", CLINCH_CADENCE_LATE, 23, 9, -1 },
    { 14, "2026-11-08", CLINCH_CADENCE_LATE, 15, 1, -1 },
    /* Due today is not late. */
    { 14, "2026-11-09", CLINCH_CADENCE_KEPT, 14, 0, 0 },
    { 14, "2026-11-20", CLINCH_CADENCE_KEPT, 3, 0, 11 },
    { 14, TODAY, CLINCH_CADENCE_KEPT, 0, 0, 14 },
    { 14, "2026-12-01", CLINCH_CADENCE_KEPT, 0, 0, 14 },
    { 14, NULL, CLINCH_CADENCE_NEVER, -1, 0, -1 },
    { 0, "2026-11-20", CLINCH_CADENCE_NONE, 3, 0, -1 },
    { 0, NULL, CLINCH_CADENCE_NONE, -1, 0, -1 },
    { 365, "2025-11-22", CLINCH_CADENCE_LATE, 366, 1, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ClinchCadence cadence = clinch_cadence (cases[i].every, cases[i].last_on, TODAY);

      g_assert_cmpint (cadence.state, ==, cases[i].state);
      g_assert_cmpint (cadence.days_since, ==, cases[i].since);
      g_assert_cmpint (cadence.days_late, ==, cases[i].late);
      g_assert_cmpint (cadence.days_left, ==, cases[i].left);
    }

  /* 90 ÷ 14 = 6.4, 90 ÷ 7 = 12.9, 90 ÷ 180 = 0.5 */
  g_assert_cmpint (clinch_cadence_expected (14, 90), ==, 6);
  g_assert_cmpint (clinch_cadence_expected (7, 90), ==, 13);
  g_assert_cmpint (clinch_cadence_expected (180, 90), ==, 1);
  g_assert_cmpint (clinch_cadence_expected (0, 90), ==, 0);
}

static void
test_lifetime (void)
{
  static const ClinchLifetimeDeal deals[] = {
    { "2026-03-01", 1000, 0 },
    { "2026-06-30", 500, 0 },
    { "2024-12-31", 700, 0 },
    /* Nothing in 2025 and 2023, and 2020 is older than six years. */
    { "2022-01-01", 200, 0 },
    { "2020-12-31", 90, 0 },
    /* 333 × 50 % = 166.5 and 1 × 49 % = 0.49 */
    { NULL, 333, 50 },
    { NULL, 1, 49 },
  };
  static const gint64 won[] = { 0, 200, 0, 700, 0, 1500 };
  ClinchLifetime lifetime = clinch_lifetime (deals, G_N_ELEMENTS (deals), TODAY);

  g_assert_cmpint (lifetime.this_year, ==, 2026);
  g_assert_cmpint (lifetime.n_years, ==, 6);
  for (int i = 0; i < 6; i++)
    g_assert_cmpint (lifetime.won[i], ==, won[i]);
  g_assert_cmpint (lifetime.before, ==, 90);
  g_assert_cmpint (lifetime.total, ==, 2490);
  g_assert_cmpint (lifetime.best, ==, 1500);
  g_assert_cmpint (lifetime.forecast, ==, 167);
  g_assert_cmpint (lifetime.open, ==, 334);

  /* The last two years only. */
  lifetime = clinch_lifetime (deals, 3, TODAY);
  g_assert_cmpint (lifetime.n_years, ==, 3);
  g_assert_cmpint (lifetime.won[0], ==, 700);
  g_assert_cmpint (lifetime.won[2], ==, 1500);
  g_assert_cmpint (lifetime.before, ==, 0);

  lifetime = clinch_lifetime (NULL, 0, TODAY);
  g_assert_cmpint (lifetime.n_years, ==, 1);
  g_assert_cmpint (lifetime.total, ==, 0);
}

static void
test_whitespace (void)
{
  static const struct
  {
    ClinchWhitespaceCell cell;
    gint64 value;
    gboolean due;
    gint64 to_win; /* the sum so far */
    gint64 won;
  } cases[] = {
    { { CLINCH_SPACE_POTENTIAL, 1000, 40, NULL }, 400, FALSE, 400, 0 },
    { { CLINCH_SPACE_OPEN, 500, 100, NULL }, 500, FALSE, 900, 0 },
    { { CLINCH_SPACE_WON, 2000, 30, NULL }, 600, FALSE, 900, 600 },
    /* Blocked: nothing until its day has come, nothing without a day. */
    { { CLINCH_SPACE_BLOCKED, 800, 50, "2026-11-24" }, 400, FALSE, 900, 600 },
    { { CLINCH_SPACE_BLOCKED, 800, 50, NULL }, 400, FALSE, 900, 600 },
    { { CLINCH_SPACE_BLOCKED, 800, 50, TODAY }, 400, TRUE, 1300, 600 },
    { { CLINCH_SPACE_POTENTIAL, 0, 100, NULL }, 0, FALSE, 1300, 600 },
  };
  ClinchWhitespaceSum sum = { 0 };

  g_assert_cmpint (clinch_whitespace_wallet_share (&sum), ==, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      clinch_whitespace_add (&sum, &cases[i].cell, TODAY);
      g_assert_cmpint (clinch_whitespace_value (&cases[i].cell), ==, cases[i].value);
      g_assert_cmpint (clinch_whitespace_is_due (&cases[i].cell, TODAY), ==, cases[i].due);
      g_assert_cmpint (sum.to_win, ==, cases[i].to_win);
      g_assert_cmpint (sum.won, ==, cases[i].won);
    }
  /* 600 of 5900 */
  g_assert_cmpint (sum.spend, ==, 5900);
  g_assert_cmpint (clinch_whitespace_wallet_share (&sum), ==, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/logic/plan/cadence", test_cadence);
  g_test_add_func ("/logic/plan/lifetime", test_lifetime);
  g_test_add_func ("/logic/plan/whitespace", test_whitespace);

  return g_test_run ();
}
