// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-file-write.h"

#include "clinch-exchange-error.h"

#include <glib/gi18n-lib.h>

static const char *
describe (const GError *reason)
{
  switch (reason->code)
    {
    case G_FILE_ERROR_NOSPC:
      return _("the disk is full");
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
    case G_FILE_ERROR_ROFS:
      return _("you may not write there");
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      return _("there is no such folder");
    case G_FILE_ERROR_NAMETOOLONG:
      return _("the name is too long");
    default:
      return reason->message;
    }
}

gboolean
clinch_file_write (const char  *path,
                   const char  *data,
                   gsize        length,
                   GError     **error)
{
  g_autoptr(GError) reason = NULL;
  g_autofree char *name = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    reason = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_FAILED, _("it is not a file"));
  else if (g_file_set_contents_full (path, data, length,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0600, &reason))
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_IO,
               _("“%s” cannot be written: %s. Choose another folder, or make room."), name,
               describe (reason));
  return FALSE;
}
