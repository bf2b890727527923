// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-record-table.h"

#include "clinch-table-copy.h"
#include "clinch-table-print.h"

#include <glib/gi18n-lib.h>

struct _ClinchRecordTable
{
  GObject parent_instance;

  ClinchPage *page; /* which holds this */
  const ClinchRecordTableInfo *info;
  ClinchRecordTableParts parts;
  GSettings *settings;
  ClinchColumnSet *columns;
  ClinchRecordList *list;
};

G_DEFINE_FINAL_TYPE (ClinchRecordTable, clinch_record_table, G_TYPE_OBJECT)

enum
{
  SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (ClinchRecordTable *self)
{
  const ClinchQuery *query = clinch_record_list_get_query (self->list);
  gboolean is_filtered = query != NULL && clinch_query_is_filtered (query);
  guint total = clinch_record_list_get_total (self->list);
  g_autofree char *count = self->info->describe_count (total);

  gtk_label_set_label (self->parts.count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->parts.count_label), is_filtered && total > 0);
  /* The first rows are shown while the rest is on the way. */
  if (total > 0)
    gtk_stack_set_visible_child_name (self->parts.stack, "list");
  else if (!clinch_record_list_is_loading (self->list))
    gtk_stack_set_visible_child_name (self->parts.stack, is_filtered ? "nothing" : "empty");
}

static void
sort_changed_cb (ClinchRecordTable *self)
{
  g_autofree char *sort = clinch_column_set_dup_sort (self->columns);

  g_settings_set_string (self->settings, self->info->sort_key, sort);
  clinch_record_table_refresh (self);
}

static void
activate_cb (ClinchRecordTable *self,
             guint              position)
{
  gint64 id = clinch_record_list_get_id (self->list, position);

  if (id != 0)
    clinch_page_open (GTK_WIDGET (self->page), self->info->kind, id);
}

static void
selection_changed_cb (ClinchRecordTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
clinch_record_table_finalize (GObject *object)
{
  ClinchRecordTable *self = CLINCH_RECORD_TABLE (object);

  g_clear_object (&self->columns);
  g_clear_object (&self->settings);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (clinch_record_table_parent_class)->finalize (object);
}

static void
clinch_record_table_class_init (ClinchRecordTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinch_record_table_finalize;

  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass),
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                             0);
}

static void
clinch_record_table_init (ClinchRecordTable *self)
{
}

static void
make_list (ClinchRecordTable *self)
{
  g_autoptr(GtkMultiSelection) selection = NULL;

  self->list = clinch_record_list_new (clinch_page_get_workspace (self->page), NULL);
  selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->parts.view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->parts.view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

static void
make_columns (ClinchRecordTable *self)
{
  g_autofree char *sort = NULL;

  self->settings = g_settings_new ("org.clinch.Clinch");
  self->columns = clinch_column_set_new (self->parts.view, self->info->columns, self->settings);
  sort = g_settings_get_string (self->settings, self->info->sort_key);
  clinch_column_set_set_sort (self->columns, sort);
  g_menu_append_section (self->parts.menu, _("Columns"),
                         clinch_column_set_get_menu (self->columns));
  gtk_widget_insert_action_group (GTK_WIDGET (self->page), "columns",
                                  clinch_column_set_get_actions (self->columns));
  g_signal_connect_object (self->columns, "sort-changed", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_keys (ClinchRecordTable *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                      gtk_named_action_new ("page.copy")));
  gtk_widget_add_controller (GTK_WIDGET (self->parts.view), keys);
}

ClinchRecordTable *
clinch_record_table_new (ClinchPage                   *page,
                         const ClinchRecordTableInfo  *info,
                         const ClinchRecordTableParts *parts)
{
  ClinchRecordTable *self = g_object_new (CLINCH_TYPE_RECORD_TABLE, NULL);

  self->page = page;
  self->info = info;
  self->parts = *parts;
  make_list (self);
  make_columns (self);
  add_keys (self);
  clinch_record_table_refresh (self);

  return self;
}

void
clinch_record_table_close (ClinchRecordTable *self)
{
  clinch_column_set_close (self->columns);
  g_object_run_dispose (G_OBJECT (self));
  g_object_unref (self);
}

void
clinch_record_table_refresh (ClinchRecordTable *self)
{
  g_autoptr(ClinchQuery) query = self->info->make_query (self->page);
  const ClinchTableColumn *column;
  gboolean descending;

  column = clinch_column_set_get_sorted (self->columns, &descending);
  if (column != NULL)
    clinch_query_set_sort (query, column->sort, descending != column->inverted);
  clinch_record_list_set_query (self->list, query);
}

void
clinch_record_table_set_narrow (ClinchRecordTable *self,
                                gboolean           narrow)
{
  clinch_column_set_limit (self->columns, narrow ? self->info->narrow_columns : NULL);
}

ClinchRecordList *
clinch_record_table_get_list (ClinchRecordTable *self)
{
  return self->list;
}

ClinchColumnSet *
clinch_record_table_get_columns (ClinchRecordTable *self)
{
  return self->columns;
}

GArray *
clinch_record_table_dup_selection (ClinchRecordTable *self)
{
  g_autoptr(GtkBitset) selected =
    gtk_selection_model_get_selection (gtk_column_view_get_model (self->parts.view));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      gint64 id = clinch_record_list_get_id (self->list, gtk_bitset_get_nth (selected, i));

      if (id != 0)
        g_array_append_val (ids, id);
    }

  return ids;
}

void
clinch_record_table_print (ClinchRecordTable *self,
                           const char        *title,
                           const char        *conditions)
{
  const ClinchTablePrint print = {
    .title = title,
    .conditions = conditions,
    .query = clinch_record_list_get_query (self->list),
    .columns = self->columns,
  };

  clinch_table_print (self->page, &print);
}

void
clinch_record_table_copy (ClinchRecordTable *self)
{
  g_autoptr(GArray) ids = clinch_record_table_dup_selection (self);

  if (ids->len > 0)
    clinch_table_copy (GTK_WIDGET (self->page), clinch_page_get_workspace (self->page),
                       self->info->kind, g_steal_pointer (&ids), self->columns);
}
