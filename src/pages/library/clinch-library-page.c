// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-library-page.h"

#include "clinch-actions.h"
#include "clinch-material-actions.h"
#include "clinch-material-columns.h"
#include "clinch-new-record.h"
#include "clinch-record-list.h"

#include <glib/gi18n-lib.h>

struct _ClinchLibraryPage
{
  ClinchPage parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkColumnView *column_view;
  GMenu *kinds_section;
  GMenu *filter_menu;
  GtkLabel *count_label;

  GSettings *settings;
  ClinchColumnSet *columns;
  ClinchRecordList *list;
  char *kind; /* "" for every */
  gboolean unused_only;
};

G_DEFINE_FINAL_TYPE (ClinchLibraryPage, clinch_library_page, CLINCH_TYPE_PAGE)

static ClinchWorkspace *
workspace_of (ClinchLibraryPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

/* --- What is listed */

static void
run_query (ClinchLibraryPage *self)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_MATERIAL);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  const ClinchTableColumn *column;
  gboolean descending;

  if (*words != '\0')
    clinch_query_set_search (query, words);
  if (*self->kind != '\0')
    clinch_query_filter_text (query, "type", CLINCH_FILTER_EQUAL, self->kind);
  if (self->unused_only)
    clinch_query_filter_text (query, "last-used", CLINCH_FILTER_EMPTY, NULL);
  column = clinch_column_set_get_sorted (self->columns, &descending);
  if (column != NULL)
    clinch_query_set_sort (query, column->sort, descending);
  clinch_record_list_set_query (self->list, query);
}

static void
filter_changed_cb (ClinchLibraryPage *self)
{
  if (self->list != NULL)
    run_query (self);
}

static void
sort_changed_cb (ClinchLibraryPage *self)
{
  g_autofree char *sort = clinch_column_set_dup_sort (self->columns);

  g_settings_set_string (self->settings, "library-sort", sort);
  run_query (self);
}

static void
narrow_cb (ClinchLibraryPage *self)
{
  if (self->columns != NULL)
    clinch_column_set_limit (self->columns, clinch_material_narrow_columns);
}

static void
wide_cb (ClinchLibraryPage *self)
{
  if (self->columns != NULL)
    clinch_column_set_limit (self->columns, NULL);
}

static void
update_stack (ClinchLibraryPage *self)
{
  const ClinchQuery *query = clinch_record_list_get_query (self->list);
  gboolean is_filtered = query != NULL && clinch_query_is_filtered (query);
  guint total = clinch_record_list_get_total (self->list);
  g_autofree char *count = g_strdup_printf (ngettext ("%u piece of material",
                                                      "%u pieces of material", total), total);

  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), is_filtered && total > 0);
  if (total > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (!clinch_record_list_is_loading (self->list))
    gtk_stack_set_visible_child_name (self->stack, is_filtered ? "nothing" : "empty");
}

/* --- What is selected */

static GArray *
dup_selection (ClinchLibraryPage *self)
{
  g_autoptr(GtkBitset) selected = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  selected = gtk_selection_model_get_selection (gtk_column_view_get_model (self->column_view));
  for (guint64 i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      gint64 id = clinch_record_list_get_id (self->list, gtk_bitset_get_nth (selected, i));

      if (id != 0)
        g_array_append_val (ids, id);
    }

  return ids;
}

/* The one that is selected; 0 where it is none or several. */
static gint64
selected_id (ClinchLibraryPage *self)
{
  g_autoptr(GArray) ids = dup_selection (self);

  return ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

static void
update_actions (ClinchLibraryPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_write = !clinch_workspace_is_read_only (workspace_of (self));
  g_autoptr(GArray) ids = dup_selection (self);

  gtk_widget_action_set_enabled (widget, "page.new", can_write);
  gtk_widget_action_set_enabled (widget, "page.open-link", ids->len == 1);
  gtk_widget_action_set_enabled (widget, "page.share", can_write && ids->len == 1);
  gtk_widget_action_set_enabled (widget, "page.delete", can_write && ids->len > 0);
}

static void
row_activated_cb (ClinchLibraryPage *self,
                  guint              position)
{
  gint64 id = clinch_record_list_get_id (self->list, position);

  if (id != 0)
    clinch_page_open (GTK_WIDGET (self), CLINCH_KIND_MATERIAL, id);
}

static void
new_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  clinch_new_material (widget, workspace_of (CLINCH_LIBRARY_PAGE (widget)), NULL);
}

static void
open_link_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ClinchLibraryPage *self = CLINCH_LIBRARY_PAGE (widget);
  g_autoptr(ClinchRecord) material = NULL;
  gint64 id = selected_id (self);

  if (id == 0)
    return;
  material = clinch_workspace_get_record (workspace_of (self), CLINCH_KIND_MATERIAL, id);
  clinch_material_open_link (widget, clinch_record_get_text (material, CLINCH_MATERIAL_LINK));
}

static void
share_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gint64 id = selected_id (CLINCH_LIBRARY_PAGE (widget));

  if (id != 0)
    clinch_material_share (widget, id, 0);
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinchLibraryPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (result, &error);

  if (changes != NULL)
    clinch_page_toast_undo (GTK_WIDGET (self), NULL, changes);
  else
    clinch_page_report (GTK_WIDGET (self), error);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ClinchLibraryPage *self = CLINCH_LIBRARY_PAGE (widget);
  g_autoptr(GArray) ids = dup_selection (self);

  if (ids->len > 0)
    clinch_action_delete (workspace_of (self), CLINCH_KIND_MATERIAL, (gint64 *) ids->data,
                          ids->len, NULL, deleted_cb, g_object_ref (self));
}

/* --- The filter */

static void
kind_action (GSimpleAction *action,
             GVariant      *value,
             gpointer       user_data)
{
  ClinchLibraryPage *self = user_data;

  g_simple_action_set_state (action, value);
  g_set_str (&self->kind, g_variant_get_string (value, NULL));
  run_query (self);
}

static void
unused_action (GSimpleAction *action,
               GVariant      *value,
               gpointer       user_data)
{
  ClinchLibraryPage *self = user_data;

  g_simple_action_set_state (action, value);
  self->unused_only = g_variant_get_boolean (value);
  run_query (self);
}

static void
make_filters (ClinchLibraryPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "kind", .parameter_type = "s", .state = "''", .change_state = kind_action },
    { .name = "unused", .state = "false", .change_state = unused_action },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  int n_kinds;
  const ClinchChoiceValue *kinds = clinch_choice_values (CLINCH_CHOICE_MATERIAL, &n_kinds);

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "library", G_ACTION_GROUP (group));
  for (int i = 0; i < n_kinds; i++)
    {
      const char *label = clinch_choice_label (CLINCH_CHOICE_MATERIAL, kinds[i].code);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "library.kind", "s", kinds[i].code);
      g_menu_append_item (self->kinds_section, item);
    }
}

static void
make_columns (ClinchLibraryPage *self)
{
  g_autofree char *sort = NULL;

  self->settings = g_settings_new ("org.clinch.Clinch");
  self->columns = clinch_column_set_new (self->column_view, &clinch_material_table_info,
                                         self->settings);
  sort = g_settings_get_string (self->settings, "library-sort");
  clinch_column_set_set_sort (self->columns, sort);
  g_menu_append_section (self->filter_menu, _("Columns"),
                         clinch_column_set_get_menu (self->columns));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  clinch_column_set_get_actions (self->columns));
  g_signal_connect_object (self->columns, "sort-changed", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
clinch_library_page_focus_search (ClinchPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (CLINCH_LIBRARY_PAGE (page)->search_entry));
}

static void
clinch_library_page_add (ClinchPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "page.new", NULL);
}

static void
clinch_library_page_constructed (GObject *object)
{
  ClinchLibraryPage *self = CLINCH_LIBRARY_PAGE (object);
  g_autoptr(GtkMultiSelection) selection = NULL;

  G_OBJECT_CLASS (clinch_library_page_parent_class)->constructed (object);

  self->list = clinch_record_list_new (workspace_of (self), NULL);
  selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  make_columns (self);
  update_actions (self);
  run_query (self);
}

static void
clinch_library_page_dispose (GObject *object)
{
  ClinchLibraryPage *self = CLINCH_LIBRARY_PAGE (object);

  if (self->columns != NULL)
    clinch_column_set_close (self->columns);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_LIBRARY_PAGE);
  g_clear_object (&self->columns);
  g_clear_object (&self->settings);
  g_clear_object (&self->list);
  g_clear_pointer (&self->kind, g_free);

  G_OBJECT_CLASS (clinch_library_page_parent_class)->dispose (object);
}

static void
clinch_library_page_class_init (ClinchLibraryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_library_page_constructed;
  object_class->dispose = clinch_library_page_dispose;
  CLINCH_PAGE_CLASS (klass)->focus_search = clinch_library_page_focus_search;
  CLINCH_PAGE_CLASS (klass)->add = clinch_library_page_add;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/library/library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchLibraryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ClinchLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchLibraryPage, column_view);
  gtk_widget_class_bind_template_child (widget_class, ClinchLibraryPage, kinds_section);
  gtk_widget_class_bind_template_child (widget_class, ClinchLibraryPage, filter_menu);
  gtk_widget_class_bind_template_child (widget_class, ClinchLibraryPage, count_label);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.open-link", NULL, open_link_action);
  gtk_widget_class_install_action (widget_class, "page.share", NULL, share_action);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "page.open-link", NULL);
}

static void
clinch_library_page_init (ClinchLibraryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->kind = g_strdup ("");
  make_filters (self);
}
