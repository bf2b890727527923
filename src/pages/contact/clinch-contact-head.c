// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-contact-head.h"

#include "clinch-clock.h"
#include "clinch-contact-touches.h"
#include "clinch-page.h"

#include <glib/gi18n-lib.h>

struct _ClinchContactHead
{
  AdwBin parent_instance;

  GtkLabel *name_label;
  GtkLabel *position_label;
  GtkLabel *customer_label;
  GtkWidget *call_button;
  GtkWidget *mail_button;
  GtkWidget *wechat_button;
  GtkLabel *wechat_label;
  GtkWidget *touch_card;
  GtkImage *touch_icon;
  GtkLabel *touch_label;

  ClinchWorkspace *workspace;
  ClinchRecord *record;
  guint update_source;
  GCancellable *cancellable; /* of the contacts that are being read */
};

G_DEFINE_FINAL_TYPE (ClinchContactHead, clinch_contact_head, ADW_TYPE_BIN)

static void
update_name (ClinchContactHead *self)
{
  ClinchRecord *record = self->record;
  const char *title = clinch_record_get_text (record, CLINCH_CONTACT_TITLE);
  const char *department = clinch_record_get_text (record, CLINCH_CONTACT_DEPARTMENT);
  const char *wechat = clinch_record_get_text (record, CLINCH_CONTACT_WECHAT);
  const char *parts[] = { title != NULL ? title : department, title != NULL ? department : NULL,
                          NULL };
  g_autofree char *position = g_strjoinv (" · ", (char **) parts);

  gtk_label_set_label (self->name_label, clinch_record_get_name (record));
  gtk_label_set_label (self->position_label, position);
  gtk_widget_set_visible (GTK_WIDGET (self->position_label), *position != '\0');
  gtk_label_set_label (self->customer_label,
                       clinch_record_get_reference_name (record, CLINCH_CONTACT_CUSTOMER));
  gtk_widget_set_visible (self->call_button,
                          clinch_record_get_text (record, CLINCH_CONTACT_MOBILE) != NULL
                          || clinch_record_get_text (record, CLINCH_CONTACT_PHONE) != NULL);
  gtk_widget_set_visible (self->mail_button,
                          clinch_record_get_text (record, CLINCH_CONTACT_EMAIL) != NULL);
  gtk_label_set_label (self->wechat_label, wechat != NULL ? wechat : "");
  gtk_widget_set_visible (self->wechat_button, wechat != NULL);
}

/* --- When to be in touch: read anew whenever something changes, by what is known of the customer's
 * people. */

typedef struct
{
  gint64 customer_id;
  gint64 contact_id;
  gint64 now;
} TouchJob;

static gpointer
read_touch (ClinchDb  *db,
            gpointer   data,
            GError   **error)
{
  const TouchJob *job = data;
  g_autoptr(GHashTable) touches = clinch_contact_touches_load (db, job->customer_id, job->now,
                                                               error);
  const ClinchNextTouch *touch;

  if (touches == NULL)
    return NULL;
  touch = g_hash_table_lookup (touches, &job->contact_id);

  /* Somebody who is deleted is in touch with nobody. */
  return touch != NULL ? g_memdup2 (touch, sizeof *touch) : g_new0 (ClinchNextTouch, 1);
}

static void
show_touch (ClinchContactHead     *self,
            const ClinchNextTouch *touch)
{
  gboolean is_late = touch->cadence.state == CLINCH_CADENCE_LATE;
  char today[CLINCH_DATE_SIZE];
  g_autofree char *text = NULL;

  clinch_clock_today (today);
  text = clinch_contact_touch_text (touch, today);
  gtk_label_set_label (self->touch_label, text);
  gtk_image_set_from_icon_name (self->touch_icon, is_late ? "dialog-warning-symbolic"
                                : "alarm-symbolic");
  if (is_late)
    gtk_widget_add_css_class (GTK_WIDGET (self->touch_icon), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->touch_icon), "warning");
  gtk_widget_set_visible (self->touch_card, !clinch_record_is_deleted (self->record));
}

static void
touch_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinchContactHead) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree ClinchNextTouch *touch = clinch_store_read_finish (CLINCH_STORE (object), result,
                                                                &error);

  if (touch != NULL)
    show_touch (self, touch);
  else
    g_debug ("The contacts of a person could not be read: %s", error->message);
}

static void
update_touch (ClinchContactHead *self)
{
  TouchJob *job = g_new0 (TouchJob, 1);

  job->customer_id = clinch_record_get_int (self->record, CLINCH_CONTACT_CUSTOMER);
  job->contact_id = clinch_record_get_id (self->record);
  job->now = clinch_clock_now ();
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  clinch_store_read_async (clinch_workspace_get_store (self->workspace), read_touch, job, g_free,
                           g_free, self->cancellable, touch_read_cb, g_object_ref (self));
}

static gboolean
update_cb (gpointer user_data)
{
  ClinchContactHead *self = user_data;

  self->update_source = 0;
  if (self->record != NULL && clinch_record_is_loaded (self->record))
    {
      update_name (self);
      update_touch (self);
    }

  return G_SOURCE_REMOVE;
}

/* A step changes several fields at once, each with a notification of its own. */
static void
queue_update (ClinchContactHead *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_DEFAULT, update_cb, self, NULL);
}

static void
customer_clicked_cb (ClinchContactHead *self)
{
  gint64 id = clinch_record_get_int (self->record, CLINCH_CONTACT_CUSTOMER);

  if (id != 0)
    clinch_page_open (GTK_WIDGET (self), CLINCH_KIND_CUSTOMER, id);
}

static void
clinch_contact_head_dispose (GObject *object)
{
  ClinchContactHead *self = CLINCH_CONTACT_HEAD (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_CONTACT_HEAD);
  g_clear_object (&self->record);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (clinch_contact_head_parent_class)->dispose (object);
}

static void
clinch_contact_head_class_init (ClinchContactHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinch_contact_head_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/pages/contact/contact-head.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchContactHead, name_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchContactHead, position_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchContactHead, customer_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchContactHead, call_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchContactHead, mail_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchContactHead, wechat_button);
  gtk_widget_class_bind_template_child (widget_class, ClinchContactHead, wechat_label);
  gtk_widget_class_bind_template_child (widget_class, ClinchContactHead, touch_card);
  gtk_widget_class_bind_template_child (widget_class, ClinchContactHead, touch_icon);
  gtk_widget_class_bind_template_child (widget_class, ClinchContactHead, touch_label);
  gtk_widget_class_bind_template_callback (widget_class, customer_clicked_cb);
}

static void
clinch_contact_head_init (ClinchContactHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinch_contact_head_new (ClinchWorkspace *workspace)
{
  ClinchContactHead *self = g_object_new (CLINCH_TYPE_CONTACT_HEAD, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
clinch_contact_head_set_record (ClinchContactHead *self,
                                ClinchRecord      *record)
{
  g_return_if_fail (CLINCH_IS_CONTACT_HEAD (self));

  if (self->record == record)
    return;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    g_signal_connect_object (record, "notify", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->touch_card, FALSE);
  queue_update (self);
}
