// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain.h"
#include "clinch-chain-coverage.h"
#include "clinch-engagement.h"
#include "clinch-relation.h"

G_BEGIN_DECLS

/* The decision chain in the reader's language. Everything is plain text, not markup. */

/**
 * clinch_chain_names:
 * @names: (array length=n_names): names of people
 * @n_names: how many
 *
 * Returns: (transfer full): the names in a list; of many the first ones and how many there are
 *   beside them
 */
char       *clinch_chain_names         (const char * const          *names,
                                        gsize                        n_names)
                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_finding_title:
 * @finding: a finding
 * @names: the people it concerns, as clinch_chain_names() has them
 *
 * Returns: (transfer full): a sentence that says it
 */
char       *clinch_chain_finding_title (const ClinchFinding         *finding,
                                        const char                  *names)
                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_finding_why:
 * @finding: a finding
 * @names: the people it concerns
 *
 * Returns: (transfer full): a sentence with the figures behind it
 */
char       *clinch_chain_finding_why   (const ClinchFinding         *finding,
                                        const char                  *names)
                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_finding_advice:
 * @finding: a finding
 * @names: the people it concerns
 *
 * Returns: (transfer full): what to ask or to do about it
 */
char       *clinch_chain_finding_advice (const ClinchFinding        *finding,
                                         const char                 *names)
                                         G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_step_label:
 * @step: a step
 *
 * Returns: (transfer none): it as a button says it
 */
const char *clinch_chain_step_label    (ClinchChainStep              step);

/**
 * clinch_chain_severity_label:
 * @severity: a severity
 *
 * Returns: (transfer none): it in a word
 */
const char *clinch_chain_severity_label (ClinchSeverity              severity);

/**
 * clinch_chain_question_text:
 * @question: a question
 * @name: (nullable): the person it is about
 *
 * Returns: (transfer full): the question
 */
char       *clinch_chain_question_text (const ClinchQuestion        *question,
                                        const char                  *name)
                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_rule_title:
 * @rule: a rule of the relationship score
 *
 * Returns: (transfer none): what it asks for
 */
const char *clinch_chain_rule_title    (const ClinchRelationRule    *rule);

/**
 * clinch_chain_rule_why:
 * @result: what came of a rule
 * @met_by: those of whom it is true, as clinch_chain_names() has them
 * @side: all who are known on the rule's side
 *
 * Returns: (transfer full): a sentence that says who meets it, or why nobody does
 */
char       *clinch_chain_rule_why      (const ClinchRelationResult  *result,
                                        const char                  *met_by,
                                        const char                  *side)
                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_silence_text:
 * @rhythm: the rhythm of a person
 *
 * Returns: (transfer full): a sentence on the last contact and how it compares with the usual gap
 */
char       *clinch_chain_silence_text  (const ClinchRhythm          *rhythm)
                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_status_label:
 * @status: how far a map has come
 *
 * Returns: (transfer none): it as a sentence
 */
const char *clinch_chain_status_label  (ClinchMapStatus              status);

/**
 * clinch_chain_threads_label:
 * @threads: by how many threads we hang
 *
 * Returns: (transfer full): it as a sentence
 */
char       *clinch_chain_threads_label (const ClinchChainThreads    *threads)
                                        G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
