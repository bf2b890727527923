// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchDecoder:
 *
 * Turns bytes of one encoding into UTF-8, piece by piece. It never replaces or skips a byte: one
 * that the encoding does not have ends the decoding. A byte order mark at the start is left out.
 */
typedef struct _ClinchDecoder ClinchDecoder;

/**
 * clinch_decoder_new:
 * @encoding: a name from clinch_encoding_resolve() or clinch_encoding_detect()
 * @error: ENCODING if it is not known
 *
 * Returns: (transfer full) (nullable): the decoder
 */
ClinchDecoder *clinch_decoder_new            (const char     *encoding,
                                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_decoder_free:
 * @self: a decoder
 *
 * Frees @self.
 */
void           clinch_decoder_free           (ClinchDecoder  *self);

/**
 * clinch_decoder_feed:
 * @self: a decoder
 * @bytes: the next bytes
 * @length: how many
 * @is_last: whether nothing follows
 * @text: where the UTF-8 is appended, up to the wrong byte if there is one
 *
 * Returns: %FALSE if a byte is wrong, or, with @is_last, if the last character is not complete
 */
gboolean       clinch_decoder_feed           (ClinchDecoder  *self,
                                              const guint8   *bytes,
                                              gsize           length,
                                              gboolean        is_last,
                                              GString        *text);

/**
 * clinch_decoder_get_bad_offset:
 * @self: a decoder that refused a byte
 *
 * Returns: the offset of that byte from the start of the file
 */
goffset        clinch_decoder_get_bad_offset (ClinchDecoder  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchDecoder, clinch_decoder_free)

G_END_DECLS
