// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-customers-page.h"

#include "clinch-duplicates-dialog.h"
#include "clinch-field-text.h"
#include "clinch-merge-dialog.h"
#include "clinch-new-record.h"
#include "clinch-record-list.h"

#include <glib/gi18n-lib.h>

struct _ClinchCustomersPage
{
  ClinchPage parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkColumnView *column_view;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *grade_column;
  GtkColumnViewColumn *owner_column;
  GtkColumnViewColumn *value_column;
  GtkColumnViewColumn *count_column;
  GtkColumnViewColumn *touch_column;

  ClinchRecordList *list;
  char *owner; /* "all" or "me" */
  char *grade; /* "" for every */
};

G_DEFINE_FINAL_TYPE (ClinchCustomersPage, clinch_customers_page, CLINCH_TYPE_PAGE)

#define FIELD_KEY "clinch-field"
#define PATH_KEY "clinch-path"

static ClinchWorkspace *
workspace_of (ClinchCustomersPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

static void
show_cell (GtkListItem *item)
{
  ClinchRecord *record = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  int field = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), FIELD_KEY));
  const ClinchRow *row = clinch_record_get_row (record);
  const ClinchField *info = clinch_kind_field (CLINCH_KIND_CUSTOMER, field);
  g_autofree char *text = NULL;
  g_autofree char *hint = NULL;

  if (row != NULL)
    {
      const char *name = NULL;

      if (info->type == CLINCH_FIELD_REFERENCE)
        name = clinch_record_get_reference_name (record, field);
      text = clinch_field_text_show (row, field, name, NULL);
      hint = clinch_field_text_hint (row, field, NULL);
    }
  if (text != NULL && info->type == CLINCH_FIELD_MONEY && clinch_row_int (row, field) == 0)
    g_set_str (&text, "–");
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, hint);
}

static void
setup_cell_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               gpointer            field)
{
  GtkWidget *label = gtk_label_new (NULL);
  const ClinchField *info = clinch_kind_field (CLINCH_KIND_CUSTOMER, GPOINTER_TO_INT (field));

  g_object_set_data (G_OBJECT (label), FIELD_KEY, field);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), clinch_field_is_integer (info) &&
                                           info->type != CLINCH_FIELD_REFERENCE &&
                                           info->type != CLINCH_FIELD_INSTANT);
  if (info->index != CLINCH_CUSTOMER_NAME)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkListItemFactory *factory,
              GtkListItem        *item)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "notify", G_CALLBACK (show_cell), item);
  show_cell (item);
}

static void
unbind_cell_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_cell, item);
}

static void
make_column (GtkColumnViewColumn *column,
             int                  field)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
  const ClinchField *info = clinch_kind_field (CLINCH_KIND_CUSTOMER, field);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GINT_TO_POINTER (field));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);
  gtk_column_view_column_set_factory (column, factory);
  /* It sorts nothing: the store does. It makes the heading a button. */
  gtk_column_view_column_set_sorter (column, sorter);
  g_object_set_data (G_OBJECT (column), PATH_KEY, (gpointer) info->name);
}

static void
set_sort (ClinchCustomersPage *self,
          ClinchQuery         *query)
{
  GtkColumnViewSorter *sorter =
    GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->column_view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  if (column != NULL)
    clinch_query_set_sort (query, g_object_get_data (G_OBJECT (column), PATH_KEY),
                           gtk_column_view_sorter_get_primary_sort_order (sorter) ==
                             GTK_SORT_DESCENDING);
}

static void
run_query (ClinchCustomersPage *self)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_CUSTOMER);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  ClinchRecord *me = clinch_workspace_get_me (workspace_of (self));

  if (*words != '\0')
    clinch_query_set_search (query, words);
  if (g_str_equal (self->owner, "me") && me != NULL)
    clinch_query_filter_int (query, "owner", CLINCH_FILTER_EQUAL, clinch_record_get_id (me));
  if (*self->grade != '\0')
    clinch_query_filter_text (query, "grade", CLINCH_FILTER_EQUAL, self->grade);
  set_sort (self, query);
  clinch_record_list_set_query (self->list, query);
}

static void
filter_changed_cb (ClinchCustomersPage *self)
{
  if (self->list != NULL)
    run_query (self);
}

static void
update_stack (ClinchCustomersPage *self)
{
  const ClinchQuery *query = clinch_record_list_get_query (self->list);
  gboolean is_filtered = query != NULL && clinch_query_is_filtered (query);

  /* The first rows are shown while the rest is on the way. */
  if (clinch_record_list_is_loading (self->list) && clinch_record_list_get_total (self->list) == 0)
    return;

  if (clinch_record_list_get_total (self->list) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, is_filtered ? "nothing" : "empty");
}

static void
row_activated_cb (ClinchCustomersPage *self,
                  guint                position)
{
  gint64 id = clinch_record_list_get_id (self->list, position);

  if (id != 0)
    clinch_page_open (GTK_WIDGET (self), CLINCH_KIND_CUSTOMER, id);
}

static void
new_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  clinch_new_customer (widget, workspace_of (CLINCH_CUSTOMERS_PAGE (widget)), NULL);
}

static void
find_duplicates_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  adw_dialog_present (clinch_duplicates_dialog_new (workspace_of (CLINCH_CUSTOMERS_PAGE (widget))),
                      widget);
}

/* The keys of the two that are selected; FALSE where it is not two. */
static gboolean
get_selected_pair (ClinchCustomersPage *self,
                   gint64               ids[2])
{
  GtkSelectionModel *selection = gtk_column_view_get_model (self->column_view);
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (selection);

  if (gtk_bitset_get_size (selected) != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    ids[i] = clinch_record_list_get_id (self->list, gtk_bitset_get_nth (selected, i));

  return ids[0] != 0 && ids[1] != 0;
}

static void
selection_changed_cb (ClinchCustomersPage *self)
{
  gint64 ids[2];

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.merge",
                                 !clinch_workspace_is_read_only (workspace_of (self))
                                 && get_selected_pair (self, ids));
}

static void
merge_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchCustomersPage *self = CLINCH_CUSTOMERS_PAGE (widget);
  gint64 ids[2];

  if (get_selected_pair (self, ids))
    adw_dialog_present (clinch_merge_dialog_new (workspace_of (self), CLINCH_KIND_CUSTOMER,
                                                 ids[0], ids[1]), widget);
}

static void
choose_action (GSimpleAction *action,
               GVariant      *value,
               gpointer       user_data)
{
  ClinchCustomersPage *self = user_data;
  gboolean is_owner = g_str_equal (g_action_get_name (G_ACTION (action)), "owner");

  g_simple_action_set_state (action, value);
  g_set_str (is_owner ? &self->owner : &self->grade, g_variant_get_string (value, NULL));
  run_query (self);
}

static void
make_filters (ClinchCustomersPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "owner", .parameter_type = "s", .state = "'all'", .change_state = choose_action },
    { .name = "grade", .parameter_type = "s", .state = "''", .change_state = choose_action },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "customers", G_ACTION_GROUP (group));
}

static void
clinch_customers_page_focus_search (ClinchPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (CLINCH_CUSTOMERS_PAGE (page)->search_entry));
}

static void
clinch_customers_page_constructed (GObject *object)
{
  ClinchCustomersPage *self = CLINCH_CUSTOMERS_PAGE (object);
  g_autoptr(GtkMultiSelection) selection = NULL;

  G_OBJECT_CLASS (clinch_customers_page_parent_class)->constructed (object);

  self->list = clinch_record_list_new (workspace_of (self), NULL);
  selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new",
                                 !clinch_workspace_is_read_only (workspace_of (self)));
  selection_changed_cb (self);
  run_query (self);
}

static void
clinch_customers_page_dispose (GObject *object)
{
  ClinchCustomersPage *self = CLINCH_CUSTOMERS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_CUSTOMERS_PAGE);
  g_clear_object (&self->list);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->grade, g_free);

  G_OBJECT_CLASS (clinch_customers_page_parent_class)->dispose (object);
}

static void
clinch_customers_page_add (ClinchPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "page.new", NULL);
}

static void
clinch_customers_page_class_init (ClinchCustomersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_customers_page_constructed;
  object_class->dispose = clinch_customers_page_dispose;
  CLINCH_PAGE_CLASS (klass)->focus_search = clinch_customers_page_focus_search;
  CLINCH_PAGE_CLASS (klass)->add = clinch_customers_page_add;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/pages/customers/"
                                               "customers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomersPage, column_view);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomersPage, name_column);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomersPage, grade_column);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomersPage, owner_column);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomersPage, value_column);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomersPage, count_column);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomersPage, touch_column);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "page.find-duplicates", NULL,
                                   find_duplicates_action);
}

static void
clinch_customers_page_init (ClinchCustomersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->owner = g_strdup ("all");
  self->grade = g_strdup ("");
  make_filters (self);
  make_column (self->name_column, CLINCH_CUSTOMER_NAME);
  make_column (self->grade_column, CLINCH_CUSTOMER_GRADE);
  make_column (self->owner_column, CLINCH_CUSTOMER_OWNER);
  make_column (self->value_column, CLINCH_CUSTOMER_OPEN_VALUE);
  make_column (self->count_column, CLINCH_CUSTOMER_OPPORTUNITY_COUNT);
  make_column (self->touch_column, CLINCH_CUSTOMER_LAST_FOLLOW_UP);
}
