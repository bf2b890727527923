// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchCustomerTotal:
 * @currency: ISO 4217 code
 * @open: minor units, of opportunities that are open
 * @won: minor units, of those that were won
 *
 * What a customer's opportunities of one currency come to. Different currencies are never added.
 */
typedef struct
{
  char currency[4];
  gint64 open;
  gint64 won;
} ClinchCustomerTotal;

/**
 * clinch_customer_totals:
 * @db: a connection
 * @customer_id: a customer
 * @error: where the reason goes
 *
 * Counts what the columns open-value and won-value of a customer, which know its own currency
 * alone, leave out.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchCustomerTotal): a total for each currency
 *   in which there are amounts, the customer's own first
 */
GArray *clinch_customer_totals (ClinchDb  *db,
                                gint64     customer_id,
                                GError   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
