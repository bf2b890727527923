// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-column-set.h"
#include "clinch-record-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_BOARD_TABLE (clinch_board_table_get_type ())

/**
 * ClinchBoardTable:
 *
 * Opportunities as a table, sorted by the store when a heading is clicked. Columns can be chosen,
 * moved and resized, and are remembered. A bar appears with the selection, for changing owner,
 * stage and date of all of them, each as one step.
 *
 * Signals: “open” (ClinchRecord, ClinchRecordList): a row was activated. “sort-changed”: the user
 * sorted by another column.
 */
G_DECLARE_FINAL_TYPE (ClinchBoardTable, clinch_board_table, CLINCH, BOARD_TABLE, GtkWidget)

void        clinch_board_table_set_workspace (ClinchBoardTable  *self,
                                              ClinchWorkspace   *workspace,
                                              GSettings         *settings);
/* Whose stages can be chosen for the selection. */
void        clinch_board_table_set_pipeline  (ClinchBoardTable  *self,
                                              gint64             pipeline_id);
/* Which opportunities; the table adds the order. */
void        clinch_board_table_set_query     (ClinchBoardTable  *self,
                                              const ClinchQuery *query);

/* “amount”, or “-amount” for the greatest first; "" for the usual order. */
char       *clinch_board_table_dup_sort      (ClinchBoardTable  *self) G_GNUC_WARN_UNUSED_RESULT;
void        clinch_board_table_set_sort      (ClinchBoardTable  *self,
                                              const char        *sort);

/* A narrow table has few columns, and says how many rows are selected as a figure alone; a wide one
 * has the columns that were chosen. */
void        clinch_board_table_set_narrow    (ClinchBoardTable  *self,
                                              gboolean           narrow);

/* What is shown, in its order: %NULL before there is a query. */
const ClinchQuery *clinch_board_table_get_query (ClinchBoardTable *self);
ClinchColumnSet   *clinch_board_table_get_columns (ClinchBoardTable *self);

/* The menu in which columns are chosen. */
GMenuModel   *clinch_board_table_get_columns_menu   (ClinchBoardTable *self);
/* The actions “columns.…” of that menu. */
GActionGroup *clinch_board_table_get_column_actions (ClinchBoardTable *self);

G_END_DECLS
