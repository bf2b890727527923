// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a file and writes a contact, or those of a customer, into it as vCards; @name is what it
 * is called if nobody says otherwise. See clinch_vcard_export(). */
void clinch_export_vcard (GtkWidget       *widget,
                          ClinchWorkspace *workspace,
                          ClinchKind       kind,
                          gint64           id,
                          const char      *name);

G_END_DECLS
