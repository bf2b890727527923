// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_APPLICATION (clinch_application_get_type ())

/**
 * ClinchApplication:
 *
 * The program with a window: one for each session, reachable over D-Bus with the actions
 * "show-page", "open-customer", "open-contact", "open-opportunity", "import-file" and "search". It
 * opens workspaces and files to import.
 */
G_DECLARE_FINAL_TYPE (ClinchApplication, clinch_application, CLINCH, APPLICATION, AdwApplication)

ClinchApplication *clinch_application_new          (void);
GSettings         *clinch_application_get_settings  (ClinchApplication *self);

G_END_DECLS
