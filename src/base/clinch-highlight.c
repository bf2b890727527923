// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-highlight.h"

#include "clinch-pinyin.h"
#include "clinch-pinyin-names.h"
#include "clinch-text.h"

#include <string.h>

/* More than this of a text or of a query is not looked at: nobody reads so many marks. */
#define MAX_TEXT 4000
#define MAX_SOUND 64
#define MAX_SPANS 64

/* A text in the form in which it is compared, and for each of its bytes the place it comes from. */
typedef struct
{
  GString *folded;
  GArray *starts;
  GArray *ends;
} Folded;

static void
folded_clear (Folded *self)
{
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
  if (self->folded != NULL)
    g_string_free (self->folded, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folded, folded_clear)

static void
fold_with_places (Folded     *self,
                  const char *text)
{
  const char *at = text;

  self->folded = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (int i = 0; *at != '\0' && i < MAX_TEXT; i++)
    {
      const char *next = g_utf8_next_char (at);
      g_autofree char *character = g_strndup (at, next - at);
      g_autofree char *folded = g_unichar_isspace (g_utf8_get_char (at)) ? g_strdup (" ")
                                : clinch_text_fold (character);
      gsize start = at - text;
      gsize end = next - text;

      for (const char *byte = folded; *byte != '\0'; byte++)
        {
          g_string_append_c (self->folded, *byte);
          g_array_append_val (self->starts, start);
          g_array_append_val (self->ends, end);
        }
      at = next;
    }
}

static void
add_span (GArray *spans,
          gsize   start,
          gsize   end)
{
  ClinchSpan span = { start, end };

  if (end > start && spans->len < MAX_SPANS)
    g_array_append_val (spans, span);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) && !clinch_text_is_cjk (c);
}

/* The index holds whole words of an alphabet, so a hit begins where a word does. */
static gboolean
begins_word (const char *text,
             const char *at)
{
  return at == text || !is_letter (g_utf8_get_char (at)) ||
         !is_letter (g_utf8_get_char (g_utf8_find_prev_char (text, at)));
}

static void
find_spelled (GArray       *spans,
              const Folded *text,
              const char   *word)
{
  const char *at = text->folded->str;

  while ((at = strstr (at, word)) != NULL)
    {
      gsize first = at - text->folded->str;
      gsize last = first + strlen (word) - 1;

      if (begins_word (text->folded->str, at))
        add_span (spans, g_array_index (text->starts, gsize, first),
                  g_array_index (text->ends, gsize, last));
      at = g_utf8_next_char (at);
    }
}

/* Where the characters that sound as @sound says end, beginning with the one at @text; %NULL if
 * they sound otherwise. @readings are those of the first character. */
static const char *
match_sound (const char *text,
             const char *readings,
             const char *sound,
             gboolean    full)
{
  while (readings != NULL && *readings != '\0')
    {
      gsize length = full ? strcspn (readings, " ") : 1;
      gsize common = MIN (length, strlen (sound));
      const char *next = g_utf8_next_char (text);
      const char *end = NULL;

      if (strncmp (readings, sound, common) == 0)
        end = sound[common] == '\0' ? next
                                    : match_sound (next,
                                                   clinch_pinyin_readings (g_utf8_get_char (next)),
                                                   sound + common, full);
      if (end != NULL)
        return end;
      readings += strcspn (readings, " ");
      readings += strspn (readings, " ");
    }

  return NULL;
}

static const char *
match_at (const char *text,
          const char *readings,
          const char *sound)
{
  const char *end = match_sound (text, readings, sound, TRUE);

  return end != NULL || sound[1] == '\0' ? end : match_sound (text, readings, sound, FALSE);
}

static void
find_sounding (GArray     *spans,
               const char *text,
               const char *sound,
               gboolean    is_person)
{
  const ClinchPinyinWord *surname = is_person ? clinch_pinyin_find_surname (text) : NULL;
  int i = 0;

  if (*sound == '\0' || strlen (sound) > MAX_SOUND)
    return;

  for (const char *at = text; *at != '\0' && i < MAX_TEXT; at = g_utf8_next_char (at), i++)
    {
      const char *end = NULL;

      if (at == text && surname != NULL && g_utf8_strlen (surname->word, -1) == 1)
        end = match_at (at, surname->readings, sound);
      if (end == NULL)
        end = match_at (at, clinch_pinyin_readings (g_utf8_get_char (at)), sound);
      if (end != NULL)
        add_span (spans, at - text, end - text);
    }
}

/* Only its letters: people part syllables with spaces or apostrophes. */
static char *
letters_of (const char *query)
{
  GString *letters = g_string_new (NULL);

  for (const char *at = query; *at != '\0'; at++)
    if (g_ascii_isalpha (*at))
      g_string_append_c (letters, g_ascii_tolower (*at));

  return g_string_free (letters, FALSE);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const ClinchSpan *left = a;
  const ClinchSpan *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

static void
merge_spans (GArray *spans)
{
  guint kept = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 1; i < spans->len; i++)
    {
      ClinchSpan *last = &g_array_index (spans, ClinchSpan, kept);
      const ClinchSpan *span = &g_array_index (spans, ClinchSpan, i);

      if (span->start <= last->end)
        last->end = MAX (last->end, span->end);
      else
        g_array_index (spans, ClinchSpan, ++kept) = *span;
    }
  if (spans->len > 0)
    g_array_set_size (spans, kept + 1);
}

GArray *
clinch_highlight_find (const char *text,
                       const char *query,
                       gboolean    is_person)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (ClinchSpan));
  g_autofree char *folded_query = clinch_text_fold (query);
  g_auto(GStrv) words = g_strsplit (folded_query, " ", -1);
  g_auto(Folded) folded = { NULL };

  if (text == NULL || query == NULL)
    return spans;

  fold_with_places (&folded, text);
  for (int i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      find_spelled (spans, &folded, words[i]);

  if (spans->len == 0 && clinch_pinyin_is_query (query))
    {
      g_autofree char *sound = letters_of (query);

      find_sounding (spans, text, sound, is_person);
      for (int i = 0; spans->len == 0 && words[i] != NULL && words[1] != NULL; i++)
        find_sounding (spans, text, words[i], is_person);
    }
  merge_spans (spans);

  return spans;
}
