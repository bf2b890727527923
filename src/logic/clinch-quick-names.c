// SPDX-License-Identifier: GPL-3.0-or-later

/* Which records a text names. The name of a Chinese company is place, proper name, trade and legal
 * form (杭州·海康威视·数字技术·股份有限公司); people use any part of it but the last, or one character of each. The
 * legal form never counts, place and trade only together with something else. */

#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-quick-names.h"

#include "clinch-quick-words.h"
#include "clinch-text.h"

#include <string.h>

#define TAKEN \
  (CLINCH_QUICK_MARK_DATE | CLINCH_QUICK_MARK_KIND | CLINCH_QUICK_MARK_PERSON \
   | CLINCH_QUICK_MARK_STOP | CLINCH_QUICK_MARK_HEADER)
#define MAX_MENTIONS 50000
#define LONGEST_ABBREVIATION 6
/* Of a draft this much is compared with the names of opportunities. */
#define MAX_COMPARED 1500

/* The core of a name: without legal form, brackets and spaces between CJK; [proper, proper_end) is
 * what is left of it without place and trade. */
typedef struct
{
  ClinchQuickText *text;
  guint            place;
  guint            proper_end;
} Core;

static void
core_free (Core *core)
{
  g_clear_pointer (&core->text, clinch_quick_text_free);
  g_free (core);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Core, core_free)

static gboolean
is_separator (gunichar c)
{
  return c != 0 && !clinch_quick_is_latin (c) && !clinch_text_is_cjk (c);
}

/* Brackets with a place in them, (中国), say nothing; other brackets only go themselves. */
static char *
strip_brackets (const ClinchQuickText *name)
{
  GString *plain = g_string_new (NULL);
  guint i = 0;

  while (i < name->n)
    {
      gunichar c = name->fold[i];

      if (c == '(' || c == '[')
        {
          guint place = clinch_quick_word_place (name, i + 1, name->n);

          if (place == 0)
            place = clinch_quick_text_match (name, i + 1, name->n, "集团");
          if (place > 0 && (name->fold[i + 1 + place] == ')' || name->fold[i + 1 + place] == ']'))
            i += place + 1;
        }
      else if (!is_separator (c))
        g_string_append_unichar (plain, c);
      /* Words of an alphabet stay apart by one space. */
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ' && i + 1 < name->n &&
               clinch_quick_is_latin (name->fold[i - 1])
               && clinch_quick_is_latin (name->fold[i + 1]))
        g_string_append_c (plain, ' ');
      i++;
    }

  return g_string_free (plain, FALSE);
}

static gboolean
cut_suffix (GString            *name,
            const char * const *suffixes)
{
  for (gsize i = 0; suffixes[i] != NULL; i++)
    {
      gsize length = strlen (suffixes[i]);

      /* At least two characters stay. */
      if (name->len >= length + 2 && g_str_has_suffix (name->str, suffixes[i]) &&
          g_utf8_strlen (name->str, name->len - length) >= 2)
        {
          g_string_truncate (name, name->len - length);
          return TRUE;
        }
    }

  return FALSE;
}

static char *
strip_legal_form (const char *plain)
{
  static const char * const anywhere[] = { "股份有限责任公司", "股份有限公司", "有限责任公司", "有限公司" };
  static const char * const suffixes[] = {
    "集团公司", "股份公司", "总公司", "集团", "股份", "公司", "控股", " inc", " incorporated", " ltd", " limited", " llc", " llp",
    " plc", " corp", " corporation", " co", " company", " gmbh", " ag", " kg", " sa", " srl", " spa", " bv", " nv", " ab",
    " oy", " as", " pty", " pte", " group", " holding", " holdings", " & co", " and", NULL,
  };
  g_autoptr(GString) name = g_string_new (plain);

  for (gsize i = 0; i < G_N_ELEMENTS (anywhere); i++)
    {
      if (name->len > strlen (anywhere[i]))
        g_string_replace (name, anywhere[i], "", 0);
    }
  while (cut_suffix (name, suffixes))
    ;

  return g_strdup (name->len > 0 ? name->str : plain);
}

/* Where the words of trade at the end of a name begin. */
static guint
find_trade (const ClinchQuickText *name,
            guint                  start)
{
  guint end = name->n;
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint length = 4; length >= 2 && !again; length--)
        {
          if (end >= start + length + 2
              && clinch_quick_word_stop (name, end - length, end) == length)
            {
              end -= length;
              again = TRUE;
            }
        }
    }

  return end;
}

static Core *
make_core (const char *name)
{
  g_autoptr(ClinchQuickText) whole = clinch_quick_text_new (name);
  g_autofree char *plain = strip_brackets (whole);
  g_autofree char *bare = strip_legal_form (plain);
  Core *core = g_new0 (Core, 1);

  core->text = clinch_quick_text_new (bare);
  core->place = clinch_quick_word_place (core->text, 0, core->text->n);
  if (core->place >= core->text->n)
    core->place = 0;
  core->proper_end = find_trade (core->text, core->place);

  return core;
}

static void
add_mention (GArray *mentions,
             guint   start,
             guint   end,
             guint   index,
             int     score)
{
  ClinchQuickMention mention = { start, end, index, score };

  if (mentions->len < MAX_MENTIONS)
    g_array_append_val (mentions, mention);
}

/* A name made of a place or of words of daily business only is no name. */
static gboolean
is_telling (const ClinchQuickText *text,
            guint                  start,
            guint                  end)
{
  guint i = start;

  if (end - start < 2)
    return FALSE;
  while (i < end)
    {
      guint place = clinch_quick_word_place (text, i, end);
      guint word = MAX (place, clinch_quick_word_stop (text, i, end));

      if (word == 0)
        return TRUE;
      i += word;
    }

  return FALSE;
}

static void
find_all (ClinchQuickText       *text,
          const ClinchQuickText *needle,
          guint                  start,
          guint                  end,
          guint                  index,
          int                    score,
          GArray                *mentions)
{
  guint length = end - start;
  guint at = 0;

  if (length < 2)
    return;
  while ((at = clinch_quick_text_find (text, 0, text->n, needle->fold + start, length,
                                       at)) != G_MAXUINT)
    {
      add_mention (mentions, at, at + length, index, score);
      clinch_quick_text_mark (text, at, at + length, CLINCH_QUICK_MARK_NAME);
      at += length;
    }
}

/* 海康股份 is 海康股份有限公司 and not 海康集团有限公司, though neither form counts by itself. */
static void
follow_legal_form (ClinchQuickText       *text,
                   const ClinchQuickText *name,
                   guint                  core_length,
                   GArray                *mentions,
                   guint                  first)
{
  for (guint i = first; i < mentions->len; i++)
    {
      ClinchQuickMention *mention = &g_array_index (mentions, ClinchQuickMention, i);
      guint length = core_length;

      if (name->n < core_length
          || memcmp (name->fold, text->fold + mention->start,
                     core_length * sizeof (gunichar)) != 0)
        continue;
      while (mention->start + length < text->n && length < name->n
             && text->fold[mention->start + length] == name->fold[length])
        length++;
      if (length >= core_length + 2)
        {
          mention->end = mention->start + length;
          mention->score = 98;
          clinch_quick_text_mark (text, mention->start, mention->end, CLINCH_QUICK_MARK_NAME);
        }
    }
}

static void
find_exact_customers (ClinchQuickText          *text,
                      const ClinchQuickContext *context,
                      GArray                   *mentions)
{
  for (gsize i = 0; i < context->n_customers; i++)
    {
      const ClinchQuickCustomer *customer = &context->customers[i];
      g_autoptr(ClinchQuickText) name = clinch_quick_text_new (customer->name);
      g_autoptr(ClinchQuickText) shorter = clinch_quick_text_new (customer->short_name);
      g_autoptr(Core) core = make_core (customer->name);

      find_all (text, name, 0, name->n, i, 100, mentions);
      if (is_telling (shorter, 0, shorter->n))
        find_all (text, shorter, 0, shorter->n, i, 97, mentions);
      if (is_telling (core->text, 0, core->text->n))
        {
          guint before = mentions->len;

          find_all (text, core->text, 0, core->text->n, i, 96, mentions);
          follow_legal_form (text, name, core->text->n, mentions, before);
        }
      /* 明天科技: daily words all, but these together. */
      else if (core->text->n >= 4)
        find_all (text, core->text, 0, core->text->n, i, 88, mentions);
    }
}

/* John, of John Smith: with a capital, and not where a whole name stands. */
static void
find_given_names (const ClinchQuickText    *text,
                  const ClinchQuickContext *context,
                  GArray                   *mentions)
{
  for (gsize i = 0; i < context->n_contacts; i++)
    {
      g_autoptr(ClinchQuickText) name = clinch_quick_text_new (context->contacts[i].name);

      for (guint start = 0; start < name->n; start++)
        {
          guint end = start;
          guint at = 0;

          while (end < name->n && clinch_quick_is_latin (name->fold[end]))
            end++;
          if (end - start >= 3 && end - start < name->n)
            {
              while ((at = clinch_quick_text_find (text, 0, text->n, name->fold + start,
                                                   end - start, at)) != G_MAXUINT)
                {
                  if (g_unichar_isupper (text->raw[at])
                      && (text->marks[at] & CLINCH_QUICK_MARK_NAME) == 0)
                    add_mention (mentions, at, at + end - start, i, 66);
                  at += end - start;
                }
            }
          start = end;
        }
    }
}

void
clinch_quick_names_find_exact (ClinchQuickText           *text,
                               const ClinchQuickContext  *context,
                               GArray                   **contacts,
                               GArray                   **opportunities,
                               GArray                   **customers)
{
  *contacts = g_array_new (FALSE, FALSE, sizeof (ClinchQuickMention));
  *opportunities = g_array_new (FALSE, FALSE, sizeof (ClinchQuickMention));
  *customers = g_array_new (FALSE, FALSE, sizeof (ClinchQuickMention));

  for (gsize i = 0; i < context->n_opportunities; i++)
    {
      g_autoptr(ClinchQuickText) name = clinch_quick_text_new (context->opportunities[i].name);

      if (is_telling (name, 0, name->n))
        find_all (text, name, 0, name->n, i, 98, *opportunities);
    }
  find_exact_customers (text, context, *customers);
  for (gsize i = 0; i < context->n_contacts; i++)
    {
      g_autoptr(ClinchQuickText) name = clinch_quick_text_new (context->contacts[i].name);

      if (is_telling (name, 0, name->n))
        find_all (text, name, 0, name->n, i, 96, *contacts);
    }
  find_given_names (text, context, *contacts);
}

/* The same few characters are tried for every candidate. */
typedef struct
{
  const ClinchQuickText *text;
  GHashTable            *telling;
  GArray                *mentions;
} Finder;

static gboolean
is_telling_cached (const Finder *finder,
                   guint         start,
                   guint         end)
{
  gpointer key = GUINT_TO_POINTER (start << 8 | MIN (end - start, 0xff));
  gpointer known = g_hash_table_lookup (finder->telling, key);

  if (known == NULL)
    {
      known = GINT_TO_POINTER (is_telling (finder->text, start, end) ? 1 : 2);
      g_hash_table_insert (finder->telling, key, known);
    }

  return GPOINTER_TO_INT (known) == 1;
}

static gboolean
is_free (const ClinchQuickText *text,
         guint                  at)
{
  return (text->marks[at] & TAKEN) == 0;
}

/* How far the proper name is followed from @at on: 海康 of 海康威视. */
static guint
common_length (const ClinchQuickText *text,
               guint                  at,
               const ClinchQuickText *name,
               guint                  from,
               guint                  to)
{
  guint length = 0;

  while (at + length < text->n && from + length < to
         && text->fold[at + length] == name->fold[from + length] &&
         is_free (text, at + length))
    length++;

  return length;
}

static void
find_prefixes (const Finder *finder,
               guint         at,
               const Core   *core,
               guint         index)
{
  const ClinchQuickText *text = finder->text;
  const ClinchQuickText *name = core->text;
  guint from_place = common_length (text, at, name, 0, name->n);
  guint from_proper = core->place > 0 ? common_length (text, at, name, core->place, name->n) : 0;

  /* 杭州钢 is more than the place; 杭州 is not. */
  if (from_place > core->place && from_place >= 2
      && is_telling_cached (finder, at, at + from_place))
    {
      gboolean whole = from_place >= core->proper_end;

      add_mention (finder->mentions, at, at + from_place, index,
                   whole ? 92 : from_place >= 3 ? 86 : 80);
    }
  if (from_proper >= 2 && is_telling_cached (finder, at, at + from_proper))
    {
      gboolean whole = core->place + from_proper >= core->proper_end;

      add_mention (finder->mentions, at, at + from_proper, index,
                   whole ? (from_proper > 2 ? 90 : 82) : from_proper > 2 ? 84 : 76);
    }
}

/* 杭钢 of 杭州钢铁: characters of the name in their order, from the first of the place or of the proper
 * name on. */
static void
find_abbreviation (const Finder *finder,
                   guint         at,
                   const Core   *core,
                   guint         from,
                   guint         index)
{
  const ClinchQuickText *text = finder->text;
  const ClinchQuickText *name = core->text;
  guint next = from;
  guint second = 0;
  guint length = 0;
  int score;

  while (length < LONGEST_ABBREVIATION && at + length < text->n && is_free (text, at + length) &&
         clinch_text_is_cjk (text->fold[at + length]))
    {
      guint i = next;

      /* The place gives one character; the next is looked for behind it first. */
      if (length == 1 && from == 0 && core->place > 0)
        for (i = core->place; i < name->n && name->fold[i] != text->fold[at + length]; i++)
          ;
      if (i >= name->n)
        i = next;
      while (i < name->n && name->fold[i] != text->fold[at + length])
        i++;
      if (i >= name->n)
        break;
      if (length == 1)
        second = i;
      next = i + 1;
      length++;
    }
  if (length < 2 || !is_telling_cached (finder, at, at + length)
      || clinch_quick_word_place (text, at, at + length) > 0)
    return;

  score = from == 0 && core->place > 0 && second == core->place ? 78 : 64;
  add_mention (finder->mentions, at, at + length, index, MIN (score + 4 * ((int) length - 2), 90));
}

/* IBM of International Business Machines; Acme of Acme Industries. */
static void
find_latin (const Finder *finder,
            guint         start,
            guint         end,
            const Core   *core,
            guint         index)
{
  const ClinchQuickText *text = finder->text;
  const ClinchQuickText *name = core->text;
  guint words = 0;
  guint initials = 0;
  guint first = 0;
  gboolean all_initials = TRUE;

  while (first < name->n && clinch_quick_is_latin (name->fold[first]))
    first++;
  if (first >= 3 && first == end - start && first < name->n &&
      memcmp (name->fold, text->fold + start, first * sizeof (gunichar)) == 0 &&
      clinch_quick_word_stop (text, start, end) == 0)
    add_mention (finder->mentions, start, end, index, 84);

  for (guint i = 0; i < name->n; i++)
    {
      if (!clinch_quick_is_latin (name->fold[i])
          || (i > 0 && clinch_quick_is_latin (name->fold[i - 1])))
        continue;
      words++;
      if (start + initials < end && text->fold[start + initials] == name->fold[i])
        initials++;
      else
        all_initials = FALSE;
    }
  if (words >= 2 && all_initials && initials == words && words == end - start
      && g_unichar_isupper (text->raw[start]) &&
      g_unichar_isupper (text->raw[end - 1]))
    add_mention (finder->mentions, start, end, index, words >= 3 ? 78 : 66);
}

static void
find_short (const Finder *finder,
            const Core   *core,
            guint         index)
{
  const ClinchQuickText *text = finder->text;
  const ClinchQuickText *name = core->text;

  if (name->n < 2)
    return;
  for (guint at = 0; at < text->n; at++)
    {
      gunichar c = text->fold[at];

      if (!is_free (text, at))
        continue;
      if (clinch_quick_is_latin (c))
        {
          guint end = at;

          while (end < text->n && clinch_quick_is_latin (text->fold[end]))
            end++;
          find_latin (finder, at, end, core, index);
          at = end - 1;
          continue;
        }
      if (c != name->fold[0] && c != name->fold[core->place])
        continue;
      find_prefixes (finder, at, core, index);
      if (c == name->fold[0])
        find_abbreviation (finder, at, core, 0, index);
      else
        find_abbreviation (finder, at, core, core->place, index);
    }
}

void
clinch_quick_names_find_short (const ClinchQuickText    *text,
                               const ClinchQuickContext *context,
                               GArray                   *customers)
{
  g_autoptr(GHashTable) telling = g_hash_table_new (NULL, NULL);
  Finder finder = { text, telling, customers };

  for (gsize i = 0; i < context->n_customers; i++)
    {
      g_autoptr(Core) core = make_core (context->customers[i].name);

      find_short (&finder, core, i);
      if (context->customers[i].short_name != NULL && context->customers[i].short_name[0] != '\0')
        {
          g_autoptr(Core) shorter = make_core (context->customers[i].short_name);

          find_short (&finder, shorter, i);
        }
    }
}

static gboolean
is_skipped (const GArray *skip,
            guint         at)
{
  for (guint i = 0; i < skip->len; i++)
    {
      const ClinchQuickMention *mention = &g_array_index (skip, ClinchQuickMention, i);

      if (at >= mention->start && at < mention->end)
        return TRUE;
    }

  return FALSE;
}

static int
score_run (const ClinchQuickText *text,
           guint                  start,
           guint                  end)
{
  guint length = end - start;

  if (clinch_quick_is_latin (text->fold[start]))
    return length >= 2 && clinch_quick_word_stop (text, start, end) == 0 ? 40 : 0;
  if (length < 2)
    return 0;
  if (!is_telling (text, start, end))
    return 6;

  return MIN (12 * (int) length, 50);
}

int
clinch_quick_names_score_opportunity (const ClinchQuickText *text,
                                      guint                  start,
                                      guint                  end,
                                      const char            *name,
                                      const GArray          *skip,
                                      guint                 *where_start,
                                      guint                 *where_end)
{
  g_autoptr(ClinchQuickText) needle = clinch_quick_text_new (name);
  int total = 0;
  int best = 0;
  guint at = start;

  end = MIN (end, start + MAX_COMPARED);
  while (at < end)
    {
      guint longest = 0;

      for (guint i = 0; i < needle->n && !is_skipped (skip, at); i++)
        {
          guint length = 0;

          while (at + length < end && i + length < needle->n
                 && text->fold[at + length] == needle->fold[i + length] &&
                 !is_separator (text->fold[at + length]) && !is_skipped (skip, at + length) &&
                 clinch_quick_is_latin (text->fold[at + length])
                 == clinch_quick_is_latin (text->fold[at]))
            length++;
          /* Words of an alphabet count whole only. */
          if (length > longest && clinch_quick_is_latin (text->fold[at]) &&
              ((at > 0 && clinch_quick_is_latin (text->fold[at - 1])) ||
               (at + length < text->n && clinch_quick_is_latin (text->fold[at + length])) ||
               (i > 0 && clinch_quick_is_latin (needle->fold[i - 1])) ||
               (i + length < needle->n && clinch_quick_is_latin (needle->fold[i + length]))))
            continue;
          longest = MAX (longest, length);
        }

      if (longest > 0)
        {
          int score = score_run (text, at, at + longest);

          total += score;
          if (score > best)
            {
              best = score;
              *where_start = at;
              *where_end = at + longest;
            }
        }
      at += MAX (longest, 1);
    }

  return MIN (total, 100);
}
