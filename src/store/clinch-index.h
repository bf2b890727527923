// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/* A record's key in the full-text index: kind and id in one rowid, so that each kind has a range of
 * its own. */
#define CLINCH_INDEX_KEY(kind, id) (((gint64) (kind) << 48) + (id))
#define CLINCH_INDEX_KIND(key) ((ClinchKind) ((key) >> 48))
#define CLINCH_INDEX_ID(key) ((key) & G_GINT64_CONSTANT (0xffffffffffff))

/**
 * ClinchIndexQueue:
 *
 * What a step has yet to write into the full-text index. FTS5 takes rows in the order of their keys
 * at a fraction of the cost of mixed ones, so they wait here, sorted, until the step is committed
 * or there are many.
 */
typedef struct _ClinchIndexQueue ClinchIndexQueue;

/**
 * clinch_index_queue_new:
 * @db: the writing connection
 *
 * Returns: (transfer full): an empty queue
 */
ClinchIndexQueue *clinch_index_queue_new    (ClinchDb          *db) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_index_queue_free:
 * @self: a queue
 *
 * Drops it with all that was not flushed.
 */
void              clinch_index_queue_free   (ClinchIndexQueue  *self);

/**
 * clinch_index_queue_add:
 * @self: a queue
 * @row: a stored record with all its fields
 * @fields: which of them to put in; names and texts go in as a whole where one of them does. What
 *   goes in is not in the index
 * @error: where the reason goes
 *
 * Puts a record's names (also by pinyin) and texts into the index.
 *
 * Returns: %TRUE on success
 */
gboolean          clinch_index_queue_add    (ClinchIndexQueue  *self,
                                             const ClinchRow   *row,
                                             guint64            fields,
                                             GError           **error);

/**
 * clinch_index_queue_remove:
 * @self: a queue
 * @row: a record with the fields that it had when it was put into the index
 * @fields: which of them to take out; names and texts go as a whole where one of them does
 * @error: where the reason goes
 *
 * Takes a record out of the index.
 *
 * Returns: %TRUE on success
 */
gboolean          clinch_index_queue_remove (ClinchIndexQueue  *self,
                                             const ClinchRow   *row,
                                             guint64            fields,
                                             GError           **error);

/**
 * clinch_index_queue_flush:
 * @self: a queue
 * @error: where the reason goes
 *
 * Writes all that waits.
 *
 * Returns: %TRUE on success
 */
gboolean          clinch_index_queue_flush  (ClinchIndexQueue  *self,
                                             GError           **error);

/**
 * clinch_index_queue_expect_mass:
 * @self: a queue
 * @error: where the reason goes
 *
 * Has the index take in a mass of records as it is cheapest, until clinch_index_queue_finish().
 *
 * Returns: %TRUE on success
 */
gboolean          clinch_index_queue_expect_mass (ClinchIndexQueue  *self,
                                                  GError           **error);

/**
 * clinch_index_queue_finish:
 * @self: a queue
 * @error: where the reason goes
 *
 * Writes all that waits, at the end of a step.
 *
 * Returns: %TRUE on success
 */
gboolean          clinch_index_queue_finish (ClinchIndexQueue  *self,
                                             GError           **error);

/**
 * clinch_index_concerns:
 * @kind: a kind
 * @mask: a set of its fields
 *
 * Returns: %TRUE if one of them stands in the index
 */
gboolean          clinch_index_concerns     (ClinchKind         kind,
                                             guint64            mask);

/**
 * clinch_index_fields:
 * @kind: a kind
 * @names: (out) (optional): set of its fields that are searched as names
 * @texts: (out) (optional): set of its fields that are searched as texts
 */
void              clinch_index_fields       (ClinchKind         kind,
                                             guint64           *names,
                                             guint64           *texts);

/**
 * clinch_index_is_filled:
 * @row: a record
 * @fields: a set of fields from clinch_index_fields()
 *
 * Returns: %TRUE if one of them holds something that can be searched for
 */
gboolean          clinch_index_is_filled    (const ClinchRow   *row,
                                             guint64            fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchIndexQueue, clinch_index_queue_free)

G_END_DECLS
