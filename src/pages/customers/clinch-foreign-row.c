// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-foreign-row.h"

#include "clinch-customers-page.h"
#include "clinch-potential-report.h"

static void
activated_cb (ClinchPage *page)
{
  ClinchPage *customers = clinch_customers_page_new_foreign (clinch_page_get_workspace (page));

  clinch_page_push (GTK_WIDGET (page), ADW_NAVIGATION_PAGE (customers));
}

GtkWidget *
clinch_foreign_row_new (ClinchPage *page,
                        guint       n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = clinch_potential_foreign_text (n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), page, G_CONNECT_SWAPPED);

  return row;
}
