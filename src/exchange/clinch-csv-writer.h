// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ClinchCsvWriterFlags:
 * @CLINCH_CSV_WRITER_DEFAULT: as a spreadsheet wants it
 * @CLINCH_CSV_WRITER_NO_MARK: without the byte order mark at the start, for programs that stumble
 *   over it
 * @CLINCH_CSV_WRITER_NO_GUARD: text that looks like a formula is written as it is; only for other
 *   programs' sake, and with a warning to the user
 *
 * How to write.
 */
typedef enum
{
  CLINCH_CSV_WRITER_DEFAULT  = 0,
  CLINCH_CSV_WRITER_NO_MARK  = 1 << 0,
  CLINCH_CSV_WRITER_NO_GUARD = 1 << 1,
} ClinchCsvWriterFlags;

/**
 * ClinchCsvWriter:
 *
 * Writes a CSV file as RFC 4180 has it: UTF-8 with a byte order mark, so that Excel reads Chinese
 * right, commas, CRLF, quotes where they are needed. Text that a spreadsheet would take for a
 * formula gets a ' in front, which clinch_csv_read_file() takes away.
 *
 * A file appears under its name only when clinch_csv_writer_close() has written all of it to the
 * disk, readable for its owner alone; until then, and if anything fails, what was there before
 * stays. For one thread at a time. Errors need only be looked at in clinch_csv_writer_end_row() and
 * clinch_csv_writer_close(): after one, nothing more is written.
 */
typedef struct _ClinchCsvWriter ClinchCsvWriter;

/**
 * clinch_csv_writer_new_for_file:
 * @path: the file to write, in the encoding of the file system
 * @flags: how
 * @error: IO
 *
 * Returns: (transfer full) (nullable): a writer
 */
ClinchCsvWriter *clinch_csv_writer_new_for_file   (const char            *path,
                                                   ClinchCsvWriterFlags   flags,
                                                   GError               **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_csv_writer_new_for_stream:
 * @stream: an open stream, which stays open
 * @flags: how
 *
 * Returns: (transfer full): a writer that holds a reference on @stream
 */
ClinchCsvWriter *clinch_csv_writer_new_for_stream (GOutputStream         *stream,
                                                   ClinchCsvWriterFlags   flags)
                                                   G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_csv_writer_free:
 * @self: a writer
 *
 * Frees @self; a file that was not closed is given up and leaves no trace.
 */
void             clinch_csv_writer_free           (ClinchCsvWriter       *self);

/**
 * clinch_csv_writer_add_text:
 * @self: a writer
 * @text: (nullable): valid UTF-8; %NULL and "" are an empty cell
 *
 * Adds a cell that users filled.
 */
void             clinch_csv_writer_add_text       (ClinchCsvWriter       *self,
                                                   const char            *text);

/**
 * clinch_csv_writer_add_number:
 * @self: a writer
 * @number: (nullable): digits with an optional sign and decimal point, as
 *   clinch_money_format_plain() makes them
 *
 * Adds a cell that is a number by its type and so needs no guard for its minus. What is not written
 * as a number is guarded as text.
 */
void             clinch_csv_writer_add_number     (ClinchCsvWriter       *self,
                                                   const char            *number);

/**
 * clinch_csv_writer_end_row:
 * @self: a writer
 * @cancellable: (nullable): checked now and then
 * @error: IO or CANCELLED
 *
 * Ends the row.
 *
 * Returns: %FALSE if something could not be written
 */
gboolean         clinch_csv_writer_end_row        (ClinchCsvWriter       *self,
                                                   GCancellable          *cancellable,
                                                   GError               **error);

/**
 * clinch_csv_writer_close:
 * @self: a writer
 * @cancellable: (nullable): checked before the file gets its name
 * @error: IO or CANCELLED
 *
 * Writes what is left. A file is synchronised to the disk and gets its name.
 *
 * Returns: %TRUE if all is written
 */
gboolean         clinch_csv_writer_close          (ClinchCsvWriter       *self,
                                                   GCancellable          *cancellable,
                                                   GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchCsvWriter, clinch_csv_writer_free)

G_END_DECLS
