// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchDealChains:
 *
 * What is known of who decides on a new opportunity of a customer, looked up once for each
 * customer.
 */
typedef struct _ClinchDealChains ClinchDealChains;

/**
 * clinch_deal_chains_new:
 * @db: a connection
 *
 * Returns: (transfer full): nothing looked up yet
 */
ClinchDealChains *clinch_deal_chains_new    (ClinchDb          *db) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_deal_chains_of:
 * @self: look-ups
 * @customer_id: key of a customer
 * @error: where the reason goes
 *
 * Returns: (transfer none) (nullable): the code, of %CLINCH_CHOICE_CHAIN; %NULL with an error
 */
const char       *clinch_deal_chains_of     (ClinchDealChains  *self,
                                             gint64             customer_id,
                                             GError           **error);

/**
 * clinch_deal_chains_note:
 * @self: look-ups
 * @kind: a kind of which a record has changed
 *
 * Forgets what may be otherwise now.
 */
void              clinch_deal_chains_note   (ClinchDealChains  *self,
                                             ClinchKind         kind);

/**
 * clinch_deal_chains_free:
 * @self: look-ups
 */
void              clinch_deal_chains_free   (ClinchDealChains  *self);

G_END_DECLS
