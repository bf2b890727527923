// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-pace.h"

#include <glib.h>

#define NONE CLINCH_PACE_UNKNOWN

/* November 2026 begins on a Sunday and has 21 workdays. */
static const struct
{
  const char *from;
  const char *to;
  int days;
} workdays[] = {
  { "2026-11-01", "2026-11-30", 21 },
  { "2026-11-02", "2026-11-06", 5 },
  { "2026-11-06", "2026-11-09", 2 },
  { "2026-11-07", "2026-11-08", 0 },
  { "2026-11-02", "2026-11-15", 10 },
  { "2026-11-03", "2026-11-02", 0 },
  { "2026-10-01", "2026-12-31", 66 },
};

static void
test_workdays (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (workdays); i++)
    {
      g_test_message ("%s", workdays[i].from);
      g_assert_cmpint (clinch_workdays (workdays[i].from, workdays[i].to), ==, workdays[i].days);
    }
}

static const struct
{
  const char *today;
  gint64 target;
  gint64 won;
  ClinchPace pace;
} paces[] = {
  /* Friday the 20th: 14 of 21 days are over, 7 are left. 2100 × 14 ÷ 21 = 1400. */
  { "2026-11-20", 2100, 1400, { CLINCH_PACE_ON_PACE, 21, 14, 1400, 67, 67, 700, 2100, 100 } },
  { "2026-11-20", 2100, 1399, { CLINCH_PACE_BEHIND, 21, 14, 1400, 67, 67, 701, 2099, 101 } },
  { "2026-11-20", 2100, 2100, { CLINCH_PACE_REACHED, 21, 14, 1400, 67, 100, 0, 3150, 0 } },
  { "2026-11-20", 2100, 4200, { CLINCH_PACE_REACHED, 21, 14, 1400, 67, 200, 0, 6300, 0 } },
  { "2026-11-20", 0, 1400, { CLINCH_PACE_NO_TARGET, 21, 14, NONE, 67, -1, 0, 2100, 0 } },
  /* Before it, nothing is due and nothing can be projected; on its last day that one is left. */
  { "2026-10-15", 2100, 0, { CLINCH_PACE_ON_PACE, 21, 0, 0, 0, 0, 2100, NONE, 100 } },
  { "2026-11-02", 2100, 0, { CLINCH_PACE_ON_PACE, 21, 0, 0, 0, 0, 2100, NONE, 100 } },
  { "2026-11-30", 2100, 2000, { CLINCH_PACE_ON_PACE, 21, 20, 2000, 95, 95, 100, 2100, 100 } },
  /* Over. */
  { "2026-12-01", 2100, 2000, { CLINCH_PACE_MISSED, 21, 21, 2100, 100, 95, 100, 2000, NONE } },
  { "2027-05-01", 2100, 2100, { CLINCH_PACE_REACHED, 21, 21, 2100, 100, 100, 0, 2100, 0 } },
  /* What was paid back does not make the gap wider than the target. */
  { "2026-12-01", 2100, -50, { CLINCH_PACE_MISSED, 21, 21, 2100, 100, 0, 2100, -50, NONE } },
};

static void
test_pace (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (paces); i++)
    {
      const ClinchPace *expected = &paces[i].pace;
      ClinchPace pace;

      g_test_message ("case %d", (int) i);
      clinch_pace_read (&pace, "2026-11-01", "2026-11-30", paces[i].today, paces[i].target,
                        paces[i].won);
      g_assert_cmpint (pace.state, ==, expected->state);
      g_assert_cmpint (pace.days, ==, expected->days);
      g_assert_cmpint (pace.elapsed, ==, expected->elapsed);
      g_assert_cmpint (pace.due, ==, expected->due);
      g_assert_cmpint (pace.due_percent, ==, expected->due_percent);
      g_assert_cmpint (pace.percent, ==, expected->percent);
      g_assert_cmpint (pace.gap, ==, expected->gap);
      g_assert_cmpint (pace.projection, ==, expected->projection);
      g_assert_cmpint (pace.per_day, ==, expected->per_day);
    }
}

static void
test_share (void)
{
  g_assert_cmpint (clinch_gap_share (250, 1000), ==, 25);
  g_assert_cmpint (clinch_gap_share (1, 3), ==, 33);
  g_assert_cmpint (clinch_gap_share (2, 3), ==, 67);
  g_assert_cmpint (clinch_gap_share (3000, 1000), ==, 300);
  g_assert_cmpint (clinch_gap_share (0, 1000), ==, 0);
  g_assert_cmpint (clinch_gap_share (250, 0), ==, -1);
  g_assert_cmpint (clinch_gap_share (G_MAXINT64, 1), ==, G_MAXINT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pace/workdays", test_workdays);
  g_test_add_func ("/pace/pace", test_pace);
  g_test_add_func ("/pace/share", test_share);

  return g_test_run ();
}
