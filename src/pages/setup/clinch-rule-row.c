// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-rule-row.h"

#include "clinch-draft-adjustment.h"
#include "clinch-field-row.h"
#include "clinch-row-name.h"
#include "clinch-value-entry.h"

#include <glib/gi18n-lib.h>

#define MOST_WEIGHT 1000
#define MOST_SCORE 100
#define MOST_DAYS 3650

struct _ClinchRuleRow
{
  AdwExpanderRow parent_instance;

  ClinchWorkspace *workspace;
  ClinchRuleDraft *draft;
  ClinchRecord *record;
  ClinchRecord *dimension;
  GtkWidget *handle;
  GtkWidget *number_spin;
  GtkWidget *several_row;
  GtkWidget *least_entry;
  GtkWidget *retire_button;
  char *note;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (ClinchRuleRow, clinch_rule_row, ADW_TYPE_EXPANDER_ROW)

static gboolean
is_dimension (ClinchRuleRow *self)
{
  return clinch_record_get_kind (self->record) == CLINCH_KIND_DIMENSION;
}

static int
number_field (ClinchRuleRow *self)
{
  return is_dimension (self) ? (int) CLINCH_DIMENSION_WEIGHT : (int) CLINCH_TAG_SCORE;
}

static int
retired_field (ClinchRuleRow *self)
{
  return is_dimension (self) ? (int) CLINCH_DIMENSION_RETIRED : (int) CLINCH_TAG_RETIRED;
}

static gboolean
is_yes (const char *text)
{
  return g_strcmp0 (text, "yes") == 0;
}

static gboolean
is_retired (ClinchRuleRow *self)
{
  return is_yes (clinch_rule_draft_get_text (self->draft, self->record, retired_field (self)));
}

static gboolean
takes_several (ClinchRuleRow *self)
{
  return is_yes (clinch_rule_draft_get_text (self->draft, self->record, CLINCH_DIMENSION_SEVERAL));
}

static gboolean
can_write (ClinchRuleRow *self)
{
  return !clinch_workspace_is_read_only (self->workspace);
}

/* What the draft would change, before what always holds. */
static char *
describe (ClinchRuleRow *self)
{
  gboolean was_retired = is_yes (clinch_record_get_text (self->record, retired_field (self)));
  int number = clinch_record_get_int (self->record, number_field (self));
  const char *note = self->note != NULL ? self->note : "";
  const char *dot = *note != '\0' ? " · " : "";

  if (is_retired (self) != was_retired)
    return g_strconcat (was_retired ? _("Comes back when applied")
                        : _("Retired when applied"), dot, note, NULL);
  if (clinch_rule_draft_get_int (self->draft, self->record, number_field (self)) != number)
    {
      g_autofree char *was = g_strdup_printf (_("Was %d"), number);

      return g_strconcat (was, dot, note, NULL);
    }
  if (clinch_rule_draft_has (self->draft, self->record))
    return g_strconcat (_("Changed in the draft"), dot, note, NULL);

  return g_strdup (note);
}

static void
update (ClinchRuleRow *self)
{
  const char *name = clinch_record_get_name (self->record);
  g_autofree char *text = describe (self);
  g_autofree char *label = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
  label = g_strdup_printf (is_dimension (self) ? _("Weight of “%s”") : _("Score of “%s”"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number_spin),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->number_spin, !is_retired (self));
  gtk_widget_set_visible (self->handle, !is_retired (self) && can_write (self));
  if (self->retire_button != NULL)
    gtk_button_set_label (GTK_BUTTON (self->retire_button),
                          is_retired (self) ? _("Bring _Back") : _("_Retire"));
  self->filling = TRUE;
  if (self->several_row != NULL)
    adw_switch_row_set_active (ADW_SWITCH_ROW (self->several_row), takes_several (self));
  if (self->least_entry != NULL)
    clinch_value_entry_set_int (CLINCH_VALUE_ENTRY (self->least_entry),
                                clinch_rule_draft_get_int (self->draft, self->record,
                                                           CLINCH_TAG_LEAST));
  self->filling = FALSE;
}

/* --- Its parts */

static void
add_number (ClinchRuleRow *self)
{
  g_autoptr(GtkAdjustment) adjustment =
    clinch_draft_adjustment_new (self->draft, self->record, number_field (self),
                                 is_dimension (self) ? MOST_WEIGHT : MOST_SCORE);

  self->number_spin = gtk_spin_button_new (adjustment, 1, 0);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (self->number_spin), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->number_spin), 3);
  gtk_widget_set_valign (self->number_spin, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->number_spin, can_write (self));
  gtk_widget_set_tooltip_text (self->number_spin,
                               is_dimension (self) ? C_("setup", "Weight") : C_("setup", "Score"));
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->number_spin);
}

static void
add_field (ClinchRuleRow *self,
           int            field)
{
  GtkWidget *row = clinch_field_row_new (self->workspace, clinch_record_get_kind (self->record),
                                         field);

  clinch_field_row_set_record (CLINCH_FIELD_ROW (row), self->record);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
several_changed_cb (ClinchRuleRow *self)
{
  gboolean several = adw_switch_row_get_active (ADW_SWITCH_ROW (self->several_row));
  const char *was = clinch_record_get_text (self->record, CLINCH_DIMENSION_SEVERAL);

  /* Without it the field is as the record has it, or empty. */
  if (self->filling || several == takes_several (self))
    return;
  if (several || is_yes (was))
    was = several ? "yes" : NULL;
  clinch_rule_draft_set_text (self->draft, self->record, CLINCH_DIMENSION_SEVERAL, was);
}

/* Whether the mean of all tags counts or the newest one alone: that may change grades. */
static void
add_several (ClinchRuleRow *self)
{
  self->several_row = adw_switch_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->several_row),
                                 clinch_field_label (clinch_kind_field (CLINCH_KIND_DIMENSION,
                                                                        CLINCH_DIMENSION_SEVERAL)));
  gtk_widget_set_sensitive (self->several_row, can_write (self));
  g_signal_connect_object (self->several_row, "notify::active", G_CALLBACK (several_changed_cb),
                           self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->several_row);
}

static void
add_half_life (ClinchRuleRow *self)
{
  g_autoptr(GtkAdjustment) adjustment =
    clinch_draft_adjustment_new (self->draft, self->record, CLINCH_DIMENSION_HALF_LIFE, MOST_DAYS);
  GtkWidget *row = adw_spin_row_new (adjustment, 1, 0);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Half-life in Days"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("After so long what is known is to be asked again; 0 for never"));
  gtk_widget_set_sensitive (row, can_write (self));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
least_changed_cb (ClinchRuleRow *self)
{
  gint64 least = 0;

  if (self->filling)
    return;
  clinch_value_entry_get_int (CLINCH_VALUE_ENTRY (self->least_entry), &least);
  clinch_rule_draft_set_int (self->draft, self->record, CLINCH_TAG_LEAST, least);
}

/* The figure from which on the rung counts, in the unit of what is measured. */
static void
add_least (ClinchRuleRow *self)
{
  const char *measure = clinch_record_get_text (self->dimension, CLINCH_DIMENSION_MEASURE);
  GtkWidget *row = adw_action_row_new ();

  self->least_entry = clinch_value_entry_new ();
  if (g_strcmp0 (measure, "revenue") == 0)
    clinch_value_entry_set_field (CLINCH_VALUE_ENTRY (self->least_entry), CLINCH_KIND_CUSTOMER,
                                  CLINCH_CUSTOMER_REVENUE,
                                  clinch_workspace_get_currency (self->workspace));
  else
    clinch_value_entry_set_field (CLINCH_VALUE_ENTRY (self->least_entry), CLINCH_KIND_CUSTOMER,
                                  CLINCH_CUSTOMER_EMPLOYEES, NULL);
  gtk_widget_set_valign (self->least_entry, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->least_entry, can_write (self));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->least_entry), 8);
  gtk_editable_set_alignment (GTK_EDITABLE (self->least_entry), 1);
  g_signal_connect_object (self->least_entry, "value-changed", G_CALLBACK (least_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_("setup", "From"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               clinch_choice_label (CLINCH_CHOICE_MEASURE, measure));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->least_entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->least_entry);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static GtkWidget *
add_button (ClinchRuleRow *self,
            GtkWidget     *box,
            const char    *label,
            const char    *icon,
            const char    *action,
            GVariant      *target)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon)
                      : gtk_button_new_with_mnemonic (label);

  if (icon != NULL)
    gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);

  return button;
}

static void
add_tools (ClinchRuleRow *self)
{
  gint64 id = clinch_record_get_id (self->record);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_add_css_class (box, "rule-tools");
  if (can_write (self))
    {
      add_button (self, box, _("Move Up (Alt+↑)"), "go-up-symbolic", "rule.move",
                  g_variant_new ("(xi)", id, -1));
      add_button (self, box, _("Move Down (Alt+↓)"), "go-down-symbolic", "rule.move",
                  g_variant_new ("(xi)", id, 1));
    }
  if (is_dimension (self))
    add_button (self, box, C_("setup", "_Tags"), NULL, "rule.open-ladder",
                g_variant_new_int64 (id));
  add_button (self, box, C_("setup", "_History"), NULL, "rule.history", g_variant_new_int64 (id));
  if (can_write (self))
    self->retire_button = add_button (self, box, _("_Retire"), NULL, "rule.retire",
                                      g_variant_new_int64 (id));
  if (self->retire_button != NULL)
    gtk_button_set_use_underline (GTK_BUTTON (self->retire_button), TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Tools"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* --- Moving it */

static GdkContentProvider *
drag_prepare_cb (ClinchRuleRow *self,
                 double         x,
                 double         y,
                 GtkDragSource *source)
{
  g_autoptr(GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr(GdkPaintable) picture = gdk_paintable_get_current_image (live);

  gtk_drag_source_set_icon (source, picture, 0, gtk_widget_get_height (GTK_WIDGET (self)) / 2);

  return gdk_content_provider_new_typed (CLINCH_TYPE_RULE_ROW, self);
}

static gboolean
drop_cb (ClinchRuleRow *self,
         const GValue  *value)
{
  ClinchRuleRow *dragged = g_value_get_object (value);

  if (dragged == NULL || dragged == self
      || clinch_record_get_kind (dragged->record) != clinch_record_get_kind (self->record))
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "rule.place", "(xx)",
                                     clinch_record_get_id (dragged->record),
                                     clinch_record_get_id (self->record));
}

static void
add_handle (ClinchRuleRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (CLINCH_TYPE_RULE_ROW, GDK_ACTION_MOVE);

  self->handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_add_css_class (self->handle, "dimmed");
  gtk_widget_set_tooltip_text (self->handle, _("Drag to Another Place"));
  gtk_widget_set_cursor_from_name (self->handle, "grab");
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->handle);
}

static gboolean
move_binding_cb (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   user_data)
{
  ClinchRuleRow *self = CLINCH_RULE_ROW (widget);

  return gtk_widget_activate_action (widget, "rule.move", "(xi)",
                                     clinch_record_get_id (self->record),
                                     g_variant_get_int32 (args));
}

static void
clinch_rule_row_dispose (GObject *object)
{
  ClinchRuleRow *self = CLINCH_RULE_ROW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->draft);
  g_clear_object (&self->record);
  g_clear_object (&self->dimension);
  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (clinch_rule_row_parent_class)->dispose (object);
}

static void
clinch_rule_row_class_init (ClinchRuleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinch_rule_row_dispose;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_binding_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_binding_cb, "i", 1);
}

static void
clinch_rule_row_init (ClinchRuleRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  clinch_row_name_after_title (ADW_PREFERENCES_ROW (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "rule-row");
}

GtkWidget *
clinch_rule_row_new (ClinchWorkspace *workspace,
                     ClinchRuleDraft *draft,
                     ClinchRecord    *record,
                     ClinchRecord    *dimension)
{
  ClinchRuleRow *self = g_object_new (CLINCH_TYPE_RULE_ROW, NULL);
  gboolean by_tags;

  self->workspace = g_object_ref (workspace);
  self->draft = g_object_ref (draft);
  self->record = g_object_ref (record);
  g_set_object (&self->dimension, dimension);
  add_handle (self);
  add_number (self);
  by_tags = g_strcmp0 (clinch_record_get_text (is_dimension (self) ? record : dimension,
                                               CLINCH_DIMENSION_KNOWN_BY), "tags") == 0;
  add_field (self, is_dimension (self) ? (int) CLINCH_DIMENSION_NAME : (int) CLINCH_TAG_NAME);
  add_field (self, is_dimension (self) ? (int) CLINCH_DIMENSION_DEFINITION
                   : (int) CLINCH_TAG_DEFINITION);
  if (is_dimension (self) && by_tags)
    add_several (self);
  if (is_dimension (self))
    {
      add_field (self, CLINCH_DIMENSION_REQUIRED);
      add_half_life (self);
    }
  else if (!by_tags)
    add_least (self);
  add_tools (self);
  update (self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

ClinchRecord *
clinch_rule_row_get_record (ClinchRuleRow *self)
{
  g_return_val_if_fail (CLINCH_IS_RULE_ROW (self), NULL);

  return self->record;
}

void
clinch_rule_row_set_note (ClinchRuleRow *self,
                          const char    *note)
{
  g_return_if_fail (CLINCH_IS_RULE_ROW (self));

  if (g_set_str (&self->note, note))
    update (self);
}
