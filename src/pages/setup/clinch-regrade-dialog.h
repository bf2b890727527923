// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-regrade-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Lists the customers whose grade a preview says would change; one that is chosen is opened. */
void clinch_regrade_dialog_present (GtkWidget                  *parent,
                                    const ClinchRegradePreview *preview);

G_END_DECLS
