// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-chain.h"
#include "clinch-chain-coverage.h"
#include "clinch-test-chain.h"

#include <glib.h>

#define MAX_PEOPLE 5

/* In each finding: code, severity, step, the two figures, who is concerned. */
typedef struct
{
  const char       *what;
  int               n;
  ClinchChainPerson people[MAX_PEOPLE];
  const char       *early;
  const char       *late;
} FindingCase;

/* clang-format off */
static const FindingCase finding_cases[] = {
  { "nobody", 0, { { 0 } },
    "map-empty info add-placeholder 0/0\n"
    "no-decision-maker info add-placeholder 0/0\n",
    "map-empty alert add-placeholder 0/0\n"
    "no-decision-maker alert add-placeholder 0/0\n" },
  { "placeholders alone", 2,
    { PLACEHOLDER (7, "财务部", EXECUTIVE, DECISION_MAKER), PLACEHOLDER (8, NULL, UNKNOWN, UNKNOWN) },
    "map-empty info add-placeholder 2/0 7 8\n"
    "no-decision-maker info plan-visit 0/0 7\n",
    "map-empty alert add-placeholder 2/0 7 8\n"
    "no-decision-maker alert plan-visit 0/0 7\n" },
  /* One contact who is not judged; the executives are required, and nobody is there. */
  { "one name", 1,
    { PERSON (1, "采购部", STAFF, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 3, 40, 0) },
    "single-thread warning plan-visit 1/1 1\n"
    "no-decision-maker info set-role 0/0 1\n"
    "level-not-reached info add-placeholder 0/0 executive\n"
    "no-role info set-role 1/0 1\n",
    "no-decision-maker alert set-role 0/0 1\n"
    "single-thread alert plan-visit 1/1 1\n"
    "level-not-reached warning add-placeholder 0/0 executive\n"
    "no-role info set-role 1/0 1\n"
    "no-opponent info set-role 0/0\n" },
  /* Everything is known, everybody has been met, three places, nobody silent. */
  { "a good chain", 4,
    { PERSON (1, "总经办", EXECUTIVE, DECISION_MAKER, INNER, SUPPORTER, DEEP, 5, 60, 20),
      PERSON (2, "采购部", MANAGER, APPROVER, STRONG, SUPPORTER, SEVERAL, 5, 50, 20),
      PERSON (3, "技术部", STAFF, EVALUATOR, OUTSIDE, MENTOR, DEEP, 29, 45, 0),
      PERSON (4, "技术部", MANAGER, USER, OUTSIDE, OPPONENT, BRIEF, 90, 2, 20) },
    "", "" },
  /* 2 is an opponent of the inner circle, 3 doubts: 2 against 1. Of the key players 1 and 2 one
   * supports us, which is half. 1 has never been met. */
  { "against us", 3,
    { PERSON (1, "总经办", EXECUTIVE, DECISION_MAKER, STRONG, SUPPORTER, NONE, -1, 0, 0),
      PERSON (2, "IT部", EXECUTIVE, INFLUENCER, INNER, OPPONENT, BRIEF, 5, 40, 0),
      PERSON (3, "it部", MANAGER, EVALUATOR, OUTSIDE, DOUBTER, SEVERAL, 5, 40, 0) },
    "against-us warning ask-executive 2/1 2 3\n"
    "decision-maker-not-reached info ask-executive 0/0 1\n"
    "few-threads info plan-visit 2/2 2 3\n"
    "department-not-reached info plan-visit 1/0 总经办 1\n",
    "against-us alert ask-executive 2/1 2 3\n"
    "decision-maker-not-reached warning ask-executive 0/0 1\n"
    "few-threads warning plan-visit 2/2 2 3\n"
    "department-not-reached warning plan-visit 1/0 总经办 1\n" },
  /* As many against us as for us is enough; of three key players one supports us. Three threads,
   * but not with the decision maker. */
  { "even", 4,
    { PERSON (1, "A", EXECUTIVE, DECISION_MAKER, INNER, NEUTRAL, DEEP, 15, 30, 30),
      PERSON (2, "B", MANAGER, APPROVER, STRONG, UNKNOWN, DEEP, 5, 40, 30),
      PERSON (3, "C", MANAGER, INFLUENCER, STRONG, SUPPORTER, DEEP, 5, 40, 30),
      PERSON (4, "D", MANAGER, USER, OUTSIDE, OPPONENT, DEEP, 5, 40, 30) },
    "against-us warning ask-executive 1/1 4\n"
    "few-threads info plan-visit 3/3 2 3 4\n"
    "key-players info plan-visit 1/3 1 2\n",
    "against-us alert ask-executive 1/1 4\n"
    "few-threads warning plan-visit 3/3 2 3 4\n"
    "key-players warning plan-visit 1/3 1 2\n" },
  /* A mentor of 30 days, one who was never logged, an approver past the rhythm, a user past it who
   * does not matter; nobody is warm any more. */
  { "silence", 5,
    { PERSON (1, "A", EXECUTIVE, DECISION_MAKER, INNER, MENTOR, DEEP, 30, 10, 20),
      PERSON (2, "A", EXECUTIVE, INFLUENCER, STRONG, MENTOR, BRIEF, -1, 0, 0),
      PERSON (3, "A", EXECUTIVE, APPROVER, OUTSIDE, NEUTRAL, DEEP, 21, 12, 21),
      PERSON (4, "A", EXECUTIVE, USER, OUTSIDE, NEUTRAL, DEEP, 99, 1, 21),
      PERSON (5, "A", EXECUTIVE, USER, OUTSIDE, OPPONENT, DEEP, 99, 1, 0) },
    "mentor-silent alert plan-visit 30/30 1\n"
    "mentor-silent alert log -1/30 2\n"
    "single-thread warning plan-visit 0/0\n"
    "going-cold warning plan-visit 21/21 3\n",
    "single-thread alert plan-visit 0/0\n"
    "mentor-silent alert plan-visit 30/30 1\n"
    "mentor-silent alert log -1/30 2\n"
    "going-cold warning plan-visit 21/21 3\n" },
  /* A placeholder counts in its department and on its level. */
  { "gaps", 4,
    { PERSON (1, "A", EXECUTIVE, DECISION_MAKER, INNER, SUPPORTER, DEEP, 5, 60, 0),
      PERSON (2, "B", STAFF, USER, OUTSIDE, SUPPORTER, DEEP, 5, 60, 0),
      PERSON (3, "B", MANAGER, USER, OUTSIDE, OPPONENT, DEEP, 5, 60, 0),
      PLACEHOLDER (4, "财务部", DIRECTOR, APPROVER) },
    "department-not-reached info plan-visit 1/0 财务部 4\n"
    "level-not-reached info plan-visit 1/0 director 4\n"
    "placeholders info plan-visit 1/0 4\n",
    "department-not-reached warning plan-visit 1/0 财务部 4\n"
    "level-not-reached warning plan-visit 1/0 director 4\n"
    "placeholders warning plan-visit 1/0 4\n" },
};
/* clang-format on */

static char *
describe (GPtrArray *findings)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const ClinchFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (out, "%s %s %s %d/%d", clinch_finding_code (finding->kind),
                              clinch_severity_code (finding->severity),
                              clinch_chain_step_code (finding->step), finding->figure,
                              finding->other);
      if (finding->department != NULL)
        g_string_append_printf (out, " %s", finding->department);
      if (finding->level != CLINCH_LEVEL_UNKNOWN)
        g_string_append_printf (out, " %s", clinch_level_code (finding->level));
      for (guint j = 0; j < finding->people->len; j++)
        g_string_append_printf (out, " %d", (int) g_array_index (finding->people, gint64, j));
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

static void
test_findings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (finding_cases); i++)
    {
      const FindingCase *c = &finding_cases[i];

      for (int phase = CLINCH_CHAIN_EARLY; phase <= CLINCH_CHAIN_PROPOSAL; phase++)
        {
          g_autoptr(GPtrArray) findings = NULL;
          g_autofree char *found = NULL;

          findings = clinch_chain_findings (c->people, (gsize) c->n, phase, &clinch_chain_rules,
                                            CLINCH_TEST_NOW);
          found = describe (findings);
          g_test_message ("%s, phase %d", c->what, phase);
          g_assert_cmpstr (found, ==, phase == CLINCH_CHAIN_EARLY ? c->early : c->late);
        }
    }
}

static const struct
{
  int              index;
  int              n_open;
  int              probability;
  ClinchChainPhase phase;
} phase_cases[] = {
  /* The pipelines that ship: 10 25 40 55 75, and 5 10 25 45 75. */
  { 0, 5, 10, CLINCH_CHAIN_EARLY },
  { 1, 5, 25, CLINCH_CHAIN_EARLY },
  { 2, 5, 40, CLINCH_CHAIN_PROPOSAL },
  { 3, 5, 55, CLINCH_CHAIN_PROPOSAL },
  { 2, 5, 25, CLINCH_CHAIN_EARLY },
  { 3, 5, 45, CLINCH_CHAIN_PROPOSAL },
  { 5, 5, 100, CLINCH_CHAIN_PROPOSAL },
  /* Without a probability from the middle on: of five the fourth, of four the third. */
  { 2, 5, -1, CLINCH_CHAIN_EARLY },
  { 3, 5, -1, CLINCH_CHAIN_PROPOSAL },
  { 1, 4, -1, CLINCH_CHAIN_EARLY },
  { 2, 4, -1, CLINCH_CHAIN_PROPOSAL },
  /* The first one never is. */
  { 0, 1, -1, CLINCH_CHAIN_EARLY },
  { 0, 3, 60, CLINCH_CHAIN_EARLY },
};

static void
test_phase (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phase_cases); i++)
    {
      g_test_message ("case %d", (int) i);
      g_assert_cmpint (clinch_chain_phase (phase_cases[i].index, phase_cases[i].n_open,
                                           phase_cases[i].probability,
                                           CLINCH_PROPOSAL_PROBABILITY), ==,
                       phase_cases[i].phase);
    }
}

static char *
list_questions (const ClinchChainPerson *people,
                gsize                    n_people)
{
  g_autoptr(GArray) questions = clinch_chain_questions (people, n_people, &clinch_chain_rules);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const ClinchQuestion *question = &g_array_index (questions, ClinchQuestion, i);

      g_string_append (out, clinch_question_code (question->kind));
      if (question->person != 0)
        g_string_append_printf (out, " %d", (int) question->person);
      if (question->department != NULL)
        g_string_append_printf (out, " %s", question->department);
      if (question->level != CLINCH_LEVEL_UNKNOWN)
        g_string_append_printf (out, " %s", clinch_level_code (question->level));
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

static void
test_questions (void)
{
  static const ClinchChainPerson people[] = {
    PERSON (1, "总经办", EXECUTIVE, DECISION_MAKER, INNER, UNKNOWN, NONE, -1, 0, 0),
    PERSON (2, "技术部", STAFF, EVALUATOR, OUTSIDE, UNKNOWN, DEEP, 4, 50, 0),
    PLACEHOLDER (3, "财务部", UNKNOWN, APPROVER),
    PERSON (4, "技术部", MANAGER, USER, STRONG, OPPONENT, DEEP, 4, 50, 0),
  };
  g_autofree char *some = list_questions (people, G_N_ELEMENTS (people));
  g_autofree char *none = list_questions (NULL, 0);

  /* The placeholder does not answer who approves; 2 has no say, so where 2 stands can wait. */
  g_assert_cmpstr (some, ==,
                   "who-approves\n"
                   "who-is-it 3\n"
                   "who-introduces 1\n"
                   "meet-department 总经办\n"
                   "meet-department 财务部\n"
                   "meet-level executive\n"
                   "where-stands 1\n"
                   "what-counts 1\n");
  g_assert_cmpstr (none, ==,
                   "who-decides\n"
                   "who-approves\n"
                   "who-evaluates\n"
                   "who-uses\n"
                   "meet-level executive\n"
                   "who-objects\n");
}

/* The customer's own values first, then what the opportunity says. */
static void
test_assessment (void)
{
  ClinchAssessment assessment = { 0 };

  g_assert_true (clinch_assessment_set (&assessment, CLINCH_TRAIT_ROLE, "decision-maker"));
  g_assert_true (clinch_assessment_set (&assessment, CLINCH_TRAIT_POWER, "outside"));
  g_assert_true (clinch_assessment_set (&assessment, CLINCH_TRAIT_COVERAGE, "deep"));
  g_assert_false (clinch_assessment_set (&assessment, CLINCH_TRAIT_ROLE, NULL));
  g_assert_false (clinch_assessment_set (&assessment, CLINCH_TRAIT_COVERAGE, "king"));
  g_assert_true (clinch_assessment_set (&assessment, CLINCH_TRAIT_POWER, "inner"));
  g_assert_true (clinch_assessment_set (&assessment, CLINCH_TRAIT_SUPPORT, "opponent"));

  g_assert_cmpint (assessment.role, ==, CLINCH_ROLE_DECISION_MAKER);
  g_assert_cmpint (assessment.power, ==, CLINCH_POWER_INNER);
  g_assert_cmpint (clinch_assessment_get (&assessment, CLINCH_TRAIT_SUPPORT), ==,
                   CLINCH_SUPPORT_OPPONENT);
  g_assert_cmpint (assessment.coverage, ==, CLINCH_COVERAGE_DEEP);
  g_assert_cmpint (clinch_assessment_get (&assessment, CLINCH_TRAIT_ORIENTATION), ==, 0);
}

static void
test_codes (void)
{
  g_assert_cmpint (clinch_buying_role_from_code ("decision-maker"), ==, CLINCH_ROLE_DECISION_MAKER);
  g_assert_cmpint (clinch_buying_role_from_code ("gatekeeper"), ==, CLINCH_ROLE_GATEKEEPER);
  g_assert_cmpint (clinch_buying_role_from_code ("king"), ==, CLINCH_ROLE_UNKNOWN);
  g_assert_cmpint (clinch_buying_role_from_code (NULL), ==, CLINCH_ROLE_UNKNOWN);
  g_assert_cmpint (clinch_power_from_code ("outside"), ==, CLINCH_POWER_OUTSIDE);
  g_assert_cmpint (clinch_support_from_code ("opponent"), ==, CLINCH_SUPPORT_OPPONENT);
  g_assert_cmpint (clinch_coverage_from_code ("deep"), ==, CLINCH_COVERAGE_DEEP);
  g_assert_cmpint (clinch_orientation_from_code ("business"), ==, CLINCH_ORIENTATION_BUSINESS);
  g_assert_cmpint (clinch_level_from_code ("staff"), ==, CLINCH_LEVEL_STAFF);
  g_assert_cmpstr (clinch_level_code (CLINCH_LEVEL_STAFF), ==, "staff");
  g_assert_null (clinch_level_code (CLINCH_LEVEL_UNKNOWN));

  for (int kind = 0; kind < CLINCH_N_FINDINGS; kind++)
    g_assert_nonnull (clinch_finding_code (kind));
  for (int kind = 0; kind < CLINCH_N_QUESTIONS; kind++)
    g_assert_nonnull (clinch_question_code (kind));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chain/findings", test_findings);
  g_test_add_func ("/chain/phase", test_phase);
  g_test_add_func ("/chain/questions", test_questions);
  g_test_add_func ("/chain/assessment", test_assessment);
  g_test_add_func ("/chain/codes", test_codes);

  return g_test_run ();
}
