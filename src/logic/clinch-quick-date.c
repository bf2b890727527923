// SPDX-License-Identifier: GPL-3.0-or-later

/* Dates and times in free text: the entry, the arithmetic, and dates made of numbers. The words of
 * Chinese and English have files of their own. */

#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-quick-date-private.h"

#include "clinch-text.h"

#include <string.h>

#define FIRST_YEAR 1970
#define LAST_YEAR 2199

gboolean
clinch_date_scan_is_at (const ClinchDateScan *scan,
                        guint                 at,
                        const char           *characters)
{
  return clinch_quick_text_is_at (scan->text, at, scan->end, characters);
}

gboolean
clinch_date_scan_is_digit (const ClinchDateScan *scan,
                           guint                 at)
{
  return at < scan->end && scan->text->fold[at] >= '0' && scan->text->fold[at] <= '9';
}

guint32
clinch_date_scan_ymd (int year,
                      int month,
                      int day)
{
  GDate date;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31)
    return 0;
  if (!g_date_valid_dmy (day, month, year))
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

static void
split_day (guint32  julian,
           int     *year,
           int     *month,
           int     *day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  *year = g_date_get_year (&date);
  *month = g_date_get_month (&date);
  *day = g_date_get_day (&date);
}

static void
level_month (int *year,
             int *month)
{
  int months = *year * 12 + *month - 1;

  *year = months / 12;
  *month = months % 12 + 1;
}

guint32
clinch_date_scan_month_end (int year,
                            int month)
{
  level_month (&year, &month);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return 0;

  return clinch_date_scan_ymd (year, month, g_date_get_days_in_month (month, year));
}

guint32
clinch_date_scan_add_months (guint32 day,
                             int     months)
{
  int y, m, d;

  split_day (day, &y, &m, &d);
  m += months;
  level_month (&y, &m);
  if (y < FIRST_YEAR || y > LAST_YEAR)
    return 0;

  return clinch_date_scan_ymd (y, m, MIN (d, g_date_get_days_in_month (m, y)));
}

guint32
clinch_date_scan_add_workdays (guint32 day,
                               int     days)
{
  days = MIN (days, 1000);
  while (days > 0)
    {
      day++;
      /* Julian day 1 is a Monday. */
      if ((day - 1) % 7 < 5)
        days--;
    }

  return day;
}

gboolean
clinch_date_scan_set (ClinchQuickDate *date,
                      guint32          day,
                      int              confidence)
{
  if (day < clinch_date_scan_ymd (FIRST_YEAR, 1, 1)
      || day > clinch_date_scan_ymd (LAST_YEAR, 12, 31))
    return FALSE;

  date->has_day = TRUE;
  date->neutral = date->past = date->future = day;
  date->confidence = confidence;

  return TRUE;
}

void
clinch_date_scan_set_weekday (const ClinchDateScan *scan,
                              ClinchQuickDate      *date,
                              int                   weekday)
{
  guint32 day = scan->today - scan->weekday + weekday;

  clinch_date_scan_set (date, day, 85);
  if (day > scan->today)
    date->past = day - 7;
  if (day < scan->today)
    date->future = day + 7;
}

static guint32
nearest (guint32 today,
         guint32 past,
         guint32 future)
{
  if (past == 0)
    return future;
  if (future == 0)
    return past;

  return today - past <= future - today ? past : future;
}

gboolean
clinch_date_scan_set_month_day (const ClinchDateScan *scan,
                                ClinchQuickDate      *date,
                                int                   month,
                                int                   day)
{
  guint32 past = 0;
  guint32 future = 0;

  /* Some days are years apart (29 February) or months (the 31st): look until there is one. */
  for (int i = -8 * 12; i <= 8 * 12; i++)
    {
      int y = scan->year;
      int m = scan->month + i;
      guint32 found;

      level_month (&y, &m);
      if (month != 0 && m != month)
        continue;
      found = clinch_date_scan_ymd (y, m, day);
      if (found == 0)
        continue;
      if (found <= scan->today)
        past = found;
      if (found >= scan->today && future == 0)
        future = found;
    }
  if (past == 0 && future == 0)
    return FALSE;

  clinch_date_scan_set (date, nearest (scan->today, past, future), 90);
  date->past = past != 0 ? past : future;
  date->future = future != 0 ? future : past;

  return TRUE;
}

static int
chinese_digit (gunichar c)
{
  static const struct { gunichar c; int value; } digits[] = {
    { 0x4e00, 1 }, { 0x4e8c, 2 }, { 0x4e24, 2 }, { 0x4e09, 3 }, { 0x56db, 4 }, { 0x4e94, 5 },
    { 0x516d, 6 }, { 0x4e03, 7 }, { 0x516b, 8 }, { 0x4e5d, 9 }, { 0x3007, 0 }, { 0x96f6, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (digits); i++)
    {
      if (digits[i].c == c)
        return digits[i].value;
    }

  return -1;
}

static guint
scan_chinese_number (const ClinchDateScan *scan,
                     guint                 at,
                     int                  *value)
{
  const gunichar *fold = scan->text->fold;
  const gunichar ten = 0x5341;
  const gunichar twenty = 0x5eff;
  guint i = at;
  int tens = -1;
  int ones = -1;

  if (i < scan->end && fold[i] == twenty)
    {
      tens = 2;
      i++;
    }
  else
    {
      if (i < scan->end && chinese_digit (fold[i]) >= 0)
        ones = chinese_digit (fold[i++]);
      if (i < scan->end && fold[i] == ten)
        {
          tens = ones >= 0 ? ones : 1;
          ones = -1;
          i++;
        }
    }
  if (tens >= 0 && i < scan->end && chinese_digit (fold[i]) >= 0)
    ones = chinese_digit (fold[i++]);
  /* 两三天, 三五天: the longer time is meant to be enough. */
  else if (tens < 0 && ones > 0 && i < scan->end && chinese_digit (fold[i]) > ones)
    ones = chinese_digit (fold[i++]);

  if (i == at)
    return 0;
  *value = MAX (tens, 0) * 10 + MAX (ones, 0);

  return i;
}

guint
clinch_date_scan_number (const ClinchDateScan *scan,
                         guint                 at,
                         int                  *value)
{
  guint i = at;
  int number = 0;

  while (i < scan->end && i - at < 4 && clinch_date_scan_is_digit (scan, i))
    number = number * 10 + (scan->text->fold[i++] - '0');
  if (i == at)
    return scan_chinese_number (scan, at, value);
  if (i < scan->end && clinch_date_scan_is_digit (scan, i))
    return 0;
  *value = number;

  return i;
}

static gboolean
is_line_start (const ClinchDateScan *scan,
               guint                 at)
{
  const gunichar *fold = scan->text->fold;

  while (at > 0 && (fold[at - 1] == ' ' || fold[at - 1] == '\t'))
    at--;

  return at == 0 || fold[at - 1] == '\n' || fold[at - 1] == '\r';
}

/* 2026-11-20, 2026/11/20, 2026.11.20, 11/20/2026, 11/20; 11-20 and 11.20 only where a line begins,
 * since they could be anything elsewhere. */
static guint
scan_separated (const ClinchDateScan *scan,
                guint                 at,
                ClinchQuickDate      *date)
{
  gunichar separator = 0;
  int part[3] = { 0, };
  guint i = at;
  int n = 0;

  while (n < 3 && clinch_date_scan_is_digit (scan, i))
    {
      i = clinch_date_scan_number (scan, i, &part[n++]);
      if (i == 0)
        return 0;
      if (n == 1 && !clinch_date_scan_is_at (scan, i, "-/."))
        return 0;
      if (n == 1)
        separator = scan->text->fold[i];
      if (n < 3 && i + 1 < scan->end && scan->text->fold[i] == separator
          && clinch_date_scan_is_digit (scan, i + 1))
        i++;
      else
        break;
    }
  if (n < 2 || clinch_date_scan_is_digit (scan, i) || clinch_date_scan_is_at (scan, i, "%"))
    return 0;

  if (n == 3)
    {
      if (part[0] >= FIRST_YEAR)
        return clinch_date_scan_set (date, clinch_date_scan_ymd (part[0], part[1], part[2]), 100)
               ? i : 0;
      if (part[2] < FIRST_YEAR || separator == '.')
        return 0;
      if (part[0] > 12)
        return clinch_date_scan_set (date, clinch_date_scan_ymd (part[2], part[1], part[0]), 95) ? i
               : 0;
      return clinch_date_scan_set (date, clinch_date_scan_ymd (part[2], part[0], part[1]), 80) ? i
             : 0;
    }

  if (separator != '/'
      && (!is_line_start (scan, at) || clinch_date_scan_is_at (scan, i, "万亿元折倍寸吨个米年版期天分%-./kmxb")))
    return 0;
  if (part[0] > 12 || (i < scan->end && clinch_quick_is_latin (scan->text->fold[i])))
    return 0;

  return clinch_date_scan_set_month_day (scan, date, part[0], part[1]) ? i : 0;
}

/* 20261120 */
static guint
scan_compact (const ClinchDateScan *scan,
              guint                 at,
              ClinchQuickDate      *date)
{
  int number = 0;

  for (guint i = 0; i < 8; i++)
    {
      if (!clinch_date_scan_is_digit (scan, at + i))
        return 0;
      number = number * 10 + (scan->text->fold[at + i] - '0');
    }
  if (clinch_date_scan_is_digit (scan, at + 8) ||
      !clinch_date_scan_set (date,
                             clinch_date_scan_ymd (number / 10000, number / 100 % 100,
                                                   number % 100), 80))
    return 0;

  return at + 8;
}

guint
clinch_date_scan_month_part (const ClinchDateScan *scan,
                             guint                 at,
                             int                   year,
                             int                   month,
                             guint32              *day)
{
  static const struct { const char *word; int day; } parts[] = {
    { "上旬", 10 }, { "中旬", 20 }, { "下旬", 31 }, { "底", 31 }, { "末", 31 }, { "初", 1 }, { "中", 15 },
  };

  level_month (&year, &month);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint length = clinch_quick_text_match (scan->text, at, scan->end, parts[i].word);

      if (length == 0)
        continue;
      *day = parts[i].day == 31 ? clinch_date_scan_month_end (year, month)
                                : clinch_date_scan_ymd (year, month, parts[i].day);
      return *day != 0 ? at + length : 0;
    }

  return 0;
}

/* What follows 月: a day, a part of the month or nothing. @year is 0 where none is said. */
static guint
scan_after_month (const ClinchDateScan *scan,
                  guint                 at,
                  int                   year,
                  int                   month,
                  ClinchQuickDate      *date)
{
  guint next = clinch_quick_text_skip_space (scan->text, at, scan->end);
  guint32 day;
  int number;
  int y = year != 0 ? year : scan->year;
  guint i;

  if (month < 1 || month > 12)
    return 0;

  i = clinch_date_scan_number (scan, next, &number);
  if (i != 0 && (year != 0 || !clinch_date_scan_is_at (scan, i, "个")))
    {
      guint behind = clinch_quick_text_skip_space (scan->text, i, scan->end);

      if (clinch_date_scan_is_at (scan, behind, "日号"))
        i = behind + 1;
      if (year != 0)
        return clinch_date_scan_set (date, clinch_date_scan_ymd (year, month, number), 100) ? i : 0;
      return clinch_date_scan_set_month_day (scan, date, month, number) ? i : 0;
    }

  /* A month that is long over is that of the next year. */
  if (year == 0 && month < scan->month - 6)
    y++;
  i = clinch_date_scan_month_part (scan, at, y, month, &day);
  if (i != 0)
    return clinch_date_scan_set (date, day, 75) ? i : 0;

  i = at + clinch_quick_text_match (scan->text, at, scan->end, "份");

  return clinch_date_scan_set (date, clinch_date_scan_month_end (y, month), 50) ? i : 0;
}

/* 20号 is a day of a month, 3号楼 is not. */
static guint
scan_day_of_month (const ClinchDateScan *scan,
                   guint                 at,
                   int                   number,
                   ClinchQuickDate      *date)
{
  if (!clinch_date_scan_is_at (scan, at, "号日") || number < 1 || number > 31)
    return 0;
  if (clinch_date_scan_is_at (scan, at + 1, "楼线机院厂房门炉站井库车间口桌馆柜岛包文仓码游程期均产"))
    return 0;

  return clinch_date_scan_set_month_day (scan, date, 0, number) ? at + 1 : 0;
}

guint
clinch_date_scan_numeric (const ClinchDateScan *scan,
                          guint                 at,
                          ClinchQuickDate      *date)
{
  guint i;
  guint unit;
  int number;

  if (clinch_date_scan_is_digit (scan, at))
    {
      gunichar before = at > 0 ? scan->text->fold[at - 1] : 0;

      /* Part of a larger number, of the name of a product, of an amount. */
      if (clinch_quick_is_latin (before) || before == g_utf8_get_char ("第") ||
          (before != 0 && before < 0x80 && strchr (".#$-_/:", (int) before) != NULL))
        return 0;
      if ((i = scan_separated (scan, at, date)) != 0 || (i = scan_compact (scan, at, date)) != 0)
        return i;
    }
  else if (at > 0 &&
           (chinese_digit (scan->text->fold[at - 1]) >= 0 ||
            g_utf8_strchr ("十廿第", -1, scan->text->fold[at - 1]) != NULL))
    return 0;

  i = clinch_date_scan_number (scan, at, &number);
  if (i == 0)
    return 0;

  unit = clinch_quick_text_skip_space (scan->text, i, scan->end);
  if (clinch_date_scan_is_at (scan, unit, "年") && number >= FIRST_YEAR)
    {
      guint next = clinch_quick_text_skip_space (scan->text, unit + 1, scan->end);
      int month;

      next = clinch_date_scan_number (scan, next, &month);
      if (next == 0)
        return 0;
      next = clinch_quick_text_skip_space (scan->text, next, scan->end);
      return clinch_date_scan_is_at (scan, next, "月")
             ? scan_after_month (scan, next + 1, number, month, date) : 0;
    }
  if (clinch_date_scan_is_at (scan, unit, "月"))
    return scan_after_month (scan, unit + 1, 0, number, date);

  return scan_day_of_month (scan, unit, number, date);
}

/* 11月20日(周五): the weekday says nothing new. */
static guint
skip_weekday (const ClinchDateScan *scan,
              guint                 at)
{
  static const char * const weeks[] = { "周", "星期", "礼拜", NULL };
  guint i = clinch_quick_text_skip_space (scan->text, at, scan->end);
  gboolean bracket = clinch_date_scan_is_at (scan, i, "(");
  guint length;

  if (bracket)
    i++;
  length = clinch_quick_text_match_any (scan->text, i, scan->end, weeks);
  if (length == 0 || !clinch_date_scan_is_at (scan, i + length, "一二三四五六日天"))
    return at;
  i += length + 1;
  if (bracket && !clinch_date_scan_is_at (scan, i, ")"))
    return at;

  return bracket ? i + 1 : i;
}

static guint
skip_deadline (const ClinchDateScan *scan,
               guint                 at,
               gboolean             *deadline)
{
  static const char * const words[] = { "之前", "以前", "之内", "以内", "前", "内", NULL };
  guint i = clinch_quick_text_skip_space (scan->text, at, scan->end);
  guint length = clinch_quick_text_match_any (scan->text, i, scan->end, words);

  /* 前往, 前台, 前期, 内部, 内容 are words of their own. */
  if (length == 0 || (length == 1 && clinch_date_scan_is_at (scan, i + 1, "往来去台后期面天部容训地线审景")))
    return at + clinch_quick_text_match (scan->text, at, scan->end, "左右");
  *deadline = TRUE;

  return i + length;
}

gboolean
clinch_quick_date_scan (const ClinchQuickText *text,
                        guint                  at,
                        guint                  end,
                        guint32                today,
                        ClinchQuickDate       *date)
{
  ClinchDateScan scan = { .text = text, .end = MIN (end, text->n), .today = today };
  guint i;
  guint behind;
  int minutes;

  memset (date, 0, sizeof *date);
  date->start = at;
  date->minutes = -1;
  split_day (today, &scan.year, &scan.month, &scan.day);
  scan.weekday = (today - 1) % 7 + 1;

  if ((i = clinch_date_scan_chinese (&scan, at, date)) == 0 &&
      (i = clinch_date_scan_english (&scan, at, date)) == 0 &&
      (i = clinch_date_scan_numeric (&scan, at, date)) == 0)
    {
      date->has_day = FALSE;
      date->end = clinch_date_scan_time (&scan, at, FALSE, &date->minutes);
      date->confidence = 80;
      return date->end != 0 && date->minutes >= 0;
    }

  i = skip_weekday (&scan, i);
  behind = clinch_date_scan_time (&scan, i, TRUE, &minutes);
  if (behind != 0)
    {
      /* 今晚8点 */
      if (minutes >= 0 && minutes < 12 * 60 && text->fold[i - 1] == g_utf8_get_char ("晚"))
        minutes += 12 * 60;
      i = behind;
      date->minutes = minutes;
    }
  date->end = skip_deadline (&scan, i, &date->deadline);

  return TRUE;
}

gboolean
clinch_quick_date_read (const char *text,
                        const char *today,
                        gboolean    is_past,
                        char        result[CLINCH_DATE_SIZE])
{
  g_autoptr(ClinchQuickText) characters = clinch_quick_text_new (text);
  guint start = clinch_quick_text_skip_space (characters, 0, characters->n);
  ClinchQuickDate date;

  if (!clinch_quick_date_scan (characters, start, characters->n, clinch_date_to_days (today), &date)
      || !date.has_day ||
      clinch_quick_text_skip_space (characters, date.end, characters->n) != characters->n)
    return FALSE;

  clinch_date_from_days (is_past ? date.past : date.future, result);
  return TRUE;
}
