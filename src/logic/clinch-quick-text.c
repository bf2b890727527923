// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-quick-text.h"

#include "clinch-text.h"

#include <string.h>

gboolean
clinch_quick_is_latin (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum (c);

  return g_unichar_isalpha (c) && !clinch_text_is_cjk (c);
}

/* One character for one, so that positions stay: full-width forms to ASCII, capitals to small
 * letters. */
static gunichar
fold_character (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  else if (c == 0x3000 || c == 0xa0)
    c = ' ';

  return g_unichar_tolower (c);
}

static char *
cut_valid (const char *text)
{
  gsize length = text != NULL ? strnlen (text, CLINCH_QUICK_TEXT_MAX + 4) : 0;
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", length);
  gsize valid_length = strlen (valid);

  /* The replacement character is longer than the byte it stands for: cut after replacing. */
  if (valid_length > CLINCH_QUICK_TEXT_MAX)
    {
      char *cut = g_utf8_find_prev_char (valid, valid + CLINCH_QUICK_TEXT_MAX + 1);

      if (cut != NULL)
        *cut = '\0';
    }

  return g_steal_pointer (&valid);
}

ClinchQuickText *
clinch_quick_text_new (const char *text)
{
  ClinchQuickText *self = g_new0 (ClinchQuickText, 1);
  guint i = 0;

  self->text = cut_valid (text);
  self->n = g_utf8_strlen (self->text, -1);
  self->fold = g_new0 (gunichar, self->n + 1);
  self->raw = g_new0 (gunichar, self->n + 1);
  self->offset = g_new0 (guint, self->n + 1);
  self->marks = g_new0 (guint8, self->n + 1);

  for (const char *p = self->text; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      self->raw[i] = g_utf8_get_char (p);
      self->fold[i] = fold_character (self->raw[i]);
      self->offset[i] = p - self->text;
    }
  self->offset[i] = strlen (self->text);

  return self;
}

void
clinch_quick_text_free (ClinchQuickText *self)
{
  g_free (self->text);
  g_free (self->fold);
  g_free (self->raw);
  g_free (self->offset);
  g_free (self->marks);
  g_free (self);
}

char *
clinch_quick_text_slice (const ClinchQuickText *self,
                         guint                  start,
                         guint                  end)
{
  g_assert (start <= end && end <= self->n);

  return g_strndup (self->text + self->offset[start], self->offset[end] - self->offset[start]);
}

void
clinch_quick_text_mark (ClinchQuickText *self,
                        guint            start,
                        guint            end,
                        ClinchQuickMark  mark)
{
  for (guint i = start; i < end && i < self->n; i++)
    self->marks[i] |= mark;
}

gboolean
clinch_quick_text_has_mark (const ClinchQuickText *self,
                            guint                  start,
                            guint                  end,
                            guint                  marks)
{
  for (guint i = start; i < end && i < self->n; i++)
    {
      if ((self->marks[i] & marks) != 0)
        return TRUE;
    }

  return FALSE;
}

/* A word of an alphabet is not a part of a longer word. */
static gboolean
has_word_borders (const ClinchQuickText *self,
                  guint                  at,
                  guint                  end)
{
  if (at > 0 && clinch_quick_is_latin (self->fold[at])
      && clinch_quick_is_latin (self->fold[at - 1]))
    return FALSE;
  if (end < self->n && clinch_quick_is_latin (self->fold[end - 1])
      && clinch_quick_is_latin (self->fold[end]))
    return FALSE;

  return TRUE;
}

guint
clinch_quick_text_match (const ClinchQuickText *self,
                         guint                  at,
                         guint                  end,
                         const char            *word)
{
  guint i = at;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      if (i >= end || self->fold[i] != g_utf8_get_char (p))
        return 0;
    }

  return i > at && has_word_borders (self, at, i) ? i - at : 0;
}

guint
clinch_quick_text_match_any (const ClinchQuickText *self,
                             guint                  at,
                             guint                  end,
                             const char * const    *words)
{
  guint longest = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    longest = MAX (longest, clinch_quick_text_match (self, at, end, words[i]));

  return longest;
}

guint
clinch_quick_text_find (const ClinchQuickText *self,
                        guint                  start,
                        guint                  end,
                        const gunichar        *needle,
                        guint                  length,
                        guint                  from)
{
  if (length == 0 || end - start < length)
    return G_MAXUINT;

  for (guint i = MAX (start, from); i + length <= end; i++)
    {
      if (self->fold[i] == needle[0] &&
          memcmp (self->fold + i, needle, length * sizeof (gunichar)) == 0 &&
          has_word_borders (self, i, i + length))
        return i;
    }

  return G_MAXUINT;
}

guint
clinch_quick_text_skip_space (const ClinchQuickText *self,
                              guint                  at,
                              guint                  end)
{
  while (at < end && (self->fold[at] == ' ' || self->fold[at] == '\t'))
    at++;

  return at;
}

gboolean
clinch_quick_text_is_at (const ClinchQuickText *self,
                         guint                  at,
                         guint                  end,
                         const char            *characters)
{
  return at < end && g_utf8_strchr (characters, -1, self->fold[at]) != NULL;
}
