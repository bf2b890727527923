// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"
#include "clinch-quick-entry.h"

G_BEGIN_DECLS

/**
 * ClinchQuickCandidates:
 * @rows: (element-type ClinchRow): for each kind the records that a text may speak of
 * @open_stages: set of the stages in which an opportunity is open
 *
 * What was looked up for quick entry.
 */
typedef struct
{
  GPtrArray *rows[CLINCH_N_KINDS];
  GHashTable *open_stages;
  /*< private >*/
  GHashTable *ids[CLINCH_N_KINDS];
  ClinchDb *db;
  gint64 me;
} ClinchQuickCandidates;

/**
 * clinch_quick_candidates_find:
 * @db: a connection
 * @terms: (element-type ClinchQuickTerm): what to look up
 * @me: the member who writes, or 0
 * @customer_id: a customer that is certain, or 0
 * @opportunity_id: an opportunity that is certain, or 0
 * @contact_id: a person who is certain, or 0
 * @error: where the reason goes
 *
 * Looks up customers, contacts and opportunities by the terms, adds the customers of what was found
 * and their open opportunities, and all members.
 *
 * Returns: (transfer full) (nullable): the candidates
 */
ClinchQuickCandidates *clinch_quick_candidates_find (ClinchDb               *db,
                                                     GPtrArray              *terms,
                                                     gint64                  me,
                                                     gint64                  customer_id,
                                                     gint64                  opportunity_id,
                                                     gint64                  contact_id,
                                                     GError                **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_quick_candidates_free:
 * @self: candidates
 */
void                   clinch_quick_candidates_free (ClinchQuickCandidates  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchQuickCandidates, clinch_quick_candidates_free)

G_END_DECLS
