// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-period.h"

#include "clinch-date-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MONTHS_OF_ALL_YEARS (9999 * 12)

static const struct
{
  const char *code;
  int months;
} types[CLINCH_N_PERIOD_TYPES] = {
  [CLINCH_PERIOD_MONTH] = { "month", 1 },
  [CLINCH_PERIOD_QUARTER] = { "quarter", 3 },
  [CLINCH_PERIOD_YEAR] = { "year", 12 },
};

/* Months are counted from January of the year 1. */
static void
set_month (ClinchPeriod     *self,
           ClinchPeriodType  type,
           int               month)
{
  int length = types[type].months;
  int first = CLAMP (month, 0, MONTHS_OF_ALL_YEARS - 1) / length * length;
  int last = first + length - 1;

  self->type = type;
  clinch_date_write (first / 12 + 1, first % 12 + 1, 1, self->first);
  clinch_date_write (last / 12 + 1, last % 12 + 1,
                     g_date_get_days_in_month (last % 12 + 1, last / 12 + 1), self->last);
}

static gboolean
month_of (const char *date,
          int        *month)
{
  int year;
  int number;
  int day;

  if (date == NULL || !clinch_date_read (date, &year, &number, &day))
    return FALSE;

  *month = (year - 1) * 12 + number - 1;
  return TRUE;
}

const char *
clinch_period_type_code (ClinchPeriodType type)
{
  g_return_val_if_fail (type < CLINCH_N_PERIOD_TYPES, NULL);

  return types[type].code;
}

gboolean
clinch_period_type_from_code (const char       *code,
                              ClinchPeriodType *type)
{
  for (int i = 0; i < CLINCH_N_PERIOD_TYPES; i++)
    if (g_strcmp0 (types[i].code, code) == 0)
      {
        *type = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
clinch_period_init (ClinchPeriod     *self,
                    ClinchPeriodType  type,
                    const char       *date)
{
  int month;

  g_return_val_if_fail (type < CLINCH_N_PERIOD_TYPES, FALSE);

  memset (self, 0, sizeof *self);
  if (!month_of (date, &month))
    return FALSE;

  set_month (self, type, month);
  return TRUE;
}

void
clinch_period_move (ClinchPeriod *self,
                    int           by)
{
  int month = 0;
  gint64 moved;

  if (!month_of (self->first, &month))
    return;
  moved = month + (gint64) by * types[self->type].months;
  set_month (self, self->type, CLAMP (moved, 0, MONTHS_OF_ALL_YEARS - 1));
}

int
clinch_period_distance (const ClinchPeriod *self,
                        const char         *date)
{
  int length = types[self->type].months;
  int from = 0;
  int to = 0;

  if (!month_of (self->first, &from) || !month_of (date, &to))
    return 0;

  return to / length - from / length;
}

gboolean
clinch_period_parse (const char   *text,
                     ClinchPeriod *self)
{
  gsize length = text != NULL ? strlen (text) : 0;
  gsize n_digits = length > 0 ? strspn (text, "0123456789") : 0;
  const char *rest = text + n_digits;
  int year = n_digits == 4 ? atoi (text) : 0;
  ClinchPeriodType type = CLINCH_PERIOD_YEAR;
  int month = 1;

  memset (self, 0, sizeof *self);
  if (year == 0 || length > CLINCH_PERIOD_CODE_SIZE - 1)
    return FALSE;
  if (*rest == '-')
    rest++;
  if ((*rest == 'q' || *rest == 'Q') && rest[1] >= '1' && rest[1] <= '4' && rest[2] == '\0')
    {
      type = CLINCH_PERIOD_QUARTER;
      month = (rest[1] - '1') * 3 + 1;
    }
  else if (strlen (rest) == 2 && strspn (rest, "0123456789") == 2)
    {
      type = CLINCH_PERIOD_MONTH;
      month = atoi (rest);
      if (month < 1 || month > 12 || rest[-1] != '-')
        return FALSE;
    }
  else if (length != n_digits)
    {
      return FALSE;
    }

  set_month (self, type, (year - 1) * 12 + month - 1);
  return TRUE;
}

void
clinch_period_code (const ClinchPeriod *self,
                    char                code[CLINCH_PERIOD_CODE_SIZE])
{
  int month = 0;

  if (!month_of (self->first, &month))
    {
      *code = '\0';
      return;
    }

  g_strlcpy (code, self->first, CLINCH_PERIOD_CODE_SIZE);
  if (self->type == CLINCH_PERIOD_YEAR)
    code[4] = '\0';
  else if (self->type == CLINCH_PERIOD_QUARTER)
    g_snprintf (code + 4, CLINCH_PERIOD_CODE_SIZE - 4, "-Q%d", month % 12 / 3 + 1);
}

char *
clinch_period_format (const ClinchPeriod *self)
{
  int month = 0;
  int year;

  if (!month_of (self->first, &month))
    return g_strdup ("");

  year = month / 12 + 1;
  switch (self->type)
    {
    case CLINCH_PERIOD_MONTH:
      /* Translators: 1 is the short name of a month, 2 its year. */
      return g_strdup_printf (C_("period", "%1$s %2$d"), clinch_date_month_name (month % 12 + 1),
                              year);
    case CLINCH_PERIOD_QUARTER:
      /* Translators: 1 is the number of a quarter, 2 its year. */
      return g_strdup_printf (C_("period", "Q%1$d %2$d"), month % 12 / 3 + 1, year);
    case CLINCH_PERIOD_YEAR:
      return g_strdup_printf (C_("period", "%d"), year);
    case CLINCH_N_PERIOD_TYPES:
    default:
      return g_strdup ("");
    }
}
