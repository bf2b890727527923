// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-attention-page.h"

#include "clinch-attention-rows.h"
#include "clinch-clock.h"
#include "clinch-customer-quadrant.h"
#include "clinch-foreign-row.h"
#include "clinch-group-rows.h"
#include "clinch-reading.h"

#include <glib/gi18n-lib.h>

/* The worst of a corner; the picture has all. */
#define MAX_ROWS 8

struct _ClinchAttentionPage
{
  ClinchPage parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  ClinchCustomerQuadrant *chart;
  AdwPreferencesGroup *figures_group;
  AdwPreferencesGroup *neglected_group;
  AdwPreferencesGroup *costly_group;
  AdwPreferencesGroup *grades_group;
  AdwPreferencesGroup *teams_group;
  AdwPreferencesGroup *owners_group;
  AdwPreferencesGroup *predictions_group;

  GPtrArray *rows; /* those in the groups */
};

G_DEFINE_FINAL_TYPE (ClinchAttentionPage, clinch_attention_page, CLINCH_TYPE_PAGE)

typedef struct
{
  char *currency;
  gint64 now;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->currency);
  g_free (question);
}

typedef struct
{
  ClinchAttentionReport *report;
  GPtrArray *predictors; /* ClinchPredictor */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->report, clinch_attention_report_free);
  g_clear_pointer (&answer->predictors, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
load (ClinchDb  *db,
      gpointer   data,
      GError   **error)
{
  const Question *question = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);

  answer->report = clinch_attention_report_load (db, question->currency, question->now, error);
  if (answer->report != NULL)
    answer->predictors = clinch_predictions_load (db, error);

  return answer->predictors != NULL ? g_steal_pointer (&answer) : NULL;
}

/* The customer in whose row the keyboard is, 0 if it is elsewhere. */
static gint64
focused_customer (ClinchAttentionPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  const gint64 *id = row != NULL ? g_object_get_data (G_OBJECT (row), CLINCH_ATTENTION_KEY) : NULL;

  return id != NULL ? *id : 0;
}

/* The rows are new, but whoever was in one of them stays there. */
static void
focus_customer (ClinchAttentionPage *self,
                gint64               id)
{
  for (guint i = 0; id != 0 && i < self->rows->len; i++)
    {
      const gint64 *key = g_object_get_data (self->rows->pdata[i], CLINCH_ATTENTION_KEY);

      if (key != NULL && *key == id)
        {
          gtk_widget_grab_focus (self->rows->pdata[i]);
          return;
        }
    }
}

static int
compare_neglected (gconstpointer a,
                   gconstpointer b)
{
  const ClinchAttentionCustomer *first = *(ClinchAttentionCustomer *const *) a;
  const ClinchAttentionCustomer *second = *(ClinchAttentionCustomer *const *) b;

  return first->point.value < second->point.value ? 1 : first->point.value > second->point.value
         ? -1 : 0;
}

static int
compare_costly (gconstpointer a,
                gconstpointer b)
{
  const ClinchAttentionCustomer *first = *(ClinchAttentionCustomer *const *) a;
  const ClinchAttentionCustomer *second = *(ClinchAttentionCustomer *const *) b;

  return first->point.attention < second->point.attention ? 1
         : first->point.attention > second->point.attention ? -1 : 0;
}

static void
fill_corner (ClinchAttentionPage         *self,
             const ClinchAttentionReport *report,
             ClinchQuadrant               quadrant,
             AdwPreferencesGroup         *group,
             GCompareFunc                 compare,
             gint64                       now)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  g_autofree char *more = NULL;

  for (guint i = 0; i < report->customers->len; i++)
    {
      ClinchAttentionCustomer *customer = report->customers->pdata[i];

      if (customer->quadrant == quadrant)
        g_ptr_array_add (found, customer);
    }
  g_ptr_array_sort (found, compare);
  for (guint i = 0; i < MIN (found->len, MAX_ROWS); i++)
    clinch_group_rows_add (self->rows, group, clinch_attention_customer_row (found->pdata[i], now));

  if (found->len == 0)
    more = g_strdup (_("None: well done."));
  else if (found->len > MAX_ROWS)
    more = g_strdup_printf (ngettext ("%u customer, the first of them here",
                                      "%u customers, the first of them here", found->len),
                            found->len);
  adw_preferences_group_set_description (group, more);
}

static void
fill_shares (ClinchAttentionPage *self,
             GPtrArray           *shares,
             AdwPreferencesGroup *group,
             const char          *unnamed)
{
  for (guint i = 0; i < shares->len; i++)
    clinch_group_rows_add (self->rows, group,
                           clinch_attention_share_row (shares->pdata[i], unnamed));
  gtk_widget_set_visible (GTK_WIDGET (group), shares->len > 0);
}

/* The whole team first; whom nobody has predicted for yet is not worth a row. */
static void
fill_predictions (ClinchAttentionPage *self,
                  GPtrArray           *predictors)
{
  for (guint i = 0; i < predictors->len; i++)
    clinch_group_rows_add (self->rows, self->predictions_group,
             clinch_attention_predictor_row (predictors->pdata[i]));
}

static void
fill_rows (ClinchAttentionPage         *self,
           const ClinchAttentionReport *report,
           GPtrArray                   *predictors,
           gint64                       now)
{
  g_autoptr(GPtrArray) figures = clinch_attention_figure_rows (report);
  gint64 focused = focused_customer (self);

  clinch_group_rows_clear (self->rows);
  for (guint i = 0; i < figures->len; i++)
    clinch_group_rows_add (self->rows, self->figures_group, figures->pdata[i]);
  if (report->n_foreign > 0)
    clinch_group_rows_add (self->rows, self->figures_group,
                           clinch_foreign_row_new (CLINCH_PAGE (self), report->n_foreign));
  fill_corner (self, report, CLINCH_QUADRANT_NEGLECTED, self->neglected_group, compare_neglected,
               now);
  fill_corner (self, report, CLINCH_QUADRANT_COSTLY, self->costly_group, compare_costly, now);
  fill_shares (self, report->by_grade, self->grades_group, _("Without a Grade"));
  fill_shares (self, report->by_team, self->teams_group, _("Without a Team"));
  fill_shares (self, report->by_owner, self->owners_group, _("Without an Owner"));
  fill_predictions (self, predictors);
  focus_customer (self, focused);
}

static void
fill_chart (ClinchAttentionPage         *self,
            const ClinchAttentionReport *report)
{
  g_autofree ClinchQuadrantPoint *points = g_new (ClinchQuadrantPoint, report->customers->len);

  for (guint i = 0; i < report->customers->len; i++)
    {
      const ClinchAttentionCustomer *customer = report->customers->pdata[i];

      points[i] = (ClinchQuadrantPoint) {
        customer->id, customer->name, customer->point.attention / 60.0,
        customer->point.value / 100.0,
      };
    }
  clinch_customer_quadrant_show (self->chart, points, report->customers->len,
                                 report->split.attention / 60.0, report->split.value / 100.0);
}

static void
show (GtkWidget     *widget,
      gconstpointer  asked,
      gpointer       data)
{
  ClinchAttentionPage *self = CLINCH_ATTENTION_PAGE (widget);
  const Question *question = asked;
  g_autoptr(Answer) answer = data;

  fill_chart (self, answer->report);
  fill_rows (self, answer->report, answer->predictors, question->now);
  gtk_stack_set_visible_child_name (self->stack, answer->report->customers->len > 0 ? "report"
                                    : "empty");
}

static const ClinchReading report_reading = {
  .load = load,
  .show = show,
  .question_free = question_free,
  .answer_free = answer_free,
  .is_slow = TRUE,
};

static void
ask (ClinchAttentionPage *self)
{
  ClinchWorkspace *workspace = clinch_page_get_workspace (CLINCH_PAGE (self));
  Question *question = g_new (Question, 1);

  question->currency = g_strdup (clinch_workspace_get_currency (workspace));
  question->now = clinch_clock_now ();
  clinch_reading_ask (GTK_WIDGET (self), workspace, &report_reading, question);
}

static void
workspace_changed_cb (ClinchAttentionPage *self,
                      ClinchChangeSet     *changes)
{
  if (clinch_change_set_touches (changes, CLINCH_KIND_CUSTOMER)
      || clinch_change_set_touches (changes, CLINCH_KIND_FOLLOW_UP)
      || clinch_change_set_touches (changes, CLINCH_KIND_OPPORTUNITY))
    ask (self);
}

static char *
format_hours (double   value,
              gpointer data)
{
  return clinch_attention_minutes_text ((gint64) (value * 60 + 0.5));
}

static char *
format_points (double   value,
               gpointer data)
{
  return g_strdup_printf ("%d", (int) (value + 0.5));
}

static void
name_chart (ClinchAttentionPage *self)
{
  ClinchQuadrantData *data = clinch_customer_quadrant_get_data (self->chart);

  clinch_chart_data_set_title (CLINCH_CHART_DATA (data), _("Value and attention"));
  clinch_quadrant_data_set_axis (data, CLINCH_QUADRANT_X, _("Time in 90 days"), TRUE,
                                 format_hours, NULL, NULL);
  clinch_quadrant_data_set_axis (data, CLINCH_QUADRANT_Y, C_("axis", "Priority"), FALSE,
                                 format_points, NULL, NULL);
  clinch_quadrant_data_set_corner (data, CLINCH_QUADRANT_HIGH_X | CLINCH_QUADRANT_HIGH_Y,
                                   C_("corner", "Well looked after"), FALSE);
  clinch_quadrant_data_set_corner (data, CLINCH_QUADRANT_HIGH_Y,
                                   C_("corner", "High value, little attention"), TRUE);
  clinch_quadrant_data_set_corner (data, CLINCH_QUADRANT_HIGH_X,
                                   C_("corner", "Low value, much attention"), TRUE);
  clinch_quadrant_data_set_corner (data, 0, C_("corner", "Light touch"), FALSE);
}

static void
clinch_attention_page_constructed (GObject *object)
{
  ClinchAttentionPage *self = CLINCH_ATTENTION_PAGE (object);

  G_OBJECT_CLASS (clinch_attention_page_parent_class)->constructed (object);

  g_signal_connect_object (clinch_page_get_workspace (CLINCH_PAGE (self)), "changed",
                           G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  ask (self);
}

static void
clinch_attention_page_dispose (GObject *object)
{
  ClinchAttentionPage *self = CLINCH_ATTENTION_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_ATTENTION_PAGE);

  G_OBJECT_CLASS (clinch_attention_page_parent_class)->dispose (object);
}

static void
clinch_attention_page_finalize (GObject *object)
{
  g_ptr_array_unref (CLINCH_ATTENTION_PAGE (object)->rows);

  G_OBJECT_CLASS (clinch_attention_page_parent_class)->finalize (object);
}

static void
clinch_attention_page_class_init (ClinchAttentionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_attention_page_constructed;
  object_class->dispose = clinch_attention_page_dispose;
  object_class->finalize = clinch_attention_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/pages/customers/"
                                               "attention-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchAttentionPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, ClinchAttentionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchAttentionPage, chart);
  gtk_widget_class_bind_template_child (widget_class, ClinchAttentionPage, figures_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchAttentionPage, neglected_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchAttentionPage, costly_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchAttentionPage, grades_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchAttentionPage, teams_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchAttentionPage, owners_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchAttentionPage, predictions_group);
}

static void
clinch_attention_page_init (ClinchAttentionPage *self)
{
  g_type_ensure (CLINCH_TYPE_CUSTOMER_QUADRANT);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  name_chart (self);
}

ClinchPage *
clinch_attention_page_new (ClinchWorkspace *workspace)
{
  return g_object_new (CLINCH_TYPE_ATTENTION_PAGE, "workspace", workspace, NULL);
}
