// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-target-page.h"

#include "clinch-actions.h"
#include "clinch-clock.h"
#include "clinch-group-rows.h"
#include "clinch-reading.h"
#include "clinch-target-actions.h"
#include "clinch-target-deals.h"
#include "clinch-target-deals-page.h"
#include "clinch-target-rows.h"
#include "clinch-target-text.h"

#include <glib/gi18n-lib.h>

/* So many opportunities are shown until the rest is asked for. */
#define MANY_DEALS 10

struct _ClinchTargetPage
{
  ClinchPage parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwPreferencesGroup *figures_group;
  AdwPreferencesGroup *deals_group;
  AdwPreferencesGroup *forecast_group;

  GPtrArray *rows; /* of all groups */
  ClinchTargetScope scope;
  ClinchPeriod period;
  ClinchTargetReport *report;
  const ClinchTargetRow *row;
  GPtrArray *deals;
  gboolean show_all;
};

G_DEFINE_FINAL_TYPE (ClinchTargetPage, clinch_target_page, CLINCH_TYPE_PAGE)

typedef struct
{
  ClinchTargetScope scope;
  ClinchPeriod period;
  char today[CLINCH_DATE_SIZE];
} Question;

typedef struct
{
  ClinchTargetReport *report;
  const ClinchTargetRow *row;
  GPtrArray *deals;
} Answer;

static ClinchWorkspace *
workspace_of (ClinchTargetPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

/* --- Showing */

static void
show_figures (ClinchTargetPage *self)
{
  g_autoptr(GPtrArray) rows = clinch_target_rows_figures (self->row);

  for (guint i = 0; i < rows->len; i++)
    clinch_group_rows_add (self->rows, self->figures_group, rows->pdata[i]);
}

static void
show_deals (ClinchTargetPage *self)
{
  guint n = self->deals->len;
  guint n_shown = self->show_all ? n : MIN (n, MANY_DEALS);
  gboolean has_gap = self->row->pace.gap > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->deals_group), !self->row->periods[0].is_over);
  adw_preferences_group_set_title (self->deals_group, has_gap ? _("What Would Close the Gap")
                                   : _("Expected in This Period"));
  adw_preferences_group_set_description (self->deals_group,
                                         n == 0 ? _("No open opportunity is expected to be signed "
                                                    "in this period.")
                                         : has_gap
                                         ? _("By priority, each with its share of the gap")
                                         : _("By priority"));
  for (guint i = 0; i < n_shown; i++)
    clinch_group_rows_add (self->rows, self->deals_group,
                           clinch_target_rows_deal (self->deals->pdata[i], self->row->currency,
                                                    self->report->today,
                                                    self->scope.member_id == 0));
  if (n_shown < n)
    {
      GtkWidget *more = adw_button_row_new ();
      g_autofree char *label = g_strdup_printf (_("Show All %u Opportunities"), n);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (more), "page.more");
      clinch_group_rows_add (self->rows, self->deals_group, more);
    }
}

static void
show_forecasts (ClinchTargetPage *self)
{
  gboolean can_write = !clinch_workspace_is_read_only (workspace_of (self));
  g_autofree char *record = clinch_forecast_record_text (&self->row->record);

  adw_preferences_group_set_description (self->forecast_group, record);
  for (int back = 0; back < CLINCH_TARGET_N_PERIODS; back++)
    if (back == 0 || self->row->periods[back].n_forecasts > 0
        || self->row->periods[back].target_id != 0)
      clinch_group_rows_add (self->rows, self->forecast_group,
                             clinch_target_rows_forecast (self->report, self->row, back,
                                                          can_write));
}

static void
show_all (ClinchTargetPage *self)
{
  int focus = clinch_group_rows_find_focus (self->rows);
  g_autofree char *when = clinch_period_format (&self->period);
  gboolean can_write = !clinch_workspace_is_read_only (workspace_of (self));

  clinch_group_rows_clear (self->rows);
  adw_window_title_set_title (self->window_title, clinch_target_row_name (self->row));
  adw_window_title_set_subtitle (self->window_title, when);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), clinch_target_row_name (self->row));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.set-target", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.remove-target",
                                 can_write && self->row->periods[0].target_id != 0);
  show_figures (self);
  show_deals (self);
  show_forecasts (self);
  gtk_stack_set_visible_child_name (self->stack, "row");
  clinch_group_rows_focus (self->rows, focus);
}

/* --- Reading */

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->report, clinch_target_report_free);
  g_clear_pointer (&answer->deals, g_ptr_array_unref);
  g_free (answer);
}

static gpointer
load_job (ClinchDb  *db,
          gpointer   data,
          GError   **error)
{
  const Question *question = data;
  Answer *answer = g_new0 (Answer, 1);

  answer->report = clinch_target_report_load (db, &question->period, question->today, error);
  answer->row = answer->report != NULL
                ? clinch_target_report_find (answer->report, &question->scope) : NULL;
  if (answer->row != NULL)
    answer->deals = clinch_target_deals_load (db, answer->report, answer->row, FALSE, error);
  if (answer->report == NULL || (answer->row != NULL && answer->deals == NULL))
    g_clear_pointer (&answer, answer_free);

  return answer;
}

static void
show (GtkWidget     *widget,
      gconstpointer  question,
      gpointer       data)
{
  ClinchTargetPage *self = CLINCH_TARGET_PAGE (widget);
  Answer *answer = data;

  if (answer->row != NULL)
    {
      g_clear_pointer (&self->report, clinch_target_report_free);
      g_clear_pointer (&self->deals, g_ptr_array_unref);
      self->report = g_steal_pointer (&answer->report);
      self->deals = g_steal_pointer (&answer->deals);
      self->row = answer->row;
      show_all (self);
    }
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "gone");
    }
  answer_free (answer);
}

static const ClinchReading target_reading = {
  .load = load_job,
  .show = show,
  .question_free = g_free,
  .answer_free = answer_free,
  .is_slow = TRUE,
};

static void
ask (ClinchTargetPage *self)
{
  Question *question = g_new0 (Question, 1);

  question->scope = self->scope;
  question->period = self->period;
  clinch_clock_today (question->today);
  clinch_reading_ask (GTK_WIDGET (self), workspace_of (self), &target_reading, question);
}

static void
workspace_changed_cb (ClinchTargetPage *self,
                      ClinchChangeSet  *changes)
{
  static const ClinchKind kinds[] = {
    CLINCH_KIND_TARGET, CLINCH_KIND_FORECAST, CLINCH_KIND_OPPORTUNITY, CLINCH_KIND_MEMBER,
    CLINCH_KIND_TEAM, CLINCH_KIND_STAGE, CLINCH_KIND_CUSTOMER,
  };

  if (clinch_change_set_touches_any (changes, kinds, G_N_ELEMENTS (kinds)))
    ask (self);
}

/* --- What is done */

static void
set_target_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  ClinchTargetPage *self = CLINCH_TARGET_PAGE (widget);

  if (self->row != NULL)
    clinch_target_set (CLINCH_PAGE (self), self->report, self->row);
}

static void
remove_target_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ClinchTargetPage *self = CLINCH_TARGET_PAGE (widget);

  if (self->row != NULL && self->row->periods[0].target_id != 0)
    clinch_action_delete (workspace_of (self), CLINCH_KIND_TARGET,
                          &self->row->periods[0].target_id, 1, NULL, clinch_page_done_cb,
                          g_object_ref (self));
}

static void
call_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchTargetPage *self = CLINCH_TARGET_PAGE (widget);
  guint back = g_variant_get_uint32 (parameter);

  if (self->row != NULL && back < CLINCH_TARGET_N_PERIODS)
    clinch_target_call (CLINCH_PAGE (self), self->report, self->row, (int) back);
}

static void
more_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchTargetPage *self = CLINCH_TARGET_PAGE (widget);

  self->show_all = TRUE;
  if (self->row != NULL)
    show_all (self);
}

static void
open_deal_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  clinch_page_open (widget, CLINCH_KIND_OPPORTUNITY, g_variant_get_int64 (parameter));
}

static void
list_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchTargetPage *self = CLINCH_TARGET_PAGE (widget);
  ClinchPage *page;

  if (self->row == NULL)
    return;
  page = clinch_target_deals_page_new (workspace_of (self), self->report, self->row,
                                       g_variant_get_boolean (parameter));
  clinch_page_push (widget, ADW_NAVIGATION_PAGE (page));
}

static void
clinch_target_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (clinch_target_page_parent_class)->constructed (object);

  g_signal_connect_object (workspace_of (CLINCH_TARGET_PAGE (object)), "changed",
                           G_CALLBACK (workspace_changed_cb), object, G_CONNECT_SWAPPED);
}

static void
clinch_target_page_dispose (GObject *object)
{
  ClinchTargetPage *self = CLINCH_TARGET_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_TARGET_PAGE);
  self->row = NULL;
  g_clear_pointer (&self->report, clinch_target_report_free);
  g_clear_pointer (&self->deals, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (clinch_target_page_parent_class)->dispose (object);
}

static void
clinch_target_page_class_init (ClinchTargetPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_target_page_constructed;
  object_class->dispose = clinch_target_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/targets/target-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetPage, figures_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetPage, deals_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetPage, forecast_group);
  gtk_widget_class_install_action (widget_class, "page.set-target", NULL, set_target_action);
  gtk_widget_class_install_action (widget_class, "page.remove-target", NULL, remove_target_action);
  gtk_widget_class_install_action (widget_class, "page.call", "u", call_action);
  gtk_widget_class_install_action (widget_class, "page.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "page.open-deal", "x", open_deal_action);
  gtk_widget_class_install_action (widget_class, "page.list", "b", list_action);
}

static void
clinch_target_page_init (ClinchTargetPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

ClinchPage *
clinch_target_page_new (ClinchWorkspace         *workspace,
                        const ClinchTargetScope *scope,
                        const ClinchPeriod      *period)
{
  ClinchTargetPage *self = g_object_new (CLINCH_TYPE_TARGET_PAGE, "workspace", workspace, NULL);

  self->scope = *scope;
  self->period = *period;
  ask (self);

  return CLINCH_PAGE (self);
}
