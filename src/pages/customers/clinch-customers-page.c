// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-customers-page.h"

#include "clinch-attention-page.h"
#include "clinch-customer-columns.h"
#include "clinch-duplicates-dialog.h"
#include "clinch-merge-dialog.h"
#include "clinch-new-record.h"
#include "clinch-profile.h"
#include "clinch-record-list.h"
#include "clinch-table-print.h"

#include <glib/gi18n-lib.h>

struct _ClinchCustomersPage
{
  ClinchPage parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkColumnView *column_view;
  GMenu *filter_menu;
  GtkLabel *count_label;

  GSettings *settings;
  ClinchColumnSet *columns;
  ClinchRecordList *list;
  char *owner; /* "all" or "me" */
  char *grade; /* "" for every, "none" for those without one */
  gboolean thin_only;
  gboolean stale_only;
};

G_DEFINE_FINAL_TYPE (ClinchCustomersPage, clinch_customers_page, CLINCH_TYPE_PAGE)

static ClinchWorkspace *
workspace_of (ClinchCustomersPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

static void
set_sort (ClinchCustomersPage *self,
          ClinchQuery         *query)
{
  const ClinchTableColumn *column;
  gboolean descending;

  column = clinch_column_set_get_sorted (self->columns, &descending);
  if (column != NULL)
    clinch_query_set_sort (query, column->sort, descending != column->inverted);
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
  if (g_str_equal (self->grade, "none"))
    clinch_query_filter_text (query, "grade", CLINCH_FILTER_EMPTY, NULL);
  else if (*self->grade != '\0')
    clinch_query_filter_text (query, "grade", CLINCH_FILTER_EQUAL, self->grade);
  if (self->thin_only)
    clinch_query_filter_int (query, "filled", CLINCH_FILTER_AT_MOST, CLINCH_PROFILE_FEW_FILLED);
  if (self->stale_only)
    clinch_query_filter_text (query, "stale", CLINCH_FILTER_EQUAL, "yes");
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
sort_changed_cb (ClinchCustomersPage *self)
{
  g_autofree char *sort = clinch_column_set_dup_sort (self->columns);

  g_settings_set_string (self->settings, "customers-sort", sort);
  run_query (self);
}

static void
narrow_cb (ClinchCustomersPage *self)
{
  if (self->columns != NULL)
    clinch_column_set_limit (self->columns, clinch_customer_narrow_columns);
}

static void
wide_cb (ClinchCustomersPage *self)
{
  if (self->columns != NULL)
    clinch_column_set_limit (self->columns, NULL);
}

/* How many there are, while not all of them are shown. */
static void
update_count (ClinchCustomersPage *self,
              gboolean             is_filtered)
{
  guint total = clinch_record_list_get_total (self->list);
  g_autofree char *text = g_strdup_printf (ngettext ("%u customer", "%u customers", total), total);

  gtk_label_set_label (self->count_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), is_filtered && total > 0);
}

static void
update_stack (ClinchCustomersPage *self)
{
  const ClinchQuery *query = clinch_record_list_get_query (self->list);
  gboolean is_filtered = query != NULL && clinch_query_is_filtered (query);

  update_count (self, is_filtered);
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
only_action (GSimpleAction *action,
             GVariant      *value,
             gpointer       user_data)
{
  ClinchCustomersPage *self = user_data;
  gboolean is_thin = g_str_equal (g_action_get_name (G_ACTION (action)), "thin");

  g_simple_action_set_state (action, value);
  *(is_thin ? &self->thin_only : &self->stale_only) = g_variant_get_boolean (value);
  run_query (self);
}

static void
attention_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ClinchPage *page = clinch_attention_page_new (workspace_of (CLINCH_CUSTOMERS_PAGE (widget)));

  clinch_page_push (widget, ADW_NAVIGATION_PAGE (page));
}

/* What the search and the menu let through, in words; NULL for everything. */
static char *
describe_filter (ClinchCustomersPage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) conditions = NULL;

  if (*words != '\0')
    g_strv_builder_take (builder, g_strdup_printf (C_("filter", "“%s”"), words));
  if (g_str_equal (self->owner, "me"))
    g_strv_builder_add (builder, _("My Customers"));
  if (g_str_equal (self->grade, "none"))
    g_strv_builder_add (builder, _("Without a Grade"));
  else if (*self->grade != '\0')
    g_strv_builder_take (builder, g_strdup_printf (_("Grade %s"), self->grade));
  if (self->thin_only)
    g_strv_builder_add (builder, C_("filter", "hardly known only"));
  conditions = g_strv_builder_end (builder);

  return conditions[0] != NULL ? g_strjoinv (" · ", conditions) : NULL;
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchCustomersPage *self = CLINCH_CUSTOMERS_PAGE (widget);
  g_autofree char *conditions = describe_filter (self);
  const ClinchTablePrint print = {
    .title = _("Customers"),
    .conditions = conditions,
    .query = clinch_record_list_get_query (self->list),
    .columns = self->columns,
  };

  clinch_table_print (CLINCH_PAGE (self), &print);
}

static void
make_filters (ClinchCustomersPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "owner", .parameter_type = "s", .state = "'all'", .change_state = choose_action },
    { .name = "grade", .parameter_type = "s", .state = "''", .change_state = choose_action },
    { .name = "thin", .state = "false", .change_state = only_action },
    { .name = "stale", .state = "false", .change_state = only_action },
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
  g_autofree char *sort = NULL;

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
  self->settings = g_settings_new ("org.clinch.Clinch");
  self->columns = clinch_column_set_new (self->column_view, &clinch_customer_table_info,
                                         self->settings);
  sort = g_settings_get_string (self->settings, "customers-sort");
  clinch_column_set_set_sort (self->columns, sort);
  g_menu_append_section (self->filter_menu, _("Columns"),
                         clinch_column_set_get_menu (self->columns));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  clinch_column_set_get_actions (self->columns));
  g_signal_connect_object (self->columns, "sort-changed", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new",
                                 !clinch_workspace_is_read_only (workspace_of (self)));
  selection_changed_cb (self);
  run_query (self);
}

static void
clinch_customers_page_dispose (GObject *object)
{
  ClinchCustomersPage *self = CLINCH_CUSTOMERS_PAGE (object);

  if (self->columns != NULL)
    clinch_column_set_close (self->columns);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_CUSTOMERS_PAGE);
  g_clear_object (&self->columns);
  g_clear_object (&self->settings);
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
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomersPage, filter_menu);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomersPage, count_label);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_install_action (widget_class, "page.attention", NULL, attention_action);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "page.print",
                                       NULL);
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
}
