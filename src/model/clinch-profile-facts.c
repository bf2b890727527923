// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a customer's profile is worked out from. Every read goes by an index of the customer, so
// that it costs what belongs to this customer, whatever else the workspace holds.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-profile-facts.h"

#include "clinch-chain-coverage.h"
#include "clinch-clock.h"
#include "clinch-log.h"
#include "clinch-profile-measures.h"

#define YEAR 365

/* What rarely changes from one customer to the next. */
typedef struct
{
  ClinchProfileFacts *facts;
  const ClinchProfileRules *rules;
  ClinchDb *db;
  gint64 now;
  char today[CLINCH_DATE_SIZE];
  gboolean as_it_was;
} Reading;

static gboolean
load_business (Reading  *self,
               GError  **error)
{
  ClinchBusiness *business = &self->facts->business;
  g_autoptr(ClinchStatement) statement = NULL;
  char year_ago[CLINCH_DATE_SIZE];
  char two_years_ago[CLINCH_DATE_SIZE];
  char three_years_ago[CLINCH_DATE_SIZE];
  gboolean has_row;

  clinch_date_add_days (self->today, -YEAR, year_ago);
  clinch_date_add_days (self->today, -2 * YEAR, two_years_ago);
  clinch_date_add_days (self->today, -3 * YEAR, three_years_ago);
  statement =
    clinch_db_prepare (self->db,
                       "SELECT sum (iif (s.type = 'open', o.amount, 0)),"
                       "  sum (iif (s.type = 'open', o.amount * ifnull (o.probability, s.probability), 0)),"
                       "  min (iif (s.type = 'open', o.expected_date, NULL)),"
                       "  sum (iif (s.type = 'won' AND o.closed_date > ?5, o.amount, 0)),"
                       "  sum (iif (s.type = 'won' AND o.closed_date > ?3, o.amount, 0)),"
                       "  sum (iif (s.type = 'won' AND o.closed_date > ?4 AND o.closed_date <= ?3, o.amount, 0)),"
                       "  avg (iif (s.type = 'open', ifnull (o.probability, s.probability), NULL))"
                       " FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id"
                       " WHERE o.customer_id = ?1 AND o.currency = ?2 AND o.deleted_at IS NULL"
                       " AND ifnull (o.closed_date, '') <= ?6", error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, self->facts->customer->id);
  clinch_statement_bind_text (statement, 2,
                              clinch_row_text (self->facts->customer, CLINCH_CUSTOMER_CURRENCY));
  clinch_statement_bind_text (statement, 3, year_ago);
  clinch_statement_bind_text (statement, 4, two_years_ago);
  clinch_statement_bind_text (statement, 5, three_years_ago);
  clinch_statement_bind_text (statement, 6, self->today);
  if (!clinch_statement_step (statement, &has_row, error))
    return FALSE;

  business->open = clinch_statement_int (statement, 0);
  business->probability = clinch_statement_is_null (statement, 6) ? -1
                          : (int) clinch_statement_int (statement, 6);
  if (business->open > 0)
    business->probability = clinch_statement_int (statement, 1) / business->open;
  g_strlcpy (business->key_date,
             clinch_statement_is_null (statement, 2) ? "" : clinch_statement_text (statement, 2),
             sizeof business->key_date);
  business->won = clinch_statement_int (statement, 3);
  business->won_recent = clinch_statement_int (statement, 4);
  business->won_before = clinch_statement_int (statement, 5);

  return TRUE;
}

/* Whether the log had heard of a tag at that instant. */
static gboolean
was_logged (Reading   *self,
            gint64     id,
            gboolean  *logged,
            GError   **error)
{
  gint64 found;

  if (!clinch_db_query_int (self->db, &found, NULL, error,
                            "SELECT EXISTS (SELECT 1 FROM change AS c JOIN step AS s"
                            "  ON s.id = c.step_id"
                            " WHERE c.kind = ? AND c.record_id = ? AND s.at <= ?)", "iii",
                            (gint64) CLINCH_KIND_CUSTOMER_TAG, id, self->now))
    return FALSE;
  *logged = found != 0;

  return TRUE;
}

/* A tag holds at an instant of the past as the log had it then; what was only written down later,
 * but says that it was so before, holds too. */
static gboolean
tag_as_it_was (Reading    *self,
               ClinchRow **tag,
               GError    **error)
{
  const char *since = clinch_row_text (*tag, CLINCH_CUSTOMER_TAG_SINCE);
  gint64 id = (*tag)->id;
  g_autoptr(GError) local_error = NULL;
  gboolean logged;

  if (!was_logged (self, id, &logged, error))
    return FALSE;
  if (!logged)
    {
      if ((*tag)->deleted_at != 0 || g_strcmp0 (since, self->today) > 0)
        g_clear_pointer (tag, clinch_row_unref);
      return TRUE;
    }

  clinch_row_unref (*tag);
  *tag = clinch_log_row_at (self->db, CLINCH_KIND_CUSTOMER_TAG, id, self->now, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
load_tags (Reading  *self,
           GError  **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  rows = clinch_db_load_rows (self->db, error, CLINCH_KIND_CUSTOMER_TAG,
                              self->as_it_was ? "WHERE customer_id = ? ORDER BY since DESC, id DESC"
                              : "WHERE customer_id = ? AND deleted_at IS NULL"
                                " ORDER BY since DESC, id DESC",
                              "i", self->facts->customer->id);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      ClinchRow *tag = clinch_row_ref (rows->pdata[i]);

      if (self->as_it_was && !tag_as_it_was (self, &tag, error))
        return FALSE;
      if (tag != NULL)
        g_ptr_array_add (self->facts->tags, tag);
    }

  return TRUE;
}

/* The newest tag of a dimension counts; where several may be set, all of them. */
static void
value_by_tags (Reading                   *self,
               const ClinchDimensionRule *dimension,
               ClinchDimensionValue      *value)
{
  g_autoptr(GArray) scores = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->facts->tags->len; i++)
    {
      const ClinchRow *tag = self->facts->tags->pdata[i];
      int place = clinch_dimension_rule_find_tag (dimension,
                                                  clinch_row_int (tag, CLINCH_CUSTOMER_TAG_TAG));

      if (place < 0 || (scores->len > 0 && !dimension->several))
        continue;
      if (scores->len == 0)
        {
          value->rung = place;
          g_strlcpy (value->known_on, clinch_row_text (tag, CLINCH_CUSTOMER_TAG_SINCE),
                     sizeof value->known_on);
        }
      g_array_append_val (scores,
                          g_array_index (dimension->rungs, ClinchProfileRung, place).value);
    }
  value->value = clinch_profile_value_of_tags ((const int *) scores->data, scores->len);
}

static int
won_measure (Reading *self)
{
  const char *currency = clinch_row_text (self->facts->customer, CLINCH_CUSTOMER_CURRENCY);
  const gint64 *quantiles = clinch_profile_rules_quantiles (self->rules, "won", currency);
  gint64 won = self->facts->business.won;

  if (quantiles == NULL)
    return won > 0 ? 50 : 0;

  return MAX (clinch_measure_log_scale (won, quantiles[9], quantiles[89]), won > 0 ? 1 : 0);
}

/* Whether the figure of a measure is known, and what it is. */
static gboolean
measure (Reading       *self,
         ClinchMeasure  measure,
         const GArray  *people,
         gint64        *number)
{
  const ClinchRow *customer = self->facts->customer;
  const ClinchBusiness *business = &self->facts->business;

  switch (measure)
    {
    case CLINCH_MEASURE_REVENUE:
      *number = clinch_row_int (customer, CLINCH_CUSTOMER_REVENUE);
      return !clinch_row_is_null (customer, CLINCH_CUSTOMER_REVENUE);
    case CLINCH_MEASURE_EMPLOYEES:
      *number = clinch_row_int (customer, CLINCH_CUSTOMER_EMPLOYEES);
      return !clinch_row_is_null (customer, CLINCH_CUSTOMER_EMPLOYEES);
    case CLINCH_MEASURE_WON_VALUE:
      *number = won_measure (self);
      return clinch_row_int (customer, CLINCH_CUSTOMER_OPPORTUNITY_COUNT) > 0;
    case CLINCH_MEASURE_GROWTH:
      *number = clinch_measure_growth (business->won_recent, business->won_before);
      return *number != CLINCH_PROFILE_UNKNOWN;
    case CLINCH_MEASURE_CHAIN:
      {
        g_autoptr(ClinchChainCoverage) coverage =
          clinch_chain_coverage_new ((const ClinchChainPerson *) people->data, people->len,
                                     CLINCH_REQUIRED_LEVELS, CLINCH_ACTIVE_WARMTH);

        *number = coverage->percent;
        return *number >= 0;
      }
    case CLINCH_MEASURE_WARMTH:
      {
        g_autofree int *warmths = g_new (int, people->len + 1);

        for (guint i = 0; i < people->len; i++)
          warmths[i] = g_array_index (people, ClinchChainPerson, i).warmth;
        *number = clinch_measure_warmth (warmths, people->len);
        return *number != CLINCH_PROFILE_UNKNOWN;
      }
    case CLINCH_MEASURE_NONE:
    default:
      return FALSE;
    }
}

/* A field of the customer counts through its ladder, what is worked out is a value itself and the
 * ladder only says it in words. */
static void
value_by_measure (Reading                   *self,
                  const ClinchDimensionRule *dimension,
                  const GArray              *people,
                  ClinchDimensionValue      *value)
{
  if (!measure (self, dimension->measure, people, &value->number))
    return;

  value->rung =
    clinch_profile_find_rung ((const ClinchProfileRung *) dimension->rungs->data,
                              dimension->rungs->len, value->number);
  if (dimension->computed)
    value->value = CLAMP (value->number, 0, 100);
  else if (value->rung >= 0)
    value->value = g_array_index (dimension->rungs, ClinchProfileRung, value->rung).value;
  g_strlcpy (value->known_on, self->today, sizeof value->known_on);
}

static gboolean
work_out_values (Reading  *self,
                 GError  **error)
{
  g_autoptr(GArray) people = NULL;

  people = clinch_chain_people_outline (self->db, self->facts->customer->id, self->now, error);
  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < self->rules->dimensions->len; i++)
    {
      const ClinchDimensionRule *dimension = self->rules->dimensions->pdata[i];
      ClinchDimensionValue value = { .value = CLINCH_PROFILE_UNKNOWN, .rung = -1 };

      if (dimension->measure == CLINCH_MEASURE_NONE)
        value_by_tags (self, dimension, &value);
      else
        value_by_measure (self, dimension, people, &value);
      g_array_append_val (self->facts->values, value);
    }

  return TRUE;
}

/* Fields of the past where the record was there already. */
static gboolean
customer_as_it_was (Reading  *self,
                    GError  **error)
{
  g_autoptr(ClinchRow) past = NULL;
  g_autoptr(GError) local_error = NULL;

  past = clinch_log_row_at (self->db, CLINCH_KIND_CUSTOMER, self->facts->customer->id, self->now,
                            &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (past != NULL)
    clinch_row_apply (self->facts->customer, past);

  return TRUE;
}

static ClinchProfileFacts *
facts_new (void)
{
  ClinchProfileFacts *self = g_new0 (ClinchProfileFacts, 1);

  self->values = g_array_new (FALSE, FALSE, sizeof (ClinchDimensionValue));
  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_row_unref);

  return self;
}

static ClinchProfileFacts *
load_facts (ClinchDb                  *db,
            const ClinchProfileRules  *rules,
            gint64                     customer_id,
            gint64                     now,
            const char                *today,
            gboolean                   as_it_was,
            GError                   **error)
{
  g_autoptr(ClinchProfileFacts) self = facts_new ();
  Reading reading = { self, rules, db, now, "", as_it_was };

  g_strlcpy (reading.today, today, sizeof reading.today);
  self->customer = clinch_db_load_row (db, CLINCH_KIND_CUSTOMER, customer_id, error);
  if (self->customer == NULL || (as_it_was && !customer_as_it_was (&reading, error))
      || !load_business (&reading, error) || !load_tags (&reading, error)
      || !work_out_values (&reading, error))
    return NULL;

  return g_steal_pointer (&self);
}

ClinchProfileFacts *
clinch_profile_facts_load (ClinchDb                  *db,
                           const ClinchProfileRules  *rules,
                           gint64                     customer_id,
                           gint64                     now,
                           gboolean                   as_it_was,
                           GError                   **error)
{
  char today[CLINCH_DATE_SIZE];

  clinch_date_from_instant (now, clinch_clock_timezone (), today);
  return load_facts (db, rules, customer_id, now, today, as_it_was, error);
}

ClinchProfileFacts *
clinch_profile_facts_load_on (ClinchDb                  *db,
                              const ClinchProfileRules  *rules,
                              gint64                     customer_id,
                              gint64                     now,
                              const char                *today,
                              GError                   **error)
{
  return load_facts (db, rules, customer_id, now, today, FALSE, error);
}

gboolean
clinch_profile_last_contact (ClinchDb  *db,
                             gint64     customer_id,
                             gint64    *last,
                             GError   **error)
{
  return clinch_db_query_int (db, last, NULL, error,
                              "SELECT happened_at FROM follow_up WHERE customer_id = ?"
                              " AND deleted_at IS NULL AND type <> 'note'"
                              " ORDER BY happened_at DESC LIMIT 1", "i", customer_id);
}

/* --- As they stand */

static gboolean
follows_from_people (const ClinchDimensionRule *dimension)
{
  return dimension->measure == CLINCH_MEASURE_CHAIN || dimension->measure == CLINCH_MEASURE_WARMTH;
}

ClinchProfileFacts *
clinch_profile_facts_renew_people (ClinchDb                  *db,
                                   const ClinchProfileRules  *rules,
                                   ClinchRow                 *customer,
                                   gint64                     now,
                                   GError                   **error)
{
  g_autoptr(ClinchProfileFacts) self = facts_new ();
  Reading reading = { self, rules, db, now, "", FALSE };
  g_autoptr(GArray) people = NULL;
  g_autofree int *stored = NULL;

  self->customer = clinch_row_ref (customer);
  stored = clinch_profile_stored_values (db, rules, customer->id, error);
  if (stored == NULL)
    return NULL;
  people = clinch_chain_people_outline (db, customer->id, now, error);
  if (people == NULL)
    return NULL;

  clinch_date_from_instant (now, clinch_clock_timezone (), reading.today);
  for (guint i = 0; i < rules->dimensions->len; i++)
    {
      const ClinchDimensionRule *dimension = rules->dimensions->pdata[i];
      ClinchDimensionValue value = { .value = stored[i], .rung = -1 };

      if (follows_from_people (dimension))
        {
          value.value = CLINCH_PROFILE_UNKNOWN;
          value_by_measure (&reading, dimension, people, &value);
        }
      g_array_append_val (self->values, value);
    }

  return g_steal_pointer (&self);
}

int *
clinch_profile_stored_values (ClinchDb                  *db,
                              const ClinchProfileRules  *rules,
                              gint64                     customer_id,
                              GError                   **error)
{
  g_autofree int *values = g_new (int, rules->dimensions->len + 1);
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row = TRUE;

  for (guint i = 0; i < rules->dimensions->len; i++)
    values[i] = CLINCH_PROFILE_UNKNOWN;
  statement = clinch_db_prepare (db, "SELECT dimension_id, value FROM profile_value"
                                     " WHERE customer_id = ?", error);
  if (statement == NULL)
    return NULL;
  clinch_statement_bind_int (statement, 1, customer_id);
  while (has_row)
    {
      int place;

      if (!clinch_statement_step (statement, &has_row, error))
        return NULL;
      place = has_row ? clinch_profile_rules_find (rules, clinch_statement_int (statement, 0)) : -1;
      if (place >= 0)
        values[place] = clinch_statement_int (statement, 1);
    }

  return g_steal_pointer (&values);
}

ClinchProfileScore
clinch_profile_facts_score (const ClinchProfileFacts *self,
                            const ClinchProfileRules *rules,
                            ClinchProfileStep        *steps)
{
  g_autofree ClinchProfileDimension *dimensions = g_new (ClinchProfileDimension,
                                                         self->values->len + 1);

  for (guint i = 0; i < self->values->len; i++)
    {
      const ClinchDimensionRule *rule = rules->dimensions->pdata[i];

      dimensions[i].weight = rule->weight;
      dimensions[i].value = g_array_index (self->values, ClinchDimensionValue, i).value;
    }

  return clinch_profile_score (dimensions, self->values->len, steps);
}

void
clinch_profile_facts_free (ClinchProfileFacts *self)
{
  g_clear_pointer (&self->customer, clinch_row_unref);
  g_array_unref (self->values);
  g_ptr_array_unref (self->tags);
  g_free (self);
}
