// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-profile-quantiles.h"

#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-priority.h"
#include "clinch-profile-rules.h"

#define LOCAL_KEY "quantiles-at"

static gboolean
write_quantiles (ClinchDb    *db,
                 const char  *measure,
                 const char  *currency,
                 GArray      *values,
                 GError     **error)
{
  gint64 quantiles[CLINCH_N_QUANTILES];
  g_autoptr(ClinchStatement) statement = NULL;

  if (values->len == 0)
    return TRUE;

  clinch_quantiles ((const gint64 *) values->data, values->len, quantiles, CLINCH_N_QUANTILES);
  statement = clinch_db_prepare (db, "INSERT INTO value_quantile VALUES (?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  for (int i = 0; i < CLINCH_N_QUANTILES; i++)
    {
      clinch_statement_bind_text (statement, 1, measure);
      clinch_statement_bind_text (statement, 2, currency);
      clinch_statement_bind_int (statement, 3, i + 1);
      clinch_statement_bind_int (statement, 4, quantiles[i]);
      if (!clinch_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* @sql yields currency and value, sorted by both. */
static gboolean
renew_quantiles (ClinchDb    *db,
                 const char  *measure,
                 const char  *sql,
                 const char  *since,
                 GError     **error)
{
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (db, sql, error);
  g_autofree char *currency = NULL;
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_text (statement, 1, since);
  while (has_row)
    {
      const char *next;
      gint64 value;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      next = has_row ? clinch_statement_text (statement, 0) : NULL;
      if (g_strcmp0 (next, currency) != 0)
        {
          if (!write_quantiles (db, measure, currency, values, error))
            return FALSE;
          g_array_set_size (values, 0);
          g_set_str (&currency, next);
        }
      value = has_row ? clinch_statement_int (statement, 1) : 0;
      g_array_append_val (values, value);
    }

  return TRUE;
}

static gboolean
note_renewed (ClinchTxn  *txn,
              GError    **error)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, clinch_txn_now (txn));

  return clinch_txn_set_local (txn, LOCAL_KEY, now, error);
}

gint64
clinch_profile_quantiles_renewed_at (ClinchDb *db)
{
  g_autofree char *at = clinch_db_get_local (db, LOCAL_KEY);

  return at != NULL ? g_ascii_strtoll (at, NULL, 10) : 0;
}

gboolean
clinch_profile_quantiles_renew (ClinchTxn  *txn,
                                GError    **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  char three_years_ago[CLINCH_DATE_SIZE];

  clinch_date_from_instant (clinch_txn_now (txn), clinch_clock_timezone (), three_years_ago);
  clinch_date_add_days (three_years_ago, -3 * 365, three_years_ago);
  /* They belong to the rules. */
  clinch_db_keep (db, NULL, NULL);

  return note_renewed (txn, error)
         && clinch_db_exec (db, "DELETE FROM value_quantile", error)
         && renew_quantiles (db, "open",
                             "SELECT currency, open_value FROM customer WHERE deleted_at IS NULL"
                             " AND open_value > 0 AND ?1 IS NOT NULL ORDER BY 1, 2",
                             three_years_ago, error)
         && renew_quantiles (db, "won",
                             "SELECT o.currency, sum (o.amount) AS value FROM opportunity AS o"
                             " JOIN stage AS s ON s.id = o.stage_id AND s.type = 'won'"
                             " JOIN customer AS c ON c.id = o.customer_id AND c.currency = o.currency"
                             " WHERE o.deleted_at IS NULL AND o.closed_date > ?1"
                             " GROUP BY o.customer_id HAVING value > 0 ORDER BY 1, 2",
                             three_years_ago, error);
}
