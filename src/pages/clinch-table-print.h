// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-column-set.h"
#include "clinch-page.h"
#include "clinch-paper.h"

G_BEGIN_DECLS

/* No more rows go onto paper; the head says so. */
#define CLINCH_TABLE_PRINT_ROWS 1000

/**
 * ClinchTablePrint:
 * @title: what the table shows
 * @conditions: (nullable): what its filter lets through, %NULL for everything
 * @query: which records, in what order
 * @columns: the columns that are shown
 * @headings: (nullable) (element-type gint64 utf8): of opportunities in the order of their stages,
 *   by key of the stage: what stands above its rows, in place of a column
 *
 * A table as it shall be printed. Whoever gets it keeps nothing of it.
 */
typedef struct
{
  const char *title;
  const char *conditions;
  const ClinchQuery *query;
  ClinchColumnSet *columns;
  GHashTable *headings;
} ClinchTablePrint;

/* Lays the table out, off the screen: all rows are read, whether somebody has looked at them or
 * not. */
void         clinch_table_paper_async  (ClinchWorkspace         *workspace,
                                        const ClinchTablePrint  *print,
                                        GCancellable            *cancellable,
                                        GAsyncReadyCallback      callback,
                                        gpointer                 user_data);
ClinchPaper *clinch_table_paper_finish (ClinchWorkspace         *workspace,
                                        GAsyncResult            *result,
                                        GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* Opens the print dialog with it. */
void         clinch_table_print        (ClinchPage              *page,
                                        const ClinchTablePrint  *print);

G_END_DECLS
