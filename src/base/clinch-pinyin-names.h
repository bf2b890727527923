// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What Unihan does not know: who is called what, and how a character sounds in the words that
 * company names are made of. */

/**
 * ClinchPinyinWord:
 * @word: Han characters
 * @readings: for a word, one reading a character; for a single surname, its readings; apart by
 *   single spaces
 */
typedef struct
{
  const char *word;
  const char *readings;
} ClinchPinyinWord;

/**
 * clinch_pinyin_find_surname:
 * @name: a name, folded
 *
 * Returns: (transfer none) (nullable): the surname at the start of @name that is read otherwise
 *   than the characters usually are, of two characters where there is one
 */
const ClinchPinyinWord *clinch_pinyin_find_surname (const char *name);

/**
 * clinch_pinyin_find_word:
 * @text: text
 *
 * Returns: (transfer none) (nullable): the longest word at the start of @text whose reading is
 *   known
 */
const ClinchPinyinWord *clinch_pinyin_find_word    (const char *text);

G_END_DECLS
