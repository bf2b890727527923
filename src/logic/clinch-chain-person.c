// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-chain-person.h"

#include "clinch-code.h"

static const char * const role_codes[CLINCH_N_ROLES] = {
  [CLINCH_ROLE_DECISION_MAKER] = "decision-maker",
  [CLINCH_ROLE_APPROVER] = "approver",
  [CLINCH_ROLE_INFLUENCER] = "influencer",
  [CLINCH_ROLE_EVALUATOR] = "evaluator",
  [CLINCH_ROLE_USER] = "user",
  [CLINCH_ROLE_GATEKEEPER] = "gatekeeper",
};

static const char * const power_codes[CLINCH_N_POWERS] = {
  [CLINCH_POWER_INNER] = "inner",
  [CLINCH_POWER_STRONG] = "strong",
  [CLINCH_POWER_OUTSIDE] = "outside",
};

static const char * const support_codes[CLINCH_N_SUPPORTS] = {
  [CLINCH_SUPPORT_MENTOR] = "mentor",
  [CLINCH_SUPPORT_SUPPORTER] = "supporter",
  [CLINCH_SUPPORT_NEUTRAL] = "neutral",
  [CLINCH_SUPPORT_DOUBTER] = "doubter",
  [CLINCH_SUPPORT_OPPONENT] = "opponent",
};

static const char * const coverage_codes[CLINCH_N_COVERAGES] = {
  [CLINCH_COVERAGE_NONE] = "none",
  [CLINCH_COVERAGE_BRIEF] = "brief",
  [CLINCH_COVERAGE_SEVERAL] = "several",
  [CLINCH_COVERAGE_DEEP] = "deep",
};

static const char * const orientation_codes[CLINCH_N_ORIENTATIONS] = {
  [CLINCH_ORIENTATION_FINANCIAL] = "financial",
  [CLINCH_ORIENTATION_TECHNICAL] = "technical",
  [CLINCH_ORIENTATION_RELATIONSHIP] = "relationship",
  [CLINCH_ORIENTATION_BUSINESS] = "business",
};

static const char * const level_codes[CLINCH_N_LEVELS] = {
  [CLINCH_LEVEL_EXECUTIVE] = "executive",
  [CLINCH_LEVEL_DIRECTOR] = "director",
  [CLINCH_LEVEL_MANAGER] = "manager",
  [CLINCH_LEVEL_STAFF] = "staff",
};

ClinchBuyingRole
clinch_buying_role_from_code (const char *code)
{
  return (ClinchBuyingRole) clinch_code_find (role_codes, CLINCH_N_ROLES, code);
}

ClinchPower
clinch_power_from_code (const char *code)
{
  return (ClinchPower) clinch_code_find (power_codes, CLINCH_N_POWERS, code);
}

ClinchSupport
clinch_support_from_code (const char *code)
{
  return (ClinchSupport) clinch_code_find (support_codes, CLINCH_N_SUPPORTS, code);
}

ClinchCoverage
clinch_coverage_from_code (const char *code)
{
  return (ClinchCoverage) clinch_code_find (coverage_codes, CLINCH_N_COVERAGES, code);
}

ClinchOrientation
clinch_orientation_from_code (const char *code)
{
  return (ClinchOrientation) clinch_code_find (orientation_codes, CLINCH_N_ORIENTATIONS, code);
}

ClinchLevel
clinch_level_from_code (const char *code)
{
  return (ClinchLevel) clinch_code_find (level_codes, CLINCH_N_LEVELS, code);
}

const char *
clinch_level_code (ClinchLevel level)
{
  return level_codes[level];
}

gboolean
clinch_assessment_set (ClinchAssessment *assessment,
                       ClinchTrait       trait,
                       const char       *code)
{
  ClinchAssessment judged = *assessment;

  switch (trait)
    {
    case CLINCH_TRAIT_ROLE:
      judged.role = clinch_buying_role_from_code (code);
      break;
    case CLINCH_TRAIT_POWER:
      judged.power = clinch_power_from_code (code);
      break;
    case CLINCH_TRAIT_SUPPORT:
      judged.support = clinch_support_from_code (code);
      break;
    case CLINCH_TRAIT_COVERAGE:
      judged.coverage = clinch_coverage_from_code (code);
      break;
    case CLINCH_TRAIT_ORIENTATION:
      judged.orientation = clinch_orientation_from_code (code);
      break;
    case CLINCH_N_TRAITS:
    default:
      return FALSE;
    }
  if (clinch_assessment_get (&judged, trait) == 0)
    return FALSE;

  *assessment = judged;
  return TRUE;
}

int
clinch_assessment_get (const ClinchAssessment *assessment,
                       ClinchTrait             trait)
{
  const int values[CLINCH_N_TRAITS] = {
    [CLINCH_TRAIT_ROLE] = (int) assessment->role,
    [CLINCH_TRAIT_POWER] = (int) assessment->power,
    [CLINCH_TRAIT_SUPPORT] = (int) assessment->support,
    [CLINCH_TRAIT_COVERAGE] = (int) assessment->coverage,
    [CLINCH_TRAIT_ORIENTATION] = (int) assessment->orientation,
  };

  return values[trait];
}

gboolean
clinch_chain_person_is_key (const ClinchChainPerson *person)
{
  return person->assessment.power == CLINCH_POWER_INNER
         || person->assessment.power == CLINCH_POWER_STRONG;
}

gboolean
clinch_chain_person_matters (const ClinchChainPerson *person)
{
  return person->known
         && (clinch_chain_person_is_key (person)
             || person->assessment.role == CLINCH_ROLE_DECISION_MAKER
             || person->assessment.role == CLINCH_ROLE_APPROVER);
}

gboolean
clinch_chain_person_supports (const ClinchChainPerson *person)
{
  return person->assessment.support == CLINCH_SUPPORT_MENTOR
         || person->assessment.support == CLINCH_SUPPORT_SUPPORTER;
}

gboolean
clinch_chain_person_is_against (const ClinchChainPerson *person)
{
  return person->assessment.support == CLINCH_SUPPORT_DOUBTER
         || person->assessment.support == CLINCH_SUPPORT_OPPONENT;
}

gboolean
clinch_chain_person_is_reached (const ClinchChainPerson *person)
{
  return person->known
         && (person->last_contact > 0 || person->assessment.coverage >= CLINCH_COVERAGE_BRIEF);
}

gboolean
clinch_chain_person_is_active (const ClinchChainPerson *person,
                               int                      warmth)
{
  return person->known && person->warmth > warmth;
}
