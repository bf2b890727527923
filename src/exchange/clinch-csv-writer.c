// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-csv-writer.h"

#include "clinch-exchange-error.h"
#include "clinch-formula.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FLUSH_AT (64 * 1024)

struct _ClinchCsvWriter
{
  GOutputStream *stream;
  char *path;
  char *temporary;
  GString *buffer;
  GError *error;
  ClinchCsvWriterFlags flags;
  guint row_cells;
  gsize row_start;
  int fd;
};

static ClinchCsvWriter *
new_writer (ClinchCsvWriterFlags flags)
{
  ClinchCsvWriter *self = g_new0 (ClinchCsvWriter, 1);

  self->fd = -1;
  self->flags = flags;
  self->buffer = g_string_sized_new (FLUSH_AT + 4096);
  if ((flags & CLINCH_CSV_WRITER_NO_MARK) == 0)
    g_string_append (self->buffer, "\xef\xbb\xbf");
  self->row_start = self->buffer->len;

  return self;
}

static gboolean
set_io_error (ClinchCsvWriter *self,
              const char      *reason)
{
  g_autofree char *name = g_filename_display_basename (self->path != NULL ? self->path : "CSV");

  if (self->error == NULL)
    g_set_error (&self->error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_IO,
                 _("“%s” cannot be written: %s. Check the free space and your rights, or choose "
                   "another folder."),
                 name, reason);
  return FALSE;
}

ClinchCsvWriter *
clinch_csv_writer_new_for_file (const char            *path,
                                ClinchCsvWriterFlags   flags,
                                GError               **error)
{
  g_autoptr(ClinchCsvWriter) self = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = new_writer (flags);
  self->path = g_strdup (path);
  folder = g_path_get_dirname (path);
  self->temporary = g_build_filename (folder, ".clinch-XXXXXX", NULL);

  /* Gives mode 0600 whatever the umask. */
  self->fd = mkostemp (self->temporary, O_CLOEXEC);
  if (self->fd < 0)
    {
      set_io_error (self, g_strerror (errno));
      g_clear_pointer (&self->temporary, g_free);
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }

  return g_steal_pointer (&self);
}

ClinchCsvWriter *
clinch_csv_writer_new_for_stream (GOutputStream        *stream,
                                  ClinchCsvWriterFlags  flags)
{
  ClinchCsvWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = new_writer (flags);
  self->stream = g_object_ref (stream);

  return self;
}

static void
close_file (ClinchCsvWriter *self)
{
  if (self->fd >= 0 && close (self->fd) < 0)
    set_io_error (self, g_strerror (errno));
  self->fd = -1;
}

void
clinch_csv_writer_free (ClinchCsvWriter *self)
{
  close_file (self);
  if (self->temporary != NULL)
    unlink (self->temporary);
  g_clear_object (&self->stream);
  g_free (self->temporary);
  g_free (self->path);
  g_string_free (self->buffer, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
write_file (ClinchCsvWriter *self)
{
  gsize done = 0;

  while (done < self->buffer->len)
    {
      gssize n = write (self->fd, self->buffer->str + done, self->buffer->len - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return set_io_error (self, g_strerror (errno));
      done += n;
    }

  return TRUE;
}

static gboolean
write_stream (ClinchCsvWriter *self,
              GCancellable    *cancellable)
{
  g_autoptr(GError) error = NULL;

  if (g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL,
                                 cancellable, &error))
    return TRUE;

  return set_io_error (self, error->message);
}

static gboolean
flush_buffer (ClinchCsvWriter *self,
              GCancellable    *cancellable)
{
  if (self->error != NULL)
    return FALSE;

  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (&self->error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_CANCELLED,
                           _("Writing the file was cancelled."));
      return FALSE;
    }
  if (!(self->stream != NULL ? write_stream (self, cancellable) : write_file (self)))
    return FALSE;

  g_string_truncate (self->buffer, 0);
  self->row_start = 0;
  return TRUE;
}

static gboolean
needs_quotes (const char *text)
{
  gsize length = strlen (text);

  /* White space at the ends would be taken for padding by many programs. */
  return strpbrk (text, ",;\t|\"\r\n") != NULL
         || (length > 0 && (text[0] == ' ' || text[length - 1] == ' '));
}

static void
append_quoted (GString    *buffer,
               const char *text)
{
  g_string_append_c (buffer, '"');
  for (const char *quote; (quote = strchr (text, '"')) != NULL; text = quote + 1)
    {
      g_string_append_len (buffer, text, quote - text + 1);
      g_string_append_c (buffer, '"');
    }
  g_string_append (buffer, text);
  g_string_append_c (buffer, '"');
}

static void
append_cell (ClinchCsvWriter *self,
             const char      *text)
{
  if (self->row_cells++ > 0)
    g_string_append_c (self->buffer, ',');
  if (needs_quotes (text))
    append_quoted (self->buffer, text);
  else
    g_string_append (self->buffer, text);
}

void
clinch_csv_writer_add_text (ClinchCsvWriter *self,
                            const char      *text)
{
  g_autofree char *guarded = NULL;

  if (text == NULL)
    text = "";
  if ((self->flags & CLINCH_CSV_WRITER_NO_GUARD) == 0)
    guarded = clinch_formula_guard (text);

  append_cell (self, guarded != NULL ? guarded : text);
}

static gboolean
is_plain_number (const char *text)
{
  gsize digits = 0;
  gsize points = 0;

  if (*text == '-' || *text == '+')
    text++;
  for (; g_ascii_isdigit (*text) || *text == '.'; text++)
    {
      digits += *text != '.';
      points += *text == '.';
    }

  return *text == '\0' && digits > 0 && points <= 1;
}

void
clinch_csv_writer_add_number (ClinchCsvWriter *self,
                              const char      *number)
{
  if (number != NULL && is_plain_number (number))
    append_cell (self, number);
  else
    clinch_csv_writer_add_text (self, number);
}

static gboolean
report_error (ClinchCsvWriter  *self,
              GError          **error)
{
  if (self->error == NULL)
    return TRUE;

  if (error != NULL)
    *error = g_error_copy (self->error);
  return FALSE;
}

gboolean
clinch_csv_writer_end_row (ClinchCsvWriter  *self,
                           GCancellable     *cancellable,
                           GError          **error)
{
  /* A line with nothing on it would be no row at all. */
  if (self->buffer->len == self->row_start)
    g_string_append (self->buffer, "\"\"");
  g_string_append (self->buffer, "\r\n");
  self->row_cells = 0;
  self->row_start = self->buffer->len;

  if (self->buffer->len >= FLUSH_AT)
    flush_buffer (self, cancellable);

  return report_error (self, error);
}

/* The new name is on the disk only when the folder is. */
static gboolean
sync_folder (ClinchCsvWriter *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done;

  if (fd < 0)
    return set_io_error (self, g_strerror (errno));

  /* Some file systems cannot do this with a folder and say so. */
  done = fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP;
  if (!done)
    set_io_error (self, g_strerror (errno));
  close (fd);

  return done;
}

static gboolean
publish_file (ClinchCsvWriter *self)
{
  if (fsync (self->fd) < 0)
    return set_io_error (self, g_strerror (errno));
  close_file (self);
  if (self->error != NULL)
    return FALSE;
  if (rename (self->temporary, self->path) < 0)
    return set_io_error (self, g_strerror (errno));
  g_clear_pointer (&self->temporary, g_free);

  return sync_folder (self);
}

gboolean
clinch_csv_writer_close (ClinchCsvWriter  *self,
                         GCancellable     *cancellable,
                         GError          **error)
{
  g_autoptr(GError) flush_error = NULL;

  if (!flush_buffer (self, cancellable))
    return report_error (self, error);

  if (self->stream != NULL)
    {
      if (!g_output_stream_flush (self->stream, cancellable, &flush_error))
        set_io_error (self, flush_error->message);
    }
  else if (self->fd >= 0)
    {
      publish_file (self);
    }

  return report_error (self, error);
}
