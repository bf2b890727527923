// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-person.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchRelationSide:
 * @CLINCH_RELATION_DECISION_MAKERS: those who decide
 * @CLINCH_RELATION_ADVISERS: approvers, influencers and evaluators
 * @CLINCH_RELATION_USERS: hands-on users
 *
 * For whom a rule asks.
 */
typedef enum
{
  CLINCH_RELATION_DECISION_MAKERS,
  CLINCH_RELATION_ADVISERS,
  CLINCH_RELATION_USERS,
  CLINCH_N_RELATION_SIDES,
} ClinchRelationSide;

/**
 * ClinchRelationStep:
 * @CLINCH_RELATION_IDENTIFIED: we know who it is
 * @CLINCH_RELATION_ACCESS: we have met
 * @CLINCH_RELATION_DIALOGUE: several times or in depth, and we are in touch
 * @CLINCH_RELATION_SUPPORT: a supporter or mentor
 *
 * What a rule asks.
 */
typedef enum
{
  CLINCH_RELATION_IDENTIFIED,
  CLINCH_RELATION_ACCESS,
  CLINCH_RELATION_DIALOGUE,
  CLINCH_RELATION_SUPPORT,
  CLINCH_N_RELATION_STEPS,
} ClinchRelationStep;

/**
 * ClinchRelationRule:
 * @side: for whom it asks
 * @step: what it asks
 * @weight: how much it counts; less than 0 counts as 0
 * @least: so many people have to be so, 1 or more
 */
typedef struct
{
  ClinchRelationSide side;
  ClinchRelationStep step;
  int                weight;
  int                least;
} ClinchRelationRule;

/**
 * ClinchRelationResult:
 * @met: whether the rule is met
 * @n_people: known people of that side
 * @n_met: those of them of whom it is true
 *
 * Why a rule is met or not: @n_met of @n_people, where its least is asked for.
 */
typedef struct
{
  gboolean met;
  int      n_people;
  int      n_met;
} ClinchRelationResult;

/**
 * ClinchRelation:
 * @hundredths: the score in hundredths of a point, 0 to 500
 * @met_weight: weight of the rules that are met
 * @total_weight: weight of all
 */
typedef struct
{
  int    hundredths;
  gint64 met_weight;
  gint64 total_weight;
} ClinchRelation;

#define CLINCH_N_RELATION_RULES (CLINCH_N_RELATION_SIDES * CLINCH_N_RELATION_STEPS)

/**
 * clinch_relation_rules:
 *
 * The twelve rules of a workspace: three sides in four steps each, as ARPEDIO's default rules have
 * them. That decision makers weigh 3, advisers 2 and users 1 is our own default.
 */
extern const ClinchRelationRule clinch_relation_rules[CLINCH_N_RELATION_RULES];

/**
 * clinch_relation_score:
 * @people: (array length=n_people): the people of a customer
 * @n_people: how many
 * @rules: (array length=n_rules): the rules, such as clinch_relation_rules
 * @n_rules: how many
 * @active_warmth: the warmth above which we are in touch, such as %CLINCH_ACTIVE_WARMTH
 * @results: (out caller-allocates) (nullable) (array length=n_rules): what came of each rule
 *
 * The relationship from 0 to 5: 5 × Σ weight of the rules that are met ÷ Σ weight of all (ARPEDIO).
 * Placeholders meet no rule; gatekeepers have no side.
 *
 * Returns: the score and its sum
 */
ClinchRelation clinch_relation_score (const ClinchChainPerson  *people,
                                      gsize                     n_people,
                                      const ClinchRelationRule *rules,
                                      gsize                     n_rules,
                                      int                       active_warmth,
                                      ClinchRelationResult     *results);

/**
 * clinch_relation_is_met_by:
 * @rule: a rule
 * @person: somebody
 * @active_warmth: as for clinch_relation_score()
 *
 * Returns: %TRUE if @person is of the rule's side and the step is true of them
 */
gboolean       clinch_relation_is_met_by (const ClinchRelationRule *rule,
                                          const ClinchChainPerson  *person,
                                          int                       active_warmth);

G_END_DECLS
