// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-record.h"

G_BEGIN_DECLS

/**
 * ClinchTableColumn:
 * @id: name in settings
 * @sort: what the store sorts by
 * @field: the field that is shown, or one of the two below
 * @inverted: whether ascending on the screen is descending in the store
 * @numeric: whether figures stand at the end of the cell
 * @usual: whether it is shown unless somebody chose otherwise
 * @width: its width at first, in pixels
 *
 * A column that the table can have.
 */
typedef struct
{
  const char *id;
  const char *sort;
  int field;
  gboolean inverted;
  gboolean numeric;
  gboolean usual;
  int width;
} ClinchTableColumn;

#define CLINCH_TABLE_FIELD_GRADE (-1) /* the customer's */
#define CLINCH_TABLE_FIELD_DAYS (-2)  /* in the stage */

const ClinchTableColumn *clinch_table_columns      (guint                   *n_columns);
const ClinchTableColumn *clinch_table_column_find  (const char              *id);
const char              *clinch_table_column_title (const ClinchTableColumn *column);

/* What a cell shows; "" while the record is hollow. @now is in Unix seconds. */
char                    *clinch_table_column_show  (const ClinchTableColumn *column,
                                                    ClinchRecord            *opportunity,
                                                    gint64                   now)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/* What is copied: one cell of a spreadsheet, exact, and never a formula. Amounts in @currency are
 * plain numbers, others name their currency. */
char                    *clinch_table_column_copy  (const ClinchTableColumn *column,
                                                    const ClinchLoadedRow   *opportunity,
                                                    const char              *currency,
                                                    gint64                   now)
                                                    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
