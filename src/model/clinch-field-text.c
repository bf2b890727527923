// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-field-text.h"

#include "clinch-birthday.h"
#include "clinch-clock.h"
#include "clinch-date.h"
#include "clinch-money.h"
#include "clinch-parse-error.h"
#include "clinch-quick-date.h"
#include "clinch-text.h"
#include "clinch-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
read_today (char today[CLINCH_DATE_SIZE])
{
  clinch_clock_today (today);
}

static const char *
find_currency (const ClinchRow *row,
               const char      *fallback)
{
  const ClinchField *field = clinch_kind_find_field (row->kind, "currency");
  const char *currency = field != NULL ? clinch_row_text (row, field->index) : NULL;

  if (currency != NULL)
    return currency;

  return fallback != NULL ? fallback : "";
}

static char *
format_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
format_percent (gint64 percent)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "%%", percent);
}

static char *
format_time (gint64 instant)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, clinch_clock_timezone ())
                               : NULL;

  return local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");
}

static char *
format_instant_full (gint64 instant)
{
  char date[CLINCH_DATE_SIZE];
  g_autofree char *day = NULL;
  g_autofree char *time = format_time (instant);

  clinch_date_from_instant (instant, clinch_clock_timezone (), date);
  day = clinch_date_format_full (date);

  return g_strdup_printf ("%s %s", day, time);
}

static char *
type_instant (gint64 instant)
{
  char date[CLINCH_DATE_SIZE];
  g_autofree char *time = format_time (instant);

  clinch_date_from_instant (instant, clinch_clock_timezone (), date);
  return g_strdup_printf ("%s %s", date, time);
}

void
clinch_field_text_install (void)
{
  clinch_value_set_day_func (clinch_quick_date_read);
}

char *
clinch_field_text_full (const ClinchRow *row,
                        int              field,
                        const char      *name,
                        const char      *currency)
{
  const ClinchField *info;

  g_return_val_if_fail (row != NULL, NULL);

  if (clinch_row_is_null (row, field))
    return g_strdup ("");

  info = clinch_kind_field (row->kind, field);
  switch (info->type)
    {
    case CLINCH_FIELD_TEXT:
    case CLINCH_FIELD_LONG_TEXT:
    case CLINCH_FIELD_CURRENCY:
      return g_strdup (clinch_row_text (row, field));
    case CLINCH_FIELD_INTEGER:
      return format_number (clinch_row_int (row, field));
    case CLINCH_FIELD_MONEY:
      return clinch_money_format_full (clinch_row_int (row, field), find_currency (row, currency));
    case CLINCH_FIELD_PERCENT:
      return format_percent (clinch_row_int (row, field));
    case CLINCH_FIELD_DATE:
      return clinch_date_format_full (clinch_row_text (row, field));
    case CLINCH_FIELD_BIRTHDAY:
      return clinch_birthday_format (clinch_row_text (row, field));
    case CLINCH_FIELD_INSTANT:
      return format_instant_full (clinch_row_int (row, field));
    case CLINCH_FIELD_CHOICE:
      return g_strdup (clinch_choice_label (info->choice, clinch_row_text (row, field)));
    case CLINCH_FIELD_REFERENCE:
      return name != NULL ? g_strdup (name)
             : g_strdup_printf ("#%" G_GINT64_FORMAT, clinch_row_int (row, field));
    default:
      g_assert_not_reached ();
    }
}

/* What is shown in another form than in full. */
static char *
show_short (const ClinchRow   *row,
            const ClinchField *field,
            const char        *currency)
{
  char today[CLINCH_DATE_SIZE];

  if (clinch_row_is_null (row, field->index))
    return NULL;

  if (field->type == CLINCH_FIELD_MONEY)
    return clinch_money_format (clinch_row_int (row, field->index), find_currency (row, currency),
                                clinch_money_style ());
  if (field->type == CLINCH_FIELD_INSTANT)
    return clinch_instant_format (clinch_row_int (row, field->index), clinch_clock_now (),
                                  clinch_clock_timezone ());
  if (field->type == CLINCH_FIELD_DATE)
    {
      read_today (today);
      return clinch_date_format (clinch_row_text (row, field->index), today);
    }

  return NULL;
}

char *
clinch_field_text_show (const ClinchRow *row,
                        int              field,
                        const char      *name,
                        const char      *currency)
{
  char *text;

  g_return_val_if_fail (row != NULL, NULL);

  text = show_short (row, clinch_kind_field (row->kind, field), currency);
  return text != NULL ? text : clinch_field_text_full (row, field, name, currency);
}

char *
clinch_field_text_hint (const ClinchRow *row,
                        int              field,
                        const char      *currency)
{
  g_autofree char *text = NULL;
  g_autofree char *full = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  text = show_short (row, clinch_kind_field (row->kind, field), currency);
  if (text == NULL)
    return NULL;

  full = clinch_field_text_full (row, field, NULL, currency);
  return g_str_equal (text, full) ? NULL : g_steal_pointer (&full);
}

/* Nobody writes the hyphens in place of the year. */
static char *
type_birthday (const char *birthday)
{
  return g_strdup (birthday + (clinch_birthday_has_year (birthday) ? 0 : strlen ("--")));
}

char *
clinch_field_text_type (const ClinchRow *row,
                        int              field,
                        const char      *currency)
{
  const ClinchField *info;

  g_return_val_if_fail (row != NULL, NULL);

  if (clinch_row_is_null (row, field))
    return g_strdup ("");

  info = clinch_kind_field (row->kind, field);
  if (info->type == CLINCH_FIELD_DATE)
    return g_strdup (clinch_row_text (row, field));
  if (info->type == CLINCH_FIELD_BIRTHDAY)
    return type_birthday (clinch_row_text (row, field));
  if (info->type == CLINCH_FIELD_INSTANT)
    return type_instant (clinch_row_int (row, field));

  return clinch_field_text_full (row, field, NULL, currency);
}

static gboolean
read_whole (const ClinchField  *field,
            const char         *text,
            gint64              least,
            gint64              most,
            gint64             *number,
            GError            **error)
{
  g_autofree char *folded = clinch_text_fold (text);
  g_autoptr(GString) digits = g_string_new (g_strstrip (folded));

  if (field->type == CLINCH_FIELD_PERCENT && g_str_has_suffix (digits->str, "%"))
    g_string_truncate (digits, digits->len - 1);
  g_string_replace (digits, ",", "", 0);
  g_strchomp (digits->str);
  if (g_ascii_string_to_signed (digits->str, 10, least, most, number, NULL))
    return TRUE;

  if (field->type == CLINCH_FIELD_PERCENT)
    g_set_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_INVALID,
                 _("“%s” is not a percentage from 0 to 100"), text);
  else
    g_set_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_INVALID,
                 _("“%s” is not a whole number"), text);
  return FALSE;
}

static gboolean
read_date (const ClinchField  *field,
           const char         *text,
           ClinchRow          *changes,
           GError            **error)
{
  char today[CLINCH_DATE_SIZE];
  char date[CLINCH_DATE_SIZE];

  read_today (today);
  if (clinch_date_parse (text, CLINCH_DATE_ORDER_UNKNOWN, today, date) ||
      clinch_quick_date_read (text, today, clinch_field_is_past (field), date))
    {
      clinch_row_set_text (changes, field->index, date);
      return TRUE;
    }

  g_set_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_INVALID,
               _("“%s” is not a date; write 2026-11-23 or “next Wednesday”"), text);
  return FALSE;
}

/* “Mar 5” and “March 5, 1980” are read as other days are; what means another day each year is
 * none. */
static gboolean
read_birthday (const ClinchField  *field,
               const char         *text,
               ClinchRow          *changes,
               GError            **error)
{
  char today[CLINCH_DATE_SIZE];
  char one[CLINCH_DATE_SIZE];
  char other[CLINCH_DATE_SIZE];
  char birthday[CLINCH_BIRTHDAY_SIZE];

  read_today (today);
  if (clinch_birthday_parse (text, CLINCH_DATE_ORDER_UNKNOWN, today, birthday)
      || (clinch_quick_date_read (text, CLINCH_BIRTHDAY_ONE_DAY, FALSE, one)
          && clinch_quick_date_read (text, CLINCH_BIRTHDAY_OTHER_DAY, FALSE, other)
          && clinch_birthday_from_readings (one, other, today, birthday)))
    {
      clinch_row_set_text (changes, field->index, birthday);
      return TRUE;
    }

  g_set_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_INVALID,
               _("“%s” is not a birthday; write 1980-03-05 or, without the year, 03-05"), text);
  return FALSE;
}

static gboolean
read_instant (const ClinchField  *field,
              const char         *text,
              ClinchRow          *changes,
              GError            **error)
{
  char today[CLINCH_DATE_SIZE];
  char date[CLINCH_DATE_SIZE];
  gint64 instant;

  read_today (today);
  if (clinch_instant_parse (text, CLINCH_DATE_ORDER_UNKNOWN, today, clinch_clock_timezone (),
                            &instant))
    {
      clinch_row_set_int (changes, field->index, instant);
      return TRUE;
    }
  if (clinch_quick_date_read (text, today, TRUE, date))
    {
      clinch_row_set_int (changes, field->index,
                          clinch_date_to_instant (date, 12, clinch_clock_timezone ()));
      return TRUE;
    }

  g_set_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_INVALID,
               _("“%s” is not a time; write 2026-11-23 14:00 or “yesterday”"), text);
  return FALSE;
}

static gboolean
read_code (const ClinchField  *field,
           const char         *text,
           ClinchRow          *changes,
           GError            **error)
{
  g_autofree char *upper = g_utf8_strup (text, -1);
  const char *code = upper;

  if (field->type == CLINCH_FIELD_CHOICE)
    code = clinch_choice_find (field->choice, text);
  else if (!clinch_money_is_currency (upper))
    code = NULL;

  if (code == NULL)
    {
      g_set_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_INVALID,
                   _("“%1$s” is not possible as %2$s"), text,
                   clinch_field_label (field));
      return FALSE;
    }

  clinch_row_set_text (changes, field->index, code);
  return TRUE;
}

static gboolean
read_text (const ClinchRow    *row,
           const ClinchField  *field,
           const char         *text,
           const char         *currency,
           ClinchRow          *changes,
           GError            **error)
{
  gint64 number;

  switch (field->type)
    {
    case CLINCH_FIELD_TEXT:
    case CLINCH_FIELD_LONG_TEXT:
      clinch_row_set_text (changes, field->index, text);
      return TRUE;
    case CLINCH_FIELD_INTEGER:
    case CLINCH_FIELD_PERCENT:
      if (!read_whole (field, text, field->type == CLINCH_FIELD_PERCENT ? 0 : G_MININT32,
                       field->type == CLINCH_FIELD_PERCENT ? 100 : G_MAXINT32, &number, error))
        return FALSE;
      clinch_row_set_int (changes, field->index, number);
      return TRUE;
    case CLINCH_FIELD_MONEY:
      if (!clinch_money_parse (text, find_currency (row, currency), &number, error))
        return FALSE;
      clinch_row_set_int (changes, field->index, number);
      return TRUE;
    case CLINCH_FIELD_DATE:
      return read_date (field, text, changes, error);
    case CLINCH_FIELD_BIRTHDAY:
      return read_birthday (field, text, changes, error);
    case CLINCH_FIELD_INSTANT:
      return read_instant (field, text, changes, error);
    case CLINCH_FIELD_CURRENCY:
    case CLINCH_FIELD_CHOICE:
      return read_code (field, text, changes, error);
    case CLINCH_FIELD_REFERENCE:
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
clinch_field_text_read (const ClinchRow  *row,
                        int               field,
                        const char       *text,
                        const char       *currency,
                        ClinchRow        *changes,
                        GError          **error)
{
  const ClinchField *info;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (row != NULL && row->kind == changes->kind, FALSE);

  info = clinch_kind_field (row->kind, field);
  clean = info->type == CLINCH_FIELD_LONG_TEXT ? clinch_text_clean (text)
          : clinch_text_clean_line (text);
  if (clean != NULL)
    return read_text (row, info, clean, currency, changes, error);

  if (info->flags & CLINCH_FIELD_REQUIRED)
    {
      /* Translators: the name of a field. */
      g_set_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_INVALID, _("%s must not be empty"),
                   clinch_field_label (info));
      return FALSE;
    }

  clinch_row_set_null (changes, field);
  return TRUE;
}
