// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-row-name.h"

static void
title_cb (AdwPreferencesRow *row)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (row), -1);
}

void
clinch_row_name_after_title (AdwPreferencesRow *row)
{
  g_signal_connect (row, "notify::title", G_CALLBACK (title_cb), NULL);
  title_cb (row);
}
