// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-customer-profile.h"
#include "clinch-decision-chain.h"

G_BEGIN_DECLS

/**
 * ClinchBriefPerson:
 * @figure: the person, of the brief's chain
 * @depth: how many stand above them
 *
 * Somebody at the customer, in the order of the reporting lines.
 */
typedef struct
{
  const ClinchChainFigure *figure;
  int                      depth;
} ClinchBriefPerson;

/**
 * ClinchBriefTalk:
 * @id: key of the follow-up
 * @when: when it was, in words
 * @way: how, with whom and by which of us: “Visit · 刘建国 · 王敏”
 * @text: what was said
 *
 * A time the two sides were in touch.
 */
typedef struct
{
  gint64 id;
  char  *when;
  char  *way;
  char  *text;
} ClinchBriefTalk;

/**
 * ClinchBriefDeal:
 * @id: key of the opportunity
 * @name: what it is called
 * @stage: its stage
 * @amount: its amount in words, "" if it has none
 * @expected: when it is to be signed, in words, "" if nobody said
 * @next_step: what is to be done next, "" if nothing
 * @next_date: when, "" if nobody said
 * @overdue: whether that is past
 *
 * An opportunity that is open.
 */
typedef struct
{
  gint64   id;
  char    *name;
  char    *stage;
  char    *amount;
  char    *expected;
  char    *next_step;
  char    *next_date;
  gboolean overdue;
} ClinchBriefDeal;

/**
 * ClinchBriefGoal:
 * @name: what we want to reach
 * @due: until when, in words, "" if nobody said
 * @state: how it stands
 *
 * An objective with the customer that was not dropped.
 */
typedef struct
{
  char *name;
  char *due;
  char *state;
} ClinchBriefGoal;

/**
 * ClinchBriefMaterial:
 * @id: key of the material
 * @name: its title
 * @about: its kind, for which industry and product, as of when: “Similar Case · Manufacturing ·
 *   Nov 5”
 * @shown: when it was last shown to the customer, in words; "" for never
 *
 * Something worth showing: a reason to be in touch.
 */
typedef struct
{
  gint64 id;
  char  *name;
  char  *about;
  char  *shown;
} ClinchBriefMaterial;

/**
 * ClinchBriefQuestion:
 * @person: key of the contact whom it is about, 0 for nobody
 * @text: it as it is asked
 *
 * What to ask, or to answer: what is not known of the people, what the proposals do not answer, and
 * what is missing in the profile.
 */
typedef struct
{
  gint64 person;
  char  *text;
} ClinchBriefQuestion;

/**
 * ClinchVisitBrief:
 * @now: the instant for which it holds, Unix seconds
 * @customer: the customer, borrowed from @profile
 * @owner: whose customer it is
 * @about: what else is to be known at once: industry, region, parent; "" for nothing
 * @profile: the profile
 * @chain: the decision chain of the customer as a whole
 * @people: (element-type ClinchBriefPerson): whoever reports to somebody follows behind
 * @talks: (element-type ClinchBriefTalk): when we were last in touch, the newest first
 * @questions: (element-type ClinchBriefQuestion): about the people, then about requirements of open
 *   opportunities that nothing answers yet
 * @materials: (element-type ClinchBriefMaterial): at most five; what is for the customer's industry
 *   or about a product of an open opportunity comes before what is for anybody, and the newest
 *   first
 * @deals: (element-type ClinchBriefDeal): open opportunities, the first to be signed first
 * @goals: (element-type ClinchBriefGoal): objectives, the first one due first
 *
 * What one wants to know before a visit: for a page, and for paper. In the reader's language; a
 * reading of one moment.
 */
typedef struct
{
  gint64                 now;
  const ClinchRow       *customer;
  char                  *owner;
  char                  *about;
  ClinchCustomerProfile *profile;
  ClinchDecisionChain   *chain;
  GArray                *people;
  GPtrArray             *questions;
  GPtrArray             *talks;
  GPtrArray             *materials;
  GPtrArray             *deals;
  GPtrArray             *goals;
} ClinchVisitBrief;

/**
 * clinch_visit_brief_load:
 * @db: a workspace
 * @customer_id: key of a customer
 * @now: the current instant, Unix seconds
 * @on_paper: whether dates are to hold on another day too, instead of “today” and “tomorrow”
 * @error: where the reason goes
 *
 * Reads what belongs to the customer by its indexes; runs in a job.
 *
 * Returns: (transfer full) (nullable): the brief
 */
ClinchVisitBrief *clinch_visit_brief_load (ClinchDb          *db,
                                           gint64             customer_id,
                                           gint64             now,
                                           gboolean           on_paper,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_brief_next_step:
 * @deal: an open opportunity
 *
 * Returns: (transfer full): when what is to be done next, “–” for nothing
 */
char             *clinch_brief_next_step  (const ClinchBriefDeal *deal) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_visit_brief_free:
 * @self: (transfer full): a brief
 */
void              clinch_visit_brief_free (ClinchVisitBrief  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchVisitBrief, clinch_visit_brief_free)

G_END_DECLS
