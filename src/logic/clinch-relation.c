// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-relation.h"

#include "clinch-ratio.h"

#define MOST_HUNDREDTHS 500

const ClinchRelationRule clinch_relation_rules[CLINCH_N_RELATION_RULES] = {
  { CLINCH_RELATION_DECISION_MAKERS, CLINCH_RELATION_IDENTIFIED, 3, 1 },
  { CLINCH_RELATION_DECISION_MAKERS, CLINCH_RELATION_ACCESS, 3, 1 },
  { CLINCH_RELATION_DECISION_MAKERS, CLINCH_RELATION_DIALOGUE, 3, 1 },
  { CLINCH_RELATION_DECISION_MAKERS, CLINCH_RELATION_SUPPORT, 3, 1 },
  { CLINCH_RELATION_ADVISERS, CLINCH_RELATION_IDENTIFIED, 2, 1 },
  { CLINCH_RELATION_ADVISERS, CLINCH_RELATION_ACCESS, 2, 1 },
  { CLINCH_RELATION_ADVISERS, CLINCH_RELATION_DIALOGUE, 2, 1 },
  { CLINCH_RELATION_ADVISERS, CLINCH_RELATION_SUPPORT, 2, 1 },
  { CLINCH_RELATION_USERS, CLINCH_RELATION_IDENTIFIED, 1, 1 },
  { CLINCH_RELATION_USERS, CLINCH_RELATION_ACCESS, 1, 1 },
  { CLINCH_RELATION_USERS, CLINCH_RELATION_DIALOGUE, 1, 1 },
  { CLINCH_RELATION_USERS, CLINCH_RELATION_SUPPORT, 1, 1 },
};

static gboolean
is_of_side (const ClinchChainPerson *person,
            ClinchRelationSide       side)
{
  if (!person->known)
    return FALSE;

  switch (person->assessment.role)
    {
    case CLINCH_ROLE_DECISION_MAKER:
      return side == CLINCH_RELATION_DECISION_MAKERS;
    case CLINCH_ROLE_APPROVER:
    case CLINCH_ROLE_INFLUENCER:
    case CLINCH_ROLE_EVALUATOR:
      return side == CLINCH_RELATION_ADVISERS;
    case CLINCH_ROLE_USER:
      return side == CLINCH_RELATION_USERS;
    case CLINCH_ROLE_UNKNOWN:
    case CLINCH_ROLE_GATEKEEPER:
    case CLINCH_N_ROLES:
    default:
      return FALSE;
    }
}

gboolean
clinch_relation_is_met_by (const ClinchRelationRule *rule,
                           const ClinchChainPerson  *person,
                           int                       active_warmth)
{
  if (!is_of_side (person, rule->side))
    return FALSE;

  switch (rule->step)
    {
    case CLINCH_RELATION_IDENTIFIED:
      return TRUE;
    case CLINCH_RELATION_ACCESS:
      return clinch_chain_person_is_reached (person);
    case CLINCH_RELATION_DIALOGUE:
      return person->assessment.coverage >= CLINCH_COVERAGE_SEVERAL
             && clinch_chain_person_is_active (person, active_warmth);
    case CLINCH_RELATION_SUPPORT:
      return clinch_chain_person_supports (person);
    case CLINCH_N_RELATION_STEPS:
    default:
      return FALSE;
    }
}

ClinchRelation
clinch_relation_score (const ClinchChainPerson  *people,
                       gsize                     n_people,
                       const ClinchRelationRule *rules,
                       gsize                     n_rules,
                       int                       active_warmth,
                       ClinchRelationResult     *results)
{
  ClinchRelation relation = { 0, };

  for (gsize i = 0; i < n_rules; i++)
    {
      ClinchRelationResult result = { 0, };

      for (gsize j = 0; j < n_people; j++)
        {
          result.n_people += is_of_side (&people[j], rules[i].side) ? 1 : 0;
          result.n_met += clinch_relation_is_met_by (&rules[i], &people[j], active_warmth) ? 1 : 0;
        }
      result.met = result.n_met >= MAX (rules[i].least, 1);

      relation.total_weight += MAX (rules[i].weight, 0);
      relation.met_weight += result.met ? MAX (rules[i].weight, 0) : 0;
      if (results != NULL)
        results[i] = result;
    }
  relation.hundredths = (int) clinch_scale_rounded (relation.met_weight, MOST_HUNDREDTHS,
                                                    relation.total_weight);

  return relation;
}
