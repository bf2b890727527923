// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-person.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchChainPhase:
 * @CLINCH_CHAIN_EARLY: people and needs are still being found out
 * @CLINCH_CHAIN_PROPOSAL: a proposal is being made, or has been
 *
 * What is asked of a decision chain depends on it (Altify's phases).
 */
typedef enum
{
  CLINCH_CHAIN_EARLY,
  CLINCH_CHAIN_PROPOSAL,
} ClinchChainPhase;

/**
 * ClinchSeverity:
 * @CLINCH_SEVERITY_NONE: not reported
 * @CLINCH_SEVERITY_INFO: good to know
 * @CLINCH_SEVERITY_WARNING: to be dealt with
 * @CLINCH_SEVERITY_ALERT: the deal may be lost by it
 */
typedef enum
{
  CLINCH_SEVERITY_NONE,
  CLINCH_SEVERITY_INFO,
  CLINCH_SEVERITY_WARNING,
  CLINCH_SEVERITY_ALERT,
} ClinchSeverity;

/**
 * ClinchChainStep:
 * @CLINCH_CHAIN_STEP_LOG: note a contact that was not logged
 * @CLINCH_CHAIN_STEP_PLAN_VISIT: plan a visit with the people
 * @CLINCH_CHAIN_STEP_ASK_EXECUTIVE: ask an executive or expert of ours for help
 * @CLINCH_CHAIN_STEP_SET_ROLE: judge the people
 * @CLINCH_CHAIN_STEP_ADD_PLACEHOLDER: put somebody on the map who must exist
 *
 * The one thing to do about a finding.
 */
typedef enum
{
  CLINCH_CHAIN_STEP_LOG,
  CLINCH_CHAIN_STEP_PLAN_VISIT,
  CLINCH_CHAIN_STEP_ASK_EXECUTIVE,
  CLINCH_CHAIN_STEP_SET_ROLE,
  CLINCH_CHAIN_STEP_ADD_PLACEHOLDER,
  CLINCH_N_CHAIN_STEPS,
} ClinchChainStep;

/**
 * ClinchFindingKind:
 * @CLINCH_FINDING_MAP_EMPTY: nobody is known
 * @CLINCH_FINDING_NO_DECISION_MAKER: nobody knows who decides; with the placeholder for it, if
 *   there is one, or with those whose role nobody has judged
 * @CLINCH_FINDING_DECISION_MAKER_NOT_REACHED: who decides is known, but never met
 * @CLINCH_FINDING_SINGLE_THREAD: we are in touch in @figure places, one or none
 * @CLINCH_FINDING_FEW_THREADS: in two places, or in @figure without the decision maker
 * @CLINCH_FINDING_AGAINST_US: as many against us (@figure) as for us (@other), or more
 * @CLINCH_FINDING_KEY_PLAYERS: of @other key players @figure support us, less than half
 * @CLINCH_FINDING_MENTOR_SILENT: a mentor was silent for @figure days; -1 if none was ever logged
 * @CLINCH_FINDING_GOING_COLD: a key player, decision maker or approver was silent for @figure
 *   days, where @other are too many
 * @CLINCH_FINDING_DEPARTMENT: of the @figure people in a department we met none
 * @CLINCH_FINDING_LEVEL: of the @figure people on a level we met none; 0 if nobody is known there
 * @CLINCH_FINDING_PLACEHOLDERS: @figure people must exist, and nobody knows who they are
 * @CLINCH_FINDING_NO_ROLE: the role of @figure people is not judged
 * @CLINCH_FINDING_NO_OPPONENT: nobody is against us, as it seems: who is it?
 *
 * What a decision chain lacks.
 */
typedef enum
{
  CLINCH_FINDING_MAP_EMPTY,
  CLINCH_FINDING_NO_DECISION_MAKER,
  CLINCH_FINDING_DECISION_MAKER_NOT_REACHED,
  CLINCH_FINDING_SINGLE_THREAD,
  CLINCH_FINDING_FEW_THREADS,
  CLINCH_FINDING_AGAINST_US,
  CLINCH_FINDING_KEY_PLAYERS,
  CLINCH_FINDING_MENTOR_SILENT,
  CLINCH_FINDING_GOING_COLD,
  CLINCH_FINDING_DEPARTMENT,
  CLINCH_FINDING_LEVEL,
  CLINCH_FINDING_PLACEHOLDERS,
  CLINCH_FINDING_NO_ROLE,
  CLINCH_FINDING_NO_OPPONENT,
  CLINCH_N_FINDINGS,
} ClinchFindingKind;

/**
 * ClinchFinding:
 * @kind: what was found
 * @severity: how bad it is in this phase
 * @step: the one thing to do
 * @figure: a figure, as the kind says
 * @other: another one
 * @department: (nullable): the department, borrowed from the people
 * @level: the level
 * @people: (element-type gint64): keys of the people concerned, in the order of the people
 */
typedef struct
{
  ClinchFindingKind kind;
  ClinchSeverity    severity;
  ClinchChainStep   step;
  int               figure;
  int               other;
  const char       *department;
  ClinchLevel       level;
  GArray           *people;
} ClinchFinding;

/**
 * ClinchChainRules:
 * @active_warmth: above it we are in touch with a person
 * @mentor_days: days after which a mentor is silent
 * @required_levels: levels that have to be reached even if nobody there is on the map, bits
 *   1 << level
 */
typedef struct
{
  int   active_warmth;
  int   mentor_days;
  guint required_levels;
} ClinchChainRules;

/**
 * ClinchQuestionKind:
 * @CLINCH_QUESTION_WHO_DECIDES: who decides in the end (这个项目最终谁拍板?)
 * @CLINCH_QUESTION_WHO_APPROVES: who approves the money
 * @CLINCH_QUESTION_WHO_EVALUATES: who compares the offers
 * @CLINCH_QUESTION_WHO_USES: who will work with it
 * @CLINCH_QUESTION_WHO_IS_IT: who the placeholder @person stands for
 * @CLINCH_QUESTION_WHO_INTRODUCES: who could bring us to @person
 * @CLINCH_QUESTION_MEET_DEPARTMENT: whether to talk with @department (是不是还需要和…部门交流?)
 * @CLINCH_QUESTION_MEET_LEVEL: whether to talk with somebody of @level
 * @CLINCH_QUESTION_WHERE_STANDS: what @person, who counts, thinks of us
 * @CLINCH_QUESTION_WHAT_COUNTS: what @person, who decides, looks at
 * @CLINCH_QUESTION_WHO_OBJECTS: who could be against it
 *
 * What to ask at the next visit.
 */
typedef enum
{
  CLINCH_QUESTION_WHO_DECIDES,
  CLINCH_QUESTION_WHO_APPROVES,
  CLINCH_QUESTION_WHO_EVALUATES,
  CLINCH_QUESTION_WHO_USES,
  CLINCH_QUESTION_WHO_IS_IT,
  CLINCH_QUESTION_WHO_INTRODUCES,
  CLINCH_QUESTION_MEET_DEPARTMENT,
  CLINCH_QUESTION_MEET_LEVEL,
  CLINCH_QUESTION_WHERE_STANDS,
  CLINCH_QUESTION_WHAT_COUNTS,
  CLINCH_QUESTION_WHO_OBJECTS,
  CLINCH_N_QUESTIONS,
} ClinchQuestionKind;

/**
 * ClinchQuestion:
 * @kind: what to ask
 * @person: key of the person it is about, 0 for none
 * @department: (nullable): the department, borrowed from the people
 * @level: the level
 */
typedef struct
{
  ClinchQuestionKind kind;
  gint64             person;
  const char        *department;
  ClinchLevel        level;
} ClinchQuestion;

/* A stage that is won with this probability is one of making proposals, percent: the stages that
 * ship ask for a proposal at 40 and 45. Own default. */
#define CLINCH_PROPOSAL_PROBABILITY 40

/**
 * clinch_chain_rules:
 *
 * What a workspace begins with: active above a warmth of 30, mentors silent after 30 days (both
 * from relationship scoring of the trade), and executives are to be reached (own default).
 */
extern const ClinchChainRules clinch_chain_rules;

/**
 * clinch_chain_phase:
 * @index: place of the stage among the open stages of its pipeline, from 0; an opportunity that is
 *   closed stands behind them
 * @n_open: how many open stages there are
 * @probability: the stage's own probability, percent; less than 0 if it has none
 * @proposal_probability: such as %CLINCH_PROPOSAL_PROBABILITY
 *
 * Whether a stage is one of making proposals, or later, which no name tells: by its probability, or
 * where it has none, from the middle of the pipeline on. The first stage never is. Own default.
 *
 * Returns: the phase
 */
ClinchChainPhase clinch_chain_phase (int index,
                                     int n_open,
                                     int probability,
                                     int proposal_probability);

/**
 * clinch_chain_findings:
 * @people: (array length=n_people): the people of a customer with what holds for the opportunity;
 *   what they borrow must outlive the result
 * @n_people: how many
 * @phase: of the opportunity; early for a customer as a whole
 * @rules: thresholds, such as clinch_chain_rules
 * @now: the current instant, Unix seconds
 *
 * What the decision chain lacks. From the proposal on more is asked, and an unknown decision maker
 * is an alert. Where nobody is known that is all there is to say, beside who decides. The rules on
 * decision makers, key players, supporters and opponents are Altify's, those on mentors and threads
 * from relationship scoring of the trade; the others and the severities are our own default.
 *
 * Returns: (transfer full) (element-type ClinchFinding): the worst first
 */
GPtrArray *
clinch_chain_findings (const ClinchChainPerson *people,
                       gsize                    n_people,
                       ClinchChainPhase         phase,
                       const ClinchChainRules  *rules,
                       gint64                   now) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_questions:
 * @people: (array length=n_people): as for clinch_chain_findings()
 * @n_people: how many
 * @rules: thresholds
 *
 * What to ask at the next visit, from what is not known: what matters most first.
 *
 * Returns: (transfer full) (element-type ClinchQuestion): the questions
 */
GArray *
clinch_chain_questions (const ClinchChainPerson *people,
                        gsize                    n_people,
                        const ClinchChainRules  *rules) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_finding_code:
 * @kind: a kind of finding
 *
 * Returns: (transfer none): its code for files and the command line, "no-decision-maker"
 */
const char *clinch_finding_code (ClinchFindingKind kind);

/**
 * clinch_severity_code:
 * @severity: a severity
 *
 * Returns: (transfer none): "none", "info", "warning" or "alert"
 */
const char *clinch_severity_code (ClinchSeverity severity);

/**
 * clinch_chain_step_code:
 * @step: a step
 *
 * Returns: (transfer none): "log", "plan-visit", "ask-executive", "set-role" or "add-placeholder"
 */
const char *clinch_chain_step_code (ClinchChainStep step);

/**
 * clinch_question_code:
 * @kind: a kind of question
 *
 * Returns: (transfer none): its code, "who-decides"
 */
const char *clinch_question_code (ClinchQuestionKind kind);

G_END_DECLS
