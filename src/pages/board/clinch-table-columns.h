// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-column-set.h"

G_BEGIN_DECLS

#define CLINCH_TABLE_FIELD_GRADE (-1) /* the customer's */
#define CLINCH_TABLE_FIELD_DAYS (-2)  /* in the stage */
#define CLINCH_TABLE_FIELD_WEIGHTED (-3) /* amount times probability */

/* The column that a weighted sum is made of. */
#define CLINCH_TABLE_WEIGHTED "weighted"

/* The columns of the table of opportunities. */
extern const ClinchTableInfo clinch_table_info;

/* Those of a narrow window. */
extern const char *const clinch_table_narrow_columns[];

G_END_DECLS
