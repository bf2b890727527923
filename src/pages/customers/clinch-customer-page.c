// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-actions.h"
#include "clinch-clock.h"
#include "clinch-contact-touches.h"
#include "clinch-customer-page-private.h"
#include "clinch-customer-rooms.h"
#include "clinch-customer-totals.h"
#include "clinch-export-vcard.h"
#include "clinch-field-text.h"
#include "clinch-launch.h"
#include "clinch-link.h"
#include "clinch-merge-dialog.h"
#include "clinch-money.h"
#include "clinch-new-record.h"
#include "clinch-reading.h"
#include "clinch-record-removal.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (ClinchCustomerPage, clinch_customer_page, CLINCH_TYPE_PAGE)

static const int main_fields[] = {
  CLINCH_CUSTOMER_NAME, CLINCH_CUSTOMER_SHORT_NAME, CLINCH_CUSTOMER_OWNER, CLINCH_CUSTOMER_GRADE,
  CLINCH_CUSTOMER_INDUSTRY, CLINCH_CUSTOMER_REGION, CLINCH_CUSTOMER_PARENT, -1,
};
static const int reach_fields[] = {
  CLINCH_CUSTOMER_ADDRESS, CLINCH_CUSTOMER_PHONE, CLINCH_CUSTOMER_WEBSITE, -1,
};
static const int size_fields[] = {
  CLINCH_CUSTOMER_FOUNDED, CLINCH_CUSTOMER_EMPLOYEES, CLINCH_CUSTOMER_REVENUE,
  CLINCH_CUSTOMER_CURRENCY, CLINCH_CUSTOMER_SOURCE, CLINCH_CUSTOMER_NOTE, -1,
};

static const ClinchFormGroup groups[] = {
  { NC_ ("group", "Customer"), main_fields },
  { NC_ ("group", "Where to Reach Them"), reach_fields },
  { NC_ ("group", "Company"), size_fields },
};

static ClinchWorkspace *
workspace_of (ClinchCustomerPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

/* The customer's amounts, those in its own currency first; "" where there are none in any. */
static char *
join_amounts (ClinchCustomerPage *self,
              gboolean            won,
              gboolean            full)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *own =
    clinch_record_get_money (self->record, won ? CLINCH_CUSTOMER_WON_VALUE
                             : CLINCH_CUSTOMER_OPEN_VALUE, full);
  const char *currency = clinch_record_get_text (self->record, CLINCH_CUSTOMER_CURRENCY);

  g_string_append (text, own);
  for (guint i = 0; self->totals != NULL && i < self->totals->len; i++)
    {
      const ClinchCustomerTotal *total = &g_array_index (self->totals, ClinchCustomerTotal, i);
      gint64 value = won ? total->won : total->open;
      g_autofree char *amount = full ? clinch_money_format_full (value, total->currency)
                                : clinch_money_format (value, total->currency,
                                                       clinch_money_style ());

      if (value != 0 && g_strcmp0 (total->currency, currency) != 0)
        g_string_append_printf (text, " · %s", amount);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_amounts (ClinchCustomerPage *self)
{
  g_autofree char *open = join_amounts (self, FALSE, FALSE);
  g_autofree char *won = join_amounts (self, TRUE, FALSE);
  g_autofree char *open_full = join_amounts (self, FALSE, TRUE);
  g_autofree char *won_full = join_amounts (self, TRUE, TRUE);
  g_autofree char *open_text = g_strdup_printf (_("%s open"), open);
  g_autofree char *won_text = g_strdup_printf (_("%s won"), won);

  gtk_label_set_label (self->open_label, open_text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->open_label), open_full);
  gtk_label_set_label (self->won_label, won_text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->won_label), won_full);
}

static char *
dup_website (ClinchCustomerPage *self)
{
  return clinch_link_for_website (clinch_record_get_text (self->record, CLINCH_CUSTOMER_WEBSITE));
}

static char *
dup_phone (ClinchCustomerPage *self)
{
  return clinch_link_for_phone (clinch_record_get_text (self->record, CLINCH_CUSTOMER_PHONE));
}

static void
show_head (ClinchCustomerPage *self)
{
  ClinchRecord *record = self->record;
  const char *grade = clinch_record_get_text (record, CLINCH_CUSTOMER_GRADE);
  g_autofree char *website = dup_website (self);
  g_autofree char *phone = dup_phone (self);
  gboolean is_deleted = clinch_record_is_deleted (record);
  gboolean can_write = !clinch_workspace_is_read_only (workspace_of (self)) && !is_deleted;

  if (!clinch_record_is_loaded (record))
    return;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), clinch_record_get_name (record));
  gtk_label_set_label (self->name_label, clinch_record_get_name (record));
  gtk_label_set_label (self->grade_label, grade);
  gtk_widget_set_visible (GTK_WIDGET (self->grade_label), grade != NULL);
  gtk_label_set_label (self->owner_label,
                       clinch_record_get_reference_name (record, CLINCH_CUSTOMER_OWNER));
  show_amounts (self);
  adw_banner_set_revealed (self->deleted_banner, is_deleted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customer.delete", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customer.merge", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customer.open-website", website != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customer.call", phone != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customer.new-contact", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customer.new-opportunity", can_write);
}

static gpointer
read_totals (ClinchDb  *db,
             gpointer   data,
             GError   **error)
{
  const gint64 *id = data;

  return clinch_customer_totals (db, *id, error);
}

static void
show_totals (GtkWidget     *widget,
             gconstpointer  question,
             gpointer       totals)
{
  ClinchCustomerPage *self = CLINCH_CUSTOMER_PAGE (widget);

  g_clear_pointer (&self->totals, g_array_unref);
  self->totals = totals;
  show_head (self);
}

static const ClinchReading totals_reading = {
  .load = read_totals,
  .show = show_totals,
  .question_free = g_free,
  .answer_free = (GDestroyNotify) g_array_unref,
  .is_quiet = TRUE,
};

static void
ask_totals (ClinchCustomerPage *self)
{
  gint64 id = clinch_record_get_id (self->record);

  clinch_reading_ask (GTK_WIDGET (self), workspace_of (self), &totals_reading,
                      g_memdup2 (&id, sizeof id));
}

/* --- When to be in touch with its people */

typedef struct
{
  gint64 customer_id;
  gint64 now;
} TouchesJob;

static gpointer
read_touches (ClinchDb  *db,
              gpointer   data,
              GError   **error)
{
  const TouchesJob *job = data;

  return clinch_contact_touches_load (db, job->customer_id, job->now, error);
}

static void
show_touches (GtkWidget     *widget,
              gconstpointer  question,
              gpointer       touches)
{
  ClinchCustomerPage *self = CLINCH_CUSTOMER_PAGE (widget);

  g_clear_pointer (&self->touches, g_hash_table_unref);
  self->touches = touches;
  clinch_customer_parts_show_touches (self);
}

static const ClinchReading touches_reading = {
  .load = read_touches,
  .show = show_touches,
  .question_free = g_free,
  .answer_free = (GDestroyNotify) g_hash_table_unref,
  .is_quiet = TRUE,
};

static void
ask_touches (ClinchCustomerPage *self)
{
  TouchesJob *job = g_new0 (TouchesJob, 1);

  job->customer_id = clinch_record_get_id (self->record);
  job->now = clinch_clock_now ();
  clinch_reading_ask (GTK_WIDGET (self), workspace_of (self), &touches_reading, job);
}

/* A change to one of the records does not move it in its list. */
static void
workspace_changed_cb (ClinchCustomerPage *self,
                      ClinchChangeSet    *changes)
{
  if (clinch_change_set_touches (changes, CLINCH_KIND_OPPORTUNITY))
    {
      clinch_customer_part_fill (self, &self->opportunities);
      ask_totals (self);
    }
  if (clinch_change_set_touches (changes, CLINCH_KIND_CONTACT))
    clinch_customer_part_fill (self, &self->contacts);
  if (clinch_change_set_touches (changes, CLINCH_KIND_CONTACT)
      || clinch_change_set_touches (changes, CLINCH_KIND_FOLLOW_UP)
      || clinch_change_set_touches (changes, CLINCH_KIND_GRADE_RULE)
      || clinch_change_set_find (changes, CLINCH_KIND_CUSTOMER,
                                 clinch_record_get_id (self->record)) != NULL)
    ask_touches (self);
}

static void
set_customer (ClinchCustomerPage *self,
              gint64              id)
{
  self->record = clinch_workspace_get_record (workspace_of (self), CLINCH_KIND_CUSTOMER, id);
  g_signal_connect_object (self->record, "notify", G_CALLBACK (show_head), self, G_CONNECT_SWAPPED);
  clinch_customer_rooms_fill (self->rooms_group, workspace_of (self), id);
  clinch_record_form_set_record (self->form, self->record);
  clinch_timeline_view_set_record (self->timeline, self->record);
  clinch_customer_part_ask (&self->opportunities, CLINCH_KIND_OPPORTUNITY, "customer", id);
  clinch_customer_part_ask (&self->contacts, CLINCH_KIND_CONTACT, "customer", id);
  clinch_customer_part_ask (&self->subsidiaries, CLINCH_KIND_CUSTOMER, "parent", id);
  ask_totals (self);
  ask_touches (self);
  show_head (self);
}

static void
new_contact_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  ClinchCustomerPage *self = CLINCH_CUSTOMER_PAGE (widget);

  clinch_new_contact (widget, workspace_of (self), clinch_record_get_id (self->record));
}

static void
new_opportunity_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  ClinchCustomerPage *self = CLINCH_CUSTOMER_PAGE (widget);

  clinch_new_opportunity (widget, workspace_of (self), clinch_record_get_id (self->record), 0);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  clinch_record_removal_delete (CLINCH_PAGE (widget), CLINCH_CUSTOMER_PAGE (widget)->record);
}

static void
restore_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  clinch_record_removal_restore (CLINCH_PAGE (widget), CLINCH_CUSTOMER_PAGE (widget)->record);
}

static void
delete_contact_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  ClinchCustomerPage *self = CLINCH_CUSTOMER_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);

  clinch_action_delete (workspace_of (self), CLINCH_KIND_CONTACT, &id, 1, NULL, clinch_page_done_cb,
                        g_object_ref (self));
}

static void
launch_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  clinch_launch (widget, g_variant_get_string (parameter, NULL));
}

static void
open_website_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  g_autofree char *uri = dup_website (CLINCH_CUSTOMER_PAGE (widget));

  clinch_launch (widget, uri);
}

static void
call_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autofree char *uri = dup_phone (CLINCH_CUSTOMER_PAGE (widget));

  clinch_launch (widget, uri);
}

static void
copy_wechat_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  clinch_page_copy (widget, g_variant_get_string (parameter, NULL), _("WeChat ID copied"));
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ClinchCustomerPage *self = CLINCH_CUSTOMER_PAGE (widget);

  clinch_export_vcard (widget, workspace_of (self), CLINCH_KIND_CUSTOMER,
                       clinch_record_get_id (self->record), clinch_record_get_name (self->record));
}

static void
export_contact_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  ClinchWorkspace *workspace = workspace_of (CLINCH_CUSTOMER_PAGE (widget));
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr(ClinchRecord) contact = clinch_workspace_get_record (workspace, CLINCH_KIND_CONTACT,
                                                                 id);

  clinch_export_vcard (widget, workspace, CLINCH_KIND_CONTACT, id,
                       clinch_record_get_name (contact));
}

static void
merge_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchCustomerPage *self = CLINCH_CUSTOMER_PAGE (widget);

  adw_dialog_present (clinch_merge_dialog_new (workspace_of (self), CLINCH_KIND_CUSTOMER,
                                               clinch_record_get_id (self->record), 0), widget);
}

static void
merge_contact_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  adw_dialog_present (clinch_merge_dialog_new (workspace_of (CLINCH_CUSTOMER_PAGE (widget)),
                                               CLINCH_KIND_CONTACT,
                                               g_variant_get_int64 (parameter), 0), widget);
}

static void
clinch_customer_page_constructed (GObject *object)
{
  ClinchCustomerPage *self = CLINCH_CUSTOMER_PAGE (object);
  ClinchWorkspace *workspace;

  G_OBJECT_CLASS (clinch_customer_page_parent_class)->constructed (object);

  workspace = workspace_of (self);
  self->form = CLINCH_RECORD_FORM (clinch_record_form_new (workspace, CLINCH_KIND_CUSTOMER, groups,
                                                           G_N_ELEMENTS (groups)));
  self->timeline = CLINCH_TIMELINE_VIEW (clinch_timeline_view_new (workspace));
  gtk_box_append (self->details_box, GTK_WIDGET (self->form));
  adw_bin_set_child (self->timeline_bin, GTK_WIDGET (self->timeline));
  clinch_customer_part_init (self, &self->opportunities, self->opportunities_group, FALSE);
  clinch_customer_part_init (self, &self->contacts, self->contacts_group, FALSE);
  clinch_customer_part_init (self, &self->subsidiaries, self->subsidiaries_group, TRUE);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
clinch_customer_page_dispose (GObject *object)
{
  ClinchCustomerPage *self = CLINCH_CUSTOMER_PAGE (object);

  clinch_customer_part_clear (self, &self->opportunities);
  clinch_customer_part_clear (self, &self->contacts);
  clinch_customer_part_clear (self, &self->subsidiaries);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_CUSTOMER_PAGE);
  g_clear_object (&self->record);
  g_clear_pointer (&self->touches, g_hash_table_unref);
  g_clear_pointer (&self->totals, g_array_unref);

  G_OBJECT_CLASS (clinch_customer_page_parent_class)->dispose (object);
}

/* What is new about a customer is most often an opportunity. */
static void
clinch_customer_page_add (ClinchPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "customer.new-opportunity", NULL);
}

static void
clinch_customer_page_class_init (ClinchCustomerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_customer_page_constructed;
  object_class->dispose = clinch_customer_page_dispose;
  CLINCH_PAGE_CLASS (klass)->add = clinch_customer_page_add;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/pages/customers/"
                                               "customer-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomerPage, deleted_banner);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomerPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomerPage, grade_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomerPage, owner_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomerPage, open_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomerPage, won_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomerPage, details_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomerPage, rooms_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomerPage, opportunities_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomerPage, contacts_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomerPage, subsidiaries_group);
  gtk_widget_class_bind_template_child (widget_class, ClinchCustomerPage, timeline_bin);
  gtk_widget_class_install_action (widget_class, "customer.new-contact", NULL, new_contact_action);
  gtk_widget_class_install_action (widget_class, "customer.new-opportunity", NULL,
                                   new_opportunity_action);
  gtk_widget_class_install_action (widget_class, "customer.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "customer.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "customer.delete-contact", "x",
                                   delete_contact_action);
  gtk_widget_class_install_action (widget_class, "customer.launch", "s", launch_action);
  gtk_widget_class_install_action (widget_class, "customer.open-website", NULL,
                                   open_website_action);
  gtk_widget_class_install_action (widget_class, "customer.call", NULL, call_action);
  gtk_widget_class_install_action (widget_class, "customer.copy-wechat", "s", copy_wechat_action);
  gtk_widget_class_install_action (widget_class, "customer.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "customer.export-contact", "x",
                                   export_contact_action);
  gtk_widget_class_install_action (widget_class, "customer.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "customer.merge-contact", "x",
                                   merge_contact_action);
}

static void
clinch_customer_page_init (ClinchCustomerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

ClinchPage *
clinch_customer_page_new (ClinchWorkspace *workspace,
                          gint64           id)
{
  ClinchCustomerPage *self = g_object_new (CLINCH_TYPE_CUSTOMER_PAGE, "workspace", workspace, NULL);

  set_customer (self, id);
  return CLINCH_PAGE (self);
}
