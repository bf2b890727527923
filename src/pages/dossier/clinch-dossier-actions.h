// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

/* Asks where to and writes the dossier of a customer there; says what came of it as a toast.
 * @name: what the file may be called. */
void clinch_dossier_save  (GtkWidget       *widget,
                           ClinchWorkspace *workspace,
                           gint64           customer_id,
                           const char      *name);

/* Prints the dossier of a customer, by way of the print dialog. */
void clinch_dossier_print (GtkWidget       *widget,
                           ClinchWorkspace *workspace,
                           gint64           customer_id);

G_END_DECLS
