// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "clinch-table.h"

G_BEGIN_DECLS

/* What a file of vCards may hold. Pictures, sounds and keys are skipped and count for nothing. */
#define CLINCH_VCARD_MAX_CARDS 500000
#define CLINCH_VCARD_MAX_LINE (256 * 1024)
#define CLINCH_VCARD_MAX_PROPERTIES 1000

/**
 * clinch_vcard_is_file:
 * @path: a file name in the encoding of the file system
 *
 * Returns: %TRUE if the file begins as vCards do, or has their extension
 */
gboolean     clinch_vcard_is_file    (const char             *path);

/**
 * clinch_vcard_read_file:
 * @path: a file name in the encoding of the file system
 * @encoding: (nullable): what the user calls the encoding of text that is not UTF-8 and names none
 *   itself; %NULL to find out
 * @cancellable: (nullable): stops the reading
 * @progress: (nullable) (scope call): told now and then how many bytes of how many are read
 * @progress_data: for @progress
 * @error: a %CLINCH_EXCHANGE_ERROR if there are no cards, or too many
 *
 * Reads vCards of version 2.1, 3.0 and 4.0 into a table of contacts that clinch_import_plan_new()
 * takes: a row for each card, a column for each field. A card that cannot be read is a row whose
 * problem names card and line (see clinch_table_dup_row_problem()); the others are not touched by
 * it. Blocks; call it from any thread.
 *
 * Returns: (transfer full) (nullable): the table, finished
 */
ClinchTable *clinch_vcard_read_file  (const char             *path,
                                      const char             *encoding,
                                      GCancellable           *cancellable,
                                      GFileProgressCallback   progress,
                                      gpointer                progress_data,
                                      GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_vcard_read_bytes:
 * @bytes: vCards
 * @encoding: (nullable): as for clinch_vcard_read_file()
 * @cancellable: (nullable): stops the reading
 * @error: as for clinch_vcard_read_file()
 *
 * As clinch_vcard_read_file(), for bytes in memory.
 *
 * Returns: (transfer full) (nullable): the table, finished
 */
ClinchTable *clinch_vcard_read_bytes (GBytes                 *bytes,
                                      const char             *encoding,
                                      GCancellable           *cancellable,
                                      GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
