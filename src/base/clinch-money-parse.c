// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-money.h"
#include "clinch-money-private.h"
#include "clinch-parse-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* An amount is read in three pieces: what stands before the first digit (bracket, sign, currency),
 * the number, and what stands behind it (unit, currency). Anything that could be meant in two ways
 * is refused: a wrong amount costs more than a second look. */

__extension__ typedef unsigned __int128 Wide;

/* Bytes of the longest text that can be an amount. */
#define MAX_LENGTH 120
/* Digits before the decimal point that can still be in range, with room to spare. */
#define MAX_WHOLE_DIGITS 20

typedef enum
{
  OUTCOME_FINE,
  OUTCOME_EMPTY,
  OUTCOME_INVALID,
  OUTCOME_SEVERAL,
  OUTCOME_CURRENCY,
  OUTCOME_PRECISION,
  OUTCOME_RANGE,
} Outcome;

typedef struct
{
  char prefix[MAX_LENGTH];
  char number[MAX_LENGTH];
  char suffix[MAX_LENGTH];
  guint is_negative : 1;
} Pieces;

typedef struct
{
  char digits[MAX_LENGTH];
  int whole;
  int decimals;
} Number;

/* Levels full-width forms, spaces and minus signs, and drops space at both ends. */
static gboolean
level_text (const char *text,
            char        level[MAX_LENGTH])
{
  int length = 0;

  while (*text != '\0')
    {
      gunichar c = g_utf8_get_char_validated (text, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2 || length > MAX_LENGTH - 8)
        return FALSE;
      text = g_utf8_next_char (text);
      if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0;
      else if (c == 0xffe5)
        c = 0xa5;
      else if (c == 0x2212)
        c = '-';
      else if (c == 0x2019)
        c = '\'';
      else if (g_unichar_isspace (c))
        c = ' ';
      if (length > 0 || c != ' ')
        length += g_unichar_to_utf8 (c, level + length);
    }

  while (length > 0 && level[length - 1] == ' ')
    length--;
  level[length] = '\0';
  return TRUE;
}

/* Puts digits where a number stands in Chinese characters. Contracts close it with 整, so that
 * nobody adds to it. */
static gboolean
spell_out (char level[MAX_LENGTH])
{
  static const char * const closings[] = { "元整", "元正", "圆整", "圆正" };
  g_autofree char *digits = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (closings); i++)
    if (g_str_has_suffix (level, closings[i]))
      level[strlen (level) - strlen ("整")] = '\0';

  digits = clinch_money_spell_digits (level);

  return digits == NULL || g_strlcpy (level, digits, MAX_LENGTH) < MAX_LENGTH;
}

static gboolean
starts_number (const char *at)
{
  return g_ascii_isdigit (at[0]) || (at[0] == '.' && g_ascii_isdigit (at[1]));
}

static gboolean
continues_number (const char *at)
{
  if (g_ascii_isdigit (*at))
    return TRUE;
  return *at != '\0' && strchr (".,' ", *at) != NULL && g_ascii_isdigit (at[1]);
}

/* Takes one sign off either end of the prefix, as in -¥5 and ¥-5. */
static gboolean
take_sign (char     *prefix,
           gboolean *is_negative)
{
  gsize length = strlen (prefix);
  gsize at = length > 0 && strchr ("+-", prefix[0]) != NULL ? 0 : length - 1;

  if (length == 0 || strchr ("+-", prefix[at]) == NULL)
    return TRUE;

  if (*is_negative)
    return FALSE;
  *is_negative = prefix[at] == '-';
  memmove (prefix + at, prefix + at + 1, length - at);
  g_strstrip (prefix);
  return strpbrk (prefix, "+-") == NULL;
}

static gboolean
split_pieces (char   *level,
              Pieces *pieces)
{
  gsize length = strlen (level);
  gboolean is_negative = FALSE;
  const char *start;
  const char *end;

  if (level[0] == '(' && level[length - 1] == ')')
    {
      level[length - 1] = '\0';
      level++;
      is_negative = TRUE;
    }

  for (start = level; *start != '\0' && !starts_number (start); start++)
    ;
  if (*start == '\0')
    return FALSE;
  for (end = start + 1; continues_number (end); end++)
    ;

  g_strlcpy (pieces->prefix, level, start - level + 1);
  g_strlcpy (pieces->number, start, end - start + 1);
  g_strlcpy (pieces->suffix, end, MAX_LENGTH);
  g_strstrip (pieces->prefix);
  g_strstrip (pieces->suffix);
  if (!take_sign (pieces->prefix, &is_negative))
    return FALSE;

  pieces->is_negative = is_negative;
  return TRUE;
}

/* Whether @text up to @end is one to three digits and then groups of three behind @separator. */
static gboolean
is_grouped (const char *text,
            const char *end,
            char        separator)
{
  gboolean is_first = TRUE;
  int run = 0;

  if (*text == '0')
    return FALSE;

  for (const char *at = text; at < end; at++)
    {
      if (g_ascii_isdigit (*at))
        run++;
      else if (*at == separator && (run == 3 || (run > 0 && run < 3 && is_first)))
        {
          run = 0;
          is_first = FALSE;
        }
      else
        return FALSE;
    }
  return run == 3;
}

/* Finds the decimal sign: %NULL for none. Returns %FALSE where the text allows no reading. */
static gboolean
find_decimal_sign (const char  *text,
                   const char **sign)
{
  const char *comma = strchr (text, ',');
  const char *point = strchr (text, '.');
  const char *last_comma = strrchr (text, ',');
  const char *last_point = strrchr (text, '.');
  gboolean has_other = strpbrk (text, " '") != NULL;
  const char *last = last_comma;

  if (last == NULL || (last_point != NULL && last_point > last))
    last = last_point;

  *sign = NULL;
  if (last == NULL)
    return TRUE;

  if (comma != NULL && point != NULL)
    {
      /* 1,234.50 and 1.234,50 */
      *sign = last;
      return last == (last == last_comma ? comma : point);
    }
  if (comma != last_comma || point != last_point)
    {
      /* 1,234,567 and 1.234.567 */
      return TRUE;
    }
  /* A single comma groups wherever it can; a single point never does. */
  if (point != NULL || has_other || !is_grouped (text, text + strlen (text), ','))
    *sign = last;
  return TRUE;
}

static gboolean
read_number (const char *text,
             Number     *number)
{
  const char *sign;
  const char *end = text + strlen (text);
  const char *whole_end;
  const char *separator;
  int length = 0;

  if (!find_decimal_sign (text, &sign))
    return FALSE;

  whole_end = sign != NULL ? sign : end;
  separator = strpbrk (text, ",.' ");
  if (separator != NULL && separator < whole_end && !is_grouped (text, whole_end, *separator))
    return FALSE;

  for (const char *at = text; at < whole_end; at++)
    {
      if (g_ascii_isdigit (*at) && (length > 0 || *at != '0'))
        number->digits[length++] = *at;
    }
  number->whole = length;

  for (const char *at = whole_end + (sign != NULL); at < end; at++)
    {
      if (!g_ascii_isdigit (*at))
        return FALSE;
      number->digits[length++] = *at;
    }
  while (length > number->whole && number->digits[length - 1] == '0')
    length--;
  number->decimals = length - number->whole;
  return TRUE;
}

static gboolean
is_name_of (const char *marker,
            const char *currency)
{
  static const struct
  {
    const char *name;
    char currency[4];
  } names[] = {
    { "元", "CNY" },   { "圆", "CNY" },     { "人民币", "CNY" }, { "RMB", "CNY" },  { "美元", "USD" },   { "US$", "USD" },
    { "欧元", "EUR" }, { "英镑", "GBP" },   { "日元", "JPY" }, { "円", "JPY" },     { "港元", "HKD" },
    { "港币", "HKD" }, { "韩元", "KRW" },   { "元", "TWD" },   { "新台币", "TWD" },
  };
  g_autofree char *upper = g_ascii_strup (marker, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i].name, upper) == 0 && strcmp (names[i].currency, currency) == 0)
        return TRUE;
    }
  return strcmp (upper, currency) == 0;
}

static gboolean
is_currency_marker (const char *marker,
                    const char *currency)
{
  const char *symbol;
  char narrow[16];

  if (*marker == '\0' || is_name_of (marker, currency))
    return TRUE;
  if (!clinch_money_is_currency (currency))
    return FALSE;

  symbol = clinch_money_symbol (currency);
  return strcmp (marker, symbol) == 0
         || (clinch_money_icu_symbol (currency, TRUE, narrow) && strcmp (marker, narrow) == 0);
}

/* Whether @marker means some currency, which is then another than the one that was asked for. */
static gboolean
is_foreign_marker (const char *marker)
{
  static const char * const names[] = {
    "元", "人民币", "RMB", "美元", "US$", "欧元", "英镑", "日元", "円", "港元", "港币", "韩元", "新台币",
  };
  g_autofree char *upper = g_ascii_strup (marker, -1);

  if (clinch_money_is_currency (upper) || g_strv_contains ((const char * const *) names, upper))
    return TRUE;
  for (const char *at = marker; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_type (g_utf8_get_char (at)) == G_UNICODE_CURRENCY_SYMBOL)
        return TRUE;
    }
  return FALSE;
}

/* Reads unit and currency behind the number; @exponent is the power of ten that the unit is. */
static gboolean
read_suffix (const char  *suffix,
             const char  *currency,
             int         *exponent,
             const char **marker)
{
  static const struct
  {
    const char *name;
    int exponent;
  } units[] = {
    { "百", 2 }, { "千", 3 }, { "仟", 3 }, { "k", 3 }, { "万", 4 }, { "萬", 4 },
    { "w", 4 }, { "十万", 5 }, { "百万", 6 }, { "m", 6 }, { "mn", 6 }, { "million", 6 },
    { "千万", 7 }, { "亿", 8 }, { "億", 8 }, { "十亿", 9 }, { "b", 9 }, { "bn", 9 },
    { "billion", 9 }, { "百亿", 10 }, { "千亿", 11 }, { "万亿", 12 },
  };
  g_autofree char *lower = g_ascii_strdown (suffix, -1);

  /* "KRW" is not a thousand of something. */
  *exponent = 0;
  *marker = suffix;
  if (is_currency_marker (suffix, currency))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const char *rest;

      if (!g_str_has_prefix (lower, units[i].name))
        continue;
      rest = suffix + strlen (units[i].name);
      rest += strspn (rest, " ");
      if (!is_currency_marker (rest, currency) && !is_foreign_marker (rest))
        continue;
      *exponent = units[i].exponent;
      *marker = rest;
      return TRUE;
    }
  return is_foreign_marker (suffix);
}

static gboolean
compute (const Number  *number,
         int            exponent,
         gboolean       is_negative,
         gint64        *minor)
{
  Wide value = 0;

  if (number->whole > MAX_WHOLE_DIGITS)
    return FALSE;

  for (int i = 0; i < number->whole + number->decimals; i++)
    value = value * 10 + (Wide) (number->digits[i] - '0');
  for (int i = number->decimals; i < exponent; i++)
    value *= 10;
  if (value > (Wide) CLINCH_MONEY_LARGEST)
    return FALSE;

  *minor = is_negative ? -(gint64) value : (gint64) value;
  return TRUE;
}

/* The start of @text, for a message that fits a line whatever was pasted. */
static char *
shorten (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "",
                                              text != NULL ? strnlen (text, 200) : 0);

  return g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 40));
}

static Outcome
parse (const char *text,
       const char *currency,
       gint64     *minor)
{
  char level[MAX_LENGTH];
  const char *marker;
  Pieces pieces;
  Number number;
  int exponent;

  if (text == NULL || !level_text (text, level))
    return OUTCOME_INVALID;
  if (*level == '\0')
    return OUTCOME_EMPTY;
  if (!spell_out (level))
    return OUTCOME_INVALID;
  if (!split_pieces (level, &pieces) || !read_number (pieces.number, &number))
    return OUTCOME_INVALID;

  if (!read_suffix (pieces.suffix, currency, &exponent, &marker))
    return strpbrk (pieces.suffix, "0123456789") != NULL ? OUTCOME_SEVERAL : OUTCOME_INVALID;
  if (!is_currency_marker (pieces.prefix, currency))
    return is_foreign_marker (pieces.prefix) ? OUTCOME_CURRENCY : OUTCOME_INVALID;
  if (!is_currency_marker (marker, currency))
    return OUTCOME_CURRENCY;

  exponent += clinch_money_digits (currency);
  if (number.decimals > exponent)
    return OUTCOME_PRECISION;
  return compute (&number, exponent, pieces.is_negative, minor) ? OUTCOME_FINE : OUTCOME_RANGE;
}

gboolean
clinch_money_parse (const char  *text,
                    const char  *currency,
                    gint64      *minor,
                    GError     **error)
{
  Outcome outcome = parse (text, currency, minor);
  g_autofree char *shown = NULL;

  if (outcome == OUTCOME_FINE)
    return TRUE;

  shown = shorten (text);
  switch (outcome)
    {
    case OUTCOME_EMPTY:
      g_set_error_literal (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_INVALID,
                           _("There is no amount."));
      break;
    case OUTCOME_SEVERAL:
      g_set_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_INVALID,
                   _("“%s” is not one number with at most one unit, such as 12.5K."), shown);
      break;
    case OUTCOME_CURRENCY:
      g_set_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_CURRENCY,
                   _("“%s” is not an amount in %s."), shown, currency);
      break;
    case OUTCOME_PRECISION:
      g_set_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_PRECISION,
                   _("“%s” has more decimals than %s has."), shown, currency);
      break;
    case OUTCOME_RANGE:
      g_set_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_RANGE,
                   _("“%s” is too large an amount."), shown);
      break;
    case OUTCOME_FINE:
    case OUTCOME_INVALID:
    default:
      g_set_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_INVALID,
                   _("“%s” is not an amount."), shown);
      break;
    }
  return FALSE;
}
