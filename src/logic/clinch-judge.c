// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-judge.h"

#include <glib/gi18n-lib.h>

static const ClinchJudgeQuestion role_questions[] = {
  { "stops-it", CLINCH_ROLE_DECISION_MAKER, "decision-maker",
    N_("When everybody else agrees, can this person still say no, and that is the end of it?"),
    N_("This person's no is the end of it, whatever the others say.") },
  { "signs", CLINCH_ROLE_APPROVER, "approver",
    N_("Does the budget or the contract need this person's signature?"),
    N_("The budget or the contract needs this person's signature.") },
  { "compares", CLINCH_ROLE_EVALUATOR, "evaluator",
    N_("Does this person write the requirements, test the products or score the offers?"),
    N_("This person writes the requirements or scores the offers.") },
  { "works-with-it", CLINCH_ROLE_USER, "user",
    N_("Will this person work with it every day, or lead those who do?"),
    N_("This person, or their people, will work with it every day.") },
  { "lets-through", CLINCH_ROLE_GATEKEEPER, "gatekeeper",
    N_("Do appointments and papers go by way of this person before they reach others?"),
    N_("Appointments and papers go by way of this person.") },
  { "is-asked", CLINCH_ROLE_INFLUENCER, "influencer",
    N_("Is this person asked for an opinion by those who decide, without deciding?"),
    N_("Those who decide ask this person for an opinion.") },
};

static const ClinchJudgeQuestion power_questions[] = {
  { "asked-first", CLINCH_POWER_INNER, "inner",
    N_("Do those on top ask this person before they decide, whatever the title says?"),
    N_("Those on top ask this person before they decide.") },
  { "has-means", CLINCH_POWER_STRONG, "strong",
    N_("Can this person, by office, give money or people to the project, or take them away?"),
    N_("By office this person gives money or people, or takes them away.") },
  { "left-out", CLINCH_POWER_OUTSIDE, "outside",
    N_("Were things like this decided without this person before?"),
    N_("Things like this were decided without this person before.") },
};

static const ClinchJudgeQuestion support_questions[] = {
  { "works-against", CLINCH_SUPPORT_OPPONENT, "opponent",
    N_("Does this person work for a competitor's win, openly or behind our back?"),
    N_("This person works for a competitor's win.") },
  { "keeps-away", CLINCH_SUPPORT_DOUBTER, "doubter",
    N_("Does this person put us off, or come up with new objections again and again?"),
    N_("This person puts us off or comes up with new objections.") },
  { "tells-inside", CLINCH_SUPPORT_MENTOR, "mentor",
    N_("Does this person tell us what is said inside, and say what we should do next?"),
    N_("This person tells us what is said inside and what to do next.") },
  { "speaks-for-us", CLINCH_SUPPORT_SUPPORTER, "supporter",
    N_("Did this person speak for us in front of colleagues?"),
    N_("This person spoke for us in front of colleagues.") },
  { "treats-alike", CLINCH_SUPPORT_NEUTRAL, "neutral",
    N_("Does this person give every supplier the same time and the same papers?"),
    N_("This person treats all suppliers alike.") },
};

static const ClinchJudgeQuestion coverage_questions[] = {
  { "talks-openly", CLINCH_COVERAGE_DEEP, "deep",
    N_("Do we know from talks alone what this person wants to reach, and is afraid of?"),
    N_("We know from talks alone what this person wants and fears.") },
  { "met-again", CLINCH_COVERAGE_SEVERAL, "several",
    N_("Have we talked about the project three times or more?"),
    N_("We have talked about the project three times or more.") },
  { "met-once", CLINCH_COVERAGE_BRIEF, "brief",
    N_("Have we met at all, or exchanged cards?"),
    N_("We have met once or twice.") },
  { "never-met", CLINCH_COVERAGE_NONE, "none",
    N_("Do we know this person from others alone?"),
    N_("We know this person from others alone.") },
};

static const ClinchJudgeQuestion orientation_questions[] = {
  { "asks-price", CLINCH_ORIENTATION_FINANCIAL, "financial",
    N_("Does this person ask first what it costs and when it pays off?"),
    N_("The first question is what it costs and when it pays off.") },
  { "asks-how", CLINCH_ORIENTATION_TECHNICAL, "technical",
    N_("Does this person ask first how it works, and go into parameters and standards?"),
    N_("The first question is how it works.") },
  { "asks-who", CLINCH_ORIENTATION_RELATIONSHIP, "relationship",
    N_("Does this person ask first who we are, whom we know and who answers for it?"),
    N_("The first question is who we are and who answers for it.") },
  { "asks-results", CLINCH_ORIENTATION_BUSINESS, "business",
    N_("Does this person ask first what it changes for the business: output, delivery, customers?"),
    N_("The first question is what it changes for the business.") },
};

static const struct
{
  const char *code;
  const ClinchJudgeQuestion *questions;
  int n_questions;
} traits[CLINCH_N_TRAITS] = {
  [CLINCH_TRAIT_ROLE] = { "role", role_questions, G_N_ELEMENTS (role_questions) },
  [CLINCH_TRAIT_POWER] = { "power", power_questions, G_N_ELEMENTS (power_questions) },
  [CLINCH_TRAIT_SUPPORT] = { "support", support_questions, G_N_ELEMENTS (support_questions) },
  [CLINCH_TRAIT_COVERAGE] = { "coverage", coverage_questions, G_N_ELEMENTS (coverage_questions) },
  [CLINCH_TRAIT_ORIENTATION] = { "orientation", orientation_questions,
                                 G_N_ELEMENTS (orientation_questions) },
};

G_STATIC_ASSERT (G_N_ELEMENTS (role_questions) <= CLINCH_MAX_JUDGE_QUESTIONS);

const ClinchJudgeQuestion *
clinch_judge_questions (ClinchTrait  trait,
                        int         *n_questions)
{
  *n_questions = traits[trait].n_questions;

  return traits[trait].questions;
}

ClinchJudgement
clinch_judge (ClinchTrait              trait,
              const ClinchJudgeAnswer *answers)
{
  ClinchJudgement judgement = { .question = -1, .other = -1 };

  for (int i = 0; i < traits[trait].n_questions && judgement.other < 0; i++)
    {
      gboolean decided = judgement.question >= 0;

      if (answers[i] == CLINCH_JUDGE_UNKNOWN && !decided)
        judgement.n_open++;
      if (answers[i] != CLINCH_JUDGE_YES)
        continue;
      if (decided)
        judgement.other = i;
      else
        judgement.question = i;
    }
  if (judgement.question >= 0)
    judgement.value = traits[trait].questions[judgement.question].value;

  return judgement;
}

const char *
clinch_judge_ask (const ClinchJudgeQuestion *question)
{
  return _(question->ask);
}

const char *
clinch_judge_reason (const ClinchJudgeQuestion *question)
{
  return _(question->reason);
}

const char *
clinch_trait_code (ClinchTrait trait)
{
  return traits[trait].code;
}
