// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-search.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_SEARCH_ROW (clinch_search_row_get_type ())

/**
 * ClinchSearchRow:
 *
 * One hit of a search: what it is called, what it belongs to and where the words occur, with the
 * words in bold.
 */
G_DECLARE_FINAL_TYPE (ClinchSearchRow, clinch_search_row, CLINCH, SEARCH_ROW, GtkListBoxRow)

/* @hit is copied from; @query marks its words, %NULL marks nothing. */
GtkWidget  *clinch_search_row_new       (const ClinchSearchHit *hit,
                                         const char            *query);
ClinchKind  clinch_search_row_get_kind  (ClinchSearchRow       *self);
gint64      clinch_search_row_get_id    (ClinchSearchRow       *self);

/* What a screen reader says when it is chosen. */
const char *clinch_search_row_get_label (ClinchSearchRow       *self);

G_END_DECLS
