// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-chain.h"

#include "clinch-chain-coverage.h"
#include "clinch-engagement.h"

const ClinchChainRules clinch_chain_rules = {
  .active_warmth = CLINCH_ACTIVE_WARMTH,
  .mentor_days = 30,
  .required_levels = CLINCH_REQUIRED_LEVELS,
};

/* How bad a finding is early and from the proposal on, and what to do about it. */
static const struct
{
  const char *code;
  ClinchSeverity early;
  ClinchSeverity late;
  ClinchChainStep step;
} kinds[CLINCH_N_FINDINGS] = {
  /* clang-format off */
  [CLINCH_FINDING_MAP_EMPTY] = { "map-empty", CLINCH_SEVERITY_INFO, CLINCH_SEVERITY_ALERT, CLINCH_CHAIN_STEP_ADD_PLACEHOLDER },
  [CLINCH_FINDING_NO_DECISION_MAKER] = { "no-decision-maker", CLINCH_SEVERITY_INFO, CLINCH_SEVERITY_ALERT, CLINCH_CHAIN_STEP_ADD_PLACEHOLDER },
  [CLINCH_FINDING_DECISION_MAKER_NOT_REACHED] = { "decision-maker-not-reached", CLINCH_SEVERITY_INFO, CLINCH_SEVERITY_WARNING, CLINCH_CHAIN_STEP_ASK_EXECUTIVE },
  [CLINCH_FINDING_SINGLE_THREAD] = { "single-thread", CLINCH_SEVERITY_WARNING, CLINCH_SEVERITY_ALERT, CLINCH_CHAIN_STEP_PLAN_VISIT },
  [CLINCH_FINDING_FEW_THREADS] = { "few-threads", CLINCH_SEVERITY_INFO, CLINCH_SEVERITY_WARNING, CLINCH_CHAIN_STEP_PLAN_VISIT },
  [CLINCH_FINDING_AGAINST_US] = { "against-us", CLINCH_SEVERITY_WARNING, CLINCH_SEVERITY_ALERT, CLINCH_CHAIN_STEP_ASK_EXECUTIVE },
  [CLINCH_FINDING_KEY_PLAYERS] = { "key-players", CLINCH_SEVERITY_INFO, CLINCH_SEVERITY_WARNING, CLINCH_CHAIN_STEP_PLAN_VISIT },
  [CLINCH_FINDING_MENTOR_SILENT] = { "mentor-silent", CLINCH_SEVERITY_ALERT, CLINCH_SEVERITY_ALERT, CLINCH_CHAIN_STEP_PLAN_VISIT },
  [CLINCH_FINDING_GOING_COLD] = { "going-cold", CLINCH_SEVERITY_WARNING, CLINCH_SEVERITY_WARNING, CLINCH_CHAIN_STEP_PLAN_VISIT },
  [CLINCH_FINDING_DEPARTMENT] = { "department-not-reached", CLINCH_SEVERITY_INFO, CLINCH_SEVERITY_WARNING, CLINCH_CHAIN_STEP_PLAN_VISIT },
  [CLINCH_FINDING_LEVEL] = { "level-not-reached", CLINCH_SEVERITY_INFO, CLINCH_SEVERITY_WARNING, CLINCH_CHAIN_STEP_PLAN_VISIT },
  [CLINCH_FINDING_PLACEHOLDERS] = { "placeholders", CLINCH_SEVERITY_INFO, CLINCH_SEVERITY_WARNING, CLINCH_CHAIN_STEP_PLAN_VISIT },
  [CLINCH_FINDING_NO_ROLE] = { "no-role", CLINCH_SEVERITY_INFO, CLINCH_SEVERITY_INFO, CLINCH_CHAIN_STEP_SET_ROLE },
  [CLINCH_FINDING_NO_OPPONENT] = { "no-opponent", CLINCH_SEVERITY_NONE, CLINCH_SEVERITY_INFO, CLINCH_CHAIN_STEP_SET_ROLE },
  /* clang-format on */
};

static const char * const severity_codes[] = {
  [CLINCH_SEVERITY_NONE] = "none",
  [CLINCH_SEVERITY_INFO] = "info",
  [CLINCH_SEVERITY_WARNING] = "warning",
  [CLINCH_SEVERITY_ALERT] = "alert",
};

static const char * const step_codes[CLINCH_N_CHAIN_STEPS] = {
  [CLINCH_CHAIN_STEP_LOG] = "log",
  [CLINCH_CHAIN_STEP_PLAN_VISIT] = "plan-visit",
  [CLINCH_CHAIN_STEP_ASK_EXECUTIVE] = "ask-executive",
  [CLINCH_CHAIN_STEP_SET_ROLE] = "set-role",
  [CLINCH_CHAIN_STEP_ADD_PLACEHOLDER] = "add-placeholder",
};

typedef struct
{
  const ClinchChainPerson *people;
  gsize n_people;
  ClinchChainPhase phase;
  const ClinchChainRules *rules;
  gint64 now;
  GPtrArray *findings;
} Reading;

typedef gboolean (*PersonTest) (const ClinchChainPerson *person);

static void
free_finding (gpointer data)
{
  ClinchFinding *finding = data;

  g_array_unref (finding->people);
  g_free (finding);
}

/* Adds a finding and returns it to be filled in, or nothing where it does not count yet. */
static ClinchFinding *
add_finding (Reading           *reading,
             ClinchFindingKind  kind,
             int                figure,
             int                other)
{
  ClinchSeverity severity = reading->phase == CLINCH_CHAIN_PROPOSAL ? kinds[kind].late
                                                                    : kinds[kind].early;
  ClinchFinding *finding;

  if (severity == CLINCH_SEVERITY_NONE)
    return NULL;

  finding = g_new0 (ClinchFinding, 1);
  finding->kind = kind;
  finding->severity = severity;
  finding->step = kinds[kind].step;
  finding->figure = figure;
  finding->other = other;
  finding->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (reading->findings, finding);

  return finding;
}

static void
add_people (ClinchFinding *finding,
            const Reading *reading,
            PersonTest     test)
{
  for (gsize i = 0; finding != NULL && i < reading->n_people; i++)
    {
      if (test (&reading->people[i]))
        g_array_append_val (finding->people, reading->people[i].id);
    }
}

static int
count_people (const Reading *reading,
              PersonTest     test)
{
  int n = 0;

  for (gsize i = 0; i < reading->n_people; i++)
    n += test (&reading->people[i]) ? 1 : 0;

  return n;
}

static gboolean
is_known (const ClinchChainPerson *person)
{
  return person->known;
}

static gboolean
is_placeholder (const ClinchChainPerson *person)
{
  return !person->known;
}

static gboolean
is_decision_maker (const ClinchChainPerson *person)
{
  return person->known && person->assessment.role == CLINCH_ROLE_DECISION_MAKER;
}

static gboolean
is_decision_placeholder (const ClinchChainPerson *person)
{
  return !person->known && person->assessment.role == CLINCH_ROLE_DECISION_MAKER;
}

static gboolean
has_no_role (const ClinchChainPerson *person)
{
  return person->known && person->assessment.role == CLINCH_ROLE_UNKNOWN;
}

static gboolean
is_supporter (const ClinchChainPerson *person)
{
  return person->known && clinch_chain_person_supports (person);
}

static gboolean
is_against (const ClinchChainPerson *person)
{
  return person->known && clinch_chain_person_is_against (person);
}

static gboolean
is_opponent (const ClinchChainPerson *person)
{
  return person->known && person->assessment.support == CLINCH_SUPPORT_OPPONENT;
}

static gboolean
is_key (const ClinchChainPerson *person)
{
  return person->known && clinch_chain_person_is_key (person);
}

static gboolean
is_unconvinced_key (const ClinchChainPerson *person)
{
  return is_key (person) && !is_supporter (person);
}

static void
find_decision_maker (Reading *reading)
{
  ClinchFinding *finding;

  if (count_people (reading, is_decision_maker) > 0)
    return;

  finding = add_finding (reading, CLINCH_FINDING_NO_DECISION_MAKER, 0, 0);
  if (count_people (reading, is_decision_placeholder) > 0)
    {
      finding->step = CLINCH_CHAIN_STEP_PLAN_VISIT;
      add_people (finding, reading, is_decision_placeholder);
    }
  else if (count_people (reading, has_no_role) > 0)
    {
      finding->step = CLINCH_CHAIN_STEP_SET_ROLE;
      add_people (finding, reading, has_no_role);
    }
}

static void
find_reach (Reading *reading)
{
  for (gsize i = 0; i < reading->n_people; i++)
    {
      if (is_decision_maker (&reading->people[i])
          && clinch_chain_person_is_reached (&reading->people[i]))
        return;
    }

  if (count_people (reading, is_decision_maker) > 0)
    add_people (add_finding (reading, CLINCH_FINDING_DECISION_MAKER_NOT_REACHED, 0, 0), reading,
                is_decision_maker);
}

static void
find_threads (Reading *reading)
{
  ClinchChainThreads threads = clinch_chain_threads (reading->people, reading->n_people,
                                                     reading->rules->active_warmth);
  ClinchFinding *finding;

  if (threads.risk == CLINCH_THREAD_RISK_FINE)
    return;

  finding = add_finding (reading, threads.risk == CLINCH_THREAD_RISK_HIGH
                                    ? CLINCH_FINDING_SINGLE_THREAD : CLINCH_FINDING_FEW_THREADS,
                         threads.n_threads, threads.n_active);
  for (gsize i = 0; i < reading->n_people; i++)
    {
      if (clinch_chain_person_is_active (&reading->people[i], reading->rules->active_warmth))
        g_array_append_val (finding->people, reading->people[i].id);
    }
}

static void
find_support (Reading *reading)
{
  int n_supporters = count_people (reading, is_supporter);
  int n_against = count_people (reading, is_against);
  int n_key = count_people (reading, is_key);
  int n_won_over = n_key - count_people (reading, is_unconvinced_key);

  if (n_against > 0 && n_against >= n_supporters)
    add_people (add_finding (reading, CLINCH_FINDING_AGAINST_US, n_against, n_supporters), reading,
                is_against);
  if (2 * n_won_over < n_key)
    add_people (add_finding (reading, CLINCH_FINDING_KEY_PLAYERS, n_won_over, n_key), reading,
                is_unconvinced_key);
  if (count_people (reading, is_opponent) == 0)
    add_finding (reading, CLINCH_FINDING_NO_OPPONENT, 0, 0);
}

static void
find_silence (Reading *reading)
{
  for (gsize i = 0; i < reading->n_people; i++)
    {
      const ClinchChainPerson *person = &reading->people[i];
      gboolean met = person->last_contact > 0;
      int days = met ? clinch_days_since (person->last_contact, reading->now) : -1;
      ClinchFinding *finding = NULL;

      if (person->known && person->assessment.support == CLINCH_SUPPORT_MENTOR
          && (!met || days >= reading->rules->mentor_days))
        {
          finding = add_finding (reading, CLINCH_FINDING_MENTOR_SILENT, days,
                                 reading->rules->mentor_days);
          finding->step = met ? CLINCH_CHAIN_STEP_PLAN_VISIT : CLINCH_CHAIN_STEP_LOG;
        }
      else if (clinch_chain_person_matters (person) && person->cold_days > 0
               && days >= person->cold_days)
        finding = add_finding (reading, CLINCH_FINDING_GOING_COLD, days, person->cold_days);

      if (finding != NULL)
        g_array_append_val (finding->people, person->id);
    }
}

static gboolean
is_in_group (const ClinchChainPerson *person,
             const ClinchChainGroup  *group)
{
  if (group->department == NULL)
    return person->level == group->level;

  return clinch_chain_same_department (person->department, group->department);
}

static void
find_group (Reading                *reading,
            const ClinchChainGroup *group)
{
  ClinchFinding *finding = add_finding (reading, group->department != NULL
                                                   ? CLINCH_FINDING_DEPARTMENT
                                                   : CLINCH_FINDING_LEVEL,
                                        group->n_people, 0);

  finding->department = group->department;
  finding->level = group->level;
  if (group->n_people == 0)
    finding->step = CLINCH_CHAIN_STEP_ADD_PLACEHOLDER;
  for (gsize i = 0; i < reading->n_people; i++)
    {
      if (is_in_group (&reading->people[i], group))
        g_array_append_val (finding->people, reading->people[i].id);
    }
}

static void
find_gaps (Reading *reading)
{
  g_autoptr(ClinchChainCoverage) coverage = NULL;
  g_autoptr(GPtrArray) gaps = NULL;
  int n_placeholders = count_people (reading, is_placeholder);
  int n_without_role = count_people (reading, has_no_role);

  coverage = clinch_chain_coverage_new (reading->people, reading->n_people,
                                        reading->rules->required_levels,
                                        reading->rules->active_warmth);
  gaps = clinch_chain_coverage_gaps (coverage);
  for (guint i = 0; i < gaps->len; i++)
    find_group (reading, g_ptr_array_index (gaps, i));

  if (n_placeholders > 0)
    add_people (add_finding (reading, CLINCH_FINDING_PLACEHOLDERS, n_placeholders, 0), reading,
                is_placeholder);
  if (n_without_role > 0)
    add_people (add_finding (reading, CLINCH_FINDING_NO_ROLE, n_without_role, 0), reading,
                has_no_role);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const ClinchFinding *first = *(const ClinchFinding * const *) a;
  const ClinchFinding *second = *(const ClinchFinding * const *) b;

  if (first->severity != second->severity)
    return first->severity > second->severity ? -1 : 1;

  return (int) first->kind - (int) second->kind;
}

GPtrArray *
clinch_chain_findings (const ClinchChainPerson *people,
                       gsize                    n_people,
                       ClinchChainPhase         phase,
                       const ClinchChainRules  *rules,
                       gint64                   now)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (free_finding);
  Reading reading = { people, n_people, phase, rules, now, findings };

  find_decision_maker (&reading);
  if (count_people (&reading, is_known) == 0)
    {
      add_people (add_finding (&reading, CLINCH_FINDING_MAP_EMPTY, (int) n_people, 0), &reading,
                  is_placeholder);
    }
  else
    {
      find_reach (&reading);
      find_threads (&reading);
      find_support (&reading);
      find_silence (&reading);
      find_gaps (&reading);
    }
  /* The sort is stable: within a kind the order of the people stays. */
  g_ptr_array_sort (findings, compare_findings);

  return g_steal_pointer (&findings);
}

ClinchChainPhase
clinch_chain_phase (int index,
                    int n_open,
                    int probability,
                    int proposal_probability)
{
  gboolean late = probability >= 0 ? probability >= proposal_probability : index >= n_open - index;

  return index > 0 && late ? CLINCH_CHAIN_PROPOSAL : CLINCH_CHAIN_EARLY;
}

const char *
clinch_finding_code (ClinchFindingKind kind)
{
  return kinds[kind].code;
}

const char *
clinch_severity_code (ClinchSeverity severity)
{
  return severity_codes[severity];
}

const char *
clinch_chain_step_code (ClinchChainStep step)
{
  return step_codes[step];
}
