// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

/* The pages that belong to a customer, of which clinch-customer-rooms.c has the table. */

/* Puts a row for each of them into @group. */
void clinch_customer_rooms_fill (AdwPreferencesGroup *group,
                                 ClinchWorkspace     *workspace,
                                 gint64               customer_id);

G_END_DECLS
