// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-column-set.h"

G_BEGIN_DECLS

/* The columns of the list of customers. */
extern const ClinchTableInfo clinch_customer_table_info;

/* Those that a narrow window has room for, ended by %NULL. */
extern const char *const clinch_customer_narrow_columns[];

G_END_DECLS
