// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-launch.h"

#include "clinch-link.h"

#include <glib/gi18n-lib.h>

#define FILE_ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

gboolean
clinch_launch (GtkWidget  *widget,
               const char *uri)
{
  g_autoptr(GtkUriLauncher) launcher = NULL;

  if (!clinch_link_is_allowed (uri))
    return FALSE;

  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, window_of (widget), NULL, NULL, NULL);
  return TRUE;
}

gboolean
clinch_launch_is_document_type (const char *content_type)
{
  static const char *const read[] = {
    "text/", "image/", "audio/", "video/", "application/pdf", "application/rtf", "application/msword",
    "application/vnd.ms-", "application/vnd.openxmlformats-", "application/vnd.oasis.opendocument.",
    "application/wps-office.", "application/x-wps", "application/epub+zip", "application/zip",
  };
  g_autofree char *mime_type = g_content_type_get_mime_type (content_type);

  /* Scripts are text, too. */
  if (mime_type == NULL || g_content_type_is_mime_type (content_type, "application/x-executable"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (read); i++)
    if (g_str_has_prefix (mime_type, read[i]))
      return TRUE;

  return FALSE;
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  /* Whoever chose no program knows that nothing opened. */
  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (object), result, &error)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                             _("No program on this computer opens “%s”."),
                             (const char *) g_task_get_task_data (task));
}

static void
return_unreadable (GTask        *task,
                   const GError *error)
{
  const char *path = g_task_get_task_data (task);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _("“%s” is not there any more. Change the link to where it is now."),
                             path);
  else
    g_task_return_new_error (task, error->domain, error->code,
                             /* Translators: a file, the reason. */
                             _("“%1$s” cannot be read: %2$s"), path, error->message);
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, &error);
  g_autoptr(GtkFileLauncher) launcher = NULL;

  if (info == NULL)
    {
      return_unreadable (task, error);
      return;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY
      && !clinch_launch_is_document_type (g_file_info_get_content_type (info)))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("“%s” is not a document, and programs are not started from here."),
                               (const char *) g_task_get_task_data (task));
      return;
    }

  launcher = gtk_file_launcher_new (G_FILE (object));
  gtk_file_launcher_launch (launcher, window_of (g_task_get_source_object (task)),
                            g_task_get_cancellable (task), opened_cb, g_object_ref (task));
}

void
clinch_launch_link_async (GtkWidget           *widget,
                          const char          *link,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (widget, cancellable, callback, user_data);
  g_autofree char *path = clinch_link_for_file (link);
  g_autofree char *website = path == NULL ? clinch_link_for_website (link) : NULL;
  g_autoptr(GFile) file = NULL;

  g_task_set_source_tag (task, clinch_launch_link_async);
  if (path == NULL)
    {
      if (clinch_launch (widget, website))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                                 _("“%s” is neither a web page nor a file on this computer."),
                                 link != NULL ? link : "");
      return;
    }

  file = g_file_new_for_path (path);
  g_task_set_task_data (task, g_filename_display_name (path), g_free);
  g_file_query_info_async (file, FILE_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT,
                           cancellable, looked_cb, g_object_ref (task));
}

gboolean
clinch_launch_link_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
