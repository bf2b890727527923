// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-code.h"

int
clinch_code_find (const char * const *codes,
                  int                 n_codes,
                  const char         *code)
{
  for (int i = 0; code != NULL && i < n_codes; i++)
    {
      if (g_strcmp0 (codes[i], code) == 0)
        return i;
    }

  return 0;
}
