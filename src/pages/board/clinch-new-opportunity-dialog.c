// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-new-opportunity-dialog.h"

#include "clinch-announce.h"
#include "clinch-board-stage.h"
#include "clinch-field-row.h"
#include "clinch-new-opportunity.h"
#include "clinch-record-picker.h"

#include <glib/gi18n-lib.h>

struct _ClinchNewOpportunityDialog
{
  AdwDialog parent_instance;

  GtkWidget *add_button;
  AdwPreferencesGroup *group;
  AdwActionRow *customer_row;
  AdwComboRow *stage_row;
  AdwPreferencesGroup *warning_group;
  GtkLabel *warning_label;

  ClinchWorkspace *workspace;
  ClinchRow *draft;
  GPtrArray *stages; /* ClinchRecord */
  ClinchFieldRow *name_row;
  ClinchFieldRow *amount_row;
  ClinchFieldRow *owner_row;
  GtkWidget *picker;
  ClinchRecord *customer;
  char *new_customer; /* a name that is nobody's yet */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (ClinchNewOpportunityDialog, clinch_new_opportunity_dialog, ADW_TYPE_DIALOG)

#define TEMPLATE RESOURCE_PATH "/ui/pages/board/new-opportunity-dialog.ui"

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_warning (ClinchNewOpportunityDialog *self,
              const char                 *text)
{
  gtk_label_set_label (self->warning_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning_group), text != NULL);
  if (text != NULL)
    clinch_announce (GTK_WIDGET (self), text);
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinchNewOpportunityDialog) self = user_data;
  g_autoptr(GPtrArray) similar = clinch_new_opportunity_look_finish (self->workspace, result);
  const ClinchSimilarOpportunity *first;
  g_autofree char *text = NULL;

  if (similar == NULL || similar->len == 0)
    {
      show_warning (self, NULL);
      return;
    }

  first = similar->pdata[0];
  if (first->same_name)
    /* Translators: an opportunity, the member who owns it, its stage. */
    text =
      g_strdup_printf (_("“%1$s” of %2$s has the same name (%3$s). Is it the same opportunity?"),
                       first->name, first->owner,
                            first->stage);
  else if (similar->len == 1)
    /* Translators: a member, an opportunity, its stage. */
    text = g_strdup_printf (_("%2$s already works on “%1$s” (%3$s) with this customer."),
                            first->name, first->owner, first->stage);
  else
    /* Translators: how many, then one of them: an opportunity, the member who owns it, its
     * stage. */
    text =
      g_strdup_printf (ngettext ("%1$d opportunity is open with this customer, among them “%2$s” "
                                 "of %3$s (%4$s).",
                                      "%1$d opportunities are open with this customer, among them “%2$s” of %3$s (%4$s).",
                                      (int) similar->len),
                            (int) similar->len, first->name, first->owner, first->stage);
  show_warning (self, text);
}

static void
look_for_similar (ClinchNewOpportunityDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->customer == NULL)
    {
      show_warning (self, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  clinch_new_opportunity_look_async (self->workspace, self->draft, self->cancellable, looked_cb,
                                     g_object_ref (self));
}

static void
show_customer (ClinchNewOpportunityDialog *self)
{
  const char *currency;

  if (self->customer != NULL)
    {
      currency = clinch_record_get_text (self->customer, CLINCH_CUSTOMER_CURRENCY);
      if (currency != NULL)
        clinch_row_set_text (self->draft, CLINCH_OPPORTUNITY_CURRENCY, currency);
      adw_action_row_set_subtitle (self->customer_row, clinch_record_get_name (self->customer));
      clinch_field_row_set_draft (self->amount_row, self->draft);
    }
  else if (self->new_customer != NULL)
    {
      /* Translators: name of a customer that is going to be added. */
      g_autofree char *text = g_strdup_printf (_("%s (new)"), self->new_customer);

      adw_action_row_set_subtitle (self->customer_row, text);
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->customer_row), "error");
  look_for_similar (self);
}

static void
customer_picked_cb (ClinchRecordPicker         *picker,
                    gint64                      id,
                    ClinchNewOpportunityDialog *self)
{
  clinch_new_opportunity_dialog_set_customer (self, id);
}

static void
customer_create_cb (ClinchRecordPicker         *picker,
                    const char                 *name,
                    ClinchNewOpportunityDialog *self)
{
  if (self->customer != NULL)
    g_signal_handlers_disconnect_by_data (self->customer, self);
  g_clear_object (&self->customer);
  clinch_row_set_null (self->draft, CLINCH_OPPORTUNITY_CUSTOMER);
  g_set_str (&self->new_customer, name);
  gtk_popover_popdown (GTK_POPOVER (self->picker));
  show_customer (self);
}

static void
choose_customer_cb (ClinchNewOpportunityDialog *self)
{
  if (self->picker == NULL)
    {
      self->picker = GTK_WIDGET (clinch_record_picker_new (self->workspace, CLINCH_KIND_CUSTOMER));
      clinch_record_picker_set_can_create (CLINCH_RECORD_PICKER (self->picker), TRUE);
      gtk_widget_set_parent (self->picker, GTK_WIDGET (self->customer_row));
      g_signal_connect (self->picker, "picked", G_CALLBACK (customer_picked_cb), self);
      g_signal_connect (self->picker, "create", G_CALLBACK (customer_create_cb), self);
    }
  clinch_record_picker_set_current (CLINCH_RECORD_PICKER (self->picker),
                                    clinch_row_int (self->draft, CLINCH_OPPORTUNITY_CUSTOMER));
  gtk_popover_popup (GTK_POPOVER (self->picker));
}

static void
stage_selected_cb (ClinchNewOpportunityDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->stage_row);
  const char *definition;

  if (self->stages == NULL || selected >= self->stages->len)
    return;

  definition = clinch_record_get_text (self->stages->pdata[selected], CLINCH_STAGE_DEFINITION);
  clinch_row_set_int (self->draft, CLINCH_OPPORTUNITY_STAGE,
                      clinch_record_get_id (self->stages->pdata[selected]));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->stage_row),
                               definition != NULL ? definition : "");
}

static void
cancel_cb (ClinchNewOpportunityDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinchNewOpportunityDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchChangeSet) changes = NULL;
  gint64 id;

  changes = clinch_new_opportunity_add_finish (self->workspace, result, &id, &error);
  gtk_widget_set_sensitive (self->add_button, TRUE);
  if (changes == NULL)
    {
      show_warning (self, error->message);
      return;
    }

  g_signal_emit (self, signals[ADDED], 0, changes, id);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static gboolean
check (ClinchNewOpportunityDialog *self)
{
  if (!clinch_field_row_commit (self->name_row) || !clinch_field_row_commit (self->amount_row) ||
      !clinch_field_row_commit (self->owner_row))
    return FALSE;
  if (clinch_row_is_null (self->draft, CLINCH_OPPORTUNITY_NAME))
    {
      clinch_field_row_set_error (self->name_row, _("An opportunity needs a name."));
      gtk_widget_child_focus (GTK_WIDGET (self->name_row), GTK_DIR_TAB_FORWARD);
      return FALSE;
    }
  if (self->customer == NULL && self->new_customer == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->customer_row), "error");
      show_warning (self, _("Choose the customer, or type a new one."));
      gtk_widget_grab_focus (GTK_WIDGET (self->customer_row));
      return FALSE;
    }

  return TRUE;
}

static void
add_cb (ClinchNewOpportunityDialog *self)
{
  if (!check (self))
    return;

  gtk_widget_set_sensitive (self->add_button, FALSE);
  clinch_new_opportunity_add_async (self->workspace, self->draft,
                                    self->customer == NULL ? self->new_customer : NULL, added_cb,
                                    g_object_ref (self));
}

static void
name_changed_cb (ClinchNewOpportunityDialog *self)
{
  look_for_similar (self);
}

static ClinchFieldRow *
add_row (ClinchNewOpportunityDialog *self,
         int                         field)
{
  GtkWidget *row = clinch_field_row_new (self->workspace, CLINCH_KIND_OPPORTUNITY, field);

  clinch_field_row_set_draft (CLINCH_FIELD_ROW (row), self->draft);
  adw_preferences_group_add (self->group, row);

  return CLINCH_FIELD_ROW (row);
}

static void
fill_stages (ClinchNewOpportunityDialog *self,
             gint64                      pipeline_id,
             gint64                      stage_id)
{
  g_autoptr(GPtrArray) all = clinch_workspace_get_stages (self->workspace, pipeline_id);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->stages = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      /* What is new is not over yet. */
      if (clinch_stage_get_type_code (all->pdata[i]) != CLINCH_STAGE_OPEN)
        continue;
      if (clinch_record_get_id (all->pdata[i]) == stage_id)
        selected = self->stages->len;
      g_ptr_array_add (self->stages, g_object_ref (all->pdata[i]));
      gtk_string_list_append (names, clinch_record_get_name (all->pdata[i]));
    }
  adw_combo_row_set_model (self->stage_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->stage_row, selected);
  stage_selected_cb (self);
}

static void
clinch_new_opportunity_dialog_dispose (GObject *object)
{
  ClinchNewOpportunityDialog *self = CLINCH_NEW_OPPORTUNITY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  if (self->customer != NULL)
    g_signal_handlers_disconnect_by_data (self->customer, self);
  g_clear_object (&self->customer);
  g_clear_pointer (&self->picker, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_NEW_OPPORTUNITY_DIALOG);

  G_OBJECT_CLASS (clinch_new_opportunity_dialog_parent_class)->dispose (object);
}

static void
clinch_new_opportunity_dialog_finalize (GObject *object)
{
  ClinchNewOpportunityDialog *self = CLINCH_NEW_OPPORTUNITY_DIALOG (object);

  g_clear_pointer (&self->draft, clinch_row_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_free (self->new_customer);

  G_OBJECT_CLASS (clinch_new_opportunity_dialog_parent_class)->finalize (object);
}

static void
clinch_new_opportunity_dialog_class_init (ClinchNewOpportunityDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_new_opportunity_dialog_dispose;
  object_class->finalize = clinch_new_opportunity_dialog_finalize;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_POINTER, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, TEMPLATE);
  gtk_widget_class_bind_template_child (widget_class, ClinchNewOpportunityDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchNewOpportunityDialog, group);
  gtk_widget_class_bind_template_child (widget_class, ClinchNewOpportunityDialog, customer_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchNewOpportunityDialog, stage_row);
  gtk_widget_class_bind_template_child (widget_class, ClinchNewOpportunityDialog, warning_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchNewOpportunityDialog, warning_label);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_customer_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_selected_cb);
}

static void
clinch_new_opportunity_dialog_init (ClinchNewOpportunityDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->add_button);
}

ClinchNewOpportunityDialog *
clinch_new_opportunity_dialog_new (ClinchWorkspace *workspace,
                                   gint64           pipeline_id,
                                   gint64           stage_id)
{
  ClinchNewOpportunityDialog *self = g_object_new (CLINCH_TYPE_NEW_OPPORTUNITY_DIALOG, NULL);
  ClinchRecord *me = clinch_workspace_get_me (workspace);

  self->workspace = g_object_ref (workspace);
  self->draft = clinch_row_new (CLINCH_KIND_OPPORTUNITY);
  clinch_row_set_text (self->draft, CLINCH_OPPORTUNITY_CURRENCY,
                       clinch_workspace_get_currency (workspace));
  clinch_row_set_int (self->draft, CLINCH_OPPORTUNITY_PIPELINE, pipeline_id);
  if (me != NULL)
    clinch_row_set_int (self->draft, CLINCH_OPPORTUNITY_OWNER, clinch_record_get_id (me));

  self->name_row = add_row (self, CLINCH_OPPORTUNITY_NAME);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->customer_row));
  self->amount_row = add_row (self, CLINCH_OPPORTUNITY_AMOUNT);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->stage_row));
  self->owner_row = add_row (self, CLINCH_OPPORTUNITY_OWNER);
  g_signal_connect_object (self->name_row, "changed", G_CALLBACK (name_changed_cb), self,
                           G_CONNECT_SWAPPED);
  fill_stages (self, pipeline_id, stage_id);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->name_row));

  return self;
}

void
clinch_new_opportunity_dialog_set_customer (ClinchNewOpportunityDialog *self,
                                            gint64                      customer_id)
{
  g_return_if_fail (CLINCH_IS_NEW_OPPORTUNITY_DIALOG (self));

  if (customer_id == 0)
    return;

  if (self->customer != NULL)
    g_signal_handlers_disconnect_by_data (self->customer, self);
  g_clear_object (&self->customer);
  self->customer = clinch_workspace_get_record (self->workspace, CLINCH_KIND_CUSTOMER, customer_id);
  g_clear_pointer (&self->new_customer, g_free);
  clinch_row_set_int (self->draft, CLINCH_OPPORTUNITY_CUSTOMER, customer_id);
  g_signal_connect_swapped (self->customer, "changed", G_CALLBACK (show_customer), self);
  show_customer (self);
}
