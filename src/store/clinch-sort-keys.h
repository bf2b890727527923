// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * clinch_sort_keys_are_current:
 * @db: a connection
 *
 * Returns: whether the sort keys in the file are those that clinch_text_sort_key() makes. They are
 *   not in a file that was last written with another version of ICU.
 */
gboolean clinch_sort_keys_are_current (ClinchDb  *db);

/**
 * clinch_sort_keys_make:
 * @db: the writing connection, in a transaction
 * @error: the reason
 *
 * Makes all sort keys anew where they are not current, as a part of the transaction.
 *
 * Returns: %TRUE if the keys are current
 */
gboolean clinch_sort_keys_make        (ClinchDb  *db,
                                       GError   **error);

/**
 * clinch_sort_keys_refresh:
 * @db: the writing connection, outside of a transaction
 * @error: the reason; the keys are as they were then
 *
 * Makes all sort keys anew where they are not current, in one transaction. They follow from the
 * names, so nothing is logged and no copy is needed before.
 *
 * Returns: %TRUE if the keys are current
 */
gboolean clinch_sort_keys_refresh     (ClinchDb  *db,
                                       GError   **error);

G_END_DECLS
