// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-contact-row.h"

#include "clinch-clock.h"
#include "clinch-contact-touches.h"
#include "clinch-link.h"

#include <glib/gi18n-lib.h>

#define ICON_KEY "clinch-overdue"

/* Takes @uri. */
static void
add_link (GtkWidget  *row,
          char       *uri,
          const char *icon,
          const char *label)
{
  GtkWidget *button;

  if (uri == NULL)
    return;

  button = gtk_button_new_from_icon_name (icon);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "customer.launch");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_free (uri);
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             GVariant   *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
add_menu (GtkWidget    *row,
          ClinchRecord *contact,
          gboolean      can_write)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  const char *wechat = clinch_record_get_text (contact, CLINCH_CONTACT_WECHAT);
  gint64 id = clinch_record_get_id (contact);

  if (wechat != NULL)
    append_item (menu, _("Copy _WeChat ID"), "customer.copy-wechat", g_variant_new_string (wechat));
  append_item (menu, _("E_xport as vCard…"), "customer.export-contact", g_variant_new_int64 (id));
  if (can_write)
    {
      append_item (menu, _("_Merge With…"), "customer.merge-contact", g_variant_new_int64 (id));
      append_item (menu, _("_Delete"), "customer.delete-contact", g_variant_new_int64 (id));
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Menu of the Contact"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Hidden unless somebody is overdue; the word stands in the text. */
static void
add_overdue_icon (GtkWidget *row)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  gtk_widget_set_visible (icon, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("contact", "Overdue"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  g_object_set_data (G_OBJECT (row), ICON_KEY, icon);
}

static const char *
phone_of (ClinchRecord *contact)
{
  const char *mobile = clinch_record_get_text (contact, CLINCH_CONTACT_MOBILE);

  return mobile != NULL ? mobile : clinch_record_get_text (contact, CLINCH_CONTACT_PHONE);
}

GtkWidget *
clinch_contact_row_new (ClinchRecord *contact,
                        gboolean      can_write)
{
  GtkWidget *row = adw_action_row_new ();
  const char *email = clinch_record_get_text (contact, CLINCH_CONTACT_EMAIL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  add_overdue_icon (row);
  add_link (row, clinch_link_for_phone (phone_of (contact)), "call-start-symbolic", _("Call"));
  add_link (row, clinch_link_for_mail (email), "mail-unread-symbolic", _("Write a Mail"));
  add_menu (row, contact, can_write);
  clinch_contact_row_show (row, contact, NULL);

  return row;
}

void
clinch_contact_row_show (GtkWidget             *row,
                         ClinchRecord          *contact,
                         const ClinchNextTouch *touch)
{
  const char *title = clinch_record_get_text (contact, CLINCH_CONTACT_TITLE);
  const char *phone = phone_of (contact);
  const char *parts[] = { title != NULL ? title : phone, title != NULL ? phone : NULL, NULL };
  GString *subtitle = g_string_new_take (g_strjoinv (" · ", (char **) parts));
  char today[CLINCH_DATE_SIZE];
  g_autofree char *due = NULL;

  clinch_clock_today (today);
  if (touch != NULL)
    due = clinch_contact_touch_due_text (touch, today);
  if (due != NULL)
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? "\n" : "", due);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), clinch_record_get_name (contact));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), ICON_KEY),
                          touch != NULL && touch->cadence.state == CLINCH_CADENCE_LATE);
  g_string_free (subtitle, TRUE);
}
