// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchPriorityPart:
 * @CLINCH_PRIORITY_VALUE: what is at stake, as clinch_percentile() of clinch_strategic_value()
 * @CLINCH_PRIORITY_WIN: how probable it is to be won, percent
 * @CLINCH_PRIORITY_URGENCY: how near the key date is, as clinch_urgency()
 * @CLINCH_PRIORITY_GRADE: what the customer is worth, as clinch_grade_points()
 *
 * What a priority is made of. Health takes no part in it: an opportunity in trouble is marked, it
 * does not become more important.
 */
typedef enum
{
  CLINCH_PRIORITY_VALUE,
  CLINCH_PRIORITY_WIN,
  CLINCH_PRIORITY_URGENCY,
  CLINCH_PRIORITY_GRADE,
  CLINCH_N_PRIORITY_PARTS,
} ClinchPriorityPart;

/**
 * ClinchPriorityStep:
 * @known: whether the part is known; one that is not adds nothing
 * @weight: its weight
 * @points: 0 to 100
 * @hundredths: what it adds to the priority, in hundredths of a point, rounded
 */
typedef struct
{
  gboolean known;
  int      weight;
  int      points;
  int      hundredths;
} ClinchPriorityStep;

/**
 * ClinchPriority:
 * @points: 0 to 100, rounded
 * @hundredths: the same as 0 to 10,000, for ranking
 * @steps: the sum, part by part
 */
typedef struct
{
  int                points;
  int                hundredths;
  ClinchPriorityStep steps[CLINCH_N_PRIORITY_PARTS];
} ClinchPriority;

/**
 * ClinchGradePoints:
 * @code: code of a grade, borrowed
 * @points: what it is worth, 0 to 100
 */
typedef struct
{
  const char *code;
  int         points;
} ClinchGradePoints;

#define CLINCH_N_GRADE_POINTS 4

/**
 * clinch_priority_weights:
 *
 * The weights a workspace begins with: value 35, win probability 25, urgency 20, grade 20. Own
 * default.
 */
extern const int clinch_priority_weights[CLINCH_N_PRIORITY_PARTS];

/**
 * clinch_grade_points_default:
 *
 * What grades are worth to begin with: S 100, A 80, B 50, C 20. Own default.
 */
extern const ClinchGradePoints clinch_grade_points_default[CLINCH_N_GRADE_POINTS];

/* Days in which urgency falls to 37 % (1 ÷ e). Own default. */
#define CLINCH_URGENCY_DAYS 30

/**
 * clinch_priority:
 * @points: (array fixed-size=4): each part, 0 to 100, or less than 0 if it is not known
 * @weights: (array fixed-size=4): their weights, such as clinch_priority_weights; less than 0
 *   counts as 0
 *
 * 0.35 value + 0.25 win probability + 0.20 urgency + 0.20 grade; divided by the sum of the weights,
 * so that weights need not add up to 100. Own default.
 *
 * Returns: the priority and its sum
 */
ClinchPriority clinch_priority        (const int                points[CLINCH_N_PRIORITY_PARTS],
                                       const int                weights[CLINCH_N_PRIORITY_PARTS]);

/**
 * clinch_strategic_value:
 * @minor: amount in minor units
 * @strategic: value of the strategic dimension, 0 to 100; less than 0 if it is not known
 *
 * The amount times 0.8 + 0.4 × strategic ÷ 100: from 0.8 to 1.2, and 1.0 where nothing is known.
 * Own default.
 *
 * Returns: minor units, rounded half away from zero
 */
gint64         clinch_strategic_value (gint64                   minor,
                                       int                      strategic);

/**
 * clinch_quantiles:
 * @sorted: (array length=n_sorted): numbers, ascending
 * @n_sorted: how many
 * @quantiles: (out caller-allocates) (array length=n_quantiles): the thresholds
 * @n_quantiles: how many are wanted, 100 for percentiles
 *
 * The table for clinch_percentile(): threshold k of n is the least number such that k ÷ n of all
 * are not above it; the last one is the greatest number. Nothing is written without numbers.
 */
void           clinch_quantiles       (const gint64            *sorted,
                                       gsize                    n_sorted,
                                       gint64                  *quantiles,
                                       gsize                    n_quantiles);

/**
 * clinch_percentile:
 * @number: a number
 * @quantiles: (array length=n_quantiles): thresholds as clinch_quantiles() makes them, ascending
 * @n_quantiles: how many
 *
 * Returns: the share of thresholds that @number reaches, 0 to 100; 0 for a number of 0 or less
 *   (nothing at stake); -1 without thresholds
 */
int            clinch_percentile      (gint64                   number,
                                       const gint64            *quantiles,
                                       gsize                    n_quantiles);

/**
 * clinch_urgency:
 * @key_date: (nullable): ISO date of the nearest thing that is due
 * @today: the current day, ISO
 * @fold_days: days in which it falls to 1 ÷ e, %CLINCH_URGENCY_DAYS; less than 1 counts as 1
 *
 * 100 × e^(−days ÷ 30). What is overdue is due today. Own default.
 *
 * Returns: 0 to 100, rounded; -1 without a date
 */
int            clinch_urgency         (const char              *key_date,
                                       const char              *today,
                                       int                      fold_days);

/**
 * clinch_grade_points:
 * @table: (array length=n_table): what each grade is worth
 * @n_table: how many
 * @code: (nullable): code of a grade
 *
 * Returns: its points, 0 to 100; 0 for none, or one that is not in @table
 */
int            clinch_grade_points    (const ClinchGradePoints *table,
                                       gsize                    n_table,
                                       const char              *code);

G_END_DECLS
