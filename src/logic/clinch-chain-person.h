// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The scales are those of Altify's relationship map: political status, buying role, decision
 * orientation, support and coverage. Of each, 0 is what nobody has judged yet. */

typedef enum
{
  CLINCH_ROLE_UNKNOWN,
  CLINCH_ROLE_DECISION_MAKER,
  CLINCH_ROLE_APPROVER,
  CLINCH_ROLE_INFLUENCER,
  CLINCH_ROLE_EVALUATOR,
  CLINCH_ROLE_USER,
  CLINCH_ROLE_GATEKEEPER,
  CLINCH_N_ROLES,
} ClinchBuyingRole;

typedef enum
{
  CLINCH_POWER_UNKNOWN,
  CLINCH_POWER_INNER,
  CLINCH_POWER_STRONG,
  CLINCH_POWER_OUTSIDE,
  CLINCH_N_POWERS,
} ClinchPower;

typedef enum
{
  CLINCH_SUPPORT_UNKNOWN,
  CLINCH_SUPPORT_MENTOR,
  CLINCH_SUPPORT_SUPPORTER,
  CLINCH_SUPPORT_NEUTRAL,
  CLINCH_SUPPORT_DOUBTER,
  CLINCH_SUPPORT_OPPONENT,
  CLINCH_N_SUPPORTS,
} ClinchSupport;

/* In the order of how close we are. */
typedef enum
{
  CLINCH_COVERAGE_UNKNOWN,
  CLINCH_COVERAGE_NONE,
  CLINCH_COVERAGE_BRIEF,
  CLINCH_COVERAGE_SEVERAL,
  CLINCH_COVERAGE_DEEP,
  CLINCH_N_COVERAGES,
} ClinchCoverage;

typedef enum
{
  CLINCH_ORIENTATION_UNKNOWN,
  CLINCH_ORIENTATION_FINANCIAL,
  CLINCH_ORIENTATION_TECHNICAL,
  CLINCH_ORIENTATION_RELATIONSHIP,
  CLINCH_ORIENTATION_BUSINESS,
  CLINCH_N_ORIENTATIONS,
} ClinchOrientation;

/* From the top down. */
typedef enum
{
  CLINCH_LEVEL_UNKNOWN,
  CLINCH_LEVEL_EXECUTIVE,
  CLINCH_LEVEL_DIRECTOR,
  CLINCH_LEVEL_MANAGER,
  CLINCH_LEVEL_STAFF,
  CLINCH_N_LEVELS,
} ClinchLevel;

/* The scales on which a person is judged. */
typedef enum
{
  CLINCH_TRAIT_ROLE,
  CLINCH_TRAIT_POWER,
  CLINCH_TRAIT_SUPPORT,
  CLINCH_TRAIT_COVERAGE,
  CLINCH_TRAIT_ORIENTATION,
  CLINCH_N_TRAITS,
} ClinchTrait;

/**
 * ClinchAssessment:
 * @role: which part the person has in the decision
 * @power: how much the person's word weighs
 * @support: whether the person is for us
 * @coverage: how well we know the person
 * @orientation: what the person looks at
 *
 * How a contact stands, in an opportunity or wherever nothing else is said.
 */
typedef struct
{
  ClinchBuyingRole  role;
  ClinchPower       power;
  ClinchSupport     support;
  ClinchCoverage    coverage;
  ClinchOrientation orientation;
} ClinchAssessment;

/**
 * ClinchChainPerson:
 * @id: key of the contact
 * @department: (nullable): as the contact has it, borrowed
 * @level: level in the customer's organisation
 * @known: whether it is a person; a placeholder stands for somebody who must exist
 * @assessment: how the person stands
 * @last_contact: the last contact, Unix seconds, 0 if there was none
 * @warmth: 0 to 100, as clinch_engagement() gives it
 * @cold_days: days of silence from which on it is too long, as the limit of clinch_rhythm(); 0 if
 *   nobody can say
 *
 * Somebody at the customer.
 */
typedef struct
{
  gint64           id;
  const char      *department;
  ClinchLevel      level;
  gboolean         known;
  ClinchAssessment assessment;
  gint64           last_contact;
  int              warmth;
  int              cold_days;
} ClinchChainPerson;

/**
 * clinch_buying_role_from_code:
 * @code: (nullable): a stored code
 *
 * Returns: the role; unknown for what is not known. So do its siblings
 */
ClinchBuyingRole  clinch_buying_role_from_code    (const char              *code);

/**
 * clinch_power_from_code:
 * @code: (nullable): a stored code
 *
 * Returns: the power
 */
ClinchPower       clinch_power_from_code          (const char              *code);

/**
 * clinch_support_from_code:
 * @code: (nullable): a stored code
 *
 * Returns: the support
 */
ClinchSupport     clinch_support_from_code        (const char              *code);

/**
 * clinch_coverage_from_code:
 * @code: (nullable): a stored code
 *
 * Returns: the coverage
 */
ClinchCoverage    clinch_coverage_from_code       (const char              *code);

/**
 * clinch_orientation_from_code:
 * @code: (nullable): a stored code
 *
 * Returns: the orientation
 */
ClinchOrientation clinch_orientation_from_code    (const char              *code);

/**
 * clinch_level_from_code:
 * @code: (nullable): a stored code
 *
 * Returns: the level
 */
ClinchLevel       clinch_level_from_code          (const char              *code);

/**
 * clinch_level_code:
 * @level: a level
 *
 * Returns: (transfer none) (nullable): its stored code
 */
const char       *clinch_level_code               (ClinchLevel              level);

/**
 * clinch_assessment_set:
 * @assessment: what is said of a person so far
 * @trait: a scale
 * @code: (nullable): a stored code
 *
 * Sets one scale, and leaves it as it is where the code says nothing; whatever is set last counts.
 *
 * Returns: %TRUE if it was set
 */
gboolean          clinch_assessment_set           (ClinchAssessment        *assessment,
                                                   ClinchTrait              trait,
                                                   const char              *code);

/**
 * clinch_assessment_get:
 * @assessment: how a person stands
 * @trait: a scale
 *
 * Returns: the value of that scale's enumeration, 0 for what nobody has judged
 */
int               clinch_assessment_get           (const ClinchAssessment  *assessment,
                                                   ClinchTrait              trait);

/**
 * clinch_chain_person_is_key:
 * @person: somebody
 *
 * Returns: %TRUE for a key player: of the inner circle, or with power of office (Altify)
 */
gboolean          clinch_chain_person_is_key      (const ClinchChainPerson *person);

/**
 * clinch_chain_person_matters:
 * @person: somebody
 *
 * Returns: %TRUE for a known person whose silence or doubt matters: a key player, decision maker or
 *   approver
 */
gboolean          clinch_chain_person_matters     (const ClinchChainPerson *person);

/**
 * clinch_chain_person_supports:
 * @person: somebody
 *
 * Returns: %TRUE for a mentor or supporter
 */
gboolean          clinch_chain_person_supports    (const ClinchChainPerson *person);

/**
 * clinch_chain_person_is_against:
 * @person: somebody
 *
 * Returns: %TRUE for a doubter or opponent
 */
gboolean          clinch_chain_person_is_against  (const ClinchChainPerson *person);

/**
 * clinch_chain_person_is_reached:
 * @person: somebody
 *
 * Returns: %TRUE if we have met: so it was judged, or a contact was logged
 */
gboolean          clinch_chain_person_is_reached  (const ClinchChainPerson *person);

/**
 * clinch_chain_person_is_active:
 * @person: somebody
 * @warmth: the warmth above which a contact is active, %CLINCH_ACTIVE_WARMTH
 *
 * Returns: %TRUE if we are in touch
 */
gboolean          clinch_chain_person_is_active   (const ClinchChainPerson *person,
                                                   int                      warmth);

G_END_DECLS
