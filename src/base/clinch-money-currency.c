// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-money.h"
#include "clinch-money-private.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/ustring.h>

/* ICU says which currencies there are and how they are written. How many digits a minor unit has
 * is our own table of ISO 4217: stored amounts depend on it, ICU's digits follow common usage, and
 * they change from release to release. */

typedef struct
{
  char code[4];
  char symbol[16];
} Currency;

#define NO_BREAK_SPACE "\302\240"

/* These never load ICU's data, so the board of a team that uses one of them comes up without it. */
static const Currency common[] = {
  { "CNY", "¥" },   { "USD", "$" }, { "EUR", "€" }, { "HKD", "HK$" }, { "JPY", "JP¥" },
  { "GBP", "£" },   { "TWD", "NT$" },
};

static gboolean
has_form_of_code (const char *code)
{
  return code != NULL && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1])
         && g_ascii_isupper (code[2]) && code[3] == '\0';
}

gboolean
clinch_money_icu_symbol (const char *code,
                         gboolean    narrow,
                         char        symbol[16])
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide_code[4];
  const UChar *name;
  int length;

  u_charsToUChars (code, wide_code, 4);
  name = ucurr_getName (wide_code, "en", narrow ? UCURR_NARROW_SYMBOL_NAME : UCURR_SYMBOL_NAME,
                        NULL, &length, &status);
  if (U_FAILURE (status))
    return FALSE;

  u_strToUTF8 (symbol, 16, NULL, name, length, &status);
  return U_SUCCESS (status) && status != U_STRING_NOT_TERMINATED_WARNING;
}

/* A sign ends in what Unicode calls a sign of currency; "FCFA" or "Cg." is no shorter than a
 * code. */
static gboolean
is_sign (const char *symbol)
{
  const char *last = g_utf8_find_prev_char (symbol, symbol + strlen (symbol));

  return last != NULL && g_unichar_type (g_utf8_get_char (last)) == G_UNICODE_CURRENCY_SYMBOL;
}

static gpointer
load_currencies (gpointer unused)
{
  GHashTable *currencies = g_hash_table_new (g_str_hash, g_str_equal);
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies (UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  const char *code;

  while (U_SUCCESS (status) && (code = uenum_next (codes, NULL, &status)) != NULL)
    {
      Currency *currency;

      if (!has_form_of_code (code))
        continue;
      currency = g_new0 (Currency, 1);
      memcpy (currency->code, code, 4);
      if (!clinch_money_icu_symbol (code, FALSE, currency->symbol) || !is_sign (currency->symbol))
        g_snprintf (currency->symbol, sizeof currency->symbol, "%s" NO_BREAK_SPACE, code);
      g_hash_table_insert (currencies, currency->code, currency);
    }

  uenum_close (codes);
  return currencies;
}

static const Currency *
find_currency (const char *code)
{
  static GOnce once = G_ONCE_INIT;

  if (!has_form_of_code (code))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    {
      if (memcmp (common[i].code, code, 4) == 0)
        return &common[i];
    }
  return g_hash_table_lookup (g_once (&once, load_currencies, NULL), code);
}

gboolean
clinch_money_is_currency (const char *currency)
{
  return find_currency (currency) != NULL;
}

int
clinch_money_digits (const char *currency)
{
  static const char none[] = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
  static const char three[] = "BHD IQD JOD KWD LYD OMR TND";
  static const char four[] = "CLF UYW";

  if (!has_form_of_code (currency))
    return 2;
  if (strstr (none, currency) != NULL)
    return 0;
  if (strstr (three, currency) != NULL)
    return 3;
  return strstr (four, currency) != NULL ? 4 : 2;
}

const char *
clinch_money_symbol (const char *currency)
{
  const Currency *found = find_currency (currency);

  /* ¤ is the sign for a currency that has no sign of its own. */
  return found != NULL ? found->symbol : "¤";
}
