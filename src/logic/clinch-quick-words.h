// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-quick-entry.h"
#include "clinch-quick-text.h"

G_BEGIN_DECLS

/* The vocabulary of quick entry, Chinese and English. Each function looks at one position and
 * returns how many characters it recognises there, 0 for none. */

/**
 * clinch_quick_word_kind:
 * @text: a text
 * @at: where to look
 * @end: where to stop
 * @kind: (out): the kind that the word tells
 * @weak: (out): whether the word only tells it if no other does (反馈)
 *
 * Returns: characters recognised
 */
guint clinch_quick_word_kind        (const ClinchQuickText *text,
                                     guint                  at,
                                     guint                  end,
                                     ClinchQuickKind       *kind,
                                     gboolean              *weak);

/**
 * clinch_quick_word_title:
 * @text: a text
 * @at: where to look, behind a surname
 * @end: where to stop
 * @weak: (out): whether it is a single character that is often something else (工, 处)
 *
 * Returns: characters recognised of a Chinese title (总, 经理, 主任)
 */
guint clinch_quick_word_title       (const ClinchQuickText *text,
                                     guint                  at,
                                     guint                  end,
                                     gboolean              *weak);

/**
 * clinch_quick_word_address:
 * @text: a text
 * @at: where to look
 * @end: where to stop
 *
 * Returns: characters recognised of an English form of address before a name (Mr, Director), a dot
 *   included
 */
guint clinch_quick_word_address     (const ClinchQuickText *text,
                                     guint                  at,
                                     guint                  end);

/**
 * clinch_quick_word_marker:
 * @text: a text
 * @at: where to look
 * @end: where to stop
 *
 * Returns: characters recognised that announce a next step (下一步, next step:), a colon included
 */
guint clinch_quick_word_marker      (const ClinchQuickText *text,
                                     guint                  at,
                                     guint                  end);

/**
 * clinch_quick_word_intent:
 * @text: a text
 * @at: where to look
 * @end: where to stop
 *
 * Returns: characters recognised that say that something is still to come (计划, 约, will)
 */
guint clinch_quick_word_intent      (const ClinchQuickText *text,
                                     guint                  at,
                                     guint                  end);

/**
 * clinch_quick_word_done:
 * @text: a text
 * @at: where to look
 * @end: where to stop
 *
 * Returns: characters recognised that say that something has happened (了, 已, met)
 */
guint clinch_quick_word_done        (const ClinchQuickText *text,
                                     guint                  at,
                                     guint                  end);

/**
 * clinch_quick_word_lead:
 * @text: a text
 * @at: where to look
 * @end: where to stop
 *
 * Returns: characters recognised that may stand before a next step without being part of it (我, 然后,
 *   will, to)
 */
guint clinch_quick_word_lead        (const ClinchQuickText *text,
                                     guint                  at,
                                     guint                  end);

/**
 * clinch_quick_word_stop:
 * @text: a text
 * @at: where to look
 * @end: where to stop
 *
 * Returns: characters recognised of a word of daily business that names no customer by itself (方案,
 *   客户, 科技)
 */
guint clinch_quick_word_stop        (const ClinchQuickText *text,
                                     guint                  at,
                                     guint                  end);

/**
 * clinch_quick_word_place:
 * @text: a text
 * @at: where to look
 * @end: where to stop
 *
 * Returns: characters recognised of a province or large city, 省 and 市 included
 */
guint clinch_quick_word_place       (const ClinchQuickText *text,
                                     guint                  at,
                                     guint                  end);

/**
 * clinch_quick_word_is_function:
 * @c: a character
 *
 * Returns: %TRUE for a Chinese character that is hardly ever part of a name (的, 了, 吗)
 */
gboolean clinch_quick_word_is_function (gunichar            c);

/**
 * clinch_quick_word_is_particle:
 * @c: a character
 *
 * Returns: %TRUE for a surname that is far more often a small word (和, 向, 从)
 */
gboolean clinch_quick_word_is_particle (gunichar            c);

G_END_DECLS
