// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-move-dialog.h"

#include "clinch-board-stage.h"
#include "clinch-field-row.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>

struct _ClinchMoveDialog
{
  AdwDialog parent_instance;

  GtkButton *confirm_button;
  AdwPreferencesGroup *group;
  AdwPreferencesGroup *suggestions_group;
  AdwWrapBox *suggestions;

  ClinchStageType type;
  ClinchRow *answer;
  GPtrArray *rows; /* ClinchFieldRow, borrowed from the group */
};

G_DEFINE_FINAL_TYPE (ClinchMoveDialog, clinch_move_dialog, ADW_TYPE_DIALOG)

enum
{
  CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What teams say most; anything else can be typed. */
static const char *const reasons[] = {
  NC_ ("lost reason", "Price"),
  NC_ ("lost reason", "Lost to a competitor"),
  NC_ ("lost reason", "Budget cut or frozen"),
  NC_ ("lost reason", "Project called off"),
  NC_ ("lost reason", "Requirements not met"),
  NC_ ("lost reason", "No contact with who decides"),
  NC_ ("lost reason", "Built in house"),
};

static void
cancel_cb (ClinchMoveDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
confirm_cb (ClinchMoveDialog *self)
{
  clinch_move_dialog_confirm (self);
}

static ClinchFieldRow *
find_row (ClinchMoveDialog *self,
          int               field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (clinch_field_row_get_field (self->rows->pdata[i]) == field)
      return self->rows->pdata[i];

  return NULL;
}

static void
reason_clicked_cb (GtkButton        *button,
                   ClinchMoveDialog *self)
{
  clinch_row_set_text (self->answer, CLINCH_OPPORTUNITY_LOST_REASON, gtk_button_get_label (button));
  clinch_field_row_set_draft (find_row (self, CLINCH_OPPORTUNITY_LOST_REASON), self->answer);
  clinch_field_row_set_error (find_row (self, CLINCH_OPPORTUNITY_LOST_REASON), NULL);
}

static void
add_reasons (ClinchMoveDialog *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      GtkWidget *button =
        gtk_button_new_with_label (g_dpgettext2 (NULL, "lost reason", reasons[i]));

      gtk_widget_add_css_class (button, "pill-small");
      g_signal_connect (button, "clicked", G_CALLBACK (reason_clicked_cb), self);
      adw_wrap_box_append (self->suggestions, button);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions_group), TRUE);
}

static void
add_row (ClinchMoveDialog *self,
         ClinchWorkspace  *workspace,
         int               field)
{
  GtkWidget *row = clinch_field_row_new (workspace, CLINCH_KIND_OPPORTUNITY, field);

  clinch_field_row_set_draft (CLINCH_FIELD_ROW (row), self->answer);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
fill_answer (ClinchMoveDialog *self,
             ClinchWorkspace  *workspace,
             ClinchRecord     *opportunity,
             const char       *today)
{
  const char *currency = opportunity != NULL
                         ? clinch_record_get_text (opportunity, CLINCH_OPPORTUNITY_CURRENCY) : NULL;
  const char *competitor = opportunity != NULL
                           ? clinch_record_get_text (opportunity, CLINCH_OPPORTUNITY_COMPETITOR)
                           : NULL;

  self->answer = clinch_row_new (CLINCH_KIND_OPPORTUNITY);
  clinch_row_set_text (self->answer, CLINCH_OPPORTUNITY_CURRENCY,
                       currency != NULL ? currency : clinch_workspace_get_currency (workspace));
  clinch_row_set_text (self->answer, CLINCH_OPPORTUNITY_CLOSED, today);
  if (opportunity != NULL && self->type == CLINCH_STAGE_WON
      && !clinch_record_is_null (opportunity, CLINCH_OPPORTUNITY_AMOUNT))
    clinch_row_set_int (self->answer, CLINCH_OPPORTUNITY_AMOUNT,
                        clinch_record_get_int (opportunity, CLINCH_OPPORTUNITY_AMOUNT));
  if (self->type == CLINCH_STAGE_LOST && competitor != NULL)
    clinch_row_set_text (self->answer, CLINCH_OPPORTUNITY_COMPETITOR, competitor);
}

static char *
describe_move (ClinchRecord *stage,
               ClinchRecord *opportunity,
               guint         n_opportunities)
{
  g_autofree char *stage_name = clinch_text_escape_markup (clinch_record_get_name (stage));
  g_autofree char *name = NULL;

  if (opportunity == NULL)
    /* Translators: how many opportunities, name of a stage. */
    return g_strdup_printf (ngettext ("%1$d opportunity goes to %2$s.",
                                      "%1$d opportunities go to %2$s.", (int) n_opportunities),
                            (int) n_opportunities, stage_name);

  name = clinch_text_escape_markup (clinch_record_get_name (opportunity));
  /* Translators: name of an opportunity, name of a stage. */
  return g_strdup_printf (_("“%1$s” goes to %2$s."), name, stage_name);
}

static void
clinch_move_dialog_dispose (GObject *object)
{
  ClinchMoveDialog *self = CLINCH_MOVE_DIALOG (object);

  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_MOVE_DIALOG);

  G_OBJECT_CLASS (clinch_move_dialog_parent_class)->dispose (object);
}

static void
clinch_move_dialog_finalize (GObject *object)
{
  ClinchMoveDialog *self = CLINCH_MOVE_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->answer, clinch_row_unref);

  G_OBJECT_CLASS (clinch_move_dialog_parent_class)->finalize (object);
}

static void
clinch_move_dialog_class_init (ClinchMoveDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_move_dialog_dispose;
  object_class->finalize = clinch_move_dialog_finalize;

  signals[CONFIRMED] = g_signal_new ("confirmed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/board/move-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchMoveDialog, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchMoveDialog, group);
  gtk_widget_class_bind_template_child (widget_class, ClinchMoveDialog, suggestions_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchMoveDialog, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
}

static void
clinch_move_dialog_init (ClinchMoveDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->confirm_button));
}

/* What there is to say can be typed at once. */
static void
focus_first_row (ClinchMoveDialog *self)
{
  clinch_field_row_focus (self->rows->pdata[0]);
}

ClinchMoveDialog *
clinch_move_dialog_new (ClinchWorkspace *workspace,
                        ClinchRecord    *stage,
                        ClinchRecord    *opportunity,
                        guint            n_opportunities,
                        const char      *today)
{
  ClinchMoveDialog *self = g_object_new (CLINCH_TYPE_MOVE_DIALOG, NULL);
  g_autofree char *description = describe_move (stage, opportunity, n_opportunities);

  self->type = clinch_stage_get_type_code (stage);
  fill_answer (self, workspace, opportunity, today);
  adw_preferences_group_set_description (self->group, description);

  if (self->type == CLINCH_STAGE_LOST)
    {
      adw_dialog_set_title (ADW_DIALOG (self), _("Why Was It Lost?"));
      add_row (self, workspace, CLINCH_OPPORTUNITY_LOST_REASON);
      add_row (self, workspace, CLINCH_OPPORTUNITY_COMPETITOR);
      add_reasons (self);
    }
  else
    {
      adw_dialog_set_title (ADW_DIALOG (self), _("What Was Signed?"));
      if (opportunity != NULL)
        add_row (self, workspace, CLINCH_OPPORTUNITY_AMOUNT);
      add_row (self, workspace, CLINCH_OPPORTUNITY_CLOSED);
    }
  g_signal_connect (self, "map", G_CALLBACK (focus_first_row), NULL);

  return self;
}

const ClinchRow *
clinch_move_dialog_get_answer (ClinchMoveDialog *self)
{
  g_return_val_if_fail (CLINCH_IS_MOVE_DIALOG (self), NULL);

  return self->answer;
}

gboolean
clinch_move_dialog_confirm (ClinchMoveDialog *self)
{
  g_return_val_if_fail (CLINCH_IS_MOVE_DIALOG (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (!clinch_field_row_commit (self->rows->pdata[i]))
      {
        gtk_widget_child_focus (self->rows->pdata[i], GTK_DIR_TAB_FORWARD);
        return FALSE;
      }

  if (self->type == CLINCH_STAGE_LOST
      && clinch_row_is_null (self->answer, CLINCH_OPPORTUNITY_LOST_REASON))
    {
      ClinchFieldRow *row = find_row (self, CLINCH_OPPORTUNITY_LOST_REASON);

      clinch_field_row_set_error (row, _("Say why it was lost, or choose a reason below."));
      gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
      return FALSE;
    }

  g_signal_emit (self, signals[CONFIRMED], 0);
  adw_dialog_force_close (ADW_DIALOG (self));
  return TRUE;
}
