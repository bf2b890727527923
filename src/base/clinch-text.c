// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-text.h"

#include <string.h>

#define JOINER_FIRST 0x200c
#define JOINER_LAST 0x200d

static gboolean
is_joiner (gunichar c)
{
  return c == JOINER_FIRST || c == JOINER_LAST;
}

/* Characters that draw nothing and that a name can hide behind, or that turn the order of what is
 * drawn. Variation selectors stay: emoji and Han characters need them. */
static gboolean
is_invisible (gunichar c)
{
  if (c < 0xad)
    return FALSE;

  return c == 0xad || c == 0x34f || c == 0x61c || c == 0x180e || c == 0xfeff
         || (c >= 0x200b && c <= 0x200f && !is_joiner (c))
         || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2060 && c <= 0x206f)
         || (c >= 0xfff9 && c <= 0xfffb)
         || (c >= 0xfdd0 && c <= 0xfdef)
         || (c & 0xfffe) == 0xfffe;
}

/* Tag characters spell the region of a flag behind U+1F3F4 and mean nothing elsewhere. */
static gboolean
is_tag (gunichar c)
{
  return c == 0xe0001 || (c >= 0xe0020 && c <= 0xe007f);
}

/* Most text needs no cleaning at all, so that case costs one look at each byte. */
static gboolean
is_clean_ascii (const char *text,
                gboolean    is_line)
{
  const char *at = text;

  for (; *at != '\0'; at++)
    {
      if ((guchar) *at > 0x7e)
        return FALSE;
      if ((guchar) *at < 0x20 && (is_line || (*at != '\n' && *at != '\t')))
        return FALSE;
      if (is_line && at[0] == ' ' && at[1] == ' ')
        return FALSE;
    }
  return at > text && !g_ascii_isspace (text[0]) && !g_ascii_isspace (at[-1]);
}

typedef struct
{
  GString *out;
  gsize end;           /* of what is no white space, so that the rest can be cut */
  gunichar last;       /* the last character that was kept */
  guint in_flag : 1;
  guint is_line : 1;
} Cleaner;

static void
keep (Cleaner  *cleaner,
      gunichar  c)
{
  if (g_unichar_isspace (c))
    {
      if (is_joiner (cleaner->last))
        g_string_truncate (cleaner->out, cleaner->end);
      if (cleaner->out->len == 0 || (cleaner->is_line && cleaner->out->len > cleaner->end))
        return;
      g_string_append_unichar (cleaner->out, cleaner->is_line ? ' ' : c);
      cleaner->last = ' ';
      return;
    }

  /* A joiner joins two characters; alone it is only invisible. */
  if (is_joiner (c))
    {
      if (cleaner->out->len == 0 || cleaner->last == ' ' || is_joiner (cleaner->last))
        return;
      g_string_append_unichar (cleaner->out, c);
      cleaner->last = c;
      return;
    }

  if (cleaner->out->len == 0 && c >= 0xfe00 && c <= 0xfe0f)
    return;
  g_string_append_unichar (cleaner->out, c);
  cleaner->end = cleaner->out->len;
  cleaner->last = c;
}

static void
clean_character (Cleaner  *cleaner,
                 gunichar  c)
{
  gboolean was_in_flag = cleaner->in_flag;

  cleaner->in_flag = c == 0x1f3f4 || (was_in_flag && is_tag (c));
  if (c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029)
    c = '\n';

  if ((c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) || is_invisible (c))
    return;
  if (is_tag (c) && !was_in_flag)
    return;
  keep (cleaner, c);
}

static char *
clean (const char *text,
       gboolean    is_line)
{
  Cleaner cleaner = { .is_line = is_line };
  const char *end;

  if (text == NULL)
    return NULL;
  if (is_clean_ascii (text, is_line))
    return g_strdup (text);

  end = text + strlen (text);
  cleaner.out = g_string_sized_new (end - text + 1);
  while (text < end)
    {
      gunichar c = g_utf8_get_char_validated (text, end - text);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          clean_character (&cleaner, 0xfffd);
          text++;
          continue;
        }
      text = g_utf8_next_char (text);
      /* Line ends of any system are one newline. */
      if (c == '\r')
        {
          if (*text == '\n')
            continue;
          c = '\n';
        }
      clean_character (&cleaner, c);
    }

  g_string_truncate (cleaner.out, cleaner.end);
  if (cleaner.out->len == 0)
    {
      g_string_free (cleaner.out, TRUE);
      return NULL;
    }
  return g_string_free_and_steal (cleaner.out);
}

char *
clinch_text_clean (const char *text)
{
  return clean (text, FALSE);
}

char *
clinch_text_clean_line (const char *text)
{
  return clean (text, TRUE);
}

char *
clinch_text_escape_markup (const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return g_strdup ("");

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  return g_markup_escape_text (text, -1);
}
