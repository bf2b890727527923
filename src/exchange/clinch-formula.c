// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-formula.h"

#include <string.h>

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

static gboolean
is_line_end (char character)
{
  return character == '\n' || character == '\r';
}

/* Whether the line at @line, the first one of its cell or not, is to be guarded. One that has a '
 * already is guarded by one more, so that taking one away always gives back what there was. */
static gboolean
needs_guard (const char *line,
             gboolean    is_first)
{
  /* Most lines begin with a letter or digit: they are done here. */
  if (g_ascii_isalnum (*line))
    return FALSE;

  while (*line == '\'')
    line++;
  if (is_first && (*line == '\t' || is_line_end (*line)))
    return TRUE;

  while (*line != '\0' && !is_line_end (*line) && g_unichar_isspace (g_utf8_get_char (line)))
    line = g_utf8_next_char (line);

  return *line != '\0' && is_trigger (g_utf8_get_char (line));
}

/* Copies @text line by line; @guards says whether guards come or go. NULL where there are none. */
static char *
copy_lines (const char *text,
            gboolean    guards)
{
  g_autoptr(GString) out = NULL;
  const char *copied = text;

  for (const char *line = text; *line != '\0';)
    {
      if ((guards || *line == '\'') && needs_guard (line, line == text))
        {
          if (out == NULL)
            out = g_string_sized_new (128);
          g_string_append_len (out, copied, line - copied);
          if (guards)
            g_string_append_c (out, '\'');
          copied = guards ? line : line + 1;
        }
      line += strcspn (line, "\r\n");
      line += strspn (line, "\r\n");
    }
  if (out == NULL)
    return NULL;

  g_string_append (out, copied);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
clinch_formula_guard (const char *text)
{
  return text != NULL ? copy_lines (text, TRUE) : NULL;
}

char *
clinch_formula_unguard (const char *text)
{
  return copy_lines (text, FALSE);
}
