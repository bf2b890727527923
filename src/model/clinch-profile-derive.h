// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-priority.h"
#include "clinch-profile-facts.h"
#include "clinch-txn.h"

G_BEGIN_DECLS

/**
 * clinch_profile_install:
 *
 * Lets the store work profiles out with every step, see clinch_txn_set_derive_func(). Call it
 * before a workspace is opened for writing.
 */
void     clinch_profile_install        (void);

/**
 * clinch_profile_derive_progress:
 *
 * For whoever waits for a step that changes the rules; from any thread.
 *
 * Returns: which part of the customers the step that runs, or ran last, has worked out, 0 to 1
 */
double   clinch_profile_derive_progress (void);

/**
 * clinch_profile_is_due:
 * @db: a workspace
 * @now: the current instant, Unix seconds
 *
 * Returns: %TRUE if profiles have not been brought up to date today
 */
gboolean clinch_profile_is_due         (ClinchDb   *db,
                                        gint64      now);

/**
 * clinch_profile_work_out:
 * @txn: a step
 * @after: key of the customer to go on behind, 0 to begin
 * @limit: how many customers at the most, 0 for all
 * @last: (out): where to go on, 0 when all are done
 * @error: where the reason goes
 *
 * Time passes: warmth fades, dates come nearer, years end. Works out a portion of the customers
 * anew as of the step's instant; the first portion renews the quantiles as well, the last one notes
 * the day. A grade that changes is logged.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_profile_work_out       (ClinchTxn  *txn,
                                        gint64      after,
                                        int         limit,
                                        gint64     *last,
                                        GError    **error);

/**
 * clinch_profile_priority:
 * @rules: the workspace's rules
 * @facts: facts of a customer
 * @grade: (nullable): the grade that counts
 * @today: ISO date
 *
 * Returns: the customer's priority and its sum
 */
ClinchPriority clinch_profile_priority (const ClinchProfileRules  *rules,
                                        const ClinchProfileFacts  *facts,
                                        const char                *grade,
                                        const char                *today);

G_END_DECLS
