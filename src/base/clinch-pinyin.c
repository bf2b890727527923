// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-pinyin.h"

#include "clinch-pinyin-names.h"
#include "clinch-pinyin-table.h"
#include "clinch-text.h"

#include <string.h>

/* A character has several readings and nothing but the meaning tells which one is right, so a name
 * is indexed under all that it could be called, the likely ones first. */

#define MAX_TEXT 200
#define MAX_COMBINATIONS 16
/* Nobody types more syllables than this before looking at what was found. */
#define MAX_SYLLABLES 16
/* Six from the table, two that only surnames or words have. */
#define MAX_READINGS 8

typedef struct
{
  const char *readings[MAX_READINGS];
  guint8 lengths[MAX_READINGS];
  int count;
} Syllable;

typedef struct
{
  GString *out;
  const Syllable *syllables;
  int length;
  int choice[MAX_SYLLABLES];
  int room[MAX_SYLLABLES + 1]; /* the greatest cost that the syllables from here on can have */
  char initials[MAX_COMBINATIONS][MAX_SYLLABLES + 1];
  int combinations;
} Combiner;

const char *
clinch_pinyin_readings (gunichar character)
{
  gsize page = character / PINYIN_PAGE;
  guint16 offset;

  if (page >= G_N_ELEMENTS (pinyin_pages))
    return NULL;

  offset = pinyin_offsets[pinyin_pages[page] * PINYIN_PAGE + character % PINYIN_PAGE];
  return offset != 0 ? pinyin_pool + offset : NULL;
}

/* Puts a reading at @place of @syllable, taking it away from behind where it is there already. */
static void
put_reading (Syllable   *syllable,
             int         place,
             const char *reading,
             int         length)
{
  int at = 0;

  while (at < syllable->count
         && (syllable->lengths[at] != length
             || memcmp (syllable->readings[at], reading, length) != 0))
    at++;
  if (at < place)
    return;
  if (at == syllable->count)
    {
      if (at == MAX_READINGS)
        at--;
      else
        syllable->count++;
    }

  for (; at > place; at--)
    {
      syllable->readings[at] = syllable->readings[at - 1];
      syllable->lengths[at] = syllable->lengths[at - 1];
    }
  syllable->readings[place] = reading;
  syllable->lengths[place] = length;
}

/* Puts the readings of a list before all others. */
static void
put_readings (Syllable   *syllable,
              const char *readings)
{
  for (int place = 0; place < MAX_READINGS && *readings != '\0'; place++)
    {
      int length = (int) strcspn (readings, " ");

      put_reading (syllable, place, readings, length);
      readings += length;
      readings += strspn (readings, " ");
    }
}

/* Puts one reading each before all others, for the characters of a word. Returns how many. */
static int
put_word (Syllable   *syllables,
          const char *readings)
{
  int count = 0;

  while (*readings != '\0')
    {
      int length = (int) strcspn (readings, " ");

      put_reading (&syllables[count++], 0, readings, length);
      readings += length;
      readings += strspn (readings, " ");
    }
  return count;
}

static void
apply_surname (Syllable   *syllables,
               const char *run)
{
  const ClinchPinyinWord *surname = clinch_pinyin_find_surname (run);

  if (surname == NULL)
    return;
  if (g_utf8_strlen (surname->word, -1) == 1)
    put_readings (syllables, surname->readings);
  else
    put_word (syllables, surname->readings);
}

static void
apply_words (Syllable   *syllables,
             int         count,
             const char *run)
{
  for (int i = 0; i < count; )
    {
      const ClinchPinyinWord *word = clinch_pinyin_find_word (run);
      int step = word != NULL ? put_word (syllables + i, word->readings) : 1;

      for (i += step; step > 0; step--)
        run = g_utf8_next_char (run);
    }
}

static void
append_word (GString    *out,
             const char *word,
             gssize      length)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append_len (out, word, length);
}

static void
emit_combination (Combiner *combiner)
{
  char *initials = combiner->initials[combiner->combinations];

  append_word (combiner->out, "", 0);
  for (int i = 0; i < combiner->length; i++)
    {
      const Syllable *syllable = &combiner->syllables[i];
      int choice = combiner->choice[i];

      g_string_append_len (combiner->out, syllable->readings[choice], syllable->lengths[choice]);
      initials[i] = syllable->readings[choice][0];
    }
  initials[combiner->length] = '\0';

  if (combiner->length > 1)
    {
      int same = 0;

      while (strcmp (combiner->initials[same], initials) != 0)
        same++;
      if (same == combiner->combinations)
        append_word (combiner->out, initials, combiner->length);
    }
  combiner->combinations++;
}

/* Emits what costs exactly @cost from syllable @at on, where the nth reading costs n. */
static void
combine (Combiner *combiner,
         int       at,
         int       cost)
{
  if (at == combiner->length)
    {
      emit_combination (combiner);
      return;
    }

  for (int choice = 0; choice < combiner->syllables[at].count && choice <= cost; choice++)
    {
      if (combiner->combinations == MAX_COMBINATIONS)
        return;
      if (cost - choice > combiner->room[at + 1])
        continue;
      combiner->choice[at] = choice;
      combine (combiner, at + 1, cost - choice);
    }
}

static void
append_combinations (GString        *out,
                     const Syllable *syllables,
                     int             count)
{
  Combiner combiner = { .out = out, .syllables = syllables, .length = MIN (count, MAX_SYLLABLES) };

  for (int i = combiner.length - 1; i >= 0; i--)
    combiner.room[i] = combiner.room[i + 1] + syllables[i].count - 1;
  for (int cost = 0; cost <= combiner.room[0] && combiner.combinations < MAX_COMBINATIONS; cost++)
    combine (&combiner, 0, cost);
}

static void
append_run (GString    *out,
            Syllable   *syllables,
            int         count,
            const char *run,
            gboolean    is_name)
{
  apply_words (syllables, count, run);
  if (is_name)
    apply_surname (syllables, run);
  for (int i = 0; i < count; i++)
    append_combinations (out, syllables + i, count - i);
}

/* Reads the run of Han characters at @text. Returns how many. */
static int
read_run (const char  *text,
          Syllable    *syllables,
          const char **end)
{
  int count = 0;

  for (; *text != '\0' && count < MAX_TEXT; text = g_utf8_next_char (text))
    {
      const char *readings = clinch_pinyin_readings (g_utf8_get_char (text));

      if (readings == NULL)
        break;
      syllables[count].count = 0;
      put_readings (&syllables[count], readings);
      count++;
    }
  *end = text;
  return count;
}

static gboolean
is_latin (gunichar c)
{
  return g_unichar_isalnum (c) && !clinch_text_is_cjk (c);
}

char *
clinch_pinyin_index (const char *text,
                     gboolean    is_person)
{
  g_autofree char *folded = clinch_text_fold (text);
  g_autofree Syllable *syllables = NULL;
  g_autoptr(GString) out = g_string_new (NULL);
  gboolean is_first = TRUE;

  if (g_utf8_strlen (folded, -1) > MAX_TEXT)
    *g_utf8_offset_to_pointer (folded, MAX_TEXT) = '\0';

  for (const char *at = folded; *at != '\0'; )
    {
      const char *end;
      int count;

      if (is_latin (g_utf8_get_char (at)))
        {
          for (end = at; *end != '\0' && is_latin (g_utf8_get_char (end));
               end = g_utf8_next_char (end))
            ;
          append_word (out, at, end - at);
        }
      else if (clinch_pinyin_readings (g_utf8_get_char (at)) != NULL)
        {
          if (syllables == NULL)
            syllables = g_new (Syllable, MAX_TEXT);
          count = read_run (at, syllables, &end);
          append_run (out, syllables, count, at, is_person && is_first);
        }
      else
        {
          at = g_utf8_next_char (at);
          continue;
        }
      is_first = FALSE;
      at = end;
    }

  return g_string_free_and_steal (g_steal_pointer (&out));
}

gboolean
clinch_pinyin_is_query (const char *query)
{
  gboolean has_letter = FALSE;

  if (query == NULL)
    return FALSE;

  for (; *query != '\0'; query++)
    {
      if (g_ascii_isalpha (*query))
        has_letter = TRUE;
      else if (*query != ' ' && *query != '\'')
        return FALSE;
    }
  return has_letter;
}
