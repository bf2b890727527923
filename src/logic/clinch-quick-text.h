// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What quick entry reads is cut here: more is not a note but a document. */
#define CLINCH_QUICK_TEXT_MAX (20 * 1024)

/**
 * ClinchQuickMark:
 * @CLINCH_QUICK_MARK_NAME: part of a name that is known
 * @CLINCH_QUICK_MARK_DATE: part of a date or time
 * @CLINCH_QUICK_MARK_KIND: part of a word that tells the kind of follow-up
 * @CLINCH_QUICK_MARK_PERSON: part of a reference to a person
 * @CLINCH_QUICK_MARK_STOP: part of a word that is never (part of) a name
 * @CLINCH_QUICK_MARK_HEADER: who wrote when, before a message
 *
 * What a character has been taken for.
 */
typedef enum
{
  CLINCH_QUICK_MARK_NAME = 1 << 0,
  CLINCH_QUICK_MARK_DATE = 1 << 1,
  CLINCH_QUICK_MARK_KIND = 1 << 2,
  CLINCH_QUICK_MARK_PERSON = 1 << 3,
  CLINCH_QUICK_MARK_STOP = 1 << 4,
  CLINCH_QUICK_MARK_HEADER = 1 << 5,
} ClinchQuickMark;

/**
 * ClinchQuickText:
 * @text: the text, valid UTF-8, at most %CLINCH_QUICK_TEXT_MAX bytes
 * @n: characters
 * @fold: the characters in half width and lower case; fold[n] is 0
 * @raw: the characters as they are; raw[n] is 0
 * @offset: where each begins in @text; offset[n] is the length
 * @marks: a set of #ClinchQuickMark for each
 *
 * Text as characters, so that rules can look at what stands before and behind. Positions are
 * indices of characters, and only what is handed out is turned into bytes.
 */
typedef struct
{
  char     *text;
  guint     n;
  gunichar *fold;
  gunichar *raw;
  guint    *offset;
  guint8   *marks;
} ClinchQuickText;

/**
 * clinch_quick_text_new:
 * @text: (nullable): any bytes; what is not UTF-8 becomes U+FFFD
 *
 * Returns: (transfer full): the characters
 */
ClinchQuickText *clinch_quick_text_new      (const char            *text);

/**
 * clinch_quick_text_free:
 * @self: (transfer full): a text
 */
void             clinch_quick_text_free     (ClinchQuickText       *self);

/**
 * clinch_quick_text_slice:
 * @self: a text
 * @start: first character
 * @end: past the last
 *
 * Returns: (transfer full): that part
 */
char            *clinch_quick_text_slice    (const ClinchQuickText *self,
                                             guint                  start,
                                             guint                  end) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_quick_text_mark:
 * @self: a text
 * @start: first character
 * @end: past the last
 * @mark: what they are
 */
void             clinch_quick_text_mark     (ClinchQuickText       *self,
                                             guint                  start,
                                             guint                  end,
                                             ClinchQuickMark        mark);

/**
 * clinch_quick_text_has_mark:
 * @self: a text
 * @start: first character
 * @end: past the last
 * @marks: a set of #ClinchQuickMark
 *
 * Returns: %TRUE if any of the characters has any of @marks
 */
gboolean         clinch_quick_text_has_mark (const ClinchQuickText *self,
                                             guint                  start,
                                             guint                  end,
                                             guint                  marks);

/**
 * clinch_quick_text_match:
 * @self: a text
 * @at: where to look
 * @end: where to stop
 * @word: a word in half width and lower case
 *
 * A word that begins or ends in a letter or digit of an alphabet matches only as a whole word
 * there.
 *
 * Returns: how many characters @word takes at @at, 0 if it is not there
 */
guint            clinch_quick_text_match    (const ClinchQuickText *self,
                                             guint                  at,
                                             guint                  end,
                                             const char            *word);

/**
 * clinch_quick_text_match_any:
 * @self: a text
 * @at: where to look
 * @end: where to stop
 * @words: (array zero-terminated=1): words
 *
 * Returns: length of the longest of @words at @at, 0 if none is there
 */
guint            clinch_quick_text_match_any (const ClinchQuickText *self,
                                              guint                  at,
                                              guint                  end,
                                              const char * const    *words);

/**
 * clinch_quick_text_find:
 * @self: a text
 * @start: first character
 * @end: past the last
 * @needle: characters, folded
 * @length: how many
 * @from: where to begin, at least @start
 *
 * Finds @needle as clinch_quick_text_match() would take it.
 *
 * Returns: its position, or %G_MAXUINT
 */
guint            clinch_quick_text_find     (const ClinchQuickText *self,
                                             guint                  start,
                                             guint                  end,
                                             const gunichar        *needle,
                                             guint                  length,
                                             guint                  from);

/**
 * clinch_quick_text_skip_space:
 * @self: a text
 * @at: where to look
 * @end: where to stop
 *
 * Returns: the first position from @at on that is not a space or tab
 */
guint            clinch_quick_text_skip_space (const ClinchQuickText *self,
                                               guint                  at,
                                               guint                  end);

/**
 * clinch_quick_text_is_at:
 * @self: a text
 * @at: where to look
 * @end: where to stop
 * @characters: characters in half width and lower case
 *
 * Returns: %TRUE if one of @characters stands at @at, which is before @end
 */
gboolean         clinch_quick_text_is_at    (const ClinchQuickText *self,
                                             guint                  at,
                                             guint                  end,
                                             const char            *characters);

/**
 * clinch_quick_is_latin:
 * @c: a character
 *
 * Returns: %TRUE for the letters of scripts that set words apart by spaces, and for ASCII digits
 */
gboolean         clinch_quick_is_latin      (gunichar               c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchQuickText, clinch_quick_text_free)

G_END_DECLS
