// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * clinch_rule_usage_load:
 * @db: a workspace
 * @kind: dimensions, tags or grade rules
 * @error: where the reason goes
 *
 * Counts how many customers carry each: something known in the dimension, also in one that is
 * retired; the tag, set by hand; the grade.
 *
 * Returns: (transfer full) (nullable) (element-type gint64 guint): by key, those that anybody
 *   carries
 */
GHashTable *clinch_rule_usage_load (ClinchDb    *db,
                                    ClinchKind   kind,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_rule_usage_get:
 * @usage: (nullable): what clinch_rule_usage_load() returned
 * @id: key of a record
 *
 * Returns: how many customers carry it
 */
guint       clinch_rule_usage_get  (GHashTable  *usage,
                                    gint64       id);

G_END_DECLS
