// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-objective-row.h"

#include "clinch-actions.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-field-row.h"
#include "clinch-page.h"
#include "clinch-row-name.h"

#include <glib/gi18n-lib.h>

struct _ClinchObjectiveRow
{
  AdwExpanderRow parent_instance;

  ClinchWorkspace *workspace;
  ClinchRecord *record;
  GtkWidget *done_check;
  GtkWidget *late_icon;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (ClinchObjectiveRow, clinch_objective_row, ADW_TYPE_EXPANDER_ROW)

static const int fields[] = {
  CLINCH_OBJECTIVE_NAME, CLINCH_OBJECTIVE_DUE, CLINCH_OBJECTIVE_OWNER, CLINCH_OBJECTIVE_STATE,
  CLINCH_OBJECTIVE_NOTE,
};

static gboolean
has_state (ClinchObjectiveRow *self,
           const char         *state)
{
  return g_strcmp0 (clinch_record_get_text (self->record, CLINCH_OBJECTIVE_STATE), state) == 0;
}

static int
days_late (ClinchObjectiveRow *self,
           const char         *today)
{
  const char *due = clinch_record_get_text (self->record, CLINCH_OBJECTIVE_DUE);

  return due != NULL && has_state (self, "open") ? clinch_date_days_between (due, today) : 0;
}

static char *
describe (ClinchObjectiveRow *self,
          const char         *today)
{
  const char *due = clinch_record_get_text (self->record, CLINCH_OBJECTIVE_DUE);
  const char *owner = clinch_record_get_reference_name (self->record, CLINCH_OBJECTIVE_OWNER);
  int late = days_late (self, today);
  g_autofree char *date = clinch_date_format (due, today);
  g_autoptr(GString) text = g_string_new (NULL);

  if (late > 0)
    g_string_append_printf (text, ngettext ("%1$s, %2$d day late", "%1$s, %2$d days late", late),
                            date, late);
  else
    g_string_append (text, due != NULL ? date : _("No date"));
  if (*owner != '\0')
    g_string_append_printf (text, " · %s", owner);
  if (!has_state (self, "open"))
    g_string_append_printf (text, " · %s",
                            clinch_choice_label (CLINCH_CHOICE_OBJECTIVE_STATE,
                                                 clinch_record_get_text (self->record,
                                                                         CLINCH_OBJECTIVE_STATE)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_class (ClinchObjectiveRow *self,
           const char         *name,
           gboolean            has_it)
{
  if (has_it)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
update (ClinchObjectiveRow *self)
{
  char today[CLINCH_DATE_SIZE];
  g_autofree char *subtitle = NULL;
  g_autofree char *label = NULL;

  if (!clinch_record_is_loaded (self->record))
    return;

  clinch_clock_today (today);
  subtitle = describe (self, today);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), clinch_record_get_name (self->record));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  label = g_strdup_printf (_("Reached: %s"), clinch_record_get_name (self->record));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done_check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_visible (self->late_icon, days_late (self, today) > 0);
  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->done_check), has_state (self, "reached"));
  self->filling = FALSE;
  set_class (self, "dropped", has_state (self, "dropped"));
  set_class (self, "over", !has_state (self, "open"));
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ClinchObjectiveRow) self = user_data;

  if (!clinch_page_finish (GTK_WIDGET (self), result, NULL))
    update (self);
}

static void
toggled_cb (ClinchObjectiveRow *self)
{
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_OBJECTIVE);
  gboolean reached = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->done_check));
  gint64 id = clinch_record_get_id (self->record);

  if (self->filling)
    return;
  clinch_row_set_text (changes, CLINCH_OBJECTIVE_STATE, reached ? "reached" : "open");
  clinch_action_edit (self->workspace, CLINCH_KIND_OBJECTIVE, &id, 1, changes, NULL, done_cb,
                      g_object_ref (self));
}

static void
add_delete (ClinchObjectiveRow *self)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_("plan", "_Delete"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "destructive-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "plan.delete-objective");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x",
                                    clinch_record_get_id (self->record));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
clinch_objective_row_dispose (GObject *object)
{
  ClinchObjectiveRow *self = CLINCH_OBJECTIVE_ROW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (clinch_objective_row_parent_class)->dispose (object);
}

static void
clinch_objective_row_class_init (ClinchObjectiveRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = clinch_objective_row_dispose;
}

static void
clinch_objective_row_init (ClinchObjectiveRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  clinch_row_name_after_title (ADW_PREFERENCES_ROW (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "objective-row");
  self->done_check = gtk_check_button_new ();
  gtk_widget_set_valign (self->done_check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->done_check, C_("plan", "Reached"));
  g_signal_connect_object (self->done_check, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->done_check);
  self->late_icon = gtk_image_new_from_icon_name ("clinch-alert-symbolic");
  gtk_widget_add_css_class (self->late_icon, "warning");
  gtk_widget_set_tooltip_text (self->late_icon, C_("plan", "Late"));
  gtk_widget_set_visible (self->late_icon, FALSE);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->late_icon);
}

GtkWidget *
clinch_objective_row_new (ClinchWorkspace *workspace,
                          ClinchRecord    *record)
{
  ClinchObjectiveRow *self = g_object_new (CLINCH_TYPE_OBJECTIVE_ROW, NULL);
  gboolean can_write = !clinch_workspace_is_read_only (workspace);

  self->workspace = g_object_ref (workspace);
  self->record = g_object_ref (record);
  gtk_widget_set_sensitive (self->done_check, can_write);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row = clinch_field_row_new (workspace, CLINCH_KIND_OBJECTIVE, fields[i]);

      clinch_field_row_set_record (CLINCH_FIELD_ROW (row), record);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
  if (can_write)
    add_delete (self);
  update (self);
  g_signal_connect_object (record, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
