// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-merge-dialog.h"

#include "clinch-actions.h"
#include "clinch-group-rows.h"
#include "clinch-merge-choice.h"
#include "clinch-page.h"
#include "clinch-reading.h"
#include "clinch-record-picker.h"

#include <glib/gi18n-lib.h>

struct _ClinchMergeDialog
{
  AdwDialog parent_instance;

  AdwBanner *banner;
  AdwActionRow *keep_row;
  AdwActionRow *other_row;
  GtkMenuButton *other_button;
  AdwPreferencesGroup *choices_group;
  AdwPreferencesGroup *moves_group;
  GtkLabel *hint_label;

  ClinchWorkspace *workspace;
  ClinchKind kind;
  ClinchRecord *keep;
  ClinchRecord *other;
  ClinchRecordPicker *picker;
  GPtrArray *choices; /* ClinchMergeChoice */
  GPtrArray *moves;   /* rows that say what moves */
  ClinchMergeRequest request;
  gboolean is_narrow;
  gboolean is_merging;
};

G_DEFINE_FINAL_TYPE (ClinchMergeDialog, clinch_merge_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  ClinchKind kind;
  gint64 id;
} CountJob;

static gboolean
is_ready (ClinchMergeDialog *self)
{
  return self->keep != NULL && self->other != NULL && clinch_record_is_loaded (self->keep)
         && clinch_record_is_loaded (self->other) && clinch_record_get_row (self->keep) != NULL
         && clinch_record_get_row (self->other) != NULL;
}

static void
update_actions (ClinchMergeDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.merge",
                                 is_ready (self) && !self->is_merging);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.swap",
                                 is_ready (self) && !self->is_merging);
}

/* How many records of each kind move along. */
static gpointer
count_moves (ClinchDb  *db,
             gpointer   data,
             GError   **error)
{
  const CountJob *job = data;
  g_autofree gint64 *counts = g_new0 (gint64, CLINCH_N_KINDS);

  if (!clinch_merge_count (db, job->kind, job->id, counts, error))
    return NULL;

  return g_steal_pointer (&counts);
}

static void
show_moves (ClinchMergeDialog *self,
            const gint64      *counts)
{
  clinch_group_rows_clear (self->moves);
  for (int kind = CLINCH_KIND_NONE + 1; kind < CLINCH_N_KINDS; kind++)
    {
      g_autofree char *count = NULL;
      GtkWidget *row;
      GtkWidget *label;

      if (counts[kind] == 0)
        continue;
      row = adw_action_row_new ();
      count = g_strdup_printf ("%" G_GINT64_FORMAT, counts[kind]);
      label = gtk_label_new (count);
      gtk_widget_add_css_class (label, "numeric");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), clinch_kind_label (kind, TRUE));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      clinch_group_rows_add (self->moves, self->moves_group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->moves_group), self->moves->len > 0);
}

static void
show_counts (GtkWidget     *widget,
             gconstpointer  question,
             gpointer       answer)
{
  g_autofree gint64 *counts = answer;

  show_moves (CLINCH_MERGE_DIALOG (widget), counts);
}

static const ClinchReading moves_reading = {
  .load = count_moves,
  .show = show_counts,
  .question_free = g_free,
  .answer_free = g_free,
  .is_quiet = TRUE,
};

static void
count (ClinchMergeDialog *self)
{
  CountJob job = { self->kind, clinch_record_get_id (self->other) };

  clinch_reading_ask (GTK_WIDGET (self), self->workspace, &moves_reading,
                      g_memdup2 (&job, sizeof job));
}

static void
show_choices (ClinchMergeDialog *self)
{
  const ClinchField *fields;
  int n_fields;

  clinch_group_rows_clear (self->choices);
  fields = clinch_kind_fields (self->kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      GtkWidget *choice;

      if (!clinch_merge_choice_is_needed (self->keep, self->other, &fields[i]))
        continue;
      choice = clinch_merge_choice_new (&self->request, self->keep, self->other, &fields[i]);
      clinch_merge_choice_set_narrow (CLINCH_MERGE_CHOICE (choice), self->is_narrow);
      clinch_group_rows_add (self->choices, self->choices_group, choice);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->choices_group), self->choices->len > 0);
  if (self->choices->len > 0)
    adw_dialog_set_focus (ADW_DIALOG (self),
                          clinch_merge_choice_get_chosen (self->choices->pdata[0]));
  gtk_label_set_label (self->hint_label,
                       self->choices->len > 0
                       ? _("What is empty is filled from the other one.")
                       : _("Nothing in them contradicts. What is empty is filled from the other "
                           "one."));
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), TRUE);
}

static void
show_name (AdwActionRow *row,
           ClinchRecord *record)
{
  const char *name = record != NULL ? clinch_record_get_name (record) : _("Nobody chosen yet");

  adw_action_row_set_subtitle (row, name);
}

static void
show_records (ClinchMergeDialog *self)
{
  show_name (self->keep_row, self->keep);
  show_name (self->other_row, self->other);
  update_actions (self);
  if (!is_ready (self))
    return;

  self->request = clinch_merge_propose (clinch_record_get_row (self->keep),
                                        clinch_record_get_row (self->other));
  show_choices (self);
  count (self);
}

static void
watch (ClinchMergeDialog  *self,
       ClinchRecord      **place,
       gint64              id)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, show_records, self);
  g_clear_object (place);
  if (id == 0)
    return;

  *place = clinch_workspace_get_record (self->workspace, self->kind, id);
  g_signal_connect_object (*place, "notify::loaded", G_CALLBACK (show_records), self,
                           G_CONNECT_SWAPPED);
}

static void
picked_cb (ClinchMergeDialog *self,
           gint64             id)
{
  watch (self, &self->other, id);
  adw_banner_set_revealed (self->banner, FALSE);
  show_records (self);
}

static void
set_narrow (ClinchMergeDialog *self,
            gboolean           is_narrow)
{
  self->is_narrow = is_narrow;
  for (guint i = 0; i < self->choices->len; i++)
    clinch_merge_choice_set_narrow (self->choices->pdata[i], is_narrow);
}

static void
narrow_cb (ClinchMergeDialog *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (ClinchMergeDialog *self)
{
  set_narrow (self, FALSE);
}

static void
merged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinchMergeDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (result, &error);

  self->is_merging = FALSE;
  if (changes == NULL)
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      update_actions (self);
      return;
    }

  clinch_page_toast_undo (GTK_WIDGET (self), NULL, changes);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
merge_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchMergeDialog *self = CLINCH_MERGE_DIALOG (widget);

  if (!is_ready (self) || self->is_merging)
    return;

  self->is_merging = TRUE;
  update_actions (self);
  clinch_action_merge (self->workspace, &self->request, NULL, merged_cb, g_object_ref (self));
}

static void
swap_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchMergeDialog *self = CLINCH_MERGE_DIALOG (widget);
  ClinchRecord *keep = self->keep;

  if (!is_ready (self))
    return;

  self->keep = self->other;
  self->other = keep;
  clinch_record_picker_set_excluded (self->picker, clinch_record_get_id (self->keep));
  show_records (self);
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
clinch_merge_dialog_dispose (GObject *object)
{
  ClinchMergeDialog *self = CLINCH_MERGE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_MERGE_DIALOG);
  g_clear_object (&self->keep);
  g_clear_object (&self->other);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_merge_dialog_parent_class)->dispose (object);
}

static void
clinch_merge_dialog_finalize (GObject *object)
{
  ClinchMergeDialog *self = CLINCH_MERGE_DIALOG (object);

  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->moves);

  G_OBJECT_CLASS (clinch_merge_dialog_parent_class)->finalize (object);
}

static void
clinch_merge_dialog_class_init (ClinchMergeDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_merge_dialog_dispose;
  object_class->finalize = clinch_merge_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/merge/merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchMergeDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, ClinchMergeDialog, keep_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchMergeDialog, other_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchMergeDialog, other_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchMergeDialog, choices_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchMergeDialog, moves_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchMergeDialog, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_install_action (widget_class, "dialog.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "dialog.swap", NULL, swap_action);
  gtk_widget_class_install_action (widget_class, "dialog.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "dialog.merge", NULL);
}

static void
clinch_merge_dialog_init (ClinchMergeDialog *self)
{
  self->choices = g_ptr_array_new ();
  self->moves = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
clinch_merge_dialog_new (ClinchWorkspace *workspace,
                         ClinchKind       kind,
                         gint64           keep_id,
                         gint64           other_id)
{
  ClinchMergeDialog *self = g_object_new (CLINCH_TYPE_MERGE_DIALOG, "title",
                                          kind == CLINCH_KIND_CUSTOMER ? _("Merge Customers")
                                                                       : _("Merge Contacts"),
                                          NULL);

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->picker = clinch_record_picker_new (workspace, kind);
  clinch_record_picker_set_excluded (self->picker, keep_id);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->other_button, GTK_WIDGET (self->picker));
  watch (self, &self->keep, keep_id);
  watch (self, &self->other, other_id);
  if (other_id == 0)
    adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->other_button));
  show_records (self);

  return ADW_DIALOG (self);
}
