// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-quick-entry-dialog.h"

#include "clinch-actions.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-page.h"
#include "clinch-quick-draft-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define KEPT_KEY "clinch-quick-entry-text"

struct _ClinchQuickEntryDialog
{
  AdwDialog parent_instance;

  GtkTextView *text_view;
  GtkTextBuffer *buffer;
  GtkBox *cards_box;
  GtkButton *save_button;

  ClinchWorkspace *workspace;
  GCancellable *cancellable;
  ClinchKind kind;
  gint64 id;
  ClinchRecord *contact;  /* the person it is about, or NULL */
  ClinchRecord *material; /* what was shared, or NULL */
  GPtrArray *cards; /* ClinchQuickDraftCard, borrowed */
  gboolean reading; /* the store reads the text as it was */
  gboolean behind;  /* it changed since */
  gboolean save;    /* save once it was read */
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (ClinchQuickEntryDialog, clinch_quick_entry_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  char *text;
  char today[CLINCH_DATE_SIZE];
  gint64 customer_id;
  gint64 opportunity_id;
  gint64 contact_id;
} Job;

static void
job_free (gpointer data)
{
  g_free (((Job *) data)->text);
  g_free (data);
}

static gpointer
read_job (ClinchDb  *db,
          gpointer   data,
          GError   **error)
{
  const Job *job = data;

  return clinch_quick_drafts_read (db, job->text, job->today, job->customer_id,
                                   job->opportunity_id, job->contact_id, error);
}

static char *
get_text (ClinchQuickEntryDialog *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
show_drafts (ClinchQuickEntryDialog  *self,
             const ClinchQuickDrafts *drafts)
{
  guint n_drafts = drafts->drafts->len;
  g_autofree char *label = NULL;

  while (self->cards->len > n_drafts)
    {
      gtk_box_remove (self->cards_box, self->cards->pdata[self->cards->len - 1]);
      g_ptr_array_set_size (self->cards, self->cards->len - 1);
    }
  while (self->cards->len < n_drafts)
    {
      GtkWidget *card = clinch_quick_draft_card_new (self->workspace);

      gtk_box_append (self->cards_box, card);
      g_ptr_array_add (self->cards, card);
    }
  for (guint i = 0; i < n_drafts; i++)
    clinch_quick_draft_card_set_draft (self->cards->pdata[i], drafts, drafts->drafts->pdata[i]);

  label = n_drafts > 1 ? g_strdup_printf (ngettext ("_Save %u Follow-up", "_Save %u Follow-ups",
                                                    n_drafts),
                                          n_drafts)
                       : g_strdup (_("_Save"));
  gtk_button_set_label (self->save_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), n_drafts > 0);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinchQuickEntryDialog) self = user_data;

  if (!clinch_page_finish (GTK_WIDGET (self), result, NULL))
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
      return;
    }
  if (self->workspace != NULL && self->material == NULL)
    g_object_set_data (G_OBJECT (self->workspace), KEPT_KEY, NULL);
  self->closed = TRUE;
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save (ClinchQuickEntryDialog *self)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_row_unref);

  if (self->reading)
    {
      self->save = TRUE;
      return;
    }
  for (guint i = 0; i < self->cards->len; i++)
    {
      ClinchRow *row;

      if (!clinch_quick_draft_card_check (self->cards->pdata[i]))
        return;
      row = clinch_quick_draft_card_get_row (self->cards->pdata[i]);
      if (self->material != NULL)
        clinch_row_set_int (row, CLINCH_FOLLOW_UP_MATERIAL, clinch_record_get_id (self->material));
      g_ptr_array_add (rows, row);
    }
  if (rows->len == 0)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  clinch_action_add_follow_ups (self->workspace, rows, NULL, saved_cb, g_object_ref (self));
}

static void read_text (ClinchQuickEntryDialog *self);

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ClinchQuickEntryDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchQuickDrafts) drafts = clinch_store_read_finish (CLINCH_STORE (object), result,
                                                                  &error);

  self->reading = FALSE;
  if (self->closed)
    return;
  if (self->behind)
    {
      read_text (self);
      return;
    }
  if (drafts == NULL)
    {
      clinch_page_report (GTK_WIDGET (self), error);
      return;
    }
  show_drafts (self, drafts);
  if (self->save)
    {
      self->save = FALSE;
      save (self);
    }
}

/* One reading at a time; what is typed meanwhile is read after it. */
static void
read_text (ClinchQuickEntryDialog *self)
{
  Job *job;

  self->behind = self->reading;
  if (self->reading)
    return;

  job = g_new0 (Job, 1);
  job->text = get_text (self);
  clinch_clock_today (job->today);
  if (self->kind == CLINCH_KIND_CUSTOMER)
    job->customer_id = self->id;
  if (self->kind == CLINCH_KIND_OPPORTUNITY)
    job->opportunity_id = self->id;
  job->contact_id = self->contact != NULL ? clinch_record_get_id (self->contact) : 0;
  self->reading = TRUE;
  clinch_store_read_async (clinch_workspace_get_store (self->workspace), read_job, job, job_free,
                           (GDestroyNotify) clinch_quick_drafts_free, self->cancellable, read_cb,
                           g_object_ref (self));
}

static void
text_changed_cb (ClinchQuickEntryDialog *self)
{
  g_autofree char *text = get_text (self);

  if (self->workspace == NULL || self->closed)
    return;
  if (self->material == NULL)
    g_object_set_data_full (G_OBJECT (self->workspace), KEPT_KEY, g_steal_pointer (&text), g_free);
  read_text (self);
}

static void
save_clicked_cb (ClinchQuickEntryDialog *self)
{
  save (self);
}

static gboolean
key_pressed_cb (ClinchQuickEntryDialog *self,
                guint                   key,
                guint                   code,
                GdkModifierType         state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  if (held == GDK_CONTROL_MASK ||
      (held == 0 && gtk_text_buffer_get_line_count (self->buffer) == 1))
    {
      save (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* What was said changes the record that it was about, and the dialog may still be held then. */
static void
forget_record (ClinchQuickEntryDialog  *self,
               ClinchRecord           **record)
{
  if (*record != NULL)
    g_signal_handlers_disconnect_by_data (*record, self);
  g_clear_object (record);
}

/* What is still on its way changes nothing any more. */
static void
clinch_quick_entry_dialog_closed (AdwDialog *dialog)
{
  ClinchQuickEntryDialog *self = CLINCH_QUICK_ENTRY_DIALOG (dialog);

  self->closed = TRUE;
  g_cancellable_cancel (self->cancellable);

  /* Whoever still holds the closed dialog does not hold the workspace with it. */
  while (self->cards->len > 0)
    {
      gtk_box_remove (self->cards_box, self->cards->pdata[self->cards->len - 1]);
      g_ptr_array_set_size (self->cards, self->cards->len - 1);
    }
  forget_record (self, &self->contact);
  forget_record (self, &self->material);
  g_clear_object (&self->workspace);
}

static void
clinch_quick_entry_dialog_dispose (GObject *object)
{
  ClinchQuickEntryDialog *self = CLINCH_QUICK_ENTRY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINCH_TYPE_QUICK_ENTRY_DIALOG);

  G_OBJECT_CLASS (clinch_quick_entry_dialog_parent_class)->dispose (object);
}

static void
clinch_quick_entry_dialog_finalize (GObject *object)
{
  ClinchQuickEntryDialog *self = CLINCH_QUICK_ENTRY_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->contact);
  g_clear_object (&self->material);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->cards, g_ptr_array_unref);

  G_OBJECT_CLASS (clinch_quick_entry_dialog_parent_class)->finalize (object);
}

static void
clinch_quick_entry_dialog_class_init (ClinchQuickEntryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_quick_entry_dialog_dispose;
  object_class->finalize = clinch_quick_entry_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = clinch_quick_entry_dialog_closed;

  gtk_widget_class_set_template_from_resource (
    widget_class, RESOURCE_PATH "/ui/pages/quick-entry/quick-entry-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchQuickEntryDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, ClinchQuickEntryDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, ClinchQuickEntryDialog, cards_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchQuickEntryDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
clinch_quick_entry_dialog_init (ClinchQuickEntryDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->cards = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
clinch_quick_entry_dialog_new (ClinchWorkspace *workspace,
                               ClinchKind       kind,
                               gint64           id)
{
  ClinchQuickEntryDialog *self = g_object_new (CLINCH_TYPE_QUICK_ENTRY_DIALOG, NULL);
  g_autofree char *kept = g_strdup (g_object_get_data (G_OBJECT (workspace), KEPT_KEY));

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->id = id;
  if (kept != NULL && *kept != '\0')
    gtk_text_buffer_set_text (self->buffer, kept, -1);

  return ADW_DIALOG (self);
}

static void
show_contact (ClinchQuickEntryDialog *self)
{
  /* Translators: name of a person. */
  g_autofree char *title = g_strdup_printf (_("Contact with %s"),
                                            clinch_record_get_name (self->contact));

  if (clinch_record_is_loaded (self->contact))
    adw_dialog_set_title (ADW_DIALOG (self), title);
}

void
clinch_quick_entry_dialog_set_contact (ClinchQuickEntryDialog *self,
                                       gint64                  contact_id)
{
  g_return_if_fail (CLINCH_IS_QUICK_ENTRY_DIALOG (self));
  g_return_if_fail (self->contact == NULL);

  self->contact = clinch_workspace_get_record (self->workspace, CLINCH_KIND_CONTACT, contact_id);
  g_signal_connect_object (self->contact, "changed", G_CALLBACK (show_contact), self,
                           G_CONNECT_SWAPPED);
  show_contact (self);
}

static void
show_material (ClinchQuickEntryDialog *self)
{
  /* Translators: title of some material. */
  g_autofree char *title = g_strdup_printf (_("Share “%s”"),
                                            clinch_record_get_name (self->material));

  if (clinch_record_is_loaded (self->material))
    adw_dialog_set_title (ADW_DIALOG (self), title);
}

void
clinch_quick_entry_dialog_set_material (ClinchQuickEntryDialog *self,
                                        gint64                  material_id)
{
  GtkTextIter end;

  g_return_if_fail (CLINCH_IS_QUICK_ENTRY_DIALOG (self));
  g_return_if_fail (self->material == NULL);

  self->material = clinch_workspace_get_record (self->workspace, CLINCH_KIND_MATERIAL, material_id);
  g_signal_connect_object (self->material, "changed", G_CALLBACK (show_material), self,
                           G_CONNECT_SWAPPED);
  show_material (self);
  /* Translators: how a follow-up begins by which material was sent to a customer. Quick entry reads
   * it, so it must say by which way. The name of the person comes behind it. */
  gtk_text_buffer_set_text (self->buffer, C_("follow-up", "Messaged material to "), -1);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
}
