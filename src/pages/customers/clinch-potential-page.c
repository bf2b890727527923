// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-potential-page.h"

#include "clinch-clock.h"
#include "clinch-customer-quadrant.h"
#include "clinch-foreign-row.h"
#include "clinch-group-rows.h"
#include "clinch-money.h"
#include "clinch-potential-report.h"
#include "clinch-reading.h"

#include <glib/gi18n-lib.h>

/* The first of the corner; the picture has all. */
#define MAX_ROWS 20

struct _ClinchPotentialPage
{
  ClinchPage parent_instance;

  GtkStack *stack;
  ClinchCustomerQuadrant *chart;
  AdwPreferencesGroup *foreign_group;
  AdwPreferencesGroup *grow_group;

  GPtrArray *rows; /* those in the groups */
  char *currency;
};

G_DEFINE_FINAL_TYPE (ClinchPotentialPage, clinch_potential_page, CLINCH_TYPE_PAGE)

typedef struct
{
  char *currency;
  char today[CLINCH_DATE_SIZE];
} Question;

static void
question_free (gpointer data)
{
  g_free (((Question *) data)->currency);
  g_free (data);
}

/* --- Showing */

static char *
format_money (double   value,
              gpointer data)
{
  const ClinchPotentialPage *self = data;

  return clinch_money_format ((gint64) (value + 0.5), self->currency, clinch_money_style ());
}

static char *
format_points (double   value,
               gpointer data)
{
  return g_strdup_printf ("%d", (int) (value + 0.5));
}

static char *
describe (ClinchPotentialPage           *self,
          const ClinchPotentialCustomer *customer)
{
  g_autofree char *value = format_money (customer->value, self);
  g_autofree char *to_win = format_money (customer->to_win, self);
  GString *text = g_string_new (NULL);

  /* Translators: an amount that a customer has brought. */
  g_string_append_printf (text, C_("potential", "so far %s"), value);
  if (customer->to_win > 0)
    {
      g_string_append (text, " · ");
      /* Translators: an amount that can still be won at a customer. */
      g_string_append_printf (text, C_("potential", "still to win %s"), to_win);
    }
  if (customer->owner != NULL)
    g_string_append_printf (text, " · %s", customer->owner);

  return g_string_free (text, FALSE);
}

static void
add_row (ClinchPotentialPage           *self,
         const ClinchPotentialCustomer *customer)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (self, customer);
  g_autofree char *points = g_strdup_printf ("%d", customer->potential);
  GtkWidget *figure = gtk_label_new (points);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), customer->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (figure, "heading");
  gtk_widget_set_tooltip_text (figure, C_("potential", "Potential"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", customer->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.open-customer");
  clinch_group_rows_add (self->rows, self->grow_group, row);
}

static void
fill_rows (ClinchPotentialPage         *self,
           const ClinchPotentialReport *report)
{
  g_autofree char *more = NULL;
  guint n_found = 0;
  int place = clinch_group_rows_find_focus (self->rows);

  clinch_group_rows_clear (self->rows);
  for (guint i = 0; i < report->customers->len; i++)
    {
      const ClinchPotentialCustomer *customer = report->customers->pdata[i];

      if (customer->quadrant == CLINCH_QUADRANT_NEGLECTED && n_found++ < MAX_ROWS)
        add_row (self, customer);
    }
  if (report->foreign->len > 0)
    clinch_group_rows_add (self->rows, self->foreign_group,
                           clinch_foreign_row_new (CLINCH_PAGE (self), report->foreign->len));
  gtk_widget_set_visible (GTK_WIDGET (self->foreign_group), report->foreign->len > 0);
  clinch_group_rows_focus (self->rows, place);

  if (n_found == 0)
    more = g_strdup (_("None: whoever could bring much already does."));
  else
    more =
      g_strdup_printf (ngettext ("%u customer: by the profile it could bring more than it does.",
                                 "%u customers: by the profile they could bring more than they do.",
                                 n_found), n_found);
  adw_preferences_group_set_description (self->grow_group, more);
}

static void
fill_chart (ClinchPotentialPage         *self,
            const ClinchPotentialReport *report)
{
  g_autofree ClinchQuadrantPoint *points = g_new (ClinchQuadrantPoint, report->customers->len);

  for (guint i = 0; i < report->customers->len; i++)
    {
      const ClinchPotentialCustomer *customer = report->customers->pdata[i];

      points[i] = (ClinchQuadrantPoint) { customer->id, customer->name, customer->value,
                                          customer->potential };
    }
  clinch_customer_quadrant_show (self->chart, points, report->customers->len,
                                 report->split.attention, report->split.value);
}

static void
name_chart (ClinchPotentialPage *self)
{
  ClinchQuadrantData *data = clinch_customer_quadrant_get_data (self->chart);

  clinch_chart_data_set_title (CLINCH_CHART_DATA (data), _("Value and potential"));
  clinch_quadrant_data_set_axis (data, CLINCH_QUADRANT_X, _("Won and open"), TRUE,
                                 format_money, self, NULL);
  clinch_quadrant_data_set_axis (data, CLINCH_QUADRANT_Y, C_("axis", "Potential"), FALSE,
                                 format_points, NULL, NULL);
  clinch_quadrant_data_set_corner (data, CLINCH_QUADRANT_HIGH_X | CLINCH_QUADRANT_HIGH_Y,
                                   C_("corner", "Core customers"), FALSE);
  clinch_quadrant_data_set_corner (data, CLINCH_QUADRANT_HIGH_Y,
                                   C_("corner", "High potential, little value yet"), TRUE);
  clinch_quadrant_data_set_corner (data, CLINCH_QUADRANT_HIGH_X,
                                   C_("corner", "Value without much potential"), FALSE);
  clinch_quadrant_data_set_corner (data, 0, C_("corner", "Light touch"), FALSE);
}

/* --- Reading */

static gpointer
load (ClinchDb  *db,
      gpointer   data,
      GError   **error)
{
  const Question *question = data;

  return clinch_potential_report_load (db, question->currency, question->today, error);
}

static void
report_free (gpointer data)
{
  clinch_potential_report_free (data);
}

static void
show (GtkWidget     *widget,
      gconstpointer  question,
      gpointer       answer)
{
  ClinchPotentialPage *self = CLINCH_POTENTIAL_PAGE (widget);
  g_autoptr(ClinchPotentialReport) report = answer;

  fill_chart (self, report);
  fill_rows (self, report);
  gtk_stack_set_visible_child_name (self->stack, report->customers->len + report->foreign->len > 0
                                                ? "report" : "empty");
}

static const ClinchReading report_reading = {
  .load = load,
  .show = show,
  .question_free = question_free,
  .answer_free = report_free,
  .is_slow = TRUE,
};

static void
ask (ClinchPotentialPage *self)
{
  ClinchWorkspace *workspace = clinch_page_get_workspace (CLINCH_PAGE (self));
  Question *question = g_new0 (Question, 1);

  g_set_str (&self->currency, clinch_workspace_get_currency (workspace));
  question->currency = g_strdup (self->currency);
  clinch_clock_today (question->today);
  clinch_reading_ask (GTK_WIDGET (self), workspace, &report_reading, question);
}

static void
workspace_changed_cb (ClinchPotentialPage *self,
                      ClinchChangeSet     *changes)
{
  if (clinch_change_set_touches (changes, CLINCH_KIND_CUSTOMER)
      || clinch_change_set_touches (changes, CLINCH_KIND_CUSTOMER_TAG)
      || clinch_change_set_touches (changes, CLINCH_KIND_OPPORTUNITY)
      || clinch_change_set_touches (changes, CLINCH_KIND_WHITESPACE)
      || clinch_change_set_touches (changes, CLINCH_KIND_DIMENSION))
    ask (self);
}

static void
open_customer_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  clinch_page_open (widget, CLINCH_KIND_CUSTOMER, g_variant_get_int64 (parameter));
}

static void
clinch_potential_page_constructed (GObject *object)
{
  ClinchPotentialPage *self = CLINCH_POTENTIAL_PAGE (object);

  G_OBJECT_CLASS (clinch_potential_page_parent_class)->constructed (object);

  g_signal_connect_object (clinch_page_get_workspace (CLINCH_PAGE (self)), "changed",
                           G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  ask (self);
}

static void
clinch_potential_page_dispose (GObject *object)
{
  ClinchPotentialPage *self = CLINCH_POTENTIAL_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_POTENTIAL_PAGE);

  G_OBJECT_CLASS (clinch_potential_page_parent_class)->dispose (object);
}

static void
clinch_potential_page_finalize (GObject *object)
{
  ClinchPotentialPage *self = CLINCH_POTENTIAL_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_free (self->currency);

  G_OBJECT_CLASS (clinch_potential_page_parent_class)->finalize (object);
}

static void
clinch_potential_page_class_init (ClinchPotentialPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_potential_page_constructed;
  object_class->dispose = clinch_potential_page_dispose;
  object_class->finalize = clinch_potential_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/pages/customers/"
                                               "potential-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchPotentialPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchPotentialPage, chart);
  gtk_widget_class_bind_template_child (widget_class, ClinchPotentialPage, foreign_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchPotentialPage, grow_group);
  gtk_widget_class_install_action (widget_class, "page.open-customer", "x", open_customer_action);
}

static void
clinch_potential_page_init (ClinchPotentialPage *self)
{
  g_type_ensure (CLINCH_TYPE_CUSTOMER_QUADRANT);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  name_chart (self);
}

ClinchPage *
clinch_potential_page_new (ClinchWorkspace *workspace)
{
  return g_object_new (CLINCH_TYPE_POTENTIAL_PAGE, "workspace", workspace, NULL);
}
