// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-plan-page.h"

#include "clinch-actions.h"
#include "clinch-bar-chart.h"
#include "clinch-clock.h"
#include "clinch-group-rows.h"
#include "clinch-objective-row.h"
#include "clinch-plan-rows.h"
#include "clinch-reading.h"
#include "clinch-record-dialog.h"
#include "clinch-record-list.h"
#include "clinch-whitespace-grid.h"

#include <glib/gi18n-lib.h>

struct _ClinchPlanPage
{
  ClinchPage parent_instance;

  AdwWindowTitle *window_title;
  AdwPreferencesGroup *rhythm_group;
  AdwPreferencesGroup *lifetime_group;
  AdwBin *chart_bin;
  GtkListBox *objectives_box;
  AdwPreferencesGroup *whitespace_group;
  AdwBin *grid_bin;

  ClinchBarData *data;
  ClinchRecordList *objectives;
  GtkWidget *grid;
  GPtrArray *rows; /* those in the groups */
  ClinchCustomerPlan *plan;
  gint64 customer_id;
};

G_DEFINE_FINAL_TYPE (ClinchPlanPage, clinch_plan_page, CLINCH_TYPE_PAGE)

typedef struct
{
  gint64 customer_id;
  gint64 now;
} Question;

static const int new_objective_fields[] = {
  CLINCH_OBJECTIVE_NAME, CLINCH_OBJECTIVE_DUE, CLINCH_OBJECTIVE_OWNER, CLINCH_OBJECTIVE_NOTE, -1,
};
static const int place_fields[] = {
  CLINCH_WHITESPACE_UNIT, CLINCH_WHITESPACE_OFFERING, CLINCH_WHITESPACE_STATE, -1,
};
static const int value_fields[] = {
  CLINCH_WHITESPACE_SPEND, CLINCH_WHITESPACE_REACH, CLINCH_WHITESPACE_OPPORTUNITY, -1,
};
static const int block_fields[] = { CLINCH_WHITESPACE_BLOCKED, CLINCH_WHITESPACE_RECHECK, -1 };

static const ClinchFormGroup objective_groups[] = { { NULL, new_objective_fields } };
static const ClinchFormGroup whitespace_groups[] = {
  { NULL, place_fields },
  { NULL, value_fields },
  { NC_ ("group", "If It Is Blocked"), block_fields },
};

static ClinchWorkspace *
workspace_of (ClinchPlanPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

static gpointer
load (ClinchDb  *db,
      gpointer   data,
      GError   **error)
{
  const Question *question = data;

  return clinch_customer_plan_load (db, question->customer_id, question->now, error);
}

/* --- Showing */

static void
show_lifetime (ClinchPlanPage *self)
{
  const ClinchCustomerPlan *plan = self->plan;
  g_autofree char *foreign = NULL;

  if (plan->n_foreign > 0)
    foreign = g_strdup_printf (ngettext ("%u deal in another currency is not in it.",
                                         "%u deals in other currencies are not in it.",
                                         plan->n_foreign), plan->n_foreign);
  adw_preferences_group_set_description (self->lifetime_group, foreign);
  clinch_plan_fill_chart (plan, self->data);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_bin),
                          plan->lifetime.best > 0 || plan->lifetime.forecast > 0);
  clinch_group_rows_add (self->rows, self->lifetime_group, clinch_plan_won_row (plan));
  clinch_group_rows_add (self->rows, self->lifetime_group, clinch_plan_forecast_row (plan));
}

static void
show_whitespace (ClinchPlanPage *self)
{
  const ClinchCustomerPlan *plan = self->plan;
  gboolean is_empty = plan->units->len == 0;
  g_autofree char *due = NULL;

  if (is_empty)
    due = g_strdup (_("Nothing noted yet. Add which of their units could buy which of your "
                      "offerings, and what they spend on it in a year."));
  else if (plan->n_due > 0)
    due = g_strdup_printf (ngettext ("%u blocked one is to be looked at again.",
                                     "%u blocked ones are to be looked at again.", plan->n_due),
                           plan->n_due);
  adw_preferences_group_set_description (self->whitespace_group, due);
  gtk_widget_set_visible (GTK_WIDGET (self->grid_bin), !is_empty);
  clinch_whitespace_grid_set_plan (CLINCH_WHITESPACE_GRID (self->grid), plan,
                                   !clinch_workspace_is_read_only (workspace_of (self)));
}

static void
show_plan (ClinchPlanPage *self)
{
  GtkWidget *topics;

  adw_window_title_set_subtitle (self->window_title, clinch_row_name (self->plan->customer));
  clinch_group_rows_clear (self->rows);
  clinch_group_rows_add (self->rows, self->rhythm_group, clinch_plan_rhythm_row (self->plan));
  clinch_group_rows_add (self->rows, self->rhythm_group, clinch_plan_kept_row (self->plan));
  clinch_group_rows_add (self->rows, self->rhythm_group, clinch_plan_silence_row (self->plan));
  topics = clinch_plan_topics_row (self->plan);
  if (topics != NULL)
    clinch_group_rows_add (self->rows, self->rhythm_group, topics);
  show_lifetime (self);
  show_whitespace (self);
}

static void
show (GtkWidget     *widget,
      gconstpointer  question,
      gpointer       plan)
{
  ClinchPlanPage *self = CLINCH_PLAN_PAGE (widget);

  g_clear_pointer (&self->plan, clinch_customer_plan_free);
  self->plan = plan;
  show_plan (self);
}

static const ClinchReading plan_reading = {
  .load = load,
  .show = show,
  .question_free = g_free,
  .answer_free = (GDestroyNotify) clinch_customer_plan_free,
};

static void
ask (ClinchPlanPage *self)
{
  Question *question = g_new0 (Question, 1);

  question->customer_id = self->customer_id;
  question->now = clinch_clock_now ();
  clinch_reading_ask (GTK_WIDGET (self), workspace_of (self), &plan_reading, question);
}

static void
workspace_changed_cb (ClinchPlanPage  *self,
                      ClinchChangeSet *changes)
{
  if (clinch_change_set_find (changes, CLINCH_KIND_CUSTOMER, self->customer_id) != NULL
      || clinch_change_set_touches (changes, CLINCH_KIND_WHITESPACE)
      || clinch_change_set_touches (changes, CLINCH_KIND_GRADE_RULE))
    ask (self);
}

/* --- Actions */

static void
add_record (ClinchPlanPage        *self,
            ClinchRow             *draft,
            const ClinchFormGroup *groups,
            guint                  n_groups)
{
  adw_dialog_present (ADW_DIALOG (clinch_record_dialog_new_add (workspace_of (self), draft, groups,
                                                                n_groups)), GTK_WIDGET (self));
}

static void
add_objective_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ClinchPlanPage *self = CLINCH_PLAN_PAGE (widget);
  ClinchRecord *me = clinch_workspace_get_me (workspace_of (self));
  g_autoptr(ClinchRow) draft = clinch_row_new (CLINCH_KIND_OBJECTIVE);

  clinch_row_set_int (draft, CLINCH_OBJECTIVE_CUSTOMER, self->customer_id);
  clinch_row_set_text (draft, CLINCH_OBJECTIVE_STATE, "open");
  if (me != NULL)
    clinch_row_set_int (draft, CLINCH_OBJECTIVE_OWNER, clinch_record_get_id (me));
  add_record (self, draft, objective_groups, G_N_ELEMENTS (objective_groups));
}

static void
fill_whitespace (ClinchPlanPage *self,
                 const char     *unit,
                 const char     *offering)
{
  g_autoptr(ClinchRow) draft = clinch_row_new (CLINCH_KIND_WHITESPACE);

  if (self->plan == NULL)
    return;
  clinch_row_set_int (draft, CLINCH_WHITESPACE_CUSTOMER, self->customer_id);
  clinch_row_set_text (draft, CLINCH_WHITESPACE_CURRENCY,
                       clinch_row_text (self->plan->customer, CLINCH_CUSTOMER_CURRENCY));
  clinch_row_set_text (draft, CLINCH_WHITESPACE_STATE, "potential");
  if (unit != NULL)
    clinch_row_set_text (draft, CLINCH_WHITESPACE_UNIT, unit);
  if (offering != NULL)
    clinch_row_set_text (draft, CLINCH_WHITESPACE_OFFERING, offering);
  add_record (self, draft, whitespace_groups, G_N_ELEMENTS (whitespace_groups));
}

static void
add_whitespace_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  fill_whitespace (CLINCH_PLAN_PAGE (widget), NULL, NULL);
}

static void
fill_whitespace_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  const char *unit;
  const char *offering;

  g_variant_get (parameter, "(&s&s)", &unit, &offering);
  fill_whitespace (CLINCH_PLAN_PAGE (widget), unit, offering);
}

static void
edit_whitespace_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  ClinchPlanPage *self = CLINCH_PLAN_PAGE (widget);
  g_autoptr(ClinchRecord) record = clinch_workspace_get_record (workspace_of (self),
                                                                CLINCH_KIND_WHITESPACE,
                                                                g_variant_get_int64 (parameter));

  adw_dialog_present (ADW_DIALOG (clinch_record_dialog_new_edit (workspace_of (self), record,
                                                                 whitespace_groups,
                                                                 G_N_ELEMENTS (whitespace_groups))),
                      widget);
}

static void
delete_record (ClinchPlanPage *self,
               ClinchKind      kind,
               gint64          id)
{
  clinch_action_delete (workspace_of (self), kind, &id, 1, NULL, clinch_page_done_cb,
                        g_object_ref (self));
}

static void
delete_objective_action (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  delete_record (CLINCH_PLAN_PAGE (widget), CLINCH_KIND_OBJECTIVE,
                 g_variant_get_int64 (parameter));
}

static void
delete_whitespace_action (GtkWidget  *widget,
                          const char *action,
                          GVariant   *parameter)
{
  delete_record (CLINCH_PLAN_PAGE (widget), CLINCH_KIND_WHITESPACE,
                 g_variant_get_int64 (parameter));
}

static void
log_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.quick-entry-for", "(sx)",
                              clinch_kind_word (CLINCH_KIND_CUSTOMER),
                              CLINCH_PLAN_PAGE (widget)->customer_id);
}

/* What is new about a plan is most often an objective. */
static void
clinch_plan_page_add (ClinchPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.add-objective", NULL);
}

static GtkWidget *
make_objective (gpointer item,
                gpointer user_data)
{
  return clinch_objective_row_new (workspace_of (user_data), item);
}

static void
update_actions (ClinchPlanPage *self)
{
  static const char *const actions[] = {
    "plan.log", "plan.add-objective", "plan.add-whitespace", "plan.fill-whitespace",
  };
  gboolean can_write = !clinch_workspace_is_read_only (workspace_of (self));

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], can_write);
}

static void
clinch_plan_page_constructed (GObject *object)
{
  ClinchPlanPage *self = CLINCH_PLAN_PAGE (object);
  GtkWidget *chart = clinch_bar_chart_new ();

  G_OBJECT_CLASS (clinch_plan_page_parent_class)->constructed (object);

  clinch_chart_set_data (CLINCH_CHART (chart), CLINCH_CHART_DATA (self->data));
  adw_bin_set_child (self->chart_bin, chart);
  self->grid = clinch_whitespace_grid_new ();
  adw_bin_set_child (self->grid_bin, self->grid);
  self->objectives = clinch_record_list_new (workspace_of (self), NULL);
  gtk_list_box_bind_model (self->objectives_box, G_LIST_MODEL (self->objectives), make_objective,
                           self, NULL);
  update_actions (self);
  g_signal_connect_object (workspace_of (self), "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
clinch_plan_page_dispose (GObject *object)
{
  ClinchPlanPage *self = CLINCH_PLAN_PAGE (object);

  if (self->objectives_box != NULL)
    gtk_list_box_bind_model (self->objectives_box, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_PLAN_PAGE);
  g_clear_object (&self->objectives);

  G_OBJECT_CLASS (clinch_plan_page_parent_class)->dispose (object);
}

static void
clinch_plan_page_finalize (GObject *object)
{
  ClinchPlanPage *self = CLINCH_PLAN_PAGE (object);

  g_clear_object (&self->data);
  g_clear_pointer (&self->plan, clinch_customer_plan_free);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (clinch_plan_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.log", NULL, log_action);
  gtk_widget_class_install_action (widget_class, "plan.add-objective", NULL, add_objective_action);
  gtk_widget_class_install_action (widget_class, "plan.delete-objective", "x",
                                   delete_objective_action);
  gtk_widget_class_install_action (widget_class, "plan.add-whitespace", NULL,
                                   add_whitespace_action);
  gtk_widget_class_install_action (widget_class, "plan.fill-whitespace", "(ss)",
                                   fill_whitespace_action);
  gtk_widget_class_install_action (widget_class, "plan.edit-whitespace", "x",
                                   edit_whitespace_action);
  gtk_widget_class_install_action (widget_class, "plan.delete-whitespace", "x",
                                   delete_whitespace_action);
}

static void
clinch_plan_page_class_init (ClinchPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_plan_page_constructed;
  object_class->dispose = clinch_plan_page_dispose;
  object_class->finalize = clinch_plan_page_finalize;
  CLINCH_PAGE_CLASS (klass)->add = clinch_plan_page_add;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/plan/plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchPlanPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, ClinchPlanPage, rhythm_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchPlanPage, lifetime_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchPlanPage, chart_bin);
  gtk_widget_class_bind_template_child (widget_class, ClinchPlanPage, objectives_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchPlanPage, whitespace_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchPlanPage, grid_bin);

  install_actions (widget_class);
}

static void
clinch_plan_page_init (ClinchPlanPage *self)
{
  self->data = clinch_bar_data_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

ClinchPage *
clinch_plan_page_new (ClinchWorkspace *workspace,
                      gint64           customer_id)
{
  ClinchPlanPage *self = g_object_new (CLINCH_TYPE_PLAN_PAGE, "workspace", workspace, NULL);
  g_autoptr(ClinchQuery) query = clinch_query_new (CLINCH_KIND_OBJECTIVE);

  self->customer_id = customer_id;
  clinch_query_filter_int (query, "customer", CLINCH_FILTER_EQUAL, customer_id);
  clinch_query_set_sort (query, "agenda", FALSE);
  clinch_record_list_set_query (self->objectives, query);
  ask (self);

  return CLINCH_PAGE (self);
}
