// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-chain-choice.h"

#include <glib/gi18n-lib.h>

#define FIELD_KEY "clinch-field"

static const ClinchChoiceValue *
values_of (GtkWidget *row,
           int       *n_values)
{
  const ClinchField *field = g_object_get_data (G_OBJECT (row), FIELD_KEY);

  return clinch_choice_values (field->choice, n_values);
}

void
clinch_chain_choice_set_code (GtkWidget  *row,
                              const char *code)
{
  int n;
  const ClinchChoiceValue *values = values_of (row, &n);
  guint selected = 0;

  for (int i = 0; i < n; i++)
    if (g_strcmp0 (values[i].code, code) == 0)
      selected = (guint) i + 1;
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
}

const char *
clinch_chain_choice_get_code (GtkWidget *row)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  int n;
  const ClinchChoiceValue *values = values_of (row, &n);

  return selected > 0 && selected <= (guint) n ? values[selected - 1].code : NULL;
}

GtkWidget *
clinch_chain_choice_new (ClinchKind  kind,
                         int         field,
                         const char *code)
{
  const ClinchField *info = clinch_kind_field (kind, field);
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  int n;
  const ClinchChoiceValue *values = clinch_choice_values (info->choice, &n);

  gtk_string_list_append (labels, C_("decision chain", "Not judged"));
  for (int i = 0; i < n; i++)
    gtk_string_list_append (labels, clinch_choice_label (info->choice, values[i].code));
  g_object_set_data (G_OBJECT (row), FIELD_KEY, (gpointer) info);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), clinch_field_label (info));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clinch_field_label (info), -1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  clinch_chain_choice_set_code (row, code);

  return row;
}
