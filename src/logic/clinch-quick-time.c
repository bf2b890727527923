// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-quick-date-private.h"

typedef enum
{
  PART_NONE,
  PART_NIGHT,
  PART_MORNING,
  PART_NOON,
  PART_AFTERNOON,
} Part;

static const struct
{
  const char *word;
  Part        part;
} parts[] = {
  { "凌晨", PART_NIGHT }, { "早上", PART_MORNING }, { "早晨", PART_MORNING }, { "上午", PART_MORNING },
  { "一早", PART_MORNING }, { "中午", PART_NOON }, { "下午", PART_AFTERNOON }, { "傍晚", PART_AFTERNOON },
  { "晚上", PART_AFTERNOON }, { "夜里", PART_AFTERNOON }, { "晚间", PART_AFTERNOON },
  { "morning", PART_MORNING }, { "noon", PART_NOON }, { "afternoon", PART_AFTERNOON },
  { "evening", PART_AFTERNOON }, { "night", PART_AFTERNOON },
};

static guint
scan_part (const ClinchDateScan *scan,
           guint                 at,
           Part                 *part)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint length = clinch_quick_text_match (scan->text, at, scan->end, parts[i].word);

      if (length > 0)
        {
          *part = parts[i].part;
          return at + length;
        }
    }

  return 0;
}

static int
to_minutes (int  hour,
            int  minute,
            Part part)
{
  if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
    return -1;
  if ((part == PART_AFTERNOON && hour < 12) || (part == PART_NOON && hour < 10))
    hour += 12;
  if ((part == PART_NIGHT || part == PART_MORNING) && hour == 12)
    hour = part == PART_NIGHT ? 0 : 12;
  if (hour == 24)
    hour = 0;

  return hour * 60 + minute;
}

static gboolean
has_two_digits (const ClinchDateScan *scan,
                guint                 at)
{
  return clinch_date_scan_is_digit (scan, at) && clinch_date_scan_is_digit (scan, at + 1) &&
         !clinch_date_scan_is_digit (scan, at + 2);
}

/* 15:32, 15:32:07 */
static guint
scan_colon (const ClinchDateScan *scan,
            guint                 at,
            int                  *hour,
            int                  *minute)
{
  guint i;

  if (!clinch_date_scan_is_digit (scan, at)
      || (at > 0 && clinch_quick_is_latin (scan->text->fold[at - 1])))
    return 0;
  i = clinch_date_scan_number (scan, at, hour);
  if (i == 0 || i - at > 2 || !clinch_date_scan_is_at (scan, i, ":")
      || !has_two_digits (scan, i + 1))
    return 0;

  *minute = (int) (scan->text->fold[i + 1] - '0') * 10 + (int) (scan->text->fold[i + 2] - '0');
  i += 3;
  if (clinch_date_scan_is_at (scan, i, ":") && has_two_digits (scan, i + 1))
    i += 3;

  return i;
}

/* 3点, 三点半, 15点30分. Only with something that makes a time of it is 3点 not three points. */
static guint
scan_chinese_hour (const ClinchDateScan *scan,
                   guint                 at,
                   gboolean              sure,
                   int                  *hour,
                   int                  *minute)
{
  static const struct { const char *word; int minute; } tails[] = {
    { "半", 30 }, { "一刻", 15 }, { "三刻", 45 }, { "整", 0 }, { "钟", 0 }, { "多", 0 },
  };
  guint i;
  guint behind;

  if (at > 0 && clinch_quick_is_latin (scan->text->fold[at - 1])
      && clinch_date_scan_is_digit (scan, at))
    return 0;
  i = clinch_date_scan_number (scan, at, hour);
  if (i == 0 || !clinch_date_scan_is_at (scan, i, "点时"))
    return 0;
  if (clinch_date_scan_is_at (scan, i, "时") && !sure)
    return 0;
  i++;

  *minute = 0;
  for (gsize t = 0; t < G_N_ELEMENTS (tails); t++)
    {
      guint length = clinch_quick_text_match (scan->text, i, scan->end, tails[t].word);

      if (length > 0)
        {
          *minute = tails[t].minute;
          return i + length;
        }
    }
  behind = clinch_date_scan_number (scan, i, minute);
  if (behind != 0 && (clinch_date_scan_is_at (scan, behind, "分") || (sure && behind - i == 2)))
    return clinch_date_scan_is_at (scan, behind, "分") ? behind + 1 : behind;
  *minute = 0;

  return sure && !clinch_date_scan_is_at (scan, i, "建意要问说原") ? i : 0;
}

/* Behind a time: am, pm, p.m. */
static guint
scan_half (const ClinchDateScan *scan,
           guint                 at,
           Part                 *part)
{
  guint i = clinch_quick_text_skip_space (scan->text, at, scan->end);
  guint end;

  if (!clinch_date_scan_is_at (scan, i, "ap"))
    return 0;
  end = i + 1;
  if (clinch_date_scan_is_at (scan, end, "."))
    end++;
  if (!clinch_date_scan_is_at (scan, end, "m"))
    return 0;
  end++;
  if (end < scan->end && clinch_quick_is_latin (scan->text->fold[end]))
    return 0;
  if (clinch_date_scan_is_at (scan, end - 2, ".") && clinch_date_scan_is_at (scan, end, "."))
    end++;

  /* 12 am is midnight, 12 pm noon. */
  *part = scan->text->fold[i] == 'a' ? PART_NIGHT : PART_AFTERNOON;

  return end;
}

guint
clinch_date_scan_time (const ClinchDateScan *scan,
                       guint                 at,
                       gboolean              after_date,
                       int                  *minutes)
{
  Part part = PART_NONE;
  guint start = at;
  guint word;
  guint i;
  guint behind;
  int hour;
  int minute;

  *minutes = -1;
  if (after_date)
    {
      start = clinch_quick_text_skip_space (scan->text, start, scan->end);
      if ((i = clinch_quick_text_match (scan->text, start, scan->end, "的")) > 0)
        start += i;
      if ((i = clinch_quick_text_match (scan->text, start, scan->end, "at")) > 0)
        start = clinch_quick_text_skip_space (scan->text, start + i, scan->end);
    }

  word = scan_part (scan, start, &part);
  if (word == 0 && after_date && clinch_date_scan_is_at (scan, start, "早晚")
      && start + 1 < scan->end)
    {
      part = clinch_date_scan_is_at (scan, start, "早") ? PART_MORNING : PART_AFTERNOON;
      i = clinch_quick_text_skip_space (scan->text, start + 1, scan->end);
    }
  else
    i = word != 0 ? clinch_quick_text_skip_space (scan->text, word, scan->end) : start;

  if ((behind = scan_colon (scan, i, &hour, &minute)) != 0)
    {
      guint half = scan_half (scan, behind, &part);

      *minutes = to_minutes (hour, minute, part);
      return *minutes >= 0 ? MAX (half, behind) : 0;
    }
  if ((behind = scan_chinese_hour (scan, i, after_date || part != PART_NONE, &hour, &minute)) != 0)
    {
      /* Nobody works at three in the night. */
      if (part == PART_NONE && hour >= 1 && hour <= 6)
        part = PART_AFTERNOON;
      *minutes = to_minutes (hour, minute, part);
      return *minutes >= 0 ? behind : 0;
    }
  if (clinch_date_scan_is_digit (scan, i)
      && (i == 0 || !clinch_quick_is_latin (scan->text->fold[i - 1])) &&
      (behind = clinch_date_scan_number (scan, i, &hour)) != 0 && behind - i <= 2 &&
      (behind = scan_half (scan, behind, &part)) != 0)
    {
      *minutes = to_minutes (hour, 0, part);
      return hour <= 12 && *minutes >= 0 ? behind : 0;
    }

  return after_date ? word : 0;
}
