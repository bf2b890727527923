// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-target-rows.h"

#include "clinch-target-text.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          const char *figure)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (figure);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_visible (label, figure != NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

static void
let_open (GtkWidget  *row,
          const char *action,
          GVariant   *target)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (target != NULL)
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
}

/* --- Figures */

static GtkWidget *
target_row (const ClinchTargetRow *row)
{
  gboolean has_target = row->periods[0].target_id != 0;
  g_autofree char *amount = has_target ? clinch_target_money (row->periods[0].target, row->currency)
                            : NULL;
  g_autofree char *parts = clinch_target_parts_text (row);
  GtkWidget *widget = make_row (C_("field", "Target"),
                                parts != NULL ? parts : clinch_pace_state_text (row->pace.state),
                                amount);

  let_open (widget, "page.set-target", NULL);
  return widget;
}

static GtkWidget *
won_row (const ClinchTargetRow *row)
{
  guint n = row->periods[0].n_won;
  g_autofree char *amount = clinch_target_money (row->periods[0].won, row->currency);
  g_autofree char *percent = clinch_target_percent (row->pace.percent);
  g_autofree char *count = g_strdup_printf (ngettext ("%u opportunity", "%u opportunities", n), n);
  g_autofree char *subtitle = NULL;
  GtkWidget *widget;

  if (row->pace.percent >= 0)
    /* Translators: a share of the target, “3 opportunities”. */
    subtitle = g_strdup_printf (_("%1$s of the target, %2$s"), percent, count);
  widget = make_row (C_("target", "Won"), subtitle != NULL ? subtitle : count, amount);
  let_open (widget, "page.list", g_variant_new_boolean (TRUE));

  return widget;
}

static GtkWidget *
expected_row (const ClinchTargetRow *row)
{
  g_autofree char *amount = clinch_target_money (row->expected, row->currency);
  g_autofree char *open = clinch_target_money (row->open, row->currency);
  /* Translators: how many open opportunities, and their amount. */
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%1$u opportunity of %2$s, by probability",
                                                         "%1$u opportunities of %2$s, by probability",
                                                         row->n_open), row->n_open, open);
  GtkWidget *widget = make_row (C_("target", "Expected"), subtitle, amount);

  let_open (widget, "page.list", g_variant_new_boolean (FALSE));
  return widget;
}

static GtkWidget *
gap_row (const ClinchTargetRow *row)
{
  const ClinchPace *pace = &row->pace;
  g_autofree char *gap = clinch_target_money (pace->gap, row->currency);
  g_autofree char *per_day = clinch_target_money (pace->per_day, row->currency);
  g_autofree char *subtitle = NULL;
  int left = pace->days - pace->elapsed;

  if (pace->gap > 0 && pace->per_day != CLINCH_PACE_UNKNOWN)
    /* Translators: an amount, a number of days. */
    subtitle = g_strdup_printf (ngettext ("%1$s on the workday that is left",
                                          "%1$s on each of the %2$d workdays that are left", left),
                                per_day, left);

  return make_row (C_("target", "Gap"), subtitle, gap);
}

static GtkWidget *
projection_row (const ClinchTargetRow *row)
{
  const ClinchPace *pace = &row->pace;
  g_autofree char *projection = clinch_target_money (pace->projection, row->currency);
  g_autofree char *due = clinch_target_money (pace->due, row->currency);
  g_autofree char *subtitle = NULL;

  if (pace->due != CLINCH_PACE_UNKNOWN)
    /* Translators: an amount, a percentage. */
    subtitle = g_strdup_printf (_("Due by now is %1$s: %2$d%% of the workdays are over"), due,
                                pace->due_percent);

  return make_row (_("At This Pace"), subtitle, projection);
}

GPtrArray *
clinch_target_rows_figures (const ClinchTargetRow *row)
{
  GPtrArray *rows = g_ptr_array_new ();
  gboolean is_over = row->periods[0].is_over;

  g_ptr_array_add (rows, target_row (row));
  g_ptr_array_add (rows, won_row (row));
  if (row->periods[0].target_id != 0)
    g_ptr_array_add (rows, gap_row (row));
  if (!is_over)
    {
      g_ptr_array_add (rows, expected_row (row));
      g_ptr_array_add (rows, projection_row (row));
    }
  if (row->n_foreign > 0)
    {
      g_autofree char *foreign =
        g_strdup_printf (ngettext ("%u opportunity in another currency is not counted",
                                   "%u opportunities in other currencies are not counted",
                                   row->n_foreign), row->n_foreign);

      g_ptr_array_add (rows, make_row (foreign, NULL, NULL));
    }

  return rows;
}

/* --- Opportunities */

GtkWidget *
clinch_target_rows_deal (const ClinchTargetDeal *deal,
                         const char             *currency,
                         const char             *today,
                         gboolean                with_owner)
{
  g_autofree char *amount = clinch_target_money (deal->amount, currency);
  g_autofree char *weighted = clinch_target_money (deal->weighted, currency);
  g_autofree char *date = clinch_date_format (deal->date, today);
  g_autofree char *share = deal->share >= 0 ? clinch_target_percent (deal->share) : NULL;
  /* Translators: amount, its probability, amount times probability, day, customer. */
  g_autofree char *figures = g_strdup_printf (_("%1$s at %2$d%%: %3$s by %4$s · %5$s"), amount,
                                              deal->probability, weighted, date, deal->customer);
  g_autofree char *subtitle = g_strconcat (figures, with_owner ? " · " : NULL, deal->owner, NULL);
  GtkWidget *row = make_row (deal->name, subtitle, share != NULL ? share : amount);

  let_open (row, "page.open-deal", g_variant_new_int64 (deal->id));
  return row;
}

/* --- Forecasts */

static char *
describe_forecast (const ClinchTargetRow    *row,
                   const ClinchTargetPeriod *period)
{
  GString *text = g_string_new (NULL);
  g_autofree char *target = clinch_target_money (period->target, row->currency);
  g_autofree char *forecast = clinch_target_money (period->forecast, row->currency);
  g_autofree char *called = clinch_target_money (period->called, row->currency);
  g_autofree char *won = clinch_target_money (period->won, row->currency);

  if (period->target_id != 0)
    /* Translators: an amount. */
    g_string_append_printf (text, _("Target %s · "), target);
  if (period->n_forecasts > 0)
    g_string_append_printf (text, _("Forecast %s · "), forecast);
  if (period->has_call)
    g_string_append_printf (text, _("Own call %s · "), called);
  g_string_append_printf (text, _("Won %s"), won);

  return g_string_free (text, FALSE);
}

static void
add_call_button (GtkWidget  *row,
                 const char *when,
                 int         back)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Own Call"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Own Call"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, when, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", (guint) back);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.call");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

GtkWidget *
clinch_target_rows_forecast (const ClinchTargetReport *report,
                             const ClinchTargetRow    *row,
                             int                       back,
                             gboolean                  can_write)
{
  const ClinchTargetPeriod *period = &row->periods[back];
  g_autofree char *when = clinch_period_format (&report->periods[back]);
  g_autofree char *subtitle = describe_forecast (row, period);
  g_autofree char *error = period->is_over && period->n_forecasts > 0
                           ? clinch_forecast_error_text (clinch_forecast_error (period->said,
                                                                                period->won))
                           : NULL;
  GtkWidget *widget = make_row (when, subtitle, error);

  if (can_write && row->scope.member_id != 0 && !period->is_over)
    add_call_button (widget, when, back);

  return widget;
}
