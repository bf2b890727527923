// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-board-table-private.h"

#include <glib/gi18n-lib.h>

/* The first frame shows what is in sight; a column view keeps 205 rows, past which more cost
 * nothing. */
#define WINDOW_FIRST 40
#define WINDOW_STEP 12
#define WINDOW_ENOUGH 240

G_DEFINE_FINAL_TYPE (ClinchBoardTable, clinch_board_table, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  SORT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
widen_cb (gpointer user_data)
{
  ClinchBoardTable *self = user_data;
  guint window = clinch_record_list_get_window (self->list) + WINDOW_STEP;

  if (window < WINDOW_ENOUGH)
    {
      clinch_record_list_set_window (self->list, window);
      return G_SOURCE_CONTINUE;
    }

  clinch_record_list_set_window (self->list, 0);
  self->widen_source = 0;
  return G_SOURCE_REMOVE;
}

static void
activate_cb (ClinchBoardTable *self,
             guint             position,
             GtkColumnView    *column_view)
{
  g_autoptr(ClinchRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (record != NULL)
    g_signal_emit (self, signals[OPEN], 0, record, self->list);
}

static void
show_count (ClinchBoardTable *self,
            int               n_selected)
{
  g_autofree char *count = g_strdup_printf ("%'d", n_selected);
  g_autofree char *text = g_strdup_printf (ngettext ("%d selected", "%d selected", n_selected),
                                           n_selected);

  gtk_label_set_label (self->selection_label, self->narrow ? count : text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->selection_label), self->narrow ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->selection_label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
selection_changed_cb (ClinchBoardTable *self)
{
  g_autoptr(GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  int n_selected = (int) gtk_bitset_get_size (selected);
  gboolean may_write = !clinch_workspace_is_read_only (self->workspace);

  if (n_selected > 0)
    show_count (self, n_selected);
  gtk_action_bar_set_revealed (self->action_bar, n_selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.delete", n_selected > 0 && may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.move-to", n_selected > 0 && may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.copy", n_selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.open", n_selected == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.log", n_selected == 1);
}

GArray *
clinch_board_table_dup_selection (ClinchBoardTable *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  if (self->selection == NULL)
    return ids;

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = clinch_record_list_get_id (self->list, position);

      if (id != 0)
        g_array_append_val (ids, id);
    }

  return ids;
}

static void
update_query (ClinchBoardTable *self)
{
  g_autoptr(ClinchQuery) query = NULL;
  const ClinchTableColumn *column;
  gboolean descending;

  if (self->query == NULL || self->list == NULL)
    return;

  query = clinch_query_copy (self->query);
  column = clinch_column_set_get_sorted (self->columns, &descending);
  if (column != NULL)
    clinch_query_set_sort (query, column->sort, descending != column->inverted);
  else
    clinch_query_set_sort (query, "stage", FALSE);
  clinch_record_list_set_query (self->list, query);
}

static void
sorter_changed_cb (ClinchBoardTable *self)
{
  update_query (self);
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}

static void
clinch_board_table_map (GtkWidget *widget)
{
  ClinchBoardTable *self = CLINCH_BOARD_TABLE (widget);

  GTK_WIDGET_CLASS (clinch_board_table_parent_class)->map (widget);

  if (self->widen_source == 0 && clinch_record_list_get_window (self->list) != 0)
    self->widen_source = g_timeout_add_full (G_PRIORITY_LOW, 30, widen_cb, self, NULL);
}

static void
clinch_board_table_dispose (GObject *object)
{
  ClinchBoardTable *self = CLINCH_BOARD_TABLE (object);

  g_clear_handle_id (&self->widen_source, g_source_remove);
  if (self->columns != NULL)
    clinch_column_set_close (self->columns);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_BOARD_TABLE);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (clinch_board_table_parent_class)->dispose (object);
}

static void
clinch_board_table_finalize (GObject *object)
{
  ClinchBoardTable *self = CLINCH_BOARD_TABLE (object);

  g_clear_pointer (&self->query, clinch_query_unref);
  g_clear_object (&self->columns);
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_board_table_parent_class)->finalize (object);
}

static void
clinch_board_table_class_init (ClinchBoardTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_board_table_dispose;
  object_class->finalize = clinch_board_table_finalize;
  widget_class->map = clinch_board_table_map;

  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2,
                                CLINCH_TYPE_RECORD, CLINCH_TYPE_RECORD_LIST);
  signals[SORT_CHANGED] = g_signal_new ("sort-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/board/board-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardTable, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardTable, column_view);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardTable, action_bar);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardTable, selection_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardTable, owner_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardTable, stage_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchBoardTable, date_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  clinch_board_table_install_actions (widget_class);
}

static void
clinch_board_table_init (ClinchBoardTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinch_board_table_set_workspace (ClinchBoardTable *self,
                                  ClinchWorkspace  *workspace,
                                  GSettings        *settings)
{
  g_return_if_fail (CLINCH_IS_BOARD_TABLE (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  self->settings = g_object_ref (settings);
  self->list = clinch_record_list_new (workspace, NULL);
  clinch_record_list_set_window (self->list, WINDOW_FIRST);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (selection_changed_cb),
                            self);
  self->columns = clinch_column_set_new (self->column_view, &clinch_table_info, settings);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  clinch_column_set_get_actions (self->columns));
  clinch_board_table_init_actions (self);
  selection_changed_cb (self);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->columns, "sort-changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
clinch_board_table_set_pipeline (ClinchBoardTable *self,
                                 gint64            pipeline_id)
{
  g_return_if_fail (CLINCH_IS_BOARD_TABLE (self));

  self->pipeline_id = pipeline_id;
  clinch_board_table_update_stages (self);
}

void
clinch_board_table_set_query (ClinchBoardTable  *self,
                              const ClinchQuery *query)
{
  g_return_if_fail (CLINCH_IS_BOARD_TABLE (self));

  g_clear_pointer (&self->query, clinch_query_unref);
  self->query = clinch_query_copy (query);
  update_query (self);
}

char *
clinch_board_table_dup_sort (ClinchBoardTable *self)
{
  g_return_val_if_fail (CLINCH_IS_BOARD_TABLE (self), NULL);

  return clinch_column_set_dup_sort (self->columns);
}

void
clinch_board_table_set_sort (ClinchBoardTable *self,
                             const char       *sort)
{
  g_return_if_fail (CLINCH_IS_BOARD_TABLE (self));

  clinch_column_set_set_sort (self->columns, sort);
  update_query (self);
}

void
clinch_board_table_set_narrow (ClinchBoardTable *self,
                               gboolean          narrow)
{
  g_return_if_fail (CLINCH_IS_BOARD_TABLE (self));

  self->narrow = narrow;
  clinch_column_set_limit (self->columns, narrow ? clinch_table_narrow_columns : NULL);
  selection_changed_cb (self);
}

const ClinchQuery *
clinch_board_table_get_query (ClinchBoardTable *self)
{
  g_return_val_if_fail (CLINCH_IS_BOARD_TABLE (self), NULL);

  return clinch_record_list_get_query (self->list);
}

ClinchColumnSet *
clinch_board_table_get_columns (ClinchBoardTable *self)
{
  g_return_val_if_fail (CLINCH_IS_BOARD_TABLE (self), NULL);

  return self->columns;
}

GMenuModel *
clinch_board_table_get_columns_menu (ClinchBoardTable *self)
{
  g_return_val_if_fail (CLINCH_IS_BOARD_TABLE (self), NULL);

  return clinch_column_set_get_menu (self->columns);
}

GActionGroup *
clinch_board_table_get_column_actions (ClinchBoardTable *self)
{
  g_return_val_if_fail (CLINCH_IS_BOARD_TABLE (self), NULL);

  return clinch_column_set_get_actions (self->columns);
}
