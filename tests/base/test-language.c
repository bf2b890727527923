// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-date.h"
#include "clinch-money.h"
#include "clinch-parse-error.h"
#include "clinch-test-language.h"

/* What a Chinese reader sees, through the real catalogue. */

static void
test_language_dates (void)
{
  struct
  {
    const char *date;
    const char *short_form;
    const char *full;
  } cases[] = {
    { "2026-11-23", "今天", "2026年11月23日 周一" },
    { "2026-11-24", "明天", "2026年11月24日 周二" },
    { "2026-11-22", "昨天", "2026年11月22日 周日" },
    { "2026-01-05", "1月5日", "2026年1月5日 周一" },
    { "2026-12-31", "12月31日", "2026年12月31日 周四" },
    { "2027-11-23", "2027年11月23日", "2027年11月23日 周二" },
    { "2028-02-29", "2028年2月29日", "2028年2月29日 周二" },
    { NULL, "", "" },
  };

  clinch_test_language_use ("zh_CN");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *short_form = clinch_date_format (cases[i].date, "2026-11-23");
      g_autofree char *full = clinch_date_format_full (cases[i].date);

      g_assert_cmpstr (short_form, ==, cases[i].short_form);
      g_assert_cmpstr (full, ==, cases[i].full);
    }
}

static void
test_language_months (void)
{
  clinch_test_language_use ("zh_CN");
  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *date = g_strdup_printf ("2025-%02d-09", month);
      g_autofree char *expected = g_strdup_printf ("2025年%d月9日", month);
      g_autofree char *text = clinch_date_format (date, "2026-11-23");
      char parsed[CLINCH_DATE_SIZE];

      g_assert_cmpstr (text, ==, expected);
      g_assert_true (clinch_date_parse (text, CLINCH_DATE_ORDER_UNKNOWN, NULL, parsed));
      g_assert_cmpstr (parsed, ==, date);
    }
}

static void
test_language_instants (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autofree char *today = NULL;
  g_autofree char *earlier = NULL;

  clinch_test_language_use ("zh_CN");
  today = clinch_instant_format (1795395600, 1795395600, zone);
  earlier = clinch_instant_format (1795395600 - 7 * 86400, 1795395600, zone);
  g_assert_cmpstr (today, ==, "今天 09:00");
  g_assert_cmpstr (earlier, ==, "11月16日 09:00");
}

static void
test_language_money (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 minor;

  clinch_test_language_use ("zh_CN");
  g_assert_cmpint (clinch_money_style (), ==, CLINCH_MONEY_CHINESE);
  text = clinch_money_format (120000000, "CNY", clinch_money_style ());
  g_assert_cmpstr (text, ==, "¥120万");
  g_assert_false (clinch_money_parse ("3万5", "CNY", &minor, &error));
  g_assert_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_INVALID);
  g_assert_nonnull (g_strstr_len (error->message, -1, "12.5万"));

  clinch_test_language_use ("en");
  g_assert_cmpint (clinch_money_style (), ==, CLINCH_MONEY_WESTERN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/language/dates", test_language_dates);
  g_test_add_func ("/language/months", test_language_months);
  g_test_add_func ("/language/instants", test_language_instants);
  g_test_add_func ("/language/money", test_language_money);
  return g_test_run ();
}
