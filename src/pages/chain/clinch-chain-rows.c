// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-chain-rows.h"

#include "clinch-chain-words.h"
#include "clinch-row-name.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
severity_icon (ClinchSeverity severity)
{
  static const struct
  {
    const char *icon;
    const char *style;
  } looks[] = {
    [CLINCH_SEVERITY_NONE] = { "dialog-information-symbolic", "dim-label" },
    [CLINCH_SEVERITY_INFO] = { "dialog-information-symbolic", "dim-label" },
    [CLINCH_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning" },
    [CLINCH_SEVERITY_ALERT] = { "clinch-alert-symbolic", "error" },
  };
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[severity].icon);

  gtk_widget_add_css_class (icon, looks[severity].style);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 3);
  gtk_widget_set_tooltip_text (icon, clinch_chain_severity_label (severity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clinch_chain_severity_label (severity), -1);

  return icon;
}

static void
set_margins (GtkWidget *widget)
{
  gtk_widget_set_margin_start (widget, 12);
  gtk_widget_set_margin_end (widget, 12);
  gtk_widget_set_margin_top (widget, 10);
  gtk_widget_set_margin_bottom (widget, 10);
}

static GtkWidget *
make_step_button (const ClinchChainNotice *notice)
{
  static const char *const actions[CLINCH_N_CHAIN_STEPS] = {
    [CLINCH_CHAIN_STEP_LOG] = "chain.log",
    [CLINCH_CHAIN_STEP_PLAN_VISIT] = "chain.visit",
    [CLINCH_CHAIN_STEP_ASK_EXECUTIVE] = "chain.help",
    [CLINCH_CHAIN_STEP_SET_ROLE] = "chain.judge",
  };
  const ClinchFinding *finding = notice->finding;
  gint64 person = finding->people->len > 0 ? g_array_index (finding->people, gint64, 0) : 0;
  GtkWidget *button = gtk_button_new_with_label (notice->step_label);
  g_autofree char *description = g_strdup_printf ("%s: %s", notice->step_label, notice->title);

  if (finding->step == CLINCH_CHAIN_STEP_ADD_PLACEHOLDER)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                      finding->kind == CLINCH_FINDING_NO_DECISION_MAKER
                                      ? "decision-maker" : "");
  else
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", person);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  finding->step == CLINCH_CHAIN_STEP_ADD_PLACEHOLDER
                                  ? "chain.add-placeholder" : actions[finding->step]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);

  return button;
}

GtkWidget *
clinch_chain_notice_row (const ClinchChainNotice *notice,
                         gboolean                 can_write)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = make_label (notice->title, "heading");

  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), title);
  gtk_box_append (GTK_BOX (text), make_label (notice->why, "dim-label"));
  gtk_box_append (GTK_BOX (text), make_label (notice->advice, NULL));
  if (can_write)
    gtk_box_append (GTK_BOX (text), make_step_button (notice));
  gtk_box_append (GTK_BOX (box), severity_icon (notice->finding->severity));
  gtk_box_append (GTK_BOX (box), text);
  set_margins (box);
  g_object_set (row, "use-markup", FALSE, "title", notice->title, "child", box, NULL);
  clinch_row_name_after_title (ADW_PREFERENCES_ROW (row));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

/* A row learns that its texts are no markup only once it is made. */
static GtkWidget *
make_row (GType       type,
          const char *title,
          const char *subtitle)
{
  GtkWidget *row = g_object_new (type, "use-markup", FALSE, NULL);

  g_object_set (row, "title", title, "subtitle", subtitle, NULL);
  if (ADW_IS_EXPANDER_ROW (row))
    clinch_row_name_after_title (ADW_PREFERENCES_ROW (row));

  return row;
}

GtkWidget *
clinch_chain_fine_row (void)
{
  GtkWidget *row = make_row (ADW_TYPE_ACTION_ROW, _("Nothing is missing"),
                             _("The people who count are known, met and judged"));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("object-select-symbolic"));

  return row;
}

static GtkWidget *
figure_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static GtkWidget *
make_verdict (const ClinchChainVerdict *verdict)
{
  GtkWidget *row = make_row (ADW_TYPE_ACTION_ROW, verdict->title, verdict->why);
  GtkWidget *icon = gtk_image_new_from_icon_name (verdict->result.met ? "object-select-symbolic"
                                                  : "window-close-symbolic");
  const char *word = verdict->result.met ? C_("decision chain", "Met")
                     : C_("decision chain", "Not met");
  g_autofree char *weight = g_strdup_printf (C_("decision chain", "weight %d"),
                                             verdict->rule->weight);

  gtk_widget_add_css_class (icon, verdict->result.met ? "success" : "dim-label");
  gtk_widget_set_tooltip_text (icon, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_label (weight, "dim-label"));

  return row;
}

GtkWidget *
clinch_chain_relation_row (const ClinchDecisionChain *chain)
{
  const ClinchRelation *relation = &chain->relation;
  g_autofree char *figure = g_strdup_printf ("%d.%02d", relation->hundredths / 100,
                                             relation->hundredths % 100);
  /* Translators: 5 times the weight of the rules that are met, of the weight of all. */
  g_autofree char *subtitle = g_strdup_printf (_("5 × %1$d of %2$d: twelve rules"),
                                               (int) relation->met_weight,
                                               (int) relation->total_weight);
  GtkWidget *row = make_row (ADW_TYPE_EXPANDER_ROW, _("Relationship, 0 to 5"), subtitle);

  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), figure_label (figure));
  for (guint i = 0; i < chain->verdicts->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_verdict (chain->verdicts->pdata[i]));

  return row;
}

GtkWidget *
clinch_chain_completeness_row (const ClinchDecisionChain *chain)
{
  g_autofree char *figure = chain->completeness.percent >= 0
                            ? g_strdup_printf ("%d%%", chain->completeness.percent)
                            : g_strdup ("–");
  /* Translators: a sentence on the map, and how much of what can be known is known. */
  g_autofree char *subtitle = g_strdup_printf (_("%1$s · %2$d of %3$d things known"),
                                               chain->status_label, chain->completeness.n_filled,
                                               chain->completeness.n_fields);
  GtkWidget *row = make_row (ADW_TYPE_ACTION_ROW, _("Map Completeness"), subtitle);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure_label (figure));

  return row;
}

static void
add_group (GtkWidget              *expander,
           const ClinchChainGroup *group)
{
  const char *name = group->department != NULL && *group->department != '\0'
                     ? group->department : clinch_choice_label (CLINCH_CHOICE_LEVEL,
                                                                clinch_level_code (group->level));
  /* Translators: of so many known people so many were met, so many are in touch. */
  g_autofree char *subtitle = g_strdup_printf (_("%1$d known, %2$d met, %3$d in touch"),
                                               group->n_known, group->n_reached,
                                               group->n_active);

  if (group->counts && *name != '\0')
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                              make_row (ADW_TYPE_ACTION_ROW, name, subtitle));
}

GtkWidget *
clinch_chain_coverage_row (const ClinchDecisionChain *chain)
{
  const ClinchChainCoverage *coverage = chain->coverage;
  g_autofree char *figure = g_strdup_printf ("%d/%d", coverage->n_reached, coverage->n_groups);
  GtkWidget *row = make_row (ADW_TYPE_EXPANDER_ROW, _("Levels and Departments Met"),
                             chain->threads_label);

  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), figure_label (figure));
  for (int i = 1; i < CLINCH_N_LEVELS; i++)
    add_group (row, &coverage->levels[i]);
  for (guint i = 0; i < coverage->departments->len; i++)
    add_group (row, &g_array_index (coverage->departments, ClinchChainGroup, i));

  return row;
}

GtkWidget *
clinch_chain_question_row (const ClinchChainAsk *question)
{
  return make_row (ADW_TYPE_ACTION_ROW, question->text, "");
}

static void
add_answer (GtkWidget             *box,
            const ClinchChainHelp *help,
            const char            *label,
            const char            *state)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xs)", help->request->id,
                                    state);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "chain.answer-help");
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
make_answers (const ClinchChainHelp *help)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *state = clinch_row_text (help->request, CLINCH_HELP_REQUEST_STATE);

  if (g_strcmp0 (state, "asked") == 0)
    {
      add_answer (box, help, _("_Accept"), "accepted");
      add_answer (box, help, _("_Decline…"), "declined");
    }
  else if (g_strcmp0 (state, "accepted") == 0)
    {
      add_answer (box, help, _("Note _Outcome…"), "done");
    }
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);

  return box;
}

GtkWidget *
clinch_chain_help_row (const ClinchChainHelp *help,
                       gboolean               can_write)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *outcome = clinch_row_text (help->request, CLINCH_HELP_REQUEST_OUTCOME);
  /* Translators: who is asked, and whether they have accepted. */
  g_autofree char *title = g_strdup_printf (C_("decision chain", "%1$s: %2$s"), help->asked,
                                            help->state);

  gtk_box_append (GTK_BOX (box), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (clinch_row_text (help->request,
                                                              CLINCH_HELP_REQUEST_BRIEF), NULL));
  if (outcome != NULL && *outcome != '\0')
    gtk_box_append (GTK_BOX (box), make_label (outcome, "dim-label"));
  if (can_write)
    gtk_box_append (GTK_BOX (box), make_answers (help));
  set_margins (box);
  g_object_set (row, "use-markup", FALSE, "title", title, "child", box, NULL);
  clinch_row_name_after_title (ADW_PREFERENCES_ROW (row));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}
