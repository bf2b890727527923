// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-contact-head.h"

#include "clinch-clock.h"
#include "clinch-contact-touches.h"
#include "clinch-page.h"
#include "clinch-reading.h"

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
show_touch (GtkWidget     *widget,
            gconstpointer  question,
            gpointer       answer)
{
  ClinchContactHead *self = CLINCH_CONTACT_HEAD (widget);
  g_autofree ClinchNextTouch *touch = answer;
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

static const ClinchReading touch_reading = {
  .load = read_touch,
  .show = show_touch,
  .question_free = g_free,
  .answer_free = g_free,
  .is_quiet = TRUE,
};

static void
update_touch (ClinchContactHead *self)
{
  TouchJob *job = g_new0 (TouchJob, 1);

  job->customer_id = clinch_record_get_int (self->record, CLINCH_CONTACT_CUSTOMER);
  job->contact_id = clinch_record_get_id (self->record);
  job->now = clinch_clock_now ();
  clinch_reading_ask (GTK_WIDGET (self), self->workspace, &touch_reading, job);
}

static void
update (GtkWidget *widget)
{
  ClinchContactHead *self = CLINCH_CONTACT_HEAD (widget);

  if (self->record != NULL && clinch_record_is_loaded (self->record))
    {
      update_name (self);
      update_touch (self);
    }
}

static void
queue_update (ClinchContactHead *self)
{
  clinch_page_update_later (GTK_WIDGET (self), update);
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
