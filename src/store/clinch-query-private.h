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
  GPtrArray *filters;
  char *search;
  char *match; /* the FTS5 form of search */
  char *sort;
  gboolean descending;
  gboolean deleted;
  gatomicrefcount refs;
};

/**
 * clinch_query_check_path:
 * @kind: a kind
 * @path: a field, or a path through one reference
 * @error: where an unknown field is named
 *
 * Returns: %TRUE if records of that kind can be asked for it
 */
gboolean clinch_query_check_path   (ClinchKind          kind,
                                    const char         *path,
                                    GError            **error);

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
gboolean clinch_query_append_where (const ClinchQuery  *self,
                                    GString            *sql,
                                    GError            **error);

/**
 * clinch_query_bind_where:
 * @self: a query
 * @statement: a statement made with clinch_query_append_where()
 * @first: the first parameter of the conditions, from 1
 *
 * Returns: the first parameter after them
 */
int      clinch_query_bind_where   (const ClinchQuery  *self,
                                    ClinchStatement    *statement,
                                    int                 first);

G_END_DECLS
