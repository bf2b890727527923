// SPDX-License-Identifier: GPL-3.0-or-later
//
// Profiles are worked out inside the step that changes what they are made of: for the customers
// that the step touched, or for all where it touched the rules. The result goes into maintained
// columns and profile_value; only a grade that changes is logged, and so has its cause. The rules
// are kept with the connection from one step to the next.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-profile-derive.h"

#include "clinch-chain-guard.h"
#include "clinch-clock.h"
#include "clinch-profile-check.h"
#include "clinch-profile-quantiles.h"
#include "clinch-profile-scope.h"
#include "clinch-step-label.h"
#include "clinch-target-operations.h"

#include <string.h>

/* After so many days the score of the trend is taken anew; where there is none, it is the one of so
 * many days ago. */
#define TREND_DAYS 90
#define FIRST_TREND_DAYS 60
#define DAY (24 * 60 * 60)
#define LOCAL_KEY "profiles-on"

/* A step that touches at least so many customers, and that part of them all, renews what values are
 * compared with, and with that all of them. */
#define MANY 20
#define LARGE_PERCENT 50

typedef struct
{
  ClinchTxn *txn;
  ClinchDb *db;
  ClinchProfileRules *rules;
  gint64 now;
  char today[CLINCH_DATE_SIZE];
  gboolean tells_of_before; /* the step may say what was known before today */
  gboolean only_people; /* the step leaves what a profile is made of besides */
} Work;

/* How far a step is that concerns many; written by the thread that writes. */
static int done_customers;
static int all_count;

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->rules, clinch_profile_rules_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

static gboolean
start (Work       *work,
       ClinchTxn  *txn,
       gboolean    rules_changed,
       GError    **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  ClinchProfileRules *rules = rules_changed ? NULL : clinch_db_get_kept (db);

  work->txn = txn;
  work->db = db;
  work->now = clinch_txn_now (txn);
  clinch_date_from_instant (work->now, clinch_clock_timezone (), work->today);
  if (rules == NULL)
    {
      rules = clinch_profile_rules_load (db, error);
      clinch_db_keep (db, rules, (GDestroyNotify) clinch_profile_rules_unref);
    }
  if (rules != NULL)
    work->rules = clinch_profile_rules_ref (rules);

  return rules != NULL;
}

ClinchPriority
clinch_profile_priority (const ClinchProfileRules *rules,
                         const ClinchProfileFacts *facts,
                         const char               *grade,
                         const char               *today)
{
  const char *currency = clinch_row_text (facts->customer, CLINCH_CUSTOMER_CURRENCY);
  const gint64 *quantiles = clinch_profile_rules_quantiles (rules, "open", currency);
  int strategic = clinch_profile_rules_strategic (rules);
  int strategy = strategic < 0 ? CLINCH_PROFILE_UNKNOWN
                 : g_array_index (facts->values, ClinchDimensionValue, strategic).value;
  gint64 value = clinch_strategic_value (facts->business.open, strategy);
  const char *key_date = facts->business.key_date;
  int points[CLINCH_N_PRIORITY_PARTS];

  points[CLINCH_PRIORITY_VALUE] = quantiles != NULL
                                  ? clinch_percentile (value, quantiles, CLINCH_N_QUANTILES)
                                  : value > 0 ? 50 : 0;
  points[CLINCH_PRIORITY_WIN] = facts->business.probability;
  points[CLINCH_PRIORITY_URGENCY] = *key_date == '\0' ? -1
                                    : clinch_urgency (key_date, today, CLINCH_URGENCY_DAYS);
  points[CLINCH_PRIORITY_GRADE] = clinch_grade_points (clinch_grade_points_default,
                                                       CLINCH_N_GRADE_POINTS, grade);

  return clinch_priority (points, clinch_priority_weights);
}

/* Text of the workspace, as what is set by hand is. */
static const char *
reason_by_hand (ClinchDb *db)
{
  g_autofree char *language = clinch_db_get_setting (db, "language");

  return g_strcmp0 (language, "zh") == 0 ? "手工设定" : "Set by hand";
}

/* The grade that counts goes with the one by the profile for as long as nobody set another. One
 * that somebody set has a reason from then on, so that it stays theirs also where the profile
 * happens to come to the same. */
static gboolean
set_grades (Work             *work,
            const ClinchRow  *customer,
            const char       *auto_grade,
            const char      **grade,
            GError          **error)
{
  const char *old = clinch_row_text (customer, CLINCH_CUSTOMER_AUTO_GRADE);
  const char *reason = clinch_row_text (customer, CLINCH_CUSTOMER_GRADE_REASON);
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_CUSTOMER);

  *grade = clinch_row_text (customer, CLINCH_CUSTOMER_GRADE);
  if (clinch_profile_grade_follows (*grade, old, reason))
    {
      if (g_strcmp0 (auto_grade, *grade) != 0)
        clinch_row_set_text (changes, CLINCH_CUSTOMER_GRADE, auto_grade);
      *grade = auto_grade;
    }
  else if (reason == NULL && g_strcmp0 (auto_grade, *grade) != 0)
    {
      clinch_row_set_text (changes, CLINCH_CUSTOMER_GRADE_REASON, reason_by_hand (work->db));
    }
  if (g_strcmp0 (auto_grade, old) != 0)
    clinch_row_set_text (changes, CLINCH_CUSTOMER_AUTO_GRADE, auto_grade);
  if (changes->mask == 0)
    return TRUE;

  if (!clinch_txn_has_action (work->txn))
    clinch_txn_set_action (work->txn, CLINCH_ACTION_REFRESH_PROFILES, NULL);

  return clinch_txn_update (work->txn, customer->id, changes, error);
}

static gboolean
write_value (Work                        *work,
             gint64                       customer_id,
             gint64                       dimension_id,
             const ClinchDimensionValue  *value,
             GError                     **error)
{
  g_autoptr(ClinchStatement) statement = NULL;

  if (value->value == CLINCH_PROFILE_UNKNOWN)
    return clinch_db_run (work->db, error,
                          "DELETE FROM profile_value WHERE customer_id = ? AND dimension_id = ?",
                          "ii", customer_id, dimension_id);

  statement = clinch_db_prepare (work->db,
                                 "INSERT INTO profile_value VALUES (?, ?, ?, ?)"
                                 " ON CONFLICT DO UPDATE SET value = excluded.value,"
                                 " known_on = excluded.known_on", error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, customer_id);
  clinch_statement_bind_int (statement, 2, dimension_id);
  clinch_statement_bind_int (statement, 3, value->value);
  clinch_statement_bind_text (statement, 4, value->known_on);

  return clinch_statement_run (statement, error);
}

static gboolean
write_values (Work                      *work,
              const ClinchProfileFacts  *facts,
              GError                   **error)
{
  g_autofree int *old = NULL;

  old = clinch_profile_stored_values (work->db, work->rules, facts->customer->id, error);
  if (old == NULL)
    return FALSE;
  for (guint i = 0; i < work->rules->dimensions->len; i++)
    {
      const ClinchDimensionRule *dimension = work->rules->dimensions->pdata[i];
      const ClinchDimensionValue *value = &g_array_index (facts->values, ClinchDimensionValue, i);

      if (value->value != old[i]
          && !write_value (work, facts->customer->id, dimension->id, value, error))
        return FALSE;
    }

  return TRUE;
}

/* What the score was before it was first noted: records say since when they hold. */
static gboolean
score_before (Work                      *work,
              const ClinchRow           *customer,
              const ClinchProfileScore  *score,
              gint64                    *was,
              char                       was_on[CLINCH_DATE_SIZE],
              GError                   **error)
{
  gint64 then = work->now - (gint64) FIRST_TREND_DAYS * DAY;
  g_autoptr(ClinchProfileFacts) facts = NULL;
  ClinchProfileScore before;

  *was = MAX (score->score, 0);
  g_strlcpy (was_on, work->today, CLINCH_DATE_SIZE);
  if (customer->created_at > then)
    return TRUE;

  facts = clinch_profile_facts_load (work->db, work->rules, customer->id, then, TRUE, error);
  if (facts == NULL)
    return FALSE;
  before = clinch_profile_facts_score (facts, work->rules, NULL);
  if (before.filled == 0)
    return TRUE;

  *was = MAX (before.score, 0);
  clinch_date_add_days (work->today, -FIRST_TREND_DAYS, was_on);
  return TRUE;
}

/* Also where tags or files come later on the first day, so that what is brought in bit by bit
 * begins with all of it. */
static gboolean
begins_trend (Work       *work,
              const char *was_on)
{
  int days;

  if (was_on == NULL || !work->tells_of_before)
    return was_on == NULL;

  days = clinch_date_days_between (was_on, work->today);
  return days == 0 || days == FIRST_TREND_DAYS;
}

/* Of figures that stay no index is written. */
static gboolean
write_last_contact (Work             *work,
                    const ClinchRow  *customer,
                    gint64            last_contact,
                    GError          **error)
{
  if (clinch_row_int (customer, CLINCH_CUSTOMER_LAST_CONTACT) != last_contact)
    clinch_txn_touch (work->txn, CLINCH_KIND_CUSTOMER, customer->id);

  return clinch_db_run (work->db, error,
                        "UPDATE customer SET last_contact_at = nullif (?, 0), worked_out_at = ?"
                        " WHERE id = ?", "iii", last_contact, work->now, customer->id);
}

static gboolean
write_figures (Work                      *work,
               const ClinchRow           *customer,
               const ClinchProfileScore  *score,
               gint64                     priority,
               gint64                     last_contact,
               GError                   **error)
{
  const char *was_on = clinch_row_text (customer, CLINCH_CUSTOMER_SCORE_WAS_ON);
  gint64 was = clinch_row_int (customer, CLINCH_CUSTOMER_SCORE_WAS);
  int points = MAX (score->score, 0);
  char first_on[CLINCH_DATE_SIZE];

  if (score->filled > 0 && begins_trend (work, was_on))
    {
      if (!score_before (work, customer, score, &was, first_on, error))
        return FALSE;
      was_on = first_on;
    }
  else if (was_on != NULL && clinch_date_days_between (was_on, work->today) > TREND_DAYS)
    {
      was = clinch_row_int (customer, CLINCH_CUSTOMER_SCORE);
      was_on = work->today;
    }
  if (clinch_row_int (customer, CLINCH_CUSTOMER_SCORE) == points
      && clinch_row_int (customer, CLINCH_CUSTOMER_COMPLETENESS) == score->completeness
      && clinch_row_int (customer, CLINCH_CUSTOMER_FILLED) == score->filled
      && clinch_row_int (customer, CLINCH_CUSTOMER_PRIORITY) == priority
      && clinch_row_int (customer, CLINCH_CUSTOMER_SCORE_WAS) == was
      && g_strcmp0 (was_on, clinch_row_text (customer, CLINCH_CUSTOMER_SCORE_WAS_ON)) == 0)
    return write_last_contact (work, customer, last_contact, error);

  clinch_txn_touch (work->txn, CLINCH_KIND_CUSTOMER, customer->id);
  return clinch_db_run (work->db, error,
                        "UPDATE customer SET score = ?, completeness = ?, filled = ?, priority = ?,"
                        " last_contact_at = nullif (?, 0), score_was = ?, score_was_on = ?,"
                        " worked_out_at = ? WHERE id = ?", "iiiiiitii", (gint64) points,
                        (gint64) score->completeness, (gint64) score->filled, priority,
                        last_contact, was, was_on, work->now, customer->id);
}

/* What was worked out today, by the rules of today, holds but for what follows from people, whose
 * warmth fades by the second. */
static gboolean
still_holds (Work            *work,
             const ClinchRow *customer)
{
  gint64 at = clinch_row_int (customer, CLINCH_CUSTOMER_WORKED_OUT);
  char day[CLINCH_DATE_SIZE];

  if (at == 0 || at > work->now || at < clinch_profile_quantiles_renewed_at (work->db))
    return FALSE;

  clinch_date_from_instant (at, clinch_clock_timezone (), day);
  return g_str_equal (day, work->today);
}

static ClinchProfileFacts *
load_facts (Work      *work,
            gint64     customer_id,
            gboolean  *all,
            GError   **error)
{
  *all = TRUE;
  if (work->only_people)
    {
      g_autoptr(ClinchRow) customer = clinch_db_load_row (work->db, CLINCH_KIND_CUSTOMER,
                                                          customer_id, error);

      if (customer == NULL)
        return NULL;
      *all = !still_holds (work, customer);
      if (!*all)
        return clinch_profile_facts_renew_people (work->db, work->rules, customer, work->now,
                                                  error);
    }

  return clinch_profile_facts_load (work->db, work->rules, customer_id, work->now, FALSE, error);
}

/* What people have no part in changes with the grade alone. */
static gboolean
find_priority (Work                      *work,
               const ClinchProfileFacts  *facts,
               gboolean                   all,
               const char                *grade,
               gint64                    *priority,
               GError                   **error)
{
  g_autoptr(ClinchProfileFacts) loaded = NULL;

  if (!all && g_strcmp0 (grade, clinch_row_text (facts->customer, CLINCH_CUSTOMER_GRADE)) == 0)
    {
      *priority = clinch_row_int (facts->customer, CLINCH_CUSTOMER_PRIORITY);
      return TRUE;
    }
  if (!all)
    {
      loaded = clinch_profile_facts_load (work->db, work->rules, facts->customer->id, work->now,
                                          FALSE, error);
      if (loaded == NULL)
        return FALSE;
    }
  *priority = clinch_profile_priority (work->rules, all ? facts : loaded, grade,
                                       work->today).hundredths;

  return TRUE;
}

static gboolean
derive_customer (Work    *work,
                 gint64   customer_id,
                 GError **error)
{
  g_autoptr(ClinchProfileFacts) facts = NULL;
  ClinchProfileScore score;
  const char *grade;
  gboolean all;
  gint64 priority;
  gint64 last_contact;

  facts = load_facts (work, customer_id, &all, error);
  if (facts == NULL)
    return FALSE;
  if (facts->customer->deleted_at != 0)
    return TRUE;

  score = clinch_profile_facts_score (facts, work->rules, NULL);

  return set_grades (work, facts->customer,
                     clinch_profile_rules_grade (work->rules, &score, NULL), &grade, error)
         && find_priority (work, facts, all, grade, &priority, error)
         && clinch_profile_last_contact (work->db, customer_id, &last_contact, error)
         && write_values (work, facts, error)
         && write_figures (work, facts->customer, &score, priority, last_contact, error);
}

/* --- With each step */

static gboolean
derive_customers (Work          *work,
                  const GArray  *ids,
                  GError       **error)
{
  GCancellable *cancellable = clinch_db_get_cancellable (work->db);

  g_atomic_int_set (&all_count, ids->len);
  for (guint i = 0; i < ids->len; i++)
    {
      g_atomic_int_set (&done_customers, i);
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !derive_customer (work, g_array_index (ids, gint64, i), error))
        return FALSE;
    }

  return TRUE;
}

/* What a stage is worth counts for whoever has an opportunity in it. */
static gboolean
add_customers_of_stage (ClinchDb            *db,
                        const ClinchChange  *change,
                        GHashTable          *ids,
                        GError             **error)
{
  const guint64 fields = G_GUINT64_CONSTANT (1) << CLINCH_STAGE_TYPE
                         | G_GUINT64_CONSTANT (1) << CLINCH_STAGE_PROBABILITY;
  g_autoptr(ClinchStatement) statement = NULL;
  g_autoptr(GArray) found = NULL;

  if (change->op != CLINCH_CHANGE_UPDATE || (change->fields & fields) == 0)
    return TRUE;

  statement = clinch_db_prepare (db, "SELECT DISTINCT customer_id FROM opportunity"
                                     " WHERE stage_id = ? AND deleted_at IS NULL", error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, change->id);
  found = clinch_statement_ids (statement, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    g_hash_table_add (ids, g_memdup2 (&g_array_index (found, gint64, i), sizeof (gint64)));

  return found != NULL;
}

/* Somebody who went to another customer is followed by what was said before. */
static gboolean
add_customer_of_contact (ClinchDb            *db,
                         const ClinchChange  *change,
                         GHashTable          *ids,
                         GError             **error)
{
  gint64 customer_id;

  if (!clinch_db_query_int (db, &customer_id, NULL, error,
                            "SELECT customer_id FROM contact WHERE id = ?", "i", change->id))
    return FALSE;
  g_hash_table_add (ids, g_memdup2 (&customer_id, sizeof customer_id));

  return TRUE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

/* The changes grow while they are worked on, and a tag names its customer only in its row. In order
 * of their keys, so that the log does not depend on chance. */
static GArray *
affected_customers (ClinchDb               *db,
                    const ClinchChangeSet  *changes,
                    GError                **error)
{
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  GArray *ids;
  gpointer id;

  for (guint i = 0; i < changes->changes->len; i++)
    {
      const ClinchChange *change = &g_array_index (changes->changes, ClinchChange, i);

      if (change->kind == CLINCH_KIND_CUSTOMER)
        g_hash_table_add (all, g_memdup2 (&change->id, sizeof change->id));
      else if (change->kind == CLINCH_KIND_STAGE
               && !add_customers_of_stage (db, change, all, error))
        return NULL;
      else if (change->kind == CLINCH_KIND_CONTACT && change->op == CLINCH_CHANGE_COUNTED
               && !add_customer_of_contact (db, change, all, error))
        return NULL;
    }

  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), g_hash_table_size (all));
  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_val (ids, *(gint64 *) id);
  g_array_sort (ids, compare_ids);

  return ids;
}

static GArray *
all_customers (ClinchDb  *db,
               gint64     after,
               int        limit,
               GError   **error)
{
  g_autoptr(ClinchStatement) statement = NULL;

  statement = clinch_db_prepare (db, "SELECT id FROM customer WHERE id > ?"
                                     " AND deleted_at IS NULL ORDER BY id LIMIT ?", error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, after);
  clinch_statement_bind_int (statement, 2, limit > 0 ? limit : -1);

  return clinch_statement_ids (statement, error);
}

static gboolean
note_refreshed (ClinchTxn  *txn,
                GError    **error)
{
  char today[CLINCH_DATE_SIZE];

  clinch_date_from_instant (clinch_txn_now (txn), clinch_clock_timezone (), today);
  return clinch_txn_set_local (txn, LOCAL_KEY, today, error);
}

/* A dimension that is not in use any more leaves nothing behind. */
static gboolean
remove_retired (Work    *work,
                GError **error)
{
  return clinch_db_exec (work->db,
                         "DELETE FROM profile_value WHERE dimension_id NOT IN"
                         " (SELECT id FROM dimension WHERE deleted_at IS NULL"
                         "  AND retired IS NOT 'yes')", error);
}

/* What is brought in at once, by a file or as the sample, changes what values are compared with. */
static gboolean
is_large (ClinchDb      *db,
          const GArray  *ids,
          gboolean      *large,
          GError       **error)
{
  gint64 n_customers;

  *large = FALSE;
  if (ids->len < MANY)
    return TRUE;
  if (!clinch_db_query_int (db, &n_customers, NULL, error,
                            "SELECT count (*) FROM customer WHERE deleted_at IS NULL", ""))
    return FALSE;
  *large = ids->len >= n_customers * LARGE_PERCENT / 100;

  return TRUE;
}

static gboolean
derive_all (ClinchTxn  *txn,
            gboolean    renew,
            GError    **error)
{
  g_autoptr(GArray) ids = NULL;
  g_auto(Work) work = { 0 };

  /* As good as the work of the day. */
  if (renew && (!clinch_profile_quantiles_renew (txn, error) || !note_refreshed (txn, error)))
    return FALSE;
  if (!start (&work, txn, TRUE, error) || !remove_retired (&work, error))
    return FALSE;
  work.tells_of_before = renew;

  ids = all_customers (work.db, 0, 0, error);
  return ids != NULL && derive_customers (&work, ids, error);
}

static gboolean
derive (ClinchTxn              *txn,
        const ClinchChangeSet  *changes,
        GError                **error)
{
  ClinchDb *db = clinch_txn_db (txn);
  gboolean rules_changed = clinch_profile_scope_is_rules (changes);
  g_autoptr(GArray) ids = NULL;
  g_auto(Work) work = { 0 };
  gboolean large;

  if (!clinch_chain_guard (txn, changes, error) || !clinch_target_guard (txn, changes, error))
    return FALSE;
  ids = affected_customers (db, changes, error);
  if (ids == NULL || !is_large (db, ids, &large, error))
    return FALSE;
  if (large || (rules_changed && clinch_profile_scope_is_everybody (changes)))
    return derive_all (txn, large, error);
  if (ids->len == 0 && !rules_changed)
    return TRUE;

  if (!start (&work, txn, rules_changed, error))
    return FALSE;
  work.tells_of_before = clinch_change_set_touches (changes, CLINCH_KIND_CUSTOMER_TAG);
  work.only_people = clinch_profile_scope_is_people (changes);

  return derive_customers (&work, ids, error);
}

double
clinch_profile_derive_progress (void)
{
  int all = g_atomic_int_get (&all_count);

  return all > 0 ? (double) g_atomic_int_get (&done_customers) / all : 0;
}

void
clinch_profile_install (void)
{
  clinch_txn_set_derive_func (derive);
  clinch_check_set_recount_func (clinch_profile_recount);
}

/* --- Once a day */

gboolean
clinch_profile_is_due (ClinchDb *db,
                       gint64    now)
{
  g_autofree char *last = clinch_db_get_local (db, LOCAL_KEY);
  char today[CLINCH_DATE_SIZE];

  clinch_date_from_instant (now, clinch_clock_timezone (), today);
  return g_strcmp0 (last, today) != 0;
}

gboolean
clinch_profile_work_out (ClinchTxn  *txn,
                         gint64      after,
                         int         limit,
                         gint64     *last,
                         GError    **error)
{
  g_autoptr(GArray) ids = NULL;
  g_auto(Work) work = { 0 };

  if (after == 0 && !clinch_profile_quantiles_renew (txn, error))
    return FALSE;
  if (!start (&work, txn, FALSE, error))
    return FALSE;

  ids = all_customers (work.db, after, limit, error);
  if (ids == NULL || !derive_customers (&work, ids, error))
    return FALSE;

  *last = limit > 0 && ids->len == (guint) limit ? g_array_index (ids, gint64, ids->len - 1) : 0;
  return *last != 0 || note_refreshed (txn, error);
}
