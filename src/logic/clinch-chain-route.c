// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-chain-layout.h"

#include <math.h>

/* Tries the ways that a person would draw: out of the upper or lower edge of a card into the gap
 * beside it, along it to a free column, along that to the gap at the other card, and in. Takes the
 * shortest that no card is in the way of. */

/* The two cards themselves may be touched, not crossed. */
#define TOUCH 1.0

typedef struct
{
  const ClinchChainLayout *layout;
  int from;
  int to;
  double shift;       /* how far from its middle a line meets a card */
  ClinchLine best;
  double best_length;
} Route;

/* Cuts the part [@enter, @leave] of a segment down to where it is between @low and @high on one
 * axis. */
static gboolean
clip_axis (double  start,
           double  delta,
           double  low,
           double  high,
           double *enter,
           double *leave)
{
  double first;
  double second;

  if (fabs (delta) < 1e-9)
    return start > low && start < high;

  first = (low - start) / delta;
  second = (high - start) / delta;
  *enter = MAX (*enter, MIN (first, second));
  *leave = MIN (*leave, MAX (first, second));

  return *enter < *leave;
}

static gboolean
crosses (ClinchPoint      a,
         ClinchPoint      b,
         const ClinchBox *rect,
         double           margin)
{
  double enter = 0;
  double leave = 1;

  return clip_axis (a.x, b.x - a.x, rect->x - margin, rect->x + rect->width + margin, &enter,
                    &leave)
         && clip_axis (a.y, b.y - a.y, rect->y - margin, rect->y + rect->height + margin, &enter,
                       &leave);
}

static gboolean
is_free (const Route      *route,
         const ClinchLine *line)
{
  for (int i = 0; i < route->layout->n; i++)
    {
      gboolean own = i == route->from || i == route->to;
      double margin = own ? -TOUCH : route->layout->clearance / 2;

      for (int j = 1; j < line->n_points; j++)
        {
          if (crosses (line->points[j - 1], line->points[j], &route->layout->rects[i], margin))
            return FALSE;
        }
    }

  return TRUE;
}

static double
length_of (const ClinchLine *line)
{
  double length = 0;

  for (int j = 1; j < line->n_points; j++)
    length += hypot (line->points[j].x - line->points[j - 1].x,
                     line->points[j].y - line->points[j - 1].y);

  return length;
}

/* Adds a point unless the line is there already. */
static void
extend (ClinchLine *line,
        double      x,
        double      y)
{
  const ClinchPoint *last = line->n_points > 0 ? &line->points[line->n_points - 1] : NULL;

  if (last == NULL || fabs (last->x - x) > 1e-6 || fabs (last->y - y) > 1e-6)
    line->points[line->n_points++] = (ClinchPoint) { x, y };
}

static double
edge_of (const ClinchBox *rect,
         gboolean         below)
{
  return below ? rect->y + rect->height : rect->y;
}

static void
try_way (Route   *route,
         gboolean from_below,
         gboolean to_below,
         double   column)
{
  const ClinchBox *from = &route->layout->rects[route->from];
  const ClinchBox *to = &route->layout->rects[route->to];
  double clearance = route->layout->clearance;
  double out = edge_of (from, from_below);
  double in = edge_of (to, to_below);
  double from_x = from->x + from->width / 2 + route->shift;
  double to_x = to->x + to->width / 2 + route->shift;
  double from_gap = out + (from_below ? clearance : -clearance);
  double to_gap = in + (to_below ? clearance : -clearance);
  ClinchLine line = { 0, };
  double length;

  extend (&line, from_x, out);
  extend (&line, from_x, from_gap);
  extend (&line, column, from_gap);
  extend (&line, column, to_gap);
  extend (&line, to_x, to_gap);
  extend (&line, to_x, in);

  length = length_of (&line);
  if (length < route->best_length && is_free (route, &line))
    {
      route->best = line;
      route->best_length = length;
    }
}

static void
try_column (Route  *route,
            double  column)
{
  for (int sides = 0; sides < 4; sides++)
    try_way (route, (sides & 1) != 0, (sides & 2) != 0, column);
}

/* Where a line from the inside of @rect at @a towards @b leaves it. */
static ClinchPoint
leave_rect (const ClinchBox *rect,
            ClinchPoint      a,
            ClinchPoint      b)
{
  double enter = 0;
  double leave = 1;

  clip_axis (a.x, b.x - a.x, rect->x, rect->x + rect->width, &enter, &leave);
  clip_axis (a.y, b.y - a.y, rect->y, rect->y + rect->height, &enter, &leave);

  return (ClinchPoint) { a.x + (b.x - a.x) * leave, a.y + (b.y - a.y) * leave };
}

static ClinchLine
straight_line (const Route *route)
{
  const ClinchBox *from = &route->layout->rects[route->from];
  const ClinchBox *to = &route->layout->rects[route->to];
  ClinchPoint a = { from->x + from->width / 2 + route->shift, from->y + from->height / 2 };
  ClinchPoint b = { to->x + to->width / 2 + route->shift, to->y + to->height / 2 };
  ClinchLine line = { 0, };

  extend (&line, leave_rect (from, a, b).x, leave_rect (from, a, b).y);
  extend (&line, leave_rect (to, b, a).x, leave_rect (to, b, a).y);

  return line;
}

ClinchLine
clinch_chain_layout_route (const ClinchChainLayout *layout,
                           int                      from,
                           int                      to)
{
  Route route = { layout, from, to, 0, { 0, }, HUGE_VAL };
  ClinchLine straight = { 0, };

  if (from == to)
    return straight;

  route.shift = MIN (layout->rects[from].width, layout->rects[to].width) / 4;
  if (from > to)
    route.shift = -route.shift;

  straight = straight_line (&route);
  if (is_free (&route, &straight))
    return straight;

  try_column (&route, layout->rects[from].x + layout->rects[from].width / 2 + route.shift);
  try_column (&route, layout->rects[to].x + layout->rects[to].width / 2 + route.shift);
  for (int i = 0; i < layout->n; i++)
    {
      const ClinchBox *rect = &layout->rects[i];

      try_column (&route, rect->x - layout->clearance);
      try_column (&route, rect->x + rect->width + layout->clearance);
    }

  return route.best.n_points > 0 ? route.best : straight;
}
