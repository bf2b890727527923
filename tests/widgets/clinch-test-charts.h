// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-bar-data.h"
#include "clinch-chain-map-data.h"
#include "clinch-quadrant-data.h"
#include "clinch-radar-data.h"

G_BEGIN_DECLS

/* Values of a customer, with unknown and stale ones among them; @chinese picks the language of the
 * labels. */
ClinchRadarData *clinch_test_radar_new (guint    n_axes,
                                        guint    n_series,
                                        gboolean chinese) G_GNUC_WARN_UNUSED_RESULT;

/* Customers by open value and follow-ups, the same for the same @n. */
ClinchQuadrantData *clinch_test_quadrant_new (guint    n,
                                              gboolean chinese) G_GNUC_WARN_UNUSED_RESULT;

/* What was won in each of @n years, and what is expected of this one; a year without anything and
 * one that exceeds all others among them. */
ClinchBarData *clinch_test_bars_new (guint    n,
                                     gboolean chinese) G_GNUC_WARN_UNUSED_RESULT;

/* @n people in a tree of three below each, with every scale and every kind of line in it. Ids count
 * from 1. */
ClinchChainMapData *clinch_test_chain_new (guint    n,
                                           gboolean chinese) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
