// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-target-deals.h"

#include "clinch-ratio.h"

#include <string.h>

#define N_QUANTILES 100

static void
deal_free (gpointer data)
{
  ClinchTargetDeal *deal = data;

  g_free (deal->name);
  g_free (deal->customer);
  g_free (deal->owner);
  g_free (deal);
}

/* The grade waits in the priority until all amounts are known. */
static ClinchTargetDeal *
read_deal (ClinchStatement *row,
           gint64           gap)
{
  ClinchTargetDeal *deal = g_new0 (ClinchTargetDeal, 1);

  deal->id = clinch_statement_int (row, 0);
  deal->name = g_strdup (clinch_statement_text (row, 1));
  deal->customer_id = clinch_statement_int (row, 2);
  deal->customer = g_strdup (clinch_statement_text (row, 3));
  deal->owner_id = clinch_statement_int (row, 4);
  deal->owner = g_strdup (clinch_statement_text (row, 5));
  deal->amount = clinch_statement_int (row, 6);
  deal->probability = (int) clinch_statement_int (row, 7);
  deal->weighted = clinch_scale_rounded (deal->amount, deal->probability, 100);
  g_strlcpy (deal->date, clinch_statement_text (row, 8), sizeof deal->date);
  deal->priority.steps[CLINCH_PRIORITY_GRADE].points =
    clinch_grade_points (clinch_grade_points_default, CLINCH_N_GRADE_POINTS,
                         clinch_statement_text (row, 9));
  deal->share = clinch_gap_share (deal->amount, gap);

  return deal;
}

static int
compare_amounts (gconstpointer a,
                 gconstpointer b)
{
  const gint64 *first = a;
  const gint64 *second = b;

  return (*first > *second) - (*first < *second);
}

static void
work_out_priorities (GPtrArray  *deals,
                     const char *today)
{
  g_autofree gint64 *amounts = g_new (gint64, deals->len);
  gint64 quantiles[N_QUANTILES];

  for (guint i = 0; i < deals->len; i++)
    amounts[i] = ((ClinchTargetDeal *) deals->pdata[i])->amount;
  qsort (amounts, deals->len, sizeof *amounts, compare_amounts);
  clinch_quantiles (amounts, deals->len, quantiles, N_QUANTILES);
  for (guint i = 0; i < deals->len; i++)
    {
      ClinchTargetDeal *deal = deals->pdata[i];
      int points[CLINCH_N_PRIORITY_PARTS];

      points[CLINCH_PRIORITY_VALUE] = clinch_percentile (deal->amount, quantiles, N_QUANTILES);
      points[CLINCH_PRIORITY_WIN] = deal->probability;
      points[CLINCH_PRIORITY_URGENCY] = clinch_urgency (deal->date, today, CLINCH_URGENCY_DAYS);
      points[CLINCH_PRIORITY_GRADE] = deal->priority.steps[CLINCH_PRIORITY_GRADE].points;
      deal->priority = clinch_priority (points, clinch_priority_weights);
    }
}

static int
compare_deals (gconstpointer a,
               gconstpointer b)
{
  const ClinchTargetDeal *first = *(const ClinchTargetDeal *const *) a;
  const ClinchTargetDeal *second = *(const ClinchTargetDeal *const *) b;
  int difference = second->priority.hundredths - first->priority.hundredths;

  if (difference == 0)
    difference = (second->amount > first->amount) - (second->amount < first->amount);
  if (difference == 0)
    difference = (first->id > second->id) - (first->id < second->id);

  return difference;
}

/* While they are read. */
typedef struct
{
  GPtrArray *deals;
  GHashTable *owners; /* keys of the members whose deals are wanted */
  gint64 gap;
} Reading;

static void
add_deal (gpointer         data,
          ClinchStatement *row)
{
  Reading *self = data;
  gint64 owner = clinch_statement_int (row, 4);

  if (g_hash_table_contains (self->owners, &owner))
    g_ptr_array_add (self->deals, read_deal (row, self->gap));
}

GPtrArray *
clinch_target_deals_load (ClinchDb                  *db,
                          const ClinchTargetReport  *report,
                          const ClinchTargetRow     *row,
                          gboolean                   won,
                          GError                   **error)
{
  g_autoptr(GPtrArray) deals = g_ptr_array_new_with_free_func (deal_free);
  g_autoptr(GArray) members = clinch_target_report_members (report, row);
  g_autoptr(GHashTable) owners = g_hash_table_new (g_int64_hash, g_int64_equal);
  const char *day = won ? "o.closed_date" : "o.expected_date";
  g_autofree char *sql = NULL;
  Reading reading = { deals, owners, row->pace.gap };

  for (guint i = 0; i < members->len; i++)
    g_hash_table_add (owners, &g_array_index (members, gint64, i));
  sql = g_strdup_printf ("SELECT o.id, o.name, o.customer_id, c.name, o.owner_id, m.name,"
                         " ifnull (o.amount, 0), ifnull (o.probability, s.probability), %s, c.grade"
                         " FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id"
                         " JOIN customer AS c ON c.id = o.customer_id"
                         " JOIN member AS m ON m.id = o.owner_id"
                         " WHERE s.type = '%s' AND o.deleted_at IS NULL AND o.currency = ?3"
                         " AND %s BETWEEN ?1 AND ?2 AND (?4 = 0 OR o.owner_id = ?4)"
                         " ORDER BY %s DESC, o.id", day, won ? "won" : "open", day, day);
  if (!clinch_db_each (db, add_deal, &reading, error, sql, "ttti", report->periods[0].first,
                       report->periods[0].last, row->currency, row->scope.member_id))
    return NULL;

  if (!won && deals->len > 0)
    {
      work_out_priorities (deals, report->today);
      g_ptr_array_sort (deals, compare_deals);
    }

  return g_steal_pointer (&deals);
}
