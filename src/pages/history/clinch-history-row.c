// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-history-row.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-history-changes.h"
#include "clinch-step-label.h"

#include <glib/gi18n-lib.h>

struct _ClinchHistoryRow
{
  AdwBin parent_instance;

  AdwAvatar *avatar;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkLabel *undone_label;
  GtkButton *undo_button;
  GtkButton *toggle_button;
  GtkRevealer *revealer;
  AdwBin *changes_bin;

  gboolean can_undo;
  ClinchHistoryItem *item;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (ClinchHistoryRow, clinch_history_row, ADW_TYPE_BIN)

/* “Wang Min · 14:05 · 3 records” */
static char *
make_detail (const ClinchHistoryEntry *entry)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (entry->step->at);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, clinch_clock_timezone ())
                               : NULL;
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%H:%M") : NULL;
  GString *detail = g_string_new (entry->member);

  if (detail->len > 0)
    g_string_append (detail, " · ");
  g_string_append (detail, time != NULL ? time : "");
  if (entry->n_records > 1)
    {
      int n_records = (int) MIN (entry->n_records, G_MAXINT);

      g_string_append (detail, " · ");
      g_string_append_printf (detail, ngettext ("%d record", "%d records", n_records), n_records);
    }

  return g_string_free (detail, FALSE);
}

static void
show_undone (ClinchHistoryRow *self)
{
  const ClinchHistoryEntry *entry = clinch_history_item_get_entry (self->item);
  gboolean undone = clinch_history_item_is_undone (self->item);
  gboolean first = g_strcmp0 (entry->step->action, CLINCH_ACTION_CREATE_WORKSPACE) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->undone_label), undone);
  gtk_widget_set_visible (GTK_WIDGET (self->undo_button), self->can_undo && !undone && !first);
  if (undone)
    gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "dimmed");
}

static void
show_changes (ClinchHistoryRow *self)
{
  gboolean expanded = clinch_history_item_is_expanded (self->item);
  GPtrArray *changes = clinch_history_item_get_changes (self->item);
  const ClinchHistoryEntry *entry = clinch_history_item_get_entry (self->item);
  const char *label = expanded ? _("Hide what changed") : _("Show what changed");

  gtk_button_set_icon_name (self->toggle_button,
                            expanded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->toggle_button), label);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               expanded, -1);
  /* A closed row keeps no widgets for what it does not show. */
  adw_bin_set_child (self->changes_bin,
                     expanded && changes != NULL
                     ? clinch_history_changes_new (changes, entry->n_records) : NULL);
  gtk_revealer_set_reveal_child (self->revealer, expanded && changes != NULL);
}

static void
undo_clicked_cb (ClinchHistoryRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "history.undo", "x",
                              clinch_history_item_get_entry (self->item)->step->id);
}

static void
toggle_clicked_cb (ClinchHistoryRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "history.toggle", "x",
                              clinch_history_item_get_entry (self->item)->step->id);
}

static void
clinch_history_row_dispose (GObject *object)
{
  ClinchHistoryRow *self = CLINCH_HISTORY_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINCH_TYPE_HISTORY_ROW);

  G_OBJECT_CLASS (clinch_history_row_parent_class)->dispose (object);
}

static void
clinch_history_row_class_init (ClinchHistoryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_history_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/history/history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryRow, undone_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryRow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryRow, toggle_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, ClinchHistoryRow, changes_bin);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggle_clicked_cb);
}

static void
clinch_history_row_init (ClinchHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (CLINCH_TYPE_HISTORY_ITEM);
  g_signal_group_connect_swapped (self->signals, "notify::undone", G_CALLBACK (show_undone), self);
  g_signal_group_connect_swapped (self->signals, "notify::expanded", G_CALLBACK (show_changes),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::changes", G_CALLBACK (show_changes),
                                  self);
}

GtkWidget *
clinch_history_row_new (gboolean can_undo)
{
  ClinchHistoryRow *self = g_object_new (CLINCH_TYPE_HISTORY_ROW, NULL);

  self->can_undo = can_undo;

  return GTK_WIDGET (self);
}

void
clinch_history_row_set_item (ClinchHistoryRow  *self,
                             ClinchHistoryItem *item)
{
  const ClinchHistoryEntry *entry;
  g_autofree char *detail = NULL;
  g_autofree char *when = NULL;

  g_return_if_fail (CLINCH_IS_HISTORY_ROW (self));

  g_set_object (&self->item, item);
  g_signal_group_set_target (self->signals, item);
  if (item == NULL)
    {
      adw_bin_set_child (self->changes_bin, NULL);
      return;
    }

  entry = clinch_history_item_get_entry (item);
  detail = make_detail (entry);
  when = clinch_instant_format (entry->step->at, clinch_clock_now (), clinch_clock_timezone ());
  adw_avatar_set_text (self->avatar, entry->member);
  gtk_label_set_label (self->title_label, entry->label);
  gtk_label_set_label (self->detail_label, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->detail_label), when);
  show_undone (self);
  show_changes (self);
}
