// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-txn.h"

G_BEGIN_DECLS

/* What is done to the profile of a customer, as clinch-operations.h has it for records. */

/**
 * ClinchTagRequest:
 * @dimension_id: a dimension that is known by tags
 * @tags: (array length=n_tags): tags of it that shall be set
 * @n_tags: how many; more than one only where the dimension takes several
 * @keeps: whether the other tags stay that are set already; they never do where it takes one
 * @since: (nullable): as of when they hold, ISO; today if not given
 * @source: (nullable): where that is known from
 * @confidence: (nullable): code of %CLINCH_CHOICE_CONFIDENCE
 * @note: (nullable): what there is to say
 *
 * What becomes known of a customer in one dimension. Without tags the dimension becomes unknown.
 */
typedef struct
{
  gint64        dimension_id;
  const gint64 *tags;
  gsize         n_tags;
  gboolean      keeps;
  const char   *since;
  const char   *source;
  const char   *confidence;
  const char   *note;
} ClinchTagRequest;

/**
 * clinch_operation_set_tags:
 * @txn: a step
 * @customer_id: key of a customer
 * @request: what becomes known
 * @error: %CLINCH_STORE_ERROR_REFUSED where the dimension is not known by tags, or does not take
 *   these
 *
 * Sets tags, in the name of “me”. A tag that is set already is confirmed: it gets the new date and
 * source. Where the dimension takes one tag, the entry that is there becomes the new one, so that
 * its history tells what was known before.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_set_tags     (ClinchTxn               *txn,
                                        gint64                   customer_id,
                                        const ClinchTagRequest  *request,
                                        GError                 **error);

/**
 * clinch_operation_confirm_tags:
 * @txn: a step
 * @customer_id: key of a customer
 * @dimension_id: a dimension that is known by tags
 * @error: %CLINCH_STORE_ERROR_REFUSED where nothing is known that could be confirmed
 *
 * Says, in the name of “me”, that what is known in the dimension still holds: as of today, from the
 * same sources.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_confirm_tags (ClinchTxn               *txn,
                                        gint64                   customer_id,
                                        gint64                   dimension_id,
                                        GError                 **error);

/**
 * clinch_operation_set_grade:
 * @txn: a step
 * @customer_id: key of a customer
 * @grade: (nullable): code of a grade; %NULL leaves it to the profile again
 * @reason: (nullable): why it is not left to the profile
 * @error: %CLINCH_STORE_ERROR_NEEDS_REASON where the profile says another grade and no reason is
 *   given
 *
 * Sets the grade by hand.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_set_grade    (ClinchTxn               *txn,
                                        gint64                   customer_id,
                                        const char              *grade,
                                        const char              *reason,
                                        GError                 **error);

/**
 * clinch_operation_settle_grade:
 * @txn: a step
 * @customer_id: key of a customer
 * @changes: an edit of the customer
 * @error: as for clinch_operation_set_grade()
 *
 * Looks at the grade in an edit: against the profile it needs a reason, there already or in the
 * same edit. Without a grade, or with the one that the profile says, there is nothing to explain:
 * the reason goes and the grade follows the profile again.
 *
 * Returns: (transfer full) (nullable): what the edit comes to
 */
ClinchRow *clinch_operation_settle_grade (ClinchTxn             *txn,
                                          gint64                 customer_id,
                                          const ClinchRow       *changes,
                                          GError               **error)
                                          G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
