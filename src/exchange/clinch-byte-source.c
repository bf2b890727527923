// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-byte-source.h"

#include "clinch-exchange-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _ClinchByteSource
{
  GBytes *bytes;
  char *name;
  goffset size;
  int fd;
};

static gboolean
set_io_error (const char  *name,
              int          code,
              GError     **error)
{
  g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_IO,
               _("“%s” cannot be read: %s. Check that the file exists and that you may open it."),
               name, g_strerror (code));
  return FALSE;
}

static gboolean
set_size_error (const char  *name,
                GError     **error)
{
  g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_TOO_LARGE,
               _("“%s” is larger than 512 MB. Split it into smaller files and import them one "
                 "after another."), name);
  return FALSE;
}

static gboolean
open_file (ClinchByteSource  *self,
           const char        *path,
           GError           **error)
{
  struct stat info;

  /* Without O_NONBLOCK opening a pipe that nobody writes to would never come back. */
  self->fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (self->fd < 0 || fstat (self->fd, &info) < 0)
    return set_io_error (self->name, errno, error);

  if (S_ISDIR (info.st_mode))
    {
      g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_IO,
                   _("“%s” is a folder. Choose a file inside it."), self->name);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_IO,
                   _("“%s” is a device or a pipe. Save its content to a file and choose that."),
                   self->name);
      return FALSE;
    }
  if (info.st_size > CLINCH_BYTE_SOURCE_MAX_SIZE)
    return set_size_error (self->name, error);

  self->size = info.st_size;
  return TRUE;
}

ClinchByteSource *
clinch_byte_source_new_for_file (const char  *path,
                                 GError     **error)
{
  g_autoptr(ClinchByteSource) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (ClinchByteSource, 1);
  self->name = g_filename_display_basename (path);
  self->fd = -1;
  if (!open_file (self, path, error))
    return NULL;

  return g_steal_pointer (&self);
}

ClinchByteSource *
clinch_byte_source_new_for_bytes (GBytes *bytes)
{
  ClinchByteSource *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (ClinchByteSource, 1);
  self->name = g_strdup ("CSV");
  self->bytes = g_bytes_ref (bytes);
  self->size = g_bytes_get_size (bytes);
  self->fd = -1;

  return self;
}

void
clinch_byte_source_free (ClinchByteSource *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self);
}

goffset
clinch_byte_source_get_size (ClinchByteSource *self)
{
  return self->size;
}

static gssize
read_bytes (ClinchByteSource *self,
            goffset           offset,
            char             *buffer,
            gsize             size)
{
  gsize length;
  const char *data = g_bytes_get_data (self->bytes, &length);
  gsize n = (gsize) offset < length ? MIN (size, length - (gsize) offset) : 0;

  if (n > 0)
    memcpy (buffer, data + offset, n);

  return n;
}

static gssize
read_file (ClinchByteSource  *self,
           goffset            offset,
           char              *buffer,
           gsize              size,
           GError           **error)
{
  gsize done = 0;

  while (done < size)
    {
      gssize n = pread (self->fd, buffer + done, size - done, offset + done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_io_error (self->name, errno, error);
          return -1;
        }
      if (n == 0)
        break;
      done += n;
    }

  return done;
}

gssize
clinch_byte_source_read (ClinchByteSource  *self,
                         goffset            offset,
                         void              *buffer,
                         gsize              size,
                         GCancellable      *cancellable,
                         GError           **error)
{
  gssize done;

  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_CANCELLED,
                           _("Reading the file was cancelled."));
      return -1;
    }

  if (self->bytes != NULL)
    done = read_bytes (self, offset, buffer, size);
  else
    done = read_file (self, offset, buffer, size, error);

  /* A file can grow while it is read, or claim no size at all. */
  if (done > 0 && offset + done > CLINCH_BYTE_SOURCE_MAX_SIZE)
    {
      set_size_error (self->name, error);
      return -1;
    }

  return done;
}
