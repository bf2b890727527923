// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-judge.h"

#include <string.h>

/* Answers in the order of the questions: y, n, or ? for what nobody can say. */
static const struct
{
  const char *name;
  ClinchTrait trait;
  const char *answers;
  int         value;
  int         question;
  int         other;
  int         n_open;
} cases[] = {
  /* clang-format off */
  { "nobody knows", CLINCH_TRAIT_ROLE, "??????", CLINCH_ROLE_UNKNOWN, -1, -1, 6 },
  { "none of it", CLINCH_TRAIT_ROLE, "nnnnnn", CLINCH_ROLE_UNKNOWN, -1, -1, 0 },
  { "the boss", CLINCH_TRAIT_ROLE, "ynnnnn", CLINCH_ROLE_DECISION_MAKER, 0, -1, 0 },
  { "the boss who also signs", CLINCH_TRAIT_ROLE, "yynnny", CLINCH_ROLE_DECISION_MAKER, 0, 1, 0 },
  { "signs, and may well decide", CLINCH_TRAIT_ROLE, "?ynnnn", CLINCH_ROLE_APPROVER, 1, -1, 1 },
  { "scores the offers", CLINCH_TRAIT_ROLE, "nny???", CLINCH_ROLE_EVALUATOR, 2, -1, 0 },
  { "works with it and is asked", CLINCH_TRAIT_ROLE, "nnnyny", CLINCH_ROLE_USER, 3, 5, 0 },
  { "secretary", CLINCH_TRAIT_ROLE, "nnnny?", CLINCH_ROLE_GATEKEEPER, 4, -1, 0 },
  { "is asked", CLINCH_TRAIT_ROLE, "nnnnny", CLINCH_ROLE_INFLUENCER, 5, -1, 0 },
  { "no title, but asked first", CLINCH_TRAIT_POWER, "ynn", CLINCH_POWER_INNER, 0, -1, 0 },
  { "by office", CLINCH_TRAIT_POWER, "nyn", CLINCH_POWER_STRONG, 1, -1, 0 },
  { "left out", CLINCH_TRAIT_POWER, "nny", CLINCH_POWER_OUTSIDE, 2, -1, 0 },
  { "asked first, yet left out", CLINCH_TRAIT_POWER, "yny", CLINCH_POWER_INNER, 0, 2, 0 },
  { "a friend", CLINCH_TRAIT_SUPPORT, "nnyy?", CLINCH_SUPPORT_MENTOR, 2, 3, 0 },
  { "tells us things, and the others too", CLINCH_TRAIT_SUPPORT, "ynynn", CLINCH_SUPPORT_OPPONENT, 0, 2, 0 },
  { "puts us off", CLINCH_TRAIT_SUPPORT, "nynny", CLINCH_SUPPORT_DOUBTER, 1, 4, 0 },
  { "spoke for us", CLINCH_TRAIT_SUPPORT, "???y?", CLINCH_SUPPORT_SUPPORTER, 3, -1, 3 },
  { "fair", CLINCH_TRAIT_SUPPORT, "nnnny", CLINCH_SUPPORT_NEUTRAL, 4, -1, 0 },
  { "knows us well", CLINCH_TRAIT_COVERAGE, "yyyn", CLINCH_COVERAGE_DEEP, 0, 1, 0 },
  { "three talks", CLINCH_TRAIT_COVERAGE, "nyyn", CLINCH_COVERAGE_SEVERAL, 1, 2, 0 },
  { "exchanged cards", CLINCH_TRAIT_COVERAGE, "nnyn", CLINCH_COVERAGE_BRIEF, 2, -1, 0 },
  { "heard of", CLINCH_TRAIT_COVERAGE, "nnny", CLINCH_COVERAGE_NONE, 3, -1, 0 },
  { "counts", CLINCH_TRAIT_ORIENTATION, "ynnn", CLINCH_ORIENTATION_FINANCIAL, 0, -1, 0 },
  { "screws", CLINCH_TRAIT_ORIENTATION, "nynn", CLINCH_ORIENTATION_TECHNICAL, 1, -1, 0 },
  { "dines", CLINCH_TRAIT_ORIENTATION, "nnyn", CLINCH_ORIENTATION_RELATIONSHIP, 2, -1, 0 },
  { "sells", CLINCH_TRAIT_ORIENTATION, "nnny", CLINCH_ORIENTATION_BUSINESS, 3, -1, 0 },
  /* clang-format on */
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ClinchJudgeAnswer answers[CLINCH_MAX_JUDGE_QUESTIONS] = { 0 };
      ClinchJudgement judgement;
      int n_questions;

      g_test_message ("%s", cases[i].name);
      clinch_judge_questions (cases[i].trait, &n_questions);
      g_assert_cmpint (n_questions, ==, strlen (cases[i].answers));
      for (int j = 0; j < n_questions; j++)
        answers[j] = cases[i].answers[j] == 'y' ? CLINCH_JUDGE_YES
                     : cases[i].answers[j] == 'n' ? CLINCH_JUDGE_NO : CLINCH_JUDGE_UNKNOWN;
      judgement = clinch_judge (cases[i].trait, answers);
      g_assert_cmpint (judgement.value, ==, cases[i].value);
      g_assert_cmpint (judgement.question, ==, cases[i].question);
      g_assert_cmpint (judgement.other, ==, cases[i].other);
      g_assert_cmpint (judgement.n_open, ==, cases[i].n_open);
    }
}

/* Each step of a scale is asked for once, and its code is the one that is stored. */
static void
test_complete (void)
{
  static const int n_values[CLINCH_N_TRAITS] = {
    [CLINCH_TRAIT_ROLE] = CLINCH_N_ROLES, [CLINCH_TRAIT_POWER] = CLINCH_N_POWERS,
    [CLINCH_TRAIT_SUPPORT] = CLINCH_N_SUPPORTS, [CLINCH_TRAIT_COVERAGE] = CLINCH_N_COVERAGES,
    [CLINCH_TRAIT_ORIENTATION] = CLINCH_N_ORIENTATIONS,
  };

  for (int trait = 0; trait < CLINCH_N_TRAITS; trait++)
    {
      const ClinchJudgeQuestion *questions;
      guint asked = 0;
      int n_questions;

      questions = clinch_judge_questions (trait, &n_questions);
      g_test_message ("%s", clinch_trait_code (trait));
      g_assert_cmpint (n_questions, ==, n_values[trait] - 1);
      for (int i = 0; i < n_questions; i++)
        {
          ClinchAssessment assessment = { 0 };

          g_assert_true (clinch_assessment_set (&assessment, trait, questions[i].value_code));
          g_assert_cmpint (clinch_assessment_get (&assessment, trait), ==, questions[i].value);
          g_assert_cmpint (*clinch_judge_ask (&questions[i]), !=, '\0');
          g_assert_cmpint (*clinch_judge_reason (&questions[i]), !=, '\0');
          asked |= 1u << questions[i].value;
        }
      g_assert_cmpuint (asked, ==, (1u << n_values[trait]) - 2);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/judge/table", test_table);
  g_test_add_func ("/judge/complete", test_complete);

  return g_test_run ();
}
