// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchSearchHit:
 * @kind: kind of the record
 * @id: its key
 * @title: its name, or the beginning of its text
 * @subtitle: (nullable): what it belongs to: the customer of an opportunity or contact, customer
 *   and opportunity of a follow-up
 * @snippet: (nullable): the place in its text where the words occur
 * @at: when it was, for follow-ups; Unix seconds, else 0
 */
typedef struct
{
  ClinchKind kind;
  gint64 id;
  char *title;
  char *subtitle;
  char *snippet;
  gint64 at;
} ClinchSearchHit;

/**
 * clinch_search_hit_free:
 * @hit: a hit
 */
void       clinch_search_hit_free (ClinchSearchHit  *hit);

/**
 * clinch_search_run:
 * @db: a connection
 * @text: what the user typed: words, Chinese of any length, pinyin or its initials
 * @limit: how many hits of names, and of texts, at the most
 * @error: where the reason goes
 *
 * Searches everything that lives: first names (customers, opportunities, contacts, members), whole
 * matches before partial ones, then texts, newest first.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchSearchHit): the hits, none for a text
 *   without words
 */
GPtrArray *clinch_search_run      (ClinchDb         *db,
                                   const char       *text,
                                   int               limit,
                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchSearchHit, clinch_search_hit_free)

G_END_DECLS
