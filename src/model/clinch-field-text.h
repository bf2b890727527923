// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-record.h"

G_BEGIN_DECLS

/* A field's value in words, for those who read and those who type. An amount is in the currency
 * that its row names, and where the row does not say in the one given. */

/**
 * clinch_field_text_install:
 *
 * Lets the store read days in words, see clinch_value_set_day_func(). Call it before values are
 * read.
 */
void      clinch_field_text_install (void);

/**
 * clinch_field_text_show:
 * @row: a row
 * @field: a field of its kind
 * @name: (nullable): for a reference, the name of what it points at
 * @currency: (nullable): currency where @row gives none
 *
 * Returns: (transfer full): the value as a page shows it, in short: "¥120万", "Tomorrow"; "" where
 *   it is empty
 */
char     *clinch_field_text_show (const ClinchRow  *row,
                                  int               field,
                                  const char       *name,
                                  const char       *currency) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_field_text_full:
 * @row: a row, of which some fields may be given only
 * @field: a field of its kind
 * @name: (nullable): for a reference, the name of what it points at
 * @currency: (nullable): currency where @row gives none
 *
 * Returns: (transfer full): the value in full, without words that depend on the day of reading; ""
 *   where it is empty
 */
char     *clinch_field_text_full (const ClinchRow  *row,
                                  int               field,
                                  const char       *name,
                                  const char       *currency) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_field_text_hint:
 * @row: a row
 * @field: a field of its kind
 * @currency: (nullable): currency where @row gives none
 *
 * Returns: (transfer full) (nullable): the value in full where clinch_field_text_show() shortens
 *   it, else %NULL
 */
char     *clinch_field_text_hint (const ClinchRow  *row,
                                  int               field,
                                  const char       *currency) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_field_text_type:
 * @row: a row
 * @field: a field of its kind, no reference
 * @currency: (nullable): currency where @row gives none
 *
 * Returns: (transfer full): the value in the form in which it is typed; clinch_field_text_read()
 *   takes it back
 */
char     *clinch_field_text_type (const ClinchRow  *row,
                                  int               field,
                                  const char       *currency) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_field_text_read:
 * @row: the row as it is now
 * @field: a field of its kind, no reference
 * @text: what was typed: "12.5万", 下周三, "60%"
 * @currency: (nullable): currency where @row gives none
 * @changes: where the value goes
 * @error: what is wrong with @text, a sentence for the user
 *
 * Returns: %TRUE on success
 */
gboolean  clinch_field_text_read (const ClinchRow  *row,
                                  int               field,
                                  const char       *text,
                                  const char       *currency,
                                  ClinchRow        *changes,
                                  GError          **error);

G_END_DECLS
