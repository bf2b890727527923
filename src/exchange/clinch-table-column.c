// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-table-column.h"

#include "clinch-text.h"

#include <string.h>

/* Longer text is no number, date or yes, and is not worth folding. */
#define SHORT_CELL 48

/* As clinch_text_fold(), without its cost for ASCII. @text is at most SHORT_CELL bytes long, its
 * folded form at most eighteen times as long. */
static const char *
fold_short (const char *text,
            char        buffer[18 * SHORT_CELL + 1])
{
  g_autofree char *folded = NULL;
  char *out = buffer;

  for (const char *in = text; *in != '\0'; in++)
    {
      if ((guchar) *in >= 0x80)
        {
          folded = clinch_text_fold (text);
          g_strlcpy (buffer, folded, 18 * SHORT_CELL + 1);
          return buffer;
        }
      *out++ = g_ascii_tolower (*in);
    }
  *out = '\0';

  return buffer;
}

static const char *
skip_any (const char         *text,
          const char * const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (text, words[i]))
      return text + strlen (words[i]);

  return text;
}

static const char *
skip_currency (const char *text)
{
  static const char * const signs[] = {
    "cny", "rmb", "usd", "eur", "gbp", "jpy", "hkd", "twd", "sgd", "krw", "us$", "hk$",
    "$", "¥", "€", "£", "₩", "元", "美元", NULL,
  };

  text += strspn (text, " ");
  text = skip_any (text, signs);
  return text + strspn (text, " ");
}

gboolean
clinch_cell_is_number (const char *text)
{
  static const char * const units[] = { "%", "万", "亿", "千", "k", "m", "b", NULL };
  char buffer[18 * SHORT_CELL + 1];
  gboolean bracket;
  gsize digits = 0;

  /* Most cells of text are turned away here: they are long, or have no digit, be it a full-width
   * one, EF BC 9x. */
  if (text == NULL || strlen (text) > SHORT_CELL
      || (strpbrk (text, "0123456789") == NULL && strstr (text, "\xef\xbc") == NULL))
    return FALSE;

  text = skip_currency (fold_short (text, buffer));
  bracket = *text == '(';
  if (bracket || *text == '-' || *text == '+')
    text++;
  text = skip_currency (text);

  for (; g_ascii_isdigit (*text) || (*text != '\0' && strchr (",. '", *text) != NULL); text++)
    digits += g_ascii_isdigit (*text);
  if (digits == 0)
    return FALSE;

  text = skip_any (text, units);
  text = skip_currency (text);
  if (bracket && *text++ != ')')
    return FALSE;

  return *text == '\0';
}

gboolean
clinch_cell_is_date (const char *text)
{
  if (text == NULL || *text == '\0' || strlen (text) > SHORT_CELL)
    return FALSE;

  return clinch_date_possible_orders (text) != 0;
}

gboolean
clinch_cell_is_boolean (const char *text,
                        gboolean   *value)
{
  static const char * const yes[] = { "yes", "y", "true", "t", "1", "x", "on", "是", "有", "对", "真",
                                      "√", "✓", "✔", NULL };
  static const char * const no[] = { "no", "n", "false", "f", "0", "off", "否", "无", "没有", "不是", "错",
                                     "假", "×", "✗", NULL };
  char buffer[18 * SHORT_CELL + 1];
  const char *folded;
  gboolean is_wide;
  gboolean is_yes;

  /* No word is longer than six bytes, three times that in full-width letters, EF xx xx. Other forms
   * need no folding. */
  is_wide = text != NULL && (guchar) *text == 0xef;
  if (text == NULL || *text == '\0' || strlen (text) > (is_wide ? 18 : 6)
      || (g_ascii_isdigit (*text) && text[1] != '\0'))
    return FALSE;

  folded = is_wide || (guchar) *text < 0x80 ? fold_short (text, buffer) : text;
  is_yes = g_strv_contains (yes, folded);
  if (!is_yes && !g_strv_contains (no, folded))
    return FALSE;
  if (value != NULL)
    *value = is_yes;

  return TRUE;
}

void
clinch_table_column_stats (ClinchTable       *self,
                           guint              column,
                           ClinchColumnStats *stats)
{
  guint n_rows = clinch_table_get_n_rows (self);

  *stats = (ClinchColumnStats) { 0 };
  for (guint row = 0; row < n_rows; row++)
    {
      const char *cell = clinch_table_get_cell (self, row, column);
      glong length;

      if (*cell == '\0')
        continue;

      length = g_utf8_strlen (cell, -1);
      stats->n_filled++;
      stats->n_numbers += clinch_cell_is_number (cell);
      stats->n_dates += clinch_cell_is_date (cell);
      stats->n_booleans += clinch_cell_is_boolean (cell, NULL);
      stats->longest = MAX (stats->longest, (guint) length);
    }
}

/* The orders that @cell allows; every order for what says nothing: text that is no date, and a date
 * that is read the same in each, with its year in front. */
static guint
cell_orders (const char *cell,
             gboolean   *is_fixed)
{
  char date[CLINCH_DATE_SIZE];
  guint orders;

  if (*cell == '\0' || strlen (cell) > SHORT_CELL)
    return ~0u;

  orders = clinch_date_possible_orders (cell);
  if (orders == 0)
    return ~0u;
  if (orders == 1u << CLINCH_DATE_ORDER_YMD
      && clinch_date_parse (cell, CLINCH_DATE_ORDER_MDY, "2000-01-01", date))
    {
      *is_fixed = TRUE;
      return ~0u;
    }

  return orders;
}

ClinchDateOrder
clinch_table_column_date_order (ClinchTable *self,
                                guint        column,
                                gboolean    *contradicts)
{
  static const ClinchDateOrder orders[] = { CLINCH_DATE_ORDER_YMD, CLINCH_DATE_ORDER_MDY,
                                            CLINCH_DATE_ORDER_DMY };
  guint n_rows = clinch_table_get_n_rows (self);
  gboolean is_fixed = FALSE;
  guint possible = ~0u;

  for (guint row = 0; row < n_rows && possible != 0; row++)
    possible &= cell_orders (clinch_table_get_cell (self, row, column), &is_fixed);
  if (possible == ~0u && is_fixed)
    possible = 1u << CLINCH_DATE_ORDER_YMD;

  if (contradicts != NULL)
    *contradicts = possible == 0;

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    if (possible == 1u << orders[i])
      return orders[i];

  return CLINCH_DATE_ORDER_UNKNOWN;
}

static int
compare_values (const void *a,
                const void *b)
{
  const ClinchColumnValue *first = a;
  const ClinchColumnValue *second = b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;

  return (first->line > second->line) - (first->line < second->line);
}

GArray *
clinch_table_column_values (ClinchTable *self,
                            guint        column,
                            guint        max,
                            gboolean    *more)
{
  g_autoptr(GHashTable) indexes = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (ClinchColumnValue));
  guint n_rows = clinch_table_get_n_rows (self);
  gboolean left_out = FALSE;

  for (guint row = 0; row < n_rows; row++)
    {
      const char *cell = clinch_table_get_cell (self, row, column);
      gpointer index;

      if (*cell == '\0')
        continue;

      if (g_hash_table_lookup_extended (indexes, cell, NULL, &index))
        {
          g_array_index (values, ClinchColumnValue, GPOINTER_TO_UINT (index)).count++;
        }
      else if (values->len < max)
        {
          ClinchColumnValue value = { cell, 1, clinch_table_get_line (self, row) };

          g_hash_table_insert (indexes, (gpointer) cell, GUINT_TO_POINTER (values->len));
          g_array_append_val (values, value);
        }
      else
        {
          left_out = TRUE;
        }
    }

  g_array_sort (values, compare_values);
  if (more != NULL)
    *more = left_out;

  return values;
}
