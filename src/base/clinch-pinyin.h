// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The readings come from a table that is generated at build time from Unicode's Unihan_Readings
 * (kHanyuPinlu, kMandarin, kTGHZ2013, kXHC1983, and kHanyuPinyin where no modern dictionary has the
 * character), without tones, ü as v, and from short lists of our own of surnames and of words whose
 * reading is known. */

/**
 * clinch_pinyin_readings:
 * @character: a character
 *
 * Returns: (transfer none) (nullable): its readings without tones, most usual first, apart by
 *   single spaces ("chang zhang"); %NULL if it has none
 */
const char *clinch_pinyin_readings (gunichar    character);

/**
 * clinch_pinyin_index:
 * @text: (nullable): a name
 * @is_person: whether the first characters are a surname, whose own readings then count too (单
 *   shan, 曾 zeng, 仇 qiu)
 *
 * The words under which a name can be found by its sound, apart by single spaces: for every run of
 * Han characters all combinations of readings, full and as initials ("zhongguodianxin zgdx"), and
 * each from a later character of the run on ("dianxin dx") so that the middle of a name is found
 * too. From each character on there are at most 16 combinations, the usual ones first, of at most
 * 16 characters each; the initials of a single character are left out, since its reading begins
 * with them. Latin words in between are kept as they are, folded. Of a very long text only the
 * first 200 characters count.
 *
 * Returns: (transfer full): words for the full-text index; "" for none
 */
char       *clinch_pinyin_index    (const char *text,
                                    gboolean    is_person) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_pinyin_is_query:
 * @query: what a user typed
 *
 * Returns: %TRUE if @query could be pinyin or initials: letters a to z of either case (also with
 *   spaces or apostrophes) only
 */
gboolean    clinch_pinyin_is_query (const char *query);

/**
 * clinch_pinyin_surname:
 * @name: text
 *
 * Returns: how many characters at the start of @name are a common Chinese surname: 2 for 欧阳 and
 *   the like, 1 for 王, 0 if none
 */
int         clinch_pinyin_surname  (const char *name);

G_END_DECLS
