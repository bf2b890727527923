// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * clinch_text_clean:
 * @text: (nullable): what a user, a file or the network gave
 *
 * Makes text safe to keep: valid UTF-8 (bad bytes become U+FFFD), no controls but newline and tab,
 * no bidirectional overrides or isolates (U+202A to 202E, 2066 to 2069), no zero-width characters
 * but the joiners that scripts and emoji need, white space trimmed at both ends.
 *
 * Returns: (transfer full) (nullable): the clean text, or %NULL if nothing is left
 */
char     *clinch_text_clean       (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_text_clean_line:
 * @text: (nullable): as for clinch_text_clean()
 *
 * As clinch_text_clean(), for a name or other single line: runs of white space become one space.
 *
 * Returns: (transfer full) (nullable): the clean line, or %NULL if nothing is left
 */
char     *clinch_text_clean_line  (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_text_fold:
 * @text: text
 *
 * What two spellings of the same name have in common: compatibility forms (full-width letters and
 * digits), letter case and runs of white space are levelled (NFKC case fold).
 *
 * Returns: (transfer full): text for comparing, never for showing
 */
char     *clinch_text_fold        (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_text_is_cjk:
 * @character: a character
 *
 * Returns: %TRUE for the scripts that write without spaces: Han (all extensions and compatibility
 *   forms), Kana, Bopomofo, Hangul
 */
gboolean  clinch_text_is_cjk      (gunichar    character);

/**
 * clinch_text_to_index:
 * @text: (nullable): any text
 *
 * The form that the full-text index holds: folded, with every CJK character set apart by spaces, so
 * that FTS5's unicode61 takes each as a word.
 *
 * Returns: (transfer full): text for the index; "" for none
 */
char     *clinch_text_to_index    (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_text_to_match:
 * @query: what a user typed
 *
 * The FTS5 query for it: each run without white space becomes one quoted phrase (CJK spaced as in
 * the index), all must occur; the last phrase matches as a prefix if it ends in a letter or digit
 * of an alphabet. Nothing in @query is ever FTS5 syntax.
 *
 * Returns: (transfer full) (nullable): the query, or %NULL if nothing in @query can be searched for
 */
char     *clinch_text_to_match    (const char *query) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_text_sort_key:
 * @text: (nullable): a name
 *
 * A key whose byte order is the order in which people expect names: ICU collation, Chinese by
 * pinyin (`zh-u-co-pinyin`), numbers by value. May be called from any thread.
 *
 * Returns: (transfer full): hexadecimal text of the key, so that it sorts as text in any tool; ""
 *   for none
 */
char     *clinch_text_sort_key    (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_text_sort_key_version:
 *
 * Returns: (transfer full): what keys depend on besides the text; those of one version may be
 *   compared, those of different ones may not
 */
char     *clinch_text_sort_key_version (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_text_compare:
 * @a: (nullable): a name
 * @b: (nullable): another
 *
 * Returns: less than, equal to or greater than 0, in the order of clinch_text_sort_key()
 */
int       clinch_text_compare     (const char *a,
                                   const char *b);

/**
 * clinch_text_escape_markup:
 * @text: (nullable): user text
 *
 * The one way by which user text reaches a place that reads Pango markup.
 *
 * Returns: (transfer full): @text with markup characters escaped
 */
char     *clinch_text_escape_markup (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_text_snippet:
 * @text: text of any length
 * @query: what was searched for
 * @length: characters wanted, at least 20
 *
 * A single line of @text around the first place where a word of @query occurs, with "…" where it
 * was cut.
 *
 * Returns: (transfer full): the line
 */
char     *clinch_text_snippet     (const char *text,
                                   const char *query,
                                   int         length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
