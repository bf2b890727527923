// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * clinch_code_find:
 * @codes: (array length=n_codes): codes as they are stored, by the number that logic knows them by;
 *   %NULL where a number has none
 * @n_codes: how many
 * @code: (nullable): a code
 *
 * Returns: its number; 0, which stands for what is not known, if there is none
 */
int clinch_code_find (const char * const *codes,
                      int                 n_codes,
                      const char         *code);

G_END_DECLS
