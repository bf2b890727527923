// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-quick-date-private.h"

typedef struct
{
  const char *word;
  int         value;
} Word;

static const Word days[] = {
  { "大前天", -3 }, { "前天", -2 }, { "昨天", -1 }, { "昨日", -1 }, { "昨晚", -1 }, { "昨儿", -1 },
  { "今天", 0 }, { "今日", 0 }, { "今早", 0 }, { "今晚", 0 }, { "今晨", 0 }, { "今儿", 0 },
  { "刚才", 0 }, { "刚刚", 0 },
  { "明天", 1 }, { "明日", 1 }, { "明早", 1 }, { "明晚", 1 }, { "明儿", 1 },
  { "大后天", 3 }, { "后天", 2 },
};

static const Word week_prefixes[] = {
  { "上上个", -14 }, { "上上", -14 }, { "上个", -7 }, { "上", -7 },
  { "这个", 0 }, { "本", 0 }, { "这", 0 },
  { "下下个", 14 }, { "下下", 14 }, { "下个", 7 }, { "下", 7 },
};

static const Word month_prefixes[] = {
  { "上上个月", -2 }, { "上个月", -1 }, { "上月", -1 }, { "这个月", 0 }, { "本月", 0 }, { "这月", 0 }, { "当月", 0 },
  { "下下个月", 2 }, { "下个月", 1 }, { "下月", 1 },
};

static const Word year_prefixes[] = {
  { "前年", -2 }, { "去年", -1 }, { "今年", 0 }, { "本年", 0 }, { "明年", 1 }, { "后年", 2 },
};

static const Word quarter_prefixes[] = {
  { "上个季度", -1 }, { "上季度", -1 }, { "本季度", 0 }, { "这个季度", 0 }, { "这季度", 0 }, { "季度", 0 }, { "季", 0 },
  { "下个季度", 1 }, { "下季度", 1 },
};

typedef enum
{
  UNIT_DAY,
  UNIT_WORKDAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_YEAR,
  UNIT_HOUR,
} Unit;

static const Word units[] = {
  { "个工作日", UNIT_WORKDAY }, { "工作日", UNIT_WORKDAY }, { "个小时", UNIT_HOUR }, { "小时", UNIT_HOUR },
  { "个星期", UNIT_WEEK }, { "星期", UNIT_WEEK }, { "个礼拜", UNIT_WEEK }, { "礼拜", UNIT_WEEK }, { "周", UNIT_WEEK },
  { "个月", UNIT_MONTH }, { "天", UNIT_DAY }, { "日", UNIT_DAY }, { "年", UNIT_YEAR },
};

static const char * const after_words[] = { "之后", "以后", "后", NULL };
static const char * const within_words[] = { "之内", "以内", "内", "里", NULL };
static const char * const before_words[] = { "之前", "以前", "前", NULL };

static guint
match_word (const ClinchDateScan *scan,
            guint                 at,
            const Word           *words,
            gsize                 n,
            int                  *value)
{
  guint longest = 0;

  for (gsize i = 0; i < n; i++)
    {
      guint length = clinch_quick_text_match (scan->text, at, scan->end, words[i].word);

      if (length > longest)
        {
          longest = length;
          *value = words[i].value;
        }
    }

  return longest;
}

/* 两周一次, 每周三, 3周: what stands before makes a number of weeks of it, or every week. */
static gboolean
is_counted (const ClinchDateScan *scan,
            guint                 at)
{
  return at > 0
         && g_utf8_strchr ("一二两三四五六七八九十几每半数多个0123456789", -1, scan->text->fold[at - 1]) != NULL;
}

static guint
scan_day (const ClinchDateScan *scan,
          guint                 at,
          ClinchQuickDate      *date)
{
  int offset;
  guint length = match_word (scan, at, days, G_N_ELEMENTS (days), &offset);

  if (length == 0 || !clinch_date_scan_set (date, scan->today + offset, 100))
    return 0;

  return at + length;
}

static int
weekday_at (const ClinchDateScan *scan,
            guint                 at)
{
  static const Word weekdays[] = {
    { "一", 1 }, { "二", 2 }, { "三", 3 }, { "四", 4 }, { "五", 5 }, { "六", 6 }, { "日", 7 }, { "天", 7 }, { "末", 6 },
  };
  int weekday;

  if (match_word (scan, at, weekdays, G_N_ELEMENTS (weekdays), &weekday) > 0)
    /* 下周一起去: together, not Monday. */
    return weekday == 1 && clinch_date_scan_is_at (scan, at + 1, "起") ? 0 : weekday;
  if (clinch_date_scan_is_at (scan, at, "1234567")
      && !clinch_date_scan_is_at (scan, at + 1, "0123456789.天年月日个次点:-/%"))
    return (int) scan->text->fold[at] - '0';

  return 0;
}

/* A week without a day: the end of its work. */
static guint
scan_whole_week (const ClinchDateScan *scan,
                 guint                 at,
                 int                   offset,
                 ClinchQuickDate      *date)
{
  guint32 monday = scan->today - scan->weekday + 1 + offset;
  guint32 friday = monday + 4;

  if (clinch_date_scan_is_at (scan, at, "期转边围密岁刊"))
    return 0;
  if (clinch_date_scan_is_at (scan, at, "初"))
    return clinch_date_scan_set (date, monday, 75) ? at + 1 : 0;
  if (clinch_date_scan_is_at (scan, at, "中"))
    return clinch_date_scan_set (date, monday + 2, 65) ? at + 1 : 0;
  if (offset == 0 && friday < scan->today)
    friday = monday + 6;

  return clinch_date_scan_set (date, friday, 55) ? at : 0;
}

static guint
scan_week (const ClinchDateScan *scan,
           guint                 at,
           ClinchQuickDate      *date)
{
  static const char * const weeks[] = { "星期", "礼拜", "周", NULL };
  int offset = 0;
  guint prefix = match_word (scan, at, week_prefixes, G_N_ELEMENTS (week_prefixes), &offset);
  guint length = clinch_quick_text_match_any (scan->text, at + prefix, scan->end, weeks);
  int weekday;
  guint i;

  if (length == 0 || (prefix == 0 && is_counted (scan, at)))
    return 0;

  i = at + prefix + length;
  weekday = weekday_at (scan, i);
  if (weekday == 0)
    return prefix > 0 ? scan_whole_week (scan, i, offset, date) : 0;

  if (prefix == 0)
    clinch_date_scan_set_weekday (scan, date, weekday);
  else if (!clinch_date_scan_set (date, scan->today - scan->weekday + weekday + offset, 98))
    return 0;

  return i + 1;
}

static guint32
add_units (const ClinchDateScan *scan,
           Unit                  unit,
           int                   count)
{
  switch (unit)
    {
    case UNIT_DAY:
      return scan->today + count;
    case UNIT_WORKDAY:
      return count > 0 ? clinch_date_scan_add_workdays (scan->today, count)
             : scan->today + count * 7 / 5;
    case UNIT_WEEK:
      return scan->today + count * 7;
    case UNIT_MONTH:
      return clinch_date_scan_add_months (scan->today, count);
    case UNIT_YEAR:
      return clinch_date_scan_add_months (scan->today, count * 12);
    case UNIT_HOUR:
    default:
      return scan->today + count / 24;
    }
}

static guint
scan_count (const ClinchDateScan *scan,
            guint                 at,
            int                  *count,
            int                  *unit,
            int                  *confidence)
{
  static const Word halves[] = { { "半个月", 15 }, { "半月", 15 } };
  guint length;
  guint i;

  *confidence = 95;
  if ((length = match_word (scan, at, halves, G_N_ELEMENTS (halves), count)) > 0)
    {
      *unit = UNIT_DAY;
      return at + length;
    }
  if ((length = clinch_quick_text_match (scan->text, at, scan->end, "半年")) > 0)
    {
      *count = 6;
      *unit = UNIT_MONTH;
      return at + length;
    }
  if (clinch_date_scan_is_at (scan, at, "几"))
    {
      *count = 3;
      *confidence = 40;
      i = at + 1;
    }
  else
    i = clinch_date_scan_number (scan, at, count);

  if (i == 0)
    return 0;
  i = clinch_quick_text_skip_space (scan->text, i, scan->end);
  length = match_word (scan, i, units, G_N_ELEMENTS (units), unit);

  return length > 0 ? i + length : 0;
}

/* 三天后, 两周内, 3天前, 过两天, 再过一周 */
static guint
scan_distance (const ClinchDateScan *scan,
               guint                 at,
               ClinchQuickDate      *date)
{
  static const char * const later[] = { "再过", "过", NULL };
  guint prefix = clinch_quick_text_match_any (scan->text, at, scan->end, later);
  int count, unit, confidence;
  guint length;
  guint i;

  if (prefix == 0 && is_counted (scan, at))
    return 0;
  i = scan_count (scan, at + prefix, &count, &unit, &confidence);
  if (i == 0)
    return 0;

  /* 过了三天, 过三天后 */
  if ((length = clinch_quick_text_match_any (scan->text, i, scan->end, after_words)) > 0
      || prefix > 0)
    return clinch_date_scan_set (date, add_units (scan, unit, count),
                                 MIN (confidence, prefix > 0 ? 70 : 95)) ? i + length : 0;
  if ((length = clinch_quick_text_match_any (scan->text, i, scan->end, within_words)) > 0)
    {
      date->deadline = TRUE;
      return clinch_date_scan_set (date, add_units (scan, unit, count), confidence) ? i + length
             : 0;
    }
  /* 25日前 is "by the 25th", unlike 三天前. */
  if (scan->text->fold[i - 1] != g_utf8_get_char ("日") &&
      (length = clinch_quick_text_match_any (scan->text, i, scan->end, before_words)) > 0)
    return clinch_date_scan_set (date, add_units (scan, unit, -count), confidence) ? i + length : 0;

  return 0;
}

/* 下月5号, 本月底, 月初 */
static guint
scan_month (const ClinchDateScan *scan,
            guint                 at,
            ClinchQuickDate      *date)
{
  int offset = 0;
  int month;
  int number;
  guint32 day;
  guint length = match_word (scan, at, month_prefixes, G_N_ELEMENTS (month_prefixes), &offset);
  guint i;

  if (length == 0)
    {
      if (!clinch_date_scan_is_at (scan, at, "月") || is_counted (scan, at))
        return 0;
      i = clinch_date_scan_month_part (scan, at + 1, scan->year, scan->month, &day);
      if (i == 0 || !clinch_date_scan_set (date, day, 85))
        return 0;
      if (day > scan->today)
        clinch_date_scan_month_part (scan, at + 1, scan->year, scan->month - 1, &date->past);
      if (day < scan->today)
        clinch_date_scan_month_part (scan, at + 1, scan->year, scan->month + 1, &date->future);
      return i;
    }

  i = at + length;
  month = scan->month + offset;
  length = clinch_date_scan_number (scan, i, &number);
  if (length != 0 && clinch_date_scan_is_at (scan, length, "号日"))
    {
      guint32 first = clinch_date_scan_month_end (scan->year, month - 1) + 1;

      if (number < 1 || first + number - 1 > clinch_date_scan_month_end (scan->year, month))
        return 0;
      return clinch_date_scan_set (date, first + number - 1, 98) ? length + 1 : 0;
    }
  length = clinch_date_scan_month_part (scan, i, scan->year, month, &day);
  if (length != 0)
    return clinch_date_scan_set (date, day, 88) ? length : 0;

  return clinch_date_scan_set (date, clinch_date_scan_month_end (scan->year, month), 50) ? i : 0;
}

/* 年底, 明年初, 明年3月5日 */
static guint
scan_year (const ClinchDateScan *scan,
           guint                 at,
           ClinchQuickDate      *date)
{
  int offset = 0;
  guint length = match_word (scan, at, year_prefixes, G_N_ELEMENTS (year_prefixes), &offset);
  int year = scan->year + offset;
  guint i = at + length;
  guint behind;

  if (length > 0)
    {
      ClinchDateScan other = *scan;
      int month;

      behind = clinch_date_scan_number (scan, i, &month);
      if (behind != 0 && clinch_date_scan_is_at (scan, behind, "月") && month >= 1 && month <= 12)
        {
          guint32 day;
          int number;
          guint end = clinch_date_scan_number (&other, behind + 1, &number);

          if (end != 0)
            {
              if (!clinch_date_scan_set (date, clinch_date_scan_ymd (year, month, number), 98))
                return 0;
              return clinch_date_scan_is_at (scan, end, "日号") ? end + 1 : end;
            }
          end = clinch_date_scan_month_part (scan, behind + 1, year, month, &day);
          if (end != 0)
            return clinch_date_scan_set (date, day, 80) ? end : 0;
          return clinch_date_scan_set (date, clinch_date_scan_month_end (year, month), 50)
                 ? behind + 1 : 0;
        }
      i += clinch_quick_text_match (scan->text, i, scan->end, "年");
    }
  else
    {
      if (!clinch_date_scan_is_at (scan, at, "年") || is_counted (scan, at))
        return 0;
      i = at + 1;
    }

  if (clinch_date_scan_is_at (scan, i, "底末"))
    return clinch_date_scan_set (date, clinch_date_scan_ymd (year, 12, 31), 85) ? i + 1 : 0;
  if (clinch_date_scan_is_at (scan, i, "初"))
    {
      if (!clinch_date_scan_set (date, clinch_date_scan_ymd (year, 1, 1), 70))
        return 0;
      if (length == 0)
        date->future = clinch_date_scan_ymd (year + 1, 1, 1);
      return i + 1;
    }

  return 0;
}

/* 季末, 下季度初, 四季度末 */
static guint
scan_quarter (const ClinchDateScan *scan,
              guint                 at,
              ClinchQuickDate      *date)
{
  int offset = 0;
  int number = 0;
  guint i = at + clinch_quick_text_match (scan->text, at, scan->end, "第");
  guint behind = clinch_date_scan_number (scan, i, &number);
  int quarter = (scan->month - 1) / 3;
  guint length;

  if (behind != 0)
    {
      if (number < 1 || number > 4
          || clinch_quick_text_match (scan->text, behind, scan->end, "季度") == 0)
        return 0;
      quarter = number - 1;
      i = behind + 2;
    }
  else
    {
      length = match_word (scan, at, quarter_prefixes, G_N_ELEMENTS (quarter_prefixes), &offset);
      if (length == 0)
        return 0;
      quarter += offset;
      i = at + length;
    }

  if (clinch_date_scan_is_at (scan, i, "末底"))
    return clinch_date_scan_set (date, clinch_date_scan_month_end (scan->year, quarter * 3 + 3), 85)
           ? i + 1 : 0;
  if (clinch_date_scan_is_at (scan, i, "初"))
    return clinch_date_scan_set (date, clinch_date_scan_month_end (scan->year, quarter * 3) + 1, 70)
           ? i + 1 : 0;

  return 0;
}

guint
clinch_date_scan_chinese (const ClinchDateScan *scan,
                          guint                 at,
                          ClinchQuickDate      *date)
{
  guint i;

  if ((i = scan_day (scan, at, date)) != 0 ||
      (i = scan_week (scan, at, date)) != 0 ||
      (i = scan_distance (scan, at, date)) != 0 ||
      (i = scan_month (scan, at, date)) != 0 ||
      (i = scan_year (scan, at, date)) != 0 ||
      (i = scan_quarter (scan, at, date)) != 0)
    return i;
  date->deadline = FALSE;

  return 0;
}
