// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

/* Opens what the link of a material leads to, or says why not. */
void clinch_material_open_link (GtkWidget  *widget,
                                const char *link);

/* Notes that a customer was shown a material; @customer_id is 0 where it is still to be said
 * whom. */
void clinch_material_share     (GtkWidget  *widget,
                                gint64      material_id,
                                gint64      customer_id);

G_END_DECLS
