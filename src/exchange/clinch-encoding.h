// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-byte-source.h"

G_BEGIN_DECLS

/**
 * ClinchEncodingChoice:
 * @name: the name that the readers take
 * @label: what a list shows, in English; translate it with gettext()
 *
 * An encoding that is worth offering.
 */
typedef struct
{
  const char *name;
  const char *label;
} ClinchEncodingChoice;

/**
 * clinch_encoding_choices:
 * @n_choices: (out): how many
 *
 * Returns: (transfer none) (array length=n_choices): encodings to choose from, the likeliest first
 */
const ClinchEncodingChoice *clinch_encoding_choices (guint             *n_choices);

/**
 * clinch_encoding_resolve:
 * @name: what a user calls an encoding, "gbk", "UTF8", "windows-1252", …
 * @error: ENCODING if nobody knows it
 *
 * Returns: (transfer full) (nullable): its usual name
 */
char                       *clinch_encoding_resolve (const char        *name,
                                                     GError           **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_encoding_detect:
 * @source: text in an unknown encoding
 * @wanted: (nullable): a name from clinch_encoding_resolve() that the user chose
 * @cancellable: (nullable): checked between pieces
 * @error: IO, CANCELLED, FORMAT if @source is no text, ENCODING if none fits
 *
 * Finds the encoding by its mark at the start, else takes UTF-8 if every byte is right, else
 * GB18030 if every byte is right and the characters are ones that people use, else what statistics
 * say. Text that is UTF-8 but for a few bytes is named UTF-8, so that reading it says which bytes
 * are wrong, instead of showing rubbish. With @wanted that is taken; only the byte order of UTF-16
 * and UTF-32 is still looked up.
 *
 * Returns: (transfer full) (nullable): name of the encoding
 */
char                       *clinch_encoding_detect  (ClinchByteSource  *source,
                                                     const char        *wanted,
                                                     GCancellable      *cancellable,
                                                     GError           **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
