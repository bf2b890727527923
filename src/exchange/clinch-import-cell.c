// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cells of an imported table as values of fields. Most cells of a large file are plain digits, ISO
// dates and clean lines, so these take a short way; everything else goes to the functions that read
// what people write.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-cell.h"

#include "clinch-birthday.h"
#include "clinch-money.h"
#include "clinch-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* As many digits as surely fit a gint64. */
#define SAFE_DIGITS 15

gboolean
clinch_import_cell_is_empty (const ClinchField *field,
                             const char        *text)
{
  static const char * const nothing[] = {
    "-", "--", "—", "——", "–", "/", "N/A", "n/a", "NA", "#N/A", "NULL", "null", "None", "none", "nil", "无", "暂无", "空", NULL,
  };

  if (*text == '\0')
    return TRUE;
  if (field != NULL && (field->type == CLINCH_FIELD_TEXT || field->type == CLINCH_FIELD_LONG_TEXT))
    return FALSE;

  if (strlen (text) > 6 || !g_strv_contains (nothing, text))
    return FALSE;

  /* Somewhere “none” is an answer: nobody has met them. */
  return field == NULL || field->type != CLINCH_FIELD_CHOICE
         || clinch_choice_find (field->choice, text) == NULL;
}

/* Digits with or without a decimal point, as programs write them. */
static gboolean
read_plain_amount (const char *text,
                   int         digits,
                   gint64     *minor)
{
  gboolean is_negative = *text == '-';
  gint64 value = 0;
  int n_digits = 0;
  int decimals = -1;

  for (const char *p = text + is_negative; *p != '\0'; p++)
    {
      if (*p == '.' && decimals < 0 && n_digits > 0)
        {
          decimals = 0;
          continue;
        }
      if (!g_ascii_isdigit (*p) || ++n_digits > SAFE_DIGITS - 4)
        return FALSE;
      value = value * 10 + (*p - '0');
      if (decimals >= 0)
        decimals++;
    }
  /* "1." and more decimals than the currency has are for the careful reader. */
  if (n_digits == 0 || decimals == 0 || decimals > digits)
    return FALSE;

  for (int i = MAX (decimals, 0); i < digits; i++)
    value *= 10;
  *minor = is_negative ? -value : value;

  return TRUE;
}

static gboolean
ends_in_number (const char *text)
{
  const char *end = text + strlen (text);

  return g_ascii_isdigit (end[-1]) || clinch_money_is_numeral (g_utf8_prev_char (end));
}

static char *
read_money (const ClinchField         *field,
            const char                *text,
            const ClinchImportReading *reading,
            ClinchRow                 *row)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *with_unit = NULL;
  gint64 minor;

  if (reading->unit == NULL
      && read_plain_amount (text, clinch_money_digits (reading->currency), &minor))
    {
      clinch_row_set_int (row, field->index, minor);
      return NULL;
    }

  /* The heading's unit counts for bare numbers; who writes a unit into the cell means that one. */
  if (reading->unit != NULL && ends_in_number (text))
    with_unit = g_strconcat (text, reading->unit, NULL);
  if (!clinch_money_parse (with_unit != NULL ? with_unit : text, reading->currency, &minor, &error))
    return g_strdup (error->message);
  clinch_row_set_int (row, field->index, minor);

  return NULL;
}

/* A whole number: "1,200", "1.2万", "500人", "1996年", also with a date where a year is wanted. */
static char *
read_integer (const ClinchField         *field,
              const char                *text,
              const ClinchImportReading *reading,
              ClinchRow                 *row)
{
  static const char * const endings[] = { "人", "名", "年", "天", "家", "个" };
  g_autofree char *bare = NULL;
  char date[CLINCH_DATE_SIZE];
  gint64 value;

  if (read_plain_amount (text, 0, &value))
    {
      clinch_row_set_int (row, field->index, value);
      return NULL;
    }

  bare = g_strdup (text);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (bare, endings[i]))
      {
        bare[strlen (bare) - strlen (endings[i])] = '\0';
        break;
      }
  /* A currency without a minor unit reads whole numbers in every form that people write. */
  if (clinch_money_parse (g_strstrip (bare), "JPY", &value, NULL))
    {
      clinch_row_set_int (row, field->index, value);
      return NULL;
    }
  if (field->kind == CLINCH_KIND_CUSTOMER && field->index == CLINCH_CUSTOMER_FOUNDED &&
      clinch_date_parse (text, reading->order, reading->today, date))
    {
      clinch_row_set_int (row, field->index, g_ascii_strtoll (date, NULL, 10));
      return NULL;
    }

  return g_strdup_printf (_("“%s” is not a whole number."), text);
}

static char *
read_percent (const ClinchField *field,
              const char        *text,
              ClinchRow         *row)
{
  g_autofree char *folded = clinch_text_fold (text);
  gsize length = strlen (folded);
  gboolean is_percent = length > 0 && folded[length - 1] == '%';
  gint64 hundredths;

  if (is_percent)
    folded[length - 1] = '\0';
  /* Two decimals of the dollar do for "0.75" and "75.00%". */
  if (!clinch_money_parse (g_strstrip (folded), "USD", &hundredths, NULL))
    return g_strdup_printf (_("“%s” is not a percentage."), text);

  if (!is_percent && strchr (folded, '.') != NULL && hundredths >= 0 && hundredths <= 100)
    hundredths *= 100;
  if (hundredths < 0 || hundredths > 10000)
    return g_strdup_printf (_("“%s” is not between 0 and 100 percent."), text);
  clinch_row_set_int (row, field->index, (hundredths + 50) / 100);

  return NULL;
}

static char *
describe_date (const char                *text,
               const ClinchImportReading *reading)
{
  if (reading->order == CLINCH_DATE_ORDER_UNKNOWN && clinch_date_possible_orders (text) != 0)
    return g_strdup_printf (_("“%s” can be read in two ways. Say in which order day and month "
                              "stand."), text);

  return g_strdup_printf (_("“%s” is not a date."), text);
}

static char *
read_date (const ClinchField         *field,
           const char                *text,
           const ClinchImportReading *reading,
           ClinchRow                 *row)
{
  char date[CLINCH_DATE_SIZE];

  if (clinch_date_is_valid (text))
    {
      clinch_row_take_text (row, field->index, g_strdup (text));
      return NULL;
    }
  if (!clinch_date_parse (text, reading->order, reading->today, date))
    return describe_date (text, reading);
  clinch_row_take_text (row, field->index, g_strdup (date));

  return NULL;
}

static char *
read_birthday (const ClinchField         *field,
               const char                *text,
               const ClinchImportReading *reading,
               ClinchRow                 *row)
{
  char birthday[CLINCH_BIRTHDAY_SIZE];

  if (!clinch_birthday_parse (text, reading->order, reading->today, birthday))
    return describe_date (text, reading);
  clinch_row_take_text (row, field->index, g_strdup (birthday));

  return NULL;
}

/* "2026-11-23T01:00:00Z", which our own exports are full of. */
static gboolean
read_iso_instant (const char *text,
                  gint64     *instant)
{
  char date[CLINCH_DATE_SIZE];
  int hour;
  int minute;
  int second;

  if (strlen (text) != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':'
      || text[19] != 'Z')
    return FALSE;
  g_strlcpy (date, text, sizeof date);
  if (!clinch_date_is_valid (date) || strspn (text + 11, "0123456789:") != 8)
    return FALSE;

  hour = (text[11] - '0') * 10 + text[12] - '0';
  minute = (text[14] - '0') * 10 + text[15] - '0';
  second = (text[17] - '0') * 10 + text[18] - '0';
  if (hour > 23 || minute > 59 || second > 59)
    return FALSE;
  *instant = ((gint64) clinch_date_days_between ("1970-01-01", date) * 24 + hour) * 3600
             + minute * 60 + second;

  return TRUE;
}

char *
clinch_import_cell_read_instant (const char                *text,
                                 const ClinchImportReading *reading,
                                 gint64                    *instant)
{
  if (read_iso_instant (text, instant) ||
      clinch_instant_parse (text, reading->order, reading->today, reading->zone, instant))
    return NULL;

  return describe_date (text, reading);
}

static char *
read_currency (const ClinchField *field,
               const char        *text,
               ClinchRow         *row)
{
  static const struct
  {
    const char *word;
    const char *code;
  } words[] = {
    { "人民币", "CNY" }, { "rmb", "CNY" }, { "元", "CNY" }, { "¥", "CNY" }, { "yuan", "CNY" },
    { "美元", "USD" }, { "$", "USD" }, { "us$", "USD" }, { "dollar", "USD" }, { "欧元", "EUR" }, { "€", "EUR" },
    { "euro", "EUR" }, { "港币", "HKD" }, { "港元", "HKD" }, { "hk$", "HKD" }, { "日元", "JPY" }, { "英镑", "GBP" },
    { "£", "GBP" }, { "新台币", "TWD" }, { "韩元", "KRW" },
  };
  g_autofree char *folded = clinch_text_fold (text);
  g_autofree char *code = g_ascii_strup (g_strstrip (folded), -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i].word))
      g_set_str (&code, words[i].code);
  if (!clinch_money_is_currency (code))
    return g_strdup_printf (_("“%s” is not a currency. Write a code such as CNY or USD."), text);
  clinch_row_take_text (row, field->index, g_steal_pointer (&code));

  return NULL;
}

static char *
read_choice (const ClinchField *field,
             const char        *text,
             ClinchRow         *row)
{
  const char *code = clinch_choice_find (field->choice, text);

  if (code == NULL)
    /* Translators: a field and what stands in the file: Grade: “VIP” is none of the values. */
    return g_strdup_printf (_("%1$s: “%2$s” is none of the values."), clinch_field_label (field),
                            text);
  clinch_row_take_text (row, field->index, g_strdup (code));

  return NULL;
}

/* Cells are clean already; only a line must also be on one line. */
static void
read_text (const ClinchField *field,
           const char        *text,
           ClinchRow         *row)
{
  gboolean is_line = strpbrk (text, "\n\t") == NULL && strstr (text, "  ") == NULL
                     && g_str_is_ascii (text);

  if (field->type == CLINCH_FIELD_LONG_TEXT || is_line)
    clinch_row_take_text (row, field->index, g_strdup (text));
  else
    clinch_row_set_text (row, field->index, text);
}

char *
clinch_import_cell_read (const ClinchField         *field,
                         const char                *text,
                         const ClinchImportReading *reading,
                         ClinchRow                 *row)
{
  gint64 instant;
  char *problem;

  switch (field->type)
    {
    case CLINCH_FIELD_INTEGER:
      return read_integer (field, text, reading, row);
    case CLINCH_FIELD_MONEY:
      return read_money (field, text, reading, row);
    case CLINCH_FIELD_CURRENCY:
      return read_currency (field, text, row);
    case CLINCH_FIELD_PERCENT:
      return read_percent (field, text, row);
    case CLINCH_FIELD_DATE:
      return read_date (field, text, reading, row);
    case CLINCH_FIELD_BIRTHDAY:
      return read_birthday (field, text, reading, row);
    case CLINCH_FIELD_INSTANT:
      problem = clinch_import_cell_read_instant (text, reading, &instant);
      if (problem == NULL)
        clinch_row_set_int (row, field->index, instant);
      return problem;
    case CLINCH_FIELD_CHOICE:
      return read_choice (field, text, row);
    case CLINCH_FIELD_TEXT:
    case CLINCH_FIELD_LONG_TEXT:
      read_text (field, text, row);
      return NULL;
    case CLINCH_FIELD_REFERENCE:
    default:
      g_return_val_if_reached (NULL);
    }
}
