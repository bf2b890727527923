// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-draft-bar.h"

#include "clinch-actions.h"
#include "clinch-announce.h"
#include "clinch-clock.h"
#include "clinch-page.h"
#include "clinch-profile-derive.h"
#include "clinch-regrade-dialog.h"
#include "clinch-rule-actions.h"

#include <glib/gi18n-lib.h>

#define PROGRESS_INTERVAL_MS 80

/* A preview that is being worked out. */
typedef struct
{
  GPtrArray *edits;
  gint64 now;
  int thousandths; /* written by the worker */
} Job;

struct _ClinchDraftBar
{
  AdwBin parent_instance;

  GtkProgressBar *progress_bar;
  GtkLabel *count_label;
  GtkLabel *effect_label;
  GtkWidget *show_button;
  GtkWidget *stop_button;

  ClinchWorkspace *workspace;
  ClinchRuleDraft *draft;
  ClinchRegradePreview *preview;
  Job *job; /* the newest; NULL while none runs */
  GCancellable *cancellable;
  guint progress_source;
  gboolean applying;
  gint64 applied_step; /* done, and the records do not show it yet */
  gint64 shown_step;   /* the newest that the records show */
};

G_DEFINE_FINAL_TYPE (ClinchDraftBar, clinch_draft_bar, ADW_TYPE_BIN)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->edits);
  g_free (job);
}

static void
note_progress (guint    done,
               guint    total,
               gpointer user_data)
{
  Job *job = user_data;

  g_atomic_int_set (&job->thousandths, total > 0 ? (int) (done * 1000.0 / total) : 0);
}

static gpointer
preview_job (ClinchDb  *db,
             gpointer   data,
             GError   **error)
{
  Job *job = data;

  return clinch_regrade_preview_load (db, job->edits, job->now, note_progress, job, error);
}

/* --- Showing */

static char *
describe_effect (const ClinchRegradePreview *preview)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (preview->regrades->len == 0)
    g_string_append (text, _("No customer would change grade."));
  else
    g_string_append_printf (text, ngettext ("%1$u of %2$u customers would change grade: ",
                                            "%1$u of %2$u customers would change grade: ",
                                            preview->regrades->len),
                            preview->regrades->len, preview->n_customers);
  for (guint i = 0; i < preview->moves->len; i++)
    {
      const ClinchRegradeMove *move = &g_array_index (preview->moves, ClinchRegradeMove, i);

      /* Translators: grade before, grade after, how many customers. */
      g_string_append_printf (text, _("%1$s → %2$s %3$u"), clinch_regrade_grade_label (move->from),
                              clinch_regrade_grade_label (move->to), move->n_customers);
      g_string_append (text, i + 1 < preview->moves->len ? C_("list", ", ") : "");
    }
  if (preview->n_by_hand > 0)
    {
      g_string_append (text, preview->regrades->len > 0 ? " · " : " ");
      g_string_append_printf (text, ngettext ("%u that was set by hand stays",
                                              "%u that were set by hand stay",
                                              preview->n_by_hand), preview->n_by_hand);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_busy (ClinchDraftBar *self)
{
  return self->job != NULL || self->applying;
}

static void
show_state (ClinchDraftBar *self)
{
  guint n_edits = clinch_rule_draft_count (self->draft);
  g_autofree char *count = NULL;
  g_autofree char *effect = NULL;
  gboolean can_write = !clinch_workspace_is_read_only (self->workspace);

  if (n_edits > 0)
    {
      count = g_strdup_printf (ngettext ("%u change, not applied yet",
                                         "%u changes, not applied yet", n_edits), n_edits);
      gtk_label_set_label (self->count_label, count);
    }
  if (self->applying)
    effect = g_strdup (_("Grading all customers anew…"));
  else if (self->job != NULL)
    effect = g_strdup (_("Working out who would change grade…"));
  else if (self->preview != NULL)
    effect = describe_effect (self->preview);
  else
    effect = g_strdup (_("The preview was stopped."));
  gtk_label_set_label (self->effect_label, effect);
  gtk_widget_set_visible (self->show_button, !is_busy (self) && self->preview != NULL
                                             && self->preview->regrades->len > 0);
  gtk_widget_set_visible (self->stop_button, is_busy (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.apply", !self->applying && can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.discard", !self->applying);
  gtk_widget_set_visible (GTK_WIDGET (self), n_edits > 0);
}

static gboolean
progress_cb (gpointer user_data)
{
  ClinchDraftBar *self = user_data;

  /* What is done at once needs no bar. */
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), TRUE);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 self->applying ? clinch_profile_derive_progress ()
                                 : self->job != NULL
                                 ? g_atomic_int_get (&self->job->thousandths) / 1000.0 : 0);
  return G_SOURCE_CONTINUE;
}

static void
begin_work (ClinchDraftBar *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->progress_source == 0)
    self->progress_source = g_timeout_add (PROGRESS_INTERVAL_MS, progress_cb, self);
}

static void
end_work (ClinchDraftBar *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->progress_bar != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
}

/* --- The preview */

static void
previewed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ClinchDraftBar) self = user_data;
  gboolean is_newest = clinch_store_job_data (result) == self->job;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchRegradePreview) preview = NULL;

  preview = clinch_store_read_finish (CLINCH_STORE (object), result, &error);
  if (!is_newest)
    return;

  self->job = NULL;
  if (!self->applying)
    end_work (self);
  if (self->effect_label == NULL)
    return;
  if (preview == NULL)
    clinch_page_report (GTK_WIDGET (self), error);
  self->preview = g_steal_pointer (&preview);
  show_state (self);
  if (self->preview != NULL)
    clinch_announce (GTK_WIDGET (self), gtk_label_get_label (self->effect_label));
}

static void
ask (ClinchDraftBar *self)
{
  g_clear_pointer (&self->preview, clinch_regrade_preview_free);
  begin_work (self);
  self->job = NULL;
  if (clinch_rule_draft_count (self->draft) > 0)
    {
      self->job = g_new0 (Job, 1);
      self->job->edits = clinch_rule_draft_dup_edits (self->draft);
      self->job->now = clinch_clock_now ();
      clinch_store_read_slow_async (clinch_workspace_get_store (self->workspace), preview_job,
                                    self->job, job_free,
                                    (GDestroyNotify) clinch_regrade_preview_free,
                                    self->cancellable, previewed_cb, g_object_ref (self));
    }
  else
    end_work (self);
  show_state (self);
}

static void
draft_changed_cb (ClinchDraftBar *self)
{
  if (!self->applying)
    ask (self);
}

/* The records are as the draft was, which so changes nothing any more. */
static void
settle (ClinchDraftBar *self)
{
  self->applying = FALSE;
  self->applied_step = 0;
  clinch_rule_draft_clear (self->draft);
}

static void
workspace_changed_cb (ClinchDraftBar  *self,
                      ClinchChangeSet *changes)
{
  self->shown_step = MAX (self->shown_step, changes->step_id);
  if (self->applied_step != 0 && self->shown_step >= self->applied_step)
    settle (self);
  else if (!self->applying && clinch_rule_draft_count (self->draft) > 0
           && (clinch_change_set_touches (changes, CLINCH_KIND_DIMENSION)
               || clinch_change_set_touches (changes, CLINCH_KIND_TAG)
               || clinch_change_set_touches (changes, CLINCH_KIND_GRADE_RULE)))
    ask (self);
}

/* --- Actions */

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinchDraftBar) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (result, &error);

  end_work (self);
  if (self->effect_label == NULL)
    return;
  if (changes == NULL)
    {
      self->applying = FALSE;
      clinch_page_report (GTK_WIDGET (self), error);
      show_state (self);
      return;
    }

  clinch_page_toast_undo (GTK_WIDGET (self), NULL, changes);
  self->applied_step = changes->step_id;
  if (self->shown_step >= self->applied_step)
    settle (self);
}

static void
apply_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchDraftBar *self = CLINCH_DRAFT_BAR (widget);
  g_autoptr(GPtrArray) edits = clinch_rule_draft_dup_edits (self->draft);

  begin_work (self);
  self->applying = TRUE;
  clinch_action_apply_rules (self->workspace, edits, self->cancellable, applied_cb,
                             g_object_ref (self));
  show_state (self);
}

static void
discard_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  clinch_rule_draft_clear (CLINCH_DRAFT_BAR (widget)->draft);
}

static void
stop_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_cancellable_cancel (CLINCH_DRAFT_BAR (widget)->cancellable);
}

static void
show_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchDraftBar *self = CLINCH_DRAFT_BAR (widget);

  if (self->preview != NULL)
    clinch_regrade_dialog_present (widget, self->preview);
}

static void
clinch_draft_bar_dispose (GObject *object)
{
  ClinchDraftBar *self = CLINCH_DRAFT_BAR (object);

  if (!self->applying)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_DRAFT_BAR);
  g_clear_object (&self->workspace);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (clinch_draft_bar_parent_class)->dispose (object);
}

static void
clinch_draft_bar_finalize (GObject *object)
{
  ClinchDraftBar *self = CLINCH_DRAFT_BAR (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->preview, clinch_regrade_preview_free);

  G_OBJECT_CLASS (clinch_draft_bar_parent_class)->finalize (object);
}

static void
clinch_draft_bar_class_init (ClinchDraftBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_draft_bar_dispose;
  object_class->finalize = clinch_draft_bar_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/setup/draft-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchDraftBar, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, ClinchDraftBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchDraftBar, effect_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchDraftBar, show_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchDraftBar, stop_button);

  gtk_widget_class_install_action (widget_class, "draft.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "draft.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "draft.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "draft.show", NULL, show_action);
}

static void
clinch_draft_bar_init (ClinchDraftBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinch_draft_bar_set_draft (ClinchDraftBar  *self,
                            ClinchWorkspace *workspace,
                            ClinchRuleDraft *draft)
{
  g_return_if_fail (CLINCH_IS_DRAFT_BAR (self) && self->draft == NULL);

  self->workspace = g_object_ref (workspace);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_state (self);
}
