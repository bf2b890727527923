// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-quick-entry.h"
#include "clinch-quick-text.h"

G_BEGIN_DECLS

/**
 * ClinchQuickMention:
 * @start: first character
 * @end: past the last
 * @index: which record of its array in the context
 * @score: 0 to 100, how sure it is that this record is named
 */
typedef struct
{
  guint start;
  guint end;
  guint index;
  int   score;
} ClinchQuickMention;

/**
 * clinch_quick_names_find_exact:
 * @text: a text; what is found is marked as a name
 * @context: what it can mean
 * @contacts: (out) (transfer full) (element-type ClinchQuickMention): contacts whose whole name
 *   stands there, or one word of a name of several words
 * @opportunities: (out) (transfer full) (element-type ClinchQuickMention): the same for
 *   opportunities
 * @customers: (out) (transfer full) (element-type ClinchQuickMention): the same for customers, by
 *   name, short name or the name without its legal form
 *
 * The names that stand in a text as they are. To be found before anything else, so that 微信支付 is no
 * message and 明天控股 not tomorrow.
 */
void clinch_quick_names_find_exact         (ClinchQuickText          *text,
                                            const ClinchQuickContext *context,
                                            GArray                  **contacts,
                                            GArray                  **opportunities,
                                            GArray                  **customers);

/**
 * clinch_quick_names_find_short:
 * @text: a text that was scanned
 * @context: what it can mean
 * @customers: (element-type ClinchQuickMention): where to add
 *
 * The customers that a part or an abbreviation of their name points at: 海康 for 杭州海康威视数字技术股份有限公司, 杭钢
 * for 杭州钢铁集团有限公司, Acme for Acme Industries Ltd, IBM for International Business Machines. Words that
 * were recognised as something else, places and words of daily business alone point at nobody.
 */
void clinch_quick_names_find_short         (const ClinchQuickText    *text,
                                            const ClinchQuickContext *context,
                                            GArray                   *customers);

/**
 * clinch_quick_names_score_opportunity:
 * @text: a text that was scanned
 * @start: first character
 * @end: past the last
 * @name: the name of an opportunity
 * @skip: (element-type ClinchQuickMention): customers and people named there, whose characters do
 *   not count
 * @where_start: (out): the first character that speaks for it
 * @where_end: (out): past the last
 *
 * Returns: 0 (nothing) to 100, how much that part of the text speaks of @name
 */
int  clinch_quick_names_score_opportunity  (const ClinchQuickText    *text,
                                            guint                     start,
                                            guint                     end,
                                            const char               *name,
                                            const GArray             *skip,
                                            guint                    *where_start,
                                            guint                    *where_end);

G_END_DECLS
