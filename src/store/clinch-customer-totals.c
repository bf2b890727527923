// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-customer-totals.h"

GArray *
clinch_customer_totals (ClinchDb  *db,
                        gint64     customer_id,
                        GError   **error)
{
  g_autoptr(GArray) totals = g_array_new (FALSE, TRUE, sizeof (ClinchCustomerTotal));
  g_autoptr(ClinchStatement) statement =
    clinch_db_prepare (db,
                       "SELECT o.currency, sum (iif (s.type = 'open', o.amount, 0)), sum (iif (s.type = 'won', o.amount, 0))"
                       " FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id"
                       " WHERE o.customer_id = ?1 AND o.deleted_at IS NULL AND o.amount IS NOT NULL AND s.type <> 'lost'"
                       " GROUP BY o.currency"
                       " ORDER BY o.currency <> (SELECT currency FROM customer WHERE id = ?1), o.currency",
                       error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, customer_id);
  while (clinch_statement_step (statement, &has_row, error))
    {
      ClinchCustomerTotal total = { "" };

      if (!has_row)
        return g_steal_pointer (&totals);
      g_strlcpy (total.currency, clinch_statement_text (statement, 0), sizeof total.currency);
      total.open = clinch_statement_int (statement, 1);
      total.won = clinch_statement_int (statement, 2);
      g_array_append_val (totals, total);
    }

  return NULL;
}
