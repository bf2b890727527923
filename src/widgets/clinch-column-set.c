// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-column-set.h"

#include "clinch-clock.h"
#include "clinch-text-cell.h"

#include <glib/gi18n-lib.h>

#define SAVE_DELAY_MS 600

struct _ClinchColumnSet
{
  GObject parent_instance;

  GtkColumnView *view; /* the view outlives its use: see clinch_column_set_close() */
  const ClinchTableInfo *info;
  GSettings *settings;
  GPtrArray *columns; /* GtkColumnViewColumn for each of the table's */
  GSimpleActionGroup *actions;
  GMenu *menu;
  guint save_source;
  gboolean is_limited;
  gboolean restoring; /* columns are being set up, not the user's doing */
};

G_DEFINE_FINAL_TYPE (ClinchColumnSet, clinch_column_set, G_TYPE_OBJECT)

enum
{
  SORT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the cells of a column are made from. */
typedef struct
{
  const ClinchTableInfo *info;
  const ClinchTableColumn *column;
} Cells;

const ClinchTableColumn *
clinch_table_info_find (const ClinchTableInfo *info,
                        const char            *id)
{
  for (guint i = 0; i < info->n_columns; i++)
    if (g_strcmp0 (info->columns[i].id, id) == 0)
      return &info->columns[i];

  return NULL;
}

static void
show_cell (ClinchRecord      *record,
           GtkColumnViewCell *cell)
{
  GtkWidget *child = gtk_column_view_cell_get_child (cell);
  const Cells *cells = g_object_get_data (G_OBJECT (child), "clinch-cells");
  g_autofree char *text = cells->info->show (cells->column, record, clinch_clock_now ());

  clinch_text_cell_set_text (CLINCH_TEXT_CELL (child), text);
  if (cells->info->hint != NULL)
    {
      g_autofree char *hint = cells->info->hint (cells->column, record);

      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      hint != NULL ? hint : "", -1);
    }
}

/* A text that is set beforehand costs a trip to the display each time, to learn what the pointer is
 * over. */
static gboolean
query_hint_cb (GtkWidget  *child,
               int         x,
               int         y,
               gboolean    keyboard_tooltip,
               GtkTooltip *tooltip,
               gpointer    user_data)
{
  const Cells *cells = user_data;
  GtkColumnViewCell *cell = g_object_get_data (G_OBJECT (child), CLINCH_TABLE_CELL_KEY);
  ClinchRecord *record = gtk_column_view_cell_get_item (cell);
  g_autofree char *hint = record != NULL ? cells->info->hint (cells->column, record) : NULL;

  gtk_tooltip_set_text (tooltip, hint);
  return hint != NULL;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkColumnViewCell  *cell,
          gpointer            user_data)
{
  const Cells *cells = user_data;
  GtkWidget *child = clinch_text_cell_new (cells->column->numeric);

  if (cells->column->numeric)
    gtk_widget_add_css_class (child, "numeric");
  g_object_set_data (G_OBJECT (child), "clinch-cells", user_data);
  g_object_set_data (G_OBJECT (child), CLINCH_TABLE_CELL_KEY, cell);
  if (cells->info->hint != NULL)
    {
      gtk_widget_set_has_tooltip (child, TRUE);
      g_signal_connect (child, "query-tooltip", G_CALLBACK (query_hint_cb), user_data);
    }
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

static void
save_columns (ClinchColumnSet *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
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
  g_settings_set_strv (self->settings, self->info->order_key, (const char *const *) names);
  g_settings_set_value (self->settings, self->info->widths_key, g_variant_builder_end (&widths));
}

static gboolean
save_cb (gpointer user_data)
{
  save_columns (user_data);
  return G_SOURCE_REMOVE;
}

/* While a border is being dragged the width changes many times. */
static void
columns_changed_cb (ClinchColumnSet *self)
{
  if (self->restoring || self->is_limited)
    return;

  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

static void
visible_changed_cb (GtkColumnViewColumn *column,
                    GParamSpec          *pspec,
                    ClinchColumnSet     *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                gtk_column_view_column_get_id (column));

  if (action != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action),
                               g_variant_new_boolean (gtk_column_view_column_get_visible (column)));
  columns_changed_cb (self);
}

static void
toggle_column_cb (GSimpleAction   *action,
                  GVariant        *value,
                  ClinchColumnSet *self)
{
  const ClinchTableColumn *column =
    clinch_table_info_find (self->info, g_action_get_name (G_ACTION (action)));

  gtk_column_view_column_set_visible (self->columns->pdata[column - self->info->columns],
                                      g_variant_get_boolean (value));
}

static int
compare_nothing (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  return GTK_ORDERING_EQUAL;
}

static void
add_column (ClinchColumnSet         *self,
            const ClinchTableColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) view_column = NULL;
  /* The store sorts; this makes the heading a button and draws the arrow. */
  g_autoptr(GtkCustomSorter) sorter = gtk_custom_sorter_new (compare_nothing, NULL, NULL);
  g_autoptr(GSimpleAction) action = NULL;
  g_autofree char *action_name = g_strconcat ("columns.", column->id, NULL);
  Cells *cells = g_new (Cells, 1);

  *cells = (Cells) { self->info, column };
  g_object_set_data_full (G_OBJECT (factory), "clinch-cells", cells, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), cells);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  view_column = gtk_column_view_column_new (self->info->title (column), factory);
  gtk_column_view_column_set_id (view_column, column->id);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (view_column, column->width);
  if (column->sort != NULL)
    gtk_column_view_column_set_sorter (view_column, GTK_SORTER (sorter));
  gtk_column_view_column_set_header_menu (view_column, G_MENU_MODEL (self->menu));
  gtk_column_view_append_column (self->view, view_column);
  g_ptr_array_add (self->columns, view_column);

  action = g_simple_action_new_stateful (column->id, NULL, g_variant_new_boolean (TRUE));
  g_signal_connect (action, "change-state", G_CALLBACK (toggle_column_cb), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_menu_append (self->menu, self->info->title (column), action_name);

  g_signal_connect_object (view_column, "notify::visible", G_CALLBACK (visible_changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (view_column, "notify::fixed-width", G_CALLBACK (columns_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/* Headings stand over their values. A column view makes them of a box with the title and an arrow,
 * in the order of the columns, and has no word for where they stand. */
static void
align_headings (ClinchColumnSet *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *heading = gtk_widget_get_first_child (header);

  for (guint i = 0; i < g_list_model_get_n_items (columns) && heading != NULL; i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const ClinchTableColumn *kind =
        clinch_table_info_find (self->info, gtk_column_view_column_get_id (column));
      GtkWidget *box = gtk_widget_get_first_child (heading);

      if (box != NULL)
        gtk_widget_set_halign (box, kind->numeric ? GTK_ALIGN_END : GTK_ALIGN_FILL);
      heading = gtk_widget_get_next_sibling (heading);
    }
}

static void
columns_placed_cb (ClinchColumnSet *self)
{
  if (self->restoring)
    return;

  align_headings (self);
  columns_changed_cb (self);
}

static void
make_columns (ClinchColumnSet *self)
{
  g_autoptr(GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (rows, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  gtk_column_view_set_row_factory (self->view, rows);
  self->restoring = TRUE;
  for (guint i = 0; i < self->info->n_columns; i++)
    add_column (self, &self->info->columns[i]);
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "columns",
                                  G_ACTION_GROUP (self->actions));
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed",
                           G_CALLBACK (columns_placed_cb),
                           self, G_CONNECT_SWAPPED);
  self->restoring = FALSE;
}

static void
restore_order (ClinchColumnSet *self,
               GStrv            shown)
{
  const ClinchTableColumn *columns = self->info->columns;

  for (guint i = 0; i < self->info->n_columns; i++)
    {
      gboolean visible = columns[i].usual;

      if (*shown != NULL)
        visible = g_strv_contains ((const char *const *) shown, columns[i].id);
      gtk_column_view_column_set_visible (self->columns->pdata[i], visible);
    }

  for (guint i = 0; shown[i] != NULL; i++)
    {
      const ClinchTableColumn *column = clinch_table_info_find (self->info, shown[i]);

      if (column != NULL)
        gtk_column_view_insert_column (self->view, i,
                                       self->columns->pdata[column - columns]);
    }
}

static void
restore_columns (ClinchColumnSet *self)
{
  g_auto(GStrv) shown = g_settings_get_strv (self->settings, self->info->order_key);
  g_autoptr(GVariant) widths = g_settings_get_value (self->settings, self->info->widths_key);

  self->restoring = TRUE;
  restore_order (self, shown);
  for (guint i = 0; i < self->info->n_columns; i++)
    {
      int width = 0;

      if (!g_variant_lookup (widths, self->info->columns[i].id, "i", &width) || width <= 0)
        width = self->info->columns[i].width;
      gtk_column_view_column_set_fixed_width (self->columns->pdata[i], width);
      gtk_column_view_column_set_expand (self->columns->pdata[i], FALSE);
    }
  align_headings (self);
  self->restoring = FALSE;
}

static void
sorter_changed_cb (ClinchColumnSet *self)
{
  if (!self->restoring)
    g_signal_emit (self, signals[SORT_CHANGED], 0);
}

static void
clinch_column_set_finalize (GObject *object)
{
  ClinchColumnSet *self = CLINCH_COLUMN_SET (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_ptr_array_unref (self->columns);
  g_object_unref (self->actions);
  g_object_unref (self->menu);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (clinch_column_set_parent_class)->finalize (object);
}

static void
clinch_column_set_class_init (ClinchColumnSetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clinch_column_set_finalize;

  signals[SORT_CHANGED] = g_signal_new ("sort-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
clinch_column_set_init (ClinchColumnSet *self)
{
  self->columns = g_ptr_array_new ();
  self->actions = g_simple_action_group_new ();
  self->menu = g_menu_new ();
}

ClinchColumnSet *
clinch_column_set_new (GtkColumnView         *view,
                       const ClinchTableInfo *info,
                       GSettings             *settings)
{
  ClinchColumnSet *self = g_object_new (CLINCH_TYPE_COLUMN_SET, NULL);

  self->view = view;
  self->info = info;
  self->settings = g_object_ref (settings);
  make_columns (self);
  restore_columns (self);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
clinch_column_set_close (ClinchColumnSet *self)
{
  g_return_if_fail (CLINCH_IS_COLUMN_SET (self));

  if (self->save_source != 0)
    save_columns (self);
  self->restoring = TRUE;
  g_ptr_array_set_size (self->columns, 0);
}

void
clinch_column_set_limit (ClinchColumnSet    *self,
                         const char * const *ids)
{
  g_return_if_fail (CLINCH_IS_COLUMN_SET (self));

  if (self->save_source != 0)
    save_columns (self);
  self->is_limited = ids != NULL;
  if (ids == NULL)
    {
      restore_columns (self);
      return;
    }

  for (guint i = 0; i < self->info->n_columns; i++)
    {
      GtkColumnViewColumn *column = self->columns->pdata[i];
      gboolean is_first = g_str_equal (self->info->columns[i].id, ids[0]);

      gtk_column_view_column_set_visible (column, g_strv_contains (ids, self->info->columns[i].id));
      gtk_column_view_column_set_expand (column, is_first);
      gtk_column_view_column_set_fixed_width (column, is_first ? -1 : self->info->columns[i].width);
    }
}

void
clinch_column_set_add (ClinchColumnSet *self,
                       const char      *id)
{
  const ClinchTableColumn *column;

  g_return_if_fail (CLINCH_IS_COLUMN_SET (self));

  if (self->save_source != 0)
    save_columns (self);
  self->is_limited = TRUE;
  column = clinch_table_info_find (self->info, id);
  if (column != NULL)
    gtk_column_view_column_set_visible (self->columns->pdata[column - self->info->columns], TRUE);
}

const ClinchTableColumn *
clinch_column_set_get_sorted (ClinchColumnSet *self,
                              gboolean        *descending)
{
  GtkColumnViewSorter *sorter;
  GtkColumnViewColumn *column;

  g_return_val_if_fail (CLINCH_IS_COLUMN_SET (self), NULL);

  sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  *descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  return column != NULL ? clinch_table_info_find (self->info,
                                                  gtk_column_view_column_get_id (column)) : NULL;
}

GPtrArray *
clinch_column_set_dup_shown (ClinchColumnSet *self)
{
  GPtrArray *shown = g_ptr_array_new ();
  GListModel *columns;

  g_return_val_if_fail (CLINCH_IS_COLUMN_SET (self), shown);

  columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *id = gtk_column_view_column_get_id (column);

      if (gtk_column_view_column_get_visible (column))
        g_ptr_array_add (shown, (gpointer) clinch_table_info_find (self->info, id));
    }

  return shown;
}

const ClinchTableInfo *
clinch_column_set_get_info (ClinchColumnSet *self)
{
  g_return_val_if_fail (CLINCH_IS_COLUMN_SET (self), NULL);

  return self->info;
}

void
clinch_column_set_set_sort (ClinchColumnSet *self,
                            const char      *sort)
{
  gboolean descending;
  const ClinchTableColumn *wanted;
  GtkColumnViewColumn *column = NULL;

  g_return_if_fail (CLINCH_IS_COLUMN_SET (self));

  descending = *sort == '-';
  wanted = clinch_table_info_find (self->info, descending ? sort + 1 : sort);
  if (wanted != NULL)
    column = self->columns->pdata[wanted - self->info->columns];
  self->restoring = TRUE;
  gtk_column_view_sort_by_column (self->view, column,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->restoring = FALSE;
}

char *
clinch_column_set_dup_sort (ClinchColumnSet *self)
{
  const ClinchTableColumn *column;
  gboolean descending;

  column = clinch_column_set_get_sorted (self, &descending);
  if (column == NULL)
    return g_strdup ("");

  return g_strconcat (descending ? "-" : "", column->id, NULL);
}

GMenuModel *
clinch_column_set_get_menu (ClinchColumnSet *self)
{
  g_return_val_if_fail (CLINCH_IS_COLUMN_SET (self), NULL);

  return G_MENU_MODEL (self->menu);
}

GActionGroup *
clinch_column_set_get_actions (ClinchColumnSet *self)
{
  g_return_val_if_fail (CLINCH_IS_COLUMN_SET (self), NULL);

  return G_ACTION_GROUP (self->actions);
}
