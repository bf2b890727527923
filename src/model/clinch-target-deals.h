// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-priority.h"
#include "clinch-target-report.h"

G_BEGIN_DECLS

/**
 * ClinchTargetDeal:
 * @id: key of an opportunity
 * @name: its name
 * @customer_id: its customer
 * @customer: the customer's name
 * @owner_id: its owner
 * @owner: the owner's name
 * @amount: minor units
 * @probability: percent
 * @weighted: amount times probability, minor units, rounded half away from zero
 * @date: expected signing, or the day it was won; ISO
 * @priority: how much it deserves the effort, and the sum
 * @share: amount in percent of the gap, may be above 100; -1 where nothing is missing
 *
 * An opportunity that was won, or would close a gap.
 */
typedef struct
{
  gint64         id;
  char          *name;
  gint64         customer_id;
  char          *customer;
  gint64         owner_id;
  char          *owner;
  gint64         amount;
  int            probability;
  gint64         weighted;
  char           date[CLINCH_DATE_SIZE];
  ClinchPriority priority;
  int            share;
} ClinchTargetDeal;

/**
 * clinch_target_deals_load:
 * @db: a workspace
 * @report: the targets of a period
 * @row: whose opportunities are wanted, one of @report
 * @won: whether those are wanted that were won in the period, else those that are open and expected
 *   to be signed in it
 * @error: where the reason goes
 *
 * In the currency of @row, those that are open by priority, those that were won by day. The
 * priority is that of clinch_priority(), with the amount's place among those listed as its value
 * and the expected signing as the key date.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchTargetDeal): the opportunities
 */
GPtrArray *clinch_target_deals_load (ClinchDb                 *db,
                                     const ClinchTargetReport *report,
                                     const ClinchTargetRow    *row,
                                     gboolean                  won,
                                     GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
