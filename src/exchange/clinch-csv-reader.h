// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "clinch-table.h"

G_BEGIN_DECLS

/**
 * ClinchCsvHeader:
 * @CLINCH_CSV_HEADER_DETECT: the first row holds names unless a number or a date stands in it
 * @CLINCH_CSV_HEADER_PRESENT: the first row holds names
 * @CLINCH_CSV_HEADER_ABSENT: the first row is a row like the others
 *
 * What the first row is.
 */
typedef enum
{
  CLINCH_CSV_HEADER_DETECT,
  CLINCH_CSV_HEADER_PRESENT,
  CLINCH_CSV_HEADER_ABSENT,
} ClinchCsvHeader;

/**
 * ClinchCsvOptions:
 * @encoding: (nullable): what the user calls the encoding, %NULL to find out
 * @delimiter: an ASCII character that stands between cells, 0 to find out
 * @header: what the first row is
 *
 * What the user knows better than the detection. All zero finds out everything.
 */
typedef struct
{
  const char *encoding;
  char delimiter;
  ClinchCsvHeader header;
} ClinchCsvOptions;

/**
 * clinch_csv_read_file:
 * @path: a file name in the encoding of the file system
 * @options: (nullable): what is known about the file
 * @cancellable: (nullable): stops the reading
 * @progress: (nullable) (scope call): told now and then how many bytes of how many are read, in the
 *   thread of the caller
 * @progress_data: for @progress
 * @error: a %CLINCH_EXCHANGE_ERROR that names the line
 *
 * Reads a CSV file into a table. Line ends may be LF, CRLF or CR, also mixed; cells in quotes may
 * hold line ends and doubled quotes; a ' that guards text against being taken for a formula is
 * removed; rows without text are left out. Blocks; call it from any thread.
 *
 * Returns: (transfer full) (nullable): the table, finished
 */
ClinchTable *clinch_csv_read_file  (const char              *path,
                                    const ClinchCsvOptions  *options,
                                    GCancellable            *cancellable,
                                    GFileProgressCallback    progress,
                                    gpointer                 progress_data,
                                    GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_csv_read_bytes:
 * @bytes: content of a CSV file, or a table that was pasted
 * @options: (nullable): what is known about it
 * @cancellable: (nullable): stops the reading
 * @progress: (nullable) (scope call): as for clinch_csv_read_file()
 * @progress_data: for @progress
 * @error: a %CLINCH_EXCHANGE_ERROR that names the line
 *
 * As clinch_csv_read_file(), for bytes in memory.
 *
 * Returns: (transfer full) (nullable): the table, finished
 */
ClinchTable *clinch_csv_read_bytes (GBytes                  *bytes,
                                    const ClinchCsvOptions  *options,
                                    GCancellable            *cancellable,
                                    GFileProgressCallback    progress,
                                    gpointer                 progress_data,
                                    GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
