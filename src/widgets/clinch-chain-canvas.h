// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-map-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_CHAIN_CANVAS (clinch_chain_canvas_get_type ())

/**
 * ClinchChainCanvas:
 *
 * The cards and lines of #ClinchChainMapData, at some zoom. It is one stop of the Tab key; arrows
 * walk from card to card: up to whom somebody reports to, down to who reports to them, sideways
 * along the layer.
 *
 * Signals: “activated” (int64): a person is to be opened. “menu” (int64, GtkWidget): the menu of a
 * person is asked for, at that card. “moved” (int64, int64): one person was dropped on another.
 */
G_DECLARE_FINAL_TYPE (ClinchChainCanvas, clinch_chain_canvas, CLINCH, CHAIN_CANVAS, GtkWidget)

GtkWidget *clinch_chain_canvas_new      (void) G_GNUC_WARN_UNUSED_RESULT;

void       clinch_chain_canvas_set_data (ClinchChainCanvas  *self,
                                         ClinchChainMapData *data);
void       clinch_chain_canvas_set_zoom (ClinchChainCanvas  *self,
                                         double              zoom);
/* The size at a zoom of 1, without the margin. */
void       clinch_chain_canvas_get_size (ClinchChainCanvas  *self,
                                         double             *width,
                                         double             *height);

/* Where who stands highest lies, at a zoom of 1, without the margin; %NULL if nobody is there. */
const ClinchBox *clinch_chain_canvas_get_top (ClinchChainCanvas *self);

/* The card of a person, NULL if they are not there. */
GtkWidget *clinch_chain_canvas_get_card (ClinchChainCanvas  *self,
                                         gint64              id);

/* Around the map, at any zoom. */
#define CLINCH_CHAIN_CANVAS_MARGIN 16

G_END_DECLS
