// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-query.h"

G_BEGIN_DECLS

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
