// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-query.h"
#include "clinch-record.h"

G_BEGIN_DECLS

/**
 * clinch_workspace_load_rows:
 * @db: a connection, in a job
 * @kind: a kind
 * @ids: (array length=n_ids): keys
 * @n_ids: how many
 * @error: the reason
 *
 * For jobs: reads rows with what their cards need beside them.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchLoadedRow): those that exist, in the
 *   order of @ids
 */
GPtrArray *clinch_workspace_load_rows (ClinchDb           *db,
                                       ClinchKind          kind,
                                       const gint64       *ids,
                                       gsize               n_ids,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_workspace_load_page:
 * @db: a connection, in a job
 * @query: a query
 * @limit: how many at the most
 * @error: the reason
 *
 * For jobs: reads the first rows of a list as clinch_workspace_load_rows() would.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchLoadedRow): the rows, in order
 */
GPtrArray *clinch_workspace_load_page (ClinchDb           *db,
                                       const ClinchQuery  *query,
                                       int                 limit,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
