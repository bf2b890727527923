// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-record-dialog.h"

#include "clinch-actions.h"
#include "clinch-page.h"
#include "clinch-similar-records.h"

#include <glib/gi18n-lib.h>

struct _ClinchRecordDialog
{
  AdwDialog parent_instance;

  AdwHeaderBar *header_bar;
  GtkWidget *cancel_button;
  GtkWidget *add_button;
  AdwBanner *banner;
  GtkBox *content;

  ClinchWorkspace *workspace;
  ClinchKind kind;
  ClinchRecordForm *form;
  ClinchRow *draft;
  GtkWidget *similar; /* what may be there already */
  ClinchRecordAddFunc add;
  ClinchRecordGetIdFunc get_id;
  char *accepted_name; /* the user knows what is similar to it */
  GtkWidget *first; /* the field that has the keyboard at first */
  guint focus_source;
  gboolean adding;
};

G_DEFINE_FINAL_TYPE (ClinchRecordDialog, clinch_record_dialog, ADW_TYPE_DIALOG)

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_adding (ClinchRecordDialog *self,
            gboolean            adding)
{
  self->adding = adding;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", !adding);
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinchRecordDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = clinch_action_finish (result, &error);

  set_adding (self, FALSE);
  if (changes == NULL)
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }

  clinch_page_toast_undo (GTK_WIDGET (self), NULL, changes);
  g_signal_emit (self, signals[ADDED], 0, self->get_id (result));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
add_draft (ClinchRecordDialog *self)
{
  self->add (self->workspace, self->draft, NULL, added_cb, g_object_ref (self));
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinchRecordDialog) self = user_data;
  guint n_found;

  /* Who cannot look does not stand in the way. */
  if (!clinch_similar_records_look_finish (CLINCH_SIMILAR_RECORDS (object), result, &n_found, NULL)
      || n_found == 0)
    {
      add_draft (self);
      return;
    }

  g_set_str (&self->accepted_name, clinch_row_name (self->draft));
  gtk_button_set_label (GTK_BUTTON (self->add_button), _("_Add Anyway"));
  set_adding (self, FALSE);
}

void
clinch_record_dialog_accept (ClinchRecordDialog *self)
{
  g_return_if_fail (CLINCH_IS_RECORD_DIALOG (self));

  if (self->draft == NULL || self->adding || !clinch_record_form_commit (self->form))
    return;

  set_adding (self, TRUE);
  adw_banner_set_revealed (self->banner, FALSE);
  if (g_strcmp0 (self->accepted_name, clinch_row_name (self->draft)) != 0)
    clinch_similar_records_look_async (CLINCH_SIMILAR_RECORDS (self->similar), self->draft,
                                       looked_cb,
                                       g_object_ref (self));
  else
    add_draft (self);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  clinch_record_dialog_accept (CLINCH_RECORD_DIALOG (widget));
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static gboolean
focus_first_cb (gpointer user_data)
{
  ClinchRecordDialog *self = user_data;

  self->focus_source = 0;
  gtk_widget_grab_focus (self->first);

  return G_SOURCE_REMOVE;
}

/* On a narrow window the dialog is a sheet, which shows its fields late and gives the keyboard to
 * its first button. */
static void
first_mapped_cb (ClinchRecordDialog *self)
{
  g_signal_handlers_disconnect_by_func (self->first, first_mapped_cb, self);
  self->focus_source = g_idle_add_full (G_PRIORITY_DEFAULT, focus_first_cb, self, NULL);
}

/* The keyboard goes back to the page as the dialog begins to leave, and must not follow it. */
static void
clinch_record_dialog_closed (AdwDialog *dialog)
{
  g_clear_handle_id (&CLINCH_RECORD_DIALOG (dialog)->focus_source, g_source_remove);
}

static void
clinch_record_dialog_dispose (GObject *object)
{
  ClinchRecordDialog *self = CLINCH_RECORD_DIALOG (object);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_RECORD_DIALOG);
  g_clear_pointer (&self->draft, clinch_row_unref);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->accepted_name, g_free);

  G_OBJECT_CLASS (clinch_record_dialog_parent_class)->dispose (object);
}

static void
clinch_record_dialog_class_init (ClinchRecordDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_record_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = clinch_record_dialog_closed;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/record/record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchRecordDialog, header_bar);
  gtk_widget_class_bind_template_child (widget_class, ClinchRecordDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchRecordDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchRecordDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, ClinchRecordDialog, content);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "dialog.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.add",
                                       NULL);
}

static void
clinch_record_dialog_init (ClinchRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->add = clinch_action_add;
  self->get_id = clinch_action_get_id;
}

static ClinchRecordDialog *
make_dialog (ClinchWorkspace       *workspace,
             ClinchKind             kind,
             const char            *title,
             const ClinchFormGroup *groups,
             guint                  n_groups)
{
  ClinchRecordDialog *self = g_object_new (CLINCH_TYPE_RECORD_DIALOG, "title", title, NULL);

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->form = CLINCH_RECORD_FORM (clinch_record_form_new (workspace, kind, groups, n_groups));
  gtk_box_append (self->content, GTK_WIDGET (self->form));

  return self;
}

ClinchRecordDialog *
clinch_record_dialog_new_edit (ClinchWorkspace       *workspace,
                               ClinchRecord          *record,
                               const ClinchFormGroup *groups,
                               guint                  n_groups)
{
  ClinchKind kind = clinch_record_get_kind (record);
  ClinchRecordDialog *self = make_dialog (workspace, kind, clinch_kind_label (kind, FALSE), groups,
                                          n_groups);

  gtk_widget_set_visible (self->cancel_button, FALSE);
  gtk_widget_set_visible (self->add_button, FALSE);
  clinch_record_form_set_record (self->form, record);

  return self;
}

/* Who types a known name learns so before the other fields are filled in. */
static void
draft_changed_cb (ClinchRecordDialog *self)
{
  if (!self->adding)
    clinch_similar_records_look_async (CLINCH_SIMILAR_RECORDS (self->similar), self->draft, NULL,
                                       NULL);
}

static const char *
new_title (ClinchKind kind)
{
  switch ((int) kind)
    {
    case CLINCH_KIND_CUSTOMER:
      return _("New Customer");
    case CLINCH_KIND_CONTACT:
      return _("New Contact");
    case CLINCH_KIND_OPPORTUNITY:
      return _("New Opportunity");
    case CLINCH_KIND_FOLLOW_UP:
      return _("New Follow-up");
    default:
      return clinch_kind_label (kind, FALSE);
    }
}

static GtkWidget *
first_row (ClinchRecordForm      *form,
           const ClinchFormGroup *groups,
           guint                  n_groups)
{
  return n_groups > 0 ? GTK_WIDGET (clinch_record_form_get_row (form, groups[0].fields[0])) : NULL;
}

ClinchRecordDialog *
clinch_record_dialog_new_add (ClinchWorkspace       *workspace,
                              ClinchRow             *draft,
                              const ClinchFormGroup *groups,
                              guint                  n_groups)
{
  ClinchRecordDialog *self = make_dialog (workspace, draft->kind, new_title (draft->kind), groups,
                                          n_groups);

  self->draft = clinch_row_ref (draft);
  adw_header_bar_set_show_start_title_buttons (self->header_bar, FALSE);
  adw_header_bar_set_show_end_title_buttons (self->header_bar, FALSE);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->add_button);
  clinch_record_form_set_draft (self->form, draft);
  self->first = first_row (self->form, groups, n_groups);
  adw_dialog_set_focus (ADW_DIALOG (self), self->first);
  if (self->first != NULL)
    g_signal_connect_object (self->first, "map", G_CALLBACK (first_mapped_cb), self,
                             G_CONNECT_SWAPPED);
  self->similar = clinch_similar_records_new (workspace);
  gtk_box_prepend (self->content, self->similar);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (draft_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
clinch_record_dialog_set_add (ClinchRecordDialog    *self,
                              const char            *label,
                              ClinchRecordAddFunc    add,
                              ClinchRecordGetIdFunc  get_id)
{
  g_return_if_fail (CLINCH_IS_RECORD_DIALOG (self));

  gtk_button_set_label (GTK_BUTTON (self->add_button), label);
  self->add = add;
  self->get_id = get_id;
}

ClinchRecordForm *
clinch_record_dialog_get_form (ClinchRecordDialog *self)
{
  g_return_val_if_fail (CLINCH_IS_RECORD_DIALOG (self), NULL);

  return self->form;
}

ClinchKind
clinch_record_dialog_get_kind (ClinchRecordDialog *self)
{
  g_return_val_if_fail (CLINCH_IS_RECORD_DIALOG (self), CLINCH_KIND_NONE);

  return self->kind;
}
