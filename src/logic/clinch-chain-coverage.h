// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-person.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchChainGroup:
 * @department: (nullable): the department, borrowed from its first person; %NULL for a level
 * @level: the level; unknown for a department
 * @counts: whether it has people, or has to be reached without any
 * @n_people: people and placeholders in it
 * @n_known: people
 * @n_reached: people we have met
 * @n_active: people we are in touch with
 *
 * The people of a department or of a level.
 */
typedef struct
{
  const char *department;
  ClinchLevel level;
  gboolean    counts;
  int         n_people;
  int         n_known;
  int         n_reached;
  int         n_active;
} ClinchChainGroup;

/**
 * ClinchChainCoverage:
 * @departments: (element-type ClinchChainGroup): departments, in the order of the people
 * @levels: by #ClinchLevel
 * @n_groups: departments and levels that count
 * @n_reached: those in which we have met somebody
 * @percent: their share; -1 without people
 */
typedef struct
{
  GArray          *departments;
  ClinchChainGroup levels[CLINCH_N_LEVELS];
  int              n_groups;
  int              n_reached;
  int              percent;
} ClinchChainCoverage;

/**
 * ClinchThreadRisk:
 * @CLINCH_THREAD_RISK_FINE: three threads or more, the decision maker among them
 * @CLINCH_THREAD_RISK_MEDIUM: two threads, or more without the decision maker
 * @CLINCH_THREAD_RISK_HIGH: one thread or none
 */
typedef enum
{
  CLINCH_THREAD_RISK_FINE,
  CLINCH_THREAD_RISK_MEDIUM,
  CLINCH_THREAD_RISK_HIGH,
} ClinchThreadRisk;

/**
 * ClinchChainThreads:
 * @n_active: people we are in touch with
 * @n_threads: in so many different places of the organisation
 * @with_decision_maker: whether a decision maker is one of them
 * @risk: what it means if one of them leaves
 */
typedef struct
{
  int              n_active;
  int              n_threads;
  gboolean         with_decision_maker;
  ClinchThreadRisk risk;
} ClinchChainThreads;

/**
 * ClinchMapStatus:
 * @CLINCH_MAP_EMPTY: nobody is known
 * @CLINCH_MAP_PEOPLE: people are known
 * @CLINCH_MAP_KEY_PLAYERS: key players among them
 * @CLINCH_MAP_SUPPORTED: key players who support us among them
 *
 * How far a map has come, 0 to 3 (Altify's map status).
 */
typedef enum
{
  CLINCH_MAP_EMPTY,
  CLINCH_MAP_PEOPLE,
  CLINCH_MAP_KEY_PLAYERS,
  CLINCH_MAP_SUPPORTED,
} ClinchMapStatus;

/**
 * ClinchChainCompleteness:
 * @n_filled: what is known
 * @n_fields: of so many things to know
 * @percent: its share; -1 without people
 */
typedef struct
{
  int n_filled;
  int n_fields;
  int percent;
} ClinchChainCompleteness;

/* Levels that must be reached even if nobody is on the map yet, as bits 1 << level: whoever leads
 * signs in the end. Own default. */
#define CLINCH_REQUIRED_LEVELS (1u << CLINCH_LEVEL_EXECUTIVE)

/**
 * clinch_chain_coverage_new:
 * @people: (array length=n_people): the people of a customer, which must outlive the result
 * @n_people: how many
 * @required_levels: such as %CLINCH_REQUIRED_LEVELS
 * @active_warmth: such as %CLINCH_ACTIVE_WARMTH
 *
 * Who of a customer we have met, by department and by level. The percentage is what the dimension
 * of the decision chain takes from here. Departments that are written alike but for case and width
 * are one; people without one, or without a level, are left out there. Own default.
 *
 * Returns: (transfer full): the reading
 */
ClinchChainCoverage *
clinch_chain_coverage_new (const ClinchChainPerson *people,
                           gsize                    n_people,
                           guint                    required_levels,
                           int                      active_warmth) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_coverage_free:
 * @coverage: (transfer full): a reading
 *
 * Frees it.
 */
void clinch_chain_coverage_free (ClinchChainCoverage *coverage);

/**
 * clinch_chain_coverage_gaps:
 * @coverage: a reading
 *
 * Departments and levels in which we have met nobody.
 *
 * Returns: (transfer container) (element-type ClinchChainGroup): departments first; they belong to
 *   @coverage
 */
GPtrArray *
clinch_chain_coverage_gaps (const ClinchChainCoverage *coverage) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_same_department:
 * @one: (nullable): a department
 * @other: (nullable): another one
 *
 * Returns: %TRUE if both are the same but for case, width and white space
 */
gboolean clinch_chain_same_department (const char *one,
                                       const char *other);

/**
 * clinch_chain_threads:
 * @people: (array length=n_people): the people of a customer
 * @n_people: how many
 * @active_warmth: such as %CLINCH_ACTIVE_WARMTH
 *
 * Counts by how many threads we hang: active people in different departments or on different
 * levels. One is a high risk, two a medium one; three with the decision maker are fine. From what
 * Gong and others publish on single-threaded deals.
 *
 * Returns: the reading
 */
ClinchChainThreads clinch_chain_threads (const ClinchChainPerson *people,
                                         gsize                    n_people,
                                         int                      active_warmth);

/**
 * clinch_chain_map_status:
 * @people: (array length=n_people): the people of a customer
 * @n_people: how many
 *
 * Returns: how far the map has come
 */
ClinchMapStatus clinch_chain_map_status (const ClinchChainPerson *people,
                                         gsize                    n_people);

/**
 * clinch_chain_completeness:
 * @people: (array length=n_people): the people of a customer
 * @n_people: how many
 *
 * How much of the map is known: of each person who it is, department, level, role, power, support,
 * coverage and orientation. A placeholder has its fields to be known like everybody. Own default.
 *
 * Returns: the reading
 */
ClinchChainCompleteness clinch_chain_completeness (const ClinchChainPerson *people,
                                                   gsize                    n_people);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchChainCoverage, clinch_chain_coverage_free)

G_END_DECLS
