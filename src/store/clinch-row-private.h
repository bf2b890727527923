// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-row.h"

G_BEGIN_DECLS

/**
 * ClinchCell:
 * @integer: the value of a field that holds integers
 * @text: that of a field that holds text, which need not end with a zero
 * @length: bytes of @text
 *
 * One value on its way into a row.
 */
typedef struct
{
  gint64 integer;
  const char *text;
  gsize length;
} ClinchCell;

/**
 * clinch_row_new_full:
 * @kind: a kind
 * @set: bit set of the fields that are not empty
 * @cells: by field, the values of those
 *
 * Makes a row with all fields given, texts and all in one piece of memory. Texts are taken as they
 * are.
 *
 * Returns: (transfer full): the row
 */
ClinchRow *clinch_row_new_full (ClinchKind        kind,
                                guint64           set,
                                const ClinchCell  cells[]) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
