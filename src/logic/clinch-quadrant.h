// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-box.h"
#include "clinch-scale.h"

#include <glib.h>

G_BEGIN_DECLS

/* Corners are made of these bits: 0 is low in both. */
#define CLINCH_QUADRANT_HIGH_X 1
#define CLINCH_QUADRANT_HIGH_Y 2
#define CLINCH_QUADRANT_N_CORNERS 4

/**
 * ClinchQuadrantText:
 * @CLINCH_QUADRANT_TEXT_X_TICK: the text of a value on the horizontal axis
 * @CLINCH_QUADRANT_TEXT_Y_TICK: the text of a value on the vertical axis
 * @CLINCH_QUADRANT_TEXT_CORNER: the name of a corner
 * @CLINCH_QUADRANT_TEXT_POINT: the name of a point
 */
typedef enum
{
  CLINCH_QUADRANT_TEXT_X_TICK,
  CLINCH_QUADRANT_TEXT_Y_TICK,
  CLINCH_QUADRANT_TEXT_CORNER,
  CLINCH_QUADRANT_TEXT_POINT,
} ClinchQuadrantText;

/**
 * ClinchQuadrantMeasure:
 * @text: what kind of text
 * @index: which tick, corner or point
 * @max_width: how wide it may be; it ends with an ellipsis
 * @width: (out): what it needs
 * @height: (out): what it needs
 * @data: what the caller gave
 *
 * Measures a text.
 */
typedef void (*ClinchQuadrantMeasure) (ClinchQuadrantText  text,
                                       guint               index,
                                       double              max_width,
                                       double             *width,
                                       double             *height,
                                       gpointer            data);

/**
 * ClinchQuadrantSpec:
 * @points: (array length=n_points): values, in the order in which they deserve a name
 * @n_points: how many
 * @x: the horizontal scale
 * @y: the vertical scale
 * @x_threshold: from which on a value counts as high
 * @y_threshold: the same for the vertical axis
 * @room: where the picture goes
 * @radius: of the mark of a point, more than 0
 * @gap: between texts and what they belong to
 * @rtl: whether the horizontal axis runs to the left
 * @measure: measures texts
 * @data: for @measure
 */
typedef struct
{
  const ClinchPoint    *points;
  guint                 n_points;
  ClinchScale           x;
  ClinchScale           y;
  double                x_threshold;
  double                y_threshold;
  ClinchBox             room;
  double                radius;
  double                gap;
  gboolean              rtl;
  ClinchQuadrantMeasure measure;
  gpointer              data;
} ClinchQuadrantSpec;

/**
 * ClinchQuadrantLabel:
 * @box: where it goes
 * @shown: whether there is room for it
 */
typedef struct
{
  ClinchBox box;
  gboolean  shown;
} ClinchQuadrantLabel;

/**
 * ClinchQuadrantCluster:
 * @center: where it lies
 * @radius: how large it is
 * @first: of its points in the members of the layout
 * @n_points: how many points lie there
 * @corner: in which corner
 * @label: the name, for some of those that are a single point
 *
 * Points so near to each other that they would cover each other. They are of the same corner.
 */
typedef struct
{
  ClinchPoint         center;
  double              radius;
  guint               first;
  guint               n_points;
  guint               corner;
  ClinchQuadrantLabel label;
} ClinchQuadrantCluster;

/**
 * ClinchQuadrantLayout:
 * @plot: where the points are
 * @threshold: where the thresholds cross
 * @x_ticks: texts of the ticks of the horizontal scale
 * @y_ticks: texts of the ticks of the vertical scale
 * @corners: names of the corners
 * @counts: how many points lie in each
 * @clusters: (array length=n_clusters): from the beginning of the horizontal axis on
 * @n_clusters: how many
 * @members: (array): indexes of points, cluster after cluster
 */
typedef struct
{
  ClinchBox              plot;
  ClinchPoint            threshold;
  ClinchQuadrantLabel    x_ticks[CLINCH_SCALE_MAX_TICKS];
  ClinchQuadrantLabel    y_ticks[CLINCH_SCALE_MAX_TICKS];
  ClinchQuadrantLabel    corners[CLINCH_QUADRANT_N_CORNERS];
  guint                  counts[CLINCH_QUADRANT_N_CORNERS];
  ClinchQuadrantCluster *clusters;
  guint                  n_clusters;
  guint                 *members;
} ClinchQuadrantLayout;

/**
 * clinch_quadrant_corner:
 * @point: a pair of values
 * @x_threshold: from which on the first is high
 * @y_threshold: from which on the second is high
 *
 * Returns: the corner it lies in
 */
guint       clinch_quadrant_corner       (const ClinchPoint          *point,
                                          double                      x_threshold,
                                          double                      y_threshold);

/**
 * clinch_quadrant_arrange:
 * @spec: what is to be drawn
 * @layout: (out caller-allocates): where everything goes; clear it with clinch_quadrant_clear()
 *
 * Arranges a scatter of points with two thresholds. The work grows with the number of points and
 * with the area, not with their product. No texts of one kind overlap each other, and names of
 * points cover neither points nor the names of corners.
 */
void        clinch_quadrant_arrange      (const ClinchQuadrantSpec   *spec,
                                          ClinchQuadrantLayout       *layout);

/**
 * clinch_quadrant_clear:
 * @layout: an arrangement
 */
void        clinch_quadrant_clear        (ClinchQuadrantLayout       *layout);

/**
 * clinch_quadrant_place:
 * @spec: what is drawn
 * @layout: its arrangement
 * @x: a value
 * @y: another
 *
 * Returns: where they meet
 */
ClinchPoint clinch_quadrant_place        (const ClinchQuadrantSpec   *spec,
                                          const ClinchQuadrantLayout *layout,
                                          double                      x,
                                          double                      y);

/**
 * clinch_quadrant_find:
 * @layout: an arrangement
 * @x: where, from the left
 * @y: where, from above
 * @reach: how far beside a cluster still counts
 *
 * Returns: the nearest cluster there, or -1
 */
int         clinch_quadrant_find         (const ClinchQuadrantLayout *layout,
                                          double                      x,
                                          double                      y,
                                          double                      reach);

/**
 * clinch_quadrant_neighbour:
 * @layout: an arrangement
 * @cluster: where one is
 * @direction: -1 upwards, 1 downwards
 *
 * Returns: the cluster above or below that one would go to, @cluster itself if there is none
 */
int         clinch_quadrant_neighbour    (const ClinchQuadrantLayout *layout,
                                          int                         cluster,
                                          int                         direction);

G_END_DECLS
