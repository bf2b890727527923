// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-contact-page.h"

#include "clinch-contact-facts.h"
#include "clinch-contact-head.h"
#include "clinch-export-vcard.h"
#include "clinch-launch.h"
#include "clinch-link.h"
#include "clinch-merge-dialog.h"
#include "clinch-record-form.h"
#include "clinch-record-removal.h"
#include "clinch-record-walk.h"
#include "clinch-timeline-view.h"

#include <glib/gi18n-lib.h>

struct _ClinchContactPage
{
  ClinchPage parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *walk_box;
  AdwBanner *deleted_banner;
  AdwBin *head_bin;
  GtkBox *details_box;
  AdwBin *timeline_bin;

  ClinchContactHead *head;
  ClinchRecordForm *form;
  ClinchContactFacts *facts;
  ClinchTimelineView *timeline;

  ClinchRecord *record;
  ClinchRecordWalk walk;
};

G_DEFINE_FINAL_TYPE (ClinchContactPage, clinch_contact_page, CLINCH_TYPE_PAGE)

static const int person_fields[] = {
  CLINCH_CONTACT_NAME, CLINCH_CONTACT_TITLE, CLINCH_CONTACT_DEPARTMENT, CLINCH_CONTACT_LEVEL,
  CLINCH_CONTACT_REPORTS_TO, CLINCH_CONTACT_CUSTOMER, -1,
};
static const int reach_fields[] = {
  CLINCH_CONTACT_MOBILE, CLINCH_CONTACT_PHONE, CLINCH_CONTACT_EMAIL, CLINCH_CONTACT_WECHAT, -1,
};
static const int more_fields[] = { CLINCH_CONTACT_BIRTHDAY, CLINCH_CONTACT_NOTE, -1 };

static const ClinchFormGroup groups[] = {
  { NC_ ("group", "Person"), person_fields },
  { NC_ ("group", "Where to Reach Them"), reach_fields },
  { NC_ ("group", "More"), more_fields },
};

static ClinchWorkspace *
workspace_of (ClinchContactPage *self)
{
  return clinch_page_get_workspace (CLINCH_PAGE (self));
}

static char *
dup_phone (ClinchContactPage *self)
{
  const char *mobile = clinch_record_get_text (self->record, CLINCH_CONTACT_MOBILE);

  return clinch_link_for_phone (mobile != NULL ? mobile
                                : clinch_record_get_text (self->record, CLINCH_CONTACT_PHONE));
}

static char *
dup_mail (ClinchContactPage *self)
{
  return clinch_link_for_mail (clinch_record_get_text (self->record, CLINCH_CONTACT_EMAIL));
}

static void
update_walk (ClinchContactPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *place = NULL;

  clinch_record_walk_find (&self->walk);
  place = clinch_record_walk_dup_place (&self->walk);
  gtk_widget_action_set_enabled (widget, "contact.previous",
                                 clinch_record_walk_can_step (&self->walk, FALSE));
  gtk_widget_action_set_enabled (widget, "contact.next",
                                 clinch_record_walk_can_step (&self->walk, TRUE));
  gtk_widget_set_visible (self->walk_box, !clinch_record_walk_is_empty (&self->walk));
  adw_window_title_set_subtitle (self->window_title, place);
}

static void
update_actions (ClinchContactPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_write = !clinch_workspace_is_read_only (workspace_of (self));
  gboolean is_deleted = clinch_record_is_deleted (self->record);
  g_autofree char *phone = dup_phone (self);
  g_autofree char *mail = dup_mail (self);

  gtk_widget_action_set_enabled (widget, "contact.call", phone != NULL);
  gtk_widget_action_set_enabled (widget, "contact.mail", mail != NULL);
  gtk_widget_action_set_enabled (widget, "contact.copy-wechat",
                                 clinch_record_get_text (self->record, CLINCH_CONTACT_WECHAT)
                                 != NULL);
  gtk_widget_action_set_enabled (widget, "contact.merge", can_write && !is_deleted);
  gtk_widget_action_set_enabled (widget, "contact.delete", can_write && !is_deleted);
  gtk_widget_action_set_enabled (widget, "contact.restore", can_write && is_deleted);
  adw_banner_set_revealed (self->deleted_banner, is_deleted);
}

static void
record_changed_cb (ClinchContactPage *self)
{
  if (!clinch_record_is_loaded (self->record))
    return;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), clinch_record_get_name (self->record));
  update_actions (self);
}

static void
show_id (ClinchContactPage *self,
         gint64             id)
{
  g_autoptr(ClinchRecord) record = clinch_workspace_get_record (workspace_of (self),
                                                                CLINCH_KIND_CONTACT, id);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  self->walk.id = id;
  g_signal_connect_object (record, "notify", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  clinch_contact_head_set_record (self->head, record);
  clinch_record_form_set_record (self->form, record);
  clinch_contact_facts_set_contact (self->facts, id);
  clinch_timeline_view_set_record (self->timeline, record);
  record_changed_cb (self);
  update_walk (self);
}

static void
walk_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ClinchContactPage *self = CLINCH_CONTACT_PAGE (widget);
  gint64 id = clinch_record_walk_step (&self->walk, g_str_has_suffix (action, "next"));

  if (id == 0)
    return;
  show_id (self, id);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), clinch_record_get_name (self->record),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
call_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autofree char *uri = dup_phone (CLINCH_CONTACT_PAGE (widget));

  clinch_launch (widget, uri);
}

static void
mail_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autofree char *uri = dup_mail (CLINCH_CONTACT_PAGE (widget));

  clinch_launch (widget, uri);
}

static void
copy_wechat_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  ClinchContactPage *self = CLINCH_CONTACT_PAGE (widget);

  clinch_page_copy (widget, clinch_record_get_text (self->record, CLINCH_CONTACT_WECHAT),
                    _("WeChat ID copied"));
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ClinchContactPage *self = CLINCH_CONTACT_PAGE (widget);

  clinch_export_vcard (widget, workspace_of (self), CLINCH_KIND_CONTACT,
                       clinch_record_get_id (self->record), clinch_record_get_name (self->record));
}

static void
merge_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ClinchContactPage *self = CLINCH_CONTACT_PAGE (widget);

  adw_dialog_present (clinch_merge_dialog_new (workspace_of (self), CLINCH_KIND_CONTACT,
                                               clinch_record_get_id (self->record), 0), widget);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  clinch_record_removal_delete (CLINCH_PAGE (widget), CLINCH_CONTACT_PAGE (widget)->record);
}

static void
restore_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  clinch_record_removal_restore (CLINCH_PAGE (widget), CLINCH_CONTACT_PAGE (widget)->record);
}

/* What is new about a person is something that is known of them. */
static void
clinch_contact_page_add (ClinchPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (CLINCH_CONTACT_PAGE (page)->facts), "facts.add", NULL);
}

static void
clinch_contact_page_constructed (GObject *object)
{
  ClinchContactPage *self = CLINCH_CONTACT_PAGE (object);
  ClinchWorkspace *workspace;

  G_OBJECT_CLASS (clinch_contact_page_parent_class)->constructed (object);

  workspace = workspace_of (self);
  self->head = CLINCH_CONTACT_HEAD (clinch_contact_head_new (workspace));
  self->form = CLINCH_RECORD_FORM (clinch_record_form_new (workspace, CLINCH_KIND_CONTACT, groups,
                                                           G_N_ELEMENTS (groups)));
  self->facts = CLINCH_CONTACT_FACTS (clinch_contact_facts_new (workspace));
  self->timeline = CLINCH_TIMELINE_VIEW (clinch_timeline_view_new (workspace));
  adw_bin_set_child (self->head_bin, GTK_WIDGET (self->head));
  gtk_box_append (self->details_box, GTK_WIDGET (self->form));
  gtk_box_append (self->details_box, GTK_WIDGET (self->facts));
  adw_bin_set_child (self->timeline_bin, GTK_WIDGET (self->timeline));
}

static void
clinch_contact_page_dispose (GObject *object)
{
  ClinchContactPage *self = CLINCH_CONTACT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_CONTACT_PAGE);
  g_clear_object (&self->record);
  g_clear_object (&self->walk.list);

  G_OBJECT_CLASS (clinch_contact_page_parent_class)->dispose (object);
}

static void
clinch_contact_page_class_init (ClinchContactPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = clinch_contact_page_constructed;
  object_class->dispose = clinch_contact_page_dispose;
  CLINCH_PAGE_CLASS (klass)->add = clinch_contact_page_add;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/contact/contact-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchContactPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, ClinchContactPage, walk_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchContactPage, deleted_banner);
  gtk_widget_class_bind_template_child (widget_class, ClinchContactPage, head_bin);
  gtk_widget_class_bind_template_child (widget_class, ClinchContactPage, details_box);
  gtk_widget_class_bind_template_child (widget_class, ClinchContactPage, timeline_bin);

  gtk_widget_class_install_action (widget_class, "contact.previous", NULL, walk_action);
  gtk_widget_class_install_action (widget_class, "contact.next", NULL, walk_action);
  gtk_widget_class_install_action (widget_class, "contact.call", NULL, call_action);
  gtk_widget_class_install_action (widget_class, "contact.mail", NULL, mail_action);
  gtk_widget_class_install_action (widget_class, "contact.copy-wechat", NULL, copy_wechat_action);
  gtk_widget_class_install_action (widget_class, "contact.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "contact.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "contact.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "contact.restore", NULL, restore_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "contact.previous",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "contact.next",
                                       NULL);
}

static void
clinch_contact_page_init (ClinchContactPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_window_title_set_title (self->window_title, clinch_kind_label (CLINCH_KIND_CONTACT, FALSE));
}

ClinchPage *
clinch_contact_page_new (ClinchWorkspace  *workspace,
                         gint64            id,
                         ClinchRecordList *context)
{
  ClinchContactPage *self = g_object_new (CLINCH_TYPE_CONTACT_PAGE, "workspace", workspace, NULL);

  if (context != NULL)
    {
      self->walk.list = g_object_ref (context);
      g_signal_connect_object (context, "items-changed", G_CALLBACK (update_walk), self,
                               G_CONNECT_SWAPPED);
    }
  show_id (self, id);

  return CLINCH_PAGE (self);
}
