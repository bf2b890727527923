// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-engagement.h"
#include "clinch-relation.h"
#include "clinch-test-chain.h"

#include <glib.h>

#define MAX_PEOPLE 4

typedef struct
{
  int               n;
  ClinchChainPerson people[MAX_PEOPLE];
  const char       *met; /* the twelve rules: decision makers, advisers, users × their four steps */
  gint64            met_weight;
  int               hundredths;
} ScoreCase;

static const ScoreCase score_cases[] = {
  { 0, { { 0 } }, "---- ---- ----", 0, 0 },
  { 1, { PLACEHOLDER (1, NULL, EXECUTIVE, DECISION_MAKER) }, "---- ---- ----", 0, 0 },
  /* All weights are 4×3 + 4×2 + 4×1 = 24. Identified alone: 5 × 3 ÷ 24 = 0.625. */
  { 1, { PERSON (1, NULL, UNKNOWN, DECISION_MAKER, UNKNOWN, UNKNOWN, NONE, -1, 0, 0) },
    "x--- ---- ----", 3, 63 },
  /* Support without access: 3 + 3. */
  { 1, { PERSON (1, NULL, UNKNOWN, DECISION_MAKER, UNKNOWN, SUPPORTER, NONE, -1, 0, 0) },
    "x--x ---- ----", 6, 125 },
  /* A dialogue is several contacts, and still going on: 30 is not active, 31 is. */
  { 1, { PERSON (1, NULL, UNKNOWN, APPROVER, UNKNOWN, NEUTRAL, SEVERAL, 20, 30, 0) },
    "---- xx-- ----", 4, 83 },
  { 1, { PERSON (1, NULL, UNKNOWN, EVALUATOR, UNKNOWN, NEUTRAL, SEVERAL, 20, 31, 0) },
    "---- xxx- ----", 6, 125 },
  { 1, { PERSON (1, NULL, UNKNOWN, INFLUENCER, UNKNOWN, MENTOR, BRIEF, 2, 90, 0) },
    "---- xx-x ----", 6, 125 },
  /* A contact that was logged is access, whatever was judged before. */
  { 1, { PERSON (1, NULL, UNKNOWN, USER, UNKNOWN, OPPONENT, NONE, 400, 0, 0) },
    "---- ---- xx--", 2, 42 },
  /* Gatekeepers and those who are not judged meet nothing. */
  { 2, { PERSON (1, NULL, UNKNOWN, GATEKEEPER, INNER, MENTOR, DEEP, 1, 90, 0),
         PERSON (2, NULL, UNKNOWN, UNKNOWN, INNER, MENTOR, DEEP, 1, 90, 0) },
    "---- ---- ----", 0, 0 },
  /* 3 + 3 + 2×4 + 1×3 = 17; 5 × 17 ÷ 24 = 3.54. */
  { 4, { PERSON (1, NULL, UNKNOWN, DECISION_MAKER, UNKNOWN, NEUTRAL, BRIEF, 9, 20, 0),
         PERSON (2, NULL, UNKNOWN, APPROVER, UNKNOWN, MENTOR, DEEP, 2, 80, 0),
         PERSON (3, NULL, UNKNOWN, USER, UNKNOWN, DOUBTER, DEEP, 2, 80, 0),
         PERSON (4, NULL, UNKNOWN, USER, UNKNOWN, NEUTRAL, NONE, -1, 0, 0) },
    "xx-- xxxx xxx-", 17, 354 },
  { 3, { PERSON (1, NULL, UNKNOWN, DECISION_MAKER, UNKNOWN, MENTOR, DEEP, 9, 60, 0),
         PERSON (2, NULL, UNKNOWN, APPROVER, UNKNOWN, MENTOR, DEEP, 2, 80, 0),
         PERSON (3, NULL, UNKNOWN, USER, UNKNOWN, SUPPORTER, DEEP, 2, 80, 0) },
    "xxxx xxxx xxxx", 24, 500 },
};

static void
test_score (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (score_cases); i++)
    {
      const ScoreCase *c = &score_cases[i];
      ClinchRelationResult results[CLINCH_N_RELATION_RULES];
      ClinchRelation relation = clinch_relation_score (c->people, (gsize) c->n,
                                                       clinch_relation_rules,
                                                       CLINCH_N_RELATION_RULES,
                                                       CLINCH_ACTIVE_WARMTH, results);
      g_autoptr(GString) met = g_string_new (NULL);

      for (int j = 0; j < CLINCH_N_RELATION_RULES; j++)
        g_string_append_printf (met, "%s%c", j > 0 && j % CLINCH_N_RELATION_STEPS == 0 ? " " : "",
                                results[j].met ? 'x' : '-');
      g_test_message ("case %d", (int) i);
      g_assert_cmpstr (met->str, ==, c->met);
      g_assert_cmpint (relation.met_weight, ==, c->met_weight);
      g_assert_cmpint (relation.total_weight, ==, 24);
      g_assert_cmpint (relation.hundredths, ==, c->hundredths);
    }
}

/* A rule may ask for more than one person, and says how many are missing. */
static void
test_least (void)
{
  static const ClinchRelationRule rules[] = {
    { CLINCH_RELATION_USERS, CLINCH_RELATION_SUPPORT, 1, 2 },
    { CLINCH_RELATION_USERS, CLINCH_RELATION_IDENTIFIED, 3, 2 },
    { CLINCH_RELATION_USERS, CLINCH_RELATION_IDENTIFIED, -5, 0 },
  };
  static const ClinchChainPerson people[] = {
    PERSON (1, NULL, UNKNOWN, USER, UNKNOWN, SUPPORTER, DEEP, 1, 90, 0),
    PERSON (2, NULL, UNKNOWN, USER, UNKNOWN, NEUTRAL, DEEP, 1, 90, 0),
  };
  ClinchRelationResult results[3];
  ClinchRelation relation = clinch_relation_score (people, 2, rules, 3, 30, results);

  g_assert_false (results[0].met);
  g_assert_cmpint (results[0].n_met, ==, 1);
  g_assert_cmpint (results[0].n_people, ==, 2);
  g_assert_true (results[1].met);
  g_assert_true (results[2].met);
  /* 5 × 3 ÷ 4. */
  g_assert_cmpint (relation.hundredths, ==, 375);
  g_assert_true (clinch_relation_is_met_by (&rules[0], &people[0], 30));
  g_assert_false (clinch_relation_is_met_by (&rules[0], &people[1], 30));
  g_assert_cmpint (clinch_relation_score (people, 2, NULL, 0, 30, NULL).hundredths, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/relation/score", test_score);
  g_test_add_func ("/relation/least", test_least);

  return g_test_run ();
}
