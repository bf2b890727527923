// SPDX-License-Identifier: GPL-3.0-or-later
//
// The columns of the table: their cells, and which of them are shown in which order and width.
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-board-table-private.h"
#include "clinch-clock.h"
#include "clinch-text-cell.h"

#include <glib/gi18n-lib.h>

#define SAVE_DELAY_MS 600

static void
show_cell (ClinchRecord      *record,
           GtkColumnViewCell *cell)
{
  GtkWidget *child = gtk_column_view_cell_get_child (cell);
  const ClinchTableColumn *column = g_object_get_data (G_OBJECT (child), "clinch-column");
  g_autofree char *text = clinch_table_column_show (column, record, clinch_clock_now ());

  clinch_text_cell_set_text (CLINCH_TEXT_CELL (child), text);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkColumnViewCell  *cell,
          gpointer            user_data)
{
  const ClinchTableColumn *column = user_data;
  GtkWidget *child = clinch_text_cell_new (column->numeric);

  if (column->numeric)
    gtk_widget_add_css_class (child, "numeric");
  g_object_set_data (G_OBJECT (child), "clinch-column", (gpointer) column);
  g_object_set_data (G_OBJECT (child), CLINCH_TABLE_CELL_KEY, cell);
  gtk_column_view_cell_set_child (cell, child);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkColumnViewCell  *cell,
         gpointer            user_data)
{
  ClinchRecord *record = gtk_column_view_cell_get_item (cell);

  show_cell (record, cell);
  g_signal_connect_object (record, "changed", G_CALLBACK (show_cell), cell, G_CONNECT_DEFAULT);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkColumnViewCell  *cell,
           gpointer            user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_cell_get_item (cell), show_cell, cell);
}

/* A screen reader says a row's name before its cells. */
static void
name_row (ClinchRecord     *record,
          GtkColumnViewRow *row)
{
  gtk_column_view_row_set_accessible_label (row, clinch_record_get_name (record));
}

static void
bind_row_cb (GtkListItemFactory *factory,
             GtkColumnViewRow   *row,
             gpointer            user_data)
{
  ClinchRecord *record = gtk_column_view_row_get_item (row);

  name_row (record, row);
  g_signal_connect_object (record, "changed", G_CALLBACK (name_row), row, G_CONNECT_DEFAULT);
}

static void
unbind_row_cb (GtkListItemFactory *factory,
               GtkColumnViewRow   *row,
               gpointer            user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_row_get_item (row), name_row, row);
}

static gboolean
save_cb (gpointer user_data)
{
  clinch_board_table_save_columns (user_data);
  return G_SOURCE_REMOVE;
}

/* While a border is being dragged the width changes many times. */
static void
columns_changed_cb (ClinchBoardTable *self)
{
  if (self->restoring)
    return;

  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

static void
visible_changed_cb (GtkColumnViewColumn *column,
                    GParamSpec          *pspec,
                    ClinchBoardTable    *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->column_actions),
                                                gtk_column_view_column_get_id (column));

  if (action != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action),
                               g_variant_new_boolean (gtk_column_view_column_get_visible (column)));
  columns_changed_cb (self);
}

static void
toggle_column_cb (GSimpleAction    *action,
                  GVariant         *value,
                  ClinchBoardTable *self)
{
  const ClinchTableColumn *column =
    clinch_table_column_find (g_action_get_name (G_ACTION (action)));
  guint n_columns;
  gsize index;

  index = column - clinch_table_columns (&n_columns);
  gtk_column_view_column_set_visible (self->columns->pdata[index], g_variant_get_boolean (value));
}

static int
compare_nothing (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  return GTK_ORDERING_EQUAL;
}

static void
add_column (ClinchBoardTable        *self,
            const ClinchTableColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) view_column = NULL;
  /* The store sorts; this makes the heading a button and draws the arrow. */
  g_autoptr(GtkCustomSorter) sorter = gtk_custom_sorter_new (compare_nothing, NULL, NULL);
  g_autoptr(GSimpleAction) action = NULL;
  g_autofree char *action_name = g_strconcat ("columns.", column->id, NULL);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  view_column = gtk_column_view_column_new (clinch_table_column_title (column), factory);
  gtk_column_view_column_set_id (view_column, column->id);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (view_column, column->width);
  gtk_column_view_column_set_sorter (view_column, GTK_SORTER (sorter));
  gtk_column_view_column_set_header_menu (view_column, G_MENU_MODEL (self->columns_menu));
  gtk_column_view_append_column (self->column_view, view_column);
  g_ptr_array_add (self->columns, view_column);

  action = g_simple_action_new_stateful (column->id, NULL, g_variant_new_boolean (TRUE));
  g_signal_connect (action, "change-state", G_CALLBACK (toggle_column_cb), self);
  g_action_map_add_action (G_ACTION_MAP (self->column_actions), G_ACTION (action));
  g_menu_append (self->columns_menu, clinch_table_column_title (column), action_name);

  g_signal_connect_object (view_column, "notify::visible", G_CALLBACK (visible_changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (view_column, "notify::fixed-width", G_CALLBACK (columns_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/* Headings stand over their values. A column view makes them of a box with the title and an arrow,
 * in the order of the columns, and has no word for where they stand. */
static void
align_headings (ClinchBoardTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->column_view));
  GtkWidget *heading = gtk_widget_get_first_child (header);

  for (guint i = 0; i < g_list_model_get_n_items (columns) && heading != NULL; i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const ClinchTableColumn *kind =
        clinch_table_column_find (gtk_column_view_column_get_id (column));
      GtkWidget *box = gtk_widget_get_first_child (heading);

      if (box != NULL)
        gtk_widget_set_halign (box, kind->numeric ? GTK_ALIGN_END : GTK_ALIGN_FILL);
      heading = gtk_widget_get_next_sibling (heading);
    }
}

static void
columns_placed_cb (ClinchBoardTable *self)
{
  if (self->restoring)
    return;

  align_headings (self);
  columns_changed_cb (self);
}

void
clinch_board_table_init_columns (ClinchBoardTable *self)
{
  const ClinchTableColumn *columns;
  g_autoptr(GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  guint n_columns;

  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (rows, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  gtk_column_view_set_row_factory (self->column_view, rows);
  self->restoring = TRUE;
  self->column_actions = g_simple_action_group_new ();
  self->columns_menu = g_menu_new ();
  columns = clinch_table_columns (&n_columns);
  for (guint i = 0; i < n_columns; i++)
    add_column (self, &columns[i]);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  G_ACTION_GROUP (self->column_actions));
  g_signal_connect_object (gtk_column_view_get_columns (self->column_view), "items-changed",
                           G_CALLBACK (columns_placed_cb),
                           self, G_CONNECT_SWAPPED);
  self->restoring = FALSE;
}

static void
restore_order (ClinchBoardTable *self,
               GStrv             shown)
{
  guint n_columns;
  const ClinchTableColumn *columns = clinch_table_columns (&n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      gboolean visible = columns[i].usual;

      if (*shown != NULL)
        visible = g_strv_contains ((const char *const *) shown, columns[i].id);
      gtk_column_view_column_set_visible (self->columns->pdata[i], visible);
    }

  for (guint i = 0; shown[i] != NULL; i++)
    {
      const ClinchTableColumn *column = clinch_table_column_find (shown[i]);

      if (column != NULL)
        gtk_column_view_insert_column (self->column_view, i,
                                       self->columns->pdata[column - columns]);
    }
}

void
clinch_board_table_restore_columns (ClinchBoardTable *self)
{
  g_auto(GStrv) shown = g_settings_get_strv (self->settings, "table-columns");
  g_autoptr(GVariant) widths = g_settings_get_value (self->settings, "table-widths");
  guint n_columns;
  const ClinchTableColumn *columns = clinch_table_columns (&n_columns);

  self->restoring = TRUE;
  restore_order (self, shown);
  for (guint i = 0; i < n_columns; i++)
    {
      int width;

      if (g_variant_lookup (widths, columns[i].id, "i", &width) && width > 0)
        gtk_column_view_column_set_fixed_width (self->columns->pdata[i], width);
    }
  align_headings (self);
  self->restoring = FALSE;
}

void
clinch_board_table_save_columns (ClinchBoardTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);
  g_autoptr(GStrvBuilder) shown = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;
  g_auto(GVariantBuilder) widths = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{si}"));

  g_clear_handle_id (&self->save_source, g_source_remove);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_strv_builder_add (shown, gtk_column_view_column_get_id (column));
      g_variant_builder_add (&widths, "{si}", gtk_column_view_column_get_id (column),
                             gtk_column_view_column_get_fixed_width (column));
    }
  names = g_strv_builder_end (shown);
  g_settings_set_strv (self->settings, "table-columns", (const char *const *) names);
  g_settings_set_value (self->settings, "table-widths", g_variant_builder_end (&widths));
}
