// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-board-table.h"
#include "clinch-table-columns.h"

G_BEGIN_DECLS

struct _ClinchBoardTable
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scrolled_window;
  GtkColumnView *column_view;
  GtkActionBar *action_bar;
  GtkLabel *selection_label;
  GtkMenuButton *owner_button;
  GtkMenuButton *stage_button;
  GtkMenuButton *date_button;

  ClinchWorkspace *workspace;
  GSettings *settings;
  gint64 pipeline_id;
  ClinchQuery *query;
  ClinchRecordList *list;
  GtkMultiSelection *selection;
  ClinchColumnSet *columns;
  GtkWidget *menu;
  guint widen_source;
  gboolean narrow;
};

/* The keys of what is selected, in the order of the table. */
GArray *clinch_board_table_dup_selection   (ClinchBoardTable *self) G_GNUC_WARN_UNUSED_RESULT;

void    clinch_board_table_install_actions (GtkWidgetClass   *widget_class);
void    clinch_board_table_init_actions    (ClinchBoardTable *self);
void    clinch_board_table_update_stages   (ClinchBoardTable *self);

G_END_DECLS
