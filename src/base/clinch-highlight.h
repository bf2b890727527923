// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchSpan:
 * @start: first byte
 * @end: past the last byte
 *
 * A part of a text.
 */
typedef struct
{
  gsize start;
  gsize end;
} ClinchSpan;

/**
 * clinch_highlight_find:
 * @text: (nullable): a name or text as it is shown, valid UTF-8
 * @query: (nullable): what the user searched for
 * @is_person: whether @text is a person's name, whose surname may be read in a way of its own
 *
 * Finds what in @text the words of @query have hit: the same letters in whatever case and width, in
 * an alphabet from the beginning of a word on; or, where nothing is spelled so, characters that
 * sound so, in full ("zhongguo") or by their initials ("zg").
 *
 * Returns: (transfer full) (element-type ClinchSpan): the places in their order, none overlapping
 */
GArray *clinch_highlight_find (const char *text,
                               const char *query,
                               gboolean    is_person) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
