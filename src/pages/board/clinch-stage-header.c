// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-stage-header.h"

#include "clinch-board-summary.h"

#include <glib/gi18n-lib.h>

struct _ClinchStageHeader
{
  GtkBox parent_instance;

  GtkLabel *name_label;
  GtkLabel *count_label;
  GtkButton *collapse_button;
  GtkLabel *sum_label;
  GtkLabel *weighted_label;
  GtkWidget *figures_button;
  GtkWidget *health_button;
  GtkImage *health_icon;
  GtkLabel *health_label;
  GtkLabel *over_limit_label;
  GtkProgressBar *health_bar;

  ClinchBoardStage *stage;
};

G_DEFINE_FINAL_TYPE (ClinchStageHeader, clinch_stage_header, GTK_TYPE_BOX)

static gboolean
is_open (ClinchBoardStage *stage)
{
  return clinch_stage_get_type_code (clinch_board_stage_get_record (stage)) == CLINCH_STAGE_OPEN;
}

static int
limit_of (ClinchBoardStage *stage)
{
  if (!is_open (stage))
    return 0;

  return (int) clinch_record_get_int (clinch_board_stage_get_record (stage), CLINCH_STAGE_LIMIT);
}

static char *
describe_health (ClinchBoardStage *stage)
{
  const ClinchBoardColumn *figures = clinch_board_stage_get_figures (stage);
  int limit = limit_of (stage);

  if (limit == 0)
    return g_strdup ("");
  if (figures->n_over_limit == 0)
    /* Translators: the time limit of a stage. */
    return g_strdup_printf (ngettext ("Limit %d day", "Limit %d days", limit), limit);

  /* Translators: how many opportunities are over the time limit of their stage, its days, their
   * share in percent. */
  return g_strdup_printf (ngettext ("%1$d over %2$d day · %3$d%%", "%1$d over %2$d days · %3$d%%",
                                    limit),
                          (int) figures->n_over_limit, limit,
                          clinch_stage_over_limit_percent (figures->n_over_limit,
                                                           figures->n_opportunities));
}

static char *
count_over_limit (const ClinchBoardColumn *figures)
{
  return g_strdup_printf (ngettext ("%d over the time limit", "%d over the time limit",
                                    (int) figures->n_over_limit),
                          (int) figures->n_over_limit);
}

static char *
describe_over_limit (const ClinchBoardColumn *figures)
{
  g_autofree char *sum = clinch_board_join_sums (figures, CLINCH_BOARD_SUM_OVER_LIMIT, FALSE);
  int n = (int) figures->n_over_limit;

  if (*sum == '\0')
    return count_over_limit (figures);

  /* Translators: how many opportunities are over the time limit of their stage, and the sum of
   * their amounts. */
  return g_strdup_printf (ngettext ("%1$d over the time limit (%2$s)",
                                    "%1$d over the time limit (%2$s)", n), n, sum);
}

/* A stage that is won or lost has nothing more to weigh. */
static char *
describe_weighted (ClinchBoardStage *stage)
{
  const ClinchBoardColumn *figures = clinch_board_stage_get_figures (stage);
  g_autofree char *weighted = NULL;

  if (!is_open (stage) || figures->n_sums == 0)
    return NULL;

  weighted = clinch_board_join_sums (figures, CLINCH_BOARD_SUM_WEIGHTED, FALSE);
  /* Translators: a sum of amounts times probability. */
  return g_strdup_printf (_("weighted %s"), weighted);
}

char *
clinch_stage_header_describe (ClinchBoardStage *stage)
{
  const ClinchBoardColumn *figures = clinch_board_stage_get_figures (stage);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) facts = NULL;

  g_strv_builder_add (builder, clinch_record_get_name (clinch_board_stage_get_record (stage)));
  if (figures != NULL)
    {
      int n = (int) figures->n_opportunities;
      g_autofree char *weighted = describe_weighted (stage);

      g_strv_builder_take (builder,
                           g_strdup_printf (ngettext ("%d opportunity", "%d opportunities", n), n));
      if (figures->n_sums > 0)
        g_strv_builder_take (builder,
                             clinch_board_join_sums (figures, CLINCH_BOARD_SUM_ALL, FALSE));
      if (weighted != NULL)
        g_strv_builder_add (builder, weighted);
      if (figures->n_over_limit > 0)
        g_strv_builder_take (builder, count_over_limit (figures));
    }
  facts = g_strv_builder_end (builder);

  return g_strjoinv (C_("between the facts of a sentence", ", "), facts);
}

static void
set_opens (GtkWidget *button,
           gboolean   opens)
{
  gtk_widget_set_can_target (button, opens);
  gtk_widget_set_focusable (button, opens);
}

/* Each figure opens into its records. */
static void
show_targets (ClinchStageHeader *self)
{
  char uid[CLINCH_UID_STRING_SIZE];

  clinch_uid_to_string (&clinch_record_get_row (clinch_board_stage_get_record (self->stage))->uid,
                        uid);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->figures_button), "page.open-figure");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->figures_button), "(sb)", uid, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->health_button), "page.open-figure");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->health_button), "(sb)", uid, TRUE);
}

static void
show_health (ClinchStageHeader       *self,
             const ClinchBoardColumn *figures)
{
  g_autofree char *health = describe_health (self->stage);
  g_autofree char *sentence = describe_over_limit (figures);
  g_autofree char *sum = clinch_board_join_sums (figures, CLINCH_BOARD_SUM_OVER_LIMIT, FALSE);
  int percent = clinch_stage_over_limit_percent (figures->n_over_limit, figures->n_opportunities);
  gboolean over = figures->n_over_limit > 0;

  gtk_label_set_label (self->health_label, health);
  gtk_label_set_label (self->over_limit_label, sum);
  gtk_widget_set_visible (GTK_WIDGET (self->health_icon), over);
  gtk_progress_bar_set_fraction (self->health_bar, percent / 100.0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->health_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, over ? sentence : health,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Opens them as a table"), -1);
  /* It stands there for its height alone where there is no limit. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->health_button), GTK_ACCESSIBLE_STATE_HIDDEN,
                               *health == '\0', -1);
  set_opens (self->health_button, over);
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (self), "over-limit");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "over-limit");
}

static void
show_figures (ClinchStageHeader *self)
{
  const ClinchBoardColumn *figures = clinch_board_stage_get_figures (self->stage);
  g_autofree char *count = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *weighted = NULL;
  g_autofree char *label = clinch_stage_header_describe (self->stage);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->figures_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Opens them as a table"), -1);
  set_opens (self->figures_button, figures != NULL && figures->n_opportunities > 0);
  if (figures == NULL)
    return;

  count = g_strdup_printf ("%'d", (int) figures->n_opportunities);
  sum = clinch_board_join_sums (figures, CLINCH_BOARD_SUM_ALL, FALSE);
  weighted = describe_weighted (self->stage);
  gtk_label_set_label (self->count_label, count);
  gtk_label_set_label (self->sum_label, figures->n_sums > 0 ? sum : "–");
  gtk_label_set_label (self->weighted_label, weighted != NULL ? weighted : "");
  show_health (self, figures);
}

static void
show_stage (ClinchStageHeader *self)
{
  ClinchRecord *record = clinch_board_stage_get_record (self->stage);

  gtk_label_set_label (self->name_label, clinch_record_get_name (record));
  /* All headers are of one height, so that the first cards stand in a row; there is just nothing to
   * see. */
  gtk_widget_set_opacity (GTK_WIDGET (self->health_bar), limit_of (self->stage) > 0 ? 1 : 0);
  show_targets (self);
  show_figures (self);
}

static void
add_amounts (GString                 *lines,
             const ClinchBoardColumn *figures,
             gboolean                 open)
{
  g_autofree char *sum = clinch_board_join_sums (figures, CLINCH_BOARD_SUM_ALL, TRUE);
  g_autofree char *weighted = clinch_board_join_sums (figures, CLINCH_BOARD_SUM_WEIGHTED, TRUE);
  g_autofree char *over = clinch_board_join_sums (figures, CLINCH_BOARD_SUM_OVER_LIMIT, TRUE);

  if (figures->n_sums == 0)
    return;

  g_string_append_c (lines, '\n');
  /* Translators: a sum of amounts. */
  g_string_append_printf (lines, _("Sum: %s"), sum);
  if (!open)
    return;
  g_string_append_c (lines, '\n');
  /* Translators: a sum of amounts times probability. */
  g_string_append_printf (lines, _("Weighted: %s"), weighted);
  if (*over == '\0')
    return;
  g_string_append_c (lines, '\n');
  /* Translators: the sum of what is over the time limit. */
  g_string_append_printf (lines, _("Over the time limit: %s"), over);
}

static gboolean
clinch_stage_header_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard_tooltip,
                                   GtkTooltip *tooltip)
{
  ClinchStageHeader *self = CLINCH_STAGE_HEADER (widget);
  g_autoptr(GString) lines = NULL;
  const ClinchBoardColumn *figures;
  const char *definition;
  ClinchRecord *record;

  if (self->stage == NULL)
    return FALSE;

  record = clinch_board_stage_get_record (self->stage);
  figures = clinch_board_stage_get_figures (self->stage);
  definition = clinch_record_get_text (record, CLINCH_STAGE_DEFINITION);
  lines = g_string_new (clinch_record_get_name (record));
  if (definition != NULL)
    g_string_append_printf (lines, "\n%s", definition);
  if (!clinch_record_is_null (record, CLINCH_STAGE_PROBABILITY))
    {
      g_string_append_c (lines, '\n');
      /* Translators: the default probability of a stage in percent. */
      g_string_append_printf (lines, _("Probability: %d%%"),
                              (int) clinch_record_get_int (record, CLINCH_STAGE_PROBABILITY));
    }
  if (figures != NULL)
    add_amounts (lines, figures, is_open (self->stage));
  gtk_tooltip_set_text (tooltip, lines->str);

  return TRUE;
}

static void
forget_stage (ClinchStageHeader *self)
{
  if (self->stage == NULL)
    return;

  g_signal_handlers_disconnect_by_data (clinch_board_stage_get_record (self->stage), self);
  g_signal_handlers_disconnect_by_data (self->stage, self);
  g_clear_object (&self->stage);
}

static void
clinch_stage_header_dispose (GObject *object)
{
  ClinchStageHeader *self = CLINCH_STAGE_HEADER (object);

  forget_stage (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_STAGE_HEADER);

  G_OBJECT_CLASS (clinch_stage_header_parent_class)->dispose (object);
}

static void
clinch_stage_header_class_init (ClinchStageHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinch_stage_header_dispose;
  widget_class->query_tooltip = clinch_stage_header_query_tooltip;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/board/stage-header.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchStageHeader, name_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageHeader, count_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageHeader, collapse_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageHeader, sum_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageHeader, weighted_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageHeader, figures_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageHeader, health_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageHeader, health_icon);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageHeader, health_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageHeader, over_limit_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchStageHeader, health_bar);
}

static void
clinch_stage_header_init (ClinchStageHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinch_stage_header_set_stage (ClinchStageHeader *self,
                               ClinchBoardStage  *stage)
{
  g_return_if_fail (CLINCH_IS_STAGE_HEADER (self));

  forget_stage (self);
  if (stage == NULL)
    return;

  self->stage = g_object_ref (stage);
  g_signal_connect_swapped (stage, "figures-changed", G_CALLBACK (show_figures), self);
  g_signal_connect_swapped (clinch_board_stage_get_record (stage), "changed",
                            G_CALLBACK (show_stage), self);
  show_stage (self);
}

GtkButton *
clinch_stage_header_get_collapse_button (ClinchStageHeader *self)
{
  g_return_val_if_fail (CLINCH_IS_STAGE_HEADER (self), NULL);

  return self->collapse_button;
}
