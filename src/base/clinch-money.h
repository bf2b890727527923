// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Money is an integer of the currency's smallest unit (fen, cents, yen) and an ISO 4217 code. No
 * floating point takes part in it anywhere. */

/**
 * ClinchMoneyStyle:
 * @CLINCH_MONEY_WESTERN: thousands and K, M, B
 * @CLINCH_MONEY_CHINESE: 万, 亿 and 万亿
 *
 * How amounts are shortened for people.
 */
typedef enum
{
  CLINCH_MONEY_WESTERN,
  CLINCH_MONEY_CHINESE,
} ClinchMoneyStyle;

/**
 * clinch_money_style:
 *
 * Returns: the style that goes with the language of the program
 */
ClinchMoneyStyle clinch_money_style        (void);

/**
 * clinch_money_is_currency:
 * @currency: (nullable): text
 *
 * Returns: %TRUE if @currency is the ISO 4217 code of a currency in use, upper case
 */
gboolean         clinch_money_is_currency  (const char       *currency);

/**
 * clinch_money_digits:
 * @currency: an ISO 4217 code
 *
 * Returns: digits after the decimal point as in ISO 4217, 2 for CNY, 0 for JPY; 2 for what is no
 *   currency
 */
int              clinch_money_digits       (const char       *currency);

/**
 * clinch_money_symbol:
 * @currency: an ISO 4217 code
 *
 * Returns: (transfer none): "¥", "$", "€", … or the code with a no-break space where it has no
 *   short sign of its own; CNY is "¥", JPY "JP¥"; "¤" for what is no currency
 */
const char      *clinch_money_symbol       (const char       *currency);

/**
 * clinch_money_parse:
 * @text: an amount as people write it: "1,234.50", "¥ 12.5万", "1.2亿", "3M", "250k", "(300)", "-5",
 *   "１２３", "1 234,50" (comma as the decimal sign where it can be nothing else), "三十万",
 *   "1亿2000万", "叁拾万元整", with a sign or code of a currency before or behind it
 * @currency: ISO 4217 code that says how many digits the minor unit has
 * @minor: (out): the amount in minor units
 * @error: says what is wrong with @text, in words for the user
 *
 * More digits than the currency has are refused unless they are zeros; so is an amount past ±9×10¹⁵
 * minor units, one that names another currency, and one that could be two ("12万5"). A single comma
 * groups wherever it can ("1,234"), a single point never does. The domain of @error is
 * %CLINCH_PARSE_ERROR.
 *
 * Returns: %TRUE if @text is one amount
 */
gboolean         clinch_money_parse        (const char       *text,
                                            const char       *currency,
                                            gint64           *minor,
                                            GError          **error);

/**
 * clinch_money_is_numeral:
 * @at: text
 *
 * Returns: %TRUE if a number in Chinese characters can begin or end with the first character of @at
 */
gboolean         clinch_money_is_numeral   (const char       *at);

/**
 * clinch_money_format:
 * @minor: amount in minor units
 * @currency: ISO 4217 code
 * @style: the style
 *
 * In short: decimals only as far as three significant digits: "¥1.2M", "¥350K", "¥980"; "¥120万",
 * "¥1235万", "¥1.2亿", "¥9,800". Rounded half away from zero; never rounds up into a unit without
 * showing that unit ("¥1M", not "¥1,000K").
 *
 * Returns: (transfer full): the text
 */
char            *clinch_money_format       (gint64            minor,
                                            const char       *currency,
                                            ClinchMoneyStyle  style) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_money_format_full:
 * @minor: amount in minor units
 * @currency: ISO 4217 code
 *
 * Returns: (transfer full): every digit with separators, "¥1,234,567.00"
 */
char            *clinch_money_format_full  (gint64            minor,
                                            const char       *currency) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_money_format_plain:
 * @minor: amount in minor units
 * @currency: ISO 4217 code
 *
 * For files: a decimal number without separators or sign of currency, "1234567.00";
 * clinch_money_parse() reads it back.
 *
 * Returns: (transfer full): the text
 */
char            *clinch_money_format_plain (gint64            minor,
                                            const char       *currency) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_money_percent:
 * @minor: amount in minor units
 * @percent: 0 to 100
 *
 * Returns: that share, rounded half away from zero; exact for every amount clinch_money_parse()
 *   takes
 */
gint64           clinch_money_percent      (gint64            minor,
                                            int               percent);

G_END_DECLS
