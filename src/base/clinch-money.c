// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-money.h"

#include <glib/gi18n.h>
#include <string.h>

__extension__ typedef unsigned __int128 Wide;
__extension__ typedef __int128 SignedWide;

typedef struct
{
  const char *name;
  int exponent;
} Unit;

static const Unit western_units[] = { { "", 0 }, { "K", 3 }, { "M", 6 }, { "B", 9 }, { NULL, 0 } };
static const Unit chinese_units[] = { { "", 0 }, { "万", 4 }, { "亿", 8 }, { "万亿", 12 },
                                      { NULL, 0 } };

ClinchMoneyStyle
clinch_money_style (void)
{
  /* Translators: not for showing. Translate as "chinese" where amounts are shortened in steps of
   * ten thousand (万, 亿), else leave "western" for K, M and B. */
  const char *style = C_("money style", "western");

  return strcmp (style, "chinese") == 0 ? CLINCH_MONEY_CHINESE : CLINCH_MONEY_WESTERN;
}

static Wide
power_of_ten (int exponent)
{
  Wide power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

static guint64
magnitude (gint64 minor)
{
  return minor < 0 ? -(guint64) minor : (guint64) minor;
}

/* Appends @value, whose last @decimals digits stand behind the decimal point. */
static void
append_number (GString    *out,
               Wide        value,
               int         decimals,
               const char *separator)
{
  char digits[48];
  int length = 0;

  do
    {
      digits[length++] = '0' + (int) (value % 10);
      value /= 10;
    }
  while (value != 0 || length <= decimals);

  while (length > decimals)
    {
      g_string_append_c (out, digits[--length]);
      if (length > decimals && (length - decimals) % 3 == 0)
        g_string_append (out, separator);
    }
  if (decimals > 0)
    g_string_append_c (out, '.');
  while (length > 0)
    g_string_append_c (out, digits[--length]);
}

static Wide
divide_rounded (Wide value,
                Wide divisor)
{
  return (value + divisor / 2) / divisor;
}

/* How many digits behind the point make three significant ones. */
static int
choose_decimals (Wide value,
                 Wide unit)
{
  Wide whole = value / unit;

  return whole >= 100 ? 0 : whole >= 10 ? 1 : 2;
}

char *
clinch_money_format (gint64            minor,
                     const char       *currency,
                     ClinchMoneyStyle  style)
{
  const Unit *unit = style == CLINCH_MONEY_CHINESE ? chinese_units : western_units;
  g_autoptr(GString) out = g_string_new (minor < 0 ? "-" : "");
  Wide value = magnitude (minor);
  int digits = clinch_money_digits (currency);
  int decimals;
  Wide shown;

  while (unit[1].name != NULL && value >= power_of_ten (unit[1].exponent + digits))
    unit++;

  decimals = choose_decimals (value, power_of_ten (unit->exponent + digits));
  decimals = MIN (decimals, unit->exponent + digits);
  shown = divide_rounded (value, power_of_ten (unit->exponent + digits - decimals));

  /* 999,500 is 1M and not 1,000K. */
  if (unit[1].name != NULL && shown >= power_of_ten (unit[1].exponent - unit->exponent + decimals))
    {
      shown = 1;
      decimals = 0;
      unit++;
    }
  for (; decimals > 0 && shown % 10 == 0; decimals--)
    shown /= 10;

  g_string_append (out, clinch_money_symbol (currency));
  /* Four digits before 万 are read in one breath, without a separator. */
  append_number (out, shown, decimals,
                 style == CLINCH_MONEY_CHINESE && unit->exponent > 0 ? "" : ",");
  g_string_append (out, unit->name);
  return g_string_free_and_steal (g_steal_pointer (&out));
}

char *
clinch_money_format_full (gint64      minor,
                          const char *currency)
{
  g_autoptr(GString) out = g_string_new (minor < 0 ? "-" : "");

  g_string_append (out, clinch_money_symbol (currency));
  append_number (out, magnitude (minor), clinch_money_digits (currency), ",");
  return g_string_free_and_steal (g_steal_pointer (&out));
}

char *
clinch_money_format_plain (gint64      minor,
                           const char *currency)
{
  g_autoptr(GString) out = g_string_new (minor < 0 ? "-" : "");

  append_number (out, magnitude (minor), clinch_money_digits (currency), "");
  return g_string_free_and_steal (g_steal_pointer (&out));
}

gint64
clinch_money_percent (gint64 minor,
                      int    percent)
{
  SignedWide product = (SignedWide) minor * percent;

  product = (product + (product < 0 ? -50 : 50)) / 100;
  return CLAMP (product, G_MININT64, G_MAXINT64);
}
