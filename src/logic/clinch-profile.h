// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A value of 0 to 100 that nobody knows. Unknown is not zero: it takes no part in a score, and is
 * missing from the completeness. */
#define CLINCH_PROFILE_UNKNOWN (-1)

/* Up to so many dimensions known, a profile is hardly more than a name and an industry. */
#define CLINCH_PROFILE_FEW_FILLED 3

/**
 * ClinchProfileDimension:
 * @weight: how much the dimension counts; less than 0 counts as 0
 * @value: 0 to 100, or %CLINCH_PROFILE_UNKNOWN
 *
 * What is known of a customer in one dimension.
 */
typedef struct
{
  int weight;
  int value;
} ClinchProfileDimension;

/**
 * ClinchProfileScore:
 * @score: Σ weight × value ÷ Σ weight over the known dimensions, 0 to 100;
 *   %CLINCH_PROFILE_UNKNOWN if none is known
 * @completeness: share of the weight that is known, percent; 100 only if all of it is
 * @filled: known dimensions
 * @total: all dimensions
 * @points: the dividend of the score, Σ weight × value
 * @known_weight: its divisor, and the dividend of the completeness
 * @total_weight: divisor of the completeness
 *
 * A score and what it is made of.
 */
typedef struct
{
  int    score;
  int    completeness;
  int    filled;
  int    total;
  gint64 points;
  gint64 known_weight;
  gint64 total_weight;
} ClinchProfileScore;

/**
 * ClinchProfileStep:
 * @known: whether the dimension takes part
 * @weight: its weight, as it counts
 * @value: its value, as it counts
 * @points: weight × value; all of them make the points of the score
 * @share_hundredths: what it adds to the score, in hundredths of a point, rounded
 *
 * One line of the sum that a score opens into.
 */
typedef struct
{
  gboolean known;
  int      weight;
  int      value;
  gint64   points;
  int      share_hundredths;
} ClinchProfileStep;

/**
 * ClinchProfileRung:
 * @least: the least number that reaches it; %G_MININT64 for one that every number reaches
 * @value: what it is worth, 0 to 100
 *
 * A rung of the ladder of a dimension that is known by a number.
 */
typedef struct
{
  gint64 least;
  int    value;
} ClinchProfileRung;

/**
 * ClinchProfileAge:
 * @days: whole days since it became known, 0 for a day to come; -1 without a date
 * @stale: whether it is older than its half-life
 */
typedef struct
{
  int      days;
  gboolean stale;
} ClinchProfileAge;

/**
 * ClinchGradeRule:
 * @code: code of the grade, borrowed
 * @least_score: the score it asks for, 0 to 100
 * @least_completeness: the completeness it asks for, percent
 */
typedef struct
{
  const char *code;
  int         least_score;
  int         least_completeness;
} ClinchGradeRule;

/**
 * ClinchGrade:
 * @rule: index of the rule that holds, -1 if none does
 * @by_score: index of the best rule by the score alone, -1 if none; where it is another one, the
 *   profile is not complete enough for it
 */
typedef struct
{
  int rule;
  int by_score;
} ClinchGrade;

#define CLINCH_N_GRADE_RULES 4

/**
 * clinch_grade_rules:
 *
 * The rules that a workspace begins with, best first: S from 85, A from 70, B from 50, C below; S
 * and A ask for 60 % of completeness. Own default.
 */
extern const ClinchGradeRule clinch_grade_rules[CLINCH_N_GRADE_RULES];

/**
 * clinch_profile_score:
 * @dimensions: (array length=n_dimensions): all dimensions in use
 * @n_dimensions: how many
 * @steps: (out caller-allocates) (nullable) (array length=n_dimensions): the sum line by line
 *
 * Score and completeness, kept apart so that an empty profile is never mistaken for a poor
 * customer. The weighted mean is the common form of account scoring; that unknown dimensions are
 * left out of it is our own. Both figures are rounded half up, and it is these rounded figures that
 * grade and rank, so that what is shown is what decides.
 *
 * Returns: the figures
 */
ClinchProfileScore clinch_profile_score         (const ClinchProfileDimension *dimensions,
                                                 gsize                         n_dimensions,
                                                 ClinchProfileStep            *steps);

/**
 * clinch_profile_adjusted:
 * @score: a score, or %CLINCH_PROFILE_UNKNOWN
 * @completeness: percent
 *
 * The score for ranking, drawn towards the middle by what is not known: 50 + (score − 50) ×
 * completeness. Own default.
 *
 * Returns: 0 to 100; 50 for an unknown score
 */
int                clinch_profile_adjusted      (int                           score,
                                                 int                           completeness);

/**
 * clinch_profile_is_thin:
 * @filled: known dimensions
 *
 * Whether a profile is what people keep by hand in a spreadsheet (传统手工): at most
 * %CLINCH_PROFILE_FEW_FILLED dimensions.
 *
 * Returns: %TRUE if so
 */
gboolean           clinch_profile_is_thin       (int                           filled);

/**
 * clinch_profile_value_of_tags:
 * @scores: (array length=n_scores): the scores of the tags that are set, each 0 to 100
 * @n_scores: how many
 *
 * Returns: their mean, rounded half up; %CLINCH_PROFILE_UNKNOWN without any
 */
int                clinch_profile_value_of_tags (const int                    *scores,
                                                 gsize                         n_scores);

/**
 * clinch_profile_find_rung:
 * @rungs: (array length=n_rungs): the ladder, in any order
 * @n_rungs: how many
 * @number: the number, in the unit of the rungs
 *
 * Returns: index of the highest rung that @number reaches; of rungs with the same least number the
 *   first; -1 if it reaches none
 */
int                clinch_profile_find_rung     (const ClinchProfileRung      *rungs,
                                                 gsize                         n_rungs,
                                                 gint64                        number);

/**
 * clinch_profile_age:
 * @known_on: (nullable): ISO date on which the value was true
 * @half_life_days: after how many days half of such values are wrong, 0 or less for never
 * @today: the current day, ISO
 *
 * Returns: its age; on the last day of the half-life it is still fresh
 */
ClinchProfileAge   clinch_profile_age           (const char                   *known_on,
                                                 int                           half_life_days,
                                                 const char                   *today);

/**
 * clinch_profile_grade:
 * @rules: (array length=n_rules): in any order; a higher least score is a better grade, with the
 *   same score a higher completeness, then the earlier one
 * @n_rules: how many
 * @score: a score, or %CLINCH_PROFILE_UNKNOWN, which has no grade
 * @completeness: percent
 *
 * Returns: the best rule whose score and completeness are both reached
 */
ClinchGrade        clinch_profile_grade         (const ClinchGradeRule        *rules,
                                                 gsize                         n_rules,
                                                 int                           score,
                                                 int                           completeness);

/**
 * clinch_profile_grade_follows:
 * @grade: (nullable): the grade that counts
 * @by_profile: (nullable): the one by the profile
 * @reason: (nullable): why it is not left to the profile
 *
 * Returns: %TRUE if nobody set another grade, so that the one that counts goes with the profile
 */
gboolean           clinch_profile_grade_follows (const char                   *grade,
                                                 const char                   *by_profile,
                                                 const char                   *reason);

G_END_DECLS
