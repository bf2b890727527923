// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-chain-coverage.h"
#include "clinch-engagement.h"
#include "clinch-test-chain.h"

#include <glib.h>

static void
assert_group (const ClinchChainGroup *group,
              const char             *department,
              int                     n_people,
              int                     n_known,
              int                     n_reached,
              int                     n_active)
{
  g_assert_cmpstr (group->department, ==, department);
  g_assert_cmpint (group->n_people, ==, n_people);
  g_assert_cmpint (group->n_known, ==, n_known);
  g_assert_cmpint (group->n_reached, ==, n_reached);
  g_assert_cmpint (group->n_active, ==, n_active);
}

static void
test_coverage (void)
{
  static const ClinchChainPerson people[] = {
    PERSON (1, "IT部", MANAGER, UNKNOWN, UNKNOWN, UNKNOWN, BRIEF, -1, 0, 0),
    PERSON (2, "ｉｔ部", STAFF, UNKNOWN, UNKNOWN, UNKNOWN, NONE, 3, 31, 0),
    PERSON (3, "采购部", MANAGER, UNKNOWN, UNKNOWN, UNKNOWN, NONE, -1, 30, 0),
    PLACEHOLDER (4, "财务部", DIRECTOR, UNKNOWN),
    PERSON (5, NULL, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, DEEP, 2, 90, 0),
    PERSON (6, "", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, DEEP, 2, 90, 0),
  };
  g_autoptr(ClinchChainCoverage) coverage = NULL;
  g_autoptr(GPtrArray) gaps = NULL;

  coverage = clinch_chain_coverage_new (people, G_N_ELEMENTS (people), CLINCH_REQUIRED_LEVELS,
                                        CLINCH_ACTIVE_WARMTH);
  g_assert_cmpuint (coverage->departments->len, ==, 3);
  assert_group (&g_array_index (coverage->departments, ClinchChainGroup, 0), "IT部", 2, 2, 2, 1);
  assert_group (&g_array_index (coverage->departments, ClinchChainGroup, 1), "采购部", 1, 1, 0, 0);
  assert_group (&g_array_index (coverage->departments, ClinchChainGroup, 2), "财务部", 1, 0, 0, 0);
  assert_group (&coverage->levels[CLINCH_LEVEL_EXECUTIVE], NULL, 0, 0, 0, 0);
  assert_group (&coverage->levels[CLINCH_LEVEL_DIRECTOR], NULL, 1, 0, 0, 0);
  assert_group (&coverage->levels[CLINCH_LEVEL_MANAGER], NULL, 2, 2, 1, 0);
  assert_group (&coverage->levels[CLINCH_LEVEL_STAFF], NULL, 1, 1, 1, 1);

  /* Three departments and four levels; IT, managers and staff are reached: 3 of 7 = 42.9 %. */
  g_assert_cmpint (coverage->n_groups, ==, 7);
  g_assert_cmpint (coverage->n_reached, ==, 3);
  g_assert_cmpint (coverage->percent, ==, 43);

  gaps = clinch_chain_coverage_gaps (coverage);
  g_assert_cmpuint (gaps->len, ==, 4);
  g_assert_cmpstr (((ClinchChainGroup *) g_ptr_array_index (gaps, 0))->department, ==, "采购部");
  g_assert_cmpint (((ClinchChainGroup *) g_ptr_array_index (gaps, 3))->level, ==,
                   CLINCH_LEVEL_DIRECTOR);
}

/* Without required levels only where people are counts; without people there is no figure. */
static void
test_coverage_limits (void)
{
  static const ClinchChainPerson person[] = {
    PERSON (1, NULL, STAFF, UNKNOWN, UNKNOWN, UNKNOWN, BRIEF, -1, 0, 0),
  };
  g_autoptr(ClinchChainCoverage) one = clinch_chain_coverage_new (person, 1, 0, 30);
  g_autoptr(ClinchChainCoverage) none = clinch_chain_coverage_new (NULL, 0,
                                                                   CLINCH_REQUIRED_LEVELS, 30);

  g_assert_cmpint (one->percent, ==, 100);
  g_assert_cmpint (one->n_groups, ==, 1);
  g_assert_cmpint (none->percent, ==, -1);
  g_assert_cmpint (none->n_groups, ==, 1);
}

typedef struct
{
  int               n;
  ClinchChainPerson people[4];
  int               n_active;
  int               n_threads;
  gboolean          decides;
  ClinchThreadRisk  risk;
} ThreadCase;

#define ACTIVE(department, LEVEL, ROLE) \
  PERSON (1, department, LEVEL, ROLE, UNKNOWN, UNKNOWN, BRIEF, 3, 50, 0)

static const ThreadCase thread_cases[] = {
  { 0, { { 0 } }, 0, 0, FALSE, CLINCH_THREAD_RISK_HIGH },
  { 1, { ACTIVE ("A", STAFF, USER) }, 1, 1, FALSE, CLINCH_THREAD_RISK_HIGH },
  /* Two desks side by side are one thread, also if one is written otherwise. */
  { 2, { ACTIVE ("A", STAFF, USER), ACTIVE ("Ａ", STAFF, DECISION_MAKER) }, 2, 1, TRUE,
    CLINCH_THREAD_RISK_HIGH },
  { 2, { ACTIVE ("A", STAFF, USER), ACTIVE ("A", MANAGER, DECISION_MAKER) }, 2, 2, TRUE,
    CLINCH_THREAD_RISK_MEDIUM },
  { 3, { ACTIVE ("A", STAFF, USER), ACTIVE ("B", STAFF, USER), ACTIVE ("C", STAFF, USER) },
    3, 3, FALSE, CLINCH_THREAD_RISK_MEDIUM },
  { 3, { ACTIVE ("A", STAFF, USER), ACTIVE ("B", STAFF, USER), ACTIVE ("A", MANAGER, DECISION_MAKER) },
    3, 3, TRUE, CLINCH_THREAD_RISK_FINE },
  /* The decision maker is known, but no thread. */
  { 4, { ACTIVE ("A", STAFF, USER), ACTIVE ("B", STAFF, USER), ACTIVE ("C", STAFF, USER),
         PERSON (4, "D", EXECUTIVE, DECISION_MAKER, UNKNOWN, UNKNOWN, DEEP, 90, 30, 0) },
    3, 3, FALSE, CLINCH_THREAD_RISK_MEDIUM },
  { 1, { PLACEHOLDER (1, "A", STAFF, DECISION_MAKER) }, 0, 0, FALSE, CLINCH_THREAD_RISK_HIGH },
};

static void
test_threads (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (thread_cases); i++)
    {
      const ThreadCase *c = &thread_cases[i];
      ClinchChainThreads threads = clinch_chain_threads (c->people, (gsize) c->n,
                                                         CLINCH_ACTIVE_WARMTH);

      g_test_message ("case %d", (int) i);
      g_assert_cmpint (threads.n_active, ==, c->n_active);
      g_assert_cmpint (threads.n_threads, ==, c->n_threads);
      g_assert_cmpint (threads.with_decision_maker, ==, c->decides);
      g_assert_cmpint (threads.risk, ==, c->risk);
    }
}

static void
test_status (void)
{
  static const ClinchChainPerson people[] = {
    PLACEHOLDER (1, NULL, UNKNOWN, DECISION_MAKER),
    PERSON (2, NULL, UNKNOWN, USER, OUTSIDE, SUPPORTER, UNKNOWN, -1, 0, 0),
    PERSON (3, NULL, UNKNOWN, USER, STRONG, NEUTRAL, UNKNOWN, -1, 0, 0),
    PERSON (4, NULL, UNKNOWN, USER, INNER, MENTOR, UNKNOWN, -1, 0, 0),
  };

  g_assert_cmpint (clinch_chain_map_status (people, 0), ==, 0);
  g_assert_cmpint (clinch_chain_map_status (people, 1), ==, 0);
  g_assert_cmpint (clinch_chain_map_status (people, 2), ==, 1);
  g_assert_cmpint (clinch_chain_map_status (people, 3), ==, 2);
  g_assert_cmpint (clinch_chain_map_status (people, 4), ==, 3);
}

static void
test_completeness (void)
{
  static const ClinchChainPerson people[] = {
    /* Who, department, role, support, coverage: 5 of 8. */
    PERSON (1, "A", UNKNOWN, USER, UNKNOWN, NEUTRAL, NONE, -1, 0, 0),
    /* Department and role: 2 of 8. */
    PLACEHOLDER (2, "A", UNKNOWN, DECISION_MAKER),
    PLACEHOLDER (3, "", UNKNOWN, UNKNOWN),
  };
  ClinchChainCompleteness some = clinch_chain_completeness (people, G_N_ELEMENTS (people));

  /* 7 of 24 = 29.2 %. */
  g_assert_cmpint (some.n_filled, ==, 7);
  g_assert_cmpint (some.n_fields, ==, 24);
  g_assert_cmpint (some.percent, ==, 29);
  g_assert_cmpint (clinch_chain_completeness (NULL, 0).percent, ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chain-coverage/groups", test_coverage);
  g_test_add_func ("/chain-coverage/limits", test_coverage_limits);
  g_test_add_func ("/chain-coverage/threads", test_threads);
  g_test_add_func ("/chain-coverage/status", test_status);
  g_test_add_func ("/chain-coverage/completeness", test_completeness);

  return g_test_run ();
}
