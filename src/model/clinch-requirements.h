// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/* What the customer requires of a proposal. A requirement is answered once it is said which part of
 * the proposal does so. */

/**
 * ClinchRequirementCount:
 * @n: how many there are
 * @n_answered: how many of them are answered
 * @n_must_open: how many a proposal must answer and does not
 *
 * How the requirements of an opportunity stand.
 */
typedef struct
{
  guint n;
  guint n_answered;
  guint n_must_open;
} ClinchRequirementCount;

/**
 * clinch_requirement_is_answered:
 * @requirement: a requirement
 *
 * Returns: %TRUE if a part of the proposal answers it
 */
gboolean   clinch_requirement_is_answered (const ClinchRow              *requirement);

/**
 * clinch_requirement_is_must:
 * @requirement: a requirement
 *
 * Returns: %TRUE if there is no deal without it
 */
gboolean   clinch_requirement_is_must     (const ClinchRow              *requirement);

/**
 * clinch_requirement_compare:
 * @a: a requirement
 * @b: another
 *
 * What is to be looked at first comes first: open ones, among them what the customer must have,
 * then the older ones.
 *
 * Returns: negative, 0 or positive, for sorting
 */
int        clinch_requirement_compare     (const ClinchRow              *a,
                                           const ClinchRow              *b);

/**
 * clinch_requirement_count:
 * @count: how many so far
 * @requirement: one more
 */
void       clinch_requirement_count       (ClinchRequirementCount       *count,
                                           const ClinchRow              *requirement);

/**
 * clinch_requirement_count_text:
 * @count: how they stand
 *
 * Returns: (transfer full): “3 of 5 answered; 1 must-have open”, "" where there are none
 */
char      *clinch_requirement_count_text  (const ClinchRequirementCount *count)
                                           G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_requirements_load:
 * @db: a connection, in a job
 * @opportunity_id: an opportunity
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable) (element-type ClinchRow): its requirements, in the order of
 *   clinch_requirement_compare()
 */
GPtrArray *clinch_requirements_load       (ClinchDb                     *db,
                                           gint64                        opportunity_id,
                                           GError                      **error)
                                           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
