// SPDX-License-Identifier: GPL-3.0-or-later

/* 三十万, 叁拾万元整, 1亿2000万: what people say and contracts spell out becomes digits here, so that
 * the rest of the reader sees one number. */
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-money.h"
#include "clinch-money-private.h"

#include <string.h>

/* Digits in a row that are taken as one number. */
#define MAX_RUN 15

/* Ten to the power that a character stands for. */
static const struct
{
  const char *character;
  int exponent;
} units[] = {
  { "十", 1 }, { "拾", 1 }, { "百", 2 }, { "佰", 2 }, { "千", 3 }, { "仟", 3 },
  { "万", 4 }, { "萬", 4 }, { "亿", 8 }, { "億", 8 },
};

typedef struct
{
  gint64 total;   /* what stands before the last 万 or 亿, and is settled */
  gint64 section; /* below ten thousand, since then */
  gint64 pending; /* a number whose unit is still to come, or -1 */
  int last_big;   /* the exponents of the units met last; each is smaller than the one before */
  int last_small;
  int last_unit;
  gboolean spelled;  /* the pending number is a Chinese digit */
  gboolean has_zero; /* 零 stands before it */
} Reader;

static int
digit_of (gunichar c)
{
  static const char * const digits[] = {
    "零〇", "一壹", "二贰貳两兩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖",
  };

  for (int i = 0; i < (int) G_N_ELEMENTS (digits); i++)
    if (g_utf8_strchr (digits[i], -1, c) != NULL)
      return i;

  return -1;
}

static int
exponent_of (const char *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (at, units[i].character))
      return units[i].exponent;

  return 0;
}

gboolean
clinch_money_is_numeral (const char *at)
{
  return *at != '\0' && (digit_of (g_utf8_get_char (at)) >= 0 || g_str_has_prefix (at, "十")
                         || g_str_has_prefix (at, "拾"));
}

static gint64
power_of_ten (int exponent)
{
  gint64 value = 1;

  while (exponent-- > 0)
    value *= 10;

  return value;
}

static gboolean
take_digit (Reader *reader,
            int     digit)
{
  if (reader->pending >= 0)
    return FALSE;
  if (digit == 0)
    {
      reader->has_zero = TRUE;
      return TRUE;
    }
  reader->pending = digit;
  reader->spelled = TRUE;

  return TRUE;
}

static const char *
take_number (Reader     *reader,
             const char *at)
{
  const char *start = at;

  while (g_ascii_isdigit (*at))
    at++;
  if (reader->pending >= 0 || at - start > MAX_RUN)
    return NULL;
  reader->pending = g_ascii_strtoll (start, NULL, 10);
  reader->spelled = FALSE;

  return at;
}

static gboolean
take_big_unit (Reader *reader,
               int     exponent)
{
  gint64 number = reader->section + MAX (reader->pending, 0);
  gint64 value;

  /* 一万亿: ten thousand of them. */
  if (number == 0 && exponent == 8 && reader->last_big == 4 && reader->last_unit == 4)
    {
      number = reader->total;
      reader->total = 0;
    }
  else if (exponent >= reader->last_big)
    return FALSE;

  if (number == 0 || number > CLINCH_MONEY_LARGEST / power_of_ten (exponent))
    return FALSE;
  value = number * power_of_ten (exponent);
  reader->total += value;
  reader->section = 0;
  reader->last_big = exponent;
  reader->last_small = 4;

  return TRUE;
}

static gboolean
take_unit (Reader *reader,
           int     exponent)
{
  if (exponent >= 4)
    {
      if (!take_big_unit (reader, exponent))
        return FALSE;
    }
  else
    {
      /* 十万 begins with a ten of its own. */
      if (reader->pending < 0 && exponent == 1)
        reader->pending = 1;
      if (reader->pending < 0 || reader->pending > 9 || exponent >= reader->last_small)
        return FALSE;
      reader->section += reader->pending * power_of_ten (exponent);
      reader->last_small = exponent;
    }
  reader->pending = -1;
  reader->last_unit = exponent;
  reader->has_zero = FALSE;

  return TRUE;
}

/* The digit at the end: 三万五 is 35,000 and 三万零五 30,005. Nobody knows what 3万5 is. */
static gboolean
take_rest (Reader *reader)
{
  if (reader->pending < 0)
    return TRUE;
  if (reader->last_unit > 1 && !reader->has_zero)
    {
      if (!reader->spelled)
        return FALSE;
      reader->pending *= power_of_ten (reader->last_unit - 1);
    }
  reader->section += reader->pending;

  return TRUE;
}

/* Reads the number at @at up to @end, which tells how far numerals go; -1 if it is none. */
static gint64
read_numerals (const char *at,
               const char *end)
{
  Reader reader = { .pending = -1, .last_big = 12, .last_small = 4 };

  while (at < end)
    {
      int digit = digit_of (g_utf8_get_char (at));
      int exponent = exponent_of (at);

      if (g_ascii_isdigit (*at))
        {
          at = take_number (&reader, at);
          if (at == NULL)
            return -1;
          continue;
        }
      if (digit >= 0 ? !take_digit (&reader, digit) : !take_unit (&reader, exponent))
        return -1;
      at = g_utf8_next_char (at);
    }

  return take_rest (&reader) ? reader.total + reader.section : -1;
}

/* How far the characters of a number go from @at on. One number with one unit at its end needs no
 * reading. */
static const char *
find_end (const char *at,
          gboolean   *needed)
{
  gboolean has_unit = FALSE;

  *needed = clinch_money_is_numeral (at);
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gboolean is_unit = exponent_of (at) > 0;
      gboolean is_spelled = digit_of (g_utf8_get_char (at)) >= 0;

      if (!is_unit && !is_spelled && !g_ascii_isdigit (*at))
        break;
      *needed |= is_spelled || (has_unit && !is_unit);
      has_unit |= is_unit;
    }

  return at;
}

char *
clinch_money_spell_digits (const char *text)
{
  const char *start = text;
  const char *end;
  gboolean needed;
  gint64 value;
  GString *digits;

  while (*start != '\0' && !g_ascii_isdigit (*start) && !clinch_money_is_numeral (start))
    start = g_utf8_next_char (start);
  end = find_end (start, &needed);
  if (!needed)
    return NULL;
  value = read_numerals (start, end);
  if (value < 0)
    return NULL;

  digits = g_string_new_len (text, start - text);
  g_string_append_printf (digits, "%" G_GINT64_FORMAT "%s", value, end);

  return g_string_free (digits, FALSE);
}
