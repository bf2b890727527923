// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * clinch_resolve:
 * @db: a connection
 * @kind: a kind
 * @text: what somebody calls a record: its uid, the number of an opportunity, the code of a stage
 *   or pipeline, its name
 * @id: (out): key of the record
 * @error: %CLINCH_STORE_ERROR_AMBIGUOUS names up to five candidates with their uid,
 *   %CLINCH_STORE_ERROR_NOT_FOUND what comes close
 *
 * Finds the one living record that is meant. An exact name goes before one that differs in case and
 * width, that (or a short name, or another name of a stage) before the beginning of a name; at each
 * of these one must be alone. A uid finds a record in the recycle bin too.
 *
 * Returns: %TRUE if exactly one record fits
 */
gboolean clinch_resolve         (ClinchDb           *db,
                                 ClinchKind          kind,
                                 const char         *text,
                                 gint64             *id,
                                 GError            **error);

/**
 * clinch_resolve_within:
 * @db: a connection
 * @scope: a reference among the fields of the kind that is looked for
 * @scope_id: key of what that reference points at
 * @text: what somebody calls a record
 * @id: (out): key of the record
 * @error: as for clinch_resolve()
 *
 * As clinch_resolve() for the records whose @scope is @scope_id alone: the stages of one pipeline,
 * the contacts of one customer.
 *
 * Returns: %TRUE if exactly one record fits
 */
gboolean clinch_resolve_within  (ClinchDb           *db,
                                 const ClinchField  *scope,
                                 gint64              scope_id,
                                 const char         *text,
                                 gint64             *id,
                                 GError            **error);

/**
 * clinch_resolve_deleted:
 * @db: a connection
 * @kind: a kind
 * @text: what somebody calls a record
 * @id: (out): key of the record
 * @error: as for clinch_resolve()
 *
 * As clinch_resolve() for the records in the recycle bin.
 *
 * Returns: %TRUE if exactly one record fits
 */
gboolean clinch_resolve_deleted (ClinchDb           *db,
                                 ClinchKind          kind,
                                 const char         *text,
                                 gint64             *id,
                                 GError            **error);

G_END_DECLS
