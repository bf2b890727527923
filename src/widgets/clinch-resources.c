// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-resources.h"

#include "clinch-menu-names.h"
#include "clinch-ui-resources.h"

void
clinch_resources_init (void)
{
  g_resources_register (clinch_ui_get_resource ());
  clinch_menu_names_init ();
}
