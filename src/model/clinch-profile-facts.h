// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-people.h"
#include "clinch-date.h"
#include "clinch-profile-rules.h"

G_BEGIN_DECLS

/**
 * ClinchBusiness:
 * @open: what is open, minor units of the customer's currency
 * @probability: of what is open, weighted by the amounts, percent; -1 with nothing open
 * @key_date: the earliest expected signing among what is open, ISO; empty without one
 * @won: won in the last three years
 * @won_recent: won in the last twelve months
 * @won_before: won in the twelve months before those
 *
 * The customer's opportunities in its own currency.
 */
typedef struct
{
  gint64 open;
  int    probability;
  char   key_date[CLINCH_DATE_SIZE];
  gint64 won;
  gint64 won_recent;
  gint64 won_before;
} ClinchBusiness;

/**
 * ClinchDimensionValue:
 * @value: 0 to 100, or %CLINCH_PROFILE_UNKNOWN
 * @known_on: since when it holds, ISO; today for what is worked out, empty if unknown
 * @number: the figure behind it, where a measure is
 * @rung: the tag of the ladder that the figure reaches, -1 without
 */
typedef struct
{
  int    value;
  char   known_on[CLINCH_DATE_SIZE];
  gint64 number;
  int    rung;
} ClinchDimensionValue;

/**
 * ClinchProfileFacts:
 * @customer: the customer
 * @business: its opportunities
 * @values: (element-type ClinchDimensionValue): one for each dimension in use
 * @tags: (element-type ClinchRow): the customer's tags, see %CLINCH_KIND_CUSTOMER_TAG
 *
 * All that a customer's profile is worked out from.
 */
typedef struct
{
  ClinchRow     *customer;
  ClinchBusiness business;
  GArray        *values;
  GPtrArray     *tags;
} ClinchProfileFacts;

/**
 * clinch_profile_facts_load:
 * @db: a workspace
 * @rules: its rules
 * @customer_id: key of a customer
 * @now: the instant for which it is worked out, Unix seconds
 * @as_it_was: whether tags and fields are taken as the log had them at @now, for an instant of the
 *   past
 * @error: where the reason goes
 *
 * Reads what belongs to the customer, by indexes.
 *
 * Returns: (transfer full) (nullable): the facts
 */
ClinchProfileFacts *
clinch_profile_facts_load (ClinchDb                  *db,
                           const ClinchProfileRules  *rules,
                           gint64                     customer_id,
                           gint64                     now,
                           gboolean                   as_it_was,
                           GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_profile_facts_load_on:
 * @db: a workspace
 * @rules: its rules
 * @customer_id: key of a customer
 * @now: the instant for which it is worked out, Unix seconds
 * @today: ISO date that @now had where it was worked out
 * @error: where the reason goes
 *
 * As clinch_profile_facts_load(), for another time zone than that of this computer now.
 *
 * Returns: (transfer full) (nullable): the facts
 */
ClinchProfileFacts *
clinch_profile_facts_load_on (ClinchDb                  *db,
                              const ClinchProfileRules  *rules,
                              gint64                     customer_id,
                              gint64                     now,
                              const char                *today,
                              GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_profile_facts_renew_people:
 * @db: a workspace
 * @rules: its rules
 * @customer: a customer whose figures were worked out today, by these rules
 * @now: the current instant, Unix seconds
 * @error: where the reason goes
 *
 * Takes the values that stand in the workspace and works those out anew that follow from people.
 * Neither business nor tags are read, nor is known since when a value holds.
 *
 * Returns: (transfer full) (nullable): the facts
 */
ClinchProfileFacts *
clinch_profile_facts_renew_people (ClinchDb                  *db,
                                   const ClinchProfileRules  *rules,
                                   ClinchRow                 *customer,
                                   gint64                     now,
                                   GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_profile_last_contact:
 * @db: a workspace
 * @customer_id: key of a customer
 * @last: (out): when somebody was last in touch, Unix seconds, 0 for never
 * @error: where the reason goes
 *
 * Returns: %TRUE on success
 */
gboolean clinch_profile_last_contact (ClinchDb  *db,
                                      gint64     customer_id,
                                      gint64    *last,
                                      GError   **error);

/**
 * clinch_profile_stored_values:
 * @db: a workspace
 * @rules: its rules
 * @customer_id: key of a customer
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable): the values that stand in the workspace, by the place of
 *   their dimension in the rules; %CLINCH_PROFILE_UNKNOWN where none does
 */
int     *clinch_profile_stored_values (ClinchDb                  *db,
                                       const ClinchProfileRules  *rules,
                                       gint64                     customer_id,
                                       GError                   **error)
                                       G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_profile_facts_score:
 * @self: facts
 * @rules: the rules they were read with
 * @steps: (out caller-allocates) (nullable): as in clinch_profile_score()
 *
 * Returns: the score
 */
ClinchProfileScore clinch_profile_facts_score (const ClinchProfileFacts *self,
                                               const ClinchProfileRules *rules,
                                               ClinchProfileStep        *steps);

/**
 * clinch_profile_facts_free:
 * @self: facts
 */
void clinch_profile_facts_free (ClinchProfileFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchProfileFacts, clinch_profile_facts_free)

G_END_DECLS
