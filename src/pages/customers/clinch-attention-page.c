// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-attention-page.h"

#include "clinch-attention-rows.h"
#include "clinch-clock.h"
#include "clinch-quadrant-chart.h"

#include <glib/gi18n-lib.h>

/* The worst of a corner; the picture has all. */
#define MAX_ROWS 8

struct _ClinchAttentionPage
{
  ClinchPage parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwBin *chart_bin;
  AdwPreferencesGroup *figures_group;
  AdwPreferencesGroup *neglected_group;
  AdwPreferencesGroup *costly_group;
  AdwPreferencesGroup *grades_group;
  AdwPreferencesGroup *teams_group;
  AdwPreferencesGroup *owners_group;
  AdwPreferencesGroup *predictions_group;

  ClinchQuadrantData *data;
  GPtrArray *rows; /* those in the groups */
  guint stamp;     /* of the newest question: older answers come too late */
};

G_DEFINE_FINAL_TYPE (ClinchAttentionPage, clinch_attention_page, CLINCH_TYPE_PAGE)

typedef struct
{
  char *currency;
  gint64 now;
  guint stamp;
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

static void
add_row (ClinchAttentionPage *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (ClinchAttentionPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row,
                                                           ADW_TYPE_PREFERENCES_GROUP)), row);
    }
  g_ptr_array_set_size (self->rows, 0);
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
    add_row (self, group, clinch_attention_customer_row (found->pdata[i], now));

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
    add_row (self, group, clinch_attention_share_row (shares->pdata[i], unnamed));
  gtk_widget_set_visible (GTK_WIDGET (group), shares->len > 0);
}

/* The whole team first; whom nobody has predicted for yet is not worth a row. */
static void
fill_predictions (ClinchAttentionPage *self,
                  GPtrArray           *predictors)
{
  for (guint i = 0; i < predictors->len; i++)
    add_row (self, self->predictions_group,
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

  clear_rows (self);
  for (guint i = 0; i < figures->len; i++)
    add_row (self, self->figures_group, figures->pdata[i]);
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
  clinch_quadrant_data_set_threshold (self->data, CLINCH_QUADRANT_X, report->split.attention / 60.0,
                                      C_("attention", "median"));
  clinch_quadrant_data_set_threshold (self->data, CLINCH_QUADRANT_Y, report->split.value / 100.0,
                                      C_("attention", "median"));
  clinch_quadrant_data_set_points (self->data, points, report->customers->len);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinchAttentionPage) self = user_data;
  const Question *question = clinch_store_job_data (result);
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) answer = clinch_store_read_finish (CLINCH_STORE (object), result, &error);

  if (answer == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        clinch_page_report (GTK_WIDGET (self), error);
      return;
    }
  if (question->stamp != self->stamp)
    return;

  fill_chart (self, answer->report);
  fill_rows (self, answer->report, answer->predictors, question->now);
  gtk_stack_set_visible_child_name (self->stack, answer->report->customers->len > 0 ? "report"
                                    : "empty");
}

static void
ask (ClinchAttentionPage *self)
{
  ClinchWorkspace *workspace = clinch_page_get_workspace (CLINCH_PAGE (self));
  Question *question = g_new (Question, 1);

  question->currency = g_strdup (clinch_workspace_get_currency (workspace));
  question->now = clinch_clock_now ();
  question->stamp = ++self->stamp;
  clinch_store_read_slow_async (clinch_workspace_get_store (workspace), load, question,
                                question_free, answer_free,
                                clinch_page_get_cancellable (CLINCH_PAGE (self)), loaded_cb,
                                g_object_ref (self));
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

static void
point_activated_cb (ClinchAttentionPage *self,
                    gint64               key)
{
  clinch_page_open (GTK_WIDGET (self), CLINCH_KIND_CUSTOMER, key);
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
  clinch_chart_data_set_title (CLINCH_CHART_DATA (self->data), _("Value and attention"));
  clinch_quadrant_data_set_axis (self->data, CLINCH_QUADRANT_X, _("Time in 90 days"), TRUE,
                                 format_hours, NULL, NULL);
  clinch_quadrant_data_set_axis (self->data, CLINCH_QUADRANT_Y, C_("axis", "Priority"), FALSE,
                                 format_points, NULL, NULL);
  clinch_quadrant_data_set_corner (self->data, CLINCH_QUADRANT_HIGH_X | CLINCH_QUADRANT_HIGH_Y,
                                   C_("corner", "Well looked after"), FALSE);
  clinch_quadrant_data_set_corner (self->data, CLINCH_QUADRANT_HIGH_Y,
                                   C_("corner", "High value, little attention"), TRUE);
  clinch_quadrant_data_set_corner (self->data, CLINCH_QUADRANT_HIGH_X,
                                   C_("corner", "Low value, much attention"), TRUE);
  clinch_quadrant_data_set_corner (self->data, 0, C_("corner", "Light touch"), FALSE);
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

  self->stamp++;
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_ATTENTION_PAGE);
  g_clear_object (&self->data);

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
  gtk_widget_class_bind_template_child (widget_class, ClinchAttentionPage, chart_bin);
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
  GtkWidget *chart = clinch_quadrant_chart_new ();

  self->rows = g_ptr_array_new ();
  self->data = clinch_quadrant_data_new ();
  name_chart (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  clinch_chart_set_data (CLINCH_CHART (chart), CLINCH_CHART_DATA (self->data));
  adw_bin_set_child (self->chart_bin, chart);
  g_signal_connect_object (chart, "activated", G_CALLBACK (point_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

ClinchPage *
clinch_attention_page_new (ClinchWorkspace *workspace)
{
  return g_object_new (CLINCH_TYPE_ATTENTION_PAGE, "workspace", workspace, NULL);
}
