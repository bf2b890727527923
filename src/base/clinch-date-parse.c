// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-date.h"
#include "clinch-date-private.h"

#include <string.h>

/* Longest text that can be a date with weekday, time, fraction and offset. */
#define MAX_CHARACTERS 64

/* What was written, before anybody decides which number is the month. */
typedef struct
{
  int numbers[3];
  int digits[3];
  int second;
  int offset;
  guint is_triple : 1;
  guint lacks_year : 1;
  guint has_time : 1;
  guint has_offset : 1;
} Written;

typedef struct
{
  gunichar text[MAX_CHARACTERS + 1];
  int at;
} Scanner;

static gboolean
scanner_init (Scanner    *scanner,
              const char *text)
{
  int length = 0;

  scanner->at = 0;
  while (*text != '\0')
    {
      gunichar c = g_utf8_get_char_validated (text, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2 || length == MAX_CHARACTERS)
        return FALSE;
      text = g_utf8_next_char (text);
      if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0;
      else if (g_unichar_isspace (c))
        c = ' ';
      /* Leading space does not use up the room. */
      if (length > 0 || c != ' ')
        scanner->text[length++] = c;
    }

  while (length > 0 && scanner->text[length - 1] == ' ')
    length--;
  scanner->text[length] = 0;
  return length > 0;
}

static gunichar
peek (const Scanner *scanner)
{
  return scanner->text[scanner->at];
}

static gboolean
accept (Scanner  *scanner,
        gunichar  character)
{
  if (peek (scanner) != character)
    return FALSE;

  scanner->at++;
  return TRUE;
}

static gboolean
accept_word (Scanner    *scanner,
             const char *word)
{
  int at = scanner->at;

  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      if (g_unichar_toupper (scanner->text[at++]) != g_utf8_get_char (word))
        return FALSE;
    }

  scanner->at = at;
  return TRUE;
}

static gboolean
skip_spaces (Scanner *scanner)
{
  int start = scanner->at;

  while (accept (scanner, ' '))
    ;
  return scanner->at > start;
}

static gboolean
is_digit (gunichar character)
{
  return character >= '0' && character <= '9';
}

/* Reads at most @most digits; a number that has more is refused by what has to follow it. */
static gboolean
scan_number (Scanner *scanner,
             int      most,
             int     *value,
             int     *digits)
{
  *value = 0;
  *digits = 0;
  while (*digits < most && is_digit (peek (scanner)))
    {
      *value = *value * 10 + (int) (scanner->text[scanner->at++] - '0');
      (*digits)++;
    }
  return *digits > 0;
}

static gboolean
scan_digits (Scanner *scanner,
             int      count,
             int     *value)
{
  int digits;

  return scan_number (scanner, count, value, &digits) && digits == count;
}

/* 2026年11月23日 and 11月23日, where the first number has been read. */
static gboolean
scan_chinese_date (Scanner *scanner,
                   Written *written)
{
  written->lacks_year = peek (scanner) == 0x6708;
  if (written->lacks_year)
    {
      written->numbers[1] = written->numbers[0];
    }
  else
    {
      if (!accept (scanner, 0x5e74))
        return FALSE;
      skip_spaces (scanner);
      if (!scan_number (scanner, 2, &written->numbers[1], &written->digits[1]))
        return FALSE;
      skip_spaces (scanner);
    }

  if (!accept (scanner, 0x6708))
    return FALSE;
  skip_spaces (scanner);
  if (!scan_number (scanner, 2, &written->numbers[2], &written->digits[2]))
    return FALSE;
  skip_spaces (scanner);
  return accept (scanner, 0x65e5) || accept (scanner, 0x53f7);
}

static gboolean
scan_date (Scanner *scanner,
           Written *written)
{
  gunichar separator;

  if (!scan_number (scanner, 8, &written->numbers[0], &written->digits[0]))
    return FALSE;

  if (written->digits[0] == 8)
    {
      int value = written->numbers[0];

      written->numbers[0] = value / 10000;
      written->numbers[1] = value / 100 % 100;
      written->numbers[2] = value % 100;
      written->digits[0] = 4;
      return TRUE;
    }

  separator = peek (scanner);
  if (separator == '-' || separator == '/' || separator == '.')
    {
      written->is_triple = TRUE;
      for (int i = 1; i < 3; i++)
        {
          if (!accept (scanner, separator)
              || !scan_number (scanner, 4, &written->numbers[i], &written->digits[i]))
            return FALSE;
        }
      return TRUE;
    }

  skip_spaces (scanner);
  return scan_chinese_date (scanner, written);
}

/* 星期一, 周一, 礼拜一; whether it is the right one is the writer's affair. */
static gboolean
scan_weekday (Scanner *scanner)
{
  static const gunichar names[] = { 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x65e5,
                                    0x5929 };
  gboolean bracket = accept (scanner, '(');

  if (!accept_word (scanner, "星期") && !accept_word (scanner, "礼拜") && !accept_word (scanner, "周"))
    return !bracket;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (accept (scanner, names[i]))
        return !bracket || accept (scanner, ')');
    }
  return FALSE;
}

/* The half of the day: 0 for none, 1 for the morning, 2 for the afternoon. */
static int
scan_half (Scanner *scanner)
{
  if (accept_word (scanner, "AM") || accept_word (scanner, "上午"))
    return 1;
  if (accept_word (scanner, "PM") || accept_word (scanner, "下午"))
    return 2;
  return 0;
}

static gboolean
scan_clock (Scanner *scanner,
            int     *hour,
            int     *minute,
            int     *second)
{
  int fraction;
  int digits;

  if (!scan_number (scanner, 6, hour, &digits))
    return FALSE;

  *minute = 0;
  *second = 0;
  if (digits == 6 || digits == 4)
    {
      /* 090000 or 0900, the basic form of ISO 8601. */
      int value = digits == 6 ? *hour : *hour * 100;

      *hour = value / 10000;
      *minute = value / 100 % 100;
      *second = value % 100;
    }
  else if (digits > 2)
    {
      return FALSE;
    }
  else if (accept (scanner, 0x65f6) || accept (scanner, 0x70b9))
    {
      if (scan_number (scanner, 2, minute, &digits) && !accept (scanner, 0x5206))
        return FALSE;
    }
  else
    {
      if (!accept (scanner, ':') || !scan_digits (scanner, 2, minute))
        return FALSE;
      if (accept (scanner, ':') && !scan_digits (scanner, 2, second))
        return FALSE;
    }

  /* A fraction of the second is dropped. */
  if ((accept (scanner, '.') || accept (scanner, ','))
      && !scan_number (scanner, 9, &fraction, &digits))
    return FALSE;
  return *hour < 24 && *minute < 60 && *second < 60;
}

static gboolean
scan_offset (Scanner *scanner,
             Written *written)
{
  int hours;
  int minutes = 0;
  int sign;

  skip_spaces (scanner);
  if (accept_word (scanner, "UTC") || accept_word (scanner, "GMT"))
    written->has_offset = TRUE;
  else if (accept_word (scanner, "Z"))
    {
      written->has_offset = TRUE;
      return TRUE;
    }

  sign = accept (scanner, '+') ? 1 : accept (scanner, '-') || accept (scanner, 0x2212) ? -1 : 0;
  if (sign == 0)
    return TRUE;
  if (!scan_digits (scanner, 2, &hours))
    return FALSE;
  if ((accept (scanner, ':') || is_digit (peek (scanner))) && !scan_digits (scanner, 2, &minutes))
    return FALSE;
  if (hours > 23 || minutes > 59)
    return FALSE;

  written->has_offset = TRUE;
  written->offset = sign * (hours * 3600 + minutes * 60);
  return TRUE;
}

static gboolean
scan_time (Scanner *scanner,
           Written *written)
{
  int half = scan_half (scanner);
  int hour;
  int minute;
  int second;

  skip_spaces (scanner);
  if (!scan_clock (scanner, &hour, &minute, &second))
    return FALSE;

  skip_spaces (scanner);
  if (half == 0)
    half = scan_half (scanner);
  if ((half == 1 && hour > 12) || (half == 2 && hour == 0))
    return FALSE;
  if (half == 1 && hour == 12)
    hour = 0;
  else if (half == 2 && hour < 12)
    hour += 12;

  written->has_time = TRUE;
  written->second = hour * 3600 + minute * 60 + second;
  return scan_offset (scanner, written);
}

static gboolean
scan_text (const char *text,
           Written    *written)
{
  Scanner scanner;
  gboolean apart;

  memset (written, 0, sizeof *written);
  if (text == NULL || !scanner_init (&scanner, text) || !scan_date (&scanner, written))
    return FALSE;

  apart = !is_digit (scanner.text[scanner.at - 1]);
  if (accept (&scanner, 'T') || accept (&scanner, 't'))
    return scan_time (&scanner, written) && peek (&scanner) == 0;

  if (peek (&scanner) == 0)
    return TRUE;
  apart |= accept (&scanner, ',');
  apart |= skip_spaces (&scanner);
  if (!apart || peek (&scanner) == 0 || !scan_weekday (&scanner))
    return FALSE;

  skip_spaces (&scanner);
  if (peek (&scanner) == 0)
    return TRUE;
  return scan_time (&scanner, written) && peek (&scanner) == 0;
}

/* Two digits mean the hundred years from 1970 on. */
static int
whole_year (int year,
            int digits)
{
  if (digits == 4)
    return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/* Reads @written in @order; a date that does not need an order counts as year, month, day. */
static gboolean
apply_order (const Written   *written,
             ClinchDateOrder  order,
             const char      *today,
             char             date[CLINCH_DATE_SIZE])
{
  static const guint8 places[][3] = {
    [CLINCH_DATE_ORDER_YMD] = { 0, 1, 2 },
    [CLINCH_DATE_ORDER_MDY] = { 2, 0, 1 },
    [CLINCH_DATE_ORDER_DMY] = { 2, 1, 0 },
  };
  const guint8 *place = places[order];
  int year = written->numbers[place[0]];
  int month = written->numbers[place[1]];
  int day = written->numbers[place[2]];

  if (written->lacks_year)
    {
      int today_month;
      int today_day;

      if (!clinch_date_read (today, &year, &today_month, &today_day))
        return FALSE;
    }
  else
    {
      int digits = written->digits[place[0]];

      if (digits != 2 && digits != 4)
        return FALSE;
      year = whole_year (year, digits);
    }

  if (written->digits[place[1]] > 2 || written->digits[place[2]] > 2)
    return FALSE;
  if (!clinch_date_parts_are_valid (year, month, day))
    return FALSE;

  clinch_date_write (year, month, day, date);
  return TRUE;
}

static gboolean
needs_order (const Written *written)
{
  return written->is_triple && written->digits[0] != 4;
}

static gboolean
resolve (const Written   *written,
         ClinchDateOrder  order,
         const char      *today,
         char             date[CLINCH_DATE_SIZE])
{
  gboolean found = FALSE;

  if (!needs_order (written))
    return apply_order (written, CLINCH_DATE_ORDER_YMD, today, date);
  if (order != CLINCH_DATE_ORDER_UNKNOWN)
    return apply_order (written, order, today, date);

  /* 3/3/2017 has one meaning although two orders allow it. */
  for (int i = CLINCH_DATE_ORDER_YMD; i <= CLINCH_DATE_ORDER_DMY; i++)
    {
      char other[CLINCH_DATE_SIZE];

      if (!apply_order (written, i, today, other))
        continue;
      if (found && strcmp (other, date) != 0)
        return FALSE;
      memcpy (date, other, sizeof other);
      found = TRUE;
    }
  return found;
}

gboolean
clinch_date_parse (const char      *text,
                   ClinchDateOrder  order,
                   const char      *today,
                   char             date[CLINCH_DATE_SIZE])
{
  Written written;
  char found[CLINCH_DATE_SIZE];

  /* Most files hold ISO dates. */
  if (clinch_date_is_valid (text))
    {
      memcpy (date, text, CLINCH_DATE_SIZE);
      return TRUE;
    }

  if (!scan_text (text, &written) || !resolve (&written, order, today, found))
    return FALSE;

  memcpy (date, found, sizeof found);
  return TRUE;
}

guint
clinch_date_possible_orders (const char *text)
{
  Written written;
  char date[CLINCH_DATE_SIZE];
  guint orders = 0;

  if (!scan_text (text, &written))
    return 0;

  for (int i = CLINCH_DATE_ORDER_YMD; i <= CLINCH_DATE_ORDER_DMY; i++)
    {
      /* A leap year, so that 2月29日 counts as a date. */
      if (apply_order (&written, i, "2000-01-01", date))
        orders |= 1u << i;
      if (!needs_order (&written))
        break;
    }
  return orders;
}

gboolean
clinch_instant_parse (const char      *text,
                      ClinchDateOrder  order,
                      const char      *today,
                      GTimeZone       *zone,
                      gint64          *instant)
{
  Written written;
  char date[CLINCH_DATE_SIZE];

  if (!scan_text (text, &written) || !resolve (&written, order, today, date))
    return FALSE;

  if (!written.has_time)
    *instant = clinch_date_to_instant (date, 12, zone);
  else if (written.has_offset)
    *instant = ((gint64) clinch_date_to_days (date) - CLINCH_DATE_UNIX_DAY) * 86400
               + written.second - written.offset;
  else
    *instant = clinch_date_to_instant_at (date, written.second, zone);
  return TRUE;
}
