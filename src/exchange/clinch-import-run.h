// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-import-plan.h"
#include "clinch-import-result.h"
#include "clinch-txn.h"

G_BEGIN_DECLS

/**
 * ClinchImportProgress:
 * @done: rows that are done
 * @total: rows there are
 * @user_data: as given
 *
 * Told now and then, in the thread that does the work.
 */
typedef void (*ClinchImportProgress) (guint     done,
                                      guint     total,
                                      gpointer  user_data);

/**
 * clinch_import_check:
 * @plan: a plan
 * @db: a connection
 * @progress: (nullable) (scope call): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: MAPPING if the plan cannot be carried out, CANCELLED, or what the store says
 *
 * Goes through all rows as clinch_import_run() would now, and writes nothing.
 *
 * Returns: (transfer full) (nullable): what the import would do
 */
ClinchImportResult *clinch_import_check   (ClinchImportPlan      *plan,
                                           ClinchDb              *db,
                                           ClinchImportProgress   progress,
                                           gpointer               progress_data,
                                           GCancellable          *cancellable,
                                           GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_run:
 * @plan: a plan
 * @txn: a step, which gets the action %CLINCH_ACTION_IMPORT
 * @progress: (nullable) (scope call): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: MAPPING if the plan cannot be carried out, CANCELLED, or what the store says; then the
 *   step must be rolled back
 *
 * Imports the rows as part of one step.
 *
 * Returns: (transfer full) (nullable): what was done
 */
ClinchImportResult *clinch_import_run     (ClinchImportPlan      *plan,
                                           ClinchTxn             *txn,
                                           ClinchImportProgress   progress,
                                           gpointer               progress_data,
                                           GCancellable          *cancellable,
                                           GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_check_all:
 * @plans: (element-type ClinchImportPlan): plans of files that belong together
 * @db: a connection
 * @progress: (nullable) (scope call): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: as for clinch_import_check()
 *
 * As clinch_import_check(), for clinch_import_run_all().
 *
 * Returns: (transfer full) (nullable) (element-type ClinchImportResult): the results, in the order
 *   of @plans
 */
GPtrArray          *clinch_import_check_all (GPtrArray            *plans,
                                             ClinchDb             *db,
                                             ClinchImportProgress  progress,
                                             gpointer              progress_data,
                                             GCancellable         *cancellable,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_import_run_all:
 * @plans: (element-type ClinchImportPlan): plans of files that belong together, such as those of
 *   one export
 * @txn: a step
 * @progress: (nullable) (scope call): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: as for clinch_import_run()
 *
 * Imports several files as one step, in the order in which their kinds need each other, so that
 * records may refer to others that only a later file brings (a team to its manager).
 *
 * Returns: (transfer full) (nullable) (element-type ClinchImportResult): the results, in the order
 *   of @plans
 */
GPtrArray          *clinch_import_run_all (GPtrArray             *plans,
                                           ClinchTxn             *txn,
                                           ClinchImportProgress   progress,
                                           gpointer               progress_data,
                                           GCancellable          *cancellable,
                                           GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
