// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-quick-entry.h"
#include "clinch-quick-scan.h"
#include "clinch-quick-words.h"
#include "clinch-text.h"

/* Up to how many terms there may be when people and words are in, when the longer windows are, and
 * at the end: the short ones matter most (杭钢), and a long memo must leave room for them. */
#define MAX_PEOPLE 40
#define MAX_WORDS 64
#define MAX_LONG_NAMES 96
#define MAX_TERMS 160
#define LONGEST_NAME 4

#define TAKEN (CLINCH_QUICK_MARK_DATE | CLINCH_QUICK_MARK_KIND | CLINCH_QUICK_MARK_PERSON)

typedef struct
{
  GPtrArray  *terms;
  GHashTable *seen;
  guint       limit;
} Collector;

void
clinch_quick_term_free (ClinchQuickTerm *term)
{
  if (term == NULL)
    return;
  g_free (term->text);
  g_free (term);
}

static void
add_term (Collector             *collector,
          ClinchQuickTermKind    kind,
          const ClinchQuickText *text,
          guint                  start,
          guint                  end)
{
  ClinchQuickTerm *term;
  g_autofree char *key = NULL;
  g_autofree char *slice = NULL;

  if (collector->terms->len >= collector->limit)
    return;
  slice = clinch_quick_text_slice (text, start, end);
  key = g_strdup_printf ("%d %s", kind, slice);
  if (!g_hash_table_add (collector->seen, g_steal_pointer (&key)))
    return;

  term = g_new0 (ClinchQuickTerm, 1);
  term->kind = kind;
  term->text = g_steal_pointer (&slice);
  g_ptr_array_add (collector->terms, term);
}

static void
add_people (Collector             *collector,
            const ClinchQuickScan *scan)
{
  for (guint i = 0; i < scan->people->len; i++)
    {
      const ClinchQuickPersonHit *hit = &g_array_index (scan->people, ClinchQuickPersonHit, i);

      if (hit->latin)
        {
          /* Of "Anna Schmidt" each word may be the one that is known. */
          for (guint start = hit->name_start; start < hit->name_end;)
            {
              guint end = start;

              while (end < hit->name_end && scan->text->fold[end] != ' ')
                end++;
              if (end > start)
                add_term (collector, CLINCH_QUICK_TERM_PERSON, scan->text, start, end);
              start = end + 1;
            }
        }
      else
        add_term (collector, CLINCH_QUICK_TERM_PERSON, scan->text, hit->name_start, hit->name_end);
    }
}

static void
add_words (Collector             *collector,
           const ClinchQuickText *text)
{
  guint i = 0;

  while (i < text->n)
    {
      guint start = i;

      while (i < text->n && clinch_quick_is_latin (text->fold[i]))
        i++;
      if (i - start >= 2 && i - start <= 40
          && !clinch_quick_text_has_mark (text, start, i, TAKEN | CLINCH_QUICK_MARK_STOP))
        add_term (collector, CLINCH_QUICK_TERM_WORD, text, start, i);
      if (i == start)
        i++;
    }
}

/* A place alone is half of all customers. */
static gboolean
is_place (const ClinchQuickText *text,
          guint                  start,
          guint                  end)
{
  return clinch_quick_word_place (text, start, end) == end - start;
}

static gboolean
is_name_character (const ClinchQuickText *text,
                   guint                  at)
{
  return at < text->n && clinch_text_is_cjk (text->fold[at]) && (text->marks[at] & TAKEN) == 0 &&
         !clinch_quick_word_is_function (text->fold[at]);
}

/* All windows of @length characters in the runs of characters that can belong to a name. What is
 * marked as a word of daily business may be a part of a window (华东医药), but not the whole of it. */
static void
add_windows (Collector             *collector,
             const ClinchQuickText *text,
             guint                  length)
{
  guint run = 0;

  for (guint i = 0; i < text->n; i++)
    {
      guint start;
      gboolean telling = FALSE;

      run = is_name_character (text, i) ? run + 1 : 0;
      if (run < length)
        continue;
      start = i + 1 - length;
      for (guint j = start; j <= i; j++)
        telling |= (text->marks[j] & CLINCH_QUICK_MARK_STOP) == 0;
      if (telling && !is_place (text, start, i + 1))
        add_term (collector, CLINCH_QUICK_TERM_NAME, text, start, i + 1);
    }
}

GPtrArray *
clinch_quick_entry_get_terms (const char *text,
                              const char *today)
{
  g_autoptr(ClinchQuickScan) scan = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Collector collector = { NULL, seen, MAX_PEOPLE };

  g_return_val_if_fail (clinch_date_is_valid (today), NULL);

  scan = clinch_quick_scan_new (clinch_quick_text_new (text), NULL, clinch_date_to_days (today));
  collector.terms = g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_quick_term_free);

  add_people (&collector, scan);
  collector.limit = MAX_WORDS;
  add_words (&collector, scan->text);
  collector.limit = MAX_LONG_NAMES;
  for (guint length = LONGEST_NAME; length > 2; length--)
    add_windows (&collector, scan->text, length);
  collector.limit = MAX_TERMS;
  add_windows (&collector, scan->text, 2);

  return collector.terms;
}
