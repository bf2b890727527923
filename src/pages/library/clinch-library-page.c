// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-library-page.h"

#include "clinch-actions.h"
#include "clinch-material-actions.h"
#include "clinch-material-columns.h"
#include "clinch-menu-label.h"
#include "clinch-new-record.h"
#include "clinch-reading.h"
#include "clinch-record-table.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>

/* In the menu. */
#define MANY_INDUSTRIES 40

struct _ClinchLibraryPage
{
  ClinchPage parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkColumnView *column_view;
  GMenu *kinds_section;
  GMenu *industries_menu;
  GMenu *filter_menu;
  GtkLabel *count_label;

  ClinchRecordTable *table;
  char *kind;     /* "" for every */
  char *industry; /* "" for every */
  gboolean unused_only;
};

G_DEFINE_FINAL_TYPE (ClinchLibraryPage, clinch_library_page, CLINCH_TYPE_PAGE)

static ClinchWorkspace *
workspace_of (ClinchLibraryPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

/* --- What is listed */

static ClinchQuery *
make_query (ClinchPage *page)
{
  ClinchLibraryPage *self = CLINCH_LIBRARY_PAGE (page);
  ClinchQuery *query = clinch_query_new (CLINCH_KIND_MATERIAL);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (*words != '\0')
    clinch_query_set_search (query, words);
  if (*self->kind != '\0')
    clinch_query_filter_text (query, "type", CLINCH_FILTER_EQUAL, self->kind);
  if (*self->industry != '\0')
    clinch_query_filter_text (query, "industry", CLINCH_FILTER_EQUAL, self->industry);
  if (self->unused_only)
    clinch_query_filter_text (query, "last-used", CLINCH_FILTER_EMPTY, NULL);

  return query;
}

static char *
describe_count (guint n)
{
  return g_strdup_printf (ngettext ("%u piece of material", "%u pieces of material", n), n);
}

static const ClinchRecordTableInfo info = {
  .kind = CLINCH_KIND_MATERIAL,
  .columns = &clinch_material_table_info,
  .narrow_columns = clinch_material_narrow_columns,
  .sort_key = "library-sort",
  .make_query = make_query,
  .describe_count = describe_count,
};

static void
filter_changed_cb (ClinchLibraryPage *self)
{
  if (self->table != NULL)
    clinch_record_table_refresh (self->table);
}

static void
narrow_cb (ClinchLibraryPage *self)
{
  if (self->table != NULL)
    clinch_record_table_set_narrow (self->table, TRUE);
}

static void
wide_cb (ClinchLibraryPage *self)
{
  if (self->table != NULL)
    clinch_record_table_set_narrow (self->table, FALSE);
}

/* --- What is selected */

/* The one that is selected; 0 where it is none or several. */
static gint64
selected_id (ClinchLibraryPage *self)
{
  g_autoptr(GArray) ids = clinch_record_table_dup_selection (self->table);

  return ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

static void
update_actions (ClinchLibraryPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_write = !clinch_workspace_is_read_only (workspace_of (self));
  g_autoptr(GArray) ids = clinch_record_table_dup_selection (self->table);

  gtk_widget_action_set_enabled (widget, "page.new", can_write);
  gtk_widget_action_set_enabled (widget, "page.open-link", ids->len == 1);
  gtk_widget_action_set_enabled (widget, "page.share", can_write && ids->len == 1);
  gtk_widget_action_set_enabled (widget, "page.delete", can_write && ids->len > 0);
  gtk_widget_action_set_enabled (widget, "page.copy", ids->len > 0);
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
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ClinchLibraryPage *self = CLINCH_LIBRARY_PAGE (widget);
  g_autoptr(GArray) ids = clinch_record_table_dup_selection (self->table);

  if (ids->len > 0)
    clinch_action_delete (workspace_of (self), CLINCH_KIND_MATERIAL, (gint64 *) ids->data,
                          ids->len, NULL, clinch_page_done_cb, g_object_ref (self));
}

/* --- The filter */

static void
choose_action (GSimpleAction *action,
               GVariant      *value,
               gpointer       user_data)
{
  ClinchLibraryPage *self = user_data;
  gboolean is_kind = g_str_equal (g_action_get_name (G_ACTION (action)), "kind");

  g_simple_action_set_state (action, value);
  g_set_str (is_kind ? &self->kind : &self->industry, g_variant_get_string (value, NULL));
  clinch_record_table_refresh (self->table);
}

static void
unused_action (GSimpleAction *action,
               GVariant      *value,
               gpointer       user_data)
{
  ClinchLibraryPage *self = user_data;

  g_simple_action_set_state (action, value);
  self->unused_only = g_variant_get_boolean (value);
  clinch_record_table_refresh (self->table);
}

static void
add_choice (GMenu      *menu,
            const char *label,
            const char *action,
            const char *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
add_industry (gpointer         industries,
              ClinchStatement *row)
{
  g_ptr_array_add (industries, g_strdup (clinch_statement_text (row, 0)));
}

static gpointer
load_industries (ClinchDb  *db,
                 gpointer   data,
                 GError   **error)
{
  g_autoptr(GPtrArray) industries = g_ptr_array_new_with_free_func (g_free);

  if (!clinch_db_each (db, add_industry, industries, error,
                       "SELECT DISTINCT industry FROM material WHERE deleted_at IS NULL"
                       " AND industry IS NOT NULL ORDER BY industry LIMIT ?", "i",
                       (gint64) MANY_INDUSTRIES))
    return NULL;
  g_ptr_array_sort_values (industries, (GCompareFunc) clinch_text_compare);

  return g_steal_pointer (&industries);
}

/* The first of the menu is all of them. What is chosen stays so, even if nothing is about it any
 * more. */
static void
show_industries (GtkWidget     *widget,
                 gconstpointer  question,
                 gpointer       answer)
{
  ClinchLibraryPage *self = CLINCH_LIBRARY_PAGE (widget);
  g_autoptr(GPtrArray) industries = answer;

  while (g_menu_model_get_n_items (G_MENU_MODEL (self->industries_menu)) > 1)
    g_menu_remove (self->industries_menu, 1);
  for (guint i = 0; i < industries->len; i++)
    {
      g_autofree char *label = clinch_menu_label (industries->pdata[i]);

      add_choice (self->industries_menu, label, "library.industry", industries->pdata[i]);
    }
}

static const ClinchReading industries_reading = {
  .load = load_industries,
  .show = show_industries,
  .answer_free = (GDestroyNotify) g_ptr_array_unref,
  .is_quiet = TRUE,
};

static void
ask_industries (ClinchLibraryPage *self)
{
  clinch_reading_ask (GTK_WIDGET (self), workspace_of (self), &industries_reading, NULL);
}

static void
workspace_changed_cb (ClinchLibraryPage *self,
                      ClinchChangeSet   *changes)
{
  if (clinch_change_set_touches (changes, CLINCH_KIND_MATERIAL))
    ask_industries (self);
}

/* What the search and the menu let through, in words; NULL for everything. */
static char *
describe_filter (ClinchLibraryPage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) conditions = NULL;

  if (*words != '\0')
    g_strv_builder_take (builder, g_strdup_printf (C_("filter", "“%s”"), words));
  if (*self->kind != '\0')
    g_strv_builder_add (builder, clinch_choice_label (CLINCH_CHOICE_MATERIAL, self->kind));
  if (*self->industry != '\0')
    g_strv_builder_add (builder, self->industry);
  if (self->unused_only)
    g_strv_builder_add (builder, C_("filter", "never used only"));
  conditions = g_strv_builder_end (builder);

  return conditions[0] != NULL ? g_strjoinv (" · ", conditions) : NULL;
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  clinch_record_table_copy (CLINCH_LIBRARY_PAGE (widget)->table);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchLibraryPage *self = CLINCH_LIBRARY_PAGE (widget);
  g_autofree char *conditions = describe_filter (self);

  clinch_record_table_print (self->table, C_("page", "Library"), conditions);
}

static void
make_filters (ClinchLibraryPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "kind", .parameter_type = "s", .state = "''", .change_state = choose_action },
    { .name = "industry", .parameter_type = "s", .state = "''", .change_state = choose_action },
    { .name = "unused", .state = "false", .change_state = unused_action },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  int n_kinds;
  const ClinchChoiceValue *kinds = clinch_choice_values (CLINCH_CHOICE_MATERIAL, &n_kinds);

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "library", G_ACTION_GROUP (group));
  for (int i = 0; i < n_kinds; i++)
    add_choice (self->kinds_section, clinch_choice_label (CLINCH_CHOICE_MATERIAL, kinds[i].code),
                "library.kind", kinds[i].code);
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
  const ClinchRecordTableParts parts = {
    self->column_view, self->stack, self->count_label, self->filter_menu,
  };

  G_OBJECT_CLASS (clinch_library_page_parent_class)->constructed (object);

  self->table = clinch_record_table_new (CLINCH_PAGE (self), &info, &parts);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
  g_signal_connect_object (workspace_of (self), "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ask_industries (self);
}

static void
clinch_library_page_dispose (GObject *object)
{
  ClinchLibraryPage *self = CLINCH_LIBRARY_PAGE (object);

  g_clear_pointer (&self->table, clinch_record_table_close);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_LIBRARY_PAGE);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->industry, g_free);

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
  gtk_widget_class_bind_template_child (widget_class, ClinchLibraryPage, industries_menu);
  gtk_widget_class_bind_template_child (widget_class, ClinchLibraryPage, filter_menu);
  gtk_widget_class_bind_template_child (widget_class, ClinchLibraryPage, count_label);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.open-link", NULL, open_link_action);
  gtk_widget_class_install_action (widget_class, "page.share", NULL, share_action);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "page.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "page.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "page.open-link", NULL);
}

static void
clinch_library_page_init (ClinchLibraryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->kind = g_strdup ("");
  self->industry = g_strdup ("");
  make_filters (self);
}
