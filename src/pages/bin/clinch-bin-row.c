// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-bin-row.h"

#include "clinch-clock.h"
#include "clinch-date.h"

#include <glib/gi18n-lib.h>

struct _ClinchBinRow
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkButton *restore_button;
};

G_DEFINE_FINAL_TYPE (ClinchBinRow, clinch_bin_row, ADW_TYPE_BIN)

/* “Hangang · deleted Today 14:05 by Wang Min · with 3 more” */
static char *
make_detail (const ClinchBinEntry *entry)
{
  g_autofree char *when = clinch_instant_format (entry->deleted_at, clinch_clock_now (),
                                                 clinch_clock_timezone ());
  GString *detail = g_string_new (entry->parent);

  if (detail->len > 0)
    g_string_append (detail, " · ");
  if (*entry->member != '\0')
    /* Translators: when something was deleted, and by whom. */
    g_string_append_printf (detail, _("deleted %1$s by %2$s"), when, entry->member);
  else
    /* Translators: when something was deleted. */
    g_string_append_printf (detail, _("deleted %s"), when);
  if (entry->n_more > 0)
    {
      int n_more = (int) MIN (entry->n_more, G_MAXINT);

      g_string_append (detail, " · ");
      /* Translators: how many other records went to the recycle bin with this one. */
      g_string_append_printf (detail, ngettext ("with %d more", "with %d more", n_more), n_more);
    }

  return g_string_free (detail, FALSE);
}

static void
clinch_bin_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINCH_TYPE_BIN_ROW);

  G_OBJECT_CLASS (clinch_bin_row_parent_class)->dispose (object);
}

static void
clinch_bin_row_class_init (ClinchBinRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinch_bin_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/bin/bin-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchBinRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchBinRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchBinRow, restore_button);
}

static void
clinch_bin_row_init (ClinchBinRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinch_bin_row_new (gboolean can_restore)
{
  ClinchBinRow *self = g_object_new (CLINCH_TYPE_BIN_ROW, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), can_restore);

  return GTK_WIDGET (self);
}

void
clinch_bin_row_set_item (ClinchBinRow  *self,
                         ClinchBinItem *item)
{
  const ClinchBinEntry *entry;
  g_autofree char *detail = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (CLINCH_IS_BIN_ROW (self));

  entry = clinch_bin_item_get_entry (item);
  detail = make_detail (entry);
  gtk_label_set_label (self->title_label, entry->name);
  gtk_label_set_label (self->detail_label, detail);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->restore_button), "(sx)",
                                    clinch_kind_word (entry->kind), entry->id);
  /* Translators: accessible name of a button; what is restored. */
  label = g_strdup_printf (_("Restore “%s”"), entry->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->restore_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
