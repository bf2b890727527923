// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-person.h"

#include <glib.h>

G_BEGIN_DECLS

/* So many questions a scale has at the most. */
#define CLINCH_MAX_JUDGE_QUESTIONS 6

/**
 * ClinchJudgeAnswer:
 * @CLINCH_JUDGE_UNKNOWN: nobody can say
 * @CLINCH_JUDGE_YES: it is so
 * @CLINCH_JUDGE_NO: it is not
 */
typedef enum
{
  CLINCH_JUDGE_UNKNOWN,
  CLINCH_JUDGE_YES,
  CLINCH_JUDGE_NO,
} ClinchJudgeAnswer;

/**
 * ClinchJudgeQuestion:
 * @code: its code for files and the command line, "stops-it"
 * @value: what a yes speaks for, a value of the scale's enumeration
 * @value_code: the stored code of that
 * @ask: untranslated: the question, to be answered with yes or no; clinch_judge_ask() translates
 * @reason: untranslated: the same as a statement; clinch_judge_reason() translates
 *
 * Something that can be seen of a person.
 */
typedef struct
{
  const char *code;
  int         value;
  const char *value_code;
  const char *ask;
  const char *reason;
} ClinchJudgeQuestion;

/**
 * ClinchJudgement:
 * @value: what is suggested, a value of the scale's enumeration; 0 for nothing
 * @question: place of the question that decided it, -1 for none
 * @other: place of the next yes that speaks for something else, -1 for none
 * @n_open: how many questions before the deciding one nobody can answer; of all, where none decides
 *
 * What the answers come to.
 */
typedef struct
{
  int value;
  int question;
  int other;
  int n_open;
} ClinchJudgement;

/**
 * clinch_judge_questions:
 * @trait: a scale
 * @n_questions: (out): how many
 *
 * A short list of things that a salesperson sees, for each step of the scale one, after the
 * question lists by which Altify sets the values of its map. What weighs most comes first, and of
 * support what speaks against us: who is taken for a friend too early costs the deal. The wording
 * is our own.
 *
 * Returns: (transfer none) (array length=n_questions): the questions
 */
const ClinchJudgeQuestion *clinch_judge_questions (ClinchTrait                trait,
                                                   int                       *n_questions);

/**
 * clinch_judge:
 * @trait: a scale
 * @answers: (array): one for each question of the scale
 *
 * The first question that is answered with yes decides. Where nothing is answered with yes there is
 * no suggestion: better no judgement than a guess.
 *
 * Returns: the suggestion
 */
ClinchJudgement            clinch_judge           (ClinchTrait                trait,
                                                   const ClinchJudgeAnswer   *answers);

/**
 * clinch_judge_ask:
 * @question: a question
 *
 * Returns: (transfer none): it in the reader's language
 */
const char                *clinch_judge_ask       (const ClinchJudgeQuestion *question);

/**
 * clinch_judge_reason:
 * @question: a question that was answered with yes
 *
 * Returns: (transfer none): why that speaks for its value, in the reader's language
 */
const char                *clinch_judge_reason    (const ClinchJudgeQuestion *question);

/**
 * clinch_trait_code:
 * @trait: a scale
 *
 * Returns: (transfer none): its code for files and the command line, "role"
 */
const char                *clinch_trait_code      (ClinchTrait                trait);

G_END_DECLS
