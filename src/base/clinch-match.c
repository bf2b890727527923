// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-match.h"

#include "clinch-text.h"

#include <string.h>

/* Legal forms that carry no meaning wherever they stand in a Chinese name, longest first. */
static const char * const anywhere[] = {
  "股份有限公司", "有限责任公司", "股份有限责任公司", "有限公司",
};

/* What may be dropped at the end of a Chinese name only: 集团财务 is not 集团. */
static const char * const at_end[] = {
  "股份公司", "集团公司", "集团", "控股", "股份", "公司",
};

/* A branch, a subsidiary, a head office: here 公司 belongs to the name. */
static const char * const kept_endings[] = {
  "分公司", "子公司", "总公司", "母公司",
};

static const char * const legal_words[] = {
  "inc", "incorporated", "ltd", "limited", "llc", "llp", "lp", "plc", "corp", "corporation", "co",
  "company", "gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "se", "sa", "sas", "sarl", "srl",
  "spa", "bv", "nv", "oy", "oyj", "ab", "as", "asa", "aps", "pty", "pte", "pvt", "private", "sdn",
  "bhd", "kk", "group", "holding", "holdings", "and",
};

static const char * const address_words[] = {
  "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "madam",
};

static const char * const address_endings[] = {
  "先生", "女士", "小姐",
};

static gboolean
is_listed (const char         *word,
           const char * const *list,
           gsize               n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (g_str_equal (word, list[i]))
        return TRUE;
    }

  return FALSE;
}

/* Splits folded text into words of letters and digits. A dot inside a word is dropped, so that
 * "S.A." and "SA" are one; CJK characters stick together. "&" is the word "and". */
static GPtrArray *
split_words (const char *folded)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) word = g_string_new (NULL);

  for (const char *p = folded; ; p = g_utf8_next_char (p))
    {
      gunichar c = *p != '\0' ? g_utf8_get_char (p) : 0;

      if (c == '.' || c == '\'' || c == 0x2019)
        continue;
      if (c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c)))
        {
          g_string_append_unichar (word, c);
          continue;
        }
      if (word->len > 0)
        g_ptr_array_add (words, g_strdup (word->str));
      g_string_truncate (word, 0);
      if (c == '&')
        g_ptr_array_add (words, g_strdup ("and"));
      if (c == 0)
        return words;
    }
}

static char *
fold_valid (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);

  return clinch_text_fold (valid);
}

static char *
join_words (GPtrArray *words,
            guint      from,
            guint      to)
{
  GString *joined = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append (joined, g_ptr_array_index (words, i));

  return g_string_free (joined, FALSE);
}

/* Drops the Chinese legal forms from a key without spaces, as long as something is left. */
static char *
drop_chinese_forms (const char *key)
{
  g_autoptr(GString) core = g_string_new (key);
  gboolean again = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (anywhere); i++)
    {
      if (core->len > strlen (anywhere[i]))
        g_string_replace (core, anywhere[i], "", 0);
    }

  while (again)
    {
      again = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (kept_endings); i++)
        {
          if (g_str_has_suffix (core->str, kept_endings[i]))
            return g_strdup (core->str);
        }
      for (gsize i = 0; !again && i < G_N_ELEMENTS (at_end); i++)
        {
          gsize length = strlen (at_end[i]);

          if (core->len > length && g_str_has_suffix (core->str, at_end[i]))
            {
              g_string_truncate (core, core->len - length);
              again = TRUE;
            }
        }
    }

  return g_strdup (core->len > 0 ? core->str : key);
}

char *
clinch_company_key (const char *name)
{
  g_autofree char *folded = fold_valid (name);
  g_autoptr(GPtrArray) words = split_words (folded);
  g_autofree char *joined = NULL;
  guint from = 0;
  guint to = words->len;

  while (to > 1
         && is_listed (g_ptr_array_index (words, to - 1), legal_words, G_N_ELEMENTS (legal_words)))
    to--;
  if (to > 1 && g_str_equal (g_ptr_array_index (words, 0), "the"))
    from = 1;

  joined = join_words (words, from, to);

  return drop_chinese_forms (joined);
}

char *
clinch_person_key (const char *name)
{
  g_autofree char *folded = fold_valid (name);
  g_auto(GStrv) halves = g_strsplit (folded, ",", 3);
  g_autofree char *turned = NULL;
  g_autoptr(GPtrArray) words = NULL;
  g_autofree char *joined = NULL;
  guint from = 0;

  if (g_strv_length (halves) == 2)
    turned = g_strconcat (halves[1], " ", halves[0], NULL);
  words = split_words (turned != NULL ? turned : folded);

  while (from + 1 < words->len &&
         is_listed (g_ptr_array_index (words, from), address_words, G_N_ELEMENTS (address_words)))
    from++;

  joined = join_words (words, from, words->len);
  for (gsize i = 0; i < G_N_ELEMENTS (address_endings); i++)
    {
      gsize length = strlen (address_endings[i]);

      if (strlen (joined) > length && g_str_has_suffix (joined, address_endings[i]))
        {
          joined[strlen (joined) - length] = '\0';
          break;
        }
    }

  return g_steal_pointer (&joined);
}
