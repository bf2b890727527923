// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The program about itself, from its metainfo. */
void  clinch_about_show       (GtkWidget *parent);

/* What a report of a fault needs to say of the system; nothing of the user or of what he stores.
 * To be freed. */
char *clinch_about_debug_info (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
