// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A larger file is refused before a byte of it is read. */
#define CLINCH_BYTE_SOURCE_MAX_SIZE (G_GINT64_CONSTANT (512) * 1024 * 1024)

/**
 * ClinchByteSource:
 *
 * The bytes of a file or of a block of memory, read piece by piece from any place, as often as
 * wanted. A file is read, not mapped: one that is cut short by another program while we look must
 * not kill us. For one thread at a time.
 */
typedef struct _ClinchByteSource ClinchByteSource;

/**
 * clinch_byte_source_new_for_file:
 * @path: a file name in the encoding of the file system
 * @error: IO if @path cannot be opened or is no ordinary file, TOO_LARGE past
 *   %CLINCH_BYTE_SOURCE_MAX_SIZE
 *
 * Returns: (transfer full) (nullable): the source
 */
ClinchByteSource *clinch_byte_source_new_for_file  (const char        *path,
                                                    GError           **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_byte_source_new_for_bytes:
 * @bytes: the content
 *
 * Returns: (transfer full): a source that holds a reference on @bytes
 */
ClinchByteSource *clinch_byte_source_new_for_bytes (GBytes            *bytes)
G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_byte_source_free:
 * @self: a source
 *
 * Closes and frees @self.
 */
void              clinch_byte_source_free          (ClinchByteSource  *self);

/**
 * clinch_byte_source_get_size:
 * @self: a source
 *
 * Returns: bytes, as far as known when it was opened
 */
goffset           clinch_byte_source_get_size      (ClinchByteSource  *self);

/**
 * clinch_byte_source_read:
 * @self: a source
 * @offset: where to begin, in bytes
 * @buffer: (out caller-allocates): room for @size bytes
 * @size: bytes wanted
 * @cancellable: (nullable): checked before reading
 * @error: IO, CANCELLED, or TOO_LARGE past %CLINCH_BYTE_SOURCE_MAX_SIZE
 *
 * Reads until @buffer is full or the source ends.
 *
 * Returns: bytes read, 0 at the end, -1 on error
 */
gssize            clinch_byte_source_read          (ClinchByteSource  *self,
                                                    goffset            offset,
                                                    void              *buffer,
                                                    gsize              size,
                                                    GCancellable      *cancellable,
                                                    GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchByteSource, clinch_byte_source_free)

G_END_DECLS
