// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-record-removal.h"

#include "clinch-actions.h"

static void
leave (GtkWidget *page)
{
  GtkWidget *view = gtk_widget_get_ancestor (page, ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL && adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) ==
                        ADW_NAVIGATION_PAGE (page))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GtkWidget) page = user_data;

  if (clinch_page_finish (page, result, NULL))
    leave (page);
}

void
clinch_record_removal_delete (ClinchPage   *page,
                              ClinchRecord *record)
{
  gint64 id = clinch_record_get_id (record);

  clinch_action_delete (clinch_page_get_workspace (page), clinch_record_get_kind (record), &id, 1,
                        NULL, deleted_cb, g_object_ref (page));
}

void
clinch_record_removal_restore (ClinchPage   *page,
                               ClinchRecord *record)
{
  clinch_action_restore (clinch_page_get_workspace (page), clinch_record_get_kind (record),
                         clinch_record_get_id (record), NULL, clinch_page_done_cb,
                         g_object_ref (page));
}
