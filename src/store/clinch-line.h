// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/* Lines along which records stand above each other: to whom somebody reports, to what a company or
 * a team belongs. */

/**
 * clinch_line_find:
 * @db: a connection
 * @field: a field that points at records of its own kind
 * @id: key of a record
 * @above_id: key of another one, or the same
 * @error: where the reason goes
 *
 * Looks upwards, by way of what lies in the recycle bin as well, because that may come back.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the keys from @id to @above_id, both
 *   among them; empty if that does not stand above; %NULL if the database failed
 */
GArray *clinch_line_find          (ClinchDb           *db,
                                   const ClinchField  *field,
                                   gint64              id,
                                   gint64              above_id,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_line_describe:
 * @db: a connection
 * @kind: a kind with names
 * @ids: (element-type gint64): keys of its records
 *
 * Returns: (transfer full): the names with arrows between them, without the middle of a long line
 */
char   *clinch_line_describe      (ClinchDb           *db,
                                   ClinchKind          kind,
                                   const GArray       *ids) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_line_set_circle_error:
 * @db: a connection
 * @kind: a kind with names
 * @ids: (element-type gint64): keys of the records in a circle, each below the next, the first
 *   again at the end
 * @error: where %CLINCH_STORE_ERROR_REFUSED goes
 *
 * Says who is in the circle and what to do.
 */
void    clinch_line_set_circle_error (ClinchDb        *db,
                                      ClinchKind       kind,
                                      const GArray    *ids,
                                      GError         **error);

G_END_DECLS
