// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-next-touch.h"

/* Noon of the 23rd of November 2026 in Shanghai. */
#define NOW 1795406400
#define DAY (24 * 60 * 60)
#define NEVER (-1)

static ClinchNextTouch
read_touch (const int *days_ago,
            int        cadence)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  gint64 contacts[4];
  gsize n = 0;
  ClinchRhythm rhythm;

  for (; n < G_N_ELEMENTS (contacts) && days_ago[n] != NEVER; n++)
    contacts[n] = NOW - (gint64) days_ago[n] * DAY;
  rhythm = clinch_rhythm (contacts, n, 0, &clinch_rhythm_rule, NOW);

  return clinch_next_touch (&rhythm, 0, cadence, zone, NOW);
}

static void
test_next_touch (void)
{
  static const struct
  {
    int days_ago[4];
    int cadence;
    int every;
    gboolean own;
    ClinchCadenceState state;
    int late;
    const char *last_on;
    const char *due_on;
    gboolean due;
  } cases[] = {
    /* Gaps of 18, 20 and 30 days: 20 after the 28th of October is the 17th of November. */
    { { 26, 44, 64, 94 }, 14, 20, TRUE, CLINCH_CADENCE_LATE, 6, "2026-10-28", "2026-11-17", TRUE },
    /* Gaps of 10 and 20 days: 15. */
    { { 5, 15, 35, NEVER }, 0, 15, TRUE, CLINCH_CADENCE_KEPT, 0, "2026-11-18", "2026-12-03",
      FALSE },
    /* The day itself is not late. */
    { { 15, 30, 45, NEVER }, 0, 15, TRUE, CLINCH_CADENCE_KEPT, 0, "2026-11-08", "2026-11-23",
      TRUE },
    /* Gaps of 18, 20 and 30 days are a rhythm up to a silence of 80 days, then what the grade asks
     * for, if it does. */
    { { 80, 98, 118, 148 }, 14, 20, TRUE, CLINCH_CADENCE_LATE, 60, "2026-09-04", "2026-09-24", TRUE },
    { { 81, 99, 119, 149 }, 14, 14, FALSE, CLINCH_CADENCE_LATE, 67, "2026-09-03", "2026-09-17",
      TRUE },
    { { 81, 99, 119, 149 }, 0, 0, FALSE, CLINCH_CADENCE_NONE, 0, "2026-09-03", "", FALSE },
    /* Gaps of 2 days: a silence is cold from 10 days on, and the rhythm over after 20. */
    { { 20, 22, 24, NEVER }, 90, 2, TRUE, CLINCH_CADENCE_LATE, 18, "2026-11-03", "2026-11-05", TRUE },
    { { 21, 23, 25, NEVER }, 90, 90, FALSE, CLINCH_CADENCE_KEPT, 0, "2026-11-02", "2027-01-31",
      FALSE },
    /* Two contacts are no rhythm yet: what the grade asks for. */
    { { 5, 45, NEVER, NEVER }, 14, 14, FALSE, CLINCH_CADENCE_KEPT, 0, "2026-11-18", "2026-12-02",
      FALSE },
    { { 15, NEVER, NEVER, NEVER }, 14, 14, FALSE, CLINCH_CADENCE_LATE, 1, "2026-11-08",
      "2026-11-22", TRUE },
    /* Three on one day are one contact. */
    { { 3, 3, 3, NEVER }, 30, 30, FALSE, CLINCH_CADENCE_KEPT, 0, "2026-11-20", "2026-12-20",
      FALSE },
    /* Nothing says when, or nobody was there yet. */
    { { 15, NEVER, NEVER, NEVER }, 0, 0, FALSE, CLINCH_CADENCE_NONE, 0, "2026-11-08", "", FALSE },
    { { NEVER, NEVER, NEVER, NEVER }, 14, 14, FALSE, CLINCH_CADENCE_NEVER, 0, "", "2026-11-23",
      TRUE },
    { { NEVER, NEVER, NEVER, NEVER }, 0, 0, FALSE, CLINCH_CADENCE_NONE, 0, "", "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ClinchNextTouch touch = read_touch (cases[i].days_ago, cases[i].cadence);

      g_assert_cmpint (touch.every_days, ==, cases[i].every);
      g_assert_cmpint (touch.own, ==, cases[i].own);
      g_assert_cmpint (touch.cadence.state, ==, cases[i].state);
      g_assert_cmpint (touch.cadence.days_late, ==, cases[i].late);
      g_assert_cmpstr (touch.last_on, ==, cases[i].last_on);
      g_assert_cmpstr (touch.due_on, ==, cases[i].due_on);
      g_assert_cmpint (clinch_next_touch_is_due (&touch), ==, cases[i].due);
    }
}

/* A contact from before the rhythm's window counts where there is none in it; never one to come. */
static void
test_next_touch_old (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  const ClinchRhythm none = { .silence_days = -1 };
  const ClinchRhythm fresh = { .last_at = NOW - DAY };
  ClinchNextTouch touch;

  touch = clinch_next_touch (&none, NOW - (gint64) 400 * DAY, 30, zone, NOW);
  g_assert_cmpint (touch.cadence.state, ==, CLINCH_CADENCE_LATE);
  g_assert_cmpint (touch.cadence.days_since, ==, 400);
  g_assert_cmpint (touch.cadence.days_late, ==, 370);
  touch = clinch_next_touch (&fresh, NOW - (gint64) 400 * DAY, 30, zone, NOW);
  g_assert_cmpint (touch.cadence.days_since, ==, 1);
  touch = clinch_next_touch (&none, NOW + (gint64) 9 * DAY, 30, zone, NOW);
  g_assert_cmpstr (touch.last_on, ==, "2026-11-23");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/next-touch/rhythm", test_next_touch);
  g_test_add_func ("/next-touch/old", test_next_touch_old);

  return g_test_run ();
}
