// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-profile-rows.h"

#include "clinch-profile-text.h"
#include "clinch-row-name.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
figure_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static GtkWidget *
make_row (GType       type,
          const char *title,
          const char *subtitle,
          const char *figure)
{
  GtkWidget *row = g_object_new (type, "use-markup", FALSE, NULL);

  /* A row learns that its texts are no markup only once it is made. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (ADW_IS_EXPANDER_ROW (row))
    {
      clinch_row_name_after_title (ADW_PREFERENCES_ROW (row));
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle != NULL ? subtitle : "");
      adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), figure_label (figure));
    }
  else
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure_label (figure));
    }

  return row;
}

static void
add_term (GtkWidget  *expander,
          const char *title,
          char       *subtitle,
          int         hundredths)
{
  g_autofree char *figure = g_strdup_printf ("%d.%02d", hundredths / 100, hundredths % 100);
  GtkWidget *row = make_row (ADW_TYPE_ACTION_ROW, title, subtitle, figure);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  g_free (subtitle);
}

GtkWidget *
clinch_profile_score_row (const ClinchCustomerProfile *profile)
{
  g_autofree char *figure = profile->score.score >= 0
                            ? g_strdup_printf ("%d", profile->score.score)
                            : g_strdup (C_("profile", "Unknown"));
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  subtitle = g_strdup_printf (_("Weighted mean of what is known; %d for ranking"),
                              profile->adjusted);
  row = make_row (ADW_TYPE_EXPANDER_ROW, C_("profile", "Score"), subtitle, figure);
  for (guint i = 0; i < profile->lines->len; i++)
    {
      const ClinchProfileLine *line = profile->lines->pdata[i];

      if (line->step.known)
        add_term (row, line->rule->name,
                  /* Translators: value, weight of a dimension, sum of the known weights. */
                  g_strdup_printf (_("%1$d × %2$d of %3$d"), line->step.value, line->step.weight,
                                   (int) profile->score.known_weight),
                  line->step.share_hundredths);
    }
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), profile->score.filled > 0);

  return row;
}

/* What is missing to a full profile, and how much of it each dimension is. */
static void
add_missing (GtkWidget                   *expander,
             const ClinchCustomerProfile *profile,
             gboolean                     gaps)
{
  for (guint i = 0; i < profile->lines->len; i++)
    {
      const ClinchProfileLine *line = profile->lines->pdata[i];
      gboolean is_gap = clinch_profile_line_is_gap (line);
      g_autofree char *figure = NULL;

      if ((line->value >= 0 && !is_gap) || is_gap != gaps)
        continue;
      figure = g_strdup_printf ("+%d%%",
                                (int) (100 * line->rule->weight
                                       / MAX (profile->score.total_weight, 1)));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                                make_row (ADW_TYPE_ACTION_ROW, line->rule->name,
                                          is_gap ? C_("profile", "Must be known")
                                          : line->rule->definition,
                                          line->value >= 0 ? "–" : figure));
    }
}

GtkWidget *
clinch_profile_completeness_row (const ClinchCustomerProfile *profile)
{
  g_autofree char *figure = g_strdup_printf ("%d%%", profile->score.completeness);
  g_autofree char *known = clinch_profile_completeness_text (profile);
  g_autofree char *gaps = clinch_profile_gaps_text (profile);
  g_autofree char *subtitle = gaps != NULL ? g_strdup_printf ("%s\n%s", known, gaps)
                              : g_strdup (known);
  GtkWidget *row = make_row (ADW_TYPE_EXPANDER_ROW, C_("profile", "Completeness"), subtitle,
                             figure);

  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (row), 3);
  add_missing (row, profile, TRUE);
  add_missing (row, profile, FALSE);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row),
                                         profile->score.filled < profile->score.total);

  return row;
}

GtkWidget *
clinch_profile_grade_row (const ClinchCustomerProfile *profile)
{
  const char *grade = profile->grade != NULL ? profile->grade : C_("profile", "None");
  g_autofree char *subtitle = clinch_profile_grade_text (profile);

  return make_row (ADW_TYPE_ACTION_ROW, C_("profile", "Grade"), subtitle, grade);
}

GtkWidget *
clinch_profile_priority_row (const ClinchCustomerProfile *profile)
{
  static const char *const names[CLINCH_N_PRIORITY_PARTS] = {
    [CLINCH_PRIORITY_VALUE] = NC_ ("priority", "Open value among all customers"),
    [CLINCH_PRIORITY_WIN] = NC_ ("priority", "Win probability"),
    [CLINCH_PRIORITY_URGENCY] = NC_ ("priority", "Nearness of the next signing"),
    [CLINCH_PRIORITY_GRADE] = NC_ ("priority", "Grade"),
  };
  g_autofree char *figure = g_strdup_printf ("%d", profile->priority.points);
  GtkWidget *row = make_row (ADW_TYPE_EXPANDER_ROW, C_("profile", "Priority"),
                             _("What deserves the effort first"), figure);

  for (int i = 0; i < CLINCH_N_PRIORITY_PARTS; i++)
    {
      const ClinchPriorityStep *step = &profile->priority.steps[i];

      add_term (row, g_dpgettext2 (GETTEXT_PACKAGE, "priority", names[i]),
                /* Translators: points of 100, weight in percent. */
                step->known ? g_strdup_printf (_("%1$d × %2$d%%"), step->points, step->weight)
                : g_strdup (C_("profile", "Unknown")), step->hundredths);
    }

  return row;
}

GtkWidget *
clinch_profile_dimension_row (const ClinchProfileLine *line)
{
  g_autofree char *text = clinch_profile_line_text (line);
  g_autofree char *figure = line->value >= 0 ? g_strdup_printf ("%d", line->value)
                            : g_strdup ("–");
  GtkWidget *row = make_row (ADW_TYPE_ACTION_ROW, line->rule->name, text, figure);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_tooltip_text (row, line->rule->definition);
  if (line->age.stale)
    {
      g_autofree char *tip = g_strdup_printf (ngettext ("%d day old: ask again",
                                                        "%d days old: ask again",
                                                        line->age.days), line->age.days);
      GtkWidget *icon = gtk_image_new_from_icon_name ("clinch-alert-symbolic");

      gtk_widget_set_tooltip_text (icon, tip);
      gtk_widget_add_css_class (icon, "warning");
      gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, tip,
                                      -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }

  return row;
}
