// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-column-set.h"
#include "clinch-page.h"
#include "clinch-record-list.h"

G_BEGIN_DECLS

/**
 * ClinchRecordTableInfo:
 * @kind: of the records, one of which an activated row opens
 * @columns: the columns there are
 * @narrow_columns: (array zero-terminated=1): those of a narrow window
 * @sort_key: the setting that remembers the order
 * @make_query: what a page wants to see at present, without its order; (transfer full)
 * @describe_count: "3 customers", for a number of records; (transfer full)
 */
typedef struct
{
  ClinchKind kind;
  const ClinchTableInfo *columns;
  const char *const *narrow_columns;
  const char *sort_key;
  ClinchQuery *(*make_query) (ClinchPage *page);
  char *(*describe_count) (guint n);
} ClinchRecordTableInfo;

#define CLINCH_TYPE_RECORD_TABLE (clinch_record_table_get_type ())

/**
 * ClinchRecordTable:
 *
 * What the pages share that list the records of one kind in a table: the list and its order, the
 * columns and their menu, several selected rows, and what stands there while nothing is found. The
 * page holds it and drops it with clinch_record_table_close().
 *
 * It emits “selection-changed”.
 */
G_DECLARE_FINAL_TYPE (ClinchRecordTable, clinch_record_table, CLINCH, RECORD_TABLE, GObject)

/* The parts of a page's template that a table fills. The stack has the pages “list”, “empty” and
 * “nothing”; the columns become the last section of the menu. */
typedef struct
{
  GtkColumnView *view;
  GtkStack *stack;
  GtkLabel *count_label; /* how many there are while not all of them are shown */
  GMenu *menu;
} ClinchRecordTableParts;

ClinchRecordTable *clinch_record_table_new           (ClinchPage                   *page,
                                                      const ClinchRecordTableInfo  *info,
                                                      const ClinchRecordTableParts *parts)
                                                      G_GNUC_WARN_UNUSED_RESULT;
void               clinch_record_table_close         (ClinchRecordTable            *self);

/* Asks the page anew what it wants to see. */
void               clinch_record_table_refresh       (ClinchRecordTable            *self);
void               clinch_record_table_set_narrow    (ClinchRecordTable            *self,
                                                      gboolean                      narrow);

ClinchRecordList  *clinch_record_table_get_list      (ClinchRecordTable            *self);
ClinchColumnSet   *clinch_record_table_get_columns   (ClinchRecordTable            *self);

/* Prints all rows. @conditions says what the page lets through, %NULL for everything. */
void               clinch_record_table_print         (ClinchRecordTable            *self,
                                                      const char                   *title,
                                                      const char                   *conditions);

/* Puts the selected rows into the clipboard; Ctrl+C in the rows asks the page for “page.copy”. */
void               clinch_record_table_copy          (ClinchRecordTable            *self);

/* The keys of the selected rows, gint64, from top to bottom. */
GArray            *clinch_record_table_dup_selection (ClinchRecordTable            *self)
                                                      G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
