// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-log.h"

G_BEGIN_DECLS

/* The change log for reading: steps with their labels, and what a step changed in words. Everything
 * here runs in a job. */

/**
 * ClinchHistoryQuery:
 * @since: only steps from this instant on, Unix seconds, 0 for all
 * @before_id: only steps before this one, 0 for the newest
 * @member_id: only what this member did, 0 for everybody
 * @kind: only steps that changed records of this kind, %CLINCH_KIND_NONE for all
 * @text: (nullable): only steps whose label contains all these words
 * @limit: how many steps at the most
 *
 * Which steps to read.
 */
typedef struct
{
  gint64 since;
  gint64 before_id;
  gint64 member_id;
  ClinchKind kind;
  char *text;
  guint limit;
} ClinchHistoryQuery;

/**
 * ClinchHistoryEntry:
 * @step: the step
 * @label: what was done, in the language of the program
 * @member: name of who did it, "" where nobody said
 * @n_records: how many records it changed; that a stage move was noted with a move does not count
 *
 * A step as it is shown.
 */
typedef struct
{
  ClinchStep *step;
  char *label;
  char *member;
  gint64 n_records;
} ClinchHistoryEntry;

/**
 * ClinchHistoryChunk:
 * @entries: (element-type ClinchHistoryEntry): the steps, newest first
 * @next: where to go on (ClinchHistoryQuery.before_id), 0 if nothing is left; @entries may be short
 *   or empty all the same, since a job looks at a limited part of the log
 */
typedef struct
{
  GPtrArray *entries;
  gint64 next;
} ClinchHistoryChunk;

/**
 * ClinchHistoryValue:
 * @label: label of the field
 * @before: the value before, "" for none
 * @after: the value after, "" for none
 */
typedef struct
{
  char *label;
  char *before;
  char *after;
} ClinchHistoryValue;

/**
 * ClinchHistoryChange:
 * @kind: kind of the record
 * @id: its key
 * @op: what happened to it
 * @name: what it is called now
 * @values: (element-type ClinchHistoryValue): its fields that changed
 *
 * What a step did to one record.
 */
typedef struct
{
  ClinchKind kind;
  gint64 id;
  ClinchChangeOp op;
  char *name;
  GPtrArray *values;
} ClinchHistoryChange;

/**
 * clinch_history_query_copy:
 * @query: a query
 *
 * Returns: (transfer full): a query of its own
 */
ClinchHistoryQuery *clinch_history_query_copy  (const ClinchHistoryQuery  *query)
G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_history_query_free:
 * @query: a query
 */
void                clinch_history_query_free  (ClinchHistoryQuery        *query);

/**
 * clinch_history_entry_free:
 * @entry: an entry
 */
void                clinch_history_entry_free  (ClinchHistoryEntry        *entry);

/**
 * clinch_history_chunk_free:
 * @chunk: a chunk
 */
void                clinch_history_chunk_free   (ClinchHistoryChunk         *chunk);

/**
 * clinch_history_change_free:
 * @change: a change
 */
void                clinch_history_change_free (ClinchHistoryChange       *change);

/**
 * clinch_history_load:
 * @db: a connection
 * @query: which steps
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable): the next steps
 */
ClinchHistoryChunk *clinch_history_load        (ClinchDb                  *db,
                                                const ClinchHistoryQuery  *query,
                                                GError                   **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_history_changes:
 * @db: a connection
 * @step_id: a step
 * @kind: only of this kind, %CLINCH_KIND_NONE for all
 * @record_id: only of this record, 0 for all
 * @limit: how many at the most
 * @error: where the reason goes
 *
 * Returns: (transfer full) (nullable) (element-type ClinchHistoryChange): what the step changed, in
 *   its order; that a stage move was noted with a move is left out
 */
GPtrArray          *clinch_history_changes     (ClinchDb                  *db,
                                                gint64                     step_id,
                                                ClinchKind                 kind,
                                                gint64                     record_id,
                                                int                        limit,
                                                GError                   **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_history_record_name:
 * @db: a connection
 * @kind: a kind
 * @id: key of a record
 *
 * Returns: (transfer full): what a record of any kind can be called, also one whose kind has no
 *   name: the beginning of its text, or what it belongs to; "" where there is nothing
 */
char               *clinch_history_record_name (ClinchDb                  *db,
                                                ClinchKind                 kind,
                                                gint64                     id)
                                                G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchHistoryQuery, clinch_history_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchHistoryEntry, clinch_history_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchHistoryChunk, clinch_history_chunk_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchHistoryChange, clinch_history_change_free)

G_END_DECLS
