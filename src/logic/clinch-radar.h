// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-box.h"

#include <glib.h>

G_BEGIN_DECLS

#define CLINCH_RADAR_MAX_AXES 24
#define CLINCH_RADAR_MAX_SERIES 3
#define CLINCH_RADAR_MAX_RINGS 5

/**
 * ClinchRadarFit:
 * @max_width: how wide a label may be; it wraps, and at last ends with an ellipsis
 * @max_lines: into how many lines it may wrap
 * @with_value: whether there is room for the value behind the name
 *
 * How labels are to be set.
 */
typedef struct
{
  double   max_width;
  int      max_lines;
  gboolean with_value;
} ClinchRadarFit;

/**
 * ClinchRadarMeasure:
 * @axis: whose label
 * @fit: how it would be set
 * @width: (out): what it needs, at most @fit's
 * @height: (out): what it needs
 * @data: what the caller gave
 *
 * Measures a label. The same question gets the same answer.
 */
typedef void (*ClinchRadarMeasure) (guint                 axis,
                                    const ClinchRadarFit *fit,
                                    double               *width,
                                    double               *height,
                                    gpointer              data);

/**
 * ClinchRadarSpec:
 * @n_axes: 0 to %CLINCH_RADAR_MAX_AXES; more are left out. A shape needs three
 * @room: where the picture goes
 * @gap: between the outer ring and the labels, more than 0
 * @rtl: whether axes follow each other against the clock
 * @measure: measures labels
 * @data: for @measure
 */
typedef struct
{
  guint              n_axes;
  ClinchBox          room;
  double             gap;
  gboolean           rtl;
  ClinchRadarMeasure measure;
  gpointer           data;
} ClinchRadarSpec;

/**
 * ClinchRadarLabel:
 * @box: where it goes
 * @shown: whether there is room for it; every one of a few axes has
 * @align: 0 its text begins at the left edge of the box, 0.5 is centred, 1 ends at the right
 * @has_leader: whether it stands so far from its axis that a line should lead there
 * @leader: the line, from the axis to the label
 */
typedef struct
{
  ClinchBox   box;
  gboolean    shown;
  double      align;
  gboolean    has_leader;
  ClinchPoint leader[2];
} ClinchRadarLabel;

/**
 * ClinchRadarLayout:
 * @n_axes: how many axes there are
 * @center: where they begin
 * @radius: how long they are
 * @directions: unit vectors, the first upwards
 * @fit: how labels are to be set
 * @labels: where they go
 * @n_rings: how many rings there is room for
 * @rings: their values, 0 to 100, the outermost last
 */
typedef struct
{
  guint            n_axes;
  ClinchPoint      center;
  double           radius;
  ClinchPoint      directions[CLINCH_RADAR_MAX_AXES];
  ClinchRadarFit   fit;
  ClinchRadarLabel labels[CLINCH_RADAR_MAX_AXES];
  guint            n_rings;
  double           rings[CLINCH_RADAR_MAX_RINGS];
} ClinchRadarLayout;

/**
 * ClinchRadarValue:
 * @value: 0 to 100; what lies outside is drawn at the limit
 * @known: whether there is a value
 * @stale: whether it is too old to be relied on
 */
typedef struct
{
  double   value;
  gboolean known;
  gboolean stale;
} ClinchRadarValue;

/**
 * ClinchRadarVertex:
 * @point: where it lies
 * @known: unknown ones are hollow; they lie between their known neighbours, or half way out if
 * nothing is known
 * @solid_edge: whether it and the next vertex are known, so that the edge between them is solid
 */
typedef struct
{
  ClinchPoint point;
  gboolean    known;
  gboolean    solid_edge;
} ClinchRadarVertex;

/**
 * clinch_radar_arrange:
 * @spec: what is to be drawn
 * @layout: (out caller-allocates): where everything goes
 *
 * Arranges axes, rings and labels. Labels that are shown overlap neither each other nor the circle
 * around the axes, and stay in the room. The larger a picture the better: labels wrap, end with an
 * ellipsis and move along the circle before it becomes too small, and only when that does not do
 * every second or third is left out.
 */
void        clinch_radar_arrange   (const ClinchRadarSpec   *spec,
                                    ClinchRadarLayout       *layout);

/**
 * clinch_radar_point:
 * @layout: an arrangement
 * @axis: which axis
 * @value: 0 to 100
 *
 * Returns: where the value lies on the axis
 */
ClinchPoint clinch_radar_point     (const ClinchRadarLayout *layout,
                                    guint                    axis,
                                    double                   value);

/**
 * clinch_radar_shape:
 * @layout: an arrangement
 * @values: (array): a value for each axis
 * @vertices: (array) (out caller-allocates): a vertex for each axis
 *
 * Places the polygon of one series.
 */
void        clinch_radar_shape     (const ClinchRadarLayout *layout,
                                    const ClinchRadarValue  *values,
                                    ClinchRadarVertex       *vertices);

/**
 * clinch_radar_find_axis:
 * @layout: an arrangement
 * @x: where, from the left
 * @y: where, from above
 *
 * Returns: the axis whose label or sector is there, or -1
 */
int         clinch_radar_find_axis (const ClinchRadarLayout *layout,
                                    double                   x,
                                    double                   y);

G_END_DECLS
