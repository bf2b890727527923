// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-import-steps.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>

#define PLAN_KEY "clinch-import-plan"
#define COLUMN_KEY "clinch-import-column"
#define TARGETS_KEY "clinch-import-targets"
#define N_EXAMPLES 3

AdwPreferencesGroup *
clinch_import_add_group (AdwPreferencesPage *page,
                         GPtrArray          *groups,
                         const char         *title,
                         const char         *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *safe_title = clinch_text_escape_markup (title);
  g_autofree char *safe_description = clinch_text_escape_markup (description);

  adw_preferences_group_set_title (group, safe_title);
  adw_preferences_group_set_description (group, safe_description);
  adw_preferences_page_add (page, group);
  g_ptr_array_add (groups, group);

  return group;
}

static char *
examples_of (ClinchTable *table,
             guint        column)
{
  GString *out = g_string_new (NULL);
  int n_found = 0;

  for (guint row = 0; row < clinch_table_get_n_rows (table) && row < 200 && n_found < N_EXAMPLES;
       row++)
    {
      const char *cell = clinch_table_get_cell (table, row, column);
      g_autofree char *line = NULL;

      if (cell == NULL || *cell == '\0')
        continue;
      line = clinch_text_snippet (cell, "", 24);
      if (strstr (out->str, line) != NULL)
        continue;
      if (n_found > 0)
        g_string_append (out, " · ");
      g_string_append (out, line);
      n_found++;
    }

  return g_string_free (out, FALSE);
}

static void
target_changed_cb (AdwComboRow *row)
{
  ClinchImportPlan *plan = g_object_get_data (G_OBJECT (row), PLAN_KEY);
  GArray *targets = g_object_get_data (G_OBJECT (row), TARGETS_KEY);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), COLUMN_KEY));
  guint selected = adw_combo_row_get_selected (row);
  GtkWidget *other;

  if (selected >= targets->len)
    return;
  clinch_import_plan_set_target (plan, column, g_array_index (targets, int, selected));

  /* A field is filled by one column: another row that had it shows that it has lost it. */
  for (other = gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (row))); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    {
      GArray *its_targets = g_object_get_data (G_OBJECT (other), TARGETS_KEY);
      guint its_column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (other), COLUMN_KEY));
      int target;

      if (its_targets == NULL || other == GTK_WIDGET (row))
        continue;
      target = clinch_import_plan_get_target (plan, its_column);
      for (guint i = 0; i < its_targets->len; i++)
        if (g_array_index (its_targets, int, i) == target)
          adw_combo_row_set_selected (ADW_COMBO_ROW (other), i);
    }
}

static GtkWidget *
make_column_row (ClinchImportPlan *plan,
                 guint             column)
{
  ClinchKind kind = clinch_import_plan_get_kind (plan);
  ClinchTable *table = clinch_import_plan_get_table (plan);
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *examples = examples_of (table, column);
  GArray *targets = clinch_import_target_list (kind);
  int current = clinch_import_plan_get_target (plan, column);
  const int ignore = CLINCH_IMPORT_IGNORE;
  gboolean is_listed = current == CLINCH_IMPORT_IGNORE;

  for (guint i = 0; i < targets->len; i++)
    is_listed |= g_array_index (targets, int, i) == current;
  if (!is_listed)
    g_array_append_val (targets, current);
  g_array_prepend_val (targets, ignore);

  for (guint i = 0; i < targets->len; i++)
    {
      int target = g_array_index (targets, int, i);
      g_autofree char *label = target == CLINCH_IMPORT_IGNORE ? g_strdup (_("Do not import"))
                                                              : clinch_import_target_label (kind,
                                                                                            target);

      gtk_string_list_append (labels, label);
    }

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 clinch_table_get_column_name (table, column));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), examples);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  for (guint i = 0; i < targets->len; i++)
    if (g_array_index (targets, int, i) == current)
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  g_object_set_data (G_OBJECT (row), PLAN_KEY, plan);
  g_object_set_data (G_OBJECT (row), COLUMN_KEY, GUINT_TO_POINTER (column));
  g_object_set_data_full (G_OBJECT (row), TARGETS_KEY, targets, (GDestroyNotify) g_array_unref);
  g_signal_connect (row, "notify::selected", G_CALLBACK (target_changed_cb), NULL);

  return row;
}

static void
order_changed_cb (AdwComboRow *row)
{
  static const ClinchDateOrder orders[] = { CLINCH_DATE_ORDER_YMD, CLINCH_DATE_ORDER_MDY,
                                            CLINCH_DATE_ORDER_DMY };
  ClinchImportPlan *plan = g_object_get_data (G_OBJECT (row), PLAN_KEY);
  guint selected = adw_combo_row_get_selected (row);

  if (selected < G_N_ELEMENTS (orders))
    clinch_import_plan_set_date_order (plan, -1, orders[selected]);
}

static void
duplicates_changed_cb (AdwComboRow *row)
{
  clinch_import_plan_set_duplicates (g_object_get_data (G_OBJECT (row), PLAN_KEY),
                                     (ClinchImportDuplicates) adw_combo_row_get_selected (row));
}

static void
currency_changed_cb (GtkEditable *row)
{
  ClinchImportPlan *plan = g_object_get_data (G_OBJECT (row), PLAN_KEY);
  g_autofree char *currency = g_ascii_strup (gtk_editable_get_text (row), -1);

  if (clinch_import_plan_set_currency (plan, currency))
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static void
missing_changed_cb (GtkEditable *row)
{
  const char *name = gtk_editable_get_text (row);

  clinch_import_plan_set_missing_customer (g_object_get_data (G_OBJECT (row), PLAN_KEY),
                                           *name != '\0' ? name : NULL);
}

static void
pipeline_changed_cb (AdwComboRow *row)
{
  ClinchImportPlan *plan = g_object_get_data (G_OBJECT (row), PLAN_KEY);
  g_autoptr(ClinchRecord) pipeline = g_list_model_get_item (adw_combo_row_get_model (row),
                                                            adw_combo_row_get_selected (row));

  if (pipeline != NULL)
    clinch_import_plan_set_pipeline (plan, clinch_record_get_id (pipeline));
}

static GtkWidget *
add_combo (AdwPreferencesGroup *group,
           ClinchImportPlan    *plan,
           const char          *title,
           const char *const   *choices,
           guint                selected,
           GCallback            callback)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) model = gtk_string_list_new (choices);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_object_set_data (G_OBJECT (row), PLAN_KEY, plan);
  g_signal_connect (row, "notify::selected", callback, NULL);
  adw_preferences_group_add (group, row);

  return row;
}

static void
add_entry (AdwPreferencesGroup *group,
           ClinchImportPlan    *plan,
           const char          *title,
           const char          *text,
           GCallback            callback)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  g_object_set_data (G_OBJECT (row), PLAN_KEY, plan);
  g_signal_connect (row, "changed", callback, NULL);
  adw_preferences_group_add (group, row);
}

static gboolean
has_doubtful_dates (ClinchImportPlan *plan)
{
  ClinchTable *table = clinch_import_plan_get_table (plan);

  for (guint i = 0; i < clinch_table_get_n_columns (table); i++)
    {
      gboolean is_doubtful = FALSE;

      clinch_import_plan_get_date_order (plan, i, &is_doubtful);
      if (is_doubtful)
        return TRUE;
    }

  return FALSE;
}

static void
add_pipeline (AdwPreferencesGroup *group,
              ClinchWorkspace     *workspace,
              ClinchImportPlan    *plan)
{
  GListModel *pipelines = clinch_workspace_get_pipelines (workspace);
  g_autoptr(GtkExpression) name = gtk_property_expression_new (CLINCH_TYPE_RECORD, NULL,
                                                               "display-name");
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Pipeline"));
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), name);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), pipelines);
  for (guint i = 0; i < g_list_model_get_n_items (pipelines); i++)
    {
      g_autoptr(ClinchRecord) pipeline = g_list_model_get_item (pipelines, i);

      if (clinch_record_get_id (pipeline) == clinch_import_plan_get_pipeline (plan))
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
    }
  g_object_set_data (G_OBJECT (row), PLAN_KEY, plan);
  g_signal_connect (row, "notify::selected", G_CALLBACK (pipeline_changed_cb), NULL);
  adw_preferences_group_add (group, row);
}

static void
add_options (AdwPreferencesPage *page,
             GPtrArray          *groups,
             ClinchWorkspace    *workspace,
             ClinchImportPlan   *plan)
{
  const char *duplicates[] = { _("Leave out"), _("Fill in what is empty"), _("Add again"), NULL };
  const char *orders[] = { _("Year, month, day"), _("Month, day, year"), _("Day, month, year"),
                           NULL };
  AdwPreferencesGroup *group = clinch_import_add_group (page, groups, _("Rules"), NULL);
  ClinchKind kind = clinch_import_plan_get_kind (plan);

  add_combo (group, plan, _("Records That Are There Already"), duplicates,
             clinch_import_plan_get_duplicates (plan),
             G_CALLBACK (duplicates_changed_cb));
  if (has_doubtful_dates (plan))
    {
      GtkWidget *row = add_combo (group, plan, _("Order of Dates"), orders,
                                  GTK_INVALID_LIST_POSITION,
                                  G_CALLBACK (order_changed_cb));

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   _("The dates of this file can be read in several ways"));
    }
  if (kind == CLINCH_KIND_OPPORTUNITY)
    add_pipeline (group, workspace, plan);
  if (clinch_kind_find_field (kind, "currency") != NULL)
    add_entry (group, plan, _("Currency of Amounts"), clinch_import_plan_get_currency (plan),
               G_CALLBACK (currency_changed_cb));
  if (kind == CLINCH_KIND_OPPORTUNITY || kind == CLINCH_KIND_CONTACT
      || kind == CLINCH_KIND_FOLLOW_UP)
    add_entry (group, plan, _("Customer of Rows That Name None (Empty: Reject Them)"),
               clinch_import_plan_get_missing_customer (plan), G_CALLBACK (missing_changed_cb));
}

void
clinch_import_columns_fill (AdwPreferencesPage *page,
                            GPtrArray          *groups,
                            ClinchWorkspace    *workspace,
                            ClinchImportPlan   *plan)
{
  ClinchTable *table = clinch_import_plan_get_table (plan);
  AdwPreferencesGroup *group;

  group = clinch_import_add_group (page, groups, _("Columns"),
                                   _("What each column of the file becomes"));
  for (guint i = 0; i < clinch_table_get_n_columns (table); i++)
    adw_preferences_group_add (group, make_column_row (plan, i));
  add_options (page, groups, workspace, plan);
}
