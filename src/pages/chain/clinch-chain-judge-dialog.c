// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-chain-judge-dialog.h"

#include "clinch-chain-actions.h"
#include "clinch-chain-choice.h"
#include "clinch-chain-dialogs.h"
#include "clinch-judge.h"
#include "clinch-page.h"
#include "clinch-row-name.h"

#include <glib/gi18n-lib.h>

#define WIDTH 480
#define HEIGHT 720

typedef struct
{
  ClinchChainJudgeDialog *dialog;
  ClinchTrait trait;
  GtkWidget *choice;
  GtkWidget *help;
  char *before; /* the code when the dialog was opened */
  ClinchJudgeAnswer answers[CLINCH_MAX_JUDGE_QUESTIONS];
} Scale;

struct _ClinchChainJudgeDialog
{
  AdwDialog parent_instance;

  ClinchWorkspace *workspace;
  GtkWidget *parent; /* not owned: the dialog stands over it */
  GtkWidget *page;
  GtkWidget *only_here;
  GtkWidget *source;
  GtkWidget *confidence;
  Scale scales[CLINCH_N_TRAITS];
  gint64 contact_id;
  gint64 opportunity_id;
};

G_DEFINE_FINAL_TYPE (ClinchChainJudgeDialog, clinch_chain_judge_dialog, ADW_TYPE_DIALOG)

static const int fields[CLINCH_N_TRAITS] = {
  [CLINCH_TRAIT_ROLE] = CLINCH_ASSESSMENT_ROLE,
  [CLINCH_TRAIT_POWER] = CLINCH_ASSESSMENT_POWER,
  [CLINCH_TRAIT_SUPPORT] = CLINCH_ASSESSMENT_SUPPORT,
  [CLINCH_TRAIT_COVERAGE] = CLINCH_ASSESSMENT_COVERAGE,
  [CLINCH_TRAIT_ORIENTATION] = CLINCH_ASSESSMENT_ORIENTATION,
};

/* --- Help to judge -------------------------------------------------------------------------- */

/* The answers choose, and the row says why. */
static void
suggest (Scale *scale)
{
  int n;
  const ClinchJudgeQuestion *questions = clinch_judge_questions (scale->trait, &n);
  ClinchJudgement judgement = clinch_judge (scale->trait, scale->answers);

  if (judgement.question < 0)
    {
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (scale->help), "");
      return;
    }

  clinch_chain_choice_set_code (scale->choice, questions[judgement.question].value_code);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (scale->help),
                                 clinch_judge_reason (&questions[judgement.question]));
}

static void
answered_cb (GtkCheckButton *check,
             GParamSpec     *pspec,
             gpointer        user_data)
{
  Scale *scale = user_data;
  int index = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "clinch-question"));

  scale->answers[index] = gtk_check_button_get_active (check) ? CLINCH_JUDGE_YES
                          : CLINCH_JUDGE_UNKNOWN;
  suggest (scale);
}

static GtkWidget *
make_help (Scale *scale)
{
  GtkWidget *help = adw_expander_row_new ();
  int n;
  const ClinchJudgeQuestion *questions = clinch_judge_questions (scale->trait, &n);

  clinch_row_name_after_title (ADW_PREFERENCES_ROW (help));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (help), _("Help Me Judge"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (help), FALSE);
  for (int i = 0; i < n; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      g_object_set_data (G_OBJECT (check), "clinch-question", GINT_TO_POINTER (i));
      g_signal_connect (check, "notify::active", G_CALLBACK (answered_cb), scale);
      g_object_set (row, "use-markup", FALSE, "title", clinch_judge_ask (&questions[i]),
                    "title-lines", 0, NULL);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (help), row);
    }

  return help;
}

/* --- Saving --------------------------------------------------------------------------------- */

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWidget) parent = user_data;

  clinch_page_finish (parent, result, _("The judgement was noted"));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchChainJudgeDialog *self = CLINCH_CHAIN_JUDGE_DIALOG (widget);
  g_autoptr(ClinchRow) values = clinch_row_new (CLINCH_KIND_ASSESSMENT);
  const char *source = gtk_editable_get_text (GTK_EDITABLE (self->source));
  const char *confidence = clinch_chain_choice_get_code (self->confidence);
  gboolean changed = FALSE;

  for (int i = 0; i < CLINCH_N_TRAITS; i++)
    {
      const char *code = clinch_chain_choice_get_code (self->scales[i].choice);

      if (g_strcmp0 (code, self->scales[i].before) == 0)
        continue;
      changed = TRUE;
      clinch_row_set_text (values, fields[i], code);
    }
  if (*source != '\0')
    clinch_row_set_text (values, CLINCH_ASSESSMENT_SOURCE, source);
  if (confidence != NULL)
    clinch_row_set_text (values, CLINCH_ASSESSMENT_CONFIDENCE, confidence);
  if (changed || *source != '\0' || confidence != NULL)
    clinch_chain_action_assess (self->workspace, self->contact_id,
                                adw_switch_row_get_active (ADW_SWITCH_ROW (self->only_here))
                                ? self->opportunity_id : 0, values, NULL, saved_cb,
                                g_object_ref (self->parent));
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- The dialog ----------------------------------------------------------------------------- */

static void
add_scale (ClinchChainJudgeDialog  *self,
           ClinchTrait              trait,
           const ClinchChainValue  *value)
{
  Scale *scale = &self->scales[trait];
  GtkWidget *group = adw_preferences_group_new ();

  scale->dialog = self;
  scale->trait = trait;
  scale->before = g_strdup (value->code);
  scale->choice = clinch_chain_choice_new (CLINCH_KIND_ASSESSMENT, fields[trait], value->code);
  scale->help = make_help (scale);
  if (self->opportunity_id != 0 && value->origin == CLINCH_CHAIN_FOR_CUSTOMER)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (scale->choice),
                                 _("From the customer as a whole"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), scale->choice);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), scale->help);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
}

static void
add_origin (ClinchChainJudgeDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->source = adw_entry_row_new ();
  adw_preferences_row_set_title (
    ADW_PREFERENCES_ROW (self->source),
    clinch_field_label (clinch_kind_field (CLINCH_KIND_ASSESSMENT, CLINCH_ASSESSMENT_SOURCE)));
  self->confidence = clinch_chain_choice_new (CLINCH_KIND_ASSESSMENT,
                                              CLINCH_ASSESSMENT_CONFIDENCE, NULL);
  self->only_here = adw_switch_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->only_here),
                                 _("Only for This Opportunity"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (self->only_here), self->opportunity_id != 0);
  gtk_widget_set_visible (self->only_here, self->opportunity_id != 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->source);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->confidence);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->only_here);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
}

static char *
fact_origin (const ClinchRow *fact)
{
  const char *source = clinch_row_text (fact, CLINCH_FACT_SOURCE);
  const char *confidence = clinch_choice_label (CLINCH_CHOICE_CONFIDENCE,
                                                clinch_row_text (fact, CLINCH_FACT_CONFIDENCE));

  if (source == NULL || *source == '\0' || *confidence == '\0')
    return g_strconcat (source != NULL ? source : "", confidence, NULL);

  /* Translators: where a fact is from, and how sure it is. */
  return g_strdup_printf (C_("decision chain", "%1$s · %2$s"), source, confidence);
}

static void
add_facts (ClinchChainJudgeDialog  *self,
           const ClinchChainFigure *figure)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   C_("decision chain", "What Is Known"));
  gtk_widget_set_tooltip_text (add, _("Add a Fact"));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "judge.add-fact");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), add);
  for (guint i = 0; i < figure->facts->len; i++)
    {
      const ClinchRow *fact = figure->facts->pdata[i];
      g_autofree char *origin = fact_origin (fact);
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE,
                                     "title-lines", 0, NULL);

      g_object_set (row, "title", clinch_row_text (fact, CLINCH_FACT_TEXT), "subtitle", origin,
                    NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
}

static void
add_fact_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  ClinchChainJudgeDialog *self = CLINCH_CHAIN_JUDGE_DIALOG (widget);

  clinch_chain_dialogs_fact (self->parent, self->workspace, self->contact_id);
}

static GtkWidget *
make_button (const char *label,
             const char *action,
             const char *style)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (style != NULL)
    gtk_widget_add_css_class (button, style);

  return button;
}

static void
fill (ClinchChainJudgeDialog  *self,
      const ClinchChainFigure *figure)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *save = make_button (_("_Save"), "judge.save", "suggested-action");

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), make_button (_("_Cancel"), "judge.cancel",
                                                                NULL));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), save);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  self->page = adw_preferences_page_new ();
  adw_preferences_page_set_description (ADW_PREFERENCES_PAGE (self->page), figure->silence);
  for (int i = 0; i < CLINCH_N_TRAITS; i++)
    add_scale (self, i, &figure->values[i]);
  add_origin (self);
  add_facts (self, figure);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), self->page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_focus (ADW_DIALOG (self), self->scales[0].choice);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "judge.save",
                                 !clinch_workspace_is_read_only (self->workspace));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
clinch_chain_judge_dialog_finalize (GObject *object)
{
  ClinchChainJudgeDialog *self = CLINCH_CHAIN_JUDGE_DIALOG (object);

  for (int i = 0; i < CLINCH_N_TRAITS; i++)
    g_free (self->scales[i].before);
  g_clear_object (&self->workspace);
  g_clear_weak_pointer (&self->parent);

  G_OBJECT_CLASS (clinch_chain_judge_dialog_parent_class)->finalize (object);
}

static void
clinch_chain_judge_dialog_class_init (ClinchChainJudgeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinch_chain_judge_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "judge.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "judge.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "judge.add-fact", NULL, add_fact_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "judge.save", NULL);
}

static void
clinch_chain_judge_dialog_init (ClinchChainJudgeDialog *self)
{
}

AdwDialog *
clinch_chain_judge_dialog_new (ClinchWorkspace           *workspace,
                               GtkWidget                 *parent,
                               const ClinchDecisionChain *chain,
                               guint                      person)
{
  const ClinchChainFigure *figure = clinch_decision_chain_person (chain, person);
  ClinchChainJudgeDialog *self = g_object_new (
    CLINCH_TYPE_CHAIN_JUDGE_DIALOG, "title", clinch_decision_chain_name (chain, person),
    "content-width", WIDTH, "content-height", HEIGHT, NULL);

  self->workspace = g_object_ref (workspace);
  g_set_weak_pointer (&self->parent, parent);
  self->contact_id = figure->id;
  self->opportunity_id = chain->opportunity != NULL ? chain->opportunity->id : 0;
  fill (self, figure);

  return ADW_DIALOG (self);
}
