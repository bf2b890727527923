// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchRegradeProgress:
 * @done: customers that have been looked at
 * @total: how many there are
 * @user_data: data of the caller
 *
 * Told now and then how far it is, on the thread that works.
 */
typedef void (*ClinchRegradeProgress) (guint    done,
                                       guint    total,
                                       gpointer user_data);

/**
 * ClinchRegrade:
 * @customer_id: key of a customer
 * @name: what it is called
 * @from: (nullable): the grade that counts now, interned
 * @to: (nullable): the one that would count, interned
 * @score: the score it would have, or %CLINCH_PROFILE_UNKNOWN
 * @completeness: the completeness it would have, percent
 *
 * A customer whose grade would be another one.
 */
typedef struct
{
  gint64      customer_id;
  char       *name;
  const char *from;
  const char *to;
  int         score;
  int         completeness;
} ClinchRegrade;

/**
 * ClinchRegradeMove:
 * @from: (nullable): a grade, interned
 * @to: (nullable): another one, interned
 * @n_customers: how many customers would go this way
 */
typedef struct
{
  const char *from;
  const char *to;
  guint       n_customers;
} ClinchRegradeMove;

/**
 * ClinchRegradePreview:
 * @n_customers: all customers
 * @n_by_hand: those whose profile would say another grade, but whose own stays, since somebody set
 *   it by hand
 * @regrades: (element-type ClinchRegrade): those whose grade would change, in the order of @moves
 * @moves: (element-type ClinchRegradeMove): how many go from where to where, from the best grade
 *   down, none last
 *
 * What a change of the rules would do to the grades.
 */
typedef struct
{
  guint      n_customers;
  guint      n_by_hand;
  GPtrArray *regrades;
  GArray    *moves;
} ClinchRegradePreview;

/**
 * clinch_regrade_preview_load:
 * @db: a workspace
 * @edits: (element-type ClinchRow): what would change, see clinch_profile_rules_load_with()
 * @now: the instant for which it is worked out, Unix seconds
 * @progress: (nullable) (scope call): told how far it is
 * @progress_data: for @progress
 * @error: where the reason goes; cancelling the job is %G_IO_ERROR_CANCELLED
 *
 * Grades all customers by the rules as they would be, and writes nothing. Where weights and
 * thresholds change, the values that are maintained are weighed anew; where a ladder does, values
 * are worked out anew from the records, as the change itself would do it.
 *
 * Returns: (transfer full) (nullable): what would change
 */
ClinchRegradePreview *
clinch_regrade_preview_load (ClinchDb               *db,
                             const GPtrArray        *edits,
                             gint64                  now,
                             ClinchRegradeProgress   progress,
                             gpointer                progress_data,
                             GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_regrade_grade_label:
 * @grade: (nullable): a grade
 *
 * Returns: (transfer none): what it is called; where there is none, that
 */
const char *clinch_regrade_grade_label (const char *grade);

/**
 * clinch_regrade_preview_free:
 * @self: a preview
 */
void clinch_regrade_preview_free (ClinchRegradePreview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchRegradePreview, clinch_regrade_preview_free)

G_END_DECLS
