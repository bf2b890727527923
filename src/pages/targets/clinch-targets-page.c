// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-targets-page.h"

#include "clinch-clock.h"
#include "clinch-reading.h"
#include "clinch-target-actions.h"
#include "clinch-target-page.h"
#include "clinch-target-row.h"

#include <glib/gi18n-lib.h>

/* With more rows than these, teams begin folded. */
#define MANY_ROWS 40

struct _ClinchTargetsPage
{
  ClinchPage parent_instance;

  GtkLabel *period_label;
  AdwToggleGroup *view_toggles;
  AdwToggleGroup *length_toggles;
  AdwBanner *banner;
  GtkStack *stack;
  GtkListBox *list;

  ClinchPeriod period;
  ClinchTargetReport *report;
  GHashTable *toggled; /* keys of teams that are not folded as they would be */
};

G_DEFINE_FINAL_TYPE (ClinchTargetsPage, clinch_targets_page, CLINCH_TYPE_PAGE)

typedef struct
{
  ClinchPeriod period;
  char today[CLINCH_DATE_SIZE];
} Question;

static ClinchWorkspace *
workspace_of (ClinchTargetsPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

static gboolean
shows_forecasts (ClinchTargetsPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->view_toggles), "forecast") == 0;
}

static const ClinchTargetRow *
row_at (ClinchTargetsPage *self,
        guint              place)
{
  return self->report != NULL && place < self->report->rows->len
         ? self->report->rows->pdata[place] : NULL;
}

/* --- Folding */

static gboolean
has_rows_below (ClinchTargetsPage *self,
                guint              place)
{
  const ClinchTargetRow *next = row_at (self, place + 1);

  return next != NULL && next->parent == (int) place;
}

static gboolean
is_folded (ClinchTargetsPage     *self,
           const ClinchTargetRow *row)
{
  gboolean usual = self->report->rows->len > MANY_ROWS && row->depth > 0;

  return usual != g_hash_table_contains (self->toggled, &row->scope.team_id);
}

static gboolean
is_hidden (ClinchTargetsPage     *self,
           const ClinchTargetRow *row)
{
  for (; row->parent >= 0; row = row_at (self, row->parent))
    if (is_folded (self, row_at (self, row->parent)))
      return TRUE;

  return FALSE;
}

/* --- Showing */

static void
show_banner (ClinchTargetsPage *self)
{
  gboolean can_write = !clinch_workspace_is_read_only (workspace_of (self));
  const ClinchTargetRow *company = row_at (self, 0);
  gboolean is_over = company->periods[0].is_over;
  gboolean reveal = FALSE;

  if (shows_forecasts (self) && company->periods[0].n_forecasts == 0)
    {
      adw_banner_set_title (self->banner, is_over ? _("No forecast of this period was kept.")
                            : _("No forecast of this period is kept yet."));
      adw_banner_set_button_label (self->banner, can_write && !is_over ? _("_Keep It Now") : NULL);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), "page.keep");
      reveal = TRUE;
    }
  else if (!shows_forecasts (self) && self->report->n_targets == 0)
    {
      adw_banner_set_title (self->banner, _("There are no targets for this period. Begin with what "
                                            "the whole company is to win."));
      adw_banner_set_button_label (self->banner, can_write ? _("_Set a Target") : NULL);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), "page.set-first-target");
      reveal = TRUE;
    }
  adw_banner_set_revealed (self->banner, reveal);
}

static GtkWidget *
make_row (ClinchTargetsPage *self,
          guint              place)
{
  const ClinchTargetRow *row = row_at (self, place);
  gboolean can_write = !clinch_workspace_is_read_only (workspace_of (self));
  GtkWidget *widget = shows_forecasts (self)
                      ? clinch_target_row_widget_new_forecast (row, place, can_write)
                      : clinch_target_row_widget_new_progress (row, place, can_write);

  if (row->depth > 0 && has_rows_below (self, place))
    clinch_target_row_widget_set_folding (CLINCH_TARGET_ROW_WIDGET (widget),
                                          !is_folded (self, row));

  return widget;
}

static int
find_focus (ClinchTargetsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL
                   ? gtk_widget_get_ancestor (focus, CLINCH_TYPE_TARGET_ROW_WIDGET) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self->list))
         ? (int) clinch_target_row_widget_get_place (CLINCH_TARGET_ROW_WIDGET (row)) : -1;
}

/* Whose keyboard was on a row finds it on the row in its place. */
static void
show_rows (ClinchTargetsPage *self)
{
  int focus = find_focus (self);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->report->rows->len; i++)
    {
      GtkWidget *row;

      if (is_hidden (self, row_at (self, i)))
        continue;
      row = make_row (self, i);
      gtk_list_box_append (self->list, row);
      if ((int) i <= focus)
        gtk_widget_grab_focus (row);
    }
  show_banner (self);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

/* --- Reading */

static gpointer
load_job (ClinchDb  *db,
          gpointer   data,
          GError   **error)
{
  const Question *question = data;

  return clinch_target_report_load (db, &question->period, question->today, error);
}

static void
report_free (gpointer data)
{
  clinch_target_report_free (data);
}

static void
show (GtkWidget     *widget,
      gconstpointer  question,
      gpointer       answer)
{
  ClinchTargetsPage *self = CLINCH_TARGETS_PAGE (widget);

  g_clear_pointer (&self->report, clinch_target_report_free);
  self->report = answer;
  show_rows (self);
}

static const ClinchReading targets_reading = {
  .load = load_job,
  .show = show,
  .question_free = g_free,
  .answer_free = report_free,
  .is_slow = TRUE,
};

static void
ask (ClinchTargetsPage *self)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *text = clinch_period_format (&self->period);

  gtk_label_set_label (self->period_label, text);
  question->period = self->period;
  clinch_clock_today (question->today);
  clinch_reading_ask (GTK_WIDGET (self), workspace_of (self), &targets_reading, question);
}

static void
workspace_changed_cb (ClinchTargetsPage *self,
                      ClinchChangeSet   *changes)
{
  static const ClinchKind kinds[] = {
    CLINCH_KIND_TARGET, CLINCH_KIND_FORECAST, CLINCH_KIND_OPPORTUNITY, CLINCH_KIND_MEMBER,
    CLINCH_KIND_TEAM, CLINCH_KIND_STAGE,
  };

  if (clinch_change_set_touches_any (changes, kinds, G_N_ELEMENTS (kinds)))
    ask (self);
}

/* --- What is chosen */

static void
move_period (ClinchTargetsPage *self,
             int                by)
{
  clinch_period_move (&self->period, by);
  ask (self);
}

static void
previous_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  move_period (CLINCH_TARGETS_PAGE (widget), -1);
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  move_period (CLINCH_TARGETS_PAGE (widget), 1);
}

/* A length that was chosen shows the period of today where that is in the one before, else the
 * first in it. */
static void
length_changed_cb (ClinchTargetsPage *self)
{
  ClinchPeriodType type;
  char today[CLINCH_DATE_SIZE];

  /* The template sets the first one. */
  if (self->report == NULL)
    return;
  if (!clinch_period_type_from_code (adw_toggle_group_get_active_name (self->length_toggles),
                                     &type)
      || type == self->period.type)
    return;
  clinch_clock_today (today);
  if (clinch_period_distance (&self->period, today) != 0)
    g_strlcpy (today, self->period.first, sizeof today);
  clinch_period_init (&self->period, type, today);
  ask (self);
}

static void
view_changed_cb (ClinchTargetsPage *self)
{
  if (self->report != NULL)
    show_rows (self);
}

/* --- What is done about a row */

static void
set_target_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  ClinchTargetsPage *self = CLINCH_TARGETS_PAGE (widget);
  const ClinchTargetRow *row = row_at (self, parameter != NULL
                                       ? g_variant_get_uint32 (parameter) : 0);

  if (row != NULL)
    clinch_target_set (CLINCH_PAGE (self), self->report, row);
}

static void
call_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchTargetsPage *self = CLINCH_TARGETS_PAGE (widget);
  const ClinchTargetRow *row = row_at (self, g_variant_get_uint32 (parameter));

  if (row != NULL)
    clinch_target_call (CLINCH_PAGE (self), self->report, row, 0);
}

static void
keep_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  clinch_target_keep (CLINCH_PAGE (widget), &CLINCH_TARGETS_PAGE (widget)->period);
}

static void
unfold_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ClinchTargetsPage *self = CLINCH_TARGETS_PAGE (widget);
  const ClinchTargetRow *row = row_at (self, g_variant_get_uint32 (parameter));

  if (row == NULL)
    return;
  if (!g_hash_table_remove (self->toggled, &row->scope.team_id))
    g_hash_table_add (self->toggled, g_memdup2 (&row->scope.team_id, sizeof row->scope.team_id));
  show_rows (self);
}

static void
row_activated_cb (ClinchTargetsPage     *self,
                  ClinchTargetRowWidget *widget)
{
  const ClinchTargetRow *row = row_at (self, clinch_target_row_widget_get_place (widget));

  if (row != NULL)
    clinch_page_push (GTK_WIDGET (self),
                      ADW_NAVIGATION_PAGE (clinch_target_page_new (workspace_of (self),
                                                                   &row->scope, &self->period)));
}

static void
clinch_targets_page_constructed (GObject *object)
{
  ClinchTargetsPage *self = CLINCH_TARGETS_PAGE (object);

  G_OBJECT_CLASS (clinch_targets_page_parent_class)->constructed (object);

  g_signal_connect_object (workspace_of (self), "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ask (self);
}

static void
clinch_targets_page_dispose (GObject *object)
{
  ClinchTargetsPage *self = CLINCH_TARGETS_PAGE (object);

  g_clear_pointer (&self->report, clinch_target_report_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_TARGETS_PAGE);
  g_clear_pointer (&self->toggled, g_hash_table_unref);

  G_OBJECT_CLASS (clinch_targets_page_parent_class)->dispose (object);
}

static void
clinch_targets_page_class_init (ClinchTargetsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_targets_page_constructed;
  object_class->dispose = clinch_targets_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/targets/targets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetsPage, period_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetsPage, view_toggles);
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetsPage, length_toggles);
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetsPage, banner);
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchTargetsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "page.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "page.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "page.set-target", "u", set_target_action);
  gtk_widget_class_install_action (widget_class, "page.set-first-target", NULL, set_target_action);
  gtk_widget_class_install_action (widget_class, "page.call", "u", call_action);
  gtk_widget_class_install_action (widget_class, "page.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "page.unfold", "u", unfold_action);
}

static void
clinch_targets_page_init (ClinchTargetsPage *self)
{
  char today[CLINCH_DATE_SIZE];

  clinch_clock_today (today);
  clinch_period_init (&self->period, CLINCH_PERIOD_QUARTER, today);
  self->toggled = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
