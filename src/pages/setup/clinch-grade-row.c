// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-grade-row.h"

#include "clinch-draft-adjustment.h"
#include "clinch-row-name.h"
#include "clinch-rule-history-dialog.h"
#include "clinch-text.h"

#include <glib/gi18n-lib.h>

struct _ClinchGradeRow
{
  AdwExpanderRow parent_instance;

  ClinchWorkspace *workspace;
  ClinchRuleDraft *draft;
  ClinchRecord *record;
  GtkWidget *usage_label;
  GtkWidget *channel_row;
  GtkWidget *topics_row;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (ClinchGradeRow, clinch_grade_row, ADW_TYPE_EXPANDER_ROW)

static int
drafted (ClinchGradeRow *self,
         int             field)
{
  return clinch_rule_draft_get_int (self->draft, self->record, field);
}

static char *
describe_title (ClinchGradeRow *self)
{
  int completeness = drafted (self, CLINCH_GRADE_RULE_LEAST_COMPLETENESS);

  if (completeness > 0)
    /* Translators: what a grade asks of a profile. */
    return g_strdup_printf (_("From %1$d points, %2$d%% known"),
                            drafted (self, CLINCH_GRADE_RULE_LEAST_SCORE), completeness);

  return g_strdup_printf (_("From %d points"), drafted (self, CLINCH_GRADE_RULE_LEAST_SCORE));
}

static char *
describe_attention (ClinchGradeRow *self)
{
  const char *channel = clinch_rule_draft_get_text (self->draft, self->record,
                                                    CLINCH_GRADE_RULE_CHANNEL);
  int cadence = drafted (self, CLINCH_GRADE_RULE_CADENCE);
  int silent = drafted (self, CLINCH_GRADE_RULE_SILENT);
  g_autoptr(GString) text = g_string_new (NULL);

  if (clinch_rule_draft_has (self->draft, self->record))
    g_string_append_printf (text, "%s · ", _("Changed in the draft"));
  if (cadence > 0)
    g_string_append_printf (text, ngettext ("Every %d day", "Every %d days", cadence), cadence);
  else
    g_string_append (text, _("No rhythm"));
  if (channel != NULL)
    g_string_append_printf (text, " · %s", clinch_choice_label (CLINCH_CHOICE_FOLLOW_UP, channel));
  if (silent > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("warned after %d day of silence",
                                              "warned after %d days of silence", silent), silent);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_channel (ClinchGradeRow *self)
{
  const char *code = clinch_rule_draft_get_text (self->draft, self->record,
                                                 CLINCH_GRADE_RULE_CHANNEL);
  int n_values;
  const ClinchChoiceValue *values = clinch_choice_values (CLINCH_CHOICE_FOLLOW_UP, &n_values);
  guint selected = 0;

  for (int i = 0; i < n_values; i++)
    if (g_strcmp0 (values[i].code, code) == 0)
      selected = i + 1;
  self->filling = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->channel_row), selected);
  self->filling = FALSE;
}

static void
show_topics (ClinchGradeRow *self)
{
  const char *topics = clinch_rule_draft_get_text (self->draft, self->record,
                                                   CLINCH_GRADE_RULE_TOPICS);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->topics_row)), topics) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->topics_row), topics != NULL ? topics : "");
}

static void
update (ClinchGradeRow *self)
{
  g_autofree char *title = describe_title (self);
  g_autofree char *subtitle = describe_attention (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  show_channel (self);
  show_topics (self);
}

static void
channel_changed_cb (ClinchGradeRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->channel_row));
  int n_values;
  const ClinchChoiceValue *values = clinch_choice_values (CLINCH_CHOICE_FOLLOW_UP, &n_values);

  if (!self->filling)
    clinch_rule_draft_set_text (self->draft, self->record, CLINCH_GRADE_RULE_CHANNEL,
                                selected > 0 && selected <= (guint) n_values
                                  ? values[selected - 1].code : NULL);
}

static void
add_number (ClinchGradeRow *self,
            int             field,
            double          upper,
            const char     *title,
            const char     *subtitle)
{
  g_autoptr(GtkAdjustment) adjustment = clinch_draft_adjustment_new (self->draft, self->record,
                                                                     field, upper);
  GtkWidget *row = adw_spin_row_new (adjustment, 1, 0);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_widget_set_sensitive (row, !clinch_workspace_is_read_only (self->workspace));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_channel (ClinchGradeRow *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  int n_values;
  const ClinchChoiceValue *values = clinch_choice_values (CLINCH_CHOICE_FOLLOW_UP, &n_values);

  gtk_string_list_append (names, C_("setup", "Any Way"));
  for (int i = 0; i < n_values; i++)
    gtk_string_list_append (names, clinch_choice_label (CLINCH_CHOICE_FOLLOW_UP, values[i].code));
  self->channel_row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->channel_row), C_("setup", "Way"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->channel_row), G_LIST_MODEL (names));
  gtk_widget_set_sensitive (self->channel_row, !clinch_workspace_is_read_only (self->workspace));
  g_signal_connect_object (self->channel_row, "notify::selected", G_CALLBACK (channel_changed_cb),
                           self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->channel_row);
}

static void
topics_applied_cb (ClinchGradeRow *self)
{
  g_autofree char *text = clinch_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (
                                                                           self->topics_row)));

  clinch_rule_draft_set_text (self->draft, self->record, CLINCH_GRADE_RULE_TOPICS, text);
}

static void
add_topics (ClinchGradeRow *self)
{
  self->topics_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->topics_row), C_("setup", "Topics"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->topics_row), TRUE);
  gtk_widget_set_sensitive (self->topics_row, !clinch_workspace_is_read_only (self->workspace));
  g_signal_connect_object (self->topics_row, "apply", G_CALLBACK (topics_applied_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->topics_row);
}

static void
history_activated_cb (ClinchGradeRow *self)
{
  clinch_rule_history_dialog_present (GTK_WIDGET (self), self->workspace, self->record);
}

static void
add_history (ClinchGradeRow *self)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_("setup", "_History"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (history_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
clinch_grade_row_dispose (GObject *object)
{
  ClinchGradeRow *self = CLINCH_GRADE_ROW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->draft);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (clinch_grade_row_parent_class)->dispose (object);
}

static void
clinch_grade_row_class_init (ClinchGradeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = clinch_grade_row_dispose;
}

static void
clinch_grade_row_init (ClinchGradeRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  clinch_row_name_after_title (ADW_PREFERENCES_ROW (self));
}

static void
add_badge (ClinchGradeRow *self)
{
  GtkWidget *badge = gtk_label_new (clinch_choice_label (
                                      CLINCH_CHOICE_GRADE,
                                      clinch_record_get_text (self->record,
                                                              CLINCH_GRADE_RULE_GRADE)));

  gtk_widget_add_css_class (badge, "grade-badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), badge);
  self->usage_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->usage_label, "dimmed");
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->usage_label);
}

GtkWidget *
clinch_grade_row_new (ClinchWorkspace *workspace,
                      ClinchRuleDraft *draft,
                      ClinchRecord    *record)
{
  ClinchGradeRow *self = g_object_new (CLINCH_TYPE_GRADE_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  self->draft = g_object_ref (draft);
  self->record = g_object_ref (record);
  add_badge (self);
  add_number (self, CLINCH_GRADE_RULE_LEAST_SCORE, 100, _("Score From"), NULL);
  add_number (self, CLINCH_GRADE_RULE_LEAST_COMPLETENESS, 100, _("Known From"),
              _("Percent of the profile"));
  add_number (self, CLINCH_GRADE_RULE_CADENCE, 365, _("In Touch Every"),
              _("Days; 0 for no rhythm"));
  add_channel (self);
  add_topics (self);
  add_number (self, CLINCH_GRADE_RULE_SILENT, 365, _("Warn After"),
              _("Days of silence; 0 for never"));
  add_history (self);
  update (self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

ClinchRecord *
clinch_grade_row_get_record (ClinchGradeRow *self)
{
  g_return_val_if_fail (CLINCH_IS_GRADE_ROW (self), NULL);

  return self->record;
}

void
clinch_grade_row_set_usage (ClinchGradeRow *self,
                            guint           n_customers)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u customer", "%u customers", n_customers),
                                           n_customers);

  g_return_if_fail (CLINCH_IS_GRADE_ROW (self));

  gtk_label_set_label (GTK_LABEL (self->usage_label), text);
}
