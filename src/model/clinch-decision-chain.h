// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain.h"
#include "clinch-chain-coverage.h"
#include "clinch-chain-matrix.h"
#include "clinch-chain-people.h"
#include "clinch-relation.h"

G_BEGIN_DECLS

/**
 * ClinchChainOrigin:
 * @CLINCH_CHAIN_NOT_JUDGED: nobody has said it
 * @CLINCH_CHAIN_FOR_CUSTOMER: it was said for all of the customer's opportunities
 * @CLINCH_CHAIN_FOR_OPPORTUNITY: it was said for this opportunity
 */
typedef enum
{
  CLINCH_CHAIN_NOT_JUDGED,
  CLINCH_CHAIN_FOR_CUSTOMER,
  CLINCH_CHAIN_FOR_OPPORTUNITY,
} ClinchChainOrigin;

/**
 * ClinchChainValue:
 * @code: (nullable): what was judged, a code of the field's choice, interned; %NULL for nothing
 * @label: it in the reader's language; %NULL for nothing
 * @origin: whether that was said for the opportunity, or for all of the customer's
 * @assessment: (nullable): the record that says it, with source, confidence and note
 *
 * How a person stands on one scale.
 */
typedef struct
{
  const char       *code;
  const char       *label;
  ClinchChainOrigin origin;
  const ClinchRow  *assessment;
} ClinchChainValue;

/**
 * ClinchChainFigure:
 * @id: key of the contact
 * @contact: the contact: name, title, department, ways to reach them
 * @person: what the rules of the decision chain are told of them: whether they are known, level,
 *   judgements, last contact, warmth
 * @values: their judgements in words, by #ClinchTrait
 * @rhythm: their own rhythm: usual gap, silence, whether they have gone cold, when they are due
 * @reports_to: place of whom they report to in the chain's people, -1 for nobody there
 * @facts: (element-type ClinchRow): what is known of them (%CLINCH_KIND_FACT), newest first
 * @best_member: place of the one of us who knows them best in the matrix, -1 for nobody
 * @silence: a sentence on the last contact and their rhythm
 *
 * Somebody at the customer as they are shown; a placeholder is one that nobody knows yet.
 */
typedef struct
{
  gint64                   id;
  const ClinchRow         *contact;
  const ClinchChainPerson *person;
  ClinchChainValue         values[CLINCH_N_TRAITS];
  const ClinchRhythm      *rhythm;
  int                      reports_to;
  GPtrArray               *facts;
  int                      best_member;
  char                    *silence;
} ClinchChainFigure;

/**
 * ClinchChainInfluence:
 * @id: key of the record (%CLINCH_KIND_INFLUENCE)
 * @from: place of whom it comes from in the chain's people
 * @to: place of whom it goes to
 * @code: "influences", "trusts" or "rivals", interned
 * @label: it in the reader's language
 * @note: (nullable): what was said with it
 *
 * A line of influence.
 */
typedef struct
{
  gint64      id;
  int         from;
  int         to;
  const char *code;
  const char *label;
  char       *note;
} ClinchChainInfluence;

/**
 * ClinchChainNotice:
 * @finding: the finding: kind, severity, step, figures, keys of the people concerned
 * @title: a sentence that says it
 * @why: a sentence with the figures behind it
 * @advice: what to ask or to do about it
 * @step_label: the one step on a button, “Plan a Visit”
 *
 * A finding in the reader's language.
 */
typedef struct
{
  const ClinchFinding *finding;
  char                *title;
  char                *why;
  char                *advice;
  const char          *step_label;
} ClinchChainNotice;

/**
 * ClinchChainAsk:
 * @question: the question: kind and whom it is about
 * @text: it as it is asked at the customer, or of ourselves
 *
 * A question in the reader's language.
 */
typedef struct
{
  const ClinchQuestion *question;
  char                 *text;
} ClinchChainAsk;

/**
 * ClinchChainVerdict:
 * @rule: the rule: side, step, weight
 * @result: whether it is met, and by how many of how many
 * @title: what it asks for, “We have met a decision maker”
 * @why: a sentence that says who meets it, or why nobody does
 * @people: (element-type gint64): keys of those who meet it
 *
 * One of the twelve rules behind the relationship score.
 */
typedef struct
{
  const ClinchRelationRule *rule;
  ClinchRelationResult      result;
  const char               *title;
  char                     *why;
  GArray                   *people;
} ClinchChainVerdict;

/**
 * ClinchChainHelp:
 * @request: the record (%CLINCH_KIND_HELP_REQUEST): brief, state, due day, outcome
 * @asked: who of us is asked
 * @asker: who asks, "" if nobody said
 * @state: its state in the reader's language
 *
 * One of us who is asked to join.
 */
typedef struct
{
  ClinchRow  *request;
  char       *asked;
  char       *asker;
  const char *state;
} ClinchChainHelp;

/**
 * ClinchDecisionChain:
 * @customer: the customer
 * @opportunity: (nullable): the opportunity whose judgements come first; %NULL for the customer as
 *   a whole
 * @now: the instant for which it holds, Unix seconds
 * @phase: what is asked of it; early for a customer as a whole
 * @people: (element-type ClinchChainFigure): in the order of their names
 * @lines: (element-type ClinchChainInfluence): lines of influence between them
 * @coverage: whom we have met, by department and level
 * @threads: by how many threads we hang
 * @threads_label: it as a sentence
 * @status: how far the map has come
 * @status_label: it as a sentence
 * @completeness: how much of the map is known
 * @notices: (element-type ClinchChainNotice): what it lacks, the worst first
 * @questions: (element-type ClinchChainAsk): what to ask, what matters most first
 * @relation: the relationship score and its sum
 * @verdicts: (element-type ClinchChainVerdict): the twelve rules behind it
 * @matrix: our people against theirs, with the places of @people
 * @help: (element-type ClinchChainHelp): requests for help, those that wait first, then the newest
 *
 * Everything that a page, a command and a dossier show of a decision chain; a reading of one
 * moment, in the reader's language, that borrows nothing from outside.
 */
typedef struct
{
  ClinchRow               *customer;
  ClinchRow               *opportunity;
  gint64                   now;
  ClinchChainPhase         phase;
  GPtrArray               *people;
  GPtrArray               *lines;
  ClinchChainCoverage     *coverage;
  ClinchChainThreads       threads;
  char                    *threads_label;
  ClinchMapStatus          status;
  const char              *status_label;
  ClinchChainCompleteness  completeness;
  GPtrArray               *notices;
  GPtrArray               *questions;
  ClinchRelation           relation;
  GPtrArray               *verdicts;
  ClinchChainMatrix       *matrix;
  GPtrArray               *help;
  /*< private >*/
  GHashTable              *places;
  ClinchChainPeople       *source;
  GPtrArray               *findings;
  GArray                  *asks;
} ClinchDecisionChain;

/**
 * clinch_decision_chain_load:
 * @db: a workspace
 * @customer_id: key of a customer; 0 to take the opportunity's
 * @opportunity_id: key of one of its opportunities, 0 for the customer as a whole
 * @now: the current instant, Unix seconds
 * @error: %CLINCH_STORE_ERROR_NOT_FOUND where there is no such record,
 *   %CLINCH_STORE_ERROR_REFUSED where the opportunity is another customer's
 *
 * Reads what belongs to the customer by its indexes; runs in a job.
 *
 * Returns: (transfer full) (nullable): the decision chain
 */
ClinchDecisionChain *
clinch_decision_chain_load (ClinchDb  *db,
                            gint64     customer_id,
                            gint64     opportunity_id,
                            gint64     now,
                            GError   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_decision_chain_free:
 * @self: (transfer full): a decision chain
 */
void                     clinch_decision_chain_free   (ClinchDecisionChain       *self);

/**
 * clinch_decision_chain_person:
 * @self: a decision chain
 * @index: place of a person
 *
 * Returns: (transfer none): the person
 */
const ClinchChainFigure *clinch_decision_chain_person (const ClinchDecisionChain *self,
                                                       guint                      index);

/**
 * clinch_decision_chain_find:
 * @self: a decision chain
 * @contact_id: key of a contact
 *
 * Returns: the place of the person, -1 if they are not there
 */
int                      clinch_decision_chain_find   (const ClinchDecisionChain *self,
                                                       gint64                     contact_id);

/**
 * clinch_decision_chain_name:
 * @self: a decision chain
 * @index: place of a person
 *
 * Returns: (transfer none): what the person, or the placeholder, is called
 */
const char              *clinch_decision_chain_name   (const ClinchDecisionChain *self,
                                                       guint                      index);

/**
 * clinch_decision_chain_names:
 * @self: a decision chain
 * @people: (element-type gint64): keys of contacts
 *
 * Returns: (transfer full): their names in a list; those that are not there are left out
 */
char                    *clinch_decision_chain_names  (const ClinchDecisionChain *self,
                                                       const GArray              *people)
                                                       G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchDecisionChain, clinch_decision_chain_free)

G_END_DECLS
