// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-potential-report.h"

#include "clinch-profile.h"

#include <glib/gi18n-lib.h>

#define TEXTS_SIZE (64 * 1024)

const char *
clinch_potential_code (ClinchQuadrant quadrant)
{
  static const char *const codes[] = {
    [CLINCH_QUADRANT_CARE] = "core",
    [CLINCH_QUADRANT_NEGLECTED] = "grow",
    [CLINCH_QUADRANT_COSTLY] = "harvest",
    [CLINCH_QUADRANT_LIGHT] = "light",
  };

  g_return_val_if_fail (quadrant < G_N_ELEMENTS (codes), NULL);

  return codes[quadrant];
}

/* As clinch_profile_score() has it, of the dimensions that say what is still to come. */
static int
read_potential (ClinchStatement *row)
{
  gint64 known = clinch_statement_int (row, 8);
  gint64 all = clinch_statement_int (row, 9);
  int score = CLINCH_PROFILE_UNKNOWN;
  int completeness = 0;

  if (known > 0)
    score = (int) ((clinch_statement_int (row, 7) * 2 + known) / (2 * known));
  if (all > 0)
    completeness = (int) ((known * 200 + all) / (2 * all));

  return clinch_profile_adjusted (score, completeness);
}

typedef struct
{
  ClinchPotentialReport *report;
  const char *currency;
} Reading;

/* One piece of memory for all names, which is quickly given back; members have many customers. */
static const char *
keep_text (ClinchPotentialReport *self,
           const char            *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static void
read_customer (gpointer         data,
               ClinchStatement *row)
{
  const Reading *reading = data;
  ClinchPotentialReport *self = reading->report;
  ClinchPotentialCustomer *customer = g_new0 (ClinchPotentialCustomer, 1);

  customer->id = clinch_statement_int (row, 0);
  customer->name = keep_text (self, clinch_statement_text (row, 1));
  customer->grade = g_intern_string (clinch_statement_text (row, 2));
  customer->owner_id = clinch_statement_int (row, 3);
  customer->owner = keep_text (self, clinch_statement_text (row, 4));
  customer->value = clinch_statement_int (row, 5);
  customer->currency = g_intern_string (clinch_statement_text (row, 6));
  customer->potential = read_potential (row);
  customer->to_win = clinch_statement_int (row, 10);
  g_ptr_array_add (g_strcmp0 (customer->currency, reading->currency) == 0 ? self->customers
                   : self->foreign, customer);
}

/* What is to be won is counted as clinch_whitespace_add() does. */
static const char customers_sql[] =
  "WITH ahead AS (SELECT id, weight FROM dimension"
  "  WHERE deleted_at IS NULL AND retired IS NOT 'yes'"
  "  AND measure IS NOT 'won-value'),"
  " known AS (SELECT v.customer_id, sum (a.weight * v.value) AS points,"
  "   sum (a.weight) AS weight"
  "  FROM profile_value AS v JOIN ahead AS a ON a.id = v.dimension_id"
  "  GROUP BY v.customer_id),"
  " plan AS (SELECT w.customer_id, w.currency,"
  "   sum (w.spend * w.reach / 100) AS to_win FROM whitespace AS w"
  "  WHERE w.deleted_at IS NULL AND (w.state IN ('potential', 'open')"
  "   OR w.state = 'blocked' AND w.recheck <= ?1)"
  "  GROUP BY w.customer_id, w.currency)"
  " SELECT c.id, c.name, c.grade, c.owner_id, m.name,"
  "  ifnull (c.open_value, 0) + ifnull (c.won_value, 0), c.currency,"
  "  k.points, k.weight, (SELECT sum (weight) FROM ahead), p.to_win"
  " FROM customer AS c LEFT JOIN member AS m ON m.id = c.owner_id"
  " LEFT JOIN known AS k ON k.customer_id = c.id"
  " LEFT JOIN plan AS p ON p.customer_id = c.id AND p.currency = c.currency"
  " WHERE c.deleted_at IS NULL";

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const ClinchPotentialCustomer *first = *(const ClinchPotentialCustomer *const *) a;
  const ClinchPotentialCustomer *second = *(const ClinchPotentialCustomer *const *) b;

  if (first->potential != second->potential)
    return second->potential - first->potential;
  if (first->value != second->value)
    return first->value < second->value ? -1 : 1;

  return (first->id > second->id) - (first->id < second->id);
}

static void
find_corners (ClinchPotentialReport *self)
{
  g_autofree ClinchAttentionPoint *points = g_new (ClinchAttentionPoint, self->customers->len);

  for (guint i = 0; i < self->customers->len; i++)
    {
      const ClinchPotentialCustomer *customer = self->customers->pdata[i];

      points[i] = (ClinchAttentionPoint) { customer->potential, customer->value };
    }
  self->split = clinch_attention_split (points, self->customers->len);
  for (guint i = 0; i < self->customers->len; i++)
    ((ClinchPotentialCustomer *) self->customers->pdata[i])->quadrant =
      clinch_attention_quadrant (&points[i], &self->split);
}

ClinchPotentialReport *
clinch_potential_report_load (ClinchDb    *db,
                              const char  *currency,
                              const char  *today,
                              GError     **error)
{
  g_autoptr(ClinchPotentialReport) report = g_new0 (ClinchPotentialReport, 1);
  Reading reading = { report, currency };

  report->texts = g_string_chunk_new (TEXTS_SIZE);
  report->customers = g_ptr_array_new_with_free_func (g_free);
  report->foreign = g_ptr_array_new_with_free_func (g_free);
  if (!clinch_db_each (db, read_customer, &reading, error, customers_sql, "t", today))
    return NULL;
  g_ptr_array_sort (report->customers, compare);
  g_ptr_array_sort (report->foreign, compare);
  find_corners (report);

  return g_steal_pointer (&report);
}

char *
clinch_potential_foreign_text (guint n)
{
  return g_strdup_printf (ngettext ("%u customer in another currency is not compared",
                                    "%u customers in other currencies are not compared", n), n);
}

void
clinch_potential_report_free (ClinchPotentialReport *self)
{
  g_ptr_array_unref (self->customers);
  g_ptr_array_unref (self->foreign);
  g_string_chunk_free (self->texts);
  g_free (self);
}
