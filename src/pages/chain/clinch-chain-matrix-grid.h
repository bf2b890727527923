// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-decision-chain.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_CHAIN_MATRIX_GRID (clinch_chain_matrix_grid_get_type ())

/**
 * ClinchChainMatrixGrid:
 *
 * Our people against theirs: how warm each pair is, as a figure and as a shade, and when the two
 * were last in touch. It is one stop of the Tab key; arrows go from cell to cell, and Enter does
 * the one step about a pair.
 */
G_DECLARE_FINAL_TYPE (ClinchChainMatrixGrid, clinch_chain_matrix_grid, CLINCH, CHAIN_MATRIX_GRID,
                      AdwBin)

GtkWidget *clinch_chain_matrix_grid_new  (void) G_GNUC_WARN_UNUSED_RESULT;

void       clinch_chain_matrix_grid_show (ClinchChainMatrixGrid     *self,
                                          const ClinchDecisionChain *chain,
                                          gint64                     me,
                                          gboolean                   can_write);

G_END_DECLS
