// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* On the widget of a cell: its GtkColumnViewCell, which lives as long. */
#define CLINCH_TABLE_CELL_KEY "clinch-cell"

/**
 * ClinchTableColumn:
 * @id: name in settings
 * @sort: (nullable): what the store sorts by
 * @field: the field that is shown, or less than 0 for what the table works out itself
 * @inverted: whether ascending on the screen is descending in the store
 * @numeric: whether figures stand at the end of the cell
 * @usual: whether it is shown unless somebody chose otherwise
 * @width: its width at first, in pixels
 *
 * A column that a table of records can have.
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

/**
 * ClinchTableInfo:
 * @columns: (array length=n_columns): what columns there are, in their usual order
 * @n_columns: how many
 * @title: heading of a column, translated
 * @show: what a cell shows; "" while the record is hollow. The instant is in Unix seconds
 * @hint: (nullable): what is said about a cell in addition, or %NULL for nothing
 * @copy: (nullable): what is copied of a cell, read in a job; amounts in the currency are plain
 *   numbers
 * @order_key: name of the setting with the columns that are shown, in order
 * @widths_key: name of the setting with their widths
 *
 * What a table is made of.
 */
typedef struct
{
  const ClinchTableColumn *columns;
  guint n_columns;
  const char *(*title) (const ClinchTableColumn *column);
  char *(*show) (const ClinchTableColumn *column, ClinchRecord *record, gint64 now);
  char *(*hint) (const ClinchTableColumn *column, ClinchRecord *record);
  char *(*copy) (const ClinchTableColumn *column, const ClinchLoadedRow *row, const char *currency,
                 gint64 now);
  const char *order_key;
  const char *widths_key;
} ClinchTableInfo;

const ClinchTableColumn *clinch_table_info_find (const ClinchTableInfo *info,
                                                 const char            *id);

#define CLINCH_TYPE_COLUMN_SET (clinch_column_set_get_type ())

/**
 * ClinchColumnSet:
 *
 * The columns of a table of records: their cells, which of them are shown in which order and width,
 * and what the table is sorted by, which is the store's work. Signal “sort-changed”: somebody
 * pressed a heading.
 */
G_DECLARE_FINAL_TYPE (ClinchColumnSet, clinch_column_set, CLINCH, COLUMN_SET, GObject)

/* @view has no columns yet; actions named “columns.ID” are put into it. */
ClinchColumnSet         *clinch_column_set_new        (GtkColumnView         *view,
                                                       const ClinchTableInfo *info,
                                                       GSettings             *settings)
                                                       G_GNUC_WARN_UNUSED_RESULT;

/* Before the view goes: what was not saved yet is, and what happens then is nobody's doing. */
void                     clinch_column_set_close      (ClinchColumnSet       *self);

/* Only the columns @ids, of which the first gets the room that is left, until it is called with
 * %NULL; what was chosen is kept for then. */
void                     clinch_column_set_limit      (ClinchColumnSet       *self,
                                                       const char * const    *ids);

/* One column more, for what is looked at just now, until clinch_column_set_limit() is called with
 * %NULL; what is changed meanwhile is not kept. */
void                     clinch_column_set_add        (ClinchColumnSet       *self,
                                                       const char            *id);

/* The column that the table is sorted by, %NULL for none. */
const ClinchTableColumn *clinch_column_set_get_sorted (ClinchColumnSet       *self,
                                                       gboolean              *descending);

/* (element-type ClinchTableColumn): what is shown, in the order on the screen. */
GPtrArray               *clinch_column_set_dup_shown  (ClinchColumnSet       *self)
                                                       G_GNUC_WARN_UNUSED_RESULT;
const ClinchTableInfo   *clinch_column_set_get_info   (ClinchColumnSet       *self);

/* Name of a column, with “-” in front for the greatest first; "" for none. No signal is sent. */
void                     clinch_column_set_set_sort   (ClinchColumnSet       *self,
                                                       const char            *sort);
char                    *clinch_column_set_dup_sort   (ClinchColumnSet       *self)
                                                       G_GNUC_WARN_UNUSED_RESULT;

/* To choose columns from. */
GMenuModel              *clinch_column_set_get_menu    (ClinchColumnSet      *self);
GActionGroup            *clinch_column_set_get_actions (ClinchColumnSet      *self);

G_END_DECLS
