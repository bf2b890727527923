// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-quick-date-private.h"

typedef enum
{
  PHRASE_DAY,
  PHRASE_WEEK_END,
  PHRASE_WEEK_START,
  PHRASE_MONTH_END,
  PHRASE_MONTH_START,
  PHRASE_MONTH_MIDDLE,
  PHRASE_QUARTER_END,
  PHRASE_YEAR_END,
} Phrase;

static const struct
{
  const char *words;
  Phrase      phrase;
  int         offset;
  int         confidence;
} phrases[] = {
  { "the day before yesterday", PHRASE_DAY, -2, 100 }, { "day before yesterday", PHRASE_DAY, -2, 100 },
  { "the day after tomorrow", PHRASE_DAY, 2, 100 }, { "day after tomorrow", PHRASE_DAY, 2, 100 },
  { "yesterday", PHRASE_DAY, -1, 100 }, { "last night", PHRASE_DAY, -1, 100 },
  { "today", PHRASE_DAY, 0, 100 }, { "tonight", PHRASE_DAY, 0, 100 }, { "just now", PHRASE_DAY, 0, 100 },
  { "this morning", PHRASE_DAY, 0, 100 }, { "this afternoon", PHRASE_DAY, 0, 100 },
  { "this evening", PHRASE_DAY, 0, 100 }, { "eod", PHRASE_DAY, 0, 90 }, { "cob", PHRASE_DAY, 0, 80 },
  { "end of day", PHRASE_DAY, 0, 90 }, { "end of the day", PHRASE_DAY, 0, 90 },
  { "tomorrow", PHRASE_DAY, 1, 100 }, { "tmr", PHRASE_DAY, 1, 90 }, { "tmrw", PHRASE_DAY, 1, 90 },
  { "last week", PHRASE_WEEK_END, -1, 45 }, { "this week", PHRASE_WEEK_END, 0, 55 },
  { "next week", PHRASE_WEEK_END, 1, 55 }, { "eow", PHRASE_WEEK_END, 0, 85 },
  { "end of week", PHRASE_WEEK_END, 0, 85 }, { "end of the week", PHRASE_WEEK_END, 0, 85 },
  { "end of this week", PHRASE_WEEK_END, 0, 90 }, { "end of next week", PHRASE_WEEK_END, 1, 90 },
  { "early next week", PHRASE_WEEK_START, 1, 75 }, { "beginning of next week", PHRASE_WEEK_START, 1, 80 },
  { "last month", PHRASE_MONTH_END, -1, 40 }, { "this month", PHRASE_MONTH_END, 0, 50 },
  { "next month", PHRASE_MONTH_END, 1, 50 }, { "eom", PHRASE_MONTH_END, 0, 90 },
  { "end of month", PHRASE_MONTH_END, 0, 90 }, { "end of the month", PHRASE_MONTH_END, 0, 90 },
  { "end of this month", PHRASE_MONTH_END, 0, 95 }, { "month end", PHRASE_MONTH_END, 0, 90 },
  { "month-end", PHRASE_MONTH_END, 0, 90 }, { "end of next month", PHRASE_MONTH_END, 1, 95 },
  { "early next month", PHRASE_MONTH_START, 1, 70 }, { "beginning of next month", PHRASE_MONTH_START, 1, 85 },
  { "start of next month", PHRASE_MONTH_START, 1, 85 }, { "mid next month", PHRASE_MONTH_MIDDLE, 1, 70 },
  { "middle of next month", PHRASE_MONTH_MIDDLE, 1, 75 },
  { "eoq", PHRASE_QUARTER_END, 0, 90 }, { "quarter end", PHRASE_QUARTER_END, 0, 85 },
  { "end of quarter", PHRASE_QUARTER_END, 0, 90 }, { "end of the quarter", PHRASE_QUARTER_END, 0, 90 },
  { "end of this quarter", PHRASE_QUARTER_END, 0, 95 }, { "end of next quarter", PHRASE_QUARTER_END, 1, 95 },
  { "eoy", PHRASE_YEAR_END, 0, 90 }, { "year end", PHRASE_YEAR_END, 0, 85 }, { "year-end", PHRASE_YEAR_END, 0, 85 },
  { "end of year", PHRASE_YEAR_END, 0, 90 }, { "end of the year", PHRASE_YEAR_END, 0, 90 },
  { "end of this year", PHRASE_YEAR_END, 0, 95 }, { "end of next year", PHRASE_YEAR_END, 1, 90 },
};

typedef struct
{
  const char *word;
  int         value;
} Word;

static const Word weekdays[] = {
  { "monday", 1 }, { "mon", 1 }, { "tuesday", 2 }, { "tues", 2 }, { "tue", 2 }, { "wednesday", 3 }, { "weds", 3 },
  { "wed", 3 }, { "thursday", 4 }, { "thurs", 4 }, { "thur", 4 }, { "thu", 4 }, { "friday", 5 }, { "fri", 5 },
  { "saturday", 6 }, { "sat", 6 }, { "sunday", 7 }, { "sun", 7 },
};

static const Word months[] = {
  { "january", 1 }, { "jan", 1 }, { "february", 2 }, { "feb", 2 }, { "march", 3 }, { "mar", 3 }, { "april", 4 },
  { "apr", 4 }, { "may", 5 }, { "june", 6 }, { "jun", 6 }, { "july", 7 }, { "jul", 7 }, { "august", 8 }, { "aug", 8 },
  { "september", 9 }, { "sept", 9 }, { "sep", 9 }, { "october", 10 }, { "oct", 10 }, { "november", 11 },
  { "nov", 11 }, { "december", 12 }, { "dec", 12 },
};

static const Word numbers[] = {
  { "a couple of", 2 }, { "an", 1 }, { "a", 1 }, { "one", 1 }, { "two", 2 }, { "three", 3 }, { "four", 4 },
  { "five", 5 }, { "six", 6 }, { "seven", 7 }, { "eight", 8 }, { "nine", 9 }, { "ten", 10 }, { "twelve", 12 },
  { "a few", 3 },
};

typedef enum
{
  UNIT_DAY,
  UNIT_WORKDAY,
  UNIT_WEEK,
  UNIT_FORTNIGHT,
  UNIT_MONTH,
  UNIT_YEAR,
  UNIT_HOUR,
} Unit;

static const Word units[] = {
  { "business days", UNIT_WORKDAY }, { "business day", UNIT_WORKDAY }, { "working days", UNIT_WORKDAY },
  { "working day", UNIT_WORKDAY }, { "workdays", UNIT_WORKDAY }, { "days", UNIT_DAY }, { "day", UNIT_DAY },
  { "weeks", UNIT_WEEK }, { "week", UNIT_WEEK }, { "fortnight", UNIT_FORTNIGHT }, { "months", UNIT_MONTH },
  { "month", UNIT_MONTH }, { "years", UNIT_YEAR }, { "year", UNIT_YEAR }, { "hours", UNIT_HOUR }, { "hour", UNIT_HOUR },
};

static const char * const deadline_words[] = {
  "by the", "by", "before the", "before", "until", "till", "no later than", "due on", "due", NULL,
};

static const char * const place_words[] = { "on the", "on", "at the", "at", "in the", NULL };

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

static guint
skip_word (const ClinchDateScan *scan,
           guint                 at,
           const char           *word)
{
  guint length = clinch_quick_text_match (scan->text, at, scan->end, word);

  return length > 0 ? clinch_quick_text_skip_space (scan->text, at + length, scan->end) : at;
}

static guint32
phrase_day (const ClinchDateScan *scan,
            Phrase                phrase,
            int                   offset)
{
  guint32 monday = scan->today - scan->weekday + 1 + offset * 7;

  switch (phrase)
    {
    case PHRASE_WEEK_END:
      return offset == 0 && scan->weekday > 5 ? monday + 6 : monday + 4;
    case PHRASE_WEEK_START:
      return monday;
    case PHRASE_MONTH_END:
      return clinch_date_scan_month_end (scan->year, scan->month + offset);
    case PHRASE_MONTH_START:
      return clinch_date_scan_month_end (scan->year, scan->month + offset - 1) + 1;
    case PHRASE_MONTH_MIDDLE:
      return clinch_date_scan_month_end (scan->year, scan->month + offset - 1) + 15;
    case PHRASE_QUARTER_END:
      return clinch_date_scan_month_end (scan->year, (scan->month - 1) / 3 * 3 + 3 + offset * 3);
    case PHRASE_YEAR_END:
      return clinch_date_scan_ymd (scan->year + offset, 12, 31);
    case PHRASE_DAY:
    default:
      return scan->today + offset;
    }
}

static guint
scan_phrase (const ClinchDateScan *scan,
             guint                 at,
             ClinchQuickDate      *date)
{
  guint longest = 0;
  gsize found = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      guint length = clinch_quick_text_match (scan->text, at, scan->end, phrases[i].words);

      if (length > longest)
        {
          longest = length;
          found = i;
        }
    }
  if (longest == 0 ||
      !clinch_date_scan_set (date, phrase_day (scan, phrases[found].phrase, phrases[found].offset),
                             phrases[found].confidence))
    return 0;

  return at + longest;
}

/* "sat", "sun", "mon" are words of other meaning too: a short one alone needs a capital. */
static gboolean
is_sure_weekday (const ClinchDateScan *scan,
                 guint                 at,
                 guint                 length,
                 gboolean              led)
{
  if (led || length > 5)
    return TRUE;
  if (!g_unichar_isupper (scan->text->raw[at]))
    return FALSE;

  return clinch_quick_text_match (scan->text, at, scan->end, "sun") == 0;
}

static guint
scan_weekday (const ClinchDateScan *scan,
              guint                 at,
              gboolean              led,
              ClinchQuickDate      *date)
{
  static const Word leads[] = {
    { "this coming", 2 }, { "coming", 2 }, { "last", -1 }, { "past", -1 }, { "this", 0 }, { "next", 1 },
  };
  int lead = 0;
  int weekday;
  guint prefix = match_word (scan, at, leads, G_N_ELEMENTS (leads), &lead);
  guint word = clinch_quick_text_skip_space (scan->text, at + prefix, scan->end);
  guint length = match_word (scan, word, weekdays, G_N_ELEMENTS (weekdays), &weekday);
  guint32 this_week = scan->today - scan->weekday;

  if (length == 0 || !is_sure_weekday (scan, word, length, led || prefix > 0))
    return 0;

  if (prefix == 0)
    clinch_date_scan_set_weekday (scan, date, weekday);
  else if (lead == 1)
    clinch_date_scan_set (date, this_week + weekday + 7, 80);
  else if (lead == 0)
    clinch_date_scan_set (date, this_week + weekday, 95);
  else if (lead == 2)
    clinch_date_scan_set (date, this_week + weekday + (weekday > scan->weekday ? 0 : 7), 95);
  else
    clinch_date_scan_set (date, this_week + weekday - (weekday < scan->weekday ? 0 : 7), 85);

  return word + length;
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
    case UNIT_FORTNIGHT:
      return scan->today + count * 14;
    case UNIT_MONTH:
      return clinch_date_scan_add_months (scan->today, count);
    case UNIT_YEAR:
      return clinch_date_scan_add_months (scan->today, count * 12);
    case UNIT_HOUR:
    default:
      return scan->today + count / 24;
    }
}

/* in 3 days, within two weeks, 3 days ago, two weeks from now */
static guint
scan_distance (const ClinchDateScan *scan,
               guint                 at,
               ClinchQuickDate      *date)
{
  static const char * const later[] = { "from now", "from today", "later", NULL };
  static const char * const within[] = { "within the next", "within", "in the next", NULL };
  guint i = at;
  guint length = clinch_quick_text_match_any (scan->text, i, scan->end, within);
  gboolean deadline = length > 0;
  gboolean led;
  int count;
  int unit;

  if (length == 0)
    length = clinch_quick_text_match (scan->text, i, scan->end, "in");
  led = length > 0;
  if (led)
    i = clinch_quick_text_skip_space (scan->text, i + length, scan->end);

  if ((length = match_word (scan, i, numbers, G_N_ELEMENTS (numbers), &count)) > 0)
    i += length;
  else if (clinch_date_scan_is_digit (scan, i) &&
           (i == 0 || !clinch_quick_is_latin (scan->text->fold[i - 1])))
    i = clinch_date_scan_number (scan, i, &count);
  else
    return 0;
  if (i == 0)
    return 0;

  i = clinch_quick_text_skip_space (scan->text, i, scan->end);
  length = match_word (scan, i, units, G_N_ELEMENTS (units), &unit);
  if (length == 0)
    return 0;
  i += length;

  if (!led)
    {
      guint behind = clinch_quick_text_skip_space (scan->text, i, scan->end);

      if ((length = clinch_quick_text_match (scan->text, behind, scan->end, "ago")) > 0)
        count = -count;
      else if ((length = clinch_quick_text_match_any (scan->text, behind, scan->end, later)) == 0)
        return 0;
      i = behind + length;
    }
  if (!clinch_date_scan_set (date, add_units (scan, unit, count), 95))
    return 0;
  date->deadline = deadline;

  return i;
}

static guint
scan_ordinal (const ClinchDateScan *scan,
              guint                 at,
              int                  *number,
              gboolean             *ordinal)
{
  guint i = at;

  *number = 0;
  *ordinal = FALSE;
  if (at > 0 && clinch_quick_is_latin (scan->text->fold[at - 1]))
    return 0;
  while (i - at < 4 && clinch_date_scan_is_digit (scan, i))
    *number = *number * 10 + (int) (scan->text->fold[i++] - '0');
  if (i == at)
    return 0;

  if (i + 1 < scan->end)
    {
      gunichar a = scan->text->fold[i];
      gunichar b = scan->text->fold[i + 1];

      if ((a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd')
          || (a == 't' && b == 'h'))
        {
          *ordinal = TRUE;
          i += 2;
        }
    }

  return i < scan->end && clinch_quick_is_latin (scan->text->fold[i]) ? 0 : i;
}

/* ", 2026" or " 2026" behind a day. */
static guint
scan_year_behind (const ClinchDateScan *scan,
                  guint                 at,
                  int                  *year)
{
  guint i = at;
  guint behind;

  if (i < scan->end && scan->text->fold[i] == ',')
    i++;
  i = clinch_quick_text_skip_space (scan->text, i, scan->end);
  if (i == at || !clinch_date_scan_is_digit (scan, i))
    return 0;
  behind = clinch_date_scan_number (scan, i, year);
  if (behind == 0 || behind - i != 4 || *year < 1970 || *year > 2199 ||
      (behind < scan->end && clinch_quick_is_latin (scan->text->fold[behind])))
    return 0;

  return behind;
}

static guint
set_day_of_month (const ClinchDateScan *scan,
                  guint                 at,
                  int                   month,
                  int                   number,
                  ClinchQuickDate      *date)
{
  int year;
  guint behind = month != 0 ? scan_year_behind (scan, at, &year) : 0;

  if (behind != 0)
    return clinch_date_scan_set (date, clinch_date_scan_ymd (year, month, number), 100) ? behind
           : 0;

  return clinch_date_scan_set_month_day (scan, date, month, number) ? at : 0;
}

/* Nov 20, 20 Nov, November 20th, 2026, the 20th of November, the 20th */
static guint
scan_calendar (const ClinchDateScan *scan,
               guint                 at,
               ClinchQuickDate      *date)
{
  guint start = skip_word (scan, at, "the");
  gboolean ordinal;
  int number;
  int month;
  guint length = match_word (scan, start, months, G_N_ELEMENTS (months), &month);
  guint i;

  if (length > 0)
    {
      i = start + length;
      if (i < scan->end && scan->text->fold[i] == '.')
        i++;
      i = scan_ordinal (scan, clinch_quick_text_skip_space (scan->text, i, scan->end), &number,
                        &ordinal);
      return i != 0 && number <= 31 ? set_day_of_month (scan, i, month, number, date) : 0;
    }

  i = scan_ordinal (scan, start, &number, &ordinal);
  if (i == 0 || number < 1 || number > 31)
    return 0;
  start = clinch_quick_text_skip_space (scan->text, i, scan->end);
  start = skip_word (scan, start, "of");
  length = match_word (scan, start, months, G_N_ELEMENTS (months), &month);
  if (length > 0)
    return set_day_of_month (scan, start + length, month, number, date);
  /* "the 20th", not "the 20th floor". */
  if (ordinal && (start >= scan->end || !clinch_quick_is_latin (scan->text->fold[start])))
    return set_day_of_month (scan, i, 0, number, date);

  return 0;
}

/* end of November, early December, mid-January */
static guint
scan_part_of_month (const ClinchDateScan *scan,
                    guint                 at,
                    ClinchQuickDate      *date)
{
  static const Word parts[] = {
    { "end of", 31 }, { "late", 25 }, { "early", 5 }, { "beginning of", 1 }, { "start of", 1 }, { "mid", 15 }, { "middle of", 15 },
  };
  int part;
  int month;
  int year = scan->year;
  guint length = match_word (scan, at, parts, G_N_ELEMENTS (parts), &part);
  guint i;
  guint32 day;

  if (length == 0)
    return 0;
  i = at + length;
  if (i < scan->end && scan->text->fold[i] == '-')
    i++;
  i = clinch_quick_text_skip_space (scan->text, i, scan->end);
  length = match_word (scan, i, months, G_N_ELEMENTS (months), &month);
  if (length == 0)
    return 0;

  if (month < scan->month - 6)
    year++;
  day = part == 31 ? clinch_date_scan_month_end (year, month)
        : clinch_date_scan_ymd (year, month, part);

  return clinch_date_scan_set (date, day, 70) ? i + length : 0;
}

guint
clinch_date_scan_english (const ClinchDateScan *scan,
                          guint                 at,
                          ClinchQuickDate      *date)
{
  guint length;
  guint i = at;
  guint end;
  gboolean deadline;
  gboolean led;

  if (at >= scan->end || scan->text->fold[at] >= 0x80
      || (at > 0 && clinch_quick_is_latin (scan->text->fold[at - 1])))
    return 0;

  length = clinch_quick_text_match_any (scan->text, i, scan->end, deadline_words);
  deadline = length > 0;
  if (length == 0)
    length = clinch_quick_text_match_any (scan->text, i, scan->end, place_words);
  led = length > 0;
  if (led)
    i = clinch_quick_text_skip_space (scan->text, i + length, scan->end);

  if ((end = scan_phrase (scan, i, date)) == 0 &&
      (end = scan_weekday (scan, i, led, date)) == 0 &&
      (end = scan_distance (scan, i, date)) == 0 &&
      (end = scan_calendar (scan, i, date)) == 0 &&
      (end = scan_part_of_month (scan, i, date)) == 0 &&
      (!led || (end = clinch_date_scan_numeric (scan, i, date)) == 0))
    return 0;

  /* What is due today or later; "before last Friday" is history. */
  date->deadline |= deadline && date->future >= scan->today;

  return end;
}
