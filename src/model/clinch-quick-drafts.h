// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"
#include "clinch-quick-entry.h"

G_BEGIN_DECLS

/**
 * ClinchQuickDrafts:
 * @text: what the drafts were read from; their offsets are offsets in it
 * @drafts: (element-type ClinchQuickDraft): the drafts, in the order of the text
 * @me: the member who writes, 0 where nobody said who that is
 *
 * What quick entry made of a text: follow-ups that are not saved yet, with the records of the
 * workspace that they concern. Plain data, which may pass from a job to the main thread.
 */
typedef struct
{
  char *text;
  GPtrArray *drafts;
  gint64 me;
  /*< private >*/
  GHashTable *names[CLINCH_N_KINDS];
} ClinchQuickDrafts;

/**
 * clinch_quick_drafts_read:
 * @db: a connection, in a job
 * @text: (nullable): what was typed or pasted; any bytes
 * @today: the current day, ISO
 * @customer_id: the customer that is already certain (the page it is written on), or 0
 * @opportunity_id: the same for the opportunity, or 0
 * @contact_id: the same for a person, or 0
 * @error: where the reason goes
 *
 * Reads a line, or a memo of several: looks up what it may speak of and decides what is meant.
 *
 * Returns: (transfer full) (nullable): the drafts, none for an empty text
 */
ClinchQuickDrafts *clinch_quick_drafts_read   (ClinchDb                 *db,
                                               const char               *text,
                                               const char               *today,
                                               gint64                    customer_id,
                                               gint64                    opportunity_id,
                                               gint64                    contact_id,
                                               GError                  **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_quick_drafts_free:
 * @self: drafts
 */
void               clinch_quick_drafts_free   (ClinchQuickDrafts        *self);

/**
 * clinch_quick_drafts_name:
 * @self: drafts
 * @kind: %CLINCH_KIND_CUSTOMER, %CLINCH_KIND_OPPORTUNITY, %CLINCH_KIND_CONTACT or
 *   %CLINCH_KIND_MEMBER
 * @id: a record that a draft names, also as an alternative
 *
 * Returns: (transfer none): what it is called, "" if no draft names it
 */
const char        *clinch_quick_drafts_name   (const ClinchQuickDrafts  *self,
                                               ClinchKind                kind,
                                               gint64                    id);

/**
 * clinch_quick_drafts_row:
 * @self: drafts
 * @draft: one of them
 * @now: the current instant, Unix seconds
 *
 * Makes the record of a draft, for clinch_operation_add(). What was not recognised is not given:
 * the customer, which is needed, among it.
 *
 * Returns: (transfer full): a follow-up
 */
ClinchRow         *clinch_quick_drafts_row    (const ClinchQuickDrafts  *self,
                                               const ClinchQuickDraft   *draft,
                                               gint64                    now)
                                               G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchQuickDrafts, clinch_quick_drafts_free)

G_END_DECLS
