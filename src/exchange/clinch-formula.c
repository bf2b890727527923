// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-formula.h"

static gboolean
is_trigger (gunichar character)
{
  static const gunichar triggers[] = {
    '=', '+', '-', '@',
    0xff1d, /* ＝ */
    0xff0b, /* ＋ */
    0xff0d, /* － */
    0xff20, /* ＠ */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (triggers); i++)
    if (character == triggers[i])
      return TRUE;

  return FALSE;
}

gboolean
clinch_formula_is_like (const char *text)
{
  if (text == NULL)
    return FALSE;
  if (*text == '\t' || *text == '\r' || *text == '\n')
    return TRUE;
  /* Most cells begin with a letter or digit: they are done here. */
  if (g_ascii_isalnum (*text))
    return FALSE;

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text != '\0' && is_trigger (g_utf8_get_char (text));
}

gboolean
clinch_formula_needs_guard (const char *text)
{
  if (text == NULL)
    return FALSE;

  while (*text == '\'')
    text++;

  return clinch_formula_is_like (text);
}

const char *
clinch_formula_skip_guard (const char *text)
{
  if (text[0] == '\'' && clinch_formula_needs_guard (text))
    return text + 1;

  return text;
}
