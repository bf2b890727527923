// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-query.h"
#include "clinch-value.h"

G_BEGIN_DECLS

/* Adds a condition such as "customer.grade=S", "amount>=120万", "owner!=王敏", "name~MES",
 * "next-date=" (empty). */
gboolean clinch_command_filter_add (ClinchQuery         *query,
                                    ClinchValueContext  *context,
                                    const char          *condition,
                                    GError             **error);

G_END_DECLS
