// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chain-face.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_CHAIN_CARD (clinch_chain_card_get_type ())

/**
 * ClinchChainCard:
 *
 * A person on the map. Click, Return and Space emit `activate`; Menu, Shift+F10 and the secondary
 * button emit `menu`. It can be dragged, as the 64-bit id of the person.
 */
G_DECLARE_FINAL_TYPE (ClinchChainCard, clinch_chain_card, CLINCH, CHAIN_CARD, GtkWidget)

GtkWidget             *clinch_chain_card_new      (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows a person of @data as the sheet has it. */
void                   clinch_chain_card_show     (ClinchChainCard        *self,
                                                   ClinchChainMapData     *data,
                                                   guint                   index,
                                                   const ClinchChartSheet *sheet);
gint64                 clinch_chain_card_get_id   (ClinchChainCard        *self);
const ClinchChainFace *clinch_chain_card_get_face (ClinchChainCard        *self);

G_END_DECLS
