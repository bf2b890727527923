// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-date.h"
#include "clinch-quick-date.h"

#include <glib.h>
#include <locale.h>

/* 2026-11-23 is a Monday. */
#define MONDAY "2026-11-23"
#define FRIDAY "2026-11-27"
#define SUNDAY "2026-11-29"

typedef struct
{
  const char *today;
  const char *text;
  const char *found;
  const char *neutral;
  const char *past;
  const char *future;
  int         minutes;
} DateCase;

static const DateCase cases[] = {
  /* Days counted from today. */
  { MONDAY, "今天拜访", "今天", "2026-11-23", NULL, NULL, -1 },
  { MONDAY, "昨天拜访", "昨天", "2026-11-22", NULL, NULL, -1 },
  { MONDAY, "大前天拜访", "大前天", "2026-11-20", NULL, NULL, -1 },
  { MONDAY, "前天拜访", "前天", "2026-11-21", NULL, NULL, -1 },
  { MONDAY, "明天报价", "明天", "2026-11-24", NULL, NULL, -1 },
  { MONDAY, "后天报价", "后天", "2026-11-25", NULL, NULL, -1 },
  { MONDAY, "大后天报价", "大后天", "2026-11-26", NULL, NULL, -1 },
  { "2026-12-31", "明天报价", "明天", "2027-01-01", NULL, NULL, -1 },
  { "2027-01-01", "昨天拜访", "昨天", "2026-12-31", NULL, NULL, -1 },
  { "2028-02-28", "明天报价", "明天", "2028-02-29", NULL, NULL, -1 },
  { MONDAY, "三天后报价", "三天后", "2026-11-26", NULL, NULL, -1 },
  { MONDAY, "两周后报价", "两周后", "2026-12-07", NULL, NULL, -1 },
  { MONDAY, "10天内报价", "10天内", "2026-12-03", NULL, NULL, -1 },
  { MONDAY, "十五天之内报价", "十五天之内", "2026-12-08", NULL, NULL, -1 },
  { MONDAY, "两三天内报价", "两三天内", "2026-11-26", NULL, NULL, -1 },
  { MONDAY, "半个月后报价", "半个月后", "2026-12-08", NULL, NULL, -1 },
  { MONDAY, "一个月内签约", "一个月内", "2026-12-23", NULL, NULL, -1 },
  { "2027-01-31", "一个月后签约", "一个月后", "2027-02-28", NULL, NULL, -1 },
  { MONDAY, "3天前拜访", "3天前", "2026-11-20", NULL, NULL, -1 },
  { MONDAY, "3个工作日内回复", "3个工作日内", "2026-11-26", NULL, NULL, -1 },
  { FRIDAY, "两个工作日内回复", "两个工作日内", "2026-12-01", NULL, NULL, -1 },
  { MONDAY, "过两天报价", "过两天", "2026-11-25", NULL, NULL, -1 },

  /* Weeks begin on Monday; Sunday is still in the week before. */
  { MONDAY, "下周三报价", "下周三", "2026-12-02", NULL, NULL, -1 },
  { FRIDAY, "下周三报价", "下周三", "2026-12-02", NULL, NULL, -1 },
  { SUNDAY, "下周三报价", "下周三", "2026-12-02", NULL, NULL, -1 },
  { SUNDAY, "下周一报价", "下周一", "2026-11-30", NULL, NULL, -1 },
  { SUNDAY, "本周日", "本周日", "2026-11-29", NULL, NULL, -1 },
  { MONDAY, "下下周一报价", "下下周一", "2026-12-07", NULL, NULL, -1 },
  { MONDAY, "上周三拜访", "上周三", "2026-11-18", NULL, NULL, -1 },
  { SUNDAY, "上周三拜访", "上周三", "2026-11-18", NULL, NULL, -1 },
  { MONDAY, "上上周五拜访", "上上周五", "2026-11-13", NULL, NULL, -1 },
  { MONDAY, "这周五报价", "这周五", "2026-11-27", NULL, NULL, -1 },
  { MONDAY, "本周五前报价", "本周五前", "2026-11-27", NULL, NULL, -1 },
  { MONDAY, "下个星期天见", "下个星期天", "2026-12-06", NULL, NULL, -1 },
  { MONDAY, "礼拜四下午", "礼拜四下午", "2026-11-26", "2026-11-19", "2026-11-26", -1 },
  { FRIDAY, "周三", "周三", "2026-11-25", "2026-11-25", "2026-12-02", -1 },
  { MONDAY, "周一", "周一", "2026-11-23", "2026-11-23", "2026-11-23", -1 },
  { MONDAY, "周5", "周5", "2026-11-27", "2026-11-20", "2026-11-27", -1 },
  { MONDAY, "周末", "周末", "2026-11-28", "2026-11-21", "2026-11-28", -1 },
  { MONDAY, "下周报价", "下周", "2026-12-04", NULL, NULL, -1 },
  { MONDAY, "下周初报价", "下周初", "2026-11-30", NULL, NULL, -1 },
  { MONDAY, "下周一起去", "下周", "2026-12-04", NULL, NULL, -1 },
  { "2026-12-30", "下周三报价", "下周三", "2027-01-06", NULL, NULL, -1 },
  { "2027-01-03", "周一", "周一", "2026-12-28", "2026-12-28", "2027-01-04", -1 },

  /* Parts of months, quarters and years. */
  { MONDAY, "月底签约", "月底", "2026-11-30", "2026-10-31", "2026-11-30", -1 },
  { "2026-11-30", "月底签约", "月底", "2026-11-30", "2026-11-30", "2026-11-30", -1 },
  { MONDAY, "本月底前签约", "本月底前", "2026-11-30", NULL, NULL, -1 },
  { MONDAY, "下月初签约", "下月初", "2026-12-01", NULL, NULL, -1 },
  { "2026-12-15", "下个月初签约", "下个月初", "2027-01-01", NULL, NULL, -1 },
  { MONDAY, "下月5号签约", "下月5号", "2026-12-05", NULL, NULL, -1 },
  { "2027-01-15", "下个月底签约", "下个月底", "2027-02-28", NULL, NULL, -1 },
  { MONDAY, "12月中旬签约", "12月中旬", "2026-12-20", NULL, NULL, -1 },
  { MONDAY, "12月底签约", "12月底", "2026-12-31", NULL, NULL, -1 },
  { MONDAY, "1月底签约", "1月底", "2027-01-31", NULL, NULL, -1 },
  { MONDAY, "年底前签约", "年底前", "2026-12-31", NULL, NULL, -1 },
  { MONDAY, "明年3月5日签约", "明年3月5日", "2027-03-05", NULL, NULL, -1 },
  { MONDAY, "明年初签约", "明年初", "2027-01-01", NULL, NULL, -1 },
  { MONDAY, "季度末签约", "季度末", "2026-12-31", NULL, NULL, -1 },
  { MONDAY, "四季度末签约", "四季度末", "2026-12-31", NULL, NULL, -1 },

  /* Calendar days; a missing year is the nearest one that fits. */
  { MONDAY, "2026年11月20日拜访", "2026年11月20日", "2026-11-20", NULL, NULL, -1 },
  { MONDAY, "2026 年 11 月 20 日拜访", "2026 年 11 月 20 日", "2026-11-20", NULL, NULL, -1 },
  { MONDAY, "11月20日拜访", "11月20日", "2026-11-20", "2026-11-20", "2027-11-20", -1 },
  { MONDAY, "11月20日(周五)拜访", "11月20日(周五)", "2026-11-20", "2026-11-20", "2027-11-20", -1 },
  { MONDAY, "12月2号报价", "12月2号", "2026-12-02", "2025-12-02", "2026-12-02", -1 },
  { "2026-12-28", "1月5日报价", "1月5日", "2027-01-05", "2026-01-05", "2027-01-05", -1 },
  { "2027-01-03", "12月30日拜访", "12月30日", "2026-12-30", "2026-12-30", "2027-12-30", -1 },
  { MONDAY, "十一月二十日拜访", "十一月二十日", "2026-11-20", "2026-11-20", "2027-11-20", -1 },
  { MONDAY, "20号拜访", "20号", "2026-11-20", "2026-11-20", "2026-12-20", -1 },
  { SUNDAY, "2号报价", "2号", "2026-12-02", "2026-11-02", "2026-12-02", -1 },
  { "2027-02-10", "31号报价", "31号", "2027-01-31", "2027-01-31", "2027-03-31", -1 },
  { MONDAY, "25日前完成", "25日前", "2026-11-25", "2026-10-25", "2026-11-25", -1 },
  { MONDAY, "２０２６－１１－２０ 拜访", "２０２６－１１－２０", "2026-11-20", NULL, NULL, -1 },
  { MONDAY, "2026/11/20 拜访", "2026/11/20", "2026-11-20", NULL, NULL, -1 },
  { MONDAY, "20261120拜访", "20261120", "2026-11-20", NULL, NULL, -1 },
  { MONDAY, "11/20 拜访", "11/20", "2026-11-20", "2026-11-20", "2027-11-20", -1 },
  { MONDAY, "11.20 拜访", "11.20", "2026-11-20", "2026-11-20", "2027-11-20", -1 },
  { MONDAY, "11-20 拜访", "11-20", "2026-11-20", "2026-11-20", "2027-11-20", -1 },

  /* Times. */
  { MONDAY, "2026-11-20 15:32", "2026-11-20 15:32", "2026-11-20", NULL, NULL, 932 },
  { MONDAY, "11月20日 下午3:32", "11月20日 下午3:32", "2026-11-20", "2026-11-20", "2027-11-20", 932 },
  { MONDAY, "昨天下午三点半开会", "昨天下午三点半", "2026-11-22", NULL, NULL, 930 },
  { MONDAY, "明天上午10点开会", "明天上午10点", "2026-11-24", NULL, NULL, 600 },
  { MONDAY, "周三3点开会", "周三3点", "2026-11-25", "2026-11-18", "2026-11-25", 900 },
  { MONDAY, "今晚8点吃饭", "今晚8点", "2026-11-23", NULL, NULL, 1200 },
  { MONDAY, "今天晚上8点吃饭", "今天晚上8点", "2026-11-23", NULL, NULL, 1200 },
  { MONDAY, "中午12点", "中午12点", NULL, NULL, NULL, 720 },
  { MONDAY, "tomorrow at 3pm", "tomorrow at 3pm", "2026-11-24", NULL, NULL, 900 },
  { MONDAY, "today 12:05 am", "today 12:05 am", "2026-11-23", NULL, NULL, 5 },
  { MONDAY, "on Friday morning", "on Friday morning", "2026-11-27", "2026-11-20", "2026-11-27", -1 },

  /* English. */
  { MONDAY, "today", "today", "2026-11-23", NULL, NULL, -1 },
  { MONDAY, "Yesterday", "Yesterday", "2026-11-22", NULL, NULL, -1 },
  { MONDAY, "the day after tomorrow", "the day after tomorrow", "2026-11-25", NULL, NULL, -1 },
  { MONDAY, "next Wednesday", "next Wednesday", "2026-12-02", NULL, NULL, -1 },
  { MONDAY, "this Wednesday", "this Wednesday", "2026-11-25", NULL, NULL, -1 },
  { MONDAY, "last Wed", "last Wed", "2026-11-18", NULL, NULL, -1 },
  { FRIDAY, "last Friday", "last Friday", "2026-11-20", NULL, NULL, -1 },
  { MONDAY, "by Friday", "by Friday", "2026-11-27", "2026-11-20", "2026-11-27", -1 },
  { MONDAY, "in 3 days", "in 3 days", "2026-11-26", NULL, NULL, -1 },
  { MONDAY, "in two weeks", "in two weeks", "2026-12-07", NULL, NULL, -1 },
  { MONDAY, "within a month", "within a month", "2026-12-23", NULL, NULL, -1 },
  { MONDAY, "3 days ago", "3 days ago", "2026-11-20", NULL, NULL, -1 },
  { FRIDAY, "in 2 business days", "in 2 business days", "2026-12-01", NULL, NULL, -1 },
  { MONDAY, "by the end of the month", "by the end of the month", "2026-11-30", NULL, NULL, -1 },
  { MONDAY, "early next month", "early next month", "2026-12-01", NULL, NULL, -1 },
  { MONDAY, "EOQ", "EOQ", "2026-12-31", NULL, NULL, -1 },
  { MONDAY, "Nov 20", "Nov 20", "2026-11-20", "2026-11-20", "2027-11-20", -1 },
  { MONDAY, "November 20th, 2025", "November 20th, 2025", "2025-11-20", NULL, NULL, -1 },
  { MONDAY, "20 Nov 2025", "20 Nov 2025", "2025-11-20", NULL, NULL, -1 },
  { MONDAY, "on the 2nd", "on the 2nd", "2026-12-02", "2026-11-02", "2026-12-02", -1 },
  { MONDAY, "11/20/2026", "11/20/2026", "2026-11-20", NULL, NULL, -1 },
  { MONDAY, "20/11/2026", "20/11/2026", "2026-11-20", NULL, NULL, -1 },
  { MONDAY, "end of November", "end of November", "2026-11-30", NULL, NULL, -1 },

  /* What looks like a date and is none. */
  { MONDAY, "3号楼", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "1号线", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "下周期", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "每周三例会", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "两周一次", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "3点建议", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "一点意见", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "版本2.0.1", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "11.20万", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "比例3:1", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "13月40日", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "2026-02-30", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "sat down", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "may be", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "Sun Electric", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "the 20th floor", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "monitor", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "第20号", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "9999999999999999999号", NULL, NULL, NULL, NULL, -1 },
  { MONDAY, "99999天后", NULL, NULL, NULL, NULL, -1 },
};

static gboolean
find_first (const ClinchQuickText *text,
            const char            *today,
            ClinchQuickDate       *date)
{
  for (guint i = 0; i < text->n; i++)
    {
      if (clinch_quick_date_scan (text, i, text->n, clinch_date_to_days (today), date))
        return TRUE;
    }

  return FALSE;
}

static void
assert_day (guint32     day,
            const char *expected)
{
  char text[CLINCH_DATE_SIZE];

  clinch_date_from_days (day, text);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DateCase *c = &cases[i];
      g_autoptr(ClinchQuickText) text = clinch_quick_text_new (c->text);
      g_autofree char *found = NULL;
      ClinchQuickDate date;

      g_test_message ("%s on %s", c->text, c->today);
      if (c->found == NULL)
        {
          g_assert_false (find_first (text, c->today, &date));
          continue;
        }
      g_assert_true (find_first (text, c->today, &date));
      found = clinch_quick_text_slice (text, date.start, date.end);
      g_assert_cmpstr (found, ==, c->found);
      g_assert_cmpint (date.minutes, ==, c->minutes);
      g_assert_cmpint (date.has_day, ==, c->neutral != NULL);
      if (c->neutral != NULL)
        {
          assert_day (date.neutral, c->neutral);
          assert_day (date.past, c->past != NULL ? c->past : c->neutral);
          assert_day (date.future, c->future != NULL ? c->future : c->neutral);
        }
    }
}

/* Only what can still be done has a deadline. */
static void
test_deadline (void)
{
  static const char * const due[] = { "周五前", "月底之前", "3天内", "by Friday", "within 2 weeks",
                                      "before Dec 5" };
  static const char * const free_of_it[] = { "周五前往杭州", "周五", "3天前", "on Friday", "周五内部会议",
                                             "月底前期工作" };

  for (gsize i = 0; i < G_N_ELEMENTS (due); i++)
    {
      g_autoptr(ClinchQuickText) text = clinch_quick_text_new (due[i]);
      ClinchQuickDate date;

      g_test_message ("%s", due[i]);
      g_assert_true (find_first (text, MONDAY, &date));
      g_assert_true (date.deadline);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (free_of_it); i++)
    {
      g_autoptr(ClinchQuickText) text = clinch_quick_text_new (free_of_it[i]);
      ClinchQuickDate date;

      g_test_message ("%s", free_of_it[i]);
      g_assert_true (find_first (text, MONDAY, &date));
      g_assert_false (date.deadline);
    }
}

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    const char *past;
    const char *future;
  } typed[] = {
    { "下周三", "2026-12-02", "2026-12-02" },
    { " 明天 ", "2026-11-24", "2026-11-24" },
    { "周三", "2026-11-18", "2026-11-25" },
    { "in 2 weeks", "2026-12-07", "2026-12-07" },
    { "2026-12-05", "2026-12-05", "2026-12-05" },
    { "3pm", NULL, NULL },
    { "下周三报价", NULL, NULL },
    { "soon", NULL, NULL },
    { "", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      char date[CLINCH_DATE_SIZE];

      g_test_message ("%s", typed[i].text);
      g_assert_cmpint (clinch_quick_date_read (typed[i].text, "2026-11-23", FALSE, date), ==,
                       typed[i].future != NULL);
      if (typed[i].future != NULL)
        g_assert_cmpstr (date, ==, typed[i].future);
      g_assert_cmpint (clinch_quick_date_read (typed[i].text, "2026-11-23", TRUE, date), ==,
                       typed[i].past != NULL);
      if (typed[i].past != NULL)
        g_assert_cmpstr (date, ==, typed[i].past);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quick-date/cases", test_cases);
  g_test_add_func ("/quick-date/deadline", test_deadline);
  g_test_add_func ("/quick-date/read", test_read);

  return g_test_run ();
}
