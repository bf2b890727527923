// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-board.h"

#include "clinch-query-private.h"

#include <string.h>

#define DAY_SECONDS 86400

void
clinch_board_column_free (ClinchBoardColumn *column)
{
  g_free (column->sums);
  g_free (column);
}

static ClinchBoardColumn *
find_column (GPtrArray *columns,
             gint64     stage_id)
{
  for (guint i = 0; i < columns->len; i++)
    {
      ClinchBoardColumn *column = columns->pdata[i];

      if (column->stage_id == stage_id)
        return column;
    }

  return NULL;
}

static void
add_sum (ClinchBoardColumn *column,
         const char        *currency,
         gint64             amount,
         gint64             weighted)
{
  ClinchSum *sum;

  column->sums = g_renew (ClinchSum, column->sums, column->n_sums + 1);
  sum = &column->sums[column->n_sums++];
  g_strlcpy (sum->currency, currency, sizeof sum->currency);
  sum->amount = amount;
  sum->weighted = weighted;
}

/* Amounts times percent, to amounts; half away from zero. */
static gint64
from_percent (gint64 amount_percent)
{
  return (amount_percent + (amount_percent < 0 ? -50 : 50)) / 100;
}

static GPtrArray *
make_columns (ClinchDb  *db,
              gint64     pipeline_id,
              GError   **error)
{
  g_autoptr(GPtrArray) columns =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_board_column_free);
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row;

  statement = clinch_db_prepare (db,
                                 "SELECT id FROM stage WHERE pipeline_id = ? AND deleted_at IS NULL ORDER BY position, id",
                                 error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, pipeline_id);
  while (TRUE)
    {
      ClinchBoardColumn *column;

      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&columns);
      column = g_new0 (ClinchBoardColumn, 1);
      column->stage_id = clinch_statement_int (statement, 0);
      g_ptr_array_add (columns, column);
    }
}

/* Takes rows of stage, currency, count, amount, amount times percent. */
static gboolean
take_sums (GPtrArray        *columns,
           ClinchStatement  *statement,
           GError          **error)
{
  gboolean has_row;

  while (TRUE)
    {
      ClinchBoardColumn *column;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      column = find_column (columns, clinch_statement_int (statement, 0));
      if (column == NULL)
        continue;
      column->n_opportunities += clinch_statement_int (statement, 2);
      add_sum (column, clinch_statement_text (statement, 1), clinch_statement_int (statement, 3),
               from_percent (clinch_statement_int (statement, 4)));
    }
}

/* Takes rows of stage, count. */
static gboolean
take_over_limit (GPtrArray        *columns,
                 ClinchStatement  *statement,
                 GError          **error)
{
  gboolean has_row;

  while (TRUE)
    {
      ClinchBoardColumn *column;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      column = find_column (columns, clinch_statement_int (statement, 0));
      if (column != NULL)
        column->n_over_limit = clinch_statement_int (statement, 1);
    }
}

static gboolean
load_totals (ClinchDb   *db,
             gint64      pipeline_id,
             GPtrArray  *columns,
             GError    **error)
{
  g_autoptr(ClinchStatement) statement = NULL;

  statement = clinch_db_prepare (db,
                                 "SELECT s.id, x.currency, x.n, x.amount,"
                                 " x.amount_default * ifnull (s.probability, 0) + x.weighted"
                                 " FROM stage AS s JOIN stage_total AS x ON x.stage_id = s.id"
                                 " WHERE s.pipeline_id = ? AND x.n > 0"
                                 " ORDER BY s.id, x.currency IS NOT (SELECT value FROM setting WHERE name = 'currency'"
                                 " AND deleted_at IS NULL), x.currency",
                                 error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, pipeline_id);

  return take_sums (columns, statement, error);
}

/* How many have stood in a stage for longer than its limit; the index on stage and entry makes it a
 * range. */
static gboolean
count_over_limit (ClinchDb   *db,
                  gint64      pipeline_id,
                  gint64      now,
                  GPtrArray  *columns,
                  GError    **error)
{
  g_autoptr(ClinchStatement) statement = NULL;

  statement = clinch_db_prepare (db,
                                 "SELECT s.id, (SELECT count (*) FROM opportunity AS o WHERE o.stage_id = s.id"
                                 " AND o.deleted_at IS NULL AND o.stage_entered_at <= ?1 - s.limit_days * 86400)"
                                 " FROM stage AS s WHERE s.pipeline_id = ?2 AND s.type = 'open' AND s.limit_days > 0",
                                 error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, now);
  clinch_statement_bind_int (statement, 2, pipeline_id);

  return take_over_limit (columns, statement, error);
}

static gboolean
count_filtered (ClinchDb           *db,
                gint64              pipeline_id,
                const ClinchQuery  *filter,
                gint64              now,
                GPtrArray          *columns,
                GError            **error)
{
  g_autoptr(GString) conditions = g_string_new (NULL);
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(ClinchStatement) sums = NULL;
  g_autoptr(ClinchStatement) limits = NULL;
  int parameter;

  if (!clinch_query_append_where (filter, conditions, error))
    return FALSE;

  g_string_printf (sql,
                   "SELECT t.stage_id, t.currency, count (*), ifnull (sum (t.amount), 0),"
                   " ifnull (sum (t.amount * ifnull (t.probability, (SELECT probability FROM stage WHERE id = t.stage_id))), 0)"
                   " FROM opportunity AS t%s AND t.pipeline_id = ? GROUP BY 1, 2"
                   " ORDER BY 1, t.currency IS NOT (SELECT value FROM setting WHERE name = 'currency'"
                   " AND deleted_at IS NULL), 2",
                   conditions->str);
  sums = clinch_db_prepare (db, sql->str, error);
  if (sums == NULL)
    return FALSE;
  parameter = clinch_query_bind_where (filter, sums, 1);
  clinch_statement_bind_int (sums, parameter, pipeline_id);
  if (!take_sums (columns, sums, error))
    return FALSE;

  g_string_printf (sql,
                   "SELECT t.stage_id, count (*) FROM opportunity AS t%s AND t.pipeline_id = ? AND t.stage_entered_at <= ? -"
                   " (SELECT limit_days FROM stage WHERE id = t.stage_id AND type = 'open' AND limit_days > 0) * %d GROUP BY 1",
                   conditions->str, DAY_SECONDS);
  limits = clinch_db_prepare (db, sql->str, error);
  if (limits == NULL)
    return FALSE;
  parameter = clinch_query_bind_where (filter, limits, 1);
  clinch_statement_bind_int (limits, parameter, pipeline_id);
  clinch_statement_bind_int (limits, parameter + 1, now);

  return take_over_limit (columns, limits, error);
}

GPtrArray *
clinch_board_load (ClinchDb           *db,
                   gint64              pipeline_id,
                   const ClinchQuery  *filter,
                   gint64              now,
                   GError            **error)
{
  g_autoptr(GPtrArray) columns = make_columns (db, pipeline_id, error);
  gboolean loaded;

  if (columns == NULL)
    return NULL;

  if (filter != NULL && clinch_query_is_filtered (filter))
    loaded = count_filtered (db, pipeline_id, filter, now, columns, error);
  else
    loaded = load_totals (db, pipeline_id, columns, error)
             && count_over_limit (db, pipeline_id, now, columns, error);

  return loaded ? g_steal_pointer (&columns) : NULL;
}
