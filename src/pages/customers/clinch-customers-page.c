// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-customers-page.h"

#include "clinch-attention-page.h"
#include "clinch-customer-columns.h"
#include "clinch-duplicates-dialog.h"
#include "clinch-merge-dialog.h"
#include "clinch-new-record.h"
#include "clinch-potential-page.h"
#include "clinch-profile.h"
#include "clinch-record-table.h"

#include <glib/gi18n-lib.h>

struct _ClinchCustomersPage
{
  ClinchPage parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkColumnView *column_view;
  GMenu *filter_menu;
  GtkLabel *count_label;

  ClinchRecordTable *table;
  char *owner; /* "all" or "me" */
  char *grade; /* "" for every, "none" for those without one */
  gboolean thin_only;
  gboolean stale_only;
  gboolean foreign_only;
};

G_DEFINE_FINAL_TYPE (ClinchCustomersPage, clinch_customers_page, CLINCH_TYPE_PAGE)

static ClinchWorkspace *
workspace_of (ClinchCustomersPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

static ClinchQuery *
make_query (ClinchPage *page)
{
  ClinchCustomersPage *self = CLINCH_CUSTOMERS_PAGE (page);
  ClinchQuery *query = clinch_query_new (CLINCH_KIND_CUSTOMER);
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
  if (self->foreign_only)
    clinch_query_filter_text (query, "currency", CLINCH_FILTER_NOT_EQUAL,
                              clinch_workspace_get_currency (workspace_of (self)));

  return query;
}

static char *
describe_count (guint n)
{
  return g_strdup_printf (ngettext ("%u customer", "%u customers", n), n);
}

static const ClinchRecordTableInfo info = {
  .kind = CLINCH_KIND_CUSTOMER,
  .columns = &clinch_customer_table_info,
  .narrow_columns = clinch_customer_narrow_columns,
  .sort_key = "customers-sort",
  .make_query = make_query,
  .describe_count = describe_count,
};

static void
filter_changed_cb (ClinchCustomersPage *self)
{
  if (self->table != NULL)
    clinch_record_table_refresh (self->table);
}

static void
narrow_cb (ClinchCustomersPage *self)
{
  if (self->table != NULL)
    clinch_record_table_set_narrow (self->table, TRUE);
}

static void
wide_cb (ClinchCustomersPage *self)
{
  if (self->table != NULL)
    clinch_record_table_set_narrow (self->table, FALSE);
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
  g_autoptr(GArray) selected = clinch_record_table_dup_selection (self->table);

  if (selected->len != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    ids[i] = g_array_index (selected, gint64, i);

  return TRUE;
}

static void
selection_changed_cb (ClinchCustomersPage *self)
{
  g_autoptr(GArray) selected = clinch_record_table_dup_selection (self->table);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.merge",
                                 !clinch_workspace_is_read_only (workspace_of (self))
                                 && selected->len == 2);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.copy", selected->len > 0);
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
  clinch_record_table_refresh (self->table);
}

static void
only_action (GSimpleAction *action,
             GVariant      *value,
             gpointer       user_data)
{
  ClinchCustomersPage *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));
  gboolean *only = g_str_equal (name, "thin") ? &self->thin_only
                   : g_str_equal (name, "stale") ? &self->stale_only : &self->foreign_only;

  g_simple_action_set_state (action, value);
  *only = g_variant_get_boolean (value);
  clinch_record_table_refresh (self->table);
}

static void
attention_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ClinchPage *page = clinch_attention_page_new (workspace_of (CLINCH_CUSTOMERS_PAGE (widget)));

  clinch_page_push (widget, ADW_NAVIGATION_PAGE (page));
}

static void
potential_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ClinchPage *page = clinch_potential_page_new (workspace_of (CLINCH_CUSTOMERS_PAGE (widget)));

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
  if (self->stale_only)
    g_strv_builder_add (builder, C_("filter", "out of date only"));
  if (self->foreign_only)
    g_strv_builder_add (builder, C_("filter", "in other currencies only"));
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

  clinch_record_table_print (self->table, _("Customers"), conditions);
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  clinch_record_table_copy (CLINCH_CUSTOMERS_PAGE (widget)->table);
}

static void
make_filters (ClinchCustomersPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "owner", .parameter_type = "s", .state = "'all'", .change_state = choose_action },
    { .name = "grade", .parameter_type = "s", .state = "''", .change_state = choose_action },
    { .name = "thin", .state = "false", .change_state = only_action },
    { .name = "stale", .state = "false", .change_state = only_action },
    { .name = "foreign", .state = "false", .change_state = only_action },
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
  const ClinchRecordTableParts parts = {
    self->column_view, self->stack, self->count_label, self->filter_menu,
  };

  G_OBJECT_CLASS (clinch_customers_page_parent_class)->constructed (object);

  self->table = clinch_record_table_new (CLINCH_PAGE (self), &info, &parts);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new",
                                 !clinch_workspace_is_read_only (workspace_of (self)));
  selection_changed_cb (self);
}

static void
clinch_customers_page_dispose (GObject *object)
{
  ClinchCustomersPage *self = CLINCH_CUSTOMERS_PAGE (object);

  g_clear_pointer (&self->table, clinch_record_table_close);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_CUSTOMERS_PAGE);
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
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_install_action (widget_class, "page.attention", NULL, attention_action);
  gtk_widget_class_install_action (widget_class, "page.potential", NULL, potential_action);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "page.copy", NULL, copy_action);
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

ClinchPage *
clinch_customers_page_new_foreign (ClinchWorkspace *workspace)
{
  ClinchPage *self = g_object_new (CLINCH_TYPE_CUSTOMERS_PAGE, "workspace", workspace, "title",
                                   _("Customers in Other Currencies"), NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "customers.foreign", NULL);

  return self;
}
