// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-chain.h"
#include "clinch-chain-coverage.h"

static const char * const codes[CLINCH_N_QUESTIONS] = {
  [CLINCH_QUESTION_WHO_DECIDES] = "who-decides",
  [CLINCH_QUESTION_WHO_APPROVES] = "who-approves",
  [CLINCH_QUESTION_WHO_EVALUATES] = "who-evaluates",
  [CLINCH_QUESTION_WHO_USES] = "who-uses",
  [CLINCH_QUESTION_WHO_IS_IT] = "who-is-it",
  [CLINCH_QUESTION_WHO_INTRODUCES] = "who-introduces",
  [CLINCH_QUESTION_MEET_DEPARTMENT] = "meet-department",
  [CLINCH_QUESTION_MEET_LEVEL] = "meet-level",
  [CLINCH_QUESTION_WHERE_STANDS] = "where-stands",
  [CLINCH_QUESTION_WHAT_COUNTS] = "what-counts",
  [CLINCH_QUESTION_WHO_OBJECTS] = "who-objects",
};

/* The roles that somebody has to have, and what to ask where nobody has. */
static const struct
{
  ClinchBuyingRole role;
  ClinchQuestionKind question;
} roles[] = {
  { CLINCH_ROLE_DECISION_MAKER, CLINCH_QUESTION_WHO_DECIDES },
  { CLINCH_ROLE_APPROVER, CLINCH_QUESTION_WHO_APPROVES },
  { CLINCH_ROLE_EVALUATOR, CLINCH_QUESTION_WHO_EVALUATES },
  { CLINCH_ROLE_USER, CLINCH_QUESTION_WHO_USES },
};

static void
ask (GArray             *questions,
     ClinchQuestionKind  kind,
     gint64              person)
{
  ClinchQuestion question = { .kind = kind, .person = person };

  g_array_append_val (questions, question);
}

static gboolean
has_role (const ClinchChainPerson *people,
          gsize                    n_people,
          ClinchBuyingRole         role)
{
  for (gsize i = 0; i < n_people; i++)
    {
      if (people[i].known && people[i].assessment.role == role)
        return TRUE;
    }

  return FALSE;
}

static void
ask_about_person (GArray                  *questions,
                  const ClinchChainPerson *person)
{
  gboolean decides = person->assessment.role == CLINCH_ROLE_DECISION_MAKER;

  if (!person->known)
    {
      ask (questions, CLINCH_QUESTION_WHO_IS_IT, person->id);
      return;
    }
  if (decides && !clinch_chain_person_is_reached (person))
    ask (questions, CLINCH_QUESTION_WHO_INTRODUCES, person->id);
  if (clinch_chain_person_matters (person) && person->assessment.support == CLINCH_SUPPORT_UNKNOWN)
    ask (questions, CLINCH_QUESTION_WHERE_STANDS, person->id);
  if (decides && person->assessment.orientation == CLINCH_ORIENTATION_UNKNOWN)
    ask (questions, CLINCH_QUESTION_WHAT_COUNTS, person->id);
}

static void
ask_about_gaps (GArray                  *questions,
                const ClinchChainPerson *people,
                gsize                    n_people,
                const ClinchChainRules  *rules)
{
  g_autoptr(ClinchChainCoverage) coverage = NULL;
  g_autoptr(GPtrArray) gaps = NULL;

  coverage = clinch_chain_coverage_new (people, n_people, rules->required_levels,
                                        rules->active_warmth);
  gaps = clinch_chain_coverage_gaps (coverage);
  for (guint i = 0; i < gaps->len; i++)
    {
      const ClinchChainGroup *group = g_ptr_array_index (gaps, i);
      ClinchQuestion question = {
        .kind = group->department != NULL ? CLINCH_QUESTION_MEET_DEPARTMENT
                                          : CLINCH_QUESTION_MEET_LEVEL,
        .department = group->department,
        .level = group->level,
      };

      g_array_append_val (questions, question);
    }
}

static int
compare_questions (gconstpointer a,
                   gconstpointer b)
{
  const ClinchQuestion *first = a;
  const ClinchQuestion *second = b;

  return (int) first->kind - (int) second->kind;
}

GArray *
clinch_chain_questions (const ClinchChainPerson *people,
                        gsize                    n_people,
                        const ClinchChainRules  *rules)
{
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (ClinchQuestion));
  gboolean has_opponent = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (!has_role (people, n_people, roles[i].role))
        ask (questions, roles[i].question, 0);
    }
  for (gsize i = 0; i < n_people; i++)
    {
      ask_about_person (questions, &people[i]);
      if (people[i].known && people[i].assessment.support == CLINCH_SUPPORT_OPPONENT)
        has_opponent = TRUE;
    }
  ask_about_gaps (questions, people, n_people, rules);
  if (!has_opponent)
    ask (questions, CLINCH_QUESTION_WHO_OBJECTS, 0);

  /* The sort is stable: within a kind the order of the people stays. */
  g_array_sort (questions, compare_questions);

  return questions;
}

const char *
clinch_question_code (ClinchQuestionKind kind)
{
  return codes[kind];
}
