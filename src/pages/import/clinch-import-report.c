// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-import-steps.h"
#include "clinch-money.h"

#include <glib/gi18n-lib.h>

#define MAX_PROBLEMS 200

static void
add_figure (AdwPreferencesGroup *group,
            const char          *title,
            const char          *subtitle,
            const char          *figure)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (figure);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static void
add_count (AdwPreferencesGroup *group,
           const char          *title,
           guint                count)
{
  g_autofree char *figure = g_strdup_printf ("%u", count);

  add_figure (group, title, NULL, figure);
}

static void
add_counts (AdwPreferencesPage       *page,
            GPtrArray                *groups,
            const ClinchImportResult *result,
            gboolean                  is_done)
{
  AdwPreferencesGroup *group = clinch_import_add_group (page, groups,
                                                        clinch_kind_label (result->kind, TRUE),
                                                        NULL);

  add_count (group, _("Rows in the file"), result->n_rows);
  add_count (group, is_done ? _("Added") : _("Will be added"), result->n_new);
  if (result->n_updated > 0)
    add_count (group, is_done ? _("Filled in") : _("Will be filled in"), result->n_updated);
  if (result->n_duplicates > 0)
    add_count (group, _("There already"), result->n_duplicates);
  add_count (group, _("Rejected"), result->n_rejected);
  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      g_autofree char *title = NULL;

      if (result->n_made[kind] == 0)
        continue;
      /* Translators: kind of records in the plural: members, teams or customers that rows name. */
      title = g_strdup_printf (_("%s made because rows name them"), clinch_kind_label (kind, TRUE));
      add_count (group, title, result->n_made[kind]);
    }
}

static void
add_sums (AdwPreferencesPage       *page,
          GPtrArray                *groups,
          const ClinchImportResult *result)
{
  AdwPreferencesGroup *group;

  if (result->sums->len == 0)
    return;

  group = clinch_import_add_group (page, groups, _("Sums"),
                                   _("Compare them with those of the file"));
  for (guint i = 0; i < result->sums->len; i++)
    {
      const ClinchImportSum *sum = &g_array_index (result->sums, ClinchImportSum, i);
      g_autofree char *imported = clinch_money_format_full (sum->imported, sum->currency);
      g_autofree char *left = clinch_money_format_full (sum->left, sum->currency);
      g_autofree char *count = g_strdup_printf (ngettext ("%u row", "%u rows", sum->n_imported),
                                                sum->n_imported);
      g_autofree char *subtitle = NULL;

      if (sum->n_left > 0)
        /* Translators: "12 rows; not imported: 3, ¥100.00". */
        subtitle = g_strdup_printf (_("%1$s; not imported: %2$u, %3$s"), count, sum->n_left, left);
      add_figure (group, *sum->stage != '\0' ? sum->stage : sum->currency,
                  subtitle != NULL ? subtitle : count, imported);
    }
}

static const char *
verdict_icon (ClinchImportVerdict verdict)
{
  switch (verdict)
    {
    case CLINCH_IMPORT_REJECTED:
      return "dialog-error-symbolic";
    case CLINCH_IMPORT_DUPLICATE:
      return "edit-copy-symbolic";
    case CLINCH_IMPORT_NOTE:
    default:
      return "dialog-information-symbolic";
    }
}

static void
add_problems (AdwPreferencesPage       *page,
              GPtrArray                *groups,
              const ClinchImportResult *result)
{
  AdwPreferencesGroup *group;
  g_autofree char *description = NULL;

  if (result->problems->len == 0)
    return;

  if (result->problems->len > MAX_PROBLEMS)
    description = g_strdup_printf (_("The first %1$d of %2$u; the file of rejected rows has all"),
                                   MAX_PROBLEMS,
                                   result->problems->len);
  group = clinch_import_add_group (page, groups, _("Problems"), description);
  for (guint i = 0; i < result->problems->len && i < MAX_PROBLEMS; i++)
    {
      const ClinchImportProblem *problem = &g_array_index (result->problems, ClinchImportProblem,
                                                           i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *title = g_strdup_printf (_("Line %u"),
                                                clinch_import_result_get_line (result, problem));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), problem->message);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name (verdict_icon (problem->verdict)));
      adw_preferences_group_add (group, row);
    }
}

void
clinch_import_report_fill (AdwPreferencesPage       *page,
                           GPtrArray                *groups,
                           const ClinchImportResult *result,
                           gboolean                  is_done)
{
  add_counts (page, groups, result, is_done);
  add_sums (page, groups, result);
  add_problems (page, groups, result);
}
