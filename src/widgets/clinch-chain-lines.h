// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-face.h"
#include "clinch-chain-layout.h"

G_BEGIN_DECLS

/* The lines of a map, on the screen and on paper alike. */

/* Lays out the people of @data, whose cards are @faces. */
ClinchChainLayout *clinch_chain_lines_lay_out (ClinchChainMapData       *data,
                                               GPtrArray                *faces,
                                               gboolean                  rtl)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* Draws reporting lines, and lines of influence with arrows and the word for each. */
void               clinch_chain_lines_draw    (const ClinchChainLayout  *layout,
                                               ClinchChainMapData       *data,
                                               const ClinchChartSheet   *sheet,
                                               cairo_t                  *cr);

/* The stroke that stands for a kind of line, from left to right, for a legend. */
void               clinch_chain_lines_sample  (cairo_t                  *cr,
                                               const ClinchChartSheet   *sheet,
                                               ClinchChainLineKind       kind,
                                               double                    x,
                                               double                    y,
                                               double                    width);

G_END_DECLS
