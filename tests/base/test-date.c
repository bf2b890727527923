// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-date.h"

#include <string.h>

static void
test_date_valid (void)
{
  const char *good[] = { "2026-11-23", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31" };
  const char *bad[] = {
    "", "2026-11-2", "2026-11-231", "2026-1-05", "2026/11/23", "2026-13-01", "2026-00-10", "2026-04-31",
    "2025-02-29", "1900-02-29", "2100-02-29", "0000-01-01", "-026-11-23", "2026-11-2x", " 2026-11-23",
    "2026-11-23 ", "２０２６-11-23", "\xff\xfe", "2026-11-00", "2026-11-23T09:00",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (clinch_date_is_valid (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (clinch_date_is_valid (bad[i]));
      g_assert_cmpuint (clinch_date_to_days (bad[i]), ==, 0);
    }
  g_assert_false (clinch_date_is_valid (NULL));
}

/* GDate is the other opinion on every day of eight centuries and at both ends. */
static void
test_date_days (void)
{
  g_autoptr(GDate) other = g_date_new_dmy (1, 1, 1600);
  guint32 first = g_date_get_julian (other);

  for (guint32 days = first; days < first + 800 * 366; days++)
    {
      char date[CLINCH_DATE_SIZE];
      char expected[32];

      g_date_set_julian (other, days);
      g_snprintf (expected, sizeof expected, "%04d-%02d-%02d", g_date_get_year (other),
                  g_date_get_month (other), g_date_get_day (other));
      clinch_date_from_days (days, date);
      g_assert_cmpstr (date, ==, expected);
      g_assert_cmpuint (clinch_date_to_days (date), ==, days);
      g_assert_cmpint (clinch_date_weekday (date), ==, g_date_get_weekday (other));
    }

  g_assert_cmpuint (clinch_date_to_days ("0001-01-01"), ==, 1);
  g_date_set_dmy (other, 31, 12, 9999);
  g_assert_cmpuint (clinch_date_to_days ("9999-12-31"), ==, g_date_get_julian (other));
}

static void
test_date_add (void)
{
  struct
  {
    const char *date;
    int days;
    const char *expected;
  } cases[] = {
    { "2026-11-23", 0, "2026-11-23" },   { "2026-12-31", 1, "2027-01-01" },
    { "2027-01-01", -1, "2026-12-31" },  { "2024-02-28", 1, "2024-02-29" },
    { "2025-02-28", 1, "2025-03-01" },   { "2024-03-01", -1, "2024-02-29" },
    { "2024-02-29", 366, "2025-03-01" }, { "2026-11-23", 365, "2027-11-23" },
    { "9999-12-31", 1, "9999-12-31" },   { "0001-01-01", -1, "0001-01-01" },
    { "2026-11-23", G_MAXINT, "9999-12-31" }, { "2026-11-23", G_MININT, "0001-01-01" },
    { "nonsense", 1, "" },
  };
  char same[CLINCH_DATE_SIZE] = "2026-11-30";

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char result[CLINCH_DATE_SIZE];

      clinch_date_add_days (cases[i].date, cases[i].days, result);
      g_assert_cmpstr (result, ==, cases[i].expected);
    }

  clinch_date_add_days (same, 1, same);
  g_assert_cmpstr (same, ==, "2026-12-01");
  g_assert_cmpint (clinch_date_days_between ("2026-12-30", "2027-01-02"), ==, 3);
  g_assert_cmpint (clinch_date_days_between ("2027-01-02", "2026-12-30"), ==, -3);
  g_assert_cmpint (clinch_date_weekday ("2026-11-23"), ==, 1);
  g_assert_cmpint (clinch_date_weekday ("2026-11-29"), ==, 7);
}

static void
test_date_instants (void)
{
  g_autoptr(GTimeZone) shanghai = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr(GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  char date[CLINCH_DATE_SIZE];

  /* 1795363200 is 2026-11-22T16:00:00Z, midnight in Shanghai. */
  clinch_date_from_instant (1795363200, shanghai, date);
  g_assert_cmpstr (date, ==, "2026-11-23");
  clinch_date_from_instant (1795363199, shanghai, date);
  g_assert_cmpstr (date, ==, "2026-11-22");
  clinch_date_from_instant (1795363200, utc, date);
  g_assert_cmpstr (date, ==, "2026-11-22");
  clinch_date_from_instant (-1, utc, date);
  g_assert_cmpstr (date, ==, "1969-12-31");
  clinch_date_from_instant (G_MAXINT64, utc, date);
  g_assert_cmpstr (date, ==, "9999-12-31");
  clinch_date_from_instant (G_MININT64, utc, date);
  g_assert_cmpstr (date, ==, "0001-01-01");

  g_assert_cmpint (clinch_date_to_instant ("2026-11-23", 0, shanghai), ==, 1795363200);
  g_assert_cmpint (clinch_date_to_instant ("2026-11-23", 12, utc), ==, 1795435200);
  /* Summer time begins in Berlin on 29 March 2026 at 1:00 UTC: 2:00 does not exist, noon is 10:00
   * UTC. */
  g_assert_cmpint (clinch_date_to_instant ("2026-03-29", 12, berlin), ==, 1774778400);
  g_assert_cmpint (clinch_date_to_instant ("2026-03-29", 2, berlin), ==, 1774746000);
}

static void
test_date_parse (void)
{
  struct
  {
    const char *text;
    ClinchDateOrder order;
    const char *expected;
  } cases[] = {
    { "2026-11-23", CLINCH_DATE_ORDER_UNKNOWN, "2026-11-23" },
    { "2026-11-23", CLINCH_DATE_ORDER_MDY, "2026-11-23" },
    { "2026/1/5", CLINCH_DATE_ORDER_UNKNOWN, "2026-01-05" },
    { "2026.1.5", CLINCH_DATE_ORDER_DMY, "2026-01-05" },
    { "20261123", CLINCH_DATE_ORDER_UNKNOWN, "2026-11-23" },
    { " \t2026-11-23\n", CLINCH_DATE_ORDER_UNKNOWN, "2026-11-23" },
    { "3/1/2017", CLINCH_DATE_ORDER_MDY, "2017-03-01" },
    { "3/1/2017", CLINCH_DATE_ORDER_DMY, "2017-01-03" },
    { "3/1/2017", CLINCH_DATE_ORDER_YMD, NULL },
    { "3/1/2017", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "3/3/2017", CLINCH_DATE_ORDER_UNKNOWN, "2017-03-03" },
    { "12/31/2017", CLINCH_DATE_ORDER_UNKNOWN, "2017-12-31" },
    { "12/31/2017", CLINCH_DATE_ORDER_DMY, NULL },
    { "31.12.2017", CLINCH_DATE_ORDER_UNKNOWN, "2017-12-31" },
    { "1.3.2017", CLINCH_DATE_ORDER_DMY, "2017-03-01" },
    { "3-1-2017", CLINCH_DATE_ORDER_MDY, "2017-03-01" },
    { "12/31/99", CLINCH_DATE_ORDER_MDY, "1999-12-31" },
    { "12/31/69", CLINCH_DATE_ORDER_MDY, "2069-12-31" },
    { "26/11/23", CLINCH_DATE_ORDER_YMD, "2026-11-23" },
    { "3/1/17", CLINCH_DATE_ORDER_MDY, "2017-03-01" },
    { "2/29/2024", CLINCH_DATE_ORDER_MDY, "2024-02-29" },
    { "2/29/2025", CLINCH_DATE_ORDER_MDY, NULL },
    { "2026年11月23日", CLINCH_DATE_ORDER_UNKNOWN, "2026-11-23" },
    { "2026年11月23号", CLINCH_DATE_ORDER_MDY, "2026-11-23" },
    { "２０２６年１月５日", CLINCH_DATE_ORDER_UNKNOWN, "2026-01-05" },
    { "2026 年 1 月 5 日", CLINCH_DATE_ORDER_UNKNOWN, "2026-01-05" },
    { "26年1月5日", CLINCH_DATE_ORDER_UNKNOWN, "2026-01-05" },
    { "11月23日", CLINCH_DATE_ORDER_UNKNOWN, "2026-11-23" },
    { "12月31日", CLINCH_DATE_ORDER_UNKNOWN, "2026-12-31" },
    { "2月29日", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "2026-11-23 09:15", CLINCH_DATE_ORDER_UNKNOWN, "2026-11-23" },
    { "2026-11-23T09:15:30.123456+08:00", CLINCH_DATE_ORDER_UNKNOWN, "2026-11-23" },
    { "20261123T091530Z", CLINCH_DATE_ORDER_UNKNOWN, "2026-11-23" },
    { "3/1/2017 9:15 PM", CLINCH_DATE_ORDER_MDY, "2017-03-01" },
    { "2026年11月23日 星期一 上午9:15", CLINCH_DATE_ORDER_UNKNOWN, "2026-11-23" },
    { "2026年11月23日（周一）", CLINCH_DATE_ORDER_UNKNOWN, "2026-11-23" },
    { "2026年11月23日9时15分", CLINCH_DATE_ORDER_UNKNOWN, "2026-11-23" },
    { "", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "   ", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "soon", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "2026-11", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "2026年11月", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "2026-11-23x", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "2026-11-23 x", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "2026-11-23,", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "2026-11-23 25:00", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "2026-11-23 09:60", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "2026-11-23T", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "2026-11/23", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "2026-11-31", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "2026-11-023", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "20261131", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "202611231", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "99999999", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "1900-01-00", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "0000-00-00", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "-2026-11-23", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "3/1/217", CLINCH_DATE_ORDER_MDY, NULL },
    { "1/2/3", CLINCH_DATE_ORDER_YMD, NULL },
    { "11/23", CLINCH_DATE_ORDER_MDY, NULL },
    { "43000", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "2026-11-23\xff", CLINCH_DATE_ORDER_UNKNOWN, NULL },
    { "\xe5\xb9", CLINCH_DATE_ORDER_UNKNOWN, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char date[CLINCH_DATE_SIZE] = "";
      gboolean found = clinch_date_parse (cases[i].text, cases[i].order, "2026-07-01", date);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (found, ==, cases[i].expected != NULL);
      g_assert_cmpstr (date, ==, cases[i].expected != NULL ? cases[i].expected : "");
    }
}

static void
test_date_parse_edges (void)
{
  char date[CLINCH_DATE_SIZE] = "";
  g_autofree char *long_text = g_strnfill (1000000, '1');

  g_assert_false (clinch_date_parse (NULL, CLINCH_DATE_ORDER_UNKNOWN, NULL, date));
  g_assert_false (clinch_date_parse (long_text, CLINCH_DATE_ORDER_UNKNOWN, NULL, date));
  g_assert_false (clinch_date_parse ("11月23日", CLINCH_DATE_ORDER_UNKNOWN, NULL, date));
  g_assert_cmpstr (date, ==, "");
  g_assert_true (clinch_date_parse ("2月29日", CLINCH_DATE_ORDER_UNKNOWN, "2028-12-31", date));
  g_assert_cmpstr (date, ==, "2028-02-29");
}

static void
test_date_orders (void)
{
  const guint ymd = 1u << CLINCH_DATE_ORDER_YMD;
  const guint mdy = 1u << CLINCH_DATE_ORDER_MDY;
  const guint dmy = 1u << CLINCH_DATE_ORDER_DMY;
  struct
  {
    const char *text;
    guint orders;
  } cases[] = {
    { "2026-11-23", ymd },   { "20261123", ymd },        { "2026年11月23日", ymd }, { "2月29日", ymd },
    { "3/1/2017", mdy | dmy }, { "12/31/2017", mdy },    { "31/12/2017", dmy },     { "3/3/2017", mdy | dmy },
    { "01/02/03", ymd | mdy | dmy }, { "12/31/69", mdy }, { "31/12/69", dmy },      { "2/30/2017", 0 },
    { "x", 0 },              { "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (clinch_date_possible_orders (cases[i].text), ==, cases[i].orders);
    }
}

static void
test_date_instant_parse (void)
{
  struct
  {
    const char *text;
    gint64 expected;
  } cases[] = {
    /* 1795395600 is 2026-11-23T01:00:00Z. */
    { "2026-11-23T01:00:00Z", 1795395600 },       { "2026-11-23T09:00:00+08:00", 1795395600 },
    { "2026-11-22T20:00:00-0500", 1795395600 },   { "2026-11-23 06:30:00 +05:30", 1795395600 },
    { "20261123T010000Z", 1795395600 },           { "2026-11-23 01:00 UTC", 1795395600 },
    { "2026-11-23 01:00 GMT+0", 0 },              { "2026-11-23 09:00", 1795395600 },
    { "2026/11/23 9:00:00", 1795395600 },         { "2026-11-23T09:00:00", 1795395600 },
    { "11/23/2026 9:00 AM", 1795395600 },         { "2026年11月23日 上午9:00", 1795395600 },
    { "2026年11月23日 9点", 1795395600 },         { "2026-11-23 9:00:00.999", 1795395600 },
    { "2026-11-23", 1795406400 },                 { "11/23/2026 12:00 PM", 1795406400 },
    { "11/23/2026 12:00 AM", 1795363200 },        { "2026-11-23 下午9:00", 1795438800 },
    { "2026-11-23 13:00 AM", 0 },                 { "2026-11-23 0:30 PM", 0 },
    { "2026-11-23 09:00 +25:00", 0 },             { "2026-11-23 09:00 tea", 0 },
    { "09:00", 0 },                               { "1795395600", 0 },
  };
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 instant = 0;
      gboolean found = clinch_instant_parse (cases[i].text, CLINCH_DATE_ORDER_MDY, NULL, zone,
                                             &instant);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (instant, ==, cases[i].expected);
      g_assert_cmpint (found, ==, cases[i].expected != 0);
    }
}

static void
test_date_format (void)
{
  struct
  {
    const char *date;
    const char *today;
    const char *expected;
  } cases[] = {
    { "2026-11-23", "2026-11-23", "Today" },        { "2026-11-24", "2026-11-23", "Tomorrow" },
    { "2026-11-22", "2026-11-23", "Yesterday" },    { "2026-11-25", "2026-11-23", "Nov 25" },
    { "2026-01-01", "2026-11-23", "Jan 1" },        { "2027-11-23", "2026-11-23", "Nov 23, 2027" },
    { "2027-01-01", "2026-12-31", "Tomorrow" },     { "2026-12-31", "2027-01-01", "Yesterday" },
    { "2026-12-31", "2027-01-02", "Dec 31, 2026" }, { NULL, "2026-11-23", "" },
    { "", "2026-11-23", "" },                       { "2026-11-23", "", "Nov 23, 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = clinch_date_format (cases[i].date, cases[i].today);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_date_format_full (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autofree char *monday = clinch_date_format_full ("2026-11-23");
  g_autofree char *leap_day = clinch_date_format_full ("2028-02-29");
  g_autofree char *missing = clinch_date_format_full (NULL);
  g_autofree char *now = clinch_instant_format (1795395600, 1795395600, zone);
  g_autofree char *late = clinch_instant_format (1795363199, 1795395600, zone);
  g_autofree char *iso = clinch_instant_to_iso (1795395600);
  g_autofree char *old = clinch_instant_to_iso (-1);

  g_assert_cmpstr (monday, ==, "Mon, Nov 23, 2026");
  g_assert_cmpstr (leap_day, ==, "Tue, Feb 29, 2028");
  g_assert_cmpstr (missing, ==, "");
  g_assert_cmpstr (now, ==, "Today 09:00");
  g_assert_cmpstr (late, ==, "Yesterday 23:59");
  g_assert_cmpstr (iso, ==, "2026-11-23T01:00:00Z");
  g_assert_cmpstr (old, ==, "1969-12-31T23:59:59Z");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/date/valid", test_date_valid);
  g_test_add_func ("/date/days", test_date_days);
  g_test_add_func ("/date/add", test_date_add);
  g_test_add_func ("/date/instants", test_date_instants);
  g_test_add_func ("/date/parse", test_date_parse);
  g_test_add_func ("/date/parse-edges", test_date_parse_edges);
  g_test_add_func ("/date/orders", test_date_orders);
  g_test_add_func ("/date/instant-parse", test_date_instant_parse);
  g_test_add_func ("/date/format", test_date_format);
  g_test_add_func ("/date/format-full", test_date_format_full);
  return g_test_run ();
}
