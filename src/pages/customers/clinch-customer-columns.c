// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-customer-columns.h"

#include "clinch-field-text.h"
#include "clinch-profile.h"
#include "clinch-table-copy.h"

#include <glib/gi18n-lib.h>

#define FIELD_TREND (-1)

/* clang-format off */
static const ClinchTableColumn columns[] = {
  { "name", "name", CLINCH_CUSTOMER_NAME, FALSE, FALSE, TRUE, 220 },
  { "priority", "priority", CLINCH_CUSTOMER_PRIORITY, FALSE, TRUE, TRUE, 80 },
  { "grade", "grade", CLINCH_CUSTOMER_GRADE, FALSE, FALSE, TRUE, 126 },
  { "score", "score", CLINCH_CUSTOMER_SCORE, FALSE, TRUE, TRUE, 68 },
  { "trend", NULL, FIELD_TREND, FALSE, FALSE, TRUE, 76 },
  { "completeness", "completeness", CLINCH_CUSTOMER_COMPLETENESS, FALSE, FALSE, TRUE, 140 },
  { "open-value", "open-value", CLINCH_CUSTOMER_OPEN_VALUE, FALSE, TRUE, TRUE, 104 },
  { "opportunity-count", "opportunity-count", CLINCH_CUSTOMER_OPPORTUNITY_COUNT, FALSE, TRUE, TRUE, 104 },
  { "last-contact", "last-contact", CLINCH_CUSTOMER_LAST_CONTACT, FALSE, FALSE, TRUE, 126 },
  { "owner", "owner", CLINCH_CUSTOMER_OWNER, FALSE, FALSE, TRUE, 120 },
  { "won-value", "won-value", CLINCH_CUSTOMER_WON_VALUE, FALSE, TRUE, FALSE, 104 },
  { "last-follow-up", "last-follow-up", CLINCH_CUSTOMER_LAST_FOLLOW_UP, FALSE, FALSE, FALSE, 140 },
  { "industry", "industry", CLINCH_CUSTOMER_INDUSTRY, FALSE, FALSE, FALSE, 120 },
  { "region", "region", CLINCH_CUSTOMER_REGION, FALSE, FALSE, FALSE, 110 },
  { "parent", "parent", CLINCH_CUSTOMER_PARENT, FALSE, FALSE, FALSE, 160 },
};
/* clang-format on */

const char *const clinch_customer_narrow_columns[] = { "name", "priority", "open-value", NULL };

static const char *
column_title (const ClinchTableColumn *column)
{
  if (column->field == FIELD_TREND)
    return C_("column", "Trend");
  if (column->field == CLINCH_CUSTOMER_NAME)
    return C_("column", "Customer");

  return clinch_field_label (clinch_kind_field (CLINCH_KIND_CUSTOMER, column->field));
}

/* Where the grade that counts is not the profile's, both are said. */
static char *
show_grade (const ClinchRow *row)
{
  const char *grade = clinch_choice_label (CLINCH_CHOICE_GRADE,
                                           clinch_row_text (row, CLINCH_CUSTOMER_GRADE));
  const char *own = clinch_choice_label (CLINCH_CHOICE_GRADE,
                                         clinch_row_text (row, CLINCH_CUSTOMER_AUTO_GRADE));

  if (clinch_row_is_null (row, CLINCH_CUSTOMER_GRADE))
    return g_strdup ("–");
  if (clinch_row_is_null (row, CLINCH_CUSTOMER_AUTO_GRADE)
      || g_strcmp0 (clinch_row_text (row, CLINCH_CUSTOMER_GRADE),
                    clinch_row_text (row, CLINCH_CUSTOMER_AUTO_GRADE)) == 0)
    return g_strdup (grade);

  /* Translators: the grade that was set by hand, the one that the profile gives. */
  return g_strdup_printf (_("%1$s (profile: %2$s)"), grade, own);
}

static char *
show_trend (const ClinchRow *row)
{
  gint64 change;

  if (clinch_row_is_null (row, CLINCH_CUSTOMER_SCORE)
      || clinch_row_is_null (row, CLINCH_CUSTOMER_SCORE_WAS))
    return g_strdup ("");

  change = clinch_row_int (row, CLINCH_CUSTOMER_SCORE) -
           clinch_row_int (row, CLINCH_CUSTOMER_SCORE_WAS);
  if (change == 0)
    return g_strdup ("→ 0");

  return change > 0 ? g_strdup_printf ("↗ +%d", (int) change)
         : g_strdup_printf ("↘ −%d", (int) -change);
}

/* With three dimensions or less it is hardly a profile. */
static char *
show_completeness (const ClinchRow *row)
{
  int percent = (int) clinch_row_int (row, CLINCH_CUSTOMER_COMPLETENESS);
  int filled = (int) clinch_row_int (row, CLINCH_CUSTOMER_FILLED);

  if (clinch_profile_is_thin (filled))
    /* Translators: how complete a profile is. Few dimensions are known of the customer. */
    return g_strdup_printf (_("%d%% · hardly known"), percent);

  return g_strdup_printf ("%d%%", percent);
}

/* It is kept in hundredths of a point. */
static char *
show_priority (const ClinchRow *row)
{
  return g_strdup_printf ("%d", (int) (clinch_row_int (row, CLINCH_CUSTOMER_PRIORITY) + 50) / 100);
}

static char *
show_column (const ClinchTableColumn *column,
             ClinchRecord            *customer,
             gint64                   now)
{
  const ClinchRow *row = clinch_record_get_row (customer);
  const char *name = NULL;

  if (row == NULL)
    return g_strdup ("");

  switch (column->field)
    {
    case FIELD_TREND:
      return show_trend (row);
    case CLINCH_CUSTOMER_GRADE:
      return show_grade (row);
    case CLINCH_CUSTOMER_COMPLETENESS:
      return show_completeness (row);
    case CLINCH_CUSTOMER_SCORE:
      if (clinch_row_int (row, CLINCH_CUSTOMER_FILLED) == 0)
        return g_strdup ("–");
      return g_strdup_printf ("%d", (int) clinch_row_int (row, CLINCH_CUSTOMER_SCORE));
    case CLINCH_CUSTOMER_PRIORITY:
      return show_priority (row);
    case CLINCH_CUSTOMER_OPEN_VALUE:
    case CLINCH_CUSTOMER_WON_VALUE:
      if (clinch_row_int (row, column->field) == 0)
        return g_strdup ("–");
      break;
    case CLINCH_CUSTOMER_LAST_CONTACT:
      if (clinch_row_is_null (row, column->field))
        return g_strdup (C_("contact", "never"));
      break;
    default:
      break;
    }

  if (clinch_kind_field (CLINCH_KIND_CUSTOMER, column->field)->type == CLINCH_FIELD_REFERENCE)
    name = clinch_record_get_reference_name (customer, column->field);
  return clinch_field_text_show (row, column->field, name, NULL);
}

static char *
show_hint (const ClinchTableColumn *column,
           ClinchRecord            *customer)
{
  const ClinchRow *row = clinch_record_get_row (customer);

  if (row == NULL || column->field < 0)
    return NULL;
  if (column->field == CLINCH_CUSTOMER_GRADE)
    return g_strdup (clinch_row_text (row, CLINCH_CUSTOMER_GRADE_REASON));

  return clinch_field_text_hint (row, column->field, NULL);
}

static char *
copy_column (const ClinchTableColumn *column,
             const ClinchLoadedRow   *customer,
             const char              *currency,
             gint64                   now)
{
  if (column->field == FIELD_TREND)
    return show_trend (customer->row);
  if (column->field == CLINCH_CUSTOMER_PRIORITY)
    return show_priority (customer->row);

  return clinch_table_copy_field (customer, column->field, currency);
}

const ClinchTableInfo clinch_customer_table_info = {
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .title = column_title,
  .show = show_column,
  .hint = show_hint,
  .copy = copy_column,
  .order_key = "customers-columns",
  .widths_key = "customers-widths",
};
