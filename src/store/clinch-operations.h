// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-txn.h"

G_BEGIN_DECLS

/* What is done to records, with all that belongs to it: the functions that pages, the command line
 * and the sample share. Each runs inside a step and gives it its action where it has none yet. */

#define CLINCH_MOVE_BOTTOM (-1)

/* Distance at which opportunities are placed in a column, so that others fit between them. */
#define CLINCH_POSITION_GAP (G_GINT64_CONSTANT (1) << 20)

/**
 * ClinchMoveRequest:
 * @stage_id: where to
 * @before_id: the opportunity above which it shall stand, 0 for the top of the column,
 *   %CLINCH_MOVE_BOTTOM for its end
 * @reason: (nullable): why it was lost; required by a lost stage
 * @competitor: (nullable): who won it
 * @has_amount: whether @amount is given
 * @amount: amount signed, minor units
 * @date: (nullable): day of signing or loss, ISO; today if not given
 *
 * How opportunities are moved.
 */
typedef struct
{
  gint64 stage_id;
  gint64 before_id;
  const char *reason;
  const char *competitor;
  gboolean has_amount;
  gint64 amount;
  const char *date;
} ClinchMoveRequest;

/**
 * clinch_operation_add:
 * @txn: a step
 * @row: the new record; what it needs and does not have is filled in
 * @error: where the reason goes
 *
 * Adds a record. An opportunity gets its customer's owner and currency, the first pipeline and its
 * first stage, a place on top of the column and its first stage move; a follow-up its author, its
 * time, and the customer of its opportunity or contact, and its next step becomes its
 * opportunity's; a requirement is one that the customer should have; a customer gets “me” as owner
 * and the workspace's currency.
 *
 * Returns: key of the new record, 0 on failure
 */
gint64   clinch_operation_add     (ClinchTxn                *txn,
                                   ClinchRow                *row,
                                   GError                  **error);

/**
 * clinch_operation_move:
 * @txn: a step
 * @ids: (array length=n_ids): opportunities, in the order in which they shall stand
 * @n_ids: how many
 * @request: where to, and what must be said with it
 * @error: %CLINCH_STORE_ERROR_NEEDS_REASON where a lost stage is entered without one
 *
 * Moves opportunities to a stage, or inside their column where they stand in it already. Entering a
 * won or lost stage sets the closing day; leaving one for an open stage clears it. Each move is
 * recorded as a stage move.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_move    (ClinchTxn                *txn,
                                   const gint64             *ids,
                                   gsize                     n_ids,
                                   const ClinchMoveRequest  *request,
                                   GError                  **error);

/**
 * clinch_operation_edit:
 * @txn: a step
 * @kind: a kind
 * @ids: (array length=n_ids): records of that kind
 * @n_ids: how many
 * @changes: a row with the fields to set
 * @error: where the reason goes
 *
 * Sets fields of one record or of many. A customer's grade against its profile needs a reason, see
 * clinch_operation_settle_grade().
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_edit    (ClinchTxn                *txn,
                                   ClinchKind                kind,
                                   const gint64             *ids,
                                   gsize                     n_ids,
                                   const ClinchRow          *changes,
                                   GError                  **error);

/**
 * clinch_operation_delete:
 * @txn: a step
 * @kind: a kind
 * @ids: (array length=n_ids): records of that kind
 * @n_ids: how many
 * @error: where the reason goes
 *
 * Moves records to the recycle bin, with what belongs to them.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_delete  (ClinchTxn                *txn,
                                   ClinchKind                kind,
                                   const gint64             *ids,
                                   gsize                     n_ids,
                                   GError                  **error);

/**
 * clinch_operation_restore:
 * @txn: a step
 * @kind: a kind
 * @id: a record of that kind in the recycle bin
 * @error: where the reason goes
 *
 * Brings a record back, with what went with it.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_restore (ClinchTxn                *txn,
                                   ClinchKind                kind,
                                   gint64                    id,
                                   GError                  **error);

/**
 * clinch_operation_name:
 * @db: a connection
 * @row: a record
 *
 * Returns: (transfer full): what labels call it: its name, or the beginning of its text where it
 *   has none, or whose and of what period it is
 */
char    *clinch_operation_name    (ClinchDb                 *db,
                                   const ClinchRow          *row) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_operation_top:
 * @db: a connection
 * @stage_id: a stage
 * @position: (out): a position above all opportunities of the stage
 * @error: where the reason goes
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_top     (ClinchDb                 *db,
                                   gint64                    stage_id,
                                   gint64                   *position,
                                   GError                  **error);

G_END_DECLS
