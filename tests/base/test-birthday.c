// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-birthday.h"
#include "clinch-test-language.h"

#define TODAY "2026-11-23"

static void
test_valid (void)
{
  const char *good[] = { "1980-03-05", "1900-01-01", "2024-02-29", "--03-05", "--02-29",
                         "--12-31" };
  const char *bad[] = { "", "1899-12-31", "1604-03-05", "2026-02-29", "03-05", "--0305", "--3-5",
                        "--02-30",
                        "--13-01", "--03-055", "1980-03", "1980", "---05", "1980-03-05 " };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (clinch_birthday_is_valid (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (clinch_birthday_is_valid (bad[i]));
  g_assert_false (clinch_birthday_is_valid (NULL));
  g_assert_true (clinch_birthday_has_year ("1980-03-05"));
  g_assert_false (clinch_birthday_has_year ("--03-05"));
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    ClinchDateOrder order;
    const char *expected; /* NULL where it is none */
  } cases[] = {
    { "1980-03-05", CLINCH_DATE_ORDER_UNKNOWN, "1980-03-05" },
    { " 1980/3/5 ", CLINCH_DATE_ORDER_UNKNOWN, "1980-03-05" },
    { "19800305", CLINCH_DATE_ORDER_UNKNOWN, "1980-03-05" },
    { "1980年3月5日", CLINCH_DATE_ORDER_UNKNOWN, "1980-03-05" },
    { "1980-03-05T00:00:00Z", CLINCH_DATE_ORDER_UNKNOWN, "1980-03-05" },
    { "1980-03-05 08:00", CLINCH_DATE_ORDER_UNKNOWN, "1980-03-05" },
    { "3/5/1980", CLINCH_DATE_ORDER_MDY, "1980-03-05" },
    { "3/5/1980", CLINCH_DATE_ORDER_DMY, "1980-05-03" },
    { "3/5/1980", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "--03-05", CLINCH_DATE_ORDER_UNKNOWN, "--03-05" },
    { "--0305", CLINCH_DATE_ORDER_UNKNOWN, "--03-05" },
    { "--0305T1400", CLINCH_DATE_ORDER_UNKNOWN, "--03-05" },
    { "03-05", CLINCH_DATE_ORDER_UNKNOWN, "--03-05" },
    { "3月5日", CLINCH_DATE_ORDER_UNKNOWN, "--03-05" },
    { "2月29日", CLINCH_DATE_ORDER_UNKNOWN, "--02-29" },
    { "02-30", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "2026-11-23", CLINCH_DATE_ORDER_UNKNOWN, "2026-11-23" },
    { "2026-11-24", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "1604-03-05", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "1980", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "1980-03", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "---05", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "农历三月初五", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "", CLINCH_DATE_ORDER_UNKNOWN, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char birthday[CLINCH_BIRTHDAY_SIZE];
      gboolean is_birthday = clinch_birthday_parse (cases[i].text, cases[i].order, TODAY, birthday);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (is_birthday ? birthday : NULL, ==, cases[i].expected);
    }
}

static void
test_next (void)
{
  static const struct
  {
    const char *birthday;
    const char *today;
    const char *expected;
  } cases[] = {
    { "1980-11-23", "2026-11-23", "2026-11-23" },
    { "1980-11-24", "2026-11-23", "2026-11-24" },
    { "--11-22", "2026-11-23", "2027-11-22" },
    { "--01-01", "2026-12-31", "2027-01-01" },
    { "--02-29", "2026-02-28", "2026-02-28" },
    { "--02-29", "2026-03-01", "2027-02-28" },
    { "--02-29", "2028-02-28", "2028-02-29" },
    { "2000-02-29", "2027-03-01", "2028-02-29" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char date[CLINCH_DATE_SIZE];

      clinch_birthday_next (cases[i].birthday, cases[i].today, date);
      g_assert_cmpstr (date, ==, cases[i].expected);
    }
}

static void
test_format (void)
{
  static const struct
  {
    const char *birthday;
    const char *english;
    const char *chinese;
  } cases[] = {
    { "1980-03-05", "Mar 5, 1980", "1980年3月5日" },
    { "--03-05", "Mar 5", "3月5日" },
    { "--01-01", "Jan 1", "1月1日" },
    { "--12-31", "Dec 31", "12月31日" },
    { "--02-29", "Feb 29", "2月29日" },
    { NULL, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *english = clinch_birthday_format (cases[i].birthday);
      g_autofree char *chinese = NULL;

      g_assert_cmpstr (english, ==, cases[i].english);
      clinch_test_language_use ("zh_CN");
      chinese = clinch_birthday_format (cases[i].birthday);
      clinch_test_language_use ("en");
      g_assert_cmpstr (chinese, ==, cases[i].chinese);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/birthday/valid", test_valid);
  g_test_add_func ("/birthday/parse", test_parse);
  g_test_add_func ("/birthday/next", test_next);
  g_test_add_func ("/birthday/format", test_format);

  return g_test_run ();
}
