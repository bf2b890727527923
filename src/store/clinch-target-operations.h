// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-period.h"
#include "clinch-txn.h"

G_BEGIN_DECLS

/* What targets and forecasts need beside what all records do; see clinch-operations.h. */

/**
 * clinch_target_name:
 * @db: a workspace
 * @row: a target or a forecast
 *
 * Returns: (transfer full): what it is called: whose it is and the period, “Wang Min · 2026-Q4”
 */
char    *clinch_target_name                (ClinchDb               *db,
                                            const ClinchRow        *row) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_operation_fill_target:
 * @txn: a step
 * @row: a new target or forecast; what it needs is filled in
 * @error: where the reason goes
 *
 * It is for the quarter of today unless something else is said, and any day means the period in
 * which it lies. Targets are by the amount won. A forecast is what is expected now.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_operation_fill_target      (ClinchTxn              *txn,
                                            ClinchRow              *row,
                                            GError                **error);

/**
 * clinch_operation_settle_target:
 * @txn: a step
 * @id: a target or forecast
 * @changes: a row with the fields to set on it
 * @error: where the reason goes
 *
 * Keeps a period whole: another length or day means the period in which the day lies.
 *
 * Returns: (transfer full) (nullable): the fields to set
 */
ClinchRow *clinch_operation_settle_target  (ClinchTxn              *txn,
                                            gint64                  id,
                                            const ClinchRow        *changes,
                                            GError                **error)
                                            G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_forecast_expected:
 * @db: a workspace
 * @member_id: a member
 * @period: a period
 * @currency: what is counted in
 * @expected: (out): minor units
 * @error: where the reason goes
 *
 * What the data promises: the amount of what the member has won in the period, and of what is open
 * and expected to be signed in it, the latter times its probability, rounded half away from zero.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_forecast_expected          (ClinchDb               *db,
                                            gint64                  member_id,
                                            const ClinchPeriod     *period,
                                            const char             *currency,
                                            gint64                 *expected,
                                            GError                **error);

/**
 * clinch_forecast_keep:
 * @txn: a step
 * @period: a period
 * @n_kept: (out): how many were kept
 * @error: where the reason goes
 *
 * Keeps a forecast for each member who owns something open or has a target in the period, unless
 * one was kept before, even if it was deleted since.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_forecast_keep              (ClinchTxn              *txn,
                                            const ClinchPeriod     *period,
                                            guint                  *n_kept,
                                            GError                **error);

/**
 * clinch_forecast_keep_due:
 * @txn: a step
 * @error: where the reason goes
 *
 * The same for the month, the quarter and the year of today, as upkeep that undo passes over.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_forecast_keep_due          (ClinchTxn              *txn,
                                            GError                **error);

/**
 * clinch_target_guard:
 * @txn: a step that is about to be committed
 * @changes: what it changed
 * @error: %CLINCH_STORE_ERROR_REFUSED with a sentence that names the target
 *
 * Whoever writes them (a page, an import, an undo): a target is of a member, of a team or of the
 * company, and there is one for each of them, period and metric; there is one forecast for each
 * member and period; and a period begins on its first day.
 *
 * Returns: %TRUE if the step may be committed
 */
gboolean clinch_target_guard               (ClinchTxn              *txn,
                                            const ClinchChangeSet  *changes,
                                            GError                **error);

G_END_DECLS
