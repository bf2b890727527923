// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-people.h"

G_BEGIN_DECLS

/**
 * ClinchChainMember:
 * @id: key of one of us
 * @name: their name
 * @warmth: how warm all of the customer's people are with them together, 0 to 100
 * @hundredths: the engagement behind it, in hundredths of a point
 *
 * One of us who has met people of the customer, or who answers for it.
 */
typedef struct
{
  gint64 id;
  char  *name;
  int    warmth;
  gint64 hundredths;
} ClinchChainMember;

/**
 * ClinchChainPair:
 * @warmth: how warm the two are, 0 to 100
 * @hundredths: the engagement behind it, in hundredths of a point
 * @n_contacts: how often they were in touch within a year, notes left out
 * @last_at: when they were last, Unix seconds; 0 for never
 *
 * One of us and one of the customer's people.
 */
typedef struct
{
  int    warmth;
  gint64 hundredths;
  int    n_contacts;
  gint64 last_at;
} ClinchChainPair;

/**
 * ClinchChainMatrix:
 * @members: (element-type ClinchChainMember): our side, the warmest first
 * @pairs: (element-type ClinchChainPair): a row of the people for each member
 * @n_people: how many people a row has
 *
 * Our people against theirs.
 */
typedef struct
{
  GPtrArray *members;
  GArray    *pairs;
  guint      n_people;
} ClinchChainMatrix;

/**
 * clinch_chain_matrix_new:
 * @db: a workspace, for the names
 * @people: the people of a customer with their events
 * @owners: (array length=n_owners): members who are on our side even if they met nobody; 0 is
 *   passed over
 * @n_owners: how many
 * @now: the current instant, Unix seconds
 *
 * Returns: (transfer full): the matrix
 */
ClinchChainMatrix     *clinch_chain_matrix_new  (ClinchDb                 *db,
                                                 const ClinchChainPeople  *people,
                                                 const gint64             *owners,
                                                 gsize                     n_owners,
                                                 gint64                    now)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_matrix_free:
 * @self: (transfer full): a matrix
 */
void                   clinch_chain_matrix_free (ClinchChainMatrix        *self);

/**
 * clinch_chain_matrix_pair:
 * @self: a matrix
 * @member: place of one of us
 * @person: place of a person
 *
 * Returns: (transfer none): how the two stand
 */
const ClinchChainPair *clinch_chain_matrix_pair (const ClinchChainMatrix  *self,
                                                 guint                     member,
                                                 guint                     person);

/**
 * clinch_chain_matrix_best:
 * @self: a matrix
 * @person: place of a person
 *
 * Returns: place of the one of us who knows that person best, -1 where nobody was ever in touch
 */
int                    clinch_chain_matrix_best (const ClinchChainMatrix  *self,
                                                 guint                     person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchChainMatrix, clinch_chain_matrix_free)

G_END_DECLS
