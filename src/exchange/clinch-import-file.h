// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-csv-reader.h"

G_BEGIN_DECLS

/**
 * clinch_import_read_file:
 * @path: a file name in the encoding of the file system
 * @options: (nullable): what is known about the file
 * @cancellable: (nullable): stops the reading
 * @error: a %CLINCH_EXCHANGE_ERROR that names the line
 *
 * Reads a file that can be imported, whatever its format: vCards by clinch_vcard_read_file(), all
 * else by clinch_csv_read_file().
 *
 * Returns: (transfer full) (nullable): the table, finished
 */
ClinchTable *clinch_import_read_file (const char              *path,
                                      const ClinchCsvOptions  *options,
                                      GCancellable            *cancellable,
                                      GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
