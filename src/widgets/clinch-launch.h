// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens a web page, a mail or a call with whatever the desktop has for it; what is none of these is
 * not opened (see clinch_link_is_allowed()). The one place where something is launched. */
gboolean clinch_launch (GtkWidget  *widget,
                        const char *uri);

G_END_DECLS
