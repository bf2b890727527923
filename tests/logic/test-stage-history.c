// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-stage-history.h"

#define DAY 86400
#define BEGUN (100 * DAY)
#define NOW (200 * DAY)

enum
{
  TALKS = 1,
  NEEDS,
  PROPOSAL,
  WON,
  N_STAGES = 4
};

static const gint64 stages[N_STAGES] = { TALKS, NEEDS, PROPOSAL, WON };

static void
assert_visit (const ClinchStageVisit *visit,
              int                     entered_day,
              int                     days,
              int                     n_visits)
{
  g_assert_cmpint (visit->entered, ==, entered_day * (gint64) DAY);
  g_assert_cmpint (visit->days, ==, days);
  g_assert_cmpint (visit->n_visits, ==, n_visits);
}

static void
test_forward (void)
{
  /* In any order; the half day in the second stage does not make a day more. */
  static const ClinchStageStep steps[] = {
    { NEEDS, PROPOSAL, 150 * DAY },
    { 0, TALKS, BEGUN },
    { TALKS, NEEDS, 110 * DAY + DAY / 2 },
  };
  ClinchStageVisit visits[N_STAGES];

  clinch_stage_history_read (steps, G_N_ELEMENTS (steps), PROPOSAL, 150 * DAY, BEGUN, NOW, stages,
                             N_STAGES, visits);
  assert_visit (&visits[0], 100, 10, 1);
  g_assert_cmpint (visits[1].days, ==, 39);
  assert_visit (&visits[2], 150, 50, 1);
  assert_visit (&visits[3], 0, 0, 0);
}

static void
test_back_and_skipped (void)
{
  static const ClinchStageStep steps[] = {
    { 0, TALKS, BEGUN },
    { TALKS, PROPOSAL, 120 * DAY },
    { PROPOSAL, TALKS, 130 * DAY },
  };
  ClinchStageVisit visits[N_STAGES];

  clinch_stage_history_read (steps, G_N_ELEMENTS (steps), TALKS, 130 * DAY, BEGUN, NOW, stages,
                             N_STAGES, visits);
  assert_visit (&visits[0], 130, 90, 2);
  assert_visit (&visits[1], 0, 0, 0);
  assert_visit (&visits[2], 120, 10, 1);
}

/* Imported opportunities have a stage and no moves; the first move then tells where they began. */
static void
test_without_beginning (void)
{
  static const ClinchStageStep steps[] = { { NEEDS, PROPOSAL, 190 * DAY } };
  ClinchStageVisit visits[N_STAGES];

  clinch_stage_history_read (NULL, 0, NEEDS, 170 * DAY, BEGUN, NOW, stages, N_STAGES, visits);
  assert_visit (&visits[1], 170, 30, 1);
  assert_visit (&visits[0], 0, 0, 0);

  clinch_stage_history_read (steps, 1, PROPOSAL, 190 * DAY, BEGUN, NOW, stages, N_STAGES, visits);
  assert_visit (&visits[1], 100, 90, 1);
  assert_visit (&visits[2], 190, 10, 1);
}

/* A clock that went backwards does not make negative days. */
static void
test_future (void)
{
  ClinchStageVisit visits[N_STAGES];

  clinch_stage_history_read (NULL, 0, TALKS, NOW + DAY, BEGUN, NOW, stages, N_STAGES, visits);
  g_assert_cmpint (visits[0].days, ==, 0);
  g_assert_cmpint (visits[0].n_visits, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stage-history/forward", test_forward);
  g_test_add_func ("/stage-history/back-and-skipped", test_back_and_skipped);
  g_test_add_func ("/stage-history/without-beginning", test_without_beginning);
  g_test_add_func ("/stage-history/future", test_future);

  return g_test_run ();
}
