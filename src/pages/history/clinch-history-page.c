// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-history-page.h"

#include "clinch-actions.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-history-list.h"
#include "clinch-history-row.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>

/* Pixels from the end of what is loaded at which more is asked for. */
#define AHEAD 800

struct _ClinchHistoryPage
{
  ClinchPage parent_instance;

  GtkSearchEntry *search_entry;
  GtkDropDown *member_dropdown;
  GtkDropDown *kind_dropdown;
  GtkToggleButton *since_button;
  GtkStack *stack;
  GtkScrolledWindow *scrolled_window;
  GtkListView *list_view;
  GtkSignalListItemFactory *factory;
  GtkSignalListItemFactory *header_factory;

  ClinchHistoryList *list;
  GArray *member_ids; /* for the items of the drop-down after the first */
  gint64 member_id;
  gboolean filling;   /* the drop-down changes by us */
  int to_top_frames;  /* frames in which a new answer may still be scrolled to its top */
};

G_DEFINE_FINAL_TYPE (ClinchHistoryPage, clinch_history_page, CLINCH_TYPE_PAGE)

/* What the second drop-down offers; the first means all. */
static const ClinchKind kinds[] = {
  CLINCH_KIND_NONE,
  CLINCH_KIND_CUSTOMER,
  CLINCH_KIND_OPPORTUNITY,
  CLINCH_KIND_CONTACT,
  CLINCH_KIND_FOLLOW_UP,
  CLINCH_KIND_MEMBER,
};

static ClinchWorkspace *
get_workspace (ClinchHistoryPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

/* The beginning of the latest Monday before today. */
static gint64
last_monday (void)
{
  char date[CLINCH_DATE_SIZE];
  int weekday;

  clinch_clock_today (date);
  weekday = clinch_date_weekday (date);
  clinch_date_add_days (date, weekday == 1 ? -7 : 1 - weekday, date);

  return clinch_date_to_instant (date, 0, clinch_clock_timezone ());
}

static gboolean
is_filtered (ClinchHistoryPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0'
         || self->member_id != 0 ||
         gtk_drop_down_get_selected (self->kind_dropdown) > 0
         || gtk_toggle_button_get_active (self->since_button);
}

static void
apply_filter (ClinchHistoryPage *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind_dropdown);
  g_autofree char *text =
    clinch_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  ClinchHistoryQuery query = {
    .since = gtk_toggle_button_get_active (self->since_button) ? last_monday () : 0,
    .member_id = self->member_id,
    .kind = kind < G_N_ELEMENTS (kinds) ? kinds[kind] : CLINCH_KIND_NONE,
    .text = text,
  };

  clinch_history_list_set_query (self->list, &query);
}

static void
filter_changed_cb (ClinchHistoryPage *self)
{
  if (self->list != NULL && !self->filling)
    apply_filter (self);
}

static void
member_changed_cb (ClinchHistoryPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->member_dropdown);

  if (self->filling || self->list == NULL)
    return;
  self->member_id = selected > 0 && selected <= self->member_ids->len
                    ? g_array_index (self->member_ids, gint64, selected - 1) : 0;
  apply_filter (self);
}

static void
select_member (ClinchHistoryPage *self,
               gint64             member_id)
{
  guint selected = 0;

  for (guint i = 0; i < self->member_ids->len; i++)
    if (g_array_index (self->member_ids, gint64, i) == member_id)
      selected = i + 1;
  gtk_drop_down_set_selected (self->member_dropdown, selected);
}

static gpointer
members_job (ClinchDb  *db,
             gpointer   data,
             GError   **error)
{
  return clinch_db_load_rows (db, error, CLINCH_KIND_MEMBER,
                              "WHERE deleted_at IS NULL ORDER BY name_key, id", "");
}

static void
members_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinchHistoryPage) self = user_data;
  g_autoptr(GPtrArray) rows = clinch_store_read_finish (CLINCH_STORE (object), result, NULL);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  if (rows == NULL || self->member_dropdown == NULL)
    return;

  gtk_string_list_append (names, _("Everybody"));
  g_array_set_size (self->member_ids, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const ClinchRow *row = g_ptr_array_index (rows, i);

      gtk_string_list_append (names, clinch_row_name (row));
      g_array_append_val (self->member_ids, row->id);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->member_dropdown, G_LIST_MODEL (names));
  select_member (self, self->member_id);
  self->filling = FALSE;
  /* Who works alone needs no choice of people. */
  gtk_widget_set_visible (GTK_WIDGET (self->member_dropdown), rows->len > 1);
}

static void
load_members (ClinchHistoryPage *self)
{
  clinch_store_read_async (clinch_workspace_get_store (get_workspace (self)), members_job, NULL,
                           NULL,
                           (GDestroyNotify) g_ptr_array_unref,
                           clinch_page_get_cancellable (CLINCH_PAGE (self)), members_cb,
                           g_object_ref (self));
}

static void
workspace_changed_cb (ClinchHistoryPage *self,
                      ClinchChangeSet   *changes)
{
  if (clinch_change_set_touches (changes, CLINCH_KIND_MEMBER))
    load_members (self);
}

static void
update_stack (ClinchHistoryPage *self)
{
  const char *name = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    name = clinch_history_list_is_loading (self->list) ? "loading" : is_filtered (self) ? "nothing"
           : "empty";
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* Keeps what is loaded a little longer than what is seen. */
static void
load_ahead (ClinchHistoryPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  double end = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment);

  if (end > gtk_adjustment_get_upper (adjustment) - AHEAD)
    clinch_history_list_load_more (self->list);
}

/* A list view begins with its first item and leaves the heading of that above its edge, which shows
 * after its first layout. */
static gboolean
to_top_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  ClinchHistoryPage *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);

  if (gtk_adjustment_get_value (adjustment) <= 0 && --self->to_top_frames > 0)
    return G_SOURCE_CONTINUE;

  self->to_top_frames = 0;
  gtk_adjustment_set_value (adjustment, 0);
  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (ClinchHistoryPage *self,
                  guint              position,
                  guint              removed,
                  guint              added)
{
  gboolean is_new = position == 0
                    && (removed > 0
                        || added == g_list_model_get_n_items (G_LIST_MODEL (self->list)));

  update_stack (self);
  if (!is_new)
    return;
  if (self->to_top_frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), to_top_cb, self, NULL);
  self->to_top_frames = 3;
}

static void
setup_row_cb (ClinchHistoryPage *self,
              GtkListItem       *list_item)
{
  gboolean can_undo = !clinch_workspace_is_read_only (get_workspace (self));

  gtk_list_item_set_child (list_item, clinch_history_row_new (can_undo));
}

static void
bind_row_cb (ClinchHistoryPage *self,
             GtkListItem       *list_item)
{
  ClinchHistoryItem *item = gtk_list_item_get_item (list_item);
  const ClinchHistoryEntry *entry = clinch_history_item_get_entry (item);
  g_autofree char *label = NULL;

  clinch_history_row_set_item (CLINCH_HISTORY_ROW (gtk_list_item_get_child (list_item)), item);
  label = *entry->member != '\0' ? g_strdup_printf ("%s, %s", entry->label, entry->member)
          : g_strdup (entry->label);
  gtk_list_item_set_accessible_label (list_item, label);
}

static void
unbind_row_cb (ClinchHistoryPage *self,
               GtkListItem       *list_item)
{
  clinch_history_row_set_item (CLINCH_HISTORY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
setup_header_cb (ClinchHistoryPage *self,
                 GtkListHeader     *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (ClinchHistoryPage *self,
                GtkListHeader     *header)
{
  ClinchHistoryItem *item = gtk_list_header_get_item (header);
  char today[CLINCH_DATE_SIZE];
  char date[CLINCH_DATE_SIZE];
  g_autofree char *text = NULL;
  g_autofree char *full = NULL;

  clinch_clock_today (today);
  clinch_date_from_days (clinch_history_item_get_day (item), date);
  text = clinch_date_format (date, today);
  full = clinch_date_format_full (date);
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), text);
  gtk_widget_set_tooltip_text (gtk_list_header_get_child (header), full);
}

static void
toggle_item (ClinchHistoryPage *self,
             ClinchHistoryItem *item)
{
  clinch_history_item_set_expanded (item, !clinch_history_item_is_expanded (item),
                                    get_workspace (self));
}

static void
activate_row_cb (ClinchHistoryPage *self,
                 guint              position)
{
  g_autoptr(ClinchHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL)
    toggle_item (self, item);
}

static void
toggle_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ClinchHistoryPage *self = CLINCH_HISTORY_PAGE (widget);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(ClinchHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (clinch_history_item_get_entry (item)->step->id == g_variant_get_int64 (parameter))
        toggle_item (self, item);
    }
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchHistoryPage *self = CLINCH_HISTORY_PAGE (widget);

  clinch_action_undo (get_workspace (self), g_variant_get_int64 (parameter), NULL,
                      clinch_page_done_cb,
                      g_object_ref (self));
}

static void
show_member_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  ClinchHistoryPage *self = CLINCH_HISTORY_PAGE (widget);

  self->member_id = g_variant_get_int64 (parameter);
  self->filling = TRUE;
  select_member (self, self->member_id);
  self->filling = FALSE;
  apply_filter (self);
}

static void
clear_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchHistoryPage *self = CLINCH_HISTORY_PAGE (widget);

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->member_dropdown, 0);
  gtk_drop_down_set_selected (self->kind_dropdown, 0);
  gtk_toggle_button_set_active (self->since_button, FALSE);
  self->filling = FALSE;
  self->member_id = 0;
  apply_filter (self);
}

static void
clinch_history_page_focus_search (ClinchPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (CLINCH_HISTORY_PAGE (page)->search_entry));
}

static void
fill_kinds (ClinchHistoryPage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Everything"));
  for (gsize i = 1; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (names, clinch_kind_label (kinds[i], TRUE));
  gtk_drop_down_set_model (self->kind_dropdown, G_LIST_MODEL (names));
}

static void
clinch_history_page_constructed (GObject *object)
{
  ClinchHistoryPage *self = CLINCH_HISTORY_PAGE (object);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  GtkSelectionModel *selection;

  G_OBJECT_CLASS (clinch_history_page_parent_class)->constructed (object);

  fill_kinds (self);
  self->list = clinch_history_list_new (get_workspace (self));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (load_ahead), self,
                           G_CONNECT_SWAPPED);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  gtk_list_view_set_model (self->list_view, selection);
  g_object_unref (selection);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (load_ahead), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (load_ahead), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_workspace (self), "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load_members (self);
  apply_filter (self);
}

static void
clinch_history_page_dispose (GObject *object)
{
  ClinchHistoryPage *self = CLINCH_HISTORY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CLINCH_TYPE_HISTORY_PAGE);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (clinch_history_page_parent_class)->dispose (object);
}

static void
clinch_history_page_finalize (GObject *object)
{
  g_clear_pointer (&CLINCH_HISTORY_PAGE (object)->member_ids, g_array_unref);

  G_OBJECT_CLASS (clinch_history_page_parent_class)->finalize (object);
}

static void
clinch_history_page_class_init (ClinchHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_history_page_constructed;
  object_class->dispose = clinch_history_page_dispose;
  object_class->finalize = clinch_history_page_finalize;
  CLINCH_PAGE_CLASS (klass)->focus_search = clinch_history_page_focus_search;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/history/history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryPage, member_dropdown);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryPage, kind_dropdown);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryPage, since_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryPage, factory);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryPage, header_factory);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, member_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);

  gtk_widget_class_install_action (widget_class, "history.undo", "x", undo_action);
  gtk_widget_class_install_action (widget_class, "history.toggle", "x", toggle_action);
  gtk_widget_class_install_action (widget_class, "history.show-member", "x", show_member_action);
  gtk_widget_class_install_action (widget_class, "history.clear", NULL, clear_action);
}

static void
clinch_history_page_init (ClinchHistoryPage *self)
{
  self->member_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}
