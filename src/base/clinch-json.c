// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-json.h"

static void
append_escaped (GString       *out,
                unsigned char  character)
{
  switch (character)
    {
    case '"':
      g_string_append (out, "\\\"");
      break;
    case '\\':
      g_string_append (out, "\\\\");
      break;
    case '\b':
      g_string_append (out, "\\b");
      break;
    case '\f':
      g_string_append (out, "\\f");
      break;
    case '\n':
      g_string_append (out, "\\n");
      break;
    case '\r':
      g_string_append (out, "\\r");
      break;
    case '\t':
      g_string_append (out, "\\t");
      break;
    default:
      g_string_append_printf (out, "\\u%04x", character);
      break;
    }
}

void
clinch_json_append_string (GString    *out,
                           const char *text)
{
  g_autofree char *valid = NULL;
  const char *start;

  if (text == NULL)
    {
      g_string_append (out, "null");
      return;
    }

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  /* Stretches that need no escape are copied in one piece; the change log writes many of these. */
  g_string_append_c (out, '"');
  start = text;
  for (; *text != '\0'; text++)
    {
      unsigned char c = *text;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;
      g_string_append_len (out, start, text - start);
      append_escaped (out, c);
      start = text + 1;
    }
  g_string_append_len (out, start, text - start);
  g_string_append_c (out, '"');
}

/* The change log writes many of these too, and formats are slow to read. */
void
clinch_json_append_int (GString *out,
                        gint64   number)
{
  guint64 rest = number < 0 ? -(guint64) number : (guint64) number;
  char digits[24];
  int start = sizeof digits;

  do
    {
      digits[--start] = '0' + rest % 10;
      rest /= 10;
    }
  while (rest != 0);
  if (number < 0)
    digits[--start] = '-';
  g_string_append_len (out, digits + start, sizeof digits - start);
}
