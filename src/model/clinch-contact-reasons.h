// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-query.h"
#include "clinch-reason.h"

G_BEGIN_DECLS

/* Reasons are looked for at so many customers, those of the highest priority. */
#define CLINCH_REASON_CUSTOMERS 200

/**
 * ClinchReasonItem:
 * @reason: the reason
 * @pressing: how pressing it is
 * @record_id: the contact, objective, whitespace, material or dimension that it is about; 0 where
 *   it is the customer as a whole
 * @customer: name of the customer
 * @text: the reason in a sentence
 */
typedef struct
{
  ClinchReason reason;
  int          pressing;
  gint64       record_id;
  char        *customer;
  char        *text;
} ClinchReasonItem;

/**
 * ClinchContactReasons:
 * @items: (element-type ClinchReasonItem): the most pressing first
 * @n_customers: at how many customers they were looked for
 * @complete: whether that is all that were asked about
 *
 * Why to be in touch with some customers.
 */
typedef struct
{
  GPtrArray *items;
  guint      n_customers;
  gboolean   complete;
} ClinchContactReasons;

/**
 * clinch_contact_reasons_query:
 * @owner_id: key of a member, 0 for everybody
 * @team: (nullable): the team whose members are meant instead, with the teams in it
 *
 * Returns: (transfer full): what asks for their customers, the highest priority first
 */
ClinchQuery          *clinch_contact_reasons_query (gint64                 owner_id,
                                                    const ClinchUid       *team)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_contact_reasons_load:
 * @db: a connection, in a job
 * @query: the customers, the most important first
 * @now: the current instant, Unix seconds
 * @error: where the reason goes
 *
 * Takes a handful of statements, whatever the number of customers.
 *
 * Returns: (transfer full) (nullable): the reasons to be in touch with them
 */
ClinchContactReasons *clinch_contact_reasons_load  (ClinchDb              *db,
                                                    const ClinchQuery     *query,
                                                    gint64                 now,
                                                    GError               **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_contact_reasons_free:
 * @self: reasons
 */
void                  clinch_contact_reasons_free  (ClinchContactReasons  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchContactReasons, clinch_contact_reasons_free)

G_END_DECLS
