// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-stage-clock.h"

#include <glib.h>

#define DAY G_GINT64_CONSTANT (86400)
#define NOW G_GINT64_CONSTANT (1795395600)

typedef struct
{
  gint64            entered;
  int               limit;
  int               days;
  int               percent;
  ClinchStageHealth health;
} ReadCase;

static const ReadCase read_cases[] = {
  { NOW, 14, 0, 0, CLINCH_STAGE_HEALTH_OK },
  { NOW - DAY + 1, 14, 0, 7, CLINCH_STAGE_HEALTH_OK },
  { NOW - 11 * DAY, 14, 11, 78, CLINCH_STAGE_HEALTH_OK },
  { NOW - 8 * DAY + 1, 10, 7, 79, CLINCH_STAGE_HEALTH_OK },
  { NOW - 8 * DAY, 10, 8, 80, CLINCH_STAGE_HEALTH_AMBER },
  { NOW - 10 * DAY + 1, 10, 9, 99, CLINCH_STAGE_HEALTH_AMBER },
  { NOW - 10 * DAY, 10, 10, 100, CLINCH_STAGE_HEALTH_RED },
  { NOW - 25 * DAY, 10, 25, 250, CLINCH_STAGE_HEALTH_RED },
  { NOW - DAY, 1, 1, 100, CLINCH_STAGE_HEALTH_RED },
  /* No limit, or one that means none. */
  { NOW - 400 * DAY, 0, 400, 0, CLINCH_STAGE_HEALTH_NONE },
  { NOW - 400 * DAY, -3, 400, 0, CLINCH_STAGE_HEALTH_NONE },
  /* A device whose clock runs ahead. */
  { NOW + 5 * DAY, 10, 0, 0, CLINCH_STAGE_HEALTH_OK },
  /* Nonsense from a file. */
  { G_MININT64, 10, G_MAXINT, G_MAXINT, CLINCH_STAGE_HEALTH_RED },
  { G_MAXINT64, 10, 0, 0, CLINCH_STAGE_HEALTH_OK },
};

static void
test_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      const ReadCase *c = &read_cases[i];
      ClinchStageClock clock = clinch_stage_clock_read (c->entered, NOW, CLINCH_STAGE_OPEN,
                                                        c->limit);

      g_test_message ("case %d", (int) i);
      if (c->entered != G_MININT64)
        g_assert_cmpint (clock.days, ==, c->days);
      if (c->entered != G_MININT64)
        g_assert_cmpint (clock.percent, ==, c->percent);
      else
        g_assert_cmpint (clock.percent, >=, 100);
      g_assert_cmpint (clock.health, ==, c->health);
      g_assert_cmpint (clock.limit_days, ==, MAX (c->limit, 0));
    }
}

static void
test_closed_stage (void)
{
  ClinchStageClock won = clinch_stage_clock_read (NOW - 90 * DAY, NOW, CLINCH_STAGE_WON, 10);
  ClinchStageClock lost = clinch_stage_clock_read (NOW - 90 * DAY, NOW, CLINCH_STAGE_LOST, 10);

  g_assert_cmpint (won.health, ==, CLINCH_STAGE_HEALTH_NONE);
  g_assert_cmpint (won.days, ==, 90);
  g_assert_cmpint (lost.health, ==, CLINCH_STAGE_HEALTH_NONE);
}

/* The cutoff for queries and the reading of one clock are the same rule, to the second. */
static void
test_cutoff (void)
{
  static const int limits[] = { 1, 3, 7, 10, 14, 21, 30, 45, 365 };

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      gint64 red = clinch_stage_clock_cutoff (NOW, limits[i], 100);
      gint64 amber = clinch_stage_clock_cutoff (NOW, limits[i], 80);

      g_assert_cmpint (clinch_stage_clock_read (red, NOW, CLINCH_STAGE_OPEN, limits[i]).health, ==,
                       CLINCH_STAGE_HEALTH_RED);
      g_assert_cmpint (clinch_stage_clock_read (red + 1, NOW, CLINCH_STAGE_OPEN, limits[i]).health,
                       ==,
                       CLINCH_STAGE_HEALTH_AMBER);
      g_assert_cmpint (clinch_stage_clock_read (amber, NOW, CLINCH_STAGE_OPEN, limits[i]).health,
                       ==,
                       CLINCH_STAGE_HEALTH_AMBER);
      g_assert_cmpint (clinch_stage_clock_read (amber + 1, NOW, CLINCH_STAGE_OPEN,
                                                limits[i]).health, ==,
                       CLINCH_STAGE_HEALTH_OK);
    }
}

static void
test_column_share (void)
{
  g_assert_cmpint (clinch_stage_over_limit_percent (0, 0), ==, 0);
  g_assert_cmpint (clinch_stage_over_limit_percent (0, 12), ==, 0);
  g_assert_cmpint (clinch_stage_over_limit_percent (1, 3), ==, 33);
  g_assert_cmpint (clinch_stage_over_limit_percent (2, 3), ==, 67);
  g_assert_cmpint (clinch_stage_over_limit_percent (12, 12), ==, 100);
  g_assert_cmpint (clinch_stage_over_limit_percent (1, 20000), ==, 1);
  g_assert_cmpint (clinch_stage_over_limit_percent (19999, 20000), ==, 99);
  g_assert_cmpint (clinch_stage_over_limit_percent (G_MAXINT64 - 1, G_MAXINT64), ==, 99);
}

static void
test_weighted_amount (void)
{
  g_assert_cmpint (clinch_weighted_amount (120000000, 50), ==, 60000000);
  g_assert_cmpint (clinch_weighted_amount (101, 50), ==, 51);
  g_assert_cmpint (clinch_weighted_amount (-101, 50), ==, -51);
  g_assert_cmpint (clinch_weighted_amount (99, 0), ==, 0);
  g_assert_cmpint (clinch_weighted_amount (99, 100), ==, 99);
  g_assert_cmpint (clinch_weighted_amount (99, 170), ==, 99);
  g_assert_cmpint (clinch_weighted_amount (99, -5), ==, 0);
  g_assert_cmpint (clinch_weighted_amount (G_GINT64_CONSTANT (9000000000000000), 30), ==,
                   G_GINT64_CONSTANT (2700000000000000));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stage-clock/read", test_read);
  g_test_add_func ("/stage-clock/closed-stage", test_closed_stage);
  g_test_add_func ("/stage-clock/cutoff", test_cutoff);
  g_test_add_func ("/stage-clock/column-share", test_column_share);
  g_test_add_func ("/stage-clock/weighted-amount", test_weighted_amount);

  return g_test_run ();
}
