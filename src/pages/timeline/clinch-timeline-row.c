// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-timeline-row.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-field-text.h"
#include "clinch-follow-up-look.h"
#include "clinch-page.h"

#include <glib/gi18n-lib.h>

/* A step that did more than this is told to undo a lot. */
#define MANY_CHANGES 20

struct _ClinchTimelineRow
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *people_label;
  GtkLabel *when_label;
  GtkWidget *undone_label;
  GtkWidget *undo_button;
  GtkMenuButton *menu_button;
  GtkLabel *text_label;
  GtkBox *changes_box;
  GtkWidget *next_box;
  GtkLabel *next_label;
  GtkWidget *opportunity_button;
  GtkLabel *opportunity_label;
  GtkWidget *material_button;
  GtkLabel *material_label;

  ClinchTimelineItem *item;
  ClinchRecord *follow_up;
  ClinchKind about;
  gboolean can_write;
};

G_DEFINE_FINAL_TYPE (ClinchTimelineRow, clinch_timeline_row, ADW_TYPE_BIN)

static void
show_when (ClinchTimelineRow *self,
           gint64             at)
{
  g_autofree char *text = clinch_instant_format (at, clinch_clock_now (), clinch_clock_timezone ());
  char date[CLINCH_DATE_SIZE];
  g_autofree char *full = NULL;

  clinch_date_from_instant (at, clinch_clock_timezone (), date);
  full = clinch_date_format_full (date);
  gtk_label_set_label (self->when_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->when_label), full);
}

static char *
people_text (ClinchRecord *follow_up,
             ClinchKind    about)
{
  const char *contact = about == CLINCH_KIND_CONTACT ? ""
                        : clinch_record_get_reference_name (follow_up, CLINCH_FOLLOW_UP_CONTACT);
  const char *author = clinch_record_get_reference_name (follow_up, CLINCH_FOLLOW_UP_AUTHOR);

  if (*contact != '\0' && *author != '\0')
    /* Translators: a follow-up with a contact, noted by a member. */
    return g_strdup_printf (_("with %1$s · %2$s"), contact, author);
  if (*contact != '\0')
    return g_strdup_printf (_("with %s"), contact);

  return g_strdup (author);
}

static char *
next_text (ClinchRecord *follow_up)
{
  const char *step = clinch_record_get_text (follow_up, CLINCH_FOLLOW_UP_NEXT_STEP);
  const char *date = clinch_record_get_text (follow_up, CLINCH_FOLLOW_UP_NEXT_DATE);
  char today[CLINCH_DATE_SIZE];
  g_autofree char *day = NULL;

  if (step == NULL && date == NULL)
    return NULL;

  clinch_clock_today (today);
  day = clinch_date_format (date, today);
  if (step == NULL || date == NULL)
    return g_strdup (step != NULL ? step : day);

  return g_strdup_printf ("%s · %s", step, day);
}

static void
show_material (ClinchTimelineRow *self)
{
  const char *name = clinch_record_get_reference_name (self->follow_up, CLINCH_FOLLOW_UP_MATERIAL);
  /* Translators: title of what a customer was shown. */
  g_autofree char *text = g_strdup_printf (_("Shared: %s"), name);

  gtk_label_set_label (self->material_label, text);
  gtk_widget_set_visible (self->material_button, *name != '\0');
}

static void
show_follow_up (ClinchTimelineRow *self)
{
  ClinchRecord *record = self->follow_up;
  const char *way = clinch_record_get_text (record, CLINCH_FOLLOW_UP_TYPE);
  const char *opportunity = clinch_record_get_reference_name (record, CLINCH_FOLLOW_UP_OPPORTUNITY);
  const char *text = clinch_record_get_text (record, CLINCH_FOLLOW_UP_TEXT);
  g_autofree char *people = people_text (record, self->about);
  g_autofree char *next = next_text (record);

  gtk_image_set_from_icon_name (self->icon, clinch_follow_up_icon (way));
  gtk_label_set_label (self->title_label, clinch_choice_label (CLINCH_CHOICE_FOLLOW_UP, way));
  gtk_label_set_label (self->people_label, people);
  gtk_label_set_label (self->text_label, text);
  gtk_label_set_label (self->next_label, next);
  gtk_widget_set_visible (self->next_box, next != NULL);
  gtk_label_set_label (self->opportunity_label, opportunity);
  gtk_widget_set_visible (self->opportunity_button, self->about != CLINCH_KIND_OPPORTUNITY
                          && *opportunity != '\0');
  show_material (self);
  show_when (self, clinch_timeline_item_get_at (self->item));
}

static void
add_menu_item (GMenu      *menu,
               const char *label,
               const char *action,
               gint64      id)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (ClinchTimelineRow *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  gint64 id = clinch_record_get_id (self->follow_up);

  if (self->can_write)
    add_menu_item (menu, _("_Edit…"), "timeline.edit", id);
  add_menu_item (menu, _("_Copy Text"), "timeline.copy", id);
  if (self->can_write)
    add_menu_item (menu, _("_Delete"), "timeline.delete", id);

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
set_follow_up (ClinchTimelineRow *self)
{
  g_autoptr(GMenuModel) menu = NULL;

  self->follow_up = g_object_ref (clinch_timeline_item_get_follow_up (self->item));
  g_signal_connect_swapped (self->follow_up, "notify", G_CALLBACK (show_follow_up), self);
  menu = make_menu (self);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_box), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), TRUE);
  gtk_widget_set_visible (self->undo_button, FALSE);
  gtk_widget_set_visible (self->undone_label, FALSE);
  gtk_label_set_wrap (self->title_label, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "step");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "undone");
  show_follow_up (self);
}

static GtkWidget *
make_value (const ClinchHistoryValue *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (value->label);
  GtkWidget *values = gtk_label_new (NULL);
  g_autofree char *text = NULL;

  if (*value->before == '\0')
    text = g_strdup (value->after);
  else
    /* Translators: a field's value before and after a change. */
    text = g_strdup_printf (_("%1$s → %2$s"), value->before,
                            *value->after != '\0' ? value->after : C_("value", "empty"));
  gtk_label_set_label (GTK_LABEL (values), text);
  gtk_label_set_xalign (GTK_LABEL (values), 0);
  gtk_label_set_wrap (GTK_LABEL (values), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (values), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (values), 4);
  gtk_label_set_ellipsize (GTK_LABEL (values), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_widget_add_css_class (name, "dimmed");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), values);

  return box;
}

static void
add_change (ClinchTimelineRow         *self,
            const ClinchHistoryChange *change)
{
  /* The step's label names the record that the timeline is about. */
  if (change->kind != self->about && change->op == CLINCH_CHANGE_UPDATE)
    {
      g_autofree char *text = g_strdup_printf ("%s “%s”", clinch_kind_label (change->kind, FALSE),
                                               change->name);
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (self->changes_box, label);
    }
  if (change->op == CLINCH_CHANGE_UPDATE)
    for (guint i = 0; i < change->values->len; i++)
      gtk_box_append (self->changes_box, make_value (change->values->pdata[i]));
}

static void
clear_changes (ClinchTimelineRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->changes_box))) != NULL)
    gtk_box_remove (self->changes_box, child);
}

static void
show_undo (ClinchTimelineRow        *self,
           const ClinchTimelineStep *step)
{
  g_autofree char *spoken = NULL;

  gtk_widget_set_visible (self->undone_label, step->is_undone);
  gtk_widget_set_visible (self->undo_button, self->can_write && !step->is_undone);
  /* The target first: an action that wants one complains about a button without. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->undo_button), "x", step->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->undo_button), "timeline.undo");
  if (step->n_changes > MANY_CHANGES)
    {
      g_autofree char *tooltip = NULL;

      tooltip =
        g_strdup_printf (ngettext ("Undoes the whole step: %d change",
                                   "Undoes the whole step: %d changes", step->n_changes),
                                 (int) step->n_changes);
      gtk_widget_set_tooltip_text (self->undo_button, tooltip);
    }
  else
    {
      gtk_widget_set_tooltip_text (self->undo_button, NULL);
    }
  /* Translators: for a screen reader; what a step did. */
  spoken = g_strdup_printf (_("Undo “%s”"), step->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
set_step (ClinchTimelineRow *self)
{
  const ClinchTimelineStep *step = clinch_timeline_item_get_step (self->item);

  gtk_image_set_from_icon_name (self->icon, "document-edit-symbolic");
  gtk_label_set_label (self->title_label, step->label);
  gtk_label_set_label (self->people_label, step->member);
  for (guint i = 0; i < step->changes->len; i++)
    add_change (self, step->changes->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_box),
                          gtk_widget_get_first_child (GTK_WIDGET (self->changes_box)) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), FALSE);
  gtk_widget_set_visible (self->next_box, FALSE);
  gtk_widget_set_visible (self->opportunity_button, FALSE);
  gtk_widget_set_visible (self->material_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), FALSE);
  gtk_label_set_wrap (self->title_label, TRUE);
  gtk_label_set_wrap_mode (self->title_label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self), "step");
  if (step->is_undone)
    gtk_widget_add_css_class (GTK_WIDGET (self), "undone");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "undone");
  show_undo (self, step);
  show_when (self, step->at);
}

static void
opportunity_clicked_cb (ClinchTimelineRow *self)
{
  gint64 id = clinch_record_get_int (self->follow_up, CLINCH_FOLLOW_UP_OPPORTUNITY);

  if (id != 0)
    clinch_page_open (GTK_WIDGET (self), CLINCH_KIND_OPPORTUNITY, id);
}

static void
material_clicked_cb (ClinchTimelineRow *self)
{
  clinch_page_open (GTK_WIDGET (self), CLINCH_KIND_MATERIAL,
                    clinch_record_get_int (self->follow_up, CLINCH_FOLLOW_UP_MATERIAL));
}

static void
drop_item (ClinchTimelineRow *self)
{
  if (self->follow_up != NULL)
    g_signal_handlers_disconnect_by_data (self->follow_up, self);
  g_clear_object (&self->follow_up);
  g_clear_object (&self->item);
}

static void
clinch_timeline_row_dispose (GObject *object)
{
  ClinchTimelineRow *self = CLINCH_TIMELINE_ROW (object);

  drop_item (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_TIMELINE_ROW);

  G_OBJECT_CLASS (clinch_timeline_row_parent_class)->dispose (object);
}

static void
clinch_timeline_row_class_init (ClinchTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinch_timeline_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/timeline/timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, people_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, when_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, undone_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, changes_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, next_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, next_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, opportunity_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, opportunity_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, material_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchTimelineRow, material_label);
  gtk_widget_class_bind_template_callback (widget_class, material_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, opportunity_clicked_cb);
}

static void
clinch_timeline_row_init (ClinchTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinch_timeline_row_new (gboolean can_write)
{
  ClinchTimelineRow *self = g_object_new (CLINCH_TYPE_TIMELINE_ROW, NULL);

  self->can_write = can_write;
  return GTK_WIDGET (self);
}

void
clinch_timeline_row_set_item (ClinchTimelineRow  *self,
                              ClinchTimelineItem *item,
                              ClinchKind          about)
{
  g_return_if_fail (CLINCH_IS_TIMELINE_ROW (self));

  drop_item (self);
  clear_changes (self);
  self->about = about;
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  if (clinch_timeline_item_is_follow_up (item))
    set_follow_up (self);
  else
    set_step (self);
}

GtkWidget *
clinch_timeline_row_get_title (ClinchTimelineRow *self)
{
  g_return_val_if_fail (CLINCH_IS_TIMELINE_ROW (self), NULL);

  return GTK_WIDGET (self->title_label);
}
