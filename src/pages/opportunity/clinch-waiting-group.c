// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-waiting-group.h"

#include "clinch-actions.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-field-row.h"
#include "clinch-page.h"
#include "clinch-row-name.h"
#include "clinch-waiting.h"

#include <glib/gi18n-lib.h>

static const int fields[] = {
  CLINCH_OPPORTUNITY_WAITING_CONTACT, CLINCH_OPPORTUNITY_WAITING_DEPARTMENT,
  CLINCH_OPPORTUNITY_WAITING_SINCE,
};

struct _ClinchWaitingGroup
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *row;
  GtkWidget *answered_button;
  GtkWidget *log_button;
  GtkWidget *field_rows[G_N_ELEMENTS (fields)];

  ClinchWorkspace *workspace;
  ClinchRecord *record;
  gboolean answered; /* here and now: what came back is still to be logged */
};

G_DEFINE_FINAL_TYPE (ClinchWaitingGroup, clinch_waiting_group, ADW_TYPE_PREFERENCES_GROUP)

static void
update (ClinchWaitingGroup *self)
{
  gboolean can_write = !clinch_workspace_is_read_only (self->workspace)
                       && !clinch_record_is_deleted (self->record);
  ClinchWait wait;
  gboolean is_on;
  g_autofree char *sentence = NULL;
  const char *title;
  char today[CLINCH_DATE_SIZE];

  if (!clinch_record_is_loaded (self->record))
    return;

  wait = clinch_waiting_read (self->record);
  is_on = clinch_wait_is_on (&wait);
  clinch_clock_today (today);
  sentence = clinch_wait_sentence (&wait, today);
  self->answered &= !is_on;
  title = is_on ? sentence : self->answered ? _("The customer answered")
          : _("Not waiting for anybody");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  gtk_widget_set_visible (self->log_button, self->answered && can_write);
  if (self->answered && gtk_widget_has_focus (self->answered_button))
    gtk_widget_grab_focus (self->log_button);
  gtk_widget_set_visible (self->answered_button, is_on && can_write);
  /* The wait begins on the day when somebody is named. */
  gtk_widget_set_visible (self->field_rows[G_N_ELEMENTS (fields) - 1], is_on);
}

static void
ended_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinchWaitingGroup) self = user_data;

  if (!clinch_page_finish (GTK_WIDGET (self), result, NULL))
    self->answered = FALSE;
}

static void
answered_cb (ClinchWaitingGroup *self)
{
  self->answered = TRUE;
  clinch_waiting_end (self->workspace, clinch_record_get_id (self->record), ended_cb,
                      g_object_ref (self));
}

static void
log_cb (ClinchWaitingGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.quick-entry-for", "(sx)",
                              clinch_kind_word (CLINCH_KIND_OPPORTUNITY),
                              clinch_record_get_id (self->record));
}

static GtkWidget *
add_button (ClinchWaitingGroup *self,
            const char         *label,
            const char         *tooltip,
            GCallback           clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self->row), button);

  return button;
}

static void
clinch_waiting_group_dispose (GObject *object)
{
  ClinchWaitingGroup *self = CLINCH_WAITING_GROUP (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (clinch_waiting_group_parent_class)->dispose (object);
}

static void
clinch_waiting_group_class_init (ClinchWaitingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = clinch_waiting_group_dispose;
}

static void
clinch_waiting_group_init (ClinchWaitingGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   C_("group", "Waiting for the Customer"));
  self->row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  clinch_row_name_after_title (ADW_PREFERENCES_ROW (self->row));
  adw_expander_row_set_title_lines (ADW_EXPANDER_ROW (self->row), 0);
  self->answered_button = add_button (self, C_("wait", "_Answered"),
                                      _("The Customer Answered: End the Wait"),
                                      G_CALLBACK (answered_cb));
  self->log_button = add_button (self, C_("wait", "_Log It"), _("Log What Came Back"),
                                 G_CALLBACK (log_cb));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->row);
}

GtkWidget *
clinch_waiting_group_new (ClinchWorkspace *workspace)
{
  ClinchWaitingGroup *self = g_object_new (CLINCH_TYPE_WAITING_GROUP, NULL);

  self->workspace = g_object_ref (workspace);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      self->field_rows[i] = clinch_field_row_new (workspace, CLINCH_KIND_OPPORTUNITY, fields[i]);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self->row), self->field_rows[i]);
    }

  return GTK_WIDGET (self);
}

void
clinch_waiting_group_set_record (ClinchWaitingGroup *self,
                                 ClinchRecord       *record)
{
  g_return_if_fail (CLINCH_IS_WAITING_GROUP (self));

  if (self->record == record)
    return;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  self->answered = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    clinch_field_row_set_record (CLINCH_FIELD_ROW (self->field_rows[i]), record);
  g_signal_connect_object (record, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
