// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-announce.h"

void
clinch_announce (GtkWidget  *widget,
                 const char *message)
{
  /* The toolkit's backend for tests cannot announce and does not look before it leaps. */
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") == 0)
    return;

  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
