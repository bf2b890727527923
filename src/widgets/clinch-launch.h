// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The one place where something is launched from what a record holds. Programs never are. */

/* Opens a web page, a mail or a call with whatever the desktop has for it; what is none of these is
 * not opened (see clinch_link_is_allowed()). */
gboolean clinch_launch                   (GtkWidget           *widget,
                                          const char          *uri);

/* Opens what a link leads to: a web page, or a document on this computer that is still there and is
 * nothing that runs. */
void     clinch_launch_link_async        (GtkWidget           *widget,
                                          const char          *link,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);

/* FALSE with a sentence for the user if it was not opened. */
gboolean clinch_launch_link_finish       (GAsyncResult        *result,
                                          GError             **error);

/* Whether files of this content type are read and not run. */
gboolean clinch_launch_is_document_type  (const char          *content_type);

G_END_DECLS
