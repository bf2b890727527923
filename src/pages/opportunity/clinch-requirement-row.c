// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-requirement-row.h"

#include "clinch-field-row.h"
#include "clinch-requirements.h"
#include "clinch-row-name.h"

#include <glib/gi18n-lib.h>

struct _ClinchRequirementRow
{
  AdwExpanderRow parent_instance;

  ClinchRecord *record;
  GtkWidget *icon;
  GtkWidget *contact_row;
  gboolean urgent;
};

G_DEFINE_FINAL_TYPE (ClinchRequirementRow, clinch_requirement_row, ADW_TYPE_EXPANDER_ROW)

static const int fields[] = {
  CLINCH_REQUIREMENT_NAME, CLINCH_REQUIREMENT_PART, CLINCH_REQUIREMENT_IMPORTANCE,
  CLINCH_REQUIREMENT_CONTACT, CLINCH_REQUIREMENT_NOTE,
};

static char *
describe (ClinchRequirementRow *self)
{
  const ClinchRow *row = clinch_record_get_row (self->record);
  const char *contact = clinch_record_get_reference_name (self->record, CLINCH_REQUIREMENT_CONTACT);
  const char *importance = clinch_row_text (row, CLINCH_REQUIREMENT_IMPORTANCE);
  GString *text = g_string_new (clinch_choice_label (CLINCH_CHOICE_IMPORTANCE, importance));

  if (*contact != '\0')
    g_string_append_printf (text, " · %s", contact);
  g_string_append_c (text, '\n');
  if (clinch_requirement_is_answered (row))
    /* Translators: part of the proposal. */
    g_string_append_printf (text, _("Answered in: %s"),
                            clinch_row_text (row, CLINCH_REQUIREMENT_PART));
  else
    g_string_append (text, _("Not answered yet"));

  return g_string_free (text, FALSE);
}

static void
update (ClinchRequirementRow *self)
{
  const ClinchRow *row = clinch_record_get_row (self->record);
  g_autofree char *subtitle = NULL;
  gboolean is_answered;
  gboolean is_warning;

  if (row == NULL)
    return;

  subtitle = describe (self);
  is_answered = clinch_requirement_is_answered (row);
  is_warning = self->urgent && !is_answered && clinch_requirement_is_must (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), clinch_record_get_name (self->record));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), is_answered ? "object-select-symbolic"
                                : is_warning ? "dialog-warning-symbolic"
                                : "dialog-question-symbolic");
  if (is_warning)
    gtk_widget_add_css_class (self->icon, "warning");
  else
    gtk_widget_remove_css_class (self->icon, "warning");
}

static void
add_fields (ClinchRequirementRow *self,
            ClinchWorkspace      *workspace)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row = clinch_field_row_new (workspace, CLINCH_KIND_REQUIREMENT, fields[i]);

      if (fields[i] == CLINCH_REQUIREMENT_CONTACT)
        self->contact_row = row;
      clinch_field_row_set_record (CLINCH_FIELD_ROW (row), self->record);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
}

static void
add_delete (ClinchRequirementRow *self)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("_Delete"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "destructive-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "requirements.delete");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x",
                                    clinch_record_get_id (self->record));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
clinch_requirement_row_dispose (GObject *object)
{
  ClinchRequirementRow *self = CLINCH_REQUIREMENT_ROW (object);

  g_clear_object (&self->record);

  G_OBJECT_CLASS (clinch_requirement_row_parent_class)->dispose (object);
}

static void
clinch_requirement_row_class_init (ClinchRequirementRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = clinch_requirement_row_dispose;
}

static void
clinch_requirement_row_init (ClinchRequirementRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  clinch_row_name_after_title (ADW_PREFERENCES_ROW (self));
  adw_expander_row_set_title_lines (ADW_EXPANDER_ROW (self), 0);
  /* What the icon means stands in the subtitle. */
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             NULL);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->icon);
}

GtkWidget *
clinch_requirement_row_new (ClinchWorkspace *workspace,
                            ClinchRecord    *record)
{
  ClinchRequirementRow *self = g_object_new (CLINCH_TYPE_REQUIREMENT_ROW, NULL);

  self->record = g_object_ref (record);
  add_fields (self, workspace);
  if (!clinch_workspace_is_read_only (workspace))
    add_delete (self);
  update (self);
  g_signal_connect_object (record, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

ClinchRecord *
clinch_requirement_row_get_record (ClinchRequirementRow *self)
{
  g_return_val_if_fail (CLINCH_IS_REQUIREMENT_ROW (self), NULL);

  return self->record;
}

void
clinch_requirement_row_set_customer (ClinchRequirementRow *self,
                                     gint64                customer_id)
{
  g_autoptr(ClinchQuery) contacts = clinch_query_new (CLINCH_KIND_CONTACT);

  g_return_if_fail (CLINCH_IS_REQUIREMENT_ROW (self));

  clinch_query_filter_int (contacts, "customer", CLINCH_FILTER_EQUAL, customer_id);
  clinch_field_row_set_offered (CLINCH_FIELD_ROW (self->contact_row), contacts);
}

void
clinch_requirement_row_set_urgent (ClinchRequirementRow *self,
                                   gboolean              urgent)
{
  g_return_if_fail (CLINCH_IS_REQUIREMENT_ROW (self));

  self->urgent = urgent;
  update (self);
}
