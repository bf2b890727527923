// SPDX-License-Identifier: GPL-3.0-or-later
//
// The editors of what is chosen: one of a fixed list, or another record.
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-field-row-private.h"
#include "clinch-record-picker.h"

#include <glib/gi18n-lib.h>

/* The currencies that are offered; any other comes with the data. */
static const char *const currencies[] = { "CNY", "USD", "EUR", "HKD", "JPY", "GBP", "TWD", "KRW",
                                          "SGD", "AUD", "CAD", "CHF", "INR",
                                          "THB", "VND", "MYR", "IDR", "AED", "BRL", NULL };

static void
show_value (ClinchFieldRow *self,
            const char     *text)
{
  gboolean has_value = *text != '\0';
  const char *shown = has_value ? text : self->placeholder != NULL ? self->placeholder
                      : clinch_field_label (self->field);

  gtk_label_set_label (GTK_LABEL (self->value), shown);
  if (has_value)
    gtk_widget_remove_css_class (self->value, "dimmed");
  else
    gtk_widget_add_css_class (self->value, "dimmed");
  clinch_field_row_show_title (self, has_value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
add_value_label (ClinchFieldRow *self)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->value = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->value), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->value), PANGO_ELLIPSIZE_END);
  gtk_box_append (self->value_box, self->value);
  gtk_box_append (self->suffixes, arrow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
}

static void
update_arrow (ClinchFieldRow *self)
{
  gboolean editable = clinch_field_row_is_editable (self);

  gtk_widget_set_visible (gtk_widget_get_last_child (GTK_WIDGET (self->suffixes)), editable);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), editable);
}

static void
popdown_popover (ClinchFieldRow *self)
{
  if (self->popover != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
}

/* One of a fixed list. */

static void
choose_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ClinchFieldRow *self = user_data;
  const char *code = g_variant_get_string (parameter, NULL);
  g_autoptr(ClinchRow) changes = clinch_row_new (self->field->kind);

  popdown_popover (self);
  clinch_row_set_text (changes, self->field->index, code);
  clinch_field_row_save (self, changes);
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *code)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "field.choose", "s", code);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (ClinchFieldRow *self,
           const char     *current)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  const ClinchChoiceValue *values;
  int n_values;

  if (self->field->type == CLINCH_FIELD_CURRENCY)
    {
      if (current != NULL && !g_strv_contains (currencies, current))
        add_item (menu, current, current);
      for (int i = 0; currencies[i] != NULL; i++)
        add_item (menu, currencies[i], currencies[i]);
      return G_MENU_MODEL (g_steal_pointer (&menu));
    }

  if (!(self->field->flags & CLINCH_FIELD_REQUIRED))
    add_item (menu, C_("choice", "None"), "");
  values = clinch_choice_values (self->field->choice, &n_values);
  for (int i = 0; i < n_values; i++)
    add_item (menu, clinch_choice_label (self->field->choice, values[i].code), values[i].code);

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
choice_activate (ClinchFieldRow *self)
{
  const ClinchRow *row = clinch_field_row_get_row (self);
  const char *current = row != NULL ? clinch_row_text (row, self->field->index) : NULL;
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) action = NULL;
  g_autoptr(GMenuModel) menu = NULL;

  if (!clinch_field_row_is_editable (self))
    return;

  action = g_simple_action_new_stateful ("choose", G_VARIANT_TYPE_STRING,
                                         g_variant_new_string (current != NULL ? current : ""));
  g_signal_connect_object (action, "activate", G_CALLBACK (choose_action), self, G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "field", G_ACTION_GROUP (group));

  menu = make_menu (self, current);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
choice_refresh (ClinchFieldRow *self)
{
  const ClinchRow *row = clinch_field_row_get_row (self);
  const char *code = row != NULL ? clinch_row_text (row, self->field->index) : NULL;

  if (code != NULL && self->field->type == CLINCH_FIELD_CHOICE)
    code = clinch_choice_label (self->field->choice, code);
  show_value (self, code != NULL ? code : "");
  update_arrow (self);
}

static void
choice_create (ClinchFieldRow *self)
{
  add_value_label (self);
}

const ClinchFieldEditor clinch_field_editor_choice = {
  .create = choice_create,
  .refresh = choice_refresh,
  .activate = choice_activate,
};

/* Another record. */

/* Contacts belong to a customer, stages to a pipeline: the field of the record's own kind that says
 * which ones can be meant. */
static const ClinchField *
find_scope (const ClinchField  *field,
            const ClinchField **target_field)
{
  const ClinchField *own_fields;
  const ClinchField *fields;
  int n_own_fields;
  int n_fields;

  own_fields = clinch_kind_fields (field->kind, &n_own_fields);
  fields = clinch_kind_fields (field->target, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      if (!(fields[i].flags & CLINCH_FIELD_PARENT))
        continue;
      for (int j = 0; j < n_own_fields; j++)
        {
          if (j == field->index || own_fields[j].target != fields[i].target)
            continue;
          *target_field = &fields[i];
          return &own_fields[j];
        }
    }

  return NULL;
}

static ClinchQuery *
make_query (ClinchFieldRow *self)
{
  g_autoptr(ClinchQuery) query = clinch_query_new (self->field->target);
  const ClinchRow *row = clinch_field_row_get_row (self);
  const ClinchField *target_field;
  const ClinchField *scope = find_scope (self->field, &target_field);

  if (self->offered != NULL)
    return clinch_query_copy (self->offered);
  if (scope != NULL && !clinch_row_is_null (row, scope->index))
    clinch_query_filter_int (query, target_field->name, CLINCH_FILTER_EQUAL,
                             clinch_row_int (row, scope->index));
  if (self->field->target == CLINCH_KIND_STAGE || self->field->target == CLINCH_KIND_PIPELINE)
    clinch_query_set_sort (query, "position", FALSE);

  return g_steal_pointer (&query);
}

/* Who chooses another customer does not keep the contact of the old one. */
static void
clear_dependent (ClinchFieldRow *self,
                 ClinchRow      *changes)
{
  const ClinchRow *row = clinch_field_row_get_row (self);
  const ClinchField *fields;
  const ClinchField *target_field;
  int n_fields;

  fields = clinch_kind_fields (self->field->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    if (fields[i].target != CLINCH_KIND_NONE && !(fields[i].flags & CLINCH_FIELD_REQUIRED) &&
        find_scope (&fields[i], &target_field) == self->field && !clinch_row_is_null (row, i))
      clinch_row_set_null (changes, i);
}

static void
picked_cb (ClinchFieldRow *self,
           gint64          id)
{
  const ClinchRow *row = clinch_field_row_get_row (self);
  g_autoptr(ClinchRow) changes = clinch_row_new (self->field->kind);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (row == NULL || clinch_row_int (row, self->field->index) == id)
    return;

  if (id != 0)
    clinch_row_set_int (changes, self->field->index, id);
  else
    clinch_row_set_null (changes, self->field->index);
  clear_dependent (self, changes);
  clinch_field_row_save (self, changes);
}

static void
reference_activate (ClinchFieldRow *self)
{
  const ClinchRow *row = clinch_field_row_get_row (self);
  ClinchRecordPicker *picker;
  g_autoptr(ClinchQuery) query = NULL;

  if (!clinch_field_row_is_editable (self))
    return;

  if (self->popover == NULL)
    {
      self->popover = GTK_WIDGET (clinch_record_picker_new (self->workspace, self->field->target));
      if (!(self->field->flags & CLINCH_FIELD_REQUIRED))
        clinch_record_picker_set_none_label (CLINCH_RECORD_PICKER (self->popover),
                                             C_("choice", "None"));
      g_signal_connect_swapped (self->popover, "picked", G_CALLBACK (picked_cb), self);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }

  picker = CLINCH_RECORD_PICKER (self->popover);
  query = make_query (self);
  clinch_record_picker_set_query (picker, query);
  clinch_record_picker_set_current (picker, clinch_row_int (row, self->field->index));
  clinch_record_picker_set_excluded (picker,
                                     self->field->target == self->field->kind ? row->id : 0);
  gtk_popover_popup (GTK_POPOVER (picker));
}

/* In a draft only the key is known; the record tells its name. */
static const char *
draft_name (ClinchFieldRow *self,
            gint64          id)
{
  if (self->target == NULL || clinch_record_get_id (self->target) != id)
    {
      if (self->target != NULL)
        g_signal_handlers_disconnect_by_data (self->target, self);
      g_clear_object (&self->target);
      self->target = clinch_workspace_get_record (self->workspace, self->field->target, id);
      g_signal_connect_swapped (self->target, "notify::display-name",
                                G_CALLBACK (clinch_field_row_refresh), self);
    }

  return clinch_record_get_name (self->target);
}

static void
reference_refresh (ClinchFieldRow *self)
{
  const ClinchRow *row = clinch_field_row_get_row (self);
  gint64 id = row != NULL ? clinch_row_int (row, self->field->index) : 0;
  const char *name = "";

  if (self->record != NULL)
    name = clinch_record_get_reference_name (self->record, self->field->index);
  else if (id != 0)
    name = draft_name (self, id);

  show_value (self, name);
  update_arrow (self);
  if (self->button != NULL)
    gtk_widget_set_visible (self->button, self->record != NULL && id != 0);
}

static void
open_clicked_cb (ClinchFieldRow *self)
{
  const ClinchRow *row = clinch_field_row_get_row (self);

  if (row != NULL && !clinch_row_is_null (row, self->field->index))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(sx)",
                                clinch_kind_word (self->field->target),
                                clinch_row_int (row, self->field->index));
}

static void
reference_create (ClinchFieldRow *self)
{
  ClinchKind target = self->field->target;
  g_autofree char *label = NULL;

  if (target == CLINCH_KIND_CUSTOMER || target == CLINCH_KIND_CONTACT
      || target == CLINCH_KIND_OPPORTUNITY)
    {
      self->button = gtk_button_new_from_icon_name ("go-next-symbolic");
      gtk_widget_add_css_class (self->button, "flat");
      gtk_widget_add_css_class (self->button, "field-button");
      gtk_widget_set_tooltip_text (self->button, _("Open"));
      /* Translators: for a screen reader; a field such as “Customer”. */
      label = g_strdup_printf (_("Open %s"), clinch_field_label (self->field));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      label, -1);
      g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (open_clicked_cb), self);
      gtk_box_append (self->suffixes, self->button);
    }
  add_value_label (self);
}

const ClinchFieldEditor clinch_field_editor_reference = {
  .create = reference_create,
  .refresh = reference_refresh,
  .activate = reference_activate,
};
