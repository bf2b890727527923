// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_FAILURE_PAGE (clinch_failure_page_get_type ())

/**
 * ClinchFailurePage:
 *
 * A workspace that could not be opened: what is wrong, where, and the ways out that there are for
 * it. The buttons activate “win.open-directory”, “win.open-read-only”, “win.restore-backup”,
 * “win.forget-workspace” and “win.show-in-files” with its folder, “win.workspaces”, and
 * “win.leave-failure”.
 */
G_DECLARE_FINAL_TYPE (ClinchFailurePage, clinch_failure_page, CLINCH, FAILURE_PAGE, AdwBin)

/* Shows @error. @mode is how the workspace was tried; @back is the name of the one that is still
 * open behind, or NULL. */
void clinch_failure_page_show (ClinchFailurePage *self,
                               const char        *directory,
                               ClinchStoreOpen    mode,
                               const GError      *error,
                               const char        *back);

G_END_DECLS
