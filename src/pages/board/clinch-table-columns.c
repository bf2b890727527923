// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-table-columns.h"

#include "clinch-field-text.h"
#include "clinch-money.h"
#include "clinch-stage-clock.h"
#include "clinch-table-copy.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const ClinchTableColumn columns[] = {
  { "name", "name", CLINCH_OPPORTUNITY_NAME, FALSE, FALSE, TRUE, 240 },
  { "customer", "customer", CLINCH_OPPORTUNITY_CUSTOMER, FALSE, FALSE, TRUE, 200 },
  { "grade", "customer.grade", CLINCH_TABLE_FIELD_GRADE, FALSE, FALSE, TRUE, 70 },
  { "amount", "amount", CLINCH_OPPORTUNITY_AMOUNT, FALSE, TRUE, TRUE, 110 },
  { CLINCH_TABLE_WEIGHTED, NULL, CLINCH_TABLE_FIELD_WEIGHTED, FALSE, TRUE, FALSE, 210 },
  { "stage", "stage", CLINCH_OPPORTUNITY_STAGE, FALSE, FALSE, TRUE, 160 },
  { "days", "stage-entered", CLINCH_TABLE_FIELD_DAYS, TRUE, TRUE, TRUE, 130 },
  { "owner", "owner", CLINCH_OPPORTUNITY_OWNER, FALSE, FALSE, TRUE, 120 },
  { "expected-date", "expected-date", CLINCH_OPPORTUNITY_EXPECTED, FALSE, FALSE, TRUE, 140 },
  { "next-step", "next-step", CLINCH_OPPORTUNITY_NEXT_STEP, FALSE, FALSE, TRUE, 200 },
  { "next-date", "next-date", CLINCH_OPPORTUNITY_NEXT_DATE, FALSE, FALSE, TRUE, 120 },
  { "last-follow-up", "last-follow-up", CLINCH_OPPORTUNITY_LAST_FOLLOW_UP, FALSE, FALSE, FALSE, 140 },
  { "follow-up-count", "follow-up-count", CLINCH_OPPORTUNITY_FOLLOW_UP_COUNT, FALSE, TRUE, FALSE, 110 },
  { "probability", "probability", CLINCH_OPPORTUNITY_PROBABILITY, FALSE, TRUE, FALSE, 140 },
  { "product", "product", CLINCH_OPPORTUNITY_PRODUCT, FALSE, FALSE, FALSE, 160 },
  { "contact", "contact", CLINCH_OPPORTUNITY_CONTACT, FALSE, FALSE, FALSE, 120 },
  { "competitor", "competitor", CLINCH_OPPORTUNITY_COMPETITOR, FALSE, FALSE, FALSE, 140 },
  { "number", "number", CLINCH_OPPORTUNITY_NUMBER, FALSE, FALSE, FALSE, 110 },
  { "source", "source", CLINCH_OPPORTUNITY_SOURCE, FALSE, FALSE, FALSE, 110 },
  { "started-date", "started-date", CLINCH_OPPORTUNITY_STARTED, FALSE, FALSE, FALSE, 120 },
  { "waiting-contact", "waiting-contact", CLINCH_OPPORTUNITY_WAITING_CONTACT, FALSE, FALSE, FALSE, 120 },
  { "waiting-department", "waiting-department", CLINCH_OPPORTUNITY_WAITING_DEPARTMENT, FALSE, FALSE, FALSE, 140 },
  { "waiting-since", "waiting-since", CLINCH_OPPORTUNITY_WAITING_SINCE, FALSE, FALSE, FALSE, 130 },
  { "closed-date", "closed-date", CLINCH_OPPORTUNITY_CLOSED, FALSE, FALSE, FALSE, 140 },
  { "lost-reason", "lost-reason", CLINCH_OPPORTUNITY_LOST_REASON, FALSE, FALSE, FALSE, 160 },
};
/* clang-format on */

const char *const clinch_table_narrow_columns[] = { "name", "amount", NULL };

static const char *
column_title (const ClinchTableColumn *column)
{
  if (column->field == CLINCH_TABLE_FIELD_GRADE)
    return C_("column", "Grade");
  if (column->field == CLINCH_TABLE_FIELD_DAYS)
    return C_("column", "Days in Stage");
  if (column->field == CLINCH_TABLE_FIELD_WEIGHTED)
    return C_("column", "Weighted");

  return clinch_field_label (clinch_kind_field (CLINCH_KIND_OPPORTUNITY, column->field));
}

static char *
format_days (const ClinchRow *row,
             gint64           now)
{
  ClinchStageClock clock;

  /* The days alone, so that the type of the stage and its limit do not matter. */
  clock = clinch_stage_clock_read (clinch_row_int (row, CLINCH_OPPORTUNITY_STAGE_ENTERED), now,
                                   CLINCH_STAGE_OPEN, 0);
  return g_strdup_printf ("%d", clock.days);
}

static gboolean
has_weight (const ClinchLoadedRow *opportunity)
{
  return !clinch_row_is_null (opportunity->row, CLINCH_OPPORTUNITY_AMOUNT)
         && clinch_loaded_row_probability (opportunity) >= 0;
}

static gint64
read_weighted (const ClinchLoadedRow *opportunity)
{
  return clinch_money_percent (clinch_row_int (opportunity->row, CLINCH_OPPORTUNITY_AMOUNT),
                               clinch_loaded_row_probability (opportunity));
}

/* The product with what it is made of: the column stands for itself, whatever stands beside it. */
static char *
format_weighted (const ClinchLoadedRow *opportunity)
{
  const char *currency = clinch_row_text (opportunity->row, CLINCH_OPPORTUNITY_CURRENCY);
  g_autofree char *amount = NULL;
  g_autofree char *weighted = NULL;

  if (!has_weight (opportunity))
    return g_strdup ("");

  amount = clinch_money_format (clinch_row_int (opportunity->row, CLINCH_OPPORTUNITY_AMOUNT),
                                currency, clinch_money_style ());
  weighted = clinch_money_format (read_weighted (opportunity), currency, clinch_money_style ());
  /* Translators: an amount, its probability, their product. */
  return g_strdup_printf (C_("column", "%1$s × %2$d%% = %3$s"), amount,
                          clinch_loaded_row_probability (opportunity), weighted);
}

static char *
show_column (const ClinchTableColumn *column,
             ClinchRecord            *opportunity,
             gint64                   now)
{
  const ClinchRow *row = clinch_record_get_row (opportunity);
  const char *name = NULL;

  if (row == NULL)
    return g_strdup ("");
  if (column->field == CLINCH_TABLE_FIELD_GRADE)
    return g_strdup (clinch_choice_label (CLINCH_CHOICE_GRADE,
                                          clinch_record_get_customer_grade (opportunity)));
  if (column->field == CLINCH_TABLE_FIELD_DAYS)
    return format_days (row, now);
  if (column->field == CLINCH_TABLE_FIELD_WEIGHTED)
    return format_weighted (clinch_record_get_loaded (opportunity));

  if (clinch_kind_field (CLINCH_KIND_OPPORTUNITY, column->field)->type == CLINCH_FIELD_REFERENCE)
    name = clinch_record_get_reference_name (opportunity, column->field);
  return clinch_field_text_show (row, column->field, name, NULL);
}

/* A number that a spreadsheet can add, in the currency that needs no name. */
static char *
exact_weighted (const ClinchLoadedRow *opportunity,
                const char            *currency)
{
  const char *own = clinch_row_text (opportunity->row, CLINCH_OPPORTUNITY_CURRENCY);

  if (!has_weight (opportunity))
    return g_strdup ("");

  return g_strcmp0 (own, currency) == 0
         ? clinch_money_format_plain (read_weighted (opportunity), own)
         : clinch_money_format_full (read_weighted (opportunity), own);
}

static char *
copy_column (const ClinchTableColumn *column,
             const ClinchLoadedRow   *opportunity,
             const char              *currency,
             gint64                   now)
{
  if (column->field == CLINCH_TABLE_FIELD_GRADE)
    return g_strdup (clinch_choice_label (CLINCH_CHOICE_GRADE, opportunity->customer_grade));
  if (column->field == CLINCH_TABLE_FIELD_DAYS)
    return format_days (opportunity->row, now);
  if (column->field == CLINCH_TABLE_FIELD_WEIGHTED)
    return exact_weighted (opportunity, currency);

  return clinch_table_copy_field (opportunity, column->field, currency);
}

const ClinchTableInfo clinch_table_info = {
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .title = column_title,
  .show = show_column,
  .copy = copy_column,
  .order_key = "table-columns",
  .widths_key = "table-widths",
};
