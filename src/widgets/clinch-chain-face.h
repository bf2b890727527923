// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-box.h"
#include "clinch-chain-map-data.h"
#include "clinch-chart-ink.h"

G_BEGIN_DECLS

/**
 * ClinchChainFace:
 *
 * What a person's card looks like, on the screen and on paper alike. Its size says how much the
 * person's word weighs, its stripe and sign whether they are for us, its edge how well we know
 * them. A placeholder is dashed and empty.
 */
typedef struct _ClinchChainFace ClinchChainFace;

/* Sheets of this size have text of the size of the window's. */
#define CLINCH_CHAIN_SHEET_SIZE 560

ClinchChainFace *clinch_chain_face_new      (const ClinchChainMapNode *node,
                                             const ClinchChartSheet   *sheet)
                                             G_GNUC_WARN_UNUSED_RESULT;
void             clinch_chain_face_free     (ClinchChainFace          *self);

void             clinch_chain_face_get_size (const ClinchChainFace    *self,
                                             double                   *width,
                                             double                   *height);

/* Draws the card with its upper left corner at a place. */
void             clinch_chain_face_draw     (const ClinchChainFace    *self,
                                             const ClinchChartSheet   *sheet,
                                             cairo_t                  *cr,
                                             double                    x,
                                             double                    y);

/* The sign that stands for a support, in its colour, about a point. */
void             clinch_chain_face_sign     (cairo_t                  *cr,
                                             const ClinchChartSheet   *sheet,
                                             ClinchSupport             support,
                                             double                    radius,
                                             double                    x,
                                             double                    y);

/* The edge that stands for a coverage, of a card or, in a legend, of a small box. */
void             clinch_chain_face_edge     (cairo_t                  *cr,
                                             const ClinchChartSheet   *sheet,
                                             gboolean                  known,
                                             ClinchCoverage            coverage,
                                             const ClinchBox          *box,
                                             double                    radius);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchChainFace, clinch_chain_face_free)

G_END_DECLS
