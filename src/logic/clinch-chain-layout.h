// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-box.h"

#include <glib.h>

G_BEGIN_DECLS

/* Lengths are in pixels of the map at its natural size. The origin is the upper left corner. */

#define CLINCH_LINE_MAX_POINTS 6

/**
 * ClinchLine:
 * @n_points: how many points it has, 0 if there is no line
 * @points: from one end to the other
 *
 * A line of straight pieces.
 */
typedef struct
{
  int         n_points;
  ClinchPoint points[CLINCH_LINE_MAX_POINTS];
} ClinchLine;

/**
 * ClinchLayoutNode:
 * @id: key of a person
 * @reports_to: key of whom they report to, 0 for nobody
 * @width: width of the card
 * @height: height of the card
 */
typedef struct
{
  gint64 id;
  gint64 reports_to;
  double width;
  double height;
} ClinchLayoutNode;

/**
 * ClinchLayoutOptions:
 * @sibling_gap: between cards side by side, more than 0
 * @layer_gap: between a card and those who report to it, not less than @sibling_gap
 * @tree_gap: between trees
 * @stack_from: so many people below one, none of whom has anybody below, stand in columns instead
 *   of a long row; 0 for never
 * @row_width: trees stand side by side up to this width; 0 for a map in the form of a screen
 * @rtl: whether the map is read from right to left
 */
typedef struct
{
  double   sibling_gap;
  double   layer_gap;
  double   tree_gap;
  int      stack_from;
  double   row_width;
  gboolean rtl;
} ClinchLayoutOptions;

/**
 * ClinchChainLayout:
 * @n: how many people
 * @rects: (array length=n): where each stands
 * @reports: (array length=n): the line from whom each reports to, down to it; none for those on top
 * @width: of the whole map
 * @height: of the whole map
 * @clearance: how far lines keep from cards they have nothing to do with
 */
typedef struct
{
  int         n;
  ClinchBox *rects;
  ClinchLine *reports;
  double      width;
  double      height;
  double      clearance;
} ClinchChainLayout;

/**
 * clinch_layout_options:
 *
 * What a map begins with: gaps of 24, 56 and 48, columns from five people on. Own default.
 */
extern const ClinchLayoutOptions clinch_layout_options;

/**
 * clinch_chain_layout_new:
 * @nodes: (array length=n_nodes): the people; siblings and trees keep this order, but for people
 *   without anybody above or below, who come last
 * @n_nodes: how many
 * @options: gaps and form
 *
 * Lays out the reporting lines: everybody a layer below whom they report to, who stands in the
 * middle above them. No two cards come nearer than the sibling gap, and no reporting line crosses a
 * card or another tree. The same people always make the same map. In a map that is read from right
 * to left everything is mirrored. A cycle is cut at its first member.
 *
 * Returns: (transfer full): the map
 */
ClinchChainLayout *clinch_chain_layout_new   (const ClinchLayoutNode    *nodes,
                                              gsize                      n_nodes,
                                              const ClinchLayoutOptions *options)
                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_layout_free:
 * @layout: (transfer full): a map
 *
 * Frees it.
 */
void               clinch_chain_layout_free  (ClinchChainLayout         *layout);

/**
 * clinch_chain_layout_route:
 * @layout: a map
 * @from: index of a person
 * @to: index of another one
 *
 * A line of influence: straight where no card is in between, else around the cards, by the shortest
 * way that has two bends at each end at the most. It keeps off the middle of the cards, where
 * reporting lines are, and off the line that goes the other way. Where there is no free way it is
 * straight.
 *
 * Returns: the line from the edge of one card to the edge of the other; none from a person to
 *   themselves
 */
ClinchLine         clinch_chain_layout_route (const ClinchChainLayout   *layout,
                                              int                        from,
                                              int                        to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchChainLayout, clinch_chain_layout_free)

G_END_DECLS
