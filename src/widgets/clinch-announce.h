// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has a screen reader say @message when it gets to it: what changed without the keyboard having
 * gone there. */
void clinch_announce (GtkWidget  *widget,
                      const char *message);

G_END_DECLS
