// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-plan-rows.h"

#include "clinch-money.h"

#include <glib/gi18n-lib.h>

char *
clinch_plan_money (const ClinchCustomerPlan *plan,
                   gint64                    minor,
                   gboolean                  full)
{
  const char *currency = clinch_row_text (plan->customer, CLINCH_CUSTOMER_CURRENCY);

  return full ? clinch_money_format_full (minor, currency)
         : clinch_money_format (minor, currency, clinch_money_style ());
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          const char *figure)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  if (figure != NULL)
    {
      GtkWidget *label = gtk_label_new (figure);

      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "heading");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }

  return row;
}

static void
mark (GtkWidget  *row,
      const char *what)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("clinch-alert-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  gtk_widget_set_tooltip_text (icon, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
}

/* --- In touch */

static char *
describe_template (const ClinchCustomerPlan *plan)
{
  int every = plan->rule != NULL ? clinch_row_int (plan->rule, CLINCH_GRADE_RULE_CADENCE) : 0;

  if (every <= 0)
    return g_strdup (_("No Rhythm"));
  if (plan->channel == NULL)
    return g_strdup_printf (ngettext ("In touch every %d day", "In touch every %d days", every),
                            every);

  /* Translators: days, way of a follow-up: Every 14 days: Visit. */
  return g_strdup_printf (ngettext ("Every %1$d day: %2$s", "Every %1$d days: %2$s", every), every,
                          clinch_choice_label (CLINCH_CHOICE_FOLLOW_UP, plan->channel));
}

/* A day so many days from today, as people say it. */
static char *
day_text (const ClinchCustomerPlan *plan,
          int                       days)
{
  char date[CLINCH_DATE_SIZE];

  clinch_date_add_days (plan->today, days, date);
  return clinch_date_format (date, plan->today);
}

static char *
describe_rhythm (const ClinchCustomerPlan *plan)
{
  const ClinchCadence *rhythm = &plan->rhythm;
  g_autofree char *last = day_text (plan, -MAX (rhythm->days_since, 0));
  g_autofree char *next = day_text (plan, MAX (rhythm->days_left, 0));

  switch (rhythm->state)
    {
    case CLINCH_CADENCE_LATE:
      return g_strdup_printf (ngettext ("None for %1$d days, %2$d day late",
                                        "None for %1$d days, %2$d days late", rhythm->days_late),
                              rhythm->days_since, rhythm->days_late);
    case CLINCH_CADENCE_KEPT:
      /* Translators: two days: Last one Nov 20, next one by Dec 4. */
      return g_strdup_printf (_("Last one %1$s, next one by %2$s"), last, next);
    case CLINCH_CADENCE_NEVER:
      return g_strdup (_("Not once so far"));
    case CLINCH_CADENCE_NONE:
    default:
      return g_strdup (plan->rule == NULL
                         ? _("The rhythm comes from the grade, and there is none yet")
                         : _("The grade asks for none"));
    }
}

GtkWidget *
clinch_plan_rhythm_row (const ClinchCustomerPlan *plan)
{
  g_autofree char *title = describe_template (plan);
  g_autofree char *subtitle = describe_rhythm (plan);
  const char *grade = clinch_row_text (plan->customer, CLINCH_CUSTOMER_GRADE);
  GtkWidget *row = make_row (title, subtitle, NULL);

  if (plan->rhythm.state == CLINCH_CADENCE_LATE || plan->rhythm.state == CLINCH_CADENCE_NEVER)
    mark (row, subtitle);
  if (plan->rule != NULL)
    {
      GtkWidget *badge = gtk_label_new (clinch_choice_label (CLINCH_CHOICE_GRADE, grade));

      gtk_widget_add_css_class (badge, "grade-badge");
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (badge, _("The grade whose template this is"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
    }

  return row;
}

GtkWidget *
clinch_plan_kept_row (const ClinchCustomerPlan *plan)
{
  g_autofree char *title = g_strdup_printf (_("In the Last %d Days"), CLINCH_CADENCE_WINDOW);
  g_autofree char *subtitle = NULL;
  g_autofree char *figure = NULL;
  int missing = plan->n_expected - plan->n_touches;

  if (missing > 0)
    subtitle = g_strdup_printf (ngettext ("%1$d fewer than the %2$d of the template",
                                          "%1$d fewer than the %2$d of the template", missing),
                                missing, plan->n_expected);
  else if (plan->n_expected > 0)
    subtitle = g_strdup_printf (_("The %d of the template are kept"), plan->n_expected);
  figure = g_strdup_printf ("%d", plan->n_touches);

  return make_row (title, subtitle, figure);
}

/* What the template of the grade has to talk about; nothing where it says nothing. */
GtkWidget *
clinch_plan_topics_row (const ClinchCustomerPlan *plan)
{
  const char *topics = plan->rule != NULL ? clinch_row_text (plan->rule, CLINCH_GRADE_RULE_TOPICS)
                       : NULL;

  return topics != NULL ? make_row (C_("plan", "What to Talk About"), topics, NULL) : NULL;
}

GtkWidget *
clinch_plan_silence_row (const ClinchCustomerPlan *plan)
{
  gboolean is_silent = plan->silent_days > 0
                       && (plan->silence < 0 || plan->silence >= plan->silent_days);
  g_autofree char *when = plan->silence >= 0 ? day_text (plan, -plan->silence)
                          : g_strdup (C_("plan", "Never"));
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (is_silent && plan->silence >= 0)
    subtitle = g_strdup_printf (ngettext ("Silent for %1$d days, warned from %2$d day on",
                                          "Silent for %1$d days, warned from %2$d days on",
                                          plan->silent_days),
                                plan->silence, plan->silent_days);
  else
    subtitle = g_strdup (_("In any way"));
  row = make_row (C_("plan", "Last Contact"), subtitle, when);
  if (is_silent)
    mark (row, subtitle);

  return row;
}

/* --- Lifetime value */

GtkWidget *
clinch_plan_won_row (const ClinchCustomerPlan *plan)
{
  const ClinchLifetime *lifetime = &plan->lifetime;
  g_autofree char *figure = clinch_plan_money (plan, lifetime->total, FALSE);
  g_autofree char *full = clinch_plan_money (plan, lifetime->total, TRUE);
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (lifetime->before > 0)
    {
      g_autofree char *before = clinch_plan_money (plan, lifetime->before, FALSE);

      /* Translators: an amount, a year. */
      subtitle = g_strdup_printf (_("%1$s of it before %2$d"), before,
                                  lifetime->this_year - lifetime->n_years + 1);
    }
  else if (lifetime->total == 0)
    subtitle = g_strdup (_("Nothing so far"));
  row = make_row (_("Won in All"), subtitle, figure);
  gtk_widget_set_tooltip_text (row, full);

  return row;
}

GtkWidget *
clinch_plan_forecast_row (const ClinchCustomerPlan *plan)
{
  g_autofree char *figure = clinch_plan_money (plan, plan->lifetime.forecast, FALSE);
  g_autofree char *full = clinch_plan_money (plan, plan->lifetime.forecast, TRUE);
  g_autofree char *open = clinch_plan_money (plan, plan->lifetime.open, FALSE);
  g_autofree char *subtitle = g_strdup_printf (_("%s open, each weighted with its probability"),
                                               open);
  GtkWidget *row = make_row (_("Still Expected"), subtitle, figure);

  gtk_widget_set_tooltip_text (row, full);

  return row;
}

static void
add_bar (const ClinchCustomerPlan *plan,
         GArray                   *bars,
         char                     *label,
         gint64                    value,
         gboolean                  is_expected)
{
  ClinchBar bar = {
    label, (double) value, clinch_plan_money (plan, value, FALSE),
    clinch_plan_money (plan, value, TRUE), is_expected,
  };

  g_array_append_val (bars, bar);
}

void
clinch_plan_fill_chart (const ClinchCustomerPlan *plan,
                        ClinchBarData            *data)
{
  const ClinchLifetime *lifetime = &plan->lifetime;
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (ClinchBar));

  for (int i = 0; i < lifetime->n_years; i++)
    add_bar (plan, bars, g_strdup_printf ("%d", lifetime->this_year - lifetime->n_years + 1 + i),
             lifetime->won[i], FALSE);
  if (lifetime->forecast > 0)
    add_bar (plan, bars, g_strdup (C_("plan", "Expected")), lifetime->forecast, TRUE);
  clinch_chart_data_set_title (CLINCH_CHART_DATA (data), clinch_row_name (plan->customer));
  clinch_bar_data_set_bars (data, (const ClinchBar *) bars->data, bars->len);
  for (guint i = 0; i < bars->len; i++)
    {
      const ClinchBar *bar = &g_array_index (bars, ClinchBar, i);

      g_free ((char *) bar->label);
      g_free ((char *) bar->text);
      g_free ((char *) bar->full);
    }
}
