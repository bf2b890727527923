// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_WELCOME_PAGE (clinch_welcome_page_get_type ())

/**
 * ClinchWelcomePage:
 *
 * The four ways to begin. It activates “win.begin” (s) with "sample", "import", "empty" or "open".
 */
G_DECLARE_FINAL_TYPE (ClinchWelcomePage, clinch_welcome_page, CLINCH, WELCOME_PAGE, AdwBin)

G_END_DECLS
