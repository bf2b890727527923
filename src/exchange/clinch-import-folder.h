// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-import-plan.h"

G_BEGIN_DECLS

/**
 * clinch_import_folder_plan:
 * @directory: a folder that clinch_export_run() wrote
 * @db: a connection
 * @cancellable: (nullable): stops the reading
 * @error: FORMAT if the folder holds none of the files, or what is wrong with one of them
 *
 * Reads all files of an export and plans to import them together, see clinch_import_run_all(). Into
 * a workspace without customers and opportunities everything comes back as it was, identifiers
 * included: its unused pipelines give way to those of the export, and what it has besides (whoever
 * “me” is, its settings) takes what the export says. In any other workspace what is there already
 * is left as it is; change the plans for something else.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchImportPlan): a plan for each file
 */
GPtrArray *clinch_import_folder_plan (const char    *directory,
                                      ClinchDb      *db,
                                      GCancellable  *cancellable,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
