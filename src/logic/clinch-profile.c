// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-profile.h"

#include "clinch-date.h"
#include "clinch-ratio.h"

const ClinchGradeRule clinch_grade_rules[CLINCH_N_GRADE_RULES] = {
  { "S", 85, 60 },
  { "A", 70, 60 },
  { "B", 50, 0 },
  { "C", 0, 0 },
};

static ClinchProfileStep
read_dimension (const ClinchProfileDimension *dimension)
{
  ClinchProfileStep step = { .value = CLINCH_PROFILE_UNKNOWN };

  step.weight = MAX (dimension->weight, 0);
  if (dimension->value < 0)
    return step;

  step.known = TRUE;
  step.value = MIN (dimension->value, 100);
  step.points = (gint64) step.weight * step.value;

  return step;
}

ClinchProfileScore
clinch_profile_score (const ClinchProfileDimension *dimensions,
                      gsize                         n_dimensions,
                      ClinchProfileStep            *steps)
{
  ClinchProfileScore score = { .score = CLINCH_PROFILE_UNKNOWN, .total = (int) n_dimensions };

  for (gsize i = 0; i < n_dimensions; i++)
    {
      ClinchProfileStep step = read_dimension (&dimensions[i]);

      score.total_weight += step.weight;
      score.points += step.points;
      score.known_weight += step.known ? step.weight : 0;
      score.filled += step.known ? 1 : 0;
      if (steps != NULL)
        steps[i] = step;
    }

  if (score.known_weight > 0)
    score.score = (int) clinch_divide_rounded (score.points, score.known_weight);
  score.completeness = clinch_share_percent (score.known_weight, score.total_weight);

  for (gsize i = 0; steps != NULL && i < n_dimensions; i++)
    steps[i].share_hundredths = (int) clinch_scale_rounded (steps[i].points, 100,
                                                            score.known_weight);

  return score;
}

int
clinch_profile_adjusted (int score,
                         int completeness)
{
  if (score < 0)
    return 50;

  score = MIN (score, 100);
  completeness = CLAMP (completeness, 0, 100);

  return 50 + (int) clinch_scale_rounded (score - 50, completeness, 100);
}

gboolean
clinch_profile_is_thin (int filled)
{
  return filled <= CLINCH_PROFILE_FEW_FILLED;
}

int
clinch_profile_value_of_tags (const int *scores,
                              gsize      n_scores)
{
  gint64 sum = 0;

  for (gsize i = 0; i < n_scores; i++)
    sum += CLAMP (scores[i], 0, 100);

  return n_scores == 0 ? CLINCH_PROFILE_UNKNOWN
                       : (int) clinch_divide_rounded (sum, (gint64) n_scores);
}

int
clinch_profile_find_rung (const ClinchProfileRung *rungs,
                          gsize                    n_rungs,
                          gint64                   number)
{
  int found = -1;

  for (gsize i = 0; i < n_rungs; i++)
    {
      if (rungs[i].least <= number && (found < 0 || rungs[i].least > rungs[found].least))
        found = (int) i;
    }

  return found;
}

ClinchProfileAge
clinch_profile_age (const char *known_on,
                    int         half_life_days,
                    const char *today)
{
  ClinchProfileAge age = { -1, FALSE };

  if (!clinch_date_is_valid (known_on) || !clinch_date_is_valid (today))
    return age;

  age.days = MAX (clinch_date_days_between (known_on, today), 0);
  age.stale = half_life_days > 0 && age.days > half_life_days;

  return age;
}

static gboolean
is_better_rule (const ClinchGradeRule *rules,
                int                    best,
                const ClinchGradeRule *rule)
{
  if (best < 0 || rule->least_score != rules[best].least_score)
    return best < 0 || rule->least_score > rules[best].least_score;

  return rule->least_completeness > rules[best].least_completeness;
}

ClinchGrade
clinch_profile_grade (const ClinchGradeRule *rules,
                      gsize                  n_rules,
                      int                    score,
                      int                    completeness)
{
  ClinchGrade grade = { -1, -1 };

  for (gsize i = 0; score >= 0 && i < n_rules; i++)
    {
      if (rules[i].least_score > score)
        continue;
      if (is_better_rule (rules, grade.by_score, &rules[i]))
        grade.by_score = (int) i;
      if (rules[i].least_completeness <= completeness
          && is_better_rule (rules, grade.rule, &rules[i]))
        grade.rule = (int) i;
    }

  return grade;
}

gboolean
clinch_profile_grade_follows (const char *grade,
                              const char *by_profile,
                              const char *reason)
{
  return reason == NULL && (grade == NULL || g_strcmp0 (grade, by_profile) == 0);
}
