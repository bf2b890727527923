// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-column-set.h"

G_BEGIN_DECLS

/* The columns of the library. */
extern const ClinchTableInfo clinch_material_table_info;

/* Those that a narrow window has room for, ended by NULL. */
extern const char *const     clinch_material_narrow_columns[];

G_END_DECLS
