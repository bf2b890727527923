// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-csv-reader.h"

#include "clinch-byte-source.h"
#include "clinch-csv-dialect.h"
#include "clinch-decoder.h"
#include "clinch-encoding.h"
#include "clinch-exchange-error.h"
#include "clinch-formula.h"
#include "clinch-table-column.h"

#include <csv.h>
#include <glib/gi18n.h>
#include <string.h>

/* Bytes go piece by piece through the decoder, are cut at line ends, and each line goes to libcsv,
 * so that the line where a record or a quote begins is always known. libcsv runs in its strict
 * mode: a quote inside a cell that does not begin with one is then taken as text, while text behind
 * a closing quote, which would silently swallow what follows, is an error. */

#define PIECE (128 * 1024)

typedef struct
{
  ClinchByteSource *source;
  ClinchDecoder *decoder;
  ClinchTable *table;
  GString *text;
  char *encoding;
  ClinchCsvDialect dialect;
  ClinchCsvHeader header;
  struct csv_parser parser;

  /* The line being fed, the line where the current record began, the line where the open cell
   * began. */
  guint line;
  guint record_line;
  guint cell_line;
  guint line_cells;
  guint in_line : 1;
  guint in_record : 1;
  guint after_cr : 1;
  guint parser_ready : 1;
  guint columns_known : 1;

  GError *error;
} Reader;

static void
reader_clear (Reader *self)
{
  if (self->parser_ready)
    csv_free (&self->parser);
  g_clear_pointer (&self->source, clinch_byte_source_free);
  g_clear_pointer (&self->decoder, clinch_decoder_free);
  g_clear_pointer (&self->table, clinch_table_unref);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_clear_pointer (&self->encoding, g_free);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
cell_cb (void   *text,
         size_t  length,
         void   *data)
{
  Reader *self = data;
  g_autofree char *bare = NULL;

  self->line_cells++;
  if (self->error != NULL)
    return;

  if (length > 1 && memchr (text, '\'', length) != NULL)
    bare = clinch_formula_unguard (text);
  if (bare != NULL)
    clinch_table_append_cell (self->table, bare, strlen (bare), self->record_line, &self->error);
  else
    clinch_table_append_cell (self->table, text, length, self->record_line, &self->error);
}

static gboolean
is_header (ClinchTable *table)
{
  const char *cells[CLINCH_TABLE_MAX_COLUMNS];
  guint n_cells;

  n_cells = clinch_table_get_cells (table, 0, cells, G_N_ELEMENTS (cells));
  for (guint i = 0; i < n_cells; i++)
    if (clinch_cell_is_number (cells[i]) || clinch_cell_is_date (cells[i]))
      return FALSE;

  return TRUE;
}

static void
record_cb (int   character,
           void *data)
{
  Reader *self = data;

  if (self->error != NULL || !clinch_table_end_row (self->table, self->record_line, &self->error) ||
      self->columns_known || clinch_table_get_n_rows (self->table) == 0)
    return;

  self->columns_known = TRUE;
  if (self->header == CLINCH_CSV_HEADER_PRESENT ||
      (self->header == CLINCH_CSV_HEADER_DETECT && is_header (self->table)))
    clinch_table_take_names (self->table);
  else
    clinch_table_number_columns (self->table, self->dialect.n_columns);
}

static gboolean
fail_stray_text (Reader *self)
{
  g_set_error (&self->error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_FORMAT,
               _("In line %u text follows a closing quote (\"). Write a quote that belongs to the "
                 "text twice (\"\")."),
               self->line);
  return FALSE;
}

static gboolean
fail_long_cell (Reader *self)
{
  g_set_error (&self->error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_TOO_LARGE,
               _("The cell that begins in line %u is longer than 1,000,000 characters. "
                 "Shorten it, or look for a quote (\") that is never closed."), self->cell_line);
  return FALSE;
}

static gboolean
feed_parser (Reader     *self,
             const char *text,
             gsize       length)
{
  while (length > 0 && self->error == NULL)
    {
      gsize done = csv_parse (&self->parser, text, length, cell_cb, record_cb, self);

      if (done == length)
        break;

      text += done;
      length -= done;
      if (csv_error (&self->parser) != CSV_EPARSE)
        {
          g_set_error (&self->error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_TOO_LARGE,
                       _("There is not enough memory for line %u. Split the file into smaller "
                         "ones."),
                       self->line);
          return FALSE;
        }
      if (self->parser.quoted)
        return fail_stray_text (self);

      /* A quote in the middle of a bare cell: an inch mark, or a name in quotes. */
      csv_set_opts (&self->parser, CSV_APPEND_NULL);
      csv_parse (&self->parser, text, 1, cell_cb, record_cb, self);
      csv_set_opts (&self->parser, CSV_APPEND_NULL | CSV_STRICT);
      text++;
      length--;
    }

  return self->error == NULL;
}

/* Feeds a line or, without @ended, as much of one as has come. */
static gboolean
feed_line (Reader     *self,
           const char *text,
           gsize       length,
           gboolean    ended)
{
  if (!self->in_line)
    {
      self->line++;
      self->in_line = TRUE;
      self->line_cells = 0;
      if (!self->in_record)
        self->record_line = self->cell_line = self->line;
    }

  if (!feed_parser (self, text, length))
    return FALSE;

  /* The cell that is open now began behind the last one that was closed. */
  if (self->line_cells > 0)
    self->cell_line = self->line;
  /* Four bytes are the most a character takes. The rest of a cell that is too long is not waited
   * for. */
  if (self->parser.entry_pos > 4 * CLINCH_TABLE_MAX_CELL_CHARS)
    return fail_long_cell (self);

  if (ended)
    {
      self->in_line = FALSE;
      self->in_record = self->parser.quoted != 0;
    }

  return TRUE;
}

static const char *
find_next (const char *found,
           const char *text,
           const char *end,
           char        wanted)
{
  if (found == NULL || found >= text)
    return found;

  return memchr (text, wanted, end - text);
}

static gboolean
feed_text (Reader     *self,
           const char *text,
           gsize       length)
{
  const char *end = text + length;
  const char *lf;
  const char *cr;

  /* The second half of a CRLF that the end of the last piece cut in two. */
  if (length > 0 && self->after_cr && text[0] == '\n' && !feed_parser (self, text++, 1))
    return FALSE;
  if (length > 0)
    self->after_cr = end[-1] == '\r';

  lf = memchr (text, '\n', end - text);
  cr = memchr (text, '\r', end - text);
  while (text < end)
    {
      const char *eol;
      const char *next;

      lf = find_next (lf, text, end, '\n');
      cr = find_next (cr, text, end, '\r');
      eol = cr != NULL && (lf == NULL || cr < lf) ? cr : lf;
      next = eol != NULL ? eol + 1 : end;
      if (eol != NULL && eol == cr && next < end && *next == '\n')
        next++;

      /* A blank line between records need not trouble the parser: some files have millions. */
      if (eol == text && !self->in_line && !self->in_record)
        self->line++;
      else if (!feed_line (self, text, next - text, eol != NULL))
        return FALSE;
      text = next;
    }

  return TRUE;
}

/* The line in which @text ends, if it follows what was fed so far. */
static guint
count_lines (Reader     *self,
             const char *text,
             gsize       length)
{
  guint line = self->line + !self->in_line;
  gboolean after_cr = self->after_cr;

  for (gsize i = 0; i < length; i++)
    {
      line += text[i] == '\r' || (text[i] == '\n' && !after_cr);
      after_cr = text[i] == '\r';
    }

  return line;
}

static gboolean
fail_encoding (Reader *self)
{
  guint line = count_lines (self, self->text->str, self->text->len);
  g_autofree char *offset = g_strdup_printf ("%" G_GOFFSET_FORMAT,
                                             clinch_decoder_get_bad_offset (self->decoder));

  g_set_error (&self->error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_ENCODING,
               _("In line %u the byte at offset %s is not valid in the encoding %s. "
                 "Choose another encoding, or save the file again as UTF-8."),
               line, offset, self->encoding);
  return FALSE;
}

static gboolean
check_nul (Reader *self)
{
  const char *nul = memchr (self->text->str, '\0', self->text->len);

  if (nul == NULL)
    return TRUE;

  g_set_error (&self->error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_FORMAT,
               _("Line %u contains a NUL byte, so the file is damaged or no plain text. "
                 "Save it again as “CSV UTF-8”, or choose another encoding."),
               count_lines (self, self->text->str, nul - self->text->str));
  return FALSE;
}

static gboolean
start_parser (Reader   *self,
              char      delimiter,
              gboolean  is_all)
{
  clinch_csv_dialect_detect (self->text->str, self->text->len, is_all, delimiter, &self->dialect);
  if (csv_init (&self->parser, CSV_APPEND_NULL | CSV_STRICT) != 0)
    g_error ("csv_init failed");
  self->parser_ready = TRUE;
  csv_set_delim (&self->parser, self->dialect.delimiter);
  csv_set_blk_size (&self->parser, 64 * 1024);

  if (self->dialect.skip > 0)
    {
      self->line++;
      g_string_erase (self->text, 0, self->dialect.skip);
    }

  return TRUE;
}

static gboolean
finish_table (Reader *self)
{
  if (self->in_line && !feed_parser (self, "\n", 1))
    return FALSE;

  if (self->parser.quoted)
    {
      g_set_error (&self->error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_FORMAT,
                   _("The quote (\") opened in line %u is never closed. Close it, "
                     "or write a quote that belongs to the text twice (\"\")."),
                   self->cell_line);
      return FALSE;
    }
  if (!self->columns_known)
    {
      g_set_error_literal (&self->error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_FORMAT,
                           _("The file holds no text from line 1 to its end. "
                             "Choose a file whose first row names the columns."));
      return FALSE;
    }

  clinch_table_set_source (self->table, self->encoding, self->dialect.delimiter);
  clinch_table_finish (self->table);
  return TRUE;
}

static gboolean
read_pieces (Reader                *self,
             char                   delimiter,
             GCancellable          *cancellable,
             GFileProgressCallback  progress,
             gpointer               progress_data)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  goffset size = clinch_byte_source_get_size (self->source);
  goffset offset = 0;

  for (;;)
    {
      gssize length = clinch_byte_source_read (self->source, offset, piece, PIECE, cancellable,
                                               &self->error);
      gboolean is_last = length < PIECE;
      gboolean decoded;

      if (length < 0)
        return FALSE;

      g_string_truncate (self->text, 0);
      decoded = clinch_decoder_feed (self->decoder, piece, length, is_last, self->text);
      if (decoded && !self->parser_ready)
        start_parser (self, delimiter, is_last);
      if (!check_nul (self))
        return FALSE;
      if (!decoded)
        return fail_encoding (self);
      if (!feed_text (self, self->text->str, self->text->len))
        return FALSE;

      offset += length;
      if (progress != NULL)
        progress (offset, MAX (size, offset), progress_data);
      if (is_last)
        return finish_table (self);
    }
}

static ClinchTable *
read_source (ClinchByteSource        *source,
             const ClinchCsvOptions  *options,
             GCancellable            *cancellable,
             GFileProgressCallback    progress,
             gpointer                 progress_data,
             GError                 **error)
{
  g_auto(Reader) self = { .source = source };
  g_autofree char *wanted = NULL;

  if (options != NULL && options->encoding != NULL)
    {
      wanted = clinch_encoding_resolve (options->encoding, error);
      if (wanted == NULL)
        return NULL;
    }
  self.encoding = clinch_encoding_detect (source, wanted, cancellable, error);
  if (self.encoding == NULL)
    return NULL;
  self.decoder = clinch_decoder_new (self.encoding, error);
  if (self.decoder == NULL)
    return NULL;

  self.header = options != NULL ? options->header : CLINCH_CSV_HEADER_DETECT;
  self.table = clinch_table_new ();
  self.text = g_string_sized_new (2 * PIECE);
  if (!read_pieces (&self, options != NULL ? options->delimiter : 0, cancellable, progress,
                    progress_data))
    {
      g_propagate_error (error, g_steal_pointer (&self.error));
      return NULL;
    }

  return g_steal_pointer (&self.table);
}

ClinchTable *
clinch_csv_read_file (const char              *path,
                      const ClinchCsvOptions  *options,
                      GCancellable            *cancellable,
                      GFileProgressCallback    progress,
                      gpointer                 progress_data,
                      GError                 **error)
{
  ClinchByteSource *source;

  g_return_val_if_fail (path != NULL, NULL);

  source = clinch_byte_source_new_for_file (path, error);
  if (source == NULL)
    return NULL;

  return read_source (source, options, cancellable, progress, progress_data, error);
}

ClinchTable *
clinch_csv_read_bytes (GBytes                  *bytes,
                       const ClinchCsvOptions  *options,
                       GCancellable            *cancellable,
                       GFileProgressCallback    progress,
                       gpointer                 progress_data,
                       GError                 **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_source (clinch_byte_source_new_for_bytes (bytes), options, cancellable, progress,
                      progress_data, error);
}
