// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-menu-label.h"

char *
clinch_menu_label (const char *name)
{
  g_autoptr(GString) label = g_string_new (name);

  g_string_replace (label, "_", "__", 0);

  return g_string_free_and_steal (g_steal_pointer (&label));
}
