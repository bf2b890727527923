// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-import-steps.h"
#include "clinch-page.h"
#include "clinch-record-picker.h"

#include <glib/gi18n-lib.h>

#define CHOICE_KEY "clinch-import-choice"
/* More rows than these nobody decides on one by one; the rest takes what is proposed. */
#define MAX_VALUES 100

typedef enum
{
  ROW_SKIP,
  ROW_CREATE,
  ROW_TARGET,
} RowChoice;

/* A row's choices: the fixed ones, then what the value can stand for. */
typedef struct
{
  ClinchImportPlan *plan;
  guint column;
  char *value;
  GtkStringList *labels;
  GPtrArray *targets; /* char *, NULL for the fixed ones */
  GArray *choices;    /* RowChoice */
} ValueRow;

static void
value_row_free (gpointer data)
{
  ValueRow *row = data;

  g_free (row->value);
  g_object_unref (row->labels);
  g_ptr_array_unref (row->targets);
  g_array_unref (row->choices);
  g_free (row);
}

static void
add_choice (ValueRow   *row,
            RowChoice   choice,
            const char *label,
            const char *target)
{
  gtk_string_list_append (row->labels, label);
  g_ptr_array_add (row->targets, g_strdup (target));
  g_array_append_val (row->choices, choice);
}

static void
value_changed_cb (AdwComboRow *widget)
{
  ValueRow *row = g_object_get_data (G_OBJECT (widget), CHOICE_KEY);
  guint selected = adw_combo_row_get_selected (widget);
  ClinchImportValueState state = CLINCH_IMPORT_VALUE_SKIP;
  g_autoptr(GError) error = NULL;

  if (selected >= row->choices->len)
    return;
  if (g_array_index (row->choices, RowChoice, selected) == ROW_CREATE)
    state = CLINCH_IMPORT_VALUE_CREATE;
  else if (g_array_index (row->choices, RowChoice, selected) == ROW_TARGET)
    state = CLINCH_IMPORT_VALUE_FOUND;
  if (!clinch_import_plan_set_value (row->plan, row->column, row->value, state,
                                     row->targets->pdata[selected], &error))
    clinch_page_report (GTK_WIDGET (widget), error);
}

static void
picked_cb (ClinchRecordPicker *picker,
           ClinchRecord       *record,
           AdwComboRow        *widget)
{
  ValueRow *row = g_object_get_data (G_OBJECT (widget), CHOICE_KEY);
  const char *name;

  if (record == NULL)
    return;

  name = clinch_record_get_name (record);
  for (guint i = 0; i < row->targets->len; i++)
    if (g_strcmp0 (row->targets->pdata[i], name) == 0)
      {
        adw_combo_row_set_selected (widget, i);
        return;
      }
  add_choice (row, ROW_TARGET, name, name);
  adw_combo_row_set_selected (widget, row->targets->len - 1);
}

static void
add_picker (AdwComboRow     *widget,
            ClinchWorkspace *workspace,
            ClinchKind       kind)
{
  ClinchRecordPicker *picker = clinch_record_picker_new (workspace, kind);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "system-search-symbolic");
  gtk_widget_set_tooltip_text (button, _("Choose an Existing Record"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose an Existing Record"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (picker));
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), widget, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), button);
}

/* What a value of a fixed list, or of the pipeline, can stand for. Records of other kinds are
 * searched for instead. */
static void
add_targets (ValueRow          *row,
             ClinchWorkspace   *workspace,
             const ClinchField *field)
{
  if (field->type == CLINCH_FIELD_CHOICE)
    {
      const ClinchChoiceValue *values;
      int n_values;

      values = clinch_choice_values (field->choice, &n_values);
      for (int i = 0; i < n_values; i++)
        add_choice (row, ROW_TARGET, clinch_choice_label (field->choice, values[i].code),
                    values[i].code);
    }
  else if (field->target == CLINCH_KIND_STAGE)
    {
      g_autoptr(GPtrArray) stages =
        clinch_workspace_get_stages (workspace, clinch_import_plan_get_pipeline (row->plan));

      for (guint i = 0; i < stages->len; i++)
        add_choice (row, ROW_TARGET, clinch_record_get_name (stages->pdata[i]),
                    clinch_record_get_name (stages->pdata[i]));
    }
}

static void
select_current (AdwComboRow             *widget,
                ValueRow                *row,
                const ClinchImportValue *value)
{
  for (guint i = 0; i < row->choices->len; i++)
    {
      RowChoice choice = g_array_index (row->choices, RowChoice, i);

      if ((choice == ROW_CREATE && value->state == CLINCH_IMPORT_VALUE_CREATE) ||
          (choice == ROW_SKIP && value->state == CLINCH_IMPORT_VALUE_SKIP) ||
          (choice == ROW_TARGET && value->target != NULL
           && g_strcmp0 (row->targets->pdata[i], value->target) == 0))
        {
          adw_combo_row_set_selected (widget, i);
          return;
        }
    }
  adw_combo_row_set_selected (widget, GTK_INVALID_LIST_POSITION);
}

static GtkWidget *
make_value_row (ClinchWorkspace         *workspace,
                ClinchImportPlan        *plan,
                guint                    column,
                const ClinchField       *field,
                const ClinchImportValue *value)
{
  GtkWidget *widget = adw_combo_row_new ();
  ValueRow *row = g_new0 (ValueRow, 1);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u row", "%u rows", value->count),
                                               value->count);
  gboolean is_list = field->type == CLINCH_FIELD_CHOICE || field->target == CLINCH_KIND_STAGE;

  row->plan = plan;
  row->column = column;
  row->value = g_strdup (value->value);
  row->labels = gtk_string_list_new (NULL);
  row->targets = g_ptr_array_new_with_free_func (g_free);
  row->choices = g_array_new (FALSE, FALSE, sizeof (RowChoice));
  if (!is_list)
    add_choice (row, ROW_CREATE, _("Add as new"), NULL);
  add_choice (row, ROW_SKIP,
              field->flags & CLINCH_FIELD_REQUIRED ? _("Leave these rows out") : _("Leave empty"),
              NULL);
  add_targets (row, workspace, field);
  if (value->target != NULL && value->state == CLINCH_IMPORT_VALUE_FOUND && !is_list)
    add_choice (row, ROW_TARGET, value->target, value->target);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), value->value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (widget), G_LIST_MODEL (row->labels));
  select_current (ADW_COMBO_ROW (widget), row, value);
  g_object_set_data_full (G_OBJECT (widget), CHOICE_KEY, row, value_row_free);
  g_signal_connect (widget, "notify::selected", G_CALLBACK (value_changed_cb), NULL);
  if (!is_list && field->type == CLINCH_FIELD_REFERENCE)
    add_picker (ADW_COMBO_ROW (widget), workspace, field->target);

  return widget;
}

static gboolean
fill_column (AdwPreferencesPage *page,
             GPtrArray          *groups,
             ClinchWorkspace    *workspace,
             ClinchImportPlan   *plan,
             guint               column)
{
  g_autoptr(GPtrArray) values = clinch_import_plan_get_values (plan, column, TRUE);
  ClinchTable *table = clinch_import_plan_get_table (plan);
  const ClinchField *field;
  AdwPreferencesGroup *group;
  g_autofree char *description = NULL;

  field = clinch_import_target_field (clinch_import_plan_get_kind (plan),
                                      clinch_import_plan_get_target (plan, column));
  if (values->len == 0 || field == NULL)
    return FALSE;

  if (values->len > MAX_VALUES)
    description =
      g_strdup_printf (_("The %1$d most frequent of %2$u names; the others are taken as proposed"),
                       MAX_VALUES, values->len);
  group = clinch_import_add_group (page, groups,
                                   clinch_table_get_column_name (table, column),
                                   description != NULL ? description
                                   : _("Names that the workspace does not have"));
  for (guint i = 0; i < values->len && i < MAX_VALUES; i++)
    adw_preferences_group_add (group,
                               make_value_row (workspace, plan, column, field, values->pdata[i]));

  return TRUE;
}

gboolean
clinch_import_values_fill (AdwPreferencesPage *page,
                           GPtrArray          *groups,
                           ClinchWorkspace    *workspace,
                           ClinchImportPlan   *plan)
{
  ClinchTable *table = clinch_import_plan_get_table (plan);
  gboolean any = FALSE;

  for (guint i = 0; i < clinch_table_get_n_columns (table); i++)
    any |= fill_column (page, groups, workspace, plan, i);

  return any;
}
