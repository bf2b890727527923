// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-target-report.h"

#include "clinch-ratio.h"

#include <string.h>

/* While it is read: a row's place by whose it is. */
typedef struct
{
  ClinchTargetReport *report;
  ClinchDb *db;
  char *currency;
  GPtrArray *rows;
  GHashTable *members; /* key → ClinchTargetRow */
  GHashTable *teams;
  GHashTable *parents; /* ClinchTargetRow → the row above */
} Reading;

static void
row_free (gpointer data)
{
  ClinchTargetRow *row = data;

  g_free (row->name);
  g_free (row);
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_hash_table_unref (self->members);
  g_hash_table_unref (self->teams);
  g_hash_table_unref (self->parents);
  g_free (self->currency);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* --- The tree */

static ClinchTargetRow *
add_row (Reading    *self,
         gint64      member_id,
         gint64      team_id,
         const char *name)
{
  ClinchTargetRow *row = g_new0 (ClinchTargetRow, 1);

  row->scope = (ClinchTargetScope) { member_id, team_id };
  row->name = g_strdup (name);
  row->parent = -1;
  g_strlcpy (row->currency, self->currency, sizeof row->currency);
  g_ptr_array_add (self->rows, row);
  if (member_id != 0)
    g_hash_table_insert (self->members, g_memdup2 (&member_id, sizeof member_id), row);
  else if (team_id != 0)
    g_hash_table_insert (self->teams, g_memdup2 (&team_id, sizeof team_id), row);

  return row;
}

static gboolean
sells (const char *role)
{
  return g_strcmp0 (role, "collaborator") != 0 && g_strcmp0 (role, "reader") != 0;
}

static ClinchTargetRow *
row_above (Reading         *self,
           ClinchTargetRow *row)
{
  return g_hash_table_lookup (self->parents, row);
}

/* A team that a file put above itself is a team of the company. */
static void
put_below (Reading         *self,
           ClinchTargetRow *row,
           ClinchTargetRow *parent)
{
  for (ClinchTargetRow *above = parent; above != NULL; above = row_above (self, above))
    if (above == row)
      parent = NULL;
  g_hash_table_insert (self->parents, row, parent != NULL ? parent : self->rows->pdata[0]);
}

static gboolean
read_people (Reading  *self,
             GError  **error)
{
  g_autoptr(GPtrArray) teams = clinch_db_load_rows (self->db, error, CLINCH_KIND_TEAM,
                                                    "WHERE deleted_at IS NULL ORDER BY name_key, id",
                                                    "");
  g_autoptr(GPtrArray) members = teams == NULL ? NULL
                                 : clinch_db_load_rows (self->db, error, CLINCH_KIND_MEMBER,
                                                        "WHERE deleted_at IS NULL"
                                                        " ORDER BY name_key, id", "");

  if (members == NULL)
    return FALSE;
  add_row (self, 0, 0, "");
  for (guint i = 0; i < teams->len; i++)
    add_row (self, 0, ((ClinchRow *) teams->pdata[i])->id, clinch_row_name (teams->pdata[i]));
  for (guint i = 0; i < teams->len; i++)
    {
      gint64 above = clinch_row_int (teams->pdata[i], CLINCH_TEAM_PARENT);

      put_below (self, self->rows->pdata[i + 1], g_hash_table_lookup (self->teams, &above));
    }
  for (guint i = 0; i < members->len; i++)
    {
      const ClinchRow *member = members->pdata[i];
      gint64 team = clinch_row_int (member, CLINCH_MEMBER_TEAM);
      ClinchTargetRow *row = add_row (self, member->id, 0, clinch_row_name (member));

      row->sells = sells (clinch_row_text (member, CLINCH_MEMBER_ROLE));
      put_below (self, row, g_hash_table_lookup (self->teams, &team));
    }

  return TRUE;
}

/* --- Targets and forecasts */

/* How many periods before the chosen one; -1 for none of those that are told of. */
static int
period_back (const ClinchTargetReport *report,
             const char               *date)
{
  int back = date != NULL ? -clinch_period_distance (&report->periods[0], date) : -1;

  return back < CLINCH_TARGET_N_PERIODS ? back : -1;
}

/* The newest target comes first: its currency is the row's. */
static gboolean
read_targets (Reading  *self,
              GError  **error)
{
  const ClinchPeriod *oldest = &self->report->periods[CLINCH_TARGET_N_PERIODS - 1];
  g_autoptr(GPtrArray) targets = NULL;

  targets = clinch_db_load_rows (self->db, error, CLINCH_KIND_TARGET,
                                 "WHERE period = ? AND start BETWEEN ? AND ? AND metric = 'won'"
                                 " AND deleted_at IS NULL ORDER BY start DESC, id", "ttt",
                                 clinch_period_type_code (oldest->type), oldest->first,
                                 self->report->periods[0].first);
  for (guint i = 0; targets != NULL && i < targets->len; i++)
    {
      const ClinchRow *target = targets->pdata[i];
      gint64 member = clinch_row_int (target, CLINCH_TARGET_MEMBER);
      gint64 team = clinch_row_int (target, CLINCH_TARGET_TEAM);
      const char *currency = clinch_row_text (target, CLINCH_TARGET_CURRENCY);
      int back = period_back (self->report, clinch_row_text (target, CLINCH_TARGET_START));
      ClinchTargetRow *row = member != 0 ? g_hash_table_lookup (self->members, &member)
                             : team != 0 ? g_hash_table_lookup (self->teams, &team)
                             : self->rows->pdata[0];

      if (row == NULL || back < 0)
        continue;
      if (back == 0)
        {
          g_strlcpy (row->currency, currency, sizeof row->currency);
          self->report->n_targets++;
        }
      if (!g_str_equal (row->currency, currency))
        continue;
      row->periods[back].target_id = target->id;
      row->periods[back].target = clinch_row_int (target, CLINCH_TARGET_AMOUNT);
    }

  return targets != NULL;
}

static void
add_forecast (Reading         *self,
              ClinchTargetRow *member,
              const ClinchRow *forecast,
              int              back)
{
  const char *currency = clinch_row_text (forecast, CLINCH_FORECAST_CURRENCY);
  gint64 expected = clinch_row_int (forecast, CLINCH_FORECAST_EXPECTED);
  gint64 called = clinch_row_int (forecast, CLINCH_FORECAST_CALLED);
  gboolean has_call = !clinch_row_is_null (forecast, CLINCH_FORECAST_CALLED);

  member->periods[back].forecast_id = forecast->id;
  for (ClinchTargetRow *row = member; row != NULL; row = row_above (self, row))
    {
      ClinchTargetPeriod *period = &row->periods[back];

      if (!g_str_equal (row->currency, currency))
        continue;
      period->n_forecasts++;
      period->forecast += expected;
      period->said += has_call ? called : expected;
      if (row != member)
        continue;
      period->has_call = has_call;
      period->called = called;
    }
}

static gboolean
read_forecasts (Reading  *self,
                GError  **error)
{
  const ClinchPeriod *oldest = &self->report->periods[CLINCH_TARGET_N_PERIODS - 1];
  g_autoptr(GPtrArray) forecasts = NULL;

  forecasts = clinch_db_load_rows (self->db, error, CLINCH_KIND_FORECAST,
                                   "WHERE period = ? AND start BETWEEN ? AND ?"
                                   " AND deleted_at IS NULL ORDER BY id", "ttt",
                                   clinch_period_type_code (oldest->type), oldest->first,
                                   self->report->periods[0].first);
  for (guint i = 0; forecasts != NULL && i < forecasts->len; i++)
    {
      const ClinchRow *forecast = forecasts->pdata[i];
      gint64 id = clinch_row_int (forecast, CLINCH_FORECAST_MEMBER);
      ClinchTargetRow *member = g_hash_table_lookup (self->members, &id);
      int back = period_back (self->report, clinch_row_text (forecast, CLINCH_FORECAST_START));

      if (member != NULL && back >= 0)
        add_forecast (self, member, forecast, back);
    }

  return forecasts != NULL;
}

/* --- Opportunities */

static void
add_won (gpointer         data,
         ClinchStatement *figures)
{
  Reading *self = data;
  gint64 owner = clinch_statement_int (figures, 0);
  const char *currency = clinch_statement_text (figures, 1);
  int back = period_back (self->report, clinch_statement_text (figures, 2));
  ClinchTargetRow *row = g_hash_table_lookup (self->members, &owner);

  for (; row != NULL && back >= 0; row = row_above (self, row))
    if (g_str_equal (row->currency, currency))
      {
        row->periods[back].won += clinch_statement_int (figures, 3);
        row->periods[back].n_won += clinch_statement_int (figures, 4);
      }
    else if (back == 0)
      {
        row->n_foreign += clinch_statement_int (figures, 4);
      }
}

/* By month, so that every length of period is made of whole ones. */
static gboolean
read_won (Reading  *self,
          GError  **error)
{
  return clinch_db_each (self->db, add_won, self, error,
                         "SELECT o.owner_id, o.currency, substr (o.closed_date, 1, 7) || '-01',"
                         " ifnull (sum (o.amount), 0), count (*)"
                         " FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id"
                         " WHERE s.type = 'won' AND o.deleted_at IS NULL"
                         " AND o.closed_date BETWEEN ? AND ? GROUP BY 1, 2, 3", "tt",
                         self->report->periods[CLINCH_TARGET_N_PERIODS - 1].first,
                         self->report->periods[0].last);
}

static void
add_open (gpointer         data,
          ClinchStatement *figures)
{
  Reading *self = data;
  gint64 owner = clinch_statement_int (figures, 0);
  const char *currency = clinch_statement_text (figures, 1);
  gint64 n = clinch_statement_int (figures, 4);

  /* In hundredths until all of them are added. */
  for (ClinchTargetRow *row = g_hash_table_lookup (self->members, &owner); row != NULL;
       row = row_above (self, row))
    if (g_str_equal (row->currency, currency))
      {
        row->expected += clinch_statement_int (figures, 2);
        row->open += clinch_statement_int (figures, 3);
        row->n_open += n;
      }
    else
      {
        row->n_foreign += n;
      }
}

static gboolean
read_open (Reading  *self,
           GError  **error)
{
  const ClinchPeriod *period = &self->report->periods[0];

  return clinch_db_each (self->db, add_open, self, error,
                         "SELECT o.owner_id, o.currency,"
                         " ifnull (sum (o.amount * ifnull (o.probability, s.probability)), 0),"
                         " ifnull (sum (o.amount), 0), count (*)"
                         " FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id"
                         " WHERE s.type = 'open' AND o.deleted_at IS NULL"
                         " AND o.expected_date BETWEEN ? AND ? GROUP BY 1, 2", "tt",
                         period->first, period->last);
}

/* --- What follows from them */

static void
work_out_record (ClinchTargetRow *row)
{
  ClinchForecastPair pairs[CLINCH_TARGET_N_PERIODS];
  gsize n = 0;

  for (int i = 0; i < CLINCH_TARGET_N_PERIODS; i++)
    if (row->periods[i].is_over && row->periods[i].n_forecasts > 0)
      pairs[n++] = (ClinchForecastPair) { row->periods[i].said, row->periods[i].won };
  clinch_forecast_record_work_out (pairs, n, &row->record);
}

static void
work_out (Reading *self)
{
  const ClinchTargetReport *report = self->report;

  for (guint i = 0; i < self->rows->len; i++)
    {
      ClinchTargetRow *row = self->rows->pdata[i];
      ClinchTargetRow *above = row_above (self, row);
      const ClinchTargetPeriod *now = &row->periods[0];

      for (int j = 0; j < CLINCH_TARGET_N_PERIODS; j++)
        row->periods[j].is_over = strcmp (report->periods[j].last, report->today) < 0;
      row->expected = clinch_divide_rounded (row->expected, 100);
      clinch_pace_read (&row->pace, report->periods[0].first, report->periods[0].last,
                        report->today, now->target, now->won);
      work_out_record (row);
      if (above != NULL && now->target_id != 0 && g_str_equal (above->currency, row->currency))
        {
          above->n_parts++;
          above->parts += now->target;
        }
      if (!row->sells && now->target_id == 0 && now->n_won == 0 && row->n_open == 0)
        continue;
      for (ClinchTargetRow *shown = row; shown != NULL; shown = row_above (self, shown))
        shown->shown = TRUE;
    }
  ((ClinchTargetRow *) self->rows->pdata[0])->shown = TRUE;
}

/* Members stand right below their team, before the teams that are part of it. */
static void
place_rows (Reading         *self,
            ClinchTargetRow *row,
            int              parent)
{
  int place = self->report->rows->len;

  row->parent = parent;
  row->depth = parent < 0 ? 0
               : ((ClinchTargetRow *) self->report->rows->pdata[parent])->depth + 1;
  g_ptr_array_add (self->report->rows, row);
  if (row->scope.member_id != 0)
    return;
  for (int teams = 0; teams < 2; teams++)
    for (guint i = 1; i < self->rows->len; i++)
      {
        ClinchTargetRow *below = self->rows->pdata[i];

        if (below != NULL && below->shown && row_above (self, below) == row
            && (below->scope.team_id != 0) == (teams == 1))
          place_rows (self, below, place);
      }
}

static void
take_rows (Reading *self)
{
  place_rows (self, self->rows->pdata[0], -1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      ClinchTargetRow *row = self->rows->pdata[i];

      if (!row->shown)
        row_free (row);
    }
}

ClinchTargetReport *
clinch_target_report_load (ClinchDb            *db,
                           const ClinchPeriod  *period,
                           const char          *today,
                           GError             **error)
{
  g_autoptr(ClinchTargetReport) report = g_new0 (ClinchTargetReport, 1);
  g_auto(Reading) reading = { 0 };

  report->rows = g_ptr_array_new_with_free_func (row_free);
  g_strlcpy (report->today, today, sizeof report->today);
  for (int i = 0; i < CLINCH_TARGET_N_PERIODS; i++)
    {
      report->periods[i] = *period;
      clinch_period_move (&report->periods[i], -i);
    }
  reading.report = report;
  reading.db = db;
  reading.currency = clinch_db_get_setting (db, "currency");
  reading.rows = g_ptr_array_new ();
  reading.members = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  reading.teams = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  reading.parents = g_hash_table_new (NULL, NULL);
  if (reading.currency == NULL)
    reading.currency = g_strdup ("CNY");

  if (!read_people (&reading, error) || !read_targets (&reading, error)
      || !read_forecasts (&reading, error) || !read_won (&reading, error)
      || !read_open (&reading, error))
    {
      g_ptr_array_set_free_func (reading.rows, row_free);
      return NULL;
    }
  work_out (&reading);
  take_rows (&reading);

  return g_steal_pointer (&report);
}

const ClinchTargetRow *
clinch_target_report_find (const ClinchTargetReport *self,
                           const ClinchTargetScope  *scope)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const ClinchTargetRow *row = self->rows->pdata[i];

      if (row->scope.member_id == scope->member_id && row->scope.team_id == scope->team_id)
        return row;
    }

  return NULL;
}

gboolean
clinch_target_row_part_of (const ClinchTargetReport *self,
                           const ClinchTargetRow    *row,
                           const ClinchTargetRow    *above)
{
  while (row != above && row->parent >= 0)
    row = self->rows->pdata[row->parent];

  return row == above;
}

GArray *
clinch_target_report_members (const ClinchTargetReport *self,
                              const ClinchTargetRow    *above)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const ClinchTargetRow *row = self->rows->pdata[i];

      if (row->scope.member_id != 0 && clinch_target_row_part_of (self, row, above))
        g_array_append_val (members, row->scope.member_id);
    }

  return members;
}

void
clinch_target_report_free (ClinchTargetReport *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}
