// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-map-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_CHAIN_MAP (clinch_chain_map_get_type ())

/**
 * ClinchChainMap:
 *
 * A decision map: cards that can be walked with the keyboard, opened, and dragged onto each other;
 * to be scrolled and zoomed.
 *
 * Keyboard: arrows walk the map, Return opens, Menu and Shift+F10 open the menu of a card;
 * Ctrl and +, -, 0 zoom, Ctrl+9 fits all of the map in, which at first is no smaller than can be
 * read. Ctrl and the wheel zoom as well.
 *
 * Signals: “activated” (int64): a person is to be opened. “menu” (int64, GtkWidget): the menu of a
 * person is asked for, at that card. “moved” (int64, int64): the first person was dropped on the
 * second.
 *
 * Actions: `map.zoom-in`, `map.zoom-out`, `map.zoom-reset`, `map.zoom-fit`, `map.save`, `map.copy`,
 * `map.print`.
 */
G_DECLARE_FINAL_TYPE (ClinchChainMap, clinch_chain_map, CLINCH, CHAIN_MAP, GtkWidget)

GtkWidget *clinch_chain_map_new      (void) G_GNUC_WARN_UNUSED_RESULT;

void       clinch_chain_map_set_data (ClinchChainMap     *self,
                                      ClinchChainMapData *data);

double     clinch_chain_map_get_zoom (ClinchChainMap     *self);

/* The card of a person, NULL if they are not there. */
GtkWidget *clinch_chain_map_get_card (ClinchChainMap     *self,
                                      gint64              id);

G_END_DECLS
