// SPDX-License-Identifier: GPL-3.0-or-later
//
// Targets and forecasts of the sample, made when all opportunities are there: what people should
// win follows from what they did win, and so does what they foresaw. It draws from a sequence of
// its own, and comes last: the rest of the sample does not depend on it.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-clock.h"
#include "clinch-sample-private.h"
#include "clinch-target-operations.h"

/* Amounts are round: fifty thousand in the currency's main unit. */
#define ROUND_TO G_GINT64_CONSTANT (5000000)

/* Periods before the current one, as far back as the sample tells of what was won. */
static const int before[CLINCH_N_PERIOD_TYPES] = { 5, 3, 0 };

/* What was won by the member in the period, minor units. */
static gboolean
sum_won (ClinchSample        *self,
         gint64               member_id,
         const ClinchPeriod  *period,
         gint64              *won,
         GError             **error)
{
  return clinch_db_query_int (clinch_txn_db (self->txn), won, NULL, error,
                              "SELECT ifnull (sum (o.amount), 0) FROM opportunity AS o"
                              " JOIN stage AS s ON s.id = o.stage_id WHERE s.type = 'won'"
                              " AND o.owner_id = ? AND o.currency = ?"
                              " AND o.closed_date BETWEEN ? AND ?", "ittt", member_id,
                              self->words->currency, period->first, period->last);
}

static gint64
rounded (gint64 amount)
{
  return MAX ((amount + ROUND_TO / 2) / ROUND_TO, 1) * ROUND_TO;
}

/* Targets and forecasts are made when a period begins. */
static gint64
begin_of (ClinchSample       *self,
          const ClinchPeriod *period)
{
  gint64 begin = clinch_date_to_instant (period->first, 9, clinch_clock_timezone ());

  return MIN (begin, self->now);
}

static gboolean
add_target (ClinchSample        *self,
            gint64               member_id,
            gint64               team_id,
            const ClinchPeriod  *period,
            gint64               amount,
            GError             **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_TARGET);

  if (member_id != 0)
    clinch_row_set_int (row, CLINCH_TARGET_MEMBER, member_id);
  if (team_id != 0)
    clinch_row_set_int (row, CLINCH_TARGET_TEAM, team_id);
  clinch_sample_set_text (row, CLINCH_TARGET_PERIOD, clinch_period_type_code (period->type));
  clinch_sample_set_text (row, CLINCH_TARGET_START, period->first);
  clinch_sample_set_text (row, CLINCH_TARGET_METRIC, "won");
  clinch_row_set_int (row, CLINCH_TARGET_AMOUNT, amount);
  clinch_sample_set_text (row, CLINCH_TARGET_CURRENCY, self->words->currency);
  row->created_at = begin_of (self, period);

  return clinch_sample_insert (self, row, error) != 0;
}

/* People differ in how they see what is to come: the first is cautious, the last hopeful. */
static gboolean
add_forecast (ClinchSample        *self,
              guint                seller,
              gint64               member_id,
              const ClinchPeriod  *period,
              gint64               typical,
              GError             **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_FORECAST);
  int lean = 75 + 20 * (int) seller + clinch_sample_random_between (&self->random, -15, 15);
  char today[CLINCH_DATE_SIZE];
  gint64 expected;

  clinch_date_from_days (self->today, today);
  if (!clinch_forecast_expected (clinch_txn_db (self->txn), member_id, period,
                                 self->words->currency, &expected, error))
    return FALSE;
  if (expected == 0)
    expected = typical / 2;
  expected = rounded (expected * clinch_sample_random_between (&self->random, 70, 125) / 100);

  clinch_row_set_int (row, CLINCH_FORECAST_MEMBER, member_id);
  clinch_sample_set_text (row, CLINCH_FORECAST_PERIOD, clinch_period_type_code (period->type));
  clinch_sample_set_text (row, CLINCH_FORECAST_START, period->first);
  clinch_row_set_int (row, CLINCH_FORECAST_EXPECTED, expected);
  if (clinch_sample_random_chance (&self->random, 70))
    clinch_row_set_int (row, CLINCH_FORECAST_CALLED, rounded (expected * lean / 100));
  clinch_sample_set_text (row, CLINCH_FORECAST_CURRENCY, self->words->currency);
  clinch_sample_set_text (row, CLINCH_FORECAST_KEPT, period->first);
  row->created_at = begin_of (self, period);

  return clinch_sample_insert (self, row, error) != 0;
}

/* The targets of a team's members, who should win a little more than they are used to. */
static gboolean
add_members (ClinchSample            *self,
             const ClinchSampleTeam  *team,
             const ClinchPeriod      *period,
             gint64                  *sum,
             GError                 **error)
{
  static const int months[CLINCH_N_PERIOD_TYPES] = { 1, 3, 12 };
  char today[CLINCH_DATE_SIZE];
  ClinchPeriod year;

  clinch_date_from_days (self->today, today);
  clinch_period_init (&year, CLINCH_PERIOD_YEAR, today);
  *sum = 0;
  for (guint i = 0; i < CLINCH_SAMPLE_SELLERS; i++)
    {
      gint64 member = team->sellers[i].id;
      gint64 typical;
      gint64 amount;

      if (!sum_won (self, member, &year, &typical, error))
        return FALSE;
      typical = typical * months[period->type] / 12;
      amount = rounded (typical * clinch_sample_random_between (&self->random, 95, 130) / 100);
      *sum += amount;
      if (!add_target (self, member, 0, period, amount, error)
          || (period->type != CLINCH_PERIOD_YEAR
              && !add_forecast (self, i, member, period, typical, error)))
        return FALSE;
    }

  return TRUE;
}

/* The department has the sum of its members; the region wants a tenth more. */
static gboolean
add_period (ClinchSample        *self,
            const ClinchPeriod  *period,
            GError             **error)
{
  ClinchDb *db = clinch_txn_db (self->txn);
  gint64 company = 0;

  for (guint i = 0; i < self->n_teams; i++)
    {
      gint64 department;
      gint64 region;
      gint64 sum;

      if (!clinch_db_query_int (db, &department, NULL, error,
                                "SELECT team_id FROM member WHERE id = ?", "i",
                                self->teams[i].sellers[0].id)
          || !clinch_db_query_int (db, &region, NULL, error,
                                   "SELECT parent_id FROM team WHERE id = ?", "i", department)
          || !add_members (self, &self->teams[i], period, &sum, error)
          || !add_target (self, 0, department, period, sum, error)
          || !add_target (self, 0, region, period, rounded (sum * 11 / 10), error))
        return FALSE;
      company += rounded (sum * 11 / 10);
    }

  return add_target (self, 0, 0, period, company, error);
}

gboolean
clinch_sample_add_targets (ClinchSample  *self,
                           GError       **error)
{
  char today[CLINCH_DATE_SIZE];

  clinch_date_from_days (self->today, today);
  for (int type = 0; type < CLINCH_N_PERIOD_TYPES; type++)
    for (int back = before[type]; back >= 0; back--)
      {
        ClinchPeriod period;

        clinch_period_init (&period, type, today);
        clinch_period_move (&period, -back);
        if (!add_period (self, &period, error))
          return FALSE;
      }

  return TRUE;
}
