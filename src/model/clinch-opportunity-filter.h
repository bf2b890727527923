// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-query.h"

G_BEGIN_DECLS

/**
 * ClinchNextStepFilter:
 * @CLINCH_NEXT_STEP_ANY: whatever the next step
 * @CLINCH_NEXT_STEP_MISSING: open opportunities for which none is planned
 * @CLINCH_NEXT_STEP_OVERDUE: open opportunities whose next step should have happened
 * @CLINCH_NEXT_STEP_SOON: open opportunities whose next step is due within seven days, or overdue
 *
 * Which next steps a filter lets through. The numbers are stored: append only.
 */
typedef enum
{
  CLINCH_NEXT_STEP_ANY = 0,
  CLINCH_NEXT_STEP_MISSING = 1,
  CLINCH_NEXT_STEP_OVERDUE = 2,
  CLINCH_NEXT_STEP_SOON = 3,
} ClinchNextStepFilter;

/**
 * ClinchOpportunityFilter:
 * @text: (nullable): words to look for
 * @mine: whether my own opportunities are wanted, whoever I am; adds to @owners
 * @owners: (element-type ClinchUid): members, empty for all
 * @teams: (element-type ClinchUid): teams of owners and all that is part of these, empty for all
 * @grades: codes of grades of customers, empty for all
 * @stages: (element-type ClinchUid): stages, empty for all
 * @has_amount_from: whether @amount_from counts
 * @amount_from: least amount, minor units
 * @has_amount_to: whether @amount_to counts
 * @amount_to: greatest amount, minor units
 * @currency: of these amounts, "" for the workspace's; nothing in another passes
 * @expected_from: first day of expected signing, "" for none
 * @expected_to: last day of expected signing, "" for none
 * @next_step: which next steps
 * @over_limit: whether only those are wanted that have reached the time limit of their stage
 *
 * What the board and its table show, in the user's terms: the form that the filter bar edits and a
 * saved view keeps. A plain value that means the same in every copy of the workspace.
 */
typedef struct
{
  char *text;
  gboolean mine;
  GArray *owners;
  GArray *teams;
  GPtrArray *grades;
  GArray *stages;
  gboolean has_amount_from;
  gint64 amount_from;
  gboolean has_amount_to;
  gint64 amount_to;
  char currency[4];
  char expected_from[11];
  char expected_to[11];
  ClinchNextStepFilter next_step;
  gboolean over_limit;
} ClinchOpportunityFilter;

/**
 * clinch_opportunity_filter_new:
 *
 * Returns: (transfer full): a filter that lets everything through
 */
ClinchOpportunityFilter *clinch_opportunity_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_opportunity_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): one of its own
 */
ClinchOpportunityFilter *clinch_opportunity_filter_copy (const ClinchOpportunityFilter *self)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_opportunity_filter_free:
 * @self: a filter
 */
void clinch_opportunity_filter_free (ClinchOpportunityFilter *self);

/**
 * clinch_opportunity_filter_equal:
 * @a: a filter
 * @b: another
 *
 * Returns: %TRUE if both let the same through
 */
gboolean clinch_opportunity_filter_equal (const ClinchOpportunityFilter *a,
                                          const ClinchOpportunityFilter *b);

/**
 * clinch_opportunity_filter_is_empty:
 * @self: a filter
 *
 * Returns: %TRUE if it lets everything through
 */
gboolean clinch_opportunity_filter_is_empty (const ClinchOpportunityFilter *self);

/**
 * clinch_opportunity_filter_has_stage:
 * @self: a filter
 * @stage: uid of a stage
 *
 * Returns: %TRUE if opportunities of that stage may pass
 */
gboolean clinch_opportunity_filter_has_stage (const ClinchOpportunityFilter *self,
                                              const ClinchUid               *stage);

/**
 * clinch_opportunity_filter_find:
 * @uids: (element-type ClinchUid): owners, teams or stages of a filter
 * @uid: a record
 *
 * Returns: %TRUE if it is one of them
 */
gboolean clinch_opportunity_filter_find (GArray          *uids,
                                         const ClinchUid *uid);

/**
 * clinch_opportunity_filter_choose:
 * @uids: (element-type ClinchUid): owners, teams or stages of a filter
 * @uid: a record
 * @wanted: whether it shall be one of them
 */
void clinch_opportunity_filter_choose (GArray          *uids,
                                       const ClinchUid *uid,
                                       gboolean         wanted);

/**
 * clinch_opportunity_filter_apply:
 * @self: a filter
 * @query: a query of opportunities
 * @me: (nullable): uid of the member who acts, %NULL for nobody
 * @now: Unix seconds
 * @today: ISO date of the current day
 * @currency: the workspace's, of the amounts of a filter that names none
 *
 * Adds the filter's conditions to a query.
 */
void clinch_opportunity_filter_apply (const ClinchOpportunityFilter *self,
                                      ClinchQuery                   *query,
                                      const ClinchUid               *me,
                                      gint64                         now,
                                      const char                    *today,
                                      const char                    *currency);

/**
 * clinch_opportunity_filter_to_json:
 * @self: a filter
 *
 * Returns: (transfer full): the form in which settings and saved views keep it; "{}" for one that
 *   lets everything through
 */
char *clinch_opportunity_filter_to_json (const ClinchOpportunityFilter *self)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_opportunity_filter_from_json:
 * @json: (nullable): what clinch_opportunity_filter_to_json() wrote
 *
 * Reads it as far as it can be understood; members that are unknown or of the wrong type are passed
 * over, since a saved view may come from a newer version.
 *
 * Returns: (transfer full): the filter
 */
ClinchOpportunityFilter *clinch_opportunity_filter_from_json (const char *json)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchOpportunityFilter, clinch_opportunity_filter_free)

G_END_DECLS
