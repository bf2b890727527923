// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-date.h"
#include "clinch-date-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Importing a large file converts millions of dates, so the calendar is plain integer arithmetic
 * on the text and not a GDate or GDateTime each. Days count as in GDate: 1 is 0001-01-01. */

#define LAST_DAY 3652059 /* 9999-12-31 */

gboolean
clinch_date_parts_are_valid (int year,
                             int month,
                             int day)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
    return FALSE;

  leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= lengths[month - 1] + (month == 2 && leap);
}

static int
days_from_parts (int year,
                 int month,
                 int day)
{
  int era;
  int year_of_era;
  int day_of_year;

  /* Years that begin in March have their leap day at the end. */
  if (month <= 2)
    year--;
  era = year / 400;
  year_of_era = year % 400;
  day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 305;
}

static void
parts_from_days (int  days,
                 int *year,
                 int *month,
                 int *day)
{
  int shifted = days + 305;
  int era = shifted / 146097;
  int day_of_era = shifted % 146097;
  int year_of_era = (day_of_era - day_of_era / 1460
                     + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  *year = era * 400 + year_of_era + (*month <= 2);
}

static void
write_number (char *out,
              int   value,
              int   digits)
{
  while (digits-- > 0)
    {
      out[digits] = '0' + value % 10;
      value /= 10;
    }
}

void
clinch_date_write (int  year,
                   int  month,
                   int  day,
                   char date[CLINCH_DATE_SIZE])
{
  write_number (date, year, 4);
  date[4] = '-';
  write_number (date + 5, month, 2);
  date[7] = '-';
  write_number (date + 8, day, 2);
  date[10] = '\0';
}

gboolean
clinch_date_read (const char *date,
                  int        *year,
                  int        *month,
                  int        *day)
{
  if (date == NULL)
    return FALSE;

  for (int i = 0; i < 10; i++)
    {
      if (i == 4 || i == 7 ? date[i] != '-' : !g_ascii_isdigit (date[i]))
        return FALSE;
    }
  if (date[10] != '\0')
    return FALSE;

  *year = (date[0] - '0') * 1000 + (date[1] - '0') * 100 + (date[2] - '0') * 10 + date[3] - '0';
  *month = (date[5] - '0') * 10 + date[6] - '0';
  *day = (date[8] - '0') * 10 + date[9] - '0';
  return clinch_date_parts_are_valid (*year, *month, *day);
}

static void
write_days (gint64 days,
            char   date[CLINCH_DATE_SIZE])
{
  int year;
  int month;
  int day;

  parts_from_days (CLAMP (days, 1, LAST_DAY), &year, &month, &day);
  clinch_date_write (year, month, day, date);
}

gboolean
clinch_date_is_valid (const char *date)
{
  int year;
  int month;
  int day;

  return clinch_date_read (date, &year, &month, &day);
}

guint32
clinch_date_to_days (const char *date)
{
  int year;
  int month;
  int day;

  if (!clinch_date_read (date, &year, &month, &day))
    return 0;

  return days_from_parts (year, month, day);
}

void
clinch_date_from_days (guint32 days,
                       char    date[CLINCH_DATE_SIZE])
{
  write_days (days, date);
}

void
clinch_date_add_days (const char *date,
                      int         days,
                      char        result[CLINCH_DATE_SIZE])
{
  guint32 from = clinch_date_to_days (date);

  if (from == 0)
    result[0] = '\0';
  else
    write_days ((gint64) from + days, result);
}

int
clinch_date_days_between (const char *from,
                          const char *to)
{
  return (int) clinch_date_to_days (to) - (int) clinch_date_to_days (from);
}

int
clinch_date_weekday (const char *date)
{
  /* 0001-01-01 was a Monday. */
  return (clinch_date_to_days (date) + 6) % 7 + 1;
}

/* Splits @seconds since 1970 into a day and the second of that day, also before 1970. */
static void
split_seconds (gint64  seconds,
               gint64 *days,
               int    *second)
{
  *days = seconds / 86400;
  *second = seconds % 86400;
  if (*second < 0)
    {
      (*days)--;
      *second += 86400;
    }
  *days += CLINCH_DATE_UNIX_DAY;
}

static gint64
local_seconds (gint64     instant,
               GTimeZone *zone)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);
  int offset = interval < 0 ? 0 : g_time_zone_get_offset (zone, interval);

  return CLAMP (instant, G_MININT64 / 2, G_MAXINT64 / 2) + offset;
}

void
clinch_date_from_instant (gint64     instant,
                          GTimeZone *zone,
                          char       date[CLINCH_DATE_SIZE])
{
  gint64 days;
  int second;

  split_seconds (local_seconds (instant, zone), &days, &second);
  write_days (days, date);
}

gint64
clinch_date_to_instant_at (const char *date,
                           int         second,
                           GTimeZone  *zone)
{
  gint64 local = ((gint64) clinch_date_to_days (date) - CLINCH_DATE_UNIX_DAY) * 86400 + second;
  /* A time that the clocks skip becomes the first one after the gap. */
  int interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_STANDARD, &local);

  return local - (interval < 0 ? 0 : g_time_zone_get_offset (zone, interval));
}

gint64
clinch_date_to_instant (const char *date,
                        int         hour,
                        GTimeZone  *zone)
{
  return clinch_date_to_instant_at (date, hour * 3600, zone);
}

const char *
clinch_date_month_name (int month)
{
  static const char * const names[] = {
    NC_("month", "Jan"), NC_("month", "Feb"), NC_("month", "Mar"), NC_("month", "Apr"),
    NC_("month", "May"), NC_("month", "Jun"), NC_("month", "Jul"), NC_("month", "Aug"),
    NC_("month", "Sep"), NC_("month", "Oct"), NC_("month", "Nov"), NC_("month", "Dec"),
  };

  return g_dpgettext2 (NULL, "month", names[month - 1]);
}

static const char *
weekday_name (int weekday)
{
  static const char * const names[] = {
    NC_("weekday", "Mon"), NC_("weekday", "Tue"), NC_("weekday", "Wed"), NC_("weekday", "Thu"),
    NC_("weekday", "Fri"), NC_("weekday", "Sat"), NC_("weekday", "Sun"),
  };

  return g_dpgettext2 (NULL, "weekday", names[weekday - 1]);
}

const char *
clinch_date_weekday_name (const char *date)
{
  return weekday_name (clinch_date_weekday (date));
}

char *
clinch_date_format (const char *date,
                    const char *today)
{
  int year;
  int month;
  int day;

  if (!clinch_date_read (date, &year, &month, &day))
    return g_strdup (date != NULL ? date : "");

  if (clinch_date_is_valid (today))
    {
      int distance = clinch_date_days_between (today, date);

      if (distance == 0)
        return g_strdup (C_("date", "Today"));
      if (distance == 1)
        return g_strdup (C_("date", "Tomorrow"));
      if (distance == -1)
        return g_strdup (C_("date", "Yesterday"));
      /* Translators: a day of the current year; 1 is the short name of the month, 2 the day. */
      if (strncmp (date, today, 5) == 0)
        return g_strdup_printf (C_("date", "%1$s %2$d"), clinch_date_month_name (month), day);
    }

  /* Translators: 1 is the short name of the month, 2 the day, 3 the year. */
  return g_strdup_printf (C_("date", "%1$s %2$d, %3$d"), clinch_date_month_name (month), day, year);
}

char *
clinch_date_format_full (const char *date)
{
  int year;
  int month;
  int day;

  if (!clinch_date_read (date, &year, &month, &day))
    return g_strdup (date != NULL ? date : "");

  /* Translators: 1 is the short name of the month, 2 the day, 3 the year, 4 the short weekday. */
  return g_strdup_printf (C_("date", "%4$s, %1$s %2$d, %3$d"),
                          clinch_date_month_name (month), day, year,
                          weekday_name (clinch_date_weekday (date)));
}

char *
clinch_instant_format (gint64     instant,
                       gint64     now,
                       GTimeZone *zone)
{
  char date[CLINCH_DATE_SIZE];
  char today[CLINCH_DATE_SIZE];
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  gint64 days;
  int second;

  clinch_date_from_instant (instant, zone, date);
  clinch_date_from_instant (now, zone, today);
  split_seconds (local_seconds (instant, zone), &days, &second);
  day = clinch_date_format (date, today);
  time = g_strdup_printf ("%02d:%02d", second / 3600, second / 60 % 60);

  /* Translators: 1 is a day such as "Today" or "Nov 23", 2 the time of that day. */
  return g_strdup_printf (C_("date", "%1$s %2$s"), day, time);
}

char *
clinch_instant_to_iso (gint64 instant)
{
  char date[CLINCH_DATE_SIZE];
  gint64 days;
  int second;

  split_seconds (instant, &days, &second);
  write_days (days, date);
  return g_strdup_printf ("%sT%02d:%02d:%02dZ", date, second / 3600, second / 60 % 60, second % 60);
}
