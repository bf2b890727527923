// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-text.h"

#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* What the full-text index holds and what it is asked. Both sides go through the same levelling, so
 * whatever spelling is typed finds whatever spelling is kept. An import levels millions of texts:
 * ASCII and the common Han characters, which is nearly everything, pass without ICU and with one
 * allocation. */

/* More of a query than this is no longer typing. */
#define MAX_QUERY_CHARACTERS 200

/* No character of its own, but a mark that the quick way cannot take. */
#define NEEDS_ICU G_MAXUINT32

gboolean
clinch_text_is_cjk (gunichar character)
{
  if (character < 0x1100)
    return FALSE;
  if (character >= 0x4e00 && character <= 0x9fff)
    return TRUE;
  /* The sign for a long vowel belongs to both Kana and so to neither. */
  if (character == 0x30fc || character == 0xff70)
    return TRUE;

  switch ((int) g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_HANGUL:
      return TRUE;
    default:
      return FALSE;
    }
}

/* NFKC case folding of the characters for which it is simple and does not depend on neighbours. */
static gunichar
fold_simple (gunichar c)
{
  if (c < 0x80)
    return c == 0x7f ? c : (gunichar) g_ascii_tolower (c);
  if (c >= 0x4e00 && c <= 0x9fff)
    return c;
  if (c >= 0xff01 && c <= 0xff5e)
    return (gunichar) g_ascii_tolower (c - 0xfee0);
  if (c == 0x3001 || c == 0x3002 || (c >= 0x3008 && c <= 0x3011))
    return c;
  if (c == 0x2014 || c == 0x2018 || c == 0x2019 || c == 0x201c || c == 0x201d)
    return c;
  return c == 0x3000 || c == 0xa0 ? ' ' : NEEDS_ICU;
}

/* One pass over @text. Writes it with runs of white space as one space and, where @apart, each CJK
 * character as a word. Where @fold, folds too and gives up (%NULL) at what needs ICU. */
static char *
level (const char *text,
       gboolean    fold,
       gboolean    apart)
{
  gsize length = strlen (text);
  /* A CJK character has three bytes or more and gets at most two spaces. */
  char *buffer = g_malloc (apart ? length + length / 3 * 2 + 3 : length + 1);
  char *out = buffer;
  gboolean space = FALSE;
  gboolean was_cjk = FALSE;

  while (*text != '\0')
    {
      gunichar c = (guchar) *text;
      gboolean cjk;

      if (c < 0x80)
        text++;
      else
        {
          c = fold ? g_utf8_get_char_validated (text, -1) : g_utf8_get_char (text);
          if (c < (gunichar) -2)
            text = g_utf8_next_char (text);
        }
      if (fold)
        c = fold_simple (c);
      if (c == NEEDS_ICU)
        {
          g_free (buffer);
          return NULL;
        }

      if (c < 0x80 ? g_ascii_isspace (c) || c == '\v' : g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      cjk = apart && clinch_text_is_cjk (c);
      if (out > buffer && (space || cjk || was_cjk))
        *out++ = ' ';
      if (c < 0x80)
        *out++ = c;
      else
        out += g_unichar_to_utf8 (c, out);
      space = FALSE;
      was_cjk = cjk;
    }

  *out = '\0';
  return buffer;
}

/* The whole of NFKC case folding. */
static char *
fold_with_icu (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance (&status);
  g_autofree UChar *wide = NULL;
  g_autofree UChar *folded = NULL;
  char *result;
  int bytes = (int) MIN (strlen (text), (gsize) G_MAXINT / 16);
  int length;
  int folded_length;

  wide = g_new (UChar, bytes + 1);
  u_strFromUTF8WithSub (wide, bytes + 1, &length, text, bytes, 0xfffd, NULL, &status);
  folded_length = unorm2_normalize (normalizer, wide, length, NULL, 0, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR)
    status = U_ZERO_ERROR;
  folded = g_new (UChar, folded_length + 1);
  unorm2_normalize (normalizer, wide, length, folded, folded_length + 1, &status);
  result = g_malloc ((gsize) folded_length * 3 + 1);
  u_strToUTF8 (result, folded_length * 3 + 1, NULL, folded, folded_length, &status);
  if (U_SUCCESS (status))
    return result;

  /* ICU without its data still leaves a text to search for. */
  g_free (result);
  return g_utf8_make_valid (text, -1);
}

static char *
fold_and_level (const char *text,
                gboolean    apart)
{
  char *quick = level (text, TRUE, apart);
  g_autofree char *folded = NULL;

  if (quick != NULL)
    return quick;

  folded = fold_with_icu (text);
  return level (folded, FALSE, apart);
}

char *
clinch_text_fold (const char *text)
{
  return fold_and_level (text != NULL ? text : "", FALSE);
}

char *
clinch_text_to_index (const char *text)
{
  return fold_and_level (text != NULL ? text : "", TRUE);
}

/* What FTS5's unicode61 takes into a word. */
static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

/* Appends the words of @run as one quoted phrase, if it has any. Only letters, digits, marks and
 * spaces get into it, so it cannot end early. @is_open says whether it ends in the middle of what
 * may be a longer word. */
static void
append_phrase (GString    *out,
               const char *run,
               gboolean   *is_open)
{
  g_autofree char *index = clinch_text_to_index (run);
  gboolean space = FALSE;
  gunichar last = 0;
  gsize before = out->len;
  gsize start;

  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append_c (out, '"');
  start = out->len;
  for (const char *at = index; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_word = is_word_character (c);

      if (!is_word && (!g_unichar_ismark (c) || last == 0 || space))
        {
          space = TRUE;
          continue;
        }
      if (space && out->len > start)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
      if (is_word)
        last = c;
    }
  g_string_append_c (out, '"');

  if (last == 0)
    {
      g_string_truncate (out, before);
      return;
    }
  *is_open = !space && !clinch_text_is_cjk (last);
}

/* The start of @query, valid and of a length that somebody may have typed. */
static char *
limit_query (const char *query)
{
  gsize bytes = query != NULL ? strnlen (query, MAX_QUERY_CHARACTERS * 6) : 0;
  g_autofree char *valid = g_utf8_make_valid (query != NULL ? query : "", bytes);

  return g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_QUERY_CHARACTERS));
}

/* The runs of @query between white space, of any kind. */
static GStrv
split_runs (const char *query)
{
  g_autofree char *limited = limit_query (query);
  g_autoptr(GStrvBuilder) runs = g_strv_builder_new ();
  const char *start = limited;

  for (const char *at = limited;; at = g_utf8_next_char (at))
    {
      if (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)))
        continue;
      if (at > start)
        g_strv_builder_take (runs, g_strndup (start, at - start));
      if (*at == '\0')
        break;
      start = g_utf8_next_char (at);
    }
  return g_strv_builder_end (runs);
}

char *
clinch_text_to_match (const char *query)
{
  g_auto(GStrv) runs = split_runs (query);
  g_autoptr(GString) out = g_string_new (NULL);
  gboolean is_open = FALSE;

  for (int i = 0; runs[i] != NULL; i++)
    append_phrase (out, runs[i], &is_open);

  if (out->len == 0)
    return NULL;
  if (is_open)
    g_string_append_c (out, '*');
  return g_string_free_and_steal (g_steal_pointer (&out));
}

/* Levels one character so that places in the text stay the same. */
static gunichar
fold_in_place (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  return g_unichar_tolower (c);
}

static glong
find_word (const gunichar *text,
           glong           length,
           const gunichar *word,
           glong           word_length)
{
  for (glong at = 0; at + word_length <= length; at++)
    {
      glong same = 0;

      while (same < word_length && fold_in_place (text[at + same]) == word[same])
        same++;
      if (same == word_length)
        return at;
    }
  return -1;
}

/* Finds the first place where a word of @query occurs; -1 for none. */
static glong
find_query (const gunichar *text,
            glong           length,
            const char     *query,
            glong          *match_length)
{
  g_auto(GStrv) runs = split_runs (query);
  glong found = -1;

  *match_length = 0;
  for (int i = 0; runs[i] != NULL; i++)
    {
      glong word_length;
      g_autofree gunichar *word = g_utf8_to_ucs4_fast (runs[i], -1, &word_length);
      glong at;

      for (glong j = 0; j < word_length; j++)
        word[j] = fold_in_place (word[j]);
      at = find_word (text, found < 0 ? length : MIN (length, found + word_length), word,
                      word_length);
      if (at >= 0 && (found < 0 || at < found))
        {
          found = at;
          *match_length = word_length;
        }
    }
  return found;
}

static gboolean
is_letter_of_alphabet (gunichar c)
{
  return g_unichar_isalnum (c) && !clinch_text_is_cjk (c);
}

/* Whether a cut before @at would tear what is drawn as one. */
static gboolean
is_inside_cluster (const gunichar *text,
                   glong           at)
{
  return g_unichar_ismark (text[at]) || text[at] == 0x200d || text[at - 1] == 0x200d;
}

/* Goes from the cut at @at to one between words where there is one near by before @limit. */
static glong
find_word_edge (const gunichar *text,
                glong           at,
                glong           limit,
                int             step)
{
  glong edge = at;

  for (int i = 0; i < 12 && edge != limit; i++)
    {
      if (!is_letter_of_alphabet (text[edge]) || !is_letter_of_alphabet (text[edge - 1]))
        return edge;
      edge += step;
    }
  return at;
}

char *
clinch_text_snippet (const char *text,
                     const char *query,
                     int         length)
{
  g_autofree char *line = clinch_text_clean_line (text);
  g_autofree gunichar *characters = NULL;
  g_autoptr(GString) out = NULL;
  glong wanted = MAX (length, 20);
  glong count;
  glong match_length;
  glong match;
  glong start = 0;
  glong end;

  if (line == NULL)
    return g_strdup ("");

  characters = g_utf8_to_ucs4_fast (line, -1, &count);
  if (count <= wanted)
    return g_steal_pointer (&line);

  match = MAX (find_query (characters, count, query, &match_length), 0);
  if (match + match_length > wanted - 1)
    start = MIN (match - MIN (wanted / 4, match), count - (wanted - 1));
  end = MIN (start + wanted - 1 - (start > 0), count);
  if (start > 0 && count - start <= wanted - 1)
    end = count;

  /* Cut between words where one ends near by, and never inside of what is drawn as one. */
  if (start > 0 && start < match)
    start = find_word_edge (characters, start, match, 1);
  if (end < count && end > match + match_length)
    end = find_word_edge (characters, end, match + match_length, -1);
  while (start > 0 && start < match
         && (is_inside_cluster (characters, start) || characters[start] == ' '))
    start++;
  while (end < count && end > start + 1
         && (is_inside_cluster (characters, end) || characters[end - 1] == ' '))
    end--;

  out = g_string_new (start > 0 ? "…" : "");
  for (glong i = start; i < end; i++)
    g_string_append_unichar (out, characters[i]);
  if (end < count)
    g_string_append (out, "…");
  return g_string_free_and_steal (g_steal_pointer (&out));
}
