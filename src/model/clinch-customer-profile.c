// SPDX-License-Identifier: GPL-3.0-or-later
//
// One customer's profile as it is shown: what the engine worked out, put together with names,
// dates and the steps of each sum.
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-customer-profile.h"

#include "clinch-clock.h"
#include "clinch-money.h"
#include "clinch-profile-derive.h"

#include <glib/gi18n-lib.h>

static void
tag_free (gpointer data)
{
  ClinchProfileTag *self = data;

  g_free (self->name);
  g_free (self->source);
  g_free (self->member);
  g_free (self->note);
  g_free (self);
}

static void
line_free (gpointer data)
{
  ClinchProfileLine *self = data;

  g_ptr_array_unref (self->tags);
  g_free (self->number);
  g_free (self);
}

/* --- Tags */

static ClinchProfileTag *
tag_new (const ClinchDimensionRule *rule,
         int                        place,
         const char                *since)
{
  ClinchProfileTag *self = g_new0 (ClinchProfileTag, 1);

  self->tag_id = g_array_index (rule->tags, gint64, place);
  self->name = g_strdup (rule->tag_names->pdata[place]);
  self->score = g_array_index (rule->rungs, ClinchProfileRung, place).value;
  g_strlcpy (self->since, since, sizeof self->since);

  return self;
}

static ClinchProfileTag *
tag_new_for_entry (ClinchDb                  *db,
                   const ClinchDimensionRule *rule,
                   int                        place,
                   const ClinchRow           *entry)
{
  ClinchProfileTag *self = tag_new (rule, place,
                                    clinch_row_text (entry, CLINCH_CUSTOMER_TAG_SINCE));

  self->id = entry->id;
  self->source = g_strdup (clinch_row_text (entry, CLINCH_CUSTOMER_TAG_SOURCE));
  self->confidence = g_intern_string (clinch_row_text (entry, CLINCH_CUSTOMER_TAG_CONFIDENCE));
  self->member_id = clinch_row_int (entry, CLINCH_CUSTOMER_TAG_MEMBER);
  if (self->member_id != 0)
    self->member = clinch_db_name_of (db, CLINCH_KIND_MEMBER, self->member_id);
  self->note = g_strdup (clinch_row_text (entry, CLINCH_CUSTOMER_TAG_NOTE));

  return self;
}

/* The entries come newest first, and without several tags the newest alone counts. */
static void
add_entries (ClinchProfileLine        *line,
             ClinchDb                 *db,
             const ClinchProfileFacts *facts)
{
  for (guint i = 0; i < facts->tags->len; i++)
    {
      const ClinchRow *entry = facts->tags->pdata[i];
      int place =
        clinch_dimension_rule_find_tag (line->rule,
                                        clinch_row_int (entry, CLINCH_CUSTOMER_TAG_TAG));

      if (place < 0 || (line->tags->len > 0 && !line->rule->several))
        continue;
      g_ptr_array_add (line->tags, tag_new_for_entry (db, line->rule, place, entry));
    }
}

/* --- Lines */

static char *
number_text (const ClinchProfileFacts *facts,
             ClinchMeasure             measure,
             gint64                    number)
{
  const char *currency = clinch_row_text (facts->customer, CLINCH_CUSTOMER_CURRENCY);
  ClinchMoneyStyle style = clinch_money_style ();
  g_autofree char *recent = NULL;
  g_autofree char *before = NULL;

  switch (measure)
    {
    case CLINCH_MEASURE_REVENUE:
      recent = clinch_money_format (number, currency, style);
      /* Translators: an amount of money. */
      return g_strdup_printf (_("%s a year"), recent);
    case CLINCH_MEASURE_EMPLOYEES:
      recent = g_strdup_printf ("%" G_GINT64_FORMAT, number);
      return g_strdup_printf (ngettext ("%s employee", "%s employees", number), recent);
    case CLINCH_MEASURE_WON_VALUE:
      recent = clinch_money_format (facts->business.won, currency, style);
      /* Translators: an amount of money. */
      return g_strdup_printf (_("%s won in three years"), recent);
    case CLINCH_MEASURE_GROWTH:
      recent = clinch_money_format (facts->business.won_recent, currency, style);
      before = clinch_money_format (facts->business.won_before, currency, style);
      /* Translators: amounts of money. */
      return g_strdup_printf (_("%1$s won in twelve months, %2$s in the twelve before"), recent,
                              before);
    case CLINCH_MEASURE_CHAIN:
      return g_strdup_printf (_("%d%% of departments and levels reached"), (int) number);
    case CLINCH_MEASURE_WARMTH:
      return g_strdup_printf (_("Warmth of the three closest contacts: %d of 100"), (int) number);
    case CLINCH_MEASURE_NONE:
    default:
      return NULL;
    }
}

static ClinchProfileLine *
line_new (ClinchCustomerProfile     *self,
          ClinchDb                  *db,
          const ClinchProfileFacts  *facts,
          guint                      index,
          const ClinchProfileStep   *step)
{
  const ClinchDimensionValue *value = &g_array_index (facts->values, ClinchDimensionValue, index);
  ClinchProfileLine *line = g_new0 (ClinchProfileLine, 1);

  line->rule = self->rules->dimensions->pdata[index];
  line->value = value->value;
  line->step = *step;
  line->tags = g_ptr_array_new_with_free_func (tag_free);
  line->age.days = -1;
  if (value->value == CLINCH_PROFILE_UNKNOWN)
    return line;

  g_strlcpy (line->known_on, value->known_on, sizeof line->known_on);
  line->age = clinch_profile_age (value->known_on, line->rule->half_life, self->today);
  if (line->rule->measure == CLINCH_MEASURE_NONE)
    add_entries (line, db, facts);
  else
    line->number = number_text (facts, line->rule->measure, value->number);
  if (line->rule->measure != CLINCH_MEASURE_NONE && value->rung >= 0)
    g_ptr_array_add (line->tags, tag_new (line->rule, value->rung, value->known_on));

  return line;
}

static void
add_lines (ClinchCustomerProfile    *self,
           ClinchDb                 *db,
           const ClinchProfileFacts *facts)
{
  g_autofree ClinchProfileStep *steps = g_new0 (ClinchProfileStep, facts->values->len + 1);

  self->score = clinch_profile_facts_score (facts, self->rules, steps);
  self->adjusted = clinch_profile_adjusted (self->score.score, self->score.completeness);
  self->is_thin = clinch_profile_is_thin (self->score.filled);
  for (guint i = 0; i < facts->values->len; i++)
    {
      ClinchProfileLine *line = line_new (self, db, facts, i, &steps[i]);

      self->n_stale += line->age.stale;
      g_ptr_array_add (self->lines, line);
    }
}

/* --- The profile */

static void
add_grades (ClinchCustomerProfile *self)
{
  self->grade = g_intern_string (clinch_row_text (self->customer, CLINCH_CUSTOMER_GRADE));
  self->reason = clinch_row_text (self->customer, CLINCH_CUSTOMER_GRADE_REASON);
  self->by_profile = clinch_profile_rules_grade (self->rules, &self->score, &self->by_score);
}

static void
add_trend (ClinchCustomerProfile *self,
           gboolean               as_it_was)
{
  const char *since = clinch_row_text (self->customer, CLINCH_CUSTOMER_SCORE_WAS_ON);

  self->score_before = -1;
  if (since == NULL || as_it_was)
    return;

  self->score_before = clinch_row_int (self->customer, CLINCH_CUSTOMER_SCORE_WAS);
  g_strlcpy (self->score_before_on, since, sizeof self->score_before_on);
}

static gboolean
read_last_contact (ClinchCustomerProfile  *self,
                   ClinchDb               *db,
                   gint64                  now,
                   GError                **error)
{
  return clinch_db_query_int (db, &self->last_contact, NULL, error,
                              "SELECT happened_at FROM follow_up WHERE customer_id = ?"
                              " AND deleted_at IS NULL AND type <> 'note' AND happened_at <= ?"
                              " ORDER BY happened_at DESC LIMIT 1", "ii", self->customer->id, now);
}

ClinchCustomerProfile *
clinch_customer_profile_load (ClinchDb  *db,
                              gint64     customer_id,
                              gint64     now,
                              gboolean   as_it_was,
                              GError   **error)
{
  g_autoptr(ClinchCustomerProfile) self = g_new0 (ClinchCustomerProfile, 1);
  g_autoptr(ClinchProfileFacts) facts = NULL;

  clinch_date_from_instant (now, clinch_clock_timezone (), self->today);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->rules = clinch_profile_rules_load (db, error);
  if (self->rules == NULL)
    return NULL;
  facts = clinch_profile_facts_load (db, self->rules, customer_id, now, as_it_was, error);
  if (facts == NULL)
    return NULL;

  self->customer = clinch_row_ref (facts->customer);
  self->business = facts->business;
  add_lines (self, db, facts);
  add_grades (self);
  add_trend (self, as_it_was);
  self->priority = clinch_profile_priority (self->rules, facts, self->grade, self->today);
  if (!read_last_contact (self, db, now, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
clinch_customer_profile_free (ClinchCustomerProfile *self)
{
  g_ptr_array_unref (self->lines);
  g_clear_pointer (&self->customer, clinch_row_unref);
  g_clear_pointer (&self->rules, clinch_profile_rules_unref);
  g_free (self);
}

const ClinchProfileLine *
clinch_customer_profile_line (const ClinchCustomerProfile *self,
                              guint                        index)
{
  g_return_val_if_fail (index < self->lines->len, NULL);

  return self->lines->pdata[index];
}

gboolean
clinch_profile_line_is_gap (const ClinchProfileLine *self)
{
  return self->rule->required
         && (self->value < 0 || (self->rule->measure == CLINCH_MEASURE_CHAIN && self->value == 0));
}

/* --- What it is compared with */

static ClinchProfileSeries *
series_new (guint n_dimensions)
{
  ClinchProfileSeries *self = g_new0 (ClinchProfileSeries, 1);
  const int unknown = CLINCH_PROFILE_UNKNOWN;

  self->values = g_array_sized_new (FALSE, FALSE, sizeof (int), n_dimensions);
  for (guint i = 0; i < n_dimensions; i++)
    g_array_append_val (self->values, unknown);

  return self;
}

ClinchProfileSeries *
clinch_profile_series_of (const ClinchCustomerProfile *profile)
{
  ClinchProfileSeries *self = series_new (profile->lines->len);

  self->n_customers = 1;
  for (guint i = 0; i < profile->lines->len; i++)
    g_array_index (self->values, int, i) = clinch_customer_profile_line (profile, i)->value;

  return self;
}

/* Of values that are sorted. */
static int
median (const GArray *values)
{
  guint middle = values->len / 2;
  int upper = g_array_index (values, int, middle);

  return values->len % 2 == 1 ? upper
         : (g_array_index (values, int, middle - 1) + upper + 1) / 2;
}

static gboolean
read_median (ClinchDb    *db,
             gint64       dimension_id,
             const char  *grade,
             int         *value,
             GError     **error)
{
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row = TRUE;

  statement = clinch_db_prepare (db, "SELECT v.value FROM profile_value AS v"
                                     " JOIN customer AS c ON c.id = v.customer_id"
                                     " WHERE v.dimension_id = ? AND c.grade = ?"
                                     " AND c.deleted_at IS NULL ORDER BY v.value", error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, dimension_id);
  clinch_statement_bind_text (statement, 2, grade);
  while (has_row)
    {
      int one;

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      one = has_row ? clinch_statement_int (statement, 0) : 0;
      if (has_row)
        g_array_append_val (values, one);
    }
  if (values->len > 0)
    *value = median (values);

  return TRUE;
}

ClinchProfileSeries *
clinch_profile_series_of_grade (ClinchDb                  *db,
                                const ClinchProfileRules  *rules,
                                const char                *grade,
                                GError                   **error)
{
  g_autoptr(ClinchProfileSeries) self = series_new (rules->dimensions->len);
  gint64 count;

  if (!clinch_db_query_int (db, &count, NULL, error, "SELECT count (*) FROM customer"
                                                     " WHERE grade = ? AND deleted_at IS NULL",
                            "t", grade))
    return NULL;
  self->n_customers = count;
  for (guint i = 0; i < rules->dimensions->len; i++)
    {
      const ClinchDimensionRule *dimension = rules->dimensions->pdata[i];

      if (!read_median (db, dimension->id, grade, &g_array_index (self->values, int, i), error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
clinch_profile_series_free (ClinchProfileSeries *self)
{
  g_array_unref (self->values);
  g_free (self);
}
