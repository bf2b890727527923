// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the files of clinch-money share. */

/* The largest amount that is taken, in minor units: 90 trillion of a currency with cents. A sum of
 * a thousand such amounts still fits a gint64. */
#define CLINCH_MONEY_LARGEST G_GINT64_CONSTANT (9000000000000000)

/**
 * clinch_money_icu_symbol:
 * @code: an ISO 4217 code
 * @narrow: whether the short sign is wanted that several currencies may share
 * @symbol: (out caller-allocates): the sign, or @code where there is none
 *
 * Returns: %TRUE if ICU knows the currency
 */
gboolean clinch_money_icu_symbol (const char *code,
                                  gboolean    narrow,
                                  char        symbol[16]);

/**
 * clinch_money_spell_digits:
 * @text: an amount
 *
 * Turns a number in Chinese characters, or one of several units (1亿2000万), into digits.
 *
 * Returns: (transfer full) (nullable): @text with digits in its place; %NULL where there is no such
 *   number, or none that means one thing only
 */
char    *clinch_money_spell_digits (const char *text);

G_END_DECLS
