// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * clinch_find_duplicates:
 * @db: a connection
 * @row: a record, stored or new
 * @error: where the reason goes
 *
 * Living records that are probably the same as @row: customers by clinch_company_key(); members and
 * the contacts of one customer by clinch_person_key(), mobile or mail; opportunities by number, or
 * by customer and name; follow-ups by customer, time and text; teams and pipelines by name. A
 * question for the user, never a reason to merge or refuse.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their keys, @row itself never
 */
GArray *clinch_find_duplicates (ClinchDb         *db,
                                const ClinchRow  *row,
                                GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
