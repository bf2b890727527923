// SPDX-License-Identifier: GPL-3.0-or-later
//
// The editors of what is typed: a line, and a text of several lines.
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-field-row-private.h"
#include "clinch-field-text.h"
#include "clinch-text-area.h"

#include <glib/gi18n-lib.h>

/* The text for reading, or, for those who type, the text for typing. */
static char *
wanted_text (ClinchFieldRow *self)
{
  const ClinchRow *row = clinch_field_row_get_row (self);
  int field = self->field->index;

  if (row == NULL)
    return g_strdup ("");
  if (self->has_focus && clinch_field_row_is_editable (self))
    return clinch_field_text_type (row, field, clinch_workspace_get_currency (self->workspace));

  return clinch_field_text_show (row, field, NULL, clinch_workspace_get_currency (self->workspace));
}

static gboolean
is_saved_text (ClinchFieldRow *self,
               const char     *text)
{
  const ClinchRow *row = clinch_field_row_get_row (self);
  g_autofree char *saved = NULL;

  if (row == NULL)
    return TRUE;

  saved = clinch_field_text_type (row, self->field->index,
                                  clinch_workspace_get_currency (self->workspace));
  return g_str_equal (text, saved);
}

/* Saves @text if somebody typed it; FALSE if it stands there and is wrong. */
static gboolean
commit_typed (ClinchFieldRow *self,
              const char     *text)
{
  if (!self->typed)
    return !gtk_revealer_get_reveal_child (self->error_revealer);

  self->typed = FALSE;
  if (is_saved_text (self, text))
    {
      clinch_field_row_set_error (self, NULL);
      return TRUE;
    }
  if (clinch_field_row_save_text (self, text))
    return TRUE;

  self->typed = TRUE;
  return FALSE;
}

static gboolean
restore (ClinchFieldRow *self)
{
  if (!self->typed)
    return FALSE;

  self->typed = FALSE;
  clinch_field_row_set_error (self, NULL);
  clinch_field_row_refresh (self);
  return TRUE;
}

static void
typed_cb (ClinchFieldRow *self)
{
  if (!self->refreshing)
    self->typed = TRUE;
}

static void
add_keys (ClinchFieldRow *self,
          GCallback       callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", callback, self);
  gtk_widget_add_controller (self->value, keys);
}

static void
activate_value (ClinchFieldRow *self)
{
  gtk_widget_grab_focus (self->value);
}

/* A line. */

static gboolean
line_key_cb (ClinchFieldRow  *self,
             guint            key,
             guint            code,
             GdkModifierType  state)
{
  return key == GDK_KEY_Escape && restore (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
line_commit (ClinchFieldRow *self)
{
  return commit_typed (self, gtk_editable_get_text (GTK_EDITABLE (self->value)));
}

static void
line_refresh (ClinchFieldRow *self)
{
  gboolean editable = clinch_field_row_is_editable (self);
  const char *placeholder = self->placeholder;
  g_autofree char *text = NULL;
  gboolean titled;

  gtk_editable_set_editable (GTK_EDITABLE (self->value), editable);
  if (self->button != NULL)
    gtk_widget_set_visible (self->button, editable);
  if (!self->typed)
    {
      text = wanted_text (self);
      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->value)), text))
        gtk_editable_set_text (GTK_EDITABLE (self->value), text);
    }

  /* A selection that stays behind looks like one that is meant. */
  if (!self->has_focus)
    gtk_editable_select_region (GTK_EDITABLE (self->value), 0, 0);

  /* The name stands where the value will, or above it, but not in both places. */
  titled = *gtk_editable_get_text (GTK_EDITABLE (self->value)) != '\0'
    || (editable && self->has_focus);
  if (placeholder == NULL && !titled)
    placeholder = clinch_field_label (self->field);
  gtk_text_set_placeholder_text (GTK_TEXT (self->value), placeholder);
  clinch_field_row_show_title (self, titled);
}

static void
line_activated_cb (ClinchFieldRow *self)
{
  if (line_commit (self))
    gtk_editable_select_region (GTK_EDITABLE (self->value), 0, -1);
}

static void
day_selected_cb (ClinchFieldRow *self,
                 GtkCalendar    *calendar)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (calendar),
                                                             GTK_TYPE_POPOVER)));
  self->typed = FALSE;
  clinch_field_row_save_text (self, date);
}

static void
calendar_mapped_cb (ClinchFieldRow *self,
                    GtkWidget      *calendar)
{
  const ClinchRow *row = clinch_field_row_get_row (self);
  const char *date = row != NULL ? clinch_row_text (row, self->field->index) : NULL;
  g_autofree char *noon = NULL;
  g_autoptr(GDateTime) day = NULL;
  char today[CLINCH_DATE_SIZE];

  clinch_clock_today (today);
  noon = g_strconcat (date != NULL ? date : today, "T12:00:00", NULL);
  day = g_date_time_new_from_iso8601 (noon, clinch_clock_timezone ());
  if (day == NULL)
    return;

  g_signal_handlers_block_by_func (calendar, day_selected_cb, self);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  g_signal_handlers_unblock_by_func (calendar, day_selected_cb, self);
}

static void
add_calendar (ClinchFieldRow *self)
{
  GtkWidget *calendar = gtk_calendar_new ();
  GtkWidget *popover = gtk_popover_new ();
  g_autofree char *label = NULL;

  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  g_signal_connect_swapped (calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect_swapped (calendar, "map", G_CALLBACK (calendar_mapped_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "field-button");
  gtk_widget_set_tooltip_text (self->button, _("Choose from a Calendar"));
  /* Translators: for a screen reader; a field such as “Expected Signing”. */
  label = g_strdup_printf (_("Calendar for %s"), clinch_field_label (self->field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_box_append (self->suffixes, self->button);
}

static GtkInputPurpose
input_purpose (const ClinchField *field)
{
  if (g_str_equal (field->name, "email"))
    return GTK_INPUT_PURPOSE_EMAIL;
  if (g_str_equal (field->name, "phone") || g_str_equal (field->name, "mobile"))
    return GTK_INPUT_PURPOSE_PHONE;
  if (g_str_equal (field->name, "website"))
    return GTK_INPUT_PURPOSE_URL;

  return GTK_INPUT_PURPOSE_FREE_FORM;
}

static void
line_create (ClinchFieldRow *self)
{
  /* By itself the widget is a part of an entry, which assistive technologies do not see. */
  self->value = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_widget_set_hexpand (self->value, TRUE);
  gtk_text_set_input_purpose (GTK_TEXT (self->value), input_purpose (self->field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clinch_field_label (self->field), -1);
  g_signal_connect_swapped (self->value, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->value, "activate", G_CALLBACK (line_activated_cb), self);
  add_keys (self, G_CALLBACK (line_key_cb));
  gtk_box_append (self->value_box, self->value);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);

  if (self->field->type == CLINCH_FIELD_DATE)
    add_calendar (self);
}

const ClinchFieldEditor clinch_field_editor_text = {
  .create = line_create,
  .refresh = line_refresh,
  .commit = line_commit,
  .activate = activate_value,
};

/* A text of several lines, which grows with what is in it. */

static char *
view_text (ClinchFieldRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->value));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
view_commit (ClinchFieldRow *self)
{
  g_autofree char *text = view_text (self);

  return commit_typed (self, text);
}

static gboolean
view_key_cb (ClinchFieldRow  *self,
             guint            key,
             guint            code,
             GdkModifierType  state)
{
  if (key == GDK_KEY_Escape && restore (self))
    return GDK_EVENT_STOP;
  /* Enter makes a new line here. */
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK))
    {
      view_commit (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
view_refresh (ClinchFieldRow *self)
{
  gboolean editable = clinch_field_row_is_editable (self);

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->value), editable);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->value), editable);
  if (!self->typed)
    {
      g_autofree char *text = wanted_text (self);
      g_autofree char *standing = view_text (self);

      if (!g_str_equal (standing, text))
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->value)), text, -1);
    }
}

static void
view_create (ClinchFieldRow *self)
{
  self->value = clinch_text_area_new ();
  gtk_widget_add_css_class (self->value, "field-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clinch_field_label (self->field), -1);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->value)), "changed",
                            G_CALLBACK (typed_cb),
                            self);
  add_keys (self, G_CALLBACK (view_key_cb));
  gtk_box_append (self->value_box, self->value);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

const ClinchFieldEditor clinch_field_editor_long_text = {
  .create = view_create,
  .refresh = view_refresh,
  .commit = view_commit,
  .activate = activate_value,
};
