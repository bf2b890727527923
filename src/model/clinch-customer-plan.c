// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-customer-plan.h"

#include "clinch-clock.h"

static void
clear_cell (gpointer data)
{
  ClinchPlanCell *cell = data;

  g_clear_pointer (&cell->row, clinch_row_unref);
}

/* --- The rhythm */

static gboolean
load_rule (ClinchCustomerPlan  *self,
           ClinchDb            *db,
           GError             **error)
{
  const char *grade = clinch_row_text (self->customer, CLINCH_CUSTOMER_GRADE);
  g_autoptr(GPtrArray) rows = NULL;

  if (grade == NULL)
    return TRUE;
  rows = clinch_db_load_rows (db, error, CLINCH_KIND_GRADE_RULE,
                              "WHERE grade = ? AND deleted_at IS NULL ORDER BY id LIMIT 1", "t",
                              grade);
  if (rows != NULL && rows->len > 0)
    {
      self->rule = clinch_row_ref (rows->pdata[0]);
      self->channel = clinch_row_text (self->rule, CLINCH_GRADE_RULE_CHANNEL);
      self->silent_days = clinch_row_int (self->rule, CLINCH_GRADE_RULE_SILENT);
    }

  return rows != NULL;
}

static void
note_touch (ClinchCustomerPlan *self,
            const char         *date,
            gboolean            fits,
            char                last[CLINCH_DATE_SIZE])
{
  int age = MAX (clinch_date_days_between (date, self->today), 0);

  if (self->silence < 0)
    self->silence = age;
  if (!fits)
    return;
  if (*last == '\0')
    g_strlcpy (last, date, CLINCH_DATE_SIZE);
  if (age < CLINCH_CADENCE_WINDOW)
    self->n_touches++;
}

/* Follow-ups from the newest back, until the window and the last one that fits are behind. */
static gboolean
load_touches (ClinchCustomerPlan  *self,
              ClinchDb            *db,
              gint64               now,
              char                 last[CLINCH_DATE_SIZE],
              GError             **error)
{
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row = TRUE;

  statement = clinch_db_prepare (db, "SELECT happened_at, type FROM follow_up"
                                     " WHERE customer_id = ? AND deleted_at IS NULL"
                                     " AND type <> 'note' AND happened_at <= ?"
                                     " ORDER BY happened_at DESC", error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, self->customer->id);
  clinch_statement_bind_int (statement, 2, now);
  while (has_row)
    {
      char date[CLINCH_DATE_SIZE];

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      clinch_date_from_instant (clinch_statement_int (statement, 0), clinch_clock_timezone (),
                                date);
      note_touch (self, date, self->channel == NULL
                              || g_strcmp0 (self->channel, clinch_statement_text (statement, 1))
                                 == 0, last);
      if (*last != '\0'
          && clinch_date_days_between (date, self->today) >= CLINCH_CADENCE_WINDOW)
        break;
    }

  return TRUE;
}

static gboolean
load_rhythm (ClinchCustomerPlan  *self,
             ClinchDb            *db,
             gint64               now,
             GError             **error)
{
  char last[CLINCH_DATE_SIZE] = "";
  int every;

  self->silence = -1;
  if (!load_rule (self, db, error) || !load_touches (self, db, now, last, error))
    return FALSE;

  every = self->rule != NULL ? clinch_row_int (self->rule, CLINCH_GRADE_RULE_CADENCE) : 0;
  self->rhythm = clinch_cadence (every, *last != '\0' ? last : NULL, self->today);
  self->n_expected = clinch_cadence_expected (every, CLINCH_CADENCE_WINDOW);

  return TRUE;
}

/* --- Lifetime value */

static gboolean
load_lifetime (ClinchCustomerPlan  *self,
               ClinchDb            *db,
               GError             **error)
{
  const char *currency = clinch_row_text (self->customer, CLINCH_CUSTOMER_CURRENCY);
  g_autoptr(GArray) deals = g_array_new (FALSE, TRUE, sizeof (ClinchLifetimeDeal));
  g_autoptr(ClinchStatement) statement = NULL;
  gboolean has_row = TRUE;

  statement = clinch_db_prepare (db, "SELECT s.type, o.closed_date, o.amount,"
                                     " ifnull (o.probability, s.probability), o.currency"
                                     " FROM opportunity AS o JOIN stage AS s ON s.id = o.stage_id"
                                     " WHERE o.customer_id = ? AND o.deleted_at IS NULL"
                                     " AND o.amount IS NOT NULL AND s.type <> 'lost'", error);
  if (statement == NULL)
    return FALSE;
  clinch_statement_bind_int (statement, 1, self->customer->id);
  while (has_row)
    {
      ClinchLifetimeDeal deal = { NULL, 0, 0 };

      if (!clinch_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      if (g_strcmp0 (clinch_statement_text (statement, 4), currency) != 0)
        {
          self->n_foreign++;
          continue;
        }
      deal.amount = clinch_statement_int (statement, 2);
      deal.probability = clinch_statement_int (statement, 3);
      if (g_strcmp0 (clinch_statement_text (statement, 0), "won") == 0)
        deal.closed_on = g_intern_string (clinch_statement_is_null (statement, 1)
                                            ? self->today : clinch_statement_text (statement, 1));
      g_array_append_val (deals, deal);
    }
  self->lifetime = clinch_lifetime ((const ClinchLifetimeDeal *) deals->data, deals->len,
                                    self->today);

  return TRUE;
}

/* --- Whitespace */

static guint
place_of (GPtrArray  *names,
          const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (names->pdata[i], name))
      return i;
  g_ptr_array_add (names, g_strdup (name));

  return names->len - 1;
}

static ClinchWhitespaceState
read_state (const char *code)
{
  static const char *const codes[] = {
    [CLINCH_SPACE_POTENTIAL] = "potential",
    [CLINCH_SPACE_OPEN] = "open",
    [CLINCH_SPACE_WON] = "won",
    [CLINCH_SPACE_BLOCKED] = "blocked",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return i;

  return CLINCH_SPACE_POTENTIAL;
}

static void
fill_cell (ClinchCustomerPlan *self,
           ClinchPlanCell     *cell,
           ClinchRow          *row)
{
  g_clear_pointer (&cell->row, clinch_row_unref);
  cell->row = clinch_row_ref (row);
  cell->cell.state = read_state (clinch_row_text (row, CLINCH_WHITESPACE_STATE));
  cell->cell.spend = clinch_row_int (row, CLINCH_WHITESPACE_SPEND);
  cell->cell.reach = clinch_row_is_null (row, CLINCH_WHITESPACE_REACH)
                     ? 100 : clinch_row_int (row, CLINCH_WHITESPACE_REACH);
  cell->cell.recheck = clinch_row_text (row, CLINCH_WHITESPACE_RECHECK);
  cell->is_due = clinch_whitespace_is_due (&cell->cell, self->today);
  cell->is_foreign = g_strcmp0 (clinch_row_text (row, CLINCH_WHITESPACE_CURRENCY),
                                clinch_row_text (self->customer, CLINCH_CUSTOMER_CURRENCY)) != 0;
}

static void
sum_up (ClinchCustomerPlan *self)
{
  guint width = self->offerings->len;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const ClinchPlanCell *cell = &g_array_index (self->cells, ClinchPlanCell, i);

      if (cell->row == NULL)
        continue;
      self->n_due += cell->is_due;
      if (cell->is_foreign)
        continue;
      clinch_whitespace_add (&g_array_index (self->unit_sums, ClinchWhitespaceSum, i / width),
                             &cell->cell, self->today);
      clinch_whitespace_add (&g_array_index (self->offering_sums, ClinchWhitespaceSum, i % width),
                             &cell->cell, self->today);
      clinch_whitespace_add (&self->sum, &cell->cell, self->today);
    }
}

static gboolean
load_whitespace (ClinchCustomerPlan  *self,
                 ClinchDb            *db,
                 GError             **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  rows = clinch_db_load_rows (db, error, CLINCH_KIND_WHITESPACE,
                              "WHERE customer_id = ? AND deleted_at IS NULL ORDER BY id", "i",
                              self->customer->id);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      place_of (self->units, clinch_row_text (rows->pdata[i], CLINCH_WHITESPACE_UNIT));
      place_of (self->offerings, clinch_row_text (rows->pdata[i], CLINCH_WHITESPACE_OFFERING));
    }
  g_array_set_size (self->cells, self->units->len * self->offerings->len);
  g_array_set_size (self->unit_sums, self->units->len);
  g_array_set_size (self->offering_sums, self->offerings->len);
  for (guint i = 0; i < rows->len; i++)
    {
      guint unit = place_of (self->units, clinch_row_text (rows->pdata[i], CLINCH_WHITESPACE_UNIT));
      guint offering = place_of (self->offerings,
                                 clinch_row_text (rows->pdata[i], CLINCH_WHITESPACE_OFFERING));

      fill_cell (self, &g_array_index (self->cells, ClinchPlanCell,
                                       unit * self->offerings->len + offering), rows->pdata[i]);
    }
  sum_up (self);

  return TRUE;
}

ClinchCustomerPlan *
clinch_customer_plan_load (ClinchDb  *db,
                           gint64     customer_id,
                           gint64     now,
                           GError   **error)
{
  g_autoptr(ClinchCustomerPlan) self = g_new0 (ClinchCustomerPlan, 1);

  clinch_date_from_instant (now, clinch_clock_timezone (), self->today);
  self->units = g_ptr_array_new_with_free_func (g_free);
  self->offerings = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_array_new (FALSE, TRUE, sizeof (ClinchPlanCell));
  g_array_set_clear_func (self->cells, clear_cell);
  self->unit_sums = g_array_new (FALSE, TRUE, sizeof (ClinchWhitespaceSum));
  self->offering_sums = g_array_new (FALSE, TRUE, sizeof (ClinchWhitespaceSum));
  self->customer = clinch_db_load_row (db, CLINCH_KIND_CUSTOMER, customer_id, error);
  if (self->customer == NULL || !load_rhythm (self, db, now, error)
      || !load_lifetime (self, db, error) || !load_whitespace (self, db, error))
    return NULL;

  return g_steal_pointer (&self);
}

const ClinchPlanCell *
clinch_customer_plan_cell (const ClinchCustomerPlan *self,
                           guint                     unit,
                           guint                     offering)
{
  return &g_array_index (self->cells, ClinchPlanCell, unit * self->offerings->len + offering);
}

void
clinch_customer_plan_free (ClinchCustomerPlan *self)
{
  g_clear_pointer (&self->customer, clinch_row_unref);
  g_clear_pointer (&self->rule, clinch_row_unref);
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->offerings);
  g_array_unref (self->cells);
  g_array_unref (self->unit_sums);
  g_array_unref (self->offering_sums);
  g_free (self);
}
