// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchFilterOp:
 *
 * How a filter compares. CONTAINS folds case and width; IN takes several values, WITHIN several
 * records. An empty value equals nothing but EMPTY.
 */
typedef enum
{
  CLINCH_FILTER_EQUAL,
  CLINCH_FILTER_NOT_EQUAL,
  CLINCH_FILTER_AT_LEAST,
  CLINCH_FILTER_AT_MOST,
  CLINCH_FILTER_CONTAINS,
  CLINCH_FILTER_IN,
  CLINCH_FILTER_EMPTY,
  CLINCH_FILTER_NOT_EMPTY,
  CLINCH_FILTER_WITHIN,
} ClinchFilterOp;

/**
 * ClinchQuery:
 *
 * Which records of a kind, in which order: what lists, filters, saved views and the command line
 * share. Reference counted plain data; once given to a job it is not changed any more.
 *
 * A field is named by its name ("amount"), or by a path through one reference ("customer.grade",
 * "owner.team", "stage.type"). Special names: "created", "deleted" (when it went to the bin), and
 * of opportunities "stage-until" (when the time limit of the stage is reached, empty without one),
 * of customers "stale" ("yes" where a dimension was last set longer ago than its half-life, else
 * "no"), of objectives "agenda" (to sort by: open ones by date, those without one behind them, then
 * what is reached or dropped).
 */
typedef struct _ClinchQuery ClinchQuery;

/**
 * clinch_query_new:
 * @kind: a kind
 *
 * Returns: (transfer full): all living records of @kind, by name, or newest first where the kind
 *   has no name
 */
ClinchQuery *clinch_query_new           (ClinchKind          kind) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_query_ref:
 * @self: a query
 *
 * Returns: (transfer full): @self
 */
ClinchQuery *clinch_query_ref           (ClinchQuery        *self);

/**
 * clinch_query_unref:
 * @self: a query
 */
void         clinch_query_unref         (ClinchQuery        *self);

/**
 * clinch_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a query of its own that can be changed
 */
ClinchQuery *clinch_query_copy          (const ClinchQuery  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_query_get_kind:
 * @self: a query
 *
 * Returns: the kind of record it asks for
 */
ClinchKind   clinch_query_get_kind      (const ClinchQuery  *self);

/**
 * clinch_query_filter_int:
 * @self: a query
 * @path: field whose values are integers
 * @op: how to compare
 * @value: with what
 *
 * Adds a condition; all conditions must hold.
 */
void         clinch_query_filter_int    (ClinchQuery        *self,
                                         const char         *path,
                                         ClinchFilterOp      op,
                                         gint64              value);

/**
 * clinch_query_filter_text:
 * @self: a query
 * @path: field whose values are text
 * @op: how to compare
 * @value: (nullable): with what
 *
 * Adds a condition; all conditions must hold.
 */
void         clinch_query_filter_text   (ClinchQuery        *self,
                                         const char         *path,
                                         ClinchFilterOp      op,
                                         const char         *value);

/**
 * clinch_query_filter_ids:
 * @self: a query
 * @path: field whose values are integers
 * @values: (array length=n_values): any of these
 * @n_values: how many
 *
 * Adds a condition %CLINCH_FILTER_IN.
 */
void         clinch_query_filter_ids    (ClinchQuery        *self,
                                         const char         *path,
                                         const gint64       *values,
                                         gsize               n_values);

/**
 * clinch_query_filter_within:
 * @self: a query
 * @path: a reference
 * @uids: (array length=n_uids): records of the kind that it points at
 * @n_uids: how many
 *
 * Adds a condition %CLINCH_FILTER_WITHIN: the reference points at one of these records or, where
 * records of that kind are part of each other as teams are, at a part of one. Named by their uid,
 * so that the query means the same in another copy of the workspace.
 */
void         clinch_query_filter_within (ClinchQuery        *self,
                                         const char         *path,
                                         const ClinchUid    *uids,
                                         gsize               n_uids);

/**
 * clinch_query_set_search:
 * @self: a query
 * @text: (nullable): words that the record's names or texts must contain, also by pinyin
 */
void         clinch_query_set_search    (ClinchQuery        *self,
                                         const char         *text);

/**
 * clinch_query_set_sort:
 * @self: a query
 * @path: field to sort by; a reference sorts by the name of what it points at, a stage by its
 *   position and then by where the card stands on the board
 * @descending: whether the greatest comes first
 *
 * Empty values come last either way; ties are broken by the key, so that the order is total.
 */
void         clinch_query_set_sort      (ClinchQuery        *self,
                                         const char         *path,
                                         gboolean            descending);

/**
 * clinch_query_get_sort:
 * @self: a query
 * @descending: (out) (optional): whether the greatest comes first
 *
 * Returns: (transfer none): the field sorted by
 */
const char  *clinch_query_get_sort      (const ClinchQuery  *self,
                                         gboolean           *descending);

/**
 * clinch_query_set_deleted:
 * @self: a query
 * @deleted: whether to ask for what lies in the recycle bin instead of what lives
 */
void         clinch_query_set_deleted   (ClinchQuery        *self,
                                         gboolean            deleted);

/**
 * clinch_query_is_filtered:
 * @self: a query
 *
 * Returns: %TRUE if it has a condition or search words
 */
gboolean     clinch_query_is_filtered   (const ClinchQuery  *self);

/**
 * clinch_query_equal:
 * @a: a query
 * @b: another one
 *
 * Returns: %TRUE if they ask for the same in the same order, in the same words
 */
gboolean     clinch_query_equal         (const ClinchQuery  *a,
                                         const ClinchQuery  *b);

/**
 * clinch_query_to_json:
 * @self: a query
 *
 * Returns: (transfer full): the form in which saved views keep it
 */
char        *clinch_query_to_json       (const ClinchQuery  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_query_from_json:
 * @json: what clinch_query_to_json() wrote
 * @error: what is wrong with it
 *
 * Returns: (transfer full) (nullable): the query; fields that no longer exist make it fail
 */
ClinchQuery *clinch_query_from_json     (const char         *json,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_query_ids:
 * @self: a query
 * @db: a connection
 * @limit: how many at the most, 0 for all
 * @error: where the reason goes; an unknown field is %CLINCH_STORE_ERROR_REFUSED
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the keys, in order
 */
GArray      *clinch_query_ids           (const ClinchQuery  *self,
                                         ClinchDb           *db,
                                         int                 limit,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ClinchQueryRowFunc:
 * @statement: a statement on a row with the columns asked for
 * @kind: what it is a row of
 *
 * Returns: (transfer full): what is kept of the row
 */
typedef gpointer (*ClinchQueryRowFunc) (ClinchStatement *statement,
                                        ClinchKind       kind);

/**
 * clinch_query_rows:
 * @self: a query
 * @db: a connection
 * @limit: how many at the most, 0 for all
 * @columns: what is wanted of the records, whose table is called t
 * @joins: joins to other tables by their keys, or ""
 * @read_row: takes a row
 * @row_free: frees what @read_row returned
 * @error: where the reason goes; an unknown field is %CLINCH_STORE_ERROR_REFUSED
 *
 * Returns: (transfer full) (nullable): what @read_row returned, in order
 */
GPtrArray   *clinch_query_rows          (const ClinchQuery   *self,
                                         ClinchDb            *db,
                                         int                  limit,
                                         const char          *columns,
                                         const char          *joins,
                                         ClinchQueryRowFunc   read_row,
                                         GDestroyNotify       row_free,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_query_count:
 * @self: a query
 * @db: a connection
 * @count: (out): how many records there are
 * @error: where the reason goes
 *
 * Returns: %TRUE on success
 */
gboolean     clinch_query_count         (const ClinchQuery  *self,
                                         ClinchDb           *db,
                                         gint64             *count,
                                         GError            **error);

/**
 * clinch_query_place:
 * @self: a query
 * @db: a connection
 * @ids: (element-type gint64): keys in the order of the query, without @id
 * @id: key of a record
 * @position: (out): index at which @id belongs in @ids, -1 if the query does not ask for it
 * @error: where the reason goes
 *
 * Finds the place of one record by a binary search with point look-ups; what keeps a list current
 * without asking anew.
 *
 * Returns: %TRUE on success
 */
gboolean     clinch_query_place         (const ClinchQuery  *self,
                                         ClinchDb           *db,
                                         GArray             *ids,
                                         gint64              id,
                                         gint64             *position,
                                         GError            **error);

/**
 * clinch_query_depends_on:
 * @self: a query
 * @kind: kind of a record that changed
 * @fields: bit set of the fields that changed
 *
 * Returns: %TRUE if the answer may differ now in more than that record itself (a customer's grade
 *   that opportunities are filtered by, a member's name that they are sorted by)
 */
gboolean     clinch_query_depends_on    (const ClinchQuery  *self,
                                         ClinchKind          kind,
                                         guint64             fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchQuery, clinch_query_unref)

G_END_DECLS
