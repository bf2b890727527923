// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-board.h"

#include "clinch-query-private.h"

#include <string.h>

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

static ClinchSum *
find_sum (ClinchBoardColumn *column,
          const char        *currency)
{
  ClinchSum *sum;

  for (int i = 0; i < column->n_sums; i++)
    if (g_str_equal (column->sums[i].currency, currency))
      return &column->sums[i];

  column->sums = g_renew (ClinchSum, column->sums, column->n_sums + 1);
  sum = &column->sums[column->n_sums++];
  memset (sum, 0, sizeof *sum);
  g_strlcpy (sum->currency, currency, sizeof sum->currency);

  return sum;
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

/* Takes rows of stage, currency, whether over the limit, count, amount and, unless they are
 * @counted already, amount times percent. SQLite needs longer to add up a row than to hand it
 * over. */
static gboolean
take_figures (GPtrArray        *columns,
              ClinchStatement  *statement,
              gboolean          counted,
              GError          **error)
{
  ClinchBoardColumn *column = NULL;
  gboolean has_row;

  while (TRUE)
    {
      gint64 stage_id, n, amount;
      ClinchSum *sum;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      stage_id = clinch_statement_int (statement, 0);
      if (column == NULL || column->stage_id != stage_id)
        column = find_column (columns, stage_id);
      if (column == NULL)
        continue;

      sum = find_sum (column, clinch_statement_text (statement, 1));
      n = clinch_statement_int (statement, 3);
      amount = clinch_statement_int (statement, 4);
      if (clinch_statement_int (statement, 2))
        {
          column->n_over_limit += n;
          sum->over_limit += amount;
        }
      if (counted)
        continue;
      column->n_opportunities += n;
      sum->amount += amount;
      sum->weighted += clinch_statement_int (statement, 5);
    }
}

/* Up to when those over the limit entered their stage s; nothing where it has none. */
#define LIMIT "iif (s.type = 'open' AND s.limit_days > 0, ?1 - s.limit_days * 86400, NULL)"

static gboolean
take_of_pipeline (ClinchDb    *db,
                  const char  *sql,
                  gint64       pipeline_id,
                  gint64       now,
                  GPtrArray   *columns,
                  gboolean     counted,
                  GError     **error)
{
  g_autoptr(ClinchStatement) statement = clinch_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, now);
  clinch_statement_bind_int (statement, 2, pipeline_id);

  return take_figures (columns, statement, counted, error);
}

/* The totals tell who is over the limit but for the last of these days, whose records are looked
 * at; the index on stage and entry has all that is asked for. What is the same for all days of a
 * stage is worked out once. */
static gboolean
load_totals (ClinchDb   *db,
             gint64      pipeline_id,
             gint64      now,
             GPtrArray  *columns,
             GError    **error)
{
  static const char totals[] =
    "WITH own AS MATERIALIZED (SELECT s.id, ifnull (s.probability, 0) AS probability, " LIMIT " / 86400 AS last_day"
    "  FROM stage AS s WHERE s.pipeline_id = ?2)"
    " SELECT x.stage_id, x.currency, x.day < own.last_day, x.n, x.amount, x.amount_default * own.probability + x.weighted"
    " FROM own CROSS JOIN stage_total AS x ON x.stage_id = own.id";
  static const char last_day[] =
    "SELECT o.stage_id, o.currency, 1, 1, o.amount"
    " FROM stage AS s CROSS JOIN opportunity AS o ON o.stage_id = s.id AND o.deleted_at IS NULL"
    " AND o.stage_entered_at BETWEEN " LIMIT " / 86400 * 86400 AND " LIMIT
    " WHERE s.pipeline_id = ?2";

  return take_of_pipeline (db, totals, pipeline_id, now, columns, FALSE, error)
         && take_of_pipeline (db, last_day, pipeline_id, now, columns, TRUE, error);
}

static gboolean
count_filtered (ClinchDb           *db,
                gint64              pipeline_id,
                const ClinchQuery  *filter,
                gint64              now,
                GPtrArray          *columns,
                GError            **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(ClinchStatement) statement = NULL;
  int parameter;

  g_string_append (sql,
                   "SELECT t.stage_id, t.currency, t.stage_entered_at <= " LIMIT ", count (*), sum (t.amount),"
                   " sum (t.amount * ifnull (t.probability, s.probability))"
                   " FROM opportunity AS t CROSS JOIN stage AS s ON s.id = t.stage_id");
  if (!clinch_query_append_where (filter, sql, error))
    return FALSE;
  g_string_append (sql, " AND t.pipeline_id = ? GROUP BY 1, 2, 3");

  statement = clinch_db_prepare (db, sql->str, error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, now);
  parameter = clinch_query_bind_where (filter, statement, 2);
  clinch_statement_bind_int (statement, parameter, pipeline_id);

  return take_figures (columns, statement, FALSE, error);
}

static int
compare_sums (gconstpointer a,
              gconstpointer b,
              gpointer      own)
{
  const ClinchSum *sum = a;
  const ClinchSum *other = b;
  int strangeness = !g_str_equal (sum->currency, own) - !g_str_equal (other->currency, own);

  return strangeness != 0 ? strangeness : strcmp (sum->currency, other->currency);
}

static void
finish_sums (ClinchDb  *db,
             GPtrArray *columns)
{
  g_autofree char *own = clinch_db_get_setting (db, "currency");

  for (guint i = 0; i < columns->len; i++)
    {
      ClinchBoardColumn *column = columns->pdata[i];

      for (int j = 0; j < column->n_sums; j++)
        column->sums[j].weighted = from_percent (column->sums[j].weighted);
      g_sort_array (column->sums, column->n_sums, sizeof (ClinchSum), compare_sums,
                    own != NULL ? own : (char *) "");
    }
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
    loaded = load_totals (db, pipeline_id, now, columns, error);
  if (!loaded)
    return NULL;

  finish_sums (db, columns);
  return g_steal_pointer (&columns);
}
