// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * clinch_file_write:
 * @path: where to
 * @data: (array length=length): what to write
 * @length: how many bytes
 * @error: %CLINCH_EXCHANGE_ERROR_IO with a sentence that says what is in the way
 *
 * Writes a file for its owner alone, or replaces one: aside first, then renamed, so that there is
 * never half of it. What is there already is kept if it fails. Folders and devices are refused.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_file_write (const char  *path,
                            const char  *data,
                            gsize        length,
                            GError     **error);

G_END_DECLS
