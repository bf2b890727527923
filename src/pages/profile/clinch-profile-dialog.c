// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-profile-dialog.h"

#include "clinch-actions.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-field-row.h"
#include "clinch-profile-actions.h"

#include <glib/gi18n-lib.h>

struct _ClinchProfileDialog
{
  AdwDialog parent_instance;

  GtkButton *confirm_button;
  AdwBanner *error_banner;
  AdwPreferencesGroup *group;
  AdwComboRow *choice_row;

  ClinchWorkspace *workspace;
  gint64 customer_id;
  gint64 dimension_id; /* 0 where the grade is asked for */
  gboolean takes_several;
  GArray *tags;        /* gint64, by place in the choice */
  GPtrArray *grades;   /* const char *, the same; NULL to follow the profile */
  ClinchRow *answer;
  GPtrArray *rows;     /* ClinchFieldRow, borrowed from the group */
};

G_DEFINE_FINAL_TYPE (ClinchProfileDialog, clinch_profile_dialog, ADW_TYPE_DIALOG)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
cancel_cb (ClinchProfileDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinchProfileDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (result, &error);

  if (changes == NULL)
    {
      adw_banner_set_title (self->error_banner, error->message);
      adw_banner_set_revealed (self->error_banner, TRUE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->confirm_button), TRUE);
      return;
    }

  g_signal_emit (self, signals[DONE], 0, changes);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
set_tag (ClinchProfileDialog *self,
         guint                selected)
{
  ClinchTagRequest request = {
    .dimension_id = self->dimension_id,
    .tags = &g_array_index (self->tags, gint64, selected),
    .n_tags = 1,
    .keeps = self->takes_several,
    .since = clinch_row_text (self->answer, CLINCH_CUSTOMER_TAG_SINCE),
    .source = clinch_row_text (self->answer, CLINCH_CUSTOMER_TAG_SOURCE),
    .confidence = clinch_row_text (self->answer, CLINCH_CUSTOMER_TAG_CONFIDENCE),
    .note = clinch_row_text (self->answer, CLINCH_CUSTOMER_TAG_NOTE),
  };

  clinch_profile_action_tag (self->workspace, self->customer_id, &request, changed_cb,
                             g_object_ref (self));
}

static void
confirm_cb (ClinchProfileDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->choice_row);

  for (guint i = 0; i < self->rows->len; i++)
    if (!clinch_field_row_commit (self->rows->pdata[i]))
      {
        gtk_widget_child_focus (self->rows->pdata[i], GTK_DIR_TAB_FORWARD);
        return;
      }
  if (selected == GTK_INVALID_LIST_POSITION)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm_button), FALSE);
  if (self->dimension_id != 0)
    set_tag (self, selected);
  else
    clinch_profile_action_set_grade (self->workspace, self->customer_id,
                                     self->grades->pdata[selected],
                                     clinch_row_text (self->answer, CLINCH_CUSTOMER_GRADE_REASON),
                                     changed_cb, g_object_ref (self));
}

static void
add_field (ClinchProfileDialog *self,
           int                  field)
{
  GtkWidget *row = clinch_field_row_new (self->workspace, self->answer->kind, field);

  clinch_field_row_set_draft (CLINCH_FIELD_ROW (row), self->answer);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clinch_profile_dialog_dispose (GObject *object)
{
  ClinchProfileDialog *self = CLINCH_PROFILE_DIALOG (object);

  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_PROFILE_DIALOG);

  G_OBJECT_CLASS (clinch_profile_dialog_parent_class)->dispose (object);
}

static void
clinch_profile_dialog_finalize (GObject *object)
{
  ClinchProfileDialog *self = CLINCH_PROFILE_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->grades);
  g_array_unref (self->tags);
  g_clear_pointer (&self->answer, clinch_row_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_profile_dialog_parent_class)->finalize (object);
}

static void
clinch_profile_dialog_class_init (ClinchProfileDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_profile_dialog_dispose;
  object_class->finalize = clinch_profile_dialog_finalize;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/pages/profile/"
                                               "profile-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchProfileDialog, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchProfileDialog, error_banner);
  gtk_widget_class_bind_template_child (widget_class, ClinchProfileDialog, group);
  gtk_widget_class_bind_template_child (widget_class, ClinchProfileDialog, choice_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
}

static void
clinch_profile_dialog_init (ClinchProfileDialog *self)
{
  self->tags = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->grades = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->confirm_button));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->choice_row));
}

static void
set_choices (ClinchProfileDialog *self,
             const char          *title,
             GtkStringList       *names,
             guint                selected)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->choice_row), title);
  adw_combo_row_set_model (self->choice_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->choice_row, selected);
}

/* Begins with the newest tag that is set, as somebody corrects or renews what is there. */
static void
fill_tag (ClinchProfileDialog     *self,
          const ClinchProfileLine *line)
{
  const ClinchDimensionRule *rule = line->rule;
  const ClinchProfileTag *newest = line->tags->len > 0 ? line->tags->pdata[0] : NULL;
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  char today[CLINCH_DATE_SIZE];
  guint selected = 0;

  clinch_clock_today (today);
  self->answer = clinch_row_new (CLINCH_KIND_CUSTOMER_TAG);
  clinch_row_set_text (self->answer, CLINCH_CUSTOMER_TAG_SINCE, today);
  for (guint i = 0; i < rule->tags->len; i++)
    {
      gint64 id = g_array_index (rule->tags, gint64, i);

      gtk_string_list_append (names, rule->tag_names->pdata[i]);
      g_array_append_val (self->tags, id);
      if (newest != NULL && newest->tag_id == id)
        selected = i;
    }
  if (newest != NULL)
    {
      clinch_row_set_text (self->answer, CLINCH_CUSTOMER_TAG_SOURCE, newest->source);
      clinch_row_set_text (self->answer, CLINCH_CUSTOMER_TAG_CONFIDENCE, newest->confidence);
      clinch_row_set_text (self->answer, CLINCH_CUSTOMER_TAG_NOTE, newest->note);
    }
  set_choices (self, C_("profile", "Tag"), names, selected);
}

ClinchProfileDialog *
clinch_profile_dialog_new_tag (ClinchWorkspace         *workspace,
                               gint64                   customer_id,
                               const ClinchProfileLine *line)
{
  ClinchProfileDialog *self = g_object_new (CLINCH_TYPE_PROFILE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->customer_id = customer_id;
  self->dimension_id = line->rule->id;
  self->takes_several = line->rule->several;
  adw_dialog_set_title (ADW_DIALOG (self), line->rule->name);
  fill_tag (self, line);
  add_field (self, CLINCH_CUSTOMER_TAG_SINCE);
  add_field (self, CLINCH_CUSTOMER_TAG_SOURCE);
  add_field (self, CLINCH_CUSTOMER_TAG_CONFIDENCE);
  add_field (self, CLINCH_CUSTOMER_TAG_NOTE);

  return self;
}

ClinchProfileDialog *
clinch_profile_dialog_new_grade (ClinchWorkspace             *workspace,
                                 const ClinchCustomerProfile *profile)
{
  int n_grades;
  const ClinchChoiceValue *grades = clinch_choice_values (CLINCH_CHOICE_GRADE, &n_grades);
  ClinchProfileDialog *self = g_object_new (CLINCH_TYPE_PROFILE_DIALOG, NULL);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const char *own = profile->by_profile;
  g_autofree char *follow =
    own != NULL ? g_strdup_printf (_("By the profile: %s"),
                                   clinch_choice_label (CLINCH_CHOICE_GRADE, own))
    : g_strdup (_("By the profile: none yet"));
  guint selected = 0;

  self->workspace = g_object_ref (workspace);
  self->customer_id = profile->customer->id;
  self->answer = clinch_row_new (CLINCH_KIND_CUSTOMER);
  clinch_row_set_text (self->answer, CLINCH_CUSTOMER_GRADE_REASON, profile->reason);
  gtk_string_list_append (names, follow);
  g_ptr_array_add (self->grades, NULL);
  for (int i = 0; i < n_grades; i++)
    {
      const char *code = grades[i].code;

      gtk_string_list_append (names, clinch_choice_label (CLINCH_CHOICE_GRADE, code));
      g_ptr_array_add (self->grades, (gpointer) code);
      if (g_strcmp0 (code, profile->grade) == 0 && g_strcmp0 (profile->grade, own) != 0)
        selected = i + 1;
    }
  adw_dialog_set_title (ADW_DIALOG (self), C_("profile", "Grade"));
  adw_preferences_group_set_description (self->group,
                                         _("A grade against the profile needs a reason; both are "
                                           "shown."));
  set_choices (self, C_("profile", "Grade"), names, selected);
  add_field (self, CLINCH_CUSTOMER_GRADE_REASON);

  return self;
}
