// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-test"

#include "config.h"

#include "clinch-exchange-error.h"
#include "clinch-table-column.h"

#include <string.h>

/* A table of one column that holds @values, in lines 2, 3, … */
static ClinchTable *
make_column (const char * const *values)
{
  ClinchTable *table = clinch_table_new ();

  g_assert_true (clinch_table_append_cell (table, "value", 5, 1, NULL));
  g_assert_true (clinch_table_end_row (table, 1, NULL));
  clinch_table_take_names (table);
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_assert_true (clinch_table_append_cell (table, values[i], strlen (values[i]), i + 2, NULL));
      g_assert_true (clinch_table_end_row (table, i + 2, NULL));
    }
  clinch_table_finish (table);

  return table;
}

static void
test_date_order (void)
{
  static const struct
  {
    const char *values[6];
    ClinchDateOrder order;
    gboolean contradicts;
  } cases[] = {
    { { "10/20/2016", "3/1/2017" }, CLINCH_DATE_ORDER_MDY, FALSE },
    { { "3/1/2017", "20/10/2016" }, CLINCH_DATE_ORDER_DMY, FALSE },
    { { "3/1/2017", "5/6/2017" }, CLINCH_DATE_ORDER_UNKNOWN, FALSE },
    { { "10/20/2016", "20/10/2016" }, CLINCH_DATE_ORDER_UNKNOWN, TRUE },
    { { "2026-11-23", "2026/1/5" }, CLINCH_DATE_ORDER_YMD, FALSE },
    { { "2026年11月23日" }, CLINCH_DATE_ORDER_YMD, FALSE },
    /* A date with its year in front says nothing about the others. */
    { { "2026-11-23", "10/20/2016" }, CLINCH_DATE_ORDER_MDY, FALSE },
    { { "2026-11-23", "3/1/2017" }, CLINCH_DATE_ORDER_UNKNOWN, FALSE },
    { { "to be settled", "10/20/2016", "-" }, CLINCH_DATE_ORDER_MDY, FALSE },
    { { "to be settled" }, CLINCH_DATE_ORDER_UNKNOWN, FALSE },
    { { NULL }, CLINCH_DATE_ORDER_UNKNOWN, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinchTable) table = make_column (cases[i].values);
      gboolean contradicts = !cases[i].contradicts;

      g_assert_cmpint (clinch_table_column_date_order (table, 0, &contradicts), ==, cases[i].order);
      g_assert_cmpint (contradicts, ==, cases[i].contradicts);
    }
}

static void
test_number (void)
{
  static const char * const numbers[] = {
    "0", "12", "-5", "+5", "1,234.50", "1 234,50", "1'234", "12.5%", "¥ 12.5万", "1.2亿", "3M", "250k", "(300)", "$1,000",
    "CNY 500", "500 USD", "500元", "３万", "１２３", "007", ".5", "(¥300)", "-¥300", "¥-300", "5万元",
  };
  static const char * const others[] = {
    "", "-", "¥", "Acme", "12 Monkeys", "3/1/2017", "1-2", "A1", "1A", "(300", "300)", "万", "五", "http://1", "+-5", "Q1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!clinch_cell_is_number (numbers[i]))
      g_error ("“%s” is a number", numbers[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (clinch_cell_is_number (others[i]))
      g_error ("“%s” is no number", others[i]);
  g_assert_false (clinch_cell_is_number (NULL));
}

static void
test_boolean (void)
{
  static const struct
  {
    const char *text;
    int value;
  } cases[] = {
    { "yes", TRUE }, { "Y", TRUE }, { "TRUE", TRUE }, { "1", TRUE }, { "是", TRUE }, { "√", TRUE }, { "ＹＥＳ", TRUE },
    { "no", FALSE }, { "N", FALSE }, { "False", FALSE }, { "0", FALSE }, { "否", FALSE }, { "没有", FALSE },
    { "", -1 }, { "maybe", -1 }, { "2", -1 }, { "yes, but", -1 }, { "是的吗", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean value = -1;

      g_assert_cmpint (clinch_cell_is_boolean (cases[i].text, &value), ==, cases[i].value >= 0);
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

static void
test_stats (void)
{
  static const char * const values[] = { "12", "3/1/2017", "是", "杭州钢铁集团", "-5", "0", NULL };
  g_autoptr(ClinchTable) table = make_column (values);
  ClinchColumnStats stats;

  clinch_table_column_stats (table, 0, &stats);
  g_assert_cmpuint (stats.n_filled, ==, 6);
  g_assert_cmpuint (stats.n_numbers, ==, 3);
  g_assert_cmpuint (stats.n_dates, ==, 1);
  g_assert_cmpuint (stats.n_booleans, ==, 2);
  g_assert_cmpuint (stats.longest, ==, 8);
}

static void
test_values (void)
{
  static const char * const values[] = { "Won", "Lost", "Lost", "Open", "won", "Lost", "Open",
                                         NULL };
  g_autoptr(ClinchTable) table = make_column (values);
  static const ClinchColumnValue expected[] = { { "Lost", 3, 3 }, { "Open", 2, 5 }, { "Won", 1, 2 },
                                                { "won", 1, 6 } };
  gboolean more = TRUE;
  g_autoptr(GArray) all = clinch_table_column_values (table, 0, 100, &more);
  g_autoptr(GArray) some = NULL;

  g_assert_false (more);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const ClinchColumnValue *value = &g_array_index (all, ClinchColumnValue, i);

      g_assert_cmpstr (value->value, ==, expected[i].value);
      g_assert_cmpuint (value->count, ==, expected[i].count);
      g_assert_cmpuint (value->line, ==, expected[i].line);
    }

  some = clinch_table_column_values (table, 0, 2, &more);
  g_assert_true (more);
  g_assert_cmpuint (some->len, ==, 2);
  g_assert_cmpstr (g_array_index (some, ClinchColumnValue, 0).value, ==, "Lost");
}

static void
test_too_much_text (void)
{
  g_autoptr(ClinchTable) table = clinch_table_new ();
  g_autofree char *cell = g_strnfill (1000000, 'x');
  g_autoptr(GError) error = NULL;
  guint line;

  for (line = 1; line < 1000 && error == NULL; line++)
    if (clinch_table_append_cell (table, cell, 1000000, line, &error))
      clinch_table_end_row (table, line, &error);
  g_assert_error (error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_cmpuint (line, ==, 270);
  g_assert_nonnull (strstr (error->message, "line 269 "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/table-column/date-order", test_date_order);
  g_test_add_func ("/exchange/table-column/number", test_number);
  g_test_add_func ("/exchange/table-column/boolean", test_boolean);
  g_test_add_func ("/exchange/table-column/stats", test_stats);
  g_test_add_func ("/exchange/table-column/values", test_values);
  g_test_add_func ("/exchange/table-column/too-much-text", test_too_much_text);

  return g_test_run ();
}
