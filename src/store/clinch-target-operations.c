// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-target-operations.h"

#include "clinch-clock.h"
#include "clinch-step-label.h"

#include <glib/gi18n-lib.h>

/* Where the two kinds have what they share. */
typedef struct
{
  int member;
  int period;
  int start;
  int amount;
  int currency;
} Places;

static const Places target_places = {
  CLINCH_TARGET_MEMBER, CLINCH_TARGET_PERIOD, CLINCH_TARGET_START, CLINCH_TARGET_AMOUNT,
  CLINCH_TARGET_CURRENCY,
};
static const Places forecast_places = {
  CLINCH_FORECAST_MEMBER, CLINCH_FORECAST_PERIOD, CLINCH_FORECAST_START, CLINCH_FORECAST_EXPECTED,
  CLINCH_FORECAST_CURRENCY,
};

static const Places *
places_of (const ClinchRow *row)
{
  return row->kind == CLINCH_KIND_TARGET ? &target_places : &forecast_places;
}

static gboolean
read_period (const ClinchRow *row,
             ClinchPeriod    *period)
{
  const Places *at = places_of (row);
  ClinchPeriodType type;

  return clinch_period_type_from_code (clinch_row_text (row, at->period), &type)
         && clinch_period_init (period, type, clinch_row_text (row, at->start));
}

char *
clinch_target_name (ClinchDb        *db,
                    const ClinchRow *row)
{
  char code[CLINCH_PERIOD_CODE_SIZE] = "";
  g_autofree char *who = NULL;
  ClinchPeriod period;

  if (row->kind == CLINCH_KIND_TARGET && !clinch_row_is_null (row, CLINCH_TARGET_TEAM))
    who = clinch_db_name_of (db, CLINCH_KIND_TEAM, clinch_row_int (row, CLINCH_TARGET_TEAM));
  else
    who = clinch_db_name_of (db, CLINCH_KIND_MEMBER, clinch_row_int (row, places_of (row)->member));
  if (read_period (row, &period))
    clinch_period_code (&period, code);

  return g_strconcat (who, *who != '\0' ? " · " : "", code, NULL);
}

static void
fill_period (ClinchTxn *txn,
             ClinchRow *row)
{
  const Places *at = places_of (row);
  char today[CLINCH_DATE_SIZE];
  ClinchPeriod period;

  clinch_date_from_instant (clinch_txn_now (txn), clinch_clock_timezone (), today);
  if (clinch_row_is_null (row, at->period))
    clinch_row_set_text (row, at->period, clinch_period_type_code (CLINCH_PERIOD_QUARTER));
  if (clinch_row_is_null (row, at->start))
    clinch_row_set_text (row, at->start, today);
  if (read_period (row, &period))
    clinch_row_set_text (row, at->start, period.first);
}

gboolean
clinch_operation_fill_target (ClinchTxn  *txn,
                              ClinchRow  *row,
                              GError    **error)
{
  const Places *at = places_of (row);
  g_autofree char *currency = clinch_db_get_setting (clinch_txn_db (txn), "currency");
  char today[CLINCH_DATE_SIZE];
  ClinchPeriod period;
  gint64 expected;

  fill_period (txn, row);
  if (clinch_row_is_null (row, at->currency))
    clinch_row_set_text (row, at->currency, currency != NULL ? currency : "CNY");
  if (row->kind == CLINCH_KIND_TARGET)
    {
      if (clinch_row_is_null (row, CLINCH_TARGET_METRIC))
        clinch_row_set_text (row, CLINCH_TARGET_METRIC, "won");
      return TRUE;
    }

  clinch_date_from_instant (clinch_txn_now (txn), clinch_clock_timezone (), today);
  if (clinch_row_is_null (row, CLINCH_FORECAST_KEPT))
    clinch_row_set_text (row, CLINCH_FORECAST_KEPT, today);
  if (!clinch_row_is_null (row, CLINCH_FORECAST_EXPECTED) || !read_period (row, &period))
    return TRUE;
  if (!clinch_forecast_expected (clinch_txn_db (txn), clinch_row_int (row, CLINCH_FORECAST_MEMBER),
                                 &period, clinch_row_text (row, CLINCH_FORECAST_CURRENCY),
                                 &expected, error))
    return FALSE;
  clinch_row_set_int (row, CLINCH_FORECAST_EXPECTED, expected);

  return TRUE;
}

ClinchRow *
clinch_operation_settle_target (ClinchTxn        *txn,
                                gint64            id,
                                const ClinchRow  *changes,
                                GError          **error)
{
  const Places *at = places_of (changes);
  g_autoptr(ClinchRow) settled = clinch_row_copy (changes);
  g_autoptr(ClinchRow) whole = NULL;
  ClinchPeriod period;

  if (!clinch_row_has (changes, at->period) && !clinch_row_has (changes, at->start))
    return g_steal_pointer (&settled);

  whole = clinch_db_load_row (clinch_txn_db (txn), changes->kind, id, error);
  if (whole == NULL)
    return NULL;
  if (clinch_row_has (changes, at->period))
    clinch_row_set_text (whole, at->period, clinch_row_text (changes, at->period));
  if (clinch_row_has (changes, at->start))
    clinch_row_set_text (whole, at->start, clinch_row_text (changes, at->start));
  if (read_period (whole, &period))
    clinch_row_set_text (settled, at->start, period.first);

  return g_steal_pointer (&settled);
}

/* --- Forecasts */

gboolean
clinch_forecast_expected (ClinchDb            *db,
                          gint64               member_id,
                          const ClinchPeriod  *period,
                          const char          *currency,
                          gint64              *expected,
                          GError             **error)
{
  gint64 hundredfold;

  if (!clinch_db_query_int (db, &hundredfold, NULL, error,
                            "SELECT ifnull (sum (o.amount * CASE"
                            "  WHEN s.type = 'won' AND o.closed_date BETWEEN ?1 AND ?2 THEN 100"
                            "  WHEN s.type = 'open' AND o.expected_date BETWEEN ?1 AND ?2"
                            "  THEN ifnull (o.probability, s.probability) ELSE 0 END), 0)"
                            " FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id"
                            " WHERE o.owner_id = ?3 AND o.currency = ?4 AND o.deleted_at IS NULL",
                            "ttit", period->first, period->last, member_id, currency))
    return FALSE;

  *expected = (hundredfold + (hundredfold < 0 ? -50 : 50)) / 100;
  return TRUE;
}

/* Members for whom there is something to foresee, and nothing was kept yet. */
static GArray *
find_members (ClinchDb            *db,
              const ClinchPeriod  *period,
              GError             **error)
{
  g_autoptr(ClinchStatement) statement = NULL;

  statement = clinch_db_prepare (db,
                                 "SELECT m.id FROM member AS m WHERE m.deleted_at IS NULL"
                                 " AND NOT EXISTS (SELECT 1 FROM forecast AS f"
                                 "  WHERE f.member_id = m.id AND f.period = ?1 AND f.start = ?2)"
                                 " AND (EXISTS (SELECT 1 FROM target AS t WHERE t.member_id = m.id"
                                 "   AND t.period = ?1 AND t.start = ?2 AND t.deleted_at IS NULL)"
                                 "  OR EXISTS (SELECT 1 FROM opportunity AS o"
                                 "   JOIN stage AS s ON s.id = o.stage_id WHERE o.owner_id = m.id"
                                 "   AND o.deleted_at IS NULL AND s.type = 'open'))"
                                 " ORDER BY m.id", error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_text (statement, 1, clinch_period_type_code (period->type));
  clinch_statement_bind_text (statement, 2, period->first);

  return clinch_statement_ids (statement, error);
}

static gboolean
keep (ClinchTxn           *txn,
      const ClinchPeriod  *period,
      guint               *n_kept,
      GError             **error)
{
  g_autoptr(GArray) members = find_members (clinch_txn_db (txn), period, error);

  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_FORECAST);

      clinch_row_set_int (row, CLINCH_FORECAST_MEMBER, g_array_index (members, gint64, i));
      clinch_row_set_text (row, CLINCH_FORECAST_PERIOD, clinch_period_type_code (period->type));
      clinch_row_set_text (row, CLINCH_FORECAST_START, period->first);
      if (!clinch_operation_fill_target (txn, row, error)
          || clinch_txn_insert (txn, row, error) == 0)
        return FALSE;
    }

  *n_kept = members->len;
  return TRUE;
}

gboolean
clinch_forecast_keep (ClinchTxn           *txn,
                      const ClinchPeriod  *period,
                      guint               *n_kept,
                      GError             **error)
{
  char code[CLINCH_PERIOD_CODE_SIZE];

  if (!keep (txn, period, n_kept, error))
    return FALSE;
  clinch_period_code (period, code);
  if (*n_kept > 0 && !clinch_txn_has_action (txn))
    clinch_txn_set_action (txn, CLINCH_ACTION_KEEP_FORECAST, code, NULL);

  return TRUE;
}

gboolean
clinch_forecast_keep_due (ClinchTxn  *txn,
                          GError    **error)
{
  char today[CLINCH_DATE_SIZE];

  clinch_date_from_instant (clinch_txn_now (txn), clinch_clock_timezone (), today);
  for (int i = 0; i < CLINCH_N_PERIOD_TYPES; i++)
    {
      ClinchPeriod period;
      guint n_kept = 0;

      if (clinch_period_init (&period, i, today) && !keep (txn, &period, &n_kept, error))
        return FALSE;
      if (n_kept > 0 && !clinch_txn_has_action (txn))
        clinch_txn_set_action (txn, CLINCH_ACTION_REFRESH_PROFILES, NULL);
    }

  return TRUE;
}

/* --- What may be committed */

static gboolean
refuse (ClinchDb         *db,
        const ClinchRow  *row,
        const char       *format,
        GError          **error)
{
  g_autofree char *name = clinch_target_name (db, row);
  g_autoptr(GString) message = g_string_new (format);

  g_string_replace (message, "%s", name, 1);
  g_set_error_literal (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED, message->str);
  return FALSE;
}

static gboolean
find_twin (ClinchDb         *db,
           const ClinchRow  *row,
           gint64           *twin,
           GError          **error)
{
  const Places *at = places_of (row);
  const char *period = clinch_row_text (row, at->period);
  const char *start = clinch_row_text (row, at->start);

  if (row->kind == CLINCH_KIND_FORECAST)
    return clinch_db_query_int (db, twin, NULL, error,
                                "SELECT id FROM forecast WHERE period = ? AND start = ?"
                                " AND member_id = ? AND id <> ? AND deleted_at IS NULL LIMIT 1",
                                "ttii", period, start, clinch_row_int (row, at->member), row->id);

  return clinch_db_query_int (db, twin, NULL, error,
                              "SELECT id FROM target WHERE period = ? AND start = ? AND metric = ?"
                              " AND ifnull (member_id, 0) = ? AND ifnull (team_id, 0) = ?"
                              " AND id <> ? AND deleted_at IS NULL LIMIT 1", "tttiii", period, start,
                              clinch_row_text (row, CLINCH_TARGET_METRIC),
                              clinch_row_int (row, CLINCH_TARGET_MEMBER),
                              clinch_row_int (row, CLINCH_TARGET_TEAM), row->id);
}

static gboolean
check_row (ClinchDb         *db,
           const ClinchRow  *row,
           GError          **error)
{
  const Places *at = places_of (row);
  ClinchPeriod period;
  gint64 twin;

  if (row->kind == CLINCH_KIND_TARGET && !clinch_row_is_null (row, CLINCH_TARGET_MEMBER)
      && !clinch_row_is_null (row, CLINCH_TARGET_TEAM))
    return refuse (db, row, _("The target “%s” cannot be of a member and of a team. Leave one of "
                              "them out."), error);
  if (clinch_row_int (row, at->amount) < 0)
    return refuse (db, row, _("The amount of “%s” cannot be negative."), error);
  if (!read_period (row, &period)
      || g_strcmp0 (period.first, clinch_row_text (row, at->start)) != 0)
    return refuse (db, row, _("The period of “%s” does not begin on its first day."), error);
  if (!find_twin (db, row, &twin, error))
    return FALSE;
  if (twin == 0)
    return TRUE;

  return refuse (db, row, row->kind == CLINCH_KIND_TARGET
                 ? _("There is a target “%s” already. Change that one.")
                 : _("There is a forecast “%s” already. Change that one."), error);
}

gboolean
clinch_target_guard (ClinchTxn              *txn,
                     const ClinchChangeSet  *changes,
                     GError                **error)
{
  ClinchDb *db = clinch_txn_db (txn);

  for (guint i = 0; i < changes->changes->len; i++)
    {
      const ClinchChange *change = &g_array_index (changes->changes, ClinchChange, i);
      g_autoptr(ClinchRow) row = NULL;

      if ((change->kind != CLINCH_KIND_TARGET && change->kind != CLINCH_KIND_FORECAST)
          || change->op == CLINCH_CHANGE_DELETE)
        continue;
      row = clinch_db_load_row (db, change->kind, change->id, error);
      if (row == NULL || (row->deleted_at == 0 && !check_row (db, row, error)))
        return FALSE;
    }

  return TRUE;
}
