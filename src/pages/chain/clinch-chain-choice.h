// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row to choose from a field's list, with “not judged” on top. */
GtkWidget  *clinch_chain_choice_new      (ClinchKind  kind,
                                          int         field,
                                          const char *code);

/* The code that is chosen, NULL for none. */
const char *clinch_chain_choice_get_code (GtkWidget  *row);
void        clinch_chain_choice_set_code (GtkWidget  *row,
                                          const char *code);

G_END_DECLS
