// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-value-entry.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-field-text.h"

#include <glib/gi18n-lib.h>

struct _ClinchValueEntry
{
  GtkEntry parent_instance;

  ClinchRow *row; /* the value, in a record that is nobody's */
  int field;
  char *currency;
  GtkWidget *popover;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (ClinchValueEntry, clinch_value_entry, GTK_TYPE_ENTRY)

enum
{
  VALUE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_error (ClinchValueEntry *self,
            const char       *message)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), message);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                               : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_value (ClinchValueEntry *self)
{
  g_autofree char *text = clinch_field_text_type (self->row, self->field, self->currency);

  show_error (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static void
take_row (ClinchValueEntry *self,
          ClinchRow        *row)
{
  gboolean same = clinch_row_field_equal (self->row, row, self->field);

  clinch_row_unref (self->row);
  self->row = clinch_row_ref (row);
  show_value (self);
  if (!same)
    g_signal_emit (self, signals[VALUE_CHANGED], 0);
}

gboolean
clinch_value_entry_commit (ClinchValueEntry *self)
{
  g_autoptr(ClinchRow) row = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (CLINCH_IS_VALUE_ENTRY (self), FALSE);
  g_return_val_if_fail (self->row != NULL, FALSE);

  row = clinch_row_new (self->row->kind);
  if (!clinch_field_text_read (self->row, self->field, gtk_editable_get_text (GTK_EDITABLE (self)),
                               self->currency, row, &error))
    {
      show_error (self, error->message);
      return FALSE;
    }

  take_row (self, row);
  return TRUE;
}

static void
activate_cb (ClinchValueEntry *self)
{
  clinch_value_entry_commit (self);
}

static void
leave_cb (GtkEventControllerFocus *controller,
          ClinchValueEntry        *self)
{
  clinch_value_entry_commit (self);
}

static void
day_selected_cb (ClinchValueEntry *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autoptr(ClinchRow) row = clinch_row_new (self->row->kind);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  clinch_row_set_text (row, self->field, date);
  take_row (self, row);
}

/* On the day that the entry has, or on today. */
static void
set_calendar (ClinchValueEntry *self)
{
  const char *date = clinch_value_entry_get_text (self);
  g_autoptr(GDateTime) day = NULL;
  char today[CLINCH_DATE_SIZE];
  GDate parts;

  clinch_clock_today (today);
  g_date_set_julian (&parts, clinch_date_to_days (date != NULL ? date : today));
  day = g_date_time_new_local (g_date_get_year (&parts), g_date_get_month (&parts),
                               g_date_get_day (&parts), 12, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, day);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static void
show_calendar (ClinchValueEntry *self)
{
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      self->calendar = GTK_CALENDAR (gtk_calendar_new ());
      gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->calendar));
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
    }

  set_calendar (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
icon_press_cb (ClinchValueEntry *self)
{
  show_calendar (self);
}

static void
clinch_value_entry_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  ClinchValueEntry *self = CLINCH_VALUE_ENTRY (widget);

  GTK_WIDGET_CLASS (clinch_value_entry_parent_class)->size_allocate (widget, width, height,
                                                                     baseline);

  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
clinch_value_entry_dispose (GObject *object)
{
  ClinchValueEntry *self = CLINCH_VALUE_ENTRY (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (clinch_value_entry_parent_class)->dispose (object);
}

static void
clinch_value_entry_finalize (GObject *object)
{
  ClinchValueEntry *self = CLINCH_VALUE_ENTRY (object);

  g_clear_pointer (&self->row, clinch_row_unref);
  g_free (self->currency);

  G_OBJECT_CLASS (clinch_value_entry_parent_class)->finalize (object);
}

static void
clinch_value_entry_class_init (ClinchValueEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = clinch_value_entry_dispose;
  object_class->finalize = clinch_value_entry_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = clinch_value_entry_size_allocate;

  signals[VALUE_CHANGED] = g_signal_new ("value-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
clinch_value_entry_init (ClinchValueEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "activate", G_CALLBACK (activate_cb), NULL);
  g_signal_connect (self, "icon-press", G_CALLBACK (icon_press_cb), NULL);
}

GtkWidget *
clinch_value_entry_new (void)
{
  return g_object_new (CLINCH_TYPE_VALUE_ENTRY, NULL);
}

void
clinch_value_entry_set_field (ClinchValueEntry *self,
                              ClinchKind        kind,
                              int               field,
                              const char       *currency)
{
  g_return_if_fail (CLINCH_IS_VALUE_ENTRY (self));

  g_clear_pointer (&self->row, clinch_row_unref);
  self->row = clinch_row_new (kind);
  self->field = field;
  g_set_str (&self->currency, currency);
  if (clinch_kind_field (kind, field)->type == CLINCH_FIELD_DATE)
    {
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self), GTK_ENTRY_ICON_SECONDARY,
                                         "x-office-calendar-symbolic");
      gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self), GTK_ENTRY_ICON_SECONDARY,
                                       _("Choose a Day"));
    }
  show_value (self);
}

gboolean
clinch_value_entry_get_int (ClinchValueEntry *self,
                            gint64           *value)
{
  g_return_val_if_fail (CLINCH_IS_VALUE_ENTRY (self), FALSE);

  if (clinch_row_is_null (self->row, self->field))
    return FALSE;

  *value = clinch_row_int (self->row, self->field);
  return TRUE;
}

const char *
clinch_value_entry_get_text (ClinchValueEntry *self)
{
  g_return_val_if_fail (CLINCH_IS_VALUE_ENTRY (self), NULL);

  return clinch_row_text (self->row, self->field);
}

void
clinch_value_entry_set_int (ClinchValueEntry *self,
                            gint64            value)
{
  g_autoptr(ClinchRow) row = NULL;

  g_return_if_fail (CLINCH_IS_VALUE_ENTRY (self));

  row = clinch_row_new (self->row->kind);
  clinch_row_set_int (row, self->field, value);
  take_row (self, row);
}

void
clinch_value_entry_set_text (ClinchValueEntry *self,
                             const char       *value)
{
  g_autoptr(ClinchRow) row = NULL;

  g_return_if_fail (CLINCH_IS_VALUE_ENTRY (self));

  row = clinch_row_new (self->row->kind);
  if (value != NULL && *value != '\0')
    clinch_row_set_text (row, self->field, value);
  else
    clinch_row_set_null (row, self->field);
  take_row (self, row);
}
