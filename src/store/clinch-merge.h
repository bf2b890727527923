// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-txn.h"

G_BEGIN_DECLS

/**
 * ClinchMergeRequest:
 * @kind: customers or contacts
 * @keep_id: the record that stays
 * @other_id: the one that becomes part of it
 * @take: bit set of the fields whose value is that of the other
 * @both: bit set of the fields of long text that hold both texts, one below the other
 *
 * How two records become one.
 */
typedef struct
{
  ClinchKind kind;
  gint64 keep_id;
  gint64 other_id;
  guint64 take;
  guint64 both;
} ClinchMergeRequest;

/**
 * clinch_merge_is_possible:
 * @kind: a kind
 *
 * Returns: %TRUE if records of @kind can be merged
 */
gboolean clinch_merge_is_possible (ClinchKind                 kind);

/**
 * clinch_merge_differs:
 * @keep: a record
 * @other: another of its kind
 * @field: a field of the kind
 *
 * Returns: %TRUE if somebody has to choose: it can be edited, and both have a value, not the same
 */
gboolean clinch_merge_differs     (const ClinchRow           *keep,
                                   const ClinchRow           *other,
                                   int                        field);

/**
 * clinch_merge_propose:
 * @keep: the record that stays
 * @other: the one that becomes part of it
 *
 * The choice by which nothing is lost that need not be: what is empty is filled, long texts are
 * joined, all else stays. Amounts in another currency are not taken unasked, since the currency
 * would have to change with them.
 *
 * Returns: a request for the two
 */
ClinchMergeRequest clinch_merge_propose (const ClinchRow     *keep,
                                         const ClinchRow     *other);

/**
 * clinch_merge_count:
 * @db: a connection
 * @kind: a kind
 * @id: a record
 * @counts: (out caller-allocates) (array fixed-size=CLINCH_N_KINDS): for each kind how many of its
 *   living records point at it
 * @error: where the reason goes
 *
 * Says what moves when the record becomes part of another.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_merge_count       (ClinchDb                  *db,
                                   ClinchKind                 kind,
                                   gint64                     id,
                                   gint64                     counts[CLINCH_N_KINDS],
                                   GError                   **error);

/**
 * clinch_operation_merge:
 * @txn: a step
 * @request: what becomes of what
 * @error: %CLINCH_STORE_ERROR_REFUSED where it makes no sense: another kind, one and the same
 *   record, one that lies in the recycle bin, or one that stands below the other
 *
 * Two records of a kind become one, as part of one step. The one that stays takes the values that
 * were chosen; whatever points at the other, in whatever field and also from the recycle bin,
 * points at it from now on; the other goes to the recycle bin. An amount and its currency are taken
 * together. Where a unique index allows what pointed at the other only once, the record that stays
 * keeps its own, and that of the other goes to the recycle bin, as does what led from the one to
 * the other.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_merge   (ClinchTxn                 *txn,
                                   const ClinchMergeRequest  *request,
                                   GError                   **error);

G_END_DECLS
