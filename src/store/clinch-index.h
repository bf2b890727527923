// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/* A record's key in the full-text index: id and kind in one rowid. */
#define CLINCH_INDEX_KEY(kind, id) ((id) * 16 + (kind))
#define CLINCH_INDEX_KIND(key) ((ClinchKind) ((key) % 16))
#define CLINCH_INDEX_ID(key) ((key) / 16)

/**
 * clinch_index_add:
 * @db: the writing connection
 * @row: a stored record with all its fields
 * @error: where the reason goes
 *
 * Puts a record's names (also by pinyin) and texts into the full-text index.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_index_add      (ClinchDb         *db,
                                const ClinchRow  *row,
                                GError          **error);

/**
 * clinch_index_remove:
 * @db: the writing connection
 * @row: a stored record
 * @error: where the reason goes
 *
 * Takes a record out of the full-text index.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_index_remove   (ClinchDb         *db,
                                const ClinchRow  *row,
                                GError          **error);

/**
 * clinch_index_concerns:
 * @kind: a kind
 * @mask: a set of its fields
 *
 * Returns: %TRUE if one of them stands in the index
 */
gboolean clinch_index_concerns (ClinchKind        kind,
                                guint64           mask);

G_END_DECLS
