// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-query.h"

G_BEGIN_DECLS

/* One condition of a query. */
typedef struct
{
  char *path;
  ClinchFilterOp op;
  gboolean is_int;
  GArray *ints; /* gint64 */
  GArray *uids; /* ClinchUid, for WITHIN */
  char *text;
  char *folded; /* for CONTAINS */
} ClinchQueryFilter;

struct _ClinchQuery
{
  ClinchKind kind;
  GPtrArray *filters; /* ClinchQueryFilter */
  char *search;
  char *match; /* the FTS5 form of search */
  char *sort;
  gboolean descending;
  gboolean deleted;
  gatomicrefcount refs;
};

/* A name that stands for an expression in place of a column. */
typedef struct
{
  ClinchKind kind;
  const char *name;
  const char *sql;
  gboolean is_text;
  ClinchKind on;  /* whose changes may change it, beside those of the record itself */
  guint64 fields; /* and which of their fields */
} ClinchQuerySpecial;

/* What a path stands for. */
typedef struct
{
  const ClinchField *via;   /* the reference it goes through, or NULL */
  const ClinchField *field; /* NULL for the special names */
  const char *column;
  const ClinchQuerySpecial *special; /* NULL for a column */
} ClinchQueryPath;

/**
 * clinch_query_parse_path:
 * @kind: a kind
 * @text: a field, or a path through one reference
 * @path: (out): what it stands for
 * @error: where an unknown field is named
 *
 * Returns: %TRUE if records of that kind can be asked for it
 */
gboolean clinch_query_parse_path    (ClinchKind                kind,
                                     const char               *text,
                                     ClinchQueryPath          *path,
                                     GError                  **error);

/**
 * clinch_query_append_filter:
 * @self: a query
 * @sql: where to; the record's table is called t there
 * @filter: one of its conditions
 * @by_index: %TRUE for a form by which indexes find the records, %FALSE for one that looks at
 *   each record met on the way
 * @error: where an unknown field is named
 *
 * Returns: %TRUE on success
 */
gboolean clinch_query_append_filter (const ClinchQuery        *self,
                                     GString                  *sql,
                                     const ClinchQueryFilter  *filter,
                                     gboolean                  by_index,
                                     GError                  **error);

/**
 * clinch_query_append_where:
 * @self: a query
 * @sql: where to; the record's table is called t there
 * @error: where an unknown field is named
 *
 * Appends the conditions after " WHERE ".
 *
 * Returns: %TRUE on success
 */
gboolean clinch_query_append_where  (const ClinchQuery        *self,
                                     GString                  *sql,
                                     GError                  **error);

/**
 * clinch_query_bind_filter:
 * @filter: a condition
 * @statement: a statement made with it
 * @first: the first parameter of the condition, from 1
 *
 * Returns: the first parameter after it
 */
int      clinch_query_bind_filter   (const ClinchQueryFilter  *filter,
                                     ClinchStatement          *statement,
                                     int                       first);

/**
 * clinch_query_bind_where:
 * @self: a query
 * @statement: a statement made with clinch_query_append_where()
 * @first: the first parameter of the conditions, from 1
 *
 * Returns: the first parameter after them
 */
int      clinch_query_bind_where    (const ClinchQuery        *self,
                                     ClinchStatement          *statement,
                                     int                       first);

G_END_DECLS
