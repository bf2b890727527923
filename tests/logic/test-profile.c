// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-profile.h"

#include <glib.h>

#define UNKNOWN CLINCH_PROFILE_UNKNOWN
#define MAX_DIMENSIONS 12

typedef struct
{
  int                    n;
  ClinchProfileDimension dimensions[MAX_DIMENSIONS];
  int                    score;
  int                    completeness;
  int                    filled;
  gint64                 points;
  gint64                 known_weight;
  gint64                 total_weight;
} ScoreCase;

static const ScoreCase score_cases[] = {
  /* Nothing to know, and nothing known. */
  { 0, { { 0, 0 } }, UNKNOWN, 0, 0, 0, 0, 0 },
  { 2, { { 10, UNKNOWN }, { 8, UNKNOWN } }, UNKNOWN, 0, 0, 0, 0, 18 },
  /* (10×80 + 8×50) ÷ 18 = 1200 ÷ 18 = 66.67; all is known. */
  { 2, { { 10, 80 }, { 8, 50 } }, 67, 100, 2, 1200, 18, 18 },
  /* 800 ÷ 10 = 80; 10 of 18 = 55.6 %. Unknown is not zero. */
  { 2, { { 10, 80 }, { 8, UNKNOWN } }, 80, 56, 1, 800, 10, 18 },
  { 2, { { 10, 80 }, { 8, 0 } }, 44, 100, 2, 800, 18, 18 },
  /* 1×85 + 1×84 = 169; 169 ÷ 2 = 84.5 rounds up. */
  { 2, { { 1, 85 }, { 1, 84 } }, 85, 100, 2, 169, 2, 2 },
  /* The twelve with their shipped weights: 10×100 + 8×60 + 12×75 + 12×50 + 6×40 + 6×40 = 3460 of
   * 54 = 64.07; 54 of 100 known. */
  { 12,
    { { 10, 100 }, { 8, 60 }, { 12, 75 }, { 12, 50 }, { 6, 40 }, { 6, 40 }, { 10, UNKNOWN },
      { 10, UNKNOWN }, { 8, UNKNOWN }, { 8, UNKNOWN }, { 6, UNKNOWN }, { 4, UNKNOWN } },
    64, 54, 6, 3460, 54, 100 },
  /* One of two hundred is missing: 99.5 % is not complete. One of two hundred is known: it
   * shows. */
  { 2, { { 199, 50 }, { 1, UNKNOWN } }, 50, 99, 1, 9950, 199, 200 },
  { 2, { { 1, 50 }, { 199, UNKNOWN } }, 50, 1, 1, 50, 1, 200 },
  /* A weight of 0 is filled and does not count; nonsense is cut. */
  { 2, { { 0, 90 }, { 5, 20 } }, 20, 100, 2, 100, 5, 5 },
  { 1, { { 0, 90 } }, UNKNOWN, 0, 1, 0, 0, 0 },
  { 2, { { -3, 90 }, { 5, 700 } }, 100, 100, 2, 500, 5, 5 },
};

static void
test_score (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (score_cases); i++)
    {
      const ScoreCase *c = &score_cases[i];
      ClinchProfileStep steps[MAX_DIMENSIONS];
      ClinchProfileScore score = clinch_profile_score (c->dimensions, (gsize) c->n, steps);
      gint64 points = 0;
      int hundredths = 0;

      g_test_message ("case %d", (int) i);
      g_assert_cmpint (score.score, ==, c->score);
      g_assert_cmpint (score.completeness, ==, c->completeness);
      g_assert_cmpint (score.filled, ==, c->filled);
      g_assert_cmpint (score.total, ==, c->n);
      g_assert_cmpint (score.points, ==, c->points);
      g_assert_cmpint (score.known_weight, ==, c->known_weight);
      g_assert_cmpint (score.total_weight, ==, c->total_weight);

      /* What it opens into is the sum that it is. */
      for (int j = 0; j < c->n; j++)
        {
          points += steps[j].points;
          hundredths += steps[j].share_hundredths;
          g_assert_cmpint (steps[j].known, ==, c->dimensions[j].value != UNKNOWN);
        }
      g_assert_cmpint (points, ==, score.points);
      if (score.score != UNKNOWN)
        g_assert_cmpint (ABS (hundredths - score.score * 100), <=, 50 + c->n);
    }
}

static void
test_steps (void)
{
  static const ClinchProfileDimension dimensions[] = { { 10, 80 }, { 8, UNKNOWN }, { 6, 50 } };
  ClinchProfileStep steps[3];

  clinch_profile_score (dimensions, 3, steps);

  /* (800 + 300) ÷ 16 = 68.75, of which 800 ÷ 16 = 50 and 300 ÷ 16 = 18.75. */
  g_assert_cmpint (steps[0].points, ==, 800);
  g_assert_cmpint (steps[0].share_hundredths, ==, 5000);
  g_assert_false (steps[1].known);
  g_assert_cmpint (steps[1].weight, ==, 8);
  g_assert_cmpint (steps[1].value, ==, UNKNOWN);
  g_assert_cmpint (steps[1].share_hundredths, ==, 0);
  g_assert_cmpint (steps[2].share_hundredths, ==, 1875);
}

static void
test_adjusted (void)
{
  /* 50 + (80 − 50) × 0.6 = 68, 50 + (20 − 50) × 0.6 = 32, 50 + 35 × 0.5 = 67.5. */
  g_assert_cmpint (clinch_profile_adjusted (80, 60), ==, 68);
  g_assert_cmpint (clinch_profile_adjusted (20, 60), ==, 32);
  g_assert_cmpint (clinch_profile_adjusted (85, 50), ==, 68);
  g_assert_cmpint (clinch_profile_adjusted (15, 50), ==, 32);
  g_assert_cmpint (clinch_profile_adjusted (100, 100), ==, 100);
  g_assert_cmpint (clinch_profile_adjusted (100, 0), ==, 50);
  g_assert_cmpint (clinch_profile_adjusted (0, 100), ==, 0);
  g_assert_cmpint (clinch_profile_adjusted (UNKNOWN, 0), ==, 50);
}

static void
test_thin (void)
{
  g_assert_true (clinch_profile_is_thin (0));
  g_assert_true (clinch_profile_is_thin (3));
  g_assert_false (clinch_profile_is_thin (4));
}

static void
test_tags (void)
{
  static const int scores[] = { 90, 60, 35 };

  /* 150 ÷ 2 = 75; 185 ÷ 3 = 61.67. */
  g_assert_cmpint (clinch_profile_value_of_tags (NULL, 0), ==, UNKNOWN);
  g_assert_cmpint (clinch_profile_value_of_tags (scores, 1), ==, 90);
  g_assert_cmpint (clinch_profile_value_of_tags (scores, 2), ==, 75);
  g_assert_cmpint (clinch_profile_value_of_tags (scores, 3), ==, 62);
}

static void
test_rungs (void)
{
  static const ClinchProfileRung rungs[] = {
    { 1000, 80 }, { 100, 50 }, { 10000, 100 }, { 20, 20 }, { 100, 55 },
  };
  static const ClinchProfileRung open[] = { { G_MININT64, 10 }, { 0, 30 } };

  g_assert_cmpint (clinch_profile_find_rung (rungs, G_N_ELEMENTS (rungs), 19), ==, -1);
  g_assert_cmpint (clinch_profile_find_rung (rungs, G_N_ELEMENTS (rungs), 20), ==, 3);
  g_assert_cmpint (clinch_profile_find_rung (rungs, G_N_ELEMENTS (rungs), 99), ==, 3);
  g_assert_cmpint (clinch_profile_find_rung (rungs, G_N_ELEMENTS (rungs), 100), ==, 1);
  g_assert_cmpint (clinch_profile_find_rung (rungs, G_N_ELEMENTS (rungs), 9999), ==, 0);
  g_assert_cmpint (clinch_profile_find_rung (rungs, G_N_ELEMENTS (rungs), G_MAXINT64), ==, 2);
  g_assert_cmpint (clinch_profile_find_rung (open, G_N_ELEMENTS (open), -5), ==, 0);
  g_assert_cmpint (clinch_profile_find_rung (NULL, 0, 5), ==, -1);
}

static const struct
{
  const char *known_on;
  int         half_life;
  int         days;
  gboolean    stale;
} age_cases[] = {
  /* From October 24 to November 23 are 7 + 23 = 30 days. */
  { "2026-10-24", 30, 30, FALSE },
  { "2026-10-23", 30, 31, TRUE },
  { "2026-11-23", 30, 0, FALSE },
  { "2026-12-01", 30, 0, FALSE },
  { "2020-01-01", 0, 2518, FALSE },
  { NULL, 30, -1, FALSE },
  { "soon", 30, -1, FALSE },
};

static void
test_age (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (age_cases); i++)
    {
      ClinchProfileAge age = clinch_profile_age (age_cases[i].known_on, age_cases[i].half_life,
                                                 "2026-11-23");

      g_test_message ("case %d", (int) i);
      g_assert_cmpint (age.days, ==, age_cases[i].days);
      g_assert_cmpint (age.stale, ==, age_cases[i].stale);
    }
}

static const struct
{
  int         score;
  int         completeness;
  const char *grade;
  const char *by_score;
} grade_cases[] = {
  { 100, 100, "S", "S" },
  { 85, 60, "S", "S" },
  { 84, 60, "A", "A" },
  { 70, 60, "A", "A" },
  /* Good enough for S and A, but too little is known. */
  { 85, 59, "B", "S" },
  { 70, 59, "B", "A" },
  { 69, 100, "B", "B" },
  { 50, 0, "B", "B" },
  { 49, 100, "C", "C" },
  { 0, 1, "C", "C" },
  { UNKNOWN, 0, NULL, NULL },
};

static const char *
code_of (const ClinchGradeRule *rules,
         int                    index)
{
  return index < 0 ? NULL : rules[index].code;
}

static void
test_grade (void)
{
  ClinchGradeRule turned[CLINCH_N_GRADE_RULES];

  for (int i = 0; i < CLINCH_N_GRADE_RULES; i++)
    turned[i] = clinch_grade_rules[CLINCH_N_GRADE_RULES - 1 - i];

  for (gsize i = 0; i < G_N_ELEMENTS (grade_cases); i++)
    {
      ClinchGrade grade = clinch_profile_grade (clinch_grade_rules, CLINCH_N_GRADE_RULES,
                                                grade_cases[i].score, grade_cases[i].completeness);
      ClinchGrade other = clinch_profile_grade (turned, CLINCH_N_GRADE_RULES,
                                                grade_cases[i].score, grade_cases[i].completeness);

      g_test_message ("case %d", (int) i);
      g_assert_cmpstr (code_of (clinch_grade_rules, grade.rule), ==, grade_cases[i].grade);
      g_assert_cmpstr (code_of (clinch_grade_rules, grade.by_score), ==, grade_cases[i].by_score);
      g_assert_cmpstr (code_of (turned, other.rule), ==, grade_cases[i].grade);
      g_assert_cmpstr (code_of (turned, other.by_score), ==, grade_cases[i].by_score);
    }
}

static void
test_grade_without_rules (void)
{
  static const ClinchGradeRule strict[] = { { "A", 60, 0 }, { "A+", 60, 80 } };
  ClinchGrade none = clinch_profile_grade (NULL, 0, 90, 90);

  g_assert_cmpint (none.rule, ==, -1);
  g_assert_cmpint (clinch_profile_grade (strict, 2, 59, 90).rule, ==, -1);
  g_assert_cmpint (clinch_profile_grade (strict, 2, 60, 79).rule, ==, 0);
  g_assert_cmpint (clinch_profile_grade (strict, 2, 60, 80).rule, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile/score", test_score);
  g_test_add_func ("/profile/steps", test_steps);
  g_test_add_func ("/profile/adjusted", test_adjusted);
  g_test_add_func ("/profile/thin", test_thin);
  g_test_add_func ("/profile/tags", test_tags);
  g_test_add_func ("/profile/rungs", test_rungs);
  g_test_add_func ("/profile/age", test_age);
  g_test_add_func ("/profile/grade", test_grade);
  g_test_add_func ("/profile/grade-without-rules", test_grade_without_rules);

  return g_test_run ();
}
