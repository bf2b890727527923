// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-birthday.h"

#include <string.h>

/* Older ones are what programs put where they know nothing. */
#define FIRST_YEAR "1900"

/* Of a year with a February 29. */
#define LEAP_YEAR "2000"

#define DAY_LENGTH strlen ("03-05")

/* "03-05", whether or not the year is known. */
static const char *
day_of (const char *birthday)
{
  return birthday + strlen (birthday) - DAY_LENGTH;
}

static gboolean
set_day (const char *year,
         const char *day,
         char        date[CLINCH_DATE_SIZE])
{
  g_snprintf (date, CLINCH_DATE_SIZE, "%.4s-%s", year, day);

  return clinch_date_is_valid (date);
}

gboolean
clinch_birthday_has_year (const char *birthday)
{
  return birthday[0] != '-';
}

gboolean
clinch_birthday_is_valid (const char *text)
{
  char date[CLINCH_DATE_SIZE];

  if (text == NULL)
    return FALSE;
  if (g_str_has_prefix (text, "--"))
    return strlen (text) == strlen ("--03-05") && set_day (LEAP_YEAR, text + 2, date);

  return clinch_date_is_valid (text) && strcmp (text, FIRST_YEAR) >= 0;
}

/* "--03-05", "--0305", both with a time behind them, or "03-05" */
static gboolean
read_day (const char *text,
          char        birthday[CLINCH_BIRTHDAY_SIZE])
{
  gboolean is_marked = g_str_has_prefix (text, "--");
  const char *digits = text + (is_marked ? 2 : 0);
  gsize length = is_marked ? strcspn (digits, "T") : strlen (digits);
  gboolean is_basic = is_marked && length == strlen ("0305");

  if (!is_basic && (length != DAY_LENGTH || digits[2] != '-'))
    return FALSE;
  g_snprintf (birthday, CLINCH_BIRTHDAY_SIZE, "--%.2s-%.2s", digits, digits + (is_basic ? 2 : 3));

  return clinch_birthday_is_valid (birthday);
}

gboolean
clinch_birthday_from_readings (const char *one,
                               const char *other,
                               const char *today,
                               char        birthday[CLINCH_BIRTHDAY_SIZE])
{
  if (strcmp (day_of (one), day_of (other)) != 0)
    return FALSE;

  if (strcmp (one, other) == 0)
    g_strlcpy (birthday, one, CLINCH_BIRTHDAY_SIZE);
  else
    g_snprintf (birthday, CLINCH_BIRTHDAY_SIZE, "--%s", day_of (one));

  return clinch_birthday_is_valid (birthday)
         && (!clinch_birthday_has_year (birthday) || strcmp (birthday, today) <= 0);
}

gboolean
clinch_birthday_parse (const char      *text,
                       ClinchDateOrder  order,
                       const char      *today,
                       char             birthday[CLINCH_BIRTHDAY_SIZE])
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  char one[CLINCH_DATE_SIZE];
  char other[CLINCH_DATE_SIZE];

  return read_day (clean, birthday)
         || (clinch_date_parse (clean, order, CLINCH_BIRTHDAY_ONE_DAY, one)
             && clinch_date_parse (clean, order, CLINCH_BIRTHDAY_OTHER_DAY, other)
             && clinch_birthday_from_readings (one, other, today, birthday));
}

void
clinch_birthday_next (const char *birthday,
                      const char *today,
                      char        date[CLINCH_DATE_SIZE])
{
  const char *day = day_of (birthday);
  gint64 year = g_ascii_strtoll (today, NULL, 10);

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *digits = g_strdup_printf ("%04d", (int) year + i);

      if (!set_day (digits, day, date))
        set_day (digits, "02-28", date);
      if (strcmp (date, today) >= 0)
        return;
    }
}

char *
clinch_birthday_format (const char *birthday)
{
  char date[CLINCH_DATE_SIZE];

  if (birthday == NULL)
    return g_strdup ("");
  if (clinch_birthday_has_year (birthday))
    return clinch_date_format (birthday, "0001-01-01");

  /* Half a year away nothing is called “Tomorrow”. */
  set_day (LEAP_YEAR, day_of (birthday), date);
  return clinch_date_format (date, strcmp (day_of (birthday), "07-01") < 0 ? LEAP_YEAR "-12-31"
                             : LEAP_YEAR "-01-01");
}
