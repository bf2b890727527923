// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-material-actions.h"

#include "clinch-launch.h"

static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!clinch_launch_link_finish (result, &error)
      && gtk_widget_get_root (GTK_WIDGET (object)) != NULL)
    clinch_page_report (GTK_WIDGET (object), error);
}

void
clinch_material_open_link (GtkWidget  *widget,
                           const char *link)
{
  clinch_launch_link_async (widget, link, NULL, launched_cb, NULL);
}

void
clinch_material_share (GtkWidget *widget,
                       gint64     material_id,
                       gint64     customer_id)
{
  gtk_widget_activate_action (widget, "win.share", "(xx)", material_id, customer_id);
}
