// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_IMPORT_DIALOG (clinch_import_dialog_get_type ())

/**
 * ClinchImportDialog:
 *
 * From a file to records, step by step: file, columns, names, preview, import, result. Nothing is
 * written before the import; cancelling leaves nothing.
 */
G_DECLARE_FINAL_TYPE (ClinchImportDialog, clinch_import_dialog, CLINCH, IMPORT_DIALOG, AdwDialog)

ClinchImportDialog *clinch_import_dialog_new  (ClinchWorkspace    *workspace);

/* Reads a file as if the user had chosen it. */
void                clinch_import_dialog_open (ClinchImportDialog *self,
                                               const char         *path);

G_END_DECLS
