// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-stage-path.h"

#include "clinch-clock.h"
#include "clinch-date.h"

#include <glib/gi18n-lib.h>

struct _ClinchStagePath
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox *box;
  gint64 current;
  gboolean editable;
  guint scroll_source;
};

G_DEFINE_FINAL_TYPE (ClinchStagePath, clinch_stage_path, ADW_TYPE_BIN)

#define STAGE_KEY "clinch-stage-id"

enum
{
  STAGE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
entered_text (const ClinchStageVisit *visit,
              const char             *today)
{
  char date[CLINCH_DATE_SIZE];

  if (visit->n_visits == 0)
    return g_strdup ("");

  clinch_date_from_instant (visit->entered, clinch_clock_timezone (), date);
  return clinch_date_format (date, today);
}

static char *
days_text (const ClinchStagePathStage *stage,
           gboolean                    is_current)
{
  if (stage->visit.n_visits == 0 || stage->type != CLINCH_STAGE_OPEN)
    return g_strdup ("");
  if (is_current && stage->limit_days > 0)
    /* Translators: days an opportunity has been in a stage, and how many it may be. */
    return g_strdup_printf (ngettext ("%1$d of %2$d day", "%1$d of %2$d days", stage->limit_days),
                            stage->visit.days,
                            stage->limit_days);

  return g_strdup_printf (ngettext ("%d day", "%d days", stage->visit.days), stage->visit.days);
}

static char *
tooltip_text (const ClinchStagePathStage *stage)
{
  g_autoptr(GString) text = g_string_new (stage->name);

  if (stage->definition != NULL)
    g_string_append_printf (text, "\n%s", stage->definition);
  if (stage->limit_days > 0 && stage->type == CLINCH_STAGE_OPEN)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              ngettext ("Time limit: %d day", "Time limit: %d days",
                                        stage->limit_days),
                              stage->limit_days);
    }
  if (stage->visit.n_visits > 1)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              ngettext ("Entered %d time", "Entered %d times",
                                        stage->visit.n_visits),
                              stage->visit.n_visits);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
spoken_text (const ClinchStagePathStage *stage,
             gboolean                    is_current,
             gboolean                    is_late,
             const char                 *entered,
             const char                 *days)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup (stage->name));
  if (is_current)
    g_ptr_array_add (parts, g_strdup (_("current stage")));
  if (*entered != '\0')
    /* Translators: the day on which a stage was entered. */
    g_ptr_array_add (parts, g_strdup_printf (_("since %s"), entered));
  if (*days != '\0')
    g_ptr_array_add (parts, g_strdup (days));
  if (is_late)
    g_ptr_array_add (parts, g_strdup (_("over the time limit")));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}

static void
stage_clicked_cb (ClinchStagePath *self,
                  GtkWidget       *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), STAGE_KEY);

  if (self->editable && *id != self->current)
    g_signal_emit (self, signals[STAGE_ACTIVATED], 0, *id);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
make_content (const ClinchStagePathStage *stage,
              gboolean                    is_late,
              const char                 *entered,
              const char                 *days)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *last = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_widget_add_css_class (bar, "stage-bar");
  gtk_box_append (GTK_BOX (content), bar);
  add_label (content, stage->name, "stage-name");
  add_label (content, entered, "stage-detail");
  if (is_late)
    gtk_box_append (GTK_BOX (last), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  add_label (last, days, "stage-detail");
  gtk_widget_add_css_class (last, "stage-days");
  gtk_box_append (GTK_BOX (content), last);

  return content;
}

static const char *
state_class (const ClinchStagePathStage *stage,
             gboolean                    is_current,
             gboolean                    is_before)
{
  if (is_current)
    return stage->type == CLINCH_STAGE_WON ? "won" : stage->type == CLINCH_STAGE_LOST ? "lost"
           : "current";

  return is_before ? "passed" : "ahead";
}

static GtkWidget *
make_stage (ClinchStagePath            *self,
            const ClinchStagePathStage *stage,
            gboolean                    is_before,
            const char                 *today)
{
  gboolean is_current = stage->id == self->current;
  gboolean is_late = is_current && stage->type == CLINCH_STAGE_OPEN && stage->limit_days > 0 &&
                     stage->visit.days >= stage->limit_days;
  g_autofree char *entered = entered_text (&stage->visit, today);
  g_autofree char *days = days_text (stage, is_current);
  g_autofree char *tooltip = tooltip_text (stage);
  g_autofree char *spoken = spoken_text (stage, is_current, is_late, entered, days);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_content (stage, is_late, entered, days));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "stage");
  gtk_widget_add_css_class (button, state_class (stage, is_current, is_before));
  if (is_late)
    gtk_widget_add_css_class (button, "late");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  stage->definition != NULL ? stage->definition : "", -1);
  g_object_set_data_full (G_OBJECT (button), STAGE_KEY, g_memdup2 (&stage->id, sizeof stage->id),
                          g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (stage_clicked_cb), self);

  return button;
}

/* In a narrow window the current stage is what must be seen. */
static gboolean
scroll_to_current_cb (gpointer user_data)
{
  ClinchStagePath *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);

  self->scroll_source = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gint64 *id = g_object_get_data (G_OBJECT (child), STAGE_KEY);
      graphene_rect_t bounds;

      if (*id == self->current
          && gtk_widget_compute_bounds (child, GTK_WIDGET (self->box), &bounds))
        gtk_adjustment_clamp_page (adjustment, bounds.origin.x - bounds.size.width / 2,
                                   bounds.origin.x + bounds.size.width * 1.5);
    }

  return G_SOURCE_REMOVE;
}

static void
clinch_stage_path_dispose (GObject *object)
{
  ClinchStagePath *self = CLINCH_STAGE_PATH (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);

  G_OBJECT_CLASS (clinch_stage_path_parent_class)->dispose (object);
}

static void
clinch_stage_path_class_init (ClinchStagePathClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = clinch_stage_path_dispose;

  signals[STAGE_ACTIVATED] = g_signal_new ("stage-activated", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
clinch_stage_path_init (ClinchStagePath *self)
{
  self->editable = TRUE;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2));
  gtk_box_set_homogeneous (self->box, TRUE);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
  gtk_widget_add_css_class (GTK_WIDGET (self), "stage-path");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Stages"),
                                  -1);
}

GtkWidget *
clinch_stage_path_new (void)
{
  return g_object_new (CLINCH_TYPE_STAGE_PATH, NULL);
}

static int
find_focus (ClinchStagePath *self)
{
  int index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child), index++)
    if (gtk_widget_has_focus (child))
      return index;

  return -1;
}

void
clinch_stage_path_set_stages (ClinchStagePath            *self,
                              const ClinchStagePathStage *stages,
                              gsize                       n_stages,
                              gint64                      current,
                              const char                 *today)
{
  gboolean is_before = FALSE;
  gboolean is_lost = FALSE;
  int focus;
  GtkWidget *child;

  g_return_if_fail (CLINCH_IS_STAGE_PATH (self));

  focus = find_focus (self);
  self->current = current;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  /* What lies before the current stage has been passed; who has lost has passed what was
   * entered. */
  for (gsize i = 0; i < n_stages; i++)
    if (stages[i].id == current)
      {
        is_before = TRUE;
        is_lost = stages[i].type == CLINCH_STAGE_LOST;
      }
  for (gsize i = 0; i < n_stages; i++)
    {
      gboolean passed;

      is_before = is_before && stages[i].id != current;
      passed = is_before
               && (stages[i].visit.n_visits > 0
                   || (stages[i].type == CLINCH_STAGE_OPEN && !is_lost));
      gtk_box_append (self->box, make_stage (self, &stages[i], passed, today));
      if (focus == (int) i)
        gtk_widget_grab_focus (gtk_widget_get_last_child (GTK_WIDGET (self->box)));
    }

  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add (scroll_to_current_cb, self);
}

void
clinch_stage_path_set_editable (ClinchStagePath *self,
                                gboolean         editable)
{
  g_return_if_fail (CLINCH_IS_STAGE_PATH (self));

  self->editable = editable;
  /* Without the pointer nothing looks as if it could be pressed; the keyboard still reads. */
  gtk_widget_set_can_target (GTK_WIDGET (self->box), editable);
}
