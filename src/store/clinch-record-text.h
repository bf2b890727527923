// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-txn.h"

G_BEGIN_DECLS

/* Records written from text: what the command line and in-place editing share. */

/**
 * clinch_record_add:
 * @txn: a step
 * @kind: a kind
 * @assignments: (array zero-terminated=1): "FIELD=VALUE" texts
 * @error: names the field and what is wrong with it
 *
 * Adds a record with clinch_operation_add(). A field is named as in the command line ("next-date"),
 * values are read as clinch_value_parse() does.
 *
 * Returns: key of the new record, 0 on failure
 */
gint64   clinch_record_add        (ClinchTxn           *txn,
                                   ClinchKind           kind,
                                   const char *const   *assignments,
                                   GError             **error);

/**
 * clinch_record_edit:
 * @txn: a step
 * @kind: a kind
 * @id: key of a record
 * @assignments: (array zero-terminated=1): "FIELD=VALUE" texts
 * @error: names the field and what is wrong with it
 *
 * Edits a record. A new stage of an opportunity makes it move (clinch_operation_move()) with the
 * lost reason, competitor, amount and closing day that are given beside it. A new currency keeps
 * the figures: 100 CNY become 100 JPY.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_record_edit       (ClinchTxn           *txn,
                                   ClinchKind           kind,
                                   gint64               id,
                                   const char *const   *assignments,
                                   GError             **error);

/**
 * clinch_record_edit_field:
 * @txn: a step
 * @field: a field
 * @id: key of a record of its kind
 * @text: (nullable): the value
 * @error: names the field and what is wrong with it
 *
 * As clinch_record_edit() for a single field.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_record_edit_field (ClinchTxn           *txn,
                                   const ClinchField   *field,
                                   gint64               id,
                                   const char          *text,
                                   GError             **error);

G_END_DECLS
