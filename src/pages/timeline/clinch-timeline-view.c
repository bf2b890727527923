// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-timeline-view.h"

#include "clinch-actions.h"
#include "clinch-follow-up-entry.h"
#include "clinch-new-record.h"
#include "clinch-page.h"
#include "clinch-timeline.h"
#include "clinch-timeline-row.h"

#include <glib/gi18n-lib.h>

/* Scrolled by less than the height of a heading, the top is what is looked at; in pixels. */
#define NEAR_TOP 60

struct _ClinchTimelineView
{
  AdwBin parent_instance;

  AdwBin *entry_bin;
  AdwToggleGroup *toggles;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *empty_page;

  ClinchFollowUpEntry *entry;
  ClinchWorkspace *workspace;
  ClinchRecord *record;
  ClinchTimeline *timeline;
};

G_DEFINE_FINAL_TYPE (ClinchTimelineView, clinch_timeline_view, ADW_TYPE_BIN)

/* Newest month first. */
static int
compare_months (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  return clinch_timeline_item_get_month ((ClinchTimelineItem *) b) -
         clinch_timeline_item_get_month ((ClinchTimelineItem *) a);
}

static char *
month_heading (int month)
{
  static const char *const names[] = {
    NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
    NC_ ("month", "April"),
    NC_ ("month", "May"), NC_ ("month", "June"), NC_ ("month", "July"),
    NC_ ("month", "August"),
    NC_ ("month", "September"), NC_ ("month", "October"), NC_ ("month", "November"),
    NC_ ("month", "December"),
  };

  /* Translators: the heading of a month: its name, the year. */
  return g_strdup_printf (C_("month", "%1$s %2$d"),
                          g_dpgettext2 (GETTEXT_PACKAGE, "month", names[month % 12]), month / 12);
}

static void
setup_row_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              ClinchTimelineView *self)
{
  gboolean can_write = !clinch_workspace_is_read_only (self->workspace);
  GtkWidget *row = clinch_timeline_row_new (can_write);

  gtk_list_item_set_child (item, row);
  g_object_bind_property (clinch_timeline_row_get_title (CLINCH_TIMELINE_ROW (row)), "label", item,
                          "accessible-label", G_BINDING_SYNC_CREATE);
}

static void
bind_row_cb (GtkListItemFactory *factory,
             GtkListItem        *item,
             ClinchTimelineView *self)
{
  clinch_timeline_row_set_item (CLINCH_TIMELINE_ROW (gtk_list_item_get_child (item)),
                                gtk_list_item_get_item (item),
                                clinch_record_get_kind (self->record));
}

static void
unbind_row_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               ClinchTimelineView *self)
{
  clinch_timeline_row_set_item (CLINCH_TIMELINE_ROW (gtk_list_item_get_child (item)), NULL,
                                CLINCH_KIND_NONE);
}

static void
setup_header_cb (GtkListItemFactory *factory,
                 GtkListHeader      *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkListItemFactory *factory,
                GtkListHeader      *header)
{
  ClinchTimelineItem *item = gtk_list_header_get_item (header);
  g_autofree char *text = month_heading (clinch_timeline_item_get_month (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

static void
update_stack (ClinchTimelineView *self)
{
  const char *filter = adw_toggle_group_get_active_name (self->toggles);
  gboolean is_changes = g_strcmp0 (filter, "changes") == 0;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->timeline)) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }

  adw_status_page_set_title (self->empty_page,
                             is_changes ? _("No Changes Yet") : _("No Follow-ups Yet"));
  adw_status_page_set_description (self->empty_page,
                                   is_changes ? NULL
                                   : _("Note a visit, a call or a message in the line above."));
  gtk_stack_set_visible_child_name (self->stack,
                                    clinch_timeline_is_loading (self->timeline) ? "loading"
                                    : "empty");
}

static void
filter_changed_cb (ClinchTimelineView *self)
{
  const char *filter = adw_toggle_group_get_active_name (self->toggles);

  if (self->timeline == NULL)
    return;

  if (g_strcmp0 (filter, "follow-ups") == 0)
    clinch_timeline_set_filter (self->timeline, CLINCH_TIMELINE_FOLLOW_UPS);
  else if (g_strcmp0 (filter, "changes") == 0)
    clinch_timeline_set_filter (self->timeline, CLINCH_TIMELINE_CHANGES);
  else
    clinch_timeline_set_filter (self->timeline, CLINCH_TIMELINE_ALL);
  update_stack (self);
}

static void
edge_reached_cb (ClinchTimelineView *self,
                 GtkPositionType     position)
{
  if (position == GTK_POS_BOTTOM)
    clinch_timeline_load_more (self->timeline);
}

static void
edit_follow_up (ClinchTimelineView *self,
                gint64              id)
{
  g_autoptr(ClinchRecord) record = clinch_workspace_get_record (self->workspace,
                                                                CLINCH_KIND_FOLLOW_UP, id);

  clinch_edit_follow_up (GTK_WIDGET (self), self->workspace, record);
}

static void
row_activated_cb (ClinchTimelineView *self,
                  guint               position)
{
  g_autoptr(ClinchTimelineItem) item = NULL;

  item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);
  if (item != NULL && clinch_timeline_item_is_follow_up (item)
      && !clinch_workspace_is_read_only (self->workspace))
    edit_follow_up (self, clinch_record_get_id (clinch_timeline_item_get_follow_up (item)));
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  edit_follow_up (CLINCH_TIMELINE_VIEW (widget), g_variant_get_int64 (parameter));
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchTimelineView *self = CLINCH_TIMELINE_VIEW (widget);
  g_autoptr(ClinchRecord) record = NULL;
  const char *text;

  record = clinch_workspace_get_record (self->workspace, CLINCH_KIND_FOLLOW_UP,
                                        g_variant_get_int64 (parameter));
  text = clinch_record_get_text (record, CLINCH_FOLLOW_UP_TEXT);
  if (text != NULL)
    clinch_page_copy (widget, text, NULL);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ClinchTimelineView *self = CLINCH_TIMELINE_VIEW (widget);
  gint64 id = g_variant_get_int64 (parameter);

  clinch_action_delete (self->workspace, CLINCH_KIND_FOLLOW_UP, &id, 1, NULL, clinch_page_done_cb,
                        g_object_ref (self));
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchTimelineView *self = CLINCH_TIMELINE_VIEW (widget);

  clinch_action_undo (self->workspace, g_variant_get_int64 (parameter), NULL, clinch_page_done_cb,
                      g_object_ref (self));
}

static void
clinch_timeline_view_dispose (GObject *object)
{
  ClinchTimelineView *self = CLINCH_TIMELINE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->timeline);
  g_clear_object (&self->record);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_timeline_view_parent_class)->dispose (object);
}

static void
clinch_timeline_view_class_init (ClinchTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinch_timeline_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/timeline/timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineView, entry_bin);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineView, toggles);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineView, list_view);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineView, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_install_action (widget_class, "timeline.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "timeline.copy", "x", copy_action);
  gtk_widget_class_install_action (widget_class, "timeline.delete", "x", delete_action);
  gtk_widget_class_install_action (widget_class, "timeline.undo", "x", undo_action);
}

static void
clinch_timeline_view_init (ClinchTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The list view moves when it is laid out, which is after the callbacks of a frame: the second time
 * it has been. */
static gboolean
scroll_to_top_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  int *n_frames = user_data;

  if (++*n_frames == 1)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)), 0);
  return G_SOURCE_REMOVE;
}

/* What is new comes in on top. A list view holds on to the row it shows first, and would leave the
 * heading above it, or the new row, out of sight. */
static void
keep_top_cb (ClinchTimelineView *self,
             guint               position)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));

  if (position == 0 && gtk_adjustment_get_value (adjustment) < NEAR_TOP)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), scroll_to_top_cb, g_new0 (int, 1),
                                  g_free);
}

static void
make_list (ClinchTimelineView *self)
{
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *headers = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkNoSelection) selection = NULL;
  GtkSortListModel *sections;

  g_signal_connect (rows, "setup", G_CALLBACK (setup_row_cb), self);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), self);
  g_signal_connect (rows, "unbind", G_CALLBACK (unbind_row_cb), self);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (headers, "bind", G_CALLBACK (bind_header_cb), NULL);
  gtk_list_view_set_factory (self->list_view, rows);
  gtk_list_view_set_header_factory (self->list_view, headers);
  g_object_unref (rows);
  g_object_unref (headers);

  /* The items come in their order; sorting only tells where a month ends. */
  sections = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->timeline)), NULL);
  gtk_sort_list_model_set_section_sorter (sections,
                                          GTK_SORTER (gtk_custom_sorter_new (compare_months, NULL,
                                                                             NULL)));
  selection = gtk_no_selection_new (G_LIST_MODEL (sections));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (keep_top_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
clinch_timeline_view_new (ClinchWorkspace *workspace)
{
  ClinchTimelineView *self = g_object_new (CLINCH_TYPE_TIMELINE_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->timeline = clinch_timeline_new (workspace);
  self->entry = CLINCH_FOLLOW_UP_ENTRY (clinch_follow_up_entry_new (workspace));
  adw_bin_set_child (self->entry_bin, GTK_WIDGET (self->entry));
  make_list (self);
  g_signal_connect_object (self->timeline, "items-changed", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "notify::loading", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
clinch_timeline_view_set_record (ClinchTimelineView *self,
                                 ClinchRecord       *record)
{
  g_return_if_fail (CLINCH_IS_TIMELINE_VIEW (self));

  g_set_object (&self->record, record);
  clinch_follow_up_entry_set_record (self->entry, record);
  clinch_timeline_set_record (self->timeline, record);
  update_stack (self);
}
