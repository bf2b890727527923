// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-person.h"
#include "clinch-db.h"
#include "clinch-engagement.h"

G_BEGIN_DECLS

/* Days of contacts that are read; what is older adds nothing to speak of to an engagement. */
#define CLINCH_CHAIN_EVENT_DAYS 365

/**
 * ClinchStanding:
 * @assessments: (nullable): by #ClinchTrait, the assessment that says it; %NULL where none does
 *
 * Where the values of a person's assessment come from.
 */
typedef struct
{
  const ClinchRow *assessments[CLINCH_N_TRAITS];
} ClinchStanding;

/**
 * ClinchChainPeople:
 * @people: (element-type ClinchChainPerson): in the order of their names
 * @contacts: (element-type ClinchRow): the contact of each
 * @rhythms: (element-type ClinchRhythm): the rhythm of each
 * @standings: (element-type ClinchStanding): where the assessment of each comes from
 * @events: (element-type GArray): the contacts of a year with each, #ClinchEngagementEvent
 * @authors: (element-type GArray): the member behind each of these events, gint64
 *
 * The people of a customer, as the rules of the decision chain want them.
 */
typedef struct
{
  GArray    *people;
  GPtrArray *contacts;
  GArray    *rhythms;
  GArray    *standings;
  GPtrArray *events;
  GPtrArray *authors;
  /*< private >*/
  GPtrArray *assessments;
} ClinchChainPeople;

/**
 * clinch_chain_people_load:
 * @db: a workspace
 * @customer_id: key of a customer
 * @opportunity_id: key of the opportunity whose assessments come first, 0 for the customer's own
 *   alone
 * @now: the current instant, Unix seconds
 * @error: where the reason goes
 *
 * Reads contacts, assessments and the follow-ups of a year by their indexes; what it costs depends
 * on this customer alone.
 *
 * Returns: (transfer full) (nullable): the people
 */
ClinchChainPeople *clinch_chain_people_load (ClinchDb           *db,
                                             gint64              customer_id,
                                             gint64              opportunity_id,
                                             gint64              now,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_people_outline:
 * @db: a workspace
 * @customer_id: key of a customer
 * @now: the current instant, Unix seconds
 * @error: where the reason goes
 *
 * Reads of the same people what says whom we reach and how warm they are: department, level,
 * whether somebody is known, the coverage of the assessment, warmth and the last contact. It is
 * read with each step that touches the customer, and so no more of it.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchChainPerson): the people, in no order
 */
GArray            *clinch_chain_people_outline (ClinchDb        *db,
                                                gint64           customer_id,
                                                gint64           now,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_people_free:
 * @self: people
 */
void               clinch_chain_people_free (ClinchChainPeople  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchChainPeople, clinch_chain_people_free)

G_END_DECLS
