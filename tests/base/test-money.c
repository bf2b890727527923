// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-money.h"
#include "clinch-parse-error.h"

#include <string.h>

#define NBSP "\302\240"

static void
test_money_currency (void)
{
  struct
  {
    const char *currency;
    gboolean is_currency;
    int digits;
    const char *symbol;
  } cases[] = {
    { "CNY", TRUE, 2, "¥" },         { "USD", TRUE, 2, "$" },         { "EUR", TRUE, 2, "€" },
    { "JPY", TRUE, 0, "JP¥" },       { "HKD", TRUE, 2, "HK$" },       { "KRW", TRUE, 0, "₩" },
    { "KWD", TRUE, 3, "KWD" NBSP },  { "CHF", TRUE, 2, "CHF" NBSP },  { "XAF", TRUE, 0, "XAF" NBSP },
    { "INR", TRUE, 2, "₹" },         { "RSD", TRUE, 2, "RSD" NBSP },  { "cny", FALSE, 2, "¤" },
    { "DEM", FALSE, 2, "¤" },        { "ZZZ", FALSE, 2, "¤" },        { "", FALSE, 2, "¤" },
    { "CN", FALSE, 2, "¤" },         { "CNYX", FALSE, 2, "¤" },       { "¥", FALSE, 2, "¤" },
    { "P X", FALSE, 2, "¤" },        { NULL, FALSE, 2, "¤" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].currency != NULL ? cases[i].currency : "NULL");
      g_assert_cmpint (clinch_money_is_currency (cases[i].currency), ==, cases[i].is_currency);
      g_assert_cmpint (clinch_money_digits (cases[i].currency), ==, cases[i].digits);
      g_assert_cmpstr (clinch_money_symbol (cases[i].currency), ==, cases[i].symbol);
    }
}

typedef struct
{
  const char *text;
  const char *currency;
  gint64 minor;
} ParseCase;

static void
test_money_parse (void)
{
  const ParseCase cases[] = {
    { "0", "CNY", 0 },                     { "5", "CNY", 500 },                  { "-5", "CNY", -500 },
    { "+5", "CNY", 500 },                  { "−5", "CNY", -500 },                { "(300)", "CNY", -30000 },
    { "（300）", "CNY", -30000 },          { "(¥1,200.50)", "CNY", -120050 },    { "-¥5", "CNY", -500 },
    { "¥-5", "CNY", -500 },                { "1,234.50", "CNY", 123450 },        { "1,234", "CNY", 123400 },
    { "1,234,567", "CNY", 123456700 },     { "1.234,50", "CNY", 123450 },        { "1.234.567", "CNY", 123456700 },
    { "1 234,50", "CNY", 123450 },         { "1" NBSP "234.50", "CNY", 123450 }, { "1'234.50", "CNY", 123450 },
    { "12,5", "CNY", 1250 },               { "12,50", "CNY", 1250 },             { "0,500", "CNY", 50 },
    { ".5", "CNY", 50 },                   { "007", "CNY", 700 },                { "1.2300", "CNY", 123 },
    { "  42 \n", "CNY", 4200 },            { "１２３", "CNY", 12300 },           { "１，２３４．５", "CNY", 123450 },
    { "¥ 12.5万", "CNY", 12500000 },       { "￥12.5万元", "CNY", 12500000 },    { "12.5 万", "CNY", 12500000 },
    { "120万", "CNY", 120000000 },         { "50w", "CNY", 50000000 },           { "1.2亿", "CNY", 12000000000 },
    { "3千", "CNY", 300000 },              { "3百万", "CNY", 300000000 },        { "2千万元", "CNY", 2000000000 },
    { "1.5萬", "CNY", 1500000 },           { "0.00001万", "CNY", 10 },           { "1.23456789亿", "CNY", 12345678900 },
    { "3M", "CNY", 300000000 },            { "3m", "CNY", 300000000 },           { "250k", "CNY", 25000000 },
    { "1.5bn", "CNY", 150000000000 },      { "2B", "CNY", 200000000000 },        { "2 million", "CNY", 200000000 },
    { "CNY 100", "CNY", 10000 },           { "100 cny", "CNY", 10000 },          { "RMB100", "CNY", 10000 },
    { "人民币100元", "CNY", 10000 },       { "$1,000", "USD", 100000 },          { "US$1,000", "USD", 100000 },
    { "1000美元", "USD", 100000 },         { "$5", "HKD", 500 },                 { "HK$5", "HKD", 500 },
    { "€1.234,50", "EUR", 123450 },        { "1234,50 €", "EUR", 123450 },       { "¥1500", "JPY", 1500 },
    { "JP¥1,500", "JPY", 1500 },           { "1500.00", "JPY", 1500 },           { "1.5k", "JPY", 1500 },
    { "1.234", "KWD", 1234 },              { "1,234", "KWD", 1234000 },          { "1234,567", "KWD", 1234567 },
    { "KWD" NBSP "1.5", "KWD", 1500 },     { "100 KRW", "KRW", 100 },            { "CHF 1'234.00", "CHF", 123400 },
    { "90000000000000", "CNY", 9000000000000000 },  { "-90,000,000,000,000.00", "CNY", -9000000000000000 },
    { "90万亿", "CNY", 9000000000000000 },          { "9000000000000000", "JPY", 9000000000000000 },
    { "0.000000000000000000000000000000000000000000", "CNY", 0 }, { "-0", "CNY", 0 },
    { "000000000000000000000000000000000000000007", "CNY", 700 },
    { "十万", "CNY", 10000000 },           { "三十万", "CNY", 30000000 },        { "两百五十万", "CNY", 250000000 },
    { "一千二百三十四", "CNY", 123400 },   { "三百零五万元", "CNY", 305000000 }, { "人民币叁拾万元整", "CNY", 30000000 },
    { "300000元整", "CNY", 30000000 },     { "三万五", "CNY", 3500000 },         { "三万零五", "CNY", 3000500 },
    { "一百二", "CNY", 12000 },            { "十五", "CNY", 1500 },              { "1亿2000万", "CNY", 12000000000 },
    { "12万5千", "CNY", 12500000 },        { "1千2百万", "CNY", 1200000000 },    { "一万亿", "CNY", 100000000000000 },
    { "-三十万", "CNY", -30000000 },   { "三十K", "CNY", 3000000 },          { "五萬", "CNY", 5000000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 minor = -1;

      g_test_message ("%s %s", cases[i].text, cases[i].currency);
      clinch_money_parse (cases[i].text, cases[i].currency, &minor, &error);
      g_assert_no_error (error);
      g_assert_cmpint (minor, ==, cases[i].minor);
    }
}

static void
test_money_refuse (void)
{
  struct
  {
    const char *text;
    const char *currency;
    ClinchParseError code;
  } cases[] = {
    { NULL, "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "  ", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "-", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "¥", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "()", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "(", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "(5", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "5)", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "-(5)", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "(-5)", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "--5", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "-¥-5", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "5-", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "1,23,4", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "1,2345,6789", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "1234,567,890", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "1,234.567.890", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "1.234,567,890", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "1,234,56", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "0,123,456", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "1 2", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "1  234", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "5.", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { ",5", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "1..5", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "12万5", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "3千12百", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "5万3亿", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "二〇二六", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "百万", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "三十多万", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "一二三", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "第一期", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "三十万美元", "CNY", CLINCH_PARSE_ERROR_CURRENCY },
    { "九十一万亿", "CNY", CLINCH_PARSE_ERROR_RANGE },
    { "5万万", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "1e5", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "0x10", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "50%", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "NaN", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "inf", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "about 5", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "5 apples", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "=1+1", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "%s%n", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "5\xff", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "\xff", "CNY", CLINCH_PARSE_ERROR_INVALID },
    { "1.234", "CNY", CLINCH_PARSE_ERROR_PRECISION },
    { "0.001", "CNY", CLINCH_PARSE_ERROR_PRECISION },
    { "1500.5", "JPY", CLINCH_PARSE_ERROR_PRECISION },
    { "1.2345", "KWD", CLINCH_PARSE_ERROR_PRECISION },
    { "0.0000001万", "CNY", CLINCH_PARSE_ERROR_PRECISION },
    { "90000000000000.01", "CNY", CLINCH_PARSE_ERROR_RANGE },
    { "-90000000000000.01", "CNY", CLINCH_PARSE_ERROR_RANGE },
    { "9000000000000001", "JPY", CLINCH_PARSE_ERROR_RANGE },
    { "91万亿", "CNY", CLINCH_PARSE_ERROR_RANGE },
    { "99999999999999999999万亿", "CNY", CLINCH_PARSE_ERROR_RANGE },
    { "100000000000000000000000000000000000000000000", "CNY", CLINCH_PARSE_ERROR_RANGE },
    { "$5", "CNY", CLINCH_PARSE_ERROR_CURRENCY },
    { "5 USD", "CNY", CLINCH_PARSE_ERROR_CURRENCY },
    { "3 MXN", "CNY", CLINCH_PARSE_ERROR_CURRENCY },
    { "3万美元", "CNY", CLINCH_PARSE_ERROR_CURRENCY },
    { "5元", "USD", CLINCH_PARSE_ERROR_CURRENCY },
    { "¥5", "USD", CLINCH_PARSE_ERROR_CURRENCY },
    { "JP¥5", "CNY", CLINCH_PARSE_ERROR_CURRENCY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 minor = 77;

      g_test_message ("%s", cases[i].text != NULL ? cases[i].text : "NULL");
      g_assert_false (clinch_money_parse (cases[i].text, cases[i].currency, &minor, &error));
      g_assert_error (error, CLINCH_PARSE_ERROR, (int) cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (minor, ==, 77);
    }
}

static void
test_money_refuse_long (void)
{
  g_autofree char *text = g_strnfill (10000000, '9');
  g_autoptr(GError) error = NULL;
  gint64 minor;

  g_assert_false (clinch_money_parse (text, "CNY", &minor, &error));
  g_assert_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_INVALID);
  g_assert_cmpuint (strlen (error->message), <, 200);
}

static void
test_money_format (void)
{
  struct
  {
    gint64 major;
    const char *western;
    const char *chinese;
  } cases[] = {
    { 0, "¥0", "¥0" },
    { 1, "¥1", "¥1" },
    { 980, "¥980", "¥980" },
    { 999, "¥999", "¥999" },
    { 1000, "¥1K", "¥1,000" },
    { 1004, "¥1K", "¥1,004" },
    { 1005, "¥1.01K", "¥1,005" },
    { 9800, "¥9.8K", "¥9,800" },
    { 9999, "¥10K", "¥9,999" },
    { 10000, "¥10K", "¥1万" },
    { 10049, "¥10K", "¥1万" },
    { 10050, "¥10.1K", "¥1.01万" },
    { 99949, "¥99.9K", "¥9.99万" },
    { 99950, "¥100K", "¥10万" },
    { 350000, "¥350K", "¥35万" },
    { 999499, "¥999K", "¥99.9万" },
    { 999500, "¥1M", "¥100万" },
    { 999949, "¥1M", "¥100万" },
    { 999950, "¥1M", "¥100万" },
    { 1200000, "¥1.2M", "¥120万" },
    { 1234567, "¥1.23M", "¥123万" },
    { 12345678, "¥12.3M", "¥1235万" },
    { 99994999, "¥100M", "¥9999万" },
    { 99995000, "¥100M", "¥1亿" },
    { 120000000, "¥120M", "¥1.2亿" },
    { 999499999, "¥999M", "¥9.99亿" },
    { 999500000, "¥1B", "¥10亿" },
    { 123456789012, "¥123B", "¥1235亿" },
    { 999949999999, "¥1,000B", "¥9999亿" },
    { 999950000000, "¥1,000B", "¥1万亿" },
    { 90000000000000, "¥90,000B", "¥90万亿" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (int sign = 1; sign >= -1; sign -= 2)
        {
          gint64 minor = cases[i].major * 100 * sign;
          g_autofree char *western = clinch_money_format (minor, "CNY", CLINCH_MONEY_WESTERN);
          g_autofree char *chinese = clinch_money_format (minor, "CNY", CLINCH_MONEY_CHINESE);
          const char *minus = minor < 0 ? "-" : "";
          g_autofree char *expected_western = g_strconcat (minus, cases[i].western, NULL);
          g_autofree char *expected_chinese = g_strconcat (minus, cases[i].chinese, NULL);

          g_assert_cmpstr (western, ==, expected_western);
          g_assert_cmpstr (chinese, ==, expected_chinese);
        }
    }
}

static void
test_money_format_currency (void)
{
  struct
  {
    gint64 minor;
    const char *currency;
    ClinchMoneyStyle style;
    const char *expected;
  } cases[] = {
    { 1, "CNY", CLINCH_MONEY_WESTERN, "¥0.01" },
    { 50, "CNY", CLINCH_MONEY_CHINESE, "¥0.5" },
    { 999, "CNY", CLINCH_MONEY_WESTERN, "¥9.99" },
    { 1234, "CNY", CLINCH_MONEY_WESTERN, "¥12.3" },
    { 1235, "CNY", CLINCH_MONEY_WESTERN, "¥12.4" },
    { 98050, "CNY", CLINCH_MONEY_CHINESE, "¥981" },
    { 99949, "CNY", CLINCH_MONEY_WESTERN, "¥999" },
    { 99950, "CNY", CLINCH_MONEY_WESTERN, "¥1K" },
    { 99950, "CNY", CLINCH_MONEY_CHINESE, "¥1,000" },
    { 999949, "CNY", CLINCH_MONEY_CHINESE, "¥9,999" },
    { 999950, "CNY", CLINCH_MONEY_CHINESE, "¥1万" },
    { 1500, "JPY", CLINCH_MONEY_WESTERN, "JP¥1.5K" },
    { 9, "JPY", CLINCH_MONEY_WESTERN, "JP¥9" },
    { 12000000, "JPY", CLINCH_MONEY_CHINESE, "JP¥1200万" },
    { 1234567, "KWD", CLINCH_MONEY_WESTERN, "KWD" NBSP "1.23K" },
    { 1005, "KWD", CLINCH_MONEY_WESTERN, "KWD" NBSP "1.01" },
    { G_MININT64, "CNY", CLINCH_MONEY_CHINESE, "-¥92234万亿" },
    { G_MAXINT64, "JPY", CLINCH_MONEY_WESTERN, "JP¥9,223,372,037B" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = clinch_money_format (cases[i].minor, cases[i].currency,
                                                   cases[i].style);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_money_format_full (void)
{
  struct
  {
    gint64 minor;
    const char *currency;
    const char *full;
    const char *plain;
  } cases[] = {
    { 123456700, "CNY", "¥1,234,567.00", "1234567.00" },
    { 0, "CNY", "¥0.00", "0.00" },
    { 5, "CNY", "¥0.05", "0.05" },
    { -5, "CNY", "-¥0.05", "-0.05" },
    { -99999, "USD", "-$999.99", "-999.99" },
    { 100000, "USD", "$1,000.00", "1000.00" },
    { 1500, "JPY", "JP¥1,500", "1500" },
    { 999, "JPY", "JP¥999", "999" },
    { -1234567, "KWD", "-KWD" NBSP "1,234.567", "-1234.567" },
    { 9000000000000000, "CNY", "¥90,000,000,000,000.00", "90000000000000.00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *full = clinch_money_format_full (cases[i].minor, cases[i].currency);
      g_autofree char *plain = clinch_money_format_plain (cases[i].minor, cases[i].currency);
      const char *texts[] = { full, plain };

      g_assert_cmpstr (full, ==, cases[i].full);
      g_assert_cmpstr (plain, ==, cases[i].plain);
      for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_autoptr(GError) error = NULL;
          gint64 minor = -1;

          clinch_money_parse (texts[j], cases[i].currency, &minor, &error);
          g_assert_no_error (error);
          g_assert_cmpint (minor, ==, cases[i].minor);
        }
    }
}

static void
test_money_percent (void)
{
  struct
  {
    gint64 minor;
    int percent;
    gint64 expected;
  } cases[] = {
    { 10000, 30, 3000 },  { 1, 50, 1 },    { -1, 50, -1 },   { 1, 49, 0 },   { -1, 49, 0 },
    { 333, 33, 110 },     { 350, 1, 4 },   { -350, 1, -4 },  { 349, 1, 3 },  { 77, 0, 0 },
    { 77, 100, 77 },      { 9000000000000000, 99, 8910000000000000 },
    { -9000000000000000, 100, -9000000000000000 },           { G_MAXINT64, 100, G_MAXINT64 },
    { G_MININT64, 100, G_MININT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (clinch_money_percent (cases[i].minor, cases[i].percent), ==,
                     cases[i].expected);
}

static void
test_money_style (void)
{
  /* The tests run in English. */
  g_assert_cmpint (clinch_money_style (), ==, CLINCH_MONEY_WESTERN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/money/currency", test_money_currency);
  g_test_add_func ("/money/parse", test_money_parse);
  g_test_add_func ("/money/refuse", test_money_refuse);
  g_test_add_func ("/money/refuse-long", test_money_refuse_long);
  g_test_add_func ("/money/format", test_money_format);
  g_test_add_func ("/money/format-currency", test_money_format_currency);
  g_test_add_func ("/money/format-full", test_money_format_full);
  g_test_add_func ("/money/percent", test_money_percent);
  g_test_add_func ("/money/style", test_money_style);
  return g_test_run ();
}
