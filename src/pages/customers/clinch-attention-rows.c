// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-attention-rows.h"

#include "clinch-kind.h"
#include "clinch-money.h"
#include "clinch-page.h"
#include "clinch-row-name.h"

#include <glib/gi18n-lib.h>

#define DAY (24 * 60 * 60)

char *
clinch_attention_minutes_text (gint64 minutes)
{
  if (minutes < 60)
    return g_strdup_printf (_("%d min"), (int) minutes);
  if (minutes < 600 && minutes % 60 != 0)
    return g_strdup_printf (_("%.1f h"), minutes / 60.0);

  return g_strdup_printf (_("%d h"), (int) ((minutes + 30) / 60));
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static void
add_figure (GtkWidget  *row,
            const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static char *
contact_text (const ClinchAttentionCustomer *customer,
              gint64                         now)
{
  int days;

  if (customer->last_contact == 0)
    return g_strdup (_("no contact yet"));

  days = (int) ((now - customer->last_contact) / DAY);
  return g_strdup_printf (ngettext ("%d day without contact", "%d days without contact", days),
                          days);
}

static void
open_cb (GtkWidget *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), CLINCH_ATTENTION_KEY);

  clinch_page_open (row, CLINCH_KIND_CUSTOMER, *id);
}

GtkWidget *
clinch_attention_customer_row (const ClinchAttentionCustomer *customer,
                               gint64                         now)
{
  g_autofree char *open = clinch_money_format (customer->open_value, customer->currency,
                                               clinch_money_style ());
  g_autofree char *time = clinch_attention_minutes_text (customer->point.attention);
  g_autofree char *contact = contact_text (customer, now);
  /* Translators: priority, open value, how often we were in touch, hours, how long ago, owner. */
  g_autofree char *subtitle =
    g_strdup_printf (ngettext ("Priority %1$d · %2$s open · %3$d contact, %4$s · %5$s · %6$s",
                               "Priority %1$d · %2$s open · %3$d contacts, %4$s · %5$s · %6$s",
                               customer->touches),
                     (int) (customer->point.value + 50) / 100, open, customer->touches, time,
                     contact, customer->owner != NULL ? customer->owner : "–");
  GtkWidget *row = make_row (customer->name, subtitle);
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *tip = g_strdup_printf (_("Log a Follow-up With %s"), customer->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.quick-entry-for");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)",
                                    clinch_kind_word (CLINCH_KIND_CUSTOMER), customer->id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), CLINCH_ATTENTION_KEY,
                          g_memdup2 (&customer->id, sizeof customer->id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (open_cb), NULL);

  return row;
}

GtkWidget *
clinch_attention_share_row (const ClinchAttentionShare *share,
                            const char                 *unnamed)
{
  /* Translators: shares of all contacts and of all open value. */
  g_autofree char *shares = g_strdup_printf (_("%1$d%% of contacts, %2$d%% of open value"),
                                             share->gap.touch_share, share->gap.value_share);
  g_autofree char *neglected =
    g_strdup_printf (ngettext ("%d of high value neglected", "%d of high value neglected",
                               share->n_neglected), share->n_neglected);
  g_autofree char *complete = g_strdup_printf (_("profiles %d%% complete"),
                                               MAX (share->quality.completeness, 0));
  g_autofree char *subtitle = g_strjoin (" · ", shares, complete,
                                         share->n_neglected > 0 ? neglected : NULL, NULL);
  g_autofree char *gap = g_strdup_printf (share->gap.gap < 0 ? "−%d" : share->gap.gap > 0 ? "+%d"
                                          : "%d", ABS (share->gap.gap));
  GtkWidget *row = make_row (share->name != NULL ? share->name : unnamed, subtitle);

  if (share->gap.warn)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
      const char *tip = share->gap.gap < 0 ? _("Too little attention for what is at stake")
                        : _("More attention than is at stake");

      gtk_widget_add_css_class (icon, "warning");
      gtk_widget_set_tooltip_text (icon, tip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, tip,
                                      -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }
  add_figure (row, gap);

  return row;
}

static void
add_band (GtkWidget                   *expander,
          const ClinchCalibrationBand *band,
          int                          index)
{
  int low = index * 100 / CLINCH_CALIBRATION_N_BANDS;
  int high = index + 1 < CLINCH_CALIBRATION_N_BANDS
             ? (index + 1) * 100 / CLINCH_CALIBRATION_N_BANDS - 1 : 100;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (band->n == 0)
    return;
  /* Translators: a range of probabilities. */
  title = g_strdup_printf (_("%1$d to %2$d%%"), low, high);
  subtitle = g_strdup_printf (ngettext ("%1$u of %2$u won, %3$d%% expected",
                                        "%1$u of %2$u won, %3$d%% expected", band->n),
                              band->n_won, band->n, band->expected);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), make_row (title, subtitle));
}

GtkWidget *
clinch_attention_predictor_row (const ClinchPredictor *predictor)
{
  g_autofree char *text = clinch_predictor_text (predictor);
  g_autofree char *verdict = clinch_predictor_verdict (predictor);
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *label = gtk_label_new (verdict);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  clinch_row_name_after_title (ADW_PREFERENCES_ROW (row));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 predictor->member_id == 0 ? C_("attention", "Everybody")
                                 : predictor->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "heading");
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), label);
  for (int i = 0; i < CLINCH_CALIBRATION_N_BANDS; i++)
    add_band (row, &predictor->calibration.bands[i], i);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), predictor->calibration.all.n > 0);

  return row;
}

static void
add_share_of_100 (GPtrArray  *rows,
                  const char *title,
                  const char *subtitle,
                  int         value,
                  const char *unit)
{
  GtkWidget *row = make_row (title, subtitle);
  g_autofree char *text = value < 0 ? g_strdup ("–") : g_strdup_printf ("%d%s", value, unit);

  add_figure (row, text);
  g_ptr_array_add (rows, row);
}

GPtrArray *
clinch_attention_figure_rows (const ClinchAttentionReport *report)
{
  GPtrArray *rows = g_ptr_array_new ();
  g_autofree char *thin =
    g_strdup_printf (ngettext ("%1$d of %2$d customers is hardly known",
                               "%1$d of %2$d customers are hardly known", report->quality.n_thin),
                     report->quality.n_thin, report->quality.n_customers);

  add_share_of_100 (rows, C_("attention", "Effort Where the Value Is"),
                    _("Share of contacts that would not have to move; 100 is ideal"),
                    report->allocation, "");
  add_share_of_100 (rows, C_("attention", "Completeness of Profiles"), thin,
                    report->quality.completeness, "%");
  add_share_of_100 (rows, C_("attention", "Fresh"), _("What is known and not out of date"),
                    report->quality.fresh, "%");

  return rows;
}
