// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-chain-coverage.h"

#include "clinch-ratio.h"
#include "clinch-text.h"

#define FEW_THREADS 2

static void
count_person (ClinchChainGroup        *group,
              const ClinchChainPerson *person,
              int                      active_warmth)
{
  group->n_people++;
  group->n_known += person->known ? 1 : 0;
  group->n_reached += clinch_chain_person_is_reached (person) ? 1 : 0;
  group->n_active += clinch_chain_person_is_active (person, active_warmth) ? 1 : 0;
}

static void
count_department (ClinchChainCoverage     *coverage,
                  GHashTable              *places,
                  const ClinchChainPerson *person,
                  int                      active_warmth)
{
  g_autofree char *key = clinch_text_fold (person->department);
  gpointer place;

  if (*key == '\0')
    return;

  if (!g_hash_table_lookup_extended (places, key, NULL, &place))
    {
      ClinchChainGroup group = { .department = person->department, .counts = TRUE };

      place = GUINT_TO_POINTER (coverage->departments->len);
      g_array_append_val (coverage->departments, group);
      g_hash_table_insert (places, g_steal_pointer (&key), place);
    }

  count_person (&g_array_index (coverage->departments, ClinchChainGroup, GPOINTER_TO_UINT (place)),
                person, active_warmth);
}

static void
add_group (ClinchChainCoverage    *coverage,
           const ClinchChainGroup *group)
{
  coverage->n_groups += group->counts ? 1 : 0;
  coverage->n_reached += group->counts && group->n_reached > 0 ? 1 : 0;
}

ClinchChainCoverage *
clinch_chain_coverage_new (const ClinchChainPerson *people,
                           gsize                    n_people,
                           guint                    required_levels,
                           int                      active_warmth)
{
  ClinchChainCoverage *coverage = g_new0 (ClinchChainCoverage, 1);
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  coverage->departments = g_array_new (FALSE, FALSE, sizeof (ClinchChainGroup));
  for (gsize i = 0; i < n_people; i++)
    {
      if (people[i].department != NULL)
        count_department (coverage, places, &people[i], active_warmth);
      if (people[i].level != CLINCH_LEVEL_UNKNOWN)
        count_person (&coverage->levels[people[i].level], &people[i], active_warmth);
    }

  for (guint i = 0; i < coverage->departments->len; i++)
    add_group (coverage, &g_array_index (coverage->departments, ClinchChainGroup, i));
  for (int level = CLINCH_LEVEL_UNKNOWN + 1; level < CLINCH_N_LEVELS; level++)
    {
      ClinchChainGroup *group = &coverage->levels[level];

      group->level = level;
      group->counts = group->n_people > 0 || (required_levels & (1u << level)) != 0;
      add_group (coverage, group);
    }
  coverage->percent = n_people > 0 ? clinch_share_percent (coverage->n_reached, coverage->n_groups)
                                   : -1;

  return coverage;
}

void
clinch_chain_coverage_free (ClinchChainCoverage *coverage)
{
  g_array_unref (coverage->departments);
  g_free (coverage);
}

static void
add_gap (GPtrArray              *gaps,
         const ClinchChainGroup *group)
{
  if (group->counts && group->n_reached == 0)
    g_ptr_array_add (gaps, (gpointer) group);
}

GPtrArray *
clinch_chain_coverage_gaps (const ClinchChainCoverage *coverage)
{
  GPtrArray *gaps = g_ptr_array_new ();

  for (guint i = 0; i < coverage->departments->len; i++)
    add_gap (gaps, &g_array_index (coverage->departments, ClinchChainGroup, i));
  for (int level = 0; level < CLINCH_N_LEVELS; level++)
    add_gap (gaps, &coverage->levels[level]);

  return gaps;
}

gboolean
clinch_chain_same_department (const char *one,
                              const char *other)
{
  g_autofree char *first = clinch_text_fold (one != NULL ? one : "");
  g_autofree char *second = clinch_text_fold (other != NULL ? other : "");

  return g_str_equal (first, second);
}

static ClinchThreadRisk
risk_of_threads (const ClinchChainThreads *threads)
{
  if (threads->n_threads < FEW_THREADS)
    return CLINCH_THREAD_RISK_HIGH;

  return threads->n_threads > FEW_THREADS && threads->with_decision_maker
         ? CLINCH_THREAD_RISK_FINE : CLINCH_THREAD_RISK_MEDIUM;
}

ClinchChainThreads
clinch_chain_threads (const ClinchChainPerson *people,
                      gsize                    n_people,
                      int                      active_warmth)
{
  ClinchChainThreads threads = { 0, };
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < n_people; i++)
    {
      g_autofree char *department = NULL;

      if (!clinch_chain_person_is_active (&people[i], active_warmth))
        continue;
      department = clinch_text_fold (people[i].department != NULL ? people[i].department : "");
      g_hash_table_add (places, g_strdup_printf ("%d %s", (int) people[i].level, department));
      threads.n_active++;
      if (people[i].assessment.role == CLINCH_ROLE_DECISION_MAKER)
        threads.with_decision_maker = TRUE;
    }
  threads.n_threads = (int) g_hash_table_size (places);
  threads.risk = risk_of_threads (&threads);

  return threads;
}

ClinchMapStatus
clinch_chain_map_status (const ClinchChainPerson *people,
                         gsize                    n_people)
{
  ClinchMapStatus status = CLINCH_MAP_EMPTY;

  for (gsize i = 0; i < n_people; i++)
    {
      ClinchMapStatus reached = CLINCH_MAP_PEOPLE;

      if (!people[i].known)
        continue;
      if (clinch_chain_person_is_key (&people[i]))
        reached = clinch_chain_person_supports (&people[i]) ? CLINCH_MAP_SUPPORTED
                                                            : CLINCH_MAP_KEY_PLAYERS;
      status = MAX (status, reached);
    }

  return status;
}

ClinchChainCompleteness
clinch_chain_completeness (const ClinchChainPerson *people,
                           gsize                    n_people)
{
  ClinchChainCompleteness completeness = { .percent = -1 };

  for (gsize i = 0; i < n_people; i++)
    {
      const ClinchAssessment *assessment = &people[i].assessment;
      const gboolean fields[] = {
        people[i].known,
        people[i].department != NULL && *people[i].department != '\0',
        people[i].level != CLINCH_LEVEL_UNKNOWN,
        assessment->role != CLINCH_ROLE_UNKNOWN,
        assessment->power != CLINCH_POWER_UNKNOWN,
        assessment->support != CLINCH_SUPPORT_UNKNOWN,
        assessment->coverage != CLINCH_COVERAGE_UNKNOWN,
        assessment->orientation != CLINCH_ORIENTATION_UNKNOWN,
      };

      completeness.n_fields += (int) G_N_ELEMENTS (fields);
      for (gsize field = 0; field < G_N_ELEMENTS (fields); field++)
        completeness.n_filled += fields[field] ? 1 : 0;
    }
  if (completeness.n_fields > 0)
    completeness.percent = clinch_share_percent (completeness.n_filled, completeness.n_fields);

  return completeness;
}
