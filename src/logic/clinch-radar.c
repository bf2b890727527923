// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

/* The geometry of a radar chart.
 *
 * A label has its natural place beside the end of its axis. The first one stands above the
 * picture, the one opposite below it, the others in a column on either side. Within a column,
 * labels that would overlap are moved up and down as little as possible (the least sum of
 * squares), and each then goes as near to the circle as its height allows. So no two of them can
 * overlap: those of a column are one below the other, the columns are apart, and both lie between
 * the upper and the lower label.
 *
 * How large the circle can be depends on how labels are set, and the other way round: the ways of
 * setting them are tried from the roomiest to the tightest, until the circle has a decent size. */

#include "config.h"

#include "clinch-radar.h"

#include <math.h>

#define STEPS 40
#define REFINEMENTS 6
#define SPACING 1.0
#define UPRIGHT 0.001
#define UNKNOWN_VALUE 50.0

/* Shares are of the width of the room and, for the least radius, of half of its shorter side. */
static const struct
{
  double   width;
  int      max_lines;
  gboolean with_value;
  double   min_radius;
} attempts[] = {
  { 0.30, 2, TRUE, 0.78 },
  { 0.24, 2, TRUE, 0.70 },
  { 0.20, 2, TRUE, 0.60 },
  { 0.24, 2, FALSE, 0.54 },
  { 0.20, 2, FALSE, 0.46 },
  { 0.20, 1, FALSE, 0.46 },
  { 0.17, 1, FALSE, 0.40 },
  { 0.14, 1, FALSE, 0.0 },
};

typedef struct
{
  const ClinchRadarSpec *spec;
  ClinchRadarLayout *layout;
  guint stride;  /* every how many axes have a label */
  double lowest; /* how far down the shape reaches, as a share of the radius */
} Work;

static gboolean
is_upright (const ClinchPoint *direction)
{
  return fabs (direction->x) < UPRIGHT;
}

static void
set_directions (const ClinchRadarSpec *spec,
                ClinchRadarLayout     *layout)
{
  for (guint i = 0; i < layout->n_axes; i++)
    {
      double angle = 2 * G_PI * i / layout->n_axes;

      layout->directions[i].x = (spec->rtl ? -1 : 1) * sin (angle);
      layout->directions[i].y = -cos (angle);
    }
}

static void
measure_labels (Work *work)
{
  ClinchRadarLayout *layout = work->layout;

  for (guint i = 0; i < layout->n_axes; i++)
    {
      ClinchRadarLabel *label = &layout->labels[i];
      const ClinchPoint *direction = &layout->directions[i];
      ClinchRadarFit fit = layout->fit;

      *label = (ClinchRadarLabel) { .shown = i % work->stride == 0 };
      label->align = is_upright (direction) ? 0.5 : direction->x > 0 ? 0 : 1;
      /* What stands above or below has the room of both sides. */
      if (is_upright (direction))
        fit.max_width = MIN (fit.max_width * 2, work->spec->room.width);
      if (label->shown)
        work->spec->measure (i, &fit, &label->box.width, &label->box.height, work->spec->data);
    }
}

/* The height of the label that stands above (@side -1) or below (1) the circle, with its gap; a gap
 * alone if there is none. */
static double
measure_end (Work *work,
             int   side)
{
  for (guint i = 0; i < work->layout->n_axes; i++)
    {
      const ClinchRadarLabel *label = &work->layout->labels[i];

      if (label->shown && is_upright (&work->layout->directions[i])
          && work->layout->directions[i].y * side > 0)
        return label->box.height + work->spec->gap;
    }

  return work->spec->gap;
}

/* Moves boxes of @heights, whose upper edges would be at @tops in ascending order, so that they do
 * not overlap and lie between @low and @high: pools of neighbours move to the mean of where they
 * would be. */
static gboolean
spread (double       *tops,
        const double *heights,
        guint         n,
        double        low,
        double        high)
{
  double means[CLINCH_RADAR_MAX_AXES];
  guint sizes[CLINCH_RADAR_MAX_AXES];
  guint n_pools = 0;
  double offset = 0;

  for (guint i = 0; i < n; i++)
    {
      means[n_pools] = tops[i] - offset;
      sizes[n_pools++] = 1;
      while (n_pools > 1 && means[n_pools - 2] > means[n_pools - 1])
        {
          guint size = sizes[n_pools - 2] + sizes[n_pools - 1];

          means[n_pools - 2] = (means[n_pools - 2] * sizes[n_pools - 2]
                                + means[n_pools - 1] * sizes[n_pools - 1]) / size;
          sizes[n_pools - 2] = size;
          n_pools--;
        }
      offset += heights[i] + SPACING;
    }

  high -= MAX (offset - SPACING, 0);
  if (high < low)
    return FALSE;

  offset = 0;
  for (guint pool = 0, i = 0; pool < n_pools; pool++)
    for (guint k = 0; k < sizes[pool]; k++, i++)
      {
        tops[i] = CLAMP (means[pool], low, high) + offset;
        offset += heights[i] + SPACING;
      }

  return TRUE;
}

/* How far a box from @top to @bottom must keep from the centre line to lie outside of the circle.
 * */
static double
keep_off (const ClinchRadarLayout *layout,
          double                   reach,
          double                   top,
          double                   bottom)
{
  double dy = MAX (MAX (top - layout->center.y, layout->center.y - bottom), 0);

  return dy < reach ? sqrt (reach * reach - dy * dy) : 0;
}

static void
place_end_label (Work   *work,
                 guint   axis,
                 double  lift)
{
  ClinchRadarLayout *layout = work->layout;
  ClinchRadarLabel *label = &layout->labels[axis];
  double reach = layout->radius + work->spec->gap + lift;

  label->box.x = layout->center.x - label->box.width / 2;
  label->box.y = layout->directions[axis].y < 0 ? layout->center.y - reach - label->box.height
                 : layout->center.y + reach;
}

static void
set_leader (Work   *work,
            guint   axis,
            double  natural_top)
{
  ClinchRadarLayout *layout = work->layout;
  ClinchRadarLabel *label = &layout->labels[axis];
  const ClinchPoint *direction = &layout->directions[axis];
  double from = layout->radius + work->spec->gap * 0.3;
  double edge = direction->x > 0 ? label->box.x - 2 : label->box.x + label->box.width + 2;

  label->has_leader = fabs (label->box.y - natural_top) > label->box.height * 0.6;
  label->leader[0].x = layout->center.x + direction->x * from;
  label->leader[0].y = layout->center.y + direction->y * from;
  label->leader[1].x = edge;
  label->leader[1].y = label->box.y + label->box.height / 2;
}

/* The axes of one side that have a label, from above downwards. */
static guint
list_side (Work  *work,
           int    side,
           guint *axes)
{
  ClinchRadarLayout *layout = work->layout;
  guint n = 0;

  for (guint i = 0; i < layout->n_axes; i++)
    {
      guint axis = side * (work->spec->rtl ? -1 : 1) > 0 ? i : layout->n_axes - 1 - i;

      if (layout->labels[axis].shown && !is_upright (&layout->directions[axis])
          && layout->directions[axis].x * side > 0)
        axes[n++] = axis;
    }

  return n;
}

static gboolean
place_side (Work   *work,
            int     side,
            double  low,
            double  high)
{
  ClinchRadarLayout *layout = work->layout;
  double reach = layout->radius + work->spec->gap;
  guint axes[CLINCH_RADAR_MAX_AXES];
  double natural[CLINCH_RADAR_MAX_AXES];
  double tops[CLINCH_RADAR_MAX_AXES];
  double heights[CLINCH_RADAR_MAX_AXES];
  guint n = list_side (work, side, axes);

  for (guint i = 0; i < n; i++)
    {
      double y = layout->directions[axes[i]].y;

      heights[i] = layout->labels[axes[i]].box.height;
      natural[i] = layout->center.y + y * reach + (y - 1) * heights[i] / 2;
      tops[i] = natural[i];
    }
  if (!spread (tops, heights, n, low, high))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      ClinchBox *box = &layout->labels[axes[i]].box;
      double off = MAX (keep_off (layout, reach, tops[i], tops[i] + heights[i]),
                        work->spec->gap / 2);

      box->y = tops[i];
      box->x = side > 0 ? layout->center.x + off : layout->center.x - off - box->width;
      if (!clinch_box_holds (&work->spec->room, box))
        return FALSE;
      set_leader (work, axes[i], natural[i]);
    }

  return TRUE;
}

/* Places all labels, those above and below @lift farther out than they need be, so that the
 * columns get room. */
static gboolean
place_labels (Work   *work,
              double  lift)
{
  const ClinchBox *room = &work->spec->room;
  ClinchRadarLayout *layout = work->layout;
  double low = room->y;
  double high = room->y + room->height;

  for (guint i = 0; i < layout->n_axes; i++)
    {
      ClinchBox *box = &layout->labels[i].box;

      if (!layout->labels[i].shown || !is_upright (&layout->directions[i]))
        continue;
      place_end_label (work, i, lift);
      if (!clinch_box_holds (room, box))
        return FALSE;
      if (layout->directions[i].y < 0)
        low = box->y + box->height;
      else
        high = box->y;
    }

  return place_side (work, 1, low, high) && place_side (work, -1, low, high);
}

/* Places everything for a circle of @radius; %FALSE if it does not fit. */
static gboolean
place (Work   *work,
       double  radius)
{
  const ClinchBox *room = &work->spec->room;
  ClinchRadarLayout *layout = work->layout;
  double above = measure_end (work, -1);
  double slack = room->height - above - measure_end (work, 1) - radius * (1 + work->lowest);

  layout->radius = radius;
  layout->center.x = room->x + room->width / 2;
  layout->center.y = room->y + above + radius + slack / 2;

  return place_labels (work, 0) || place_labels (work, slack / 2);
}

/* The largest circle that the labels, as they are measured, leave room for; 0 if none. */
static double
find_radius (Work *work)
{
  const ClinchBox *room = &work->spec->room;
  double most = MIN (room->width / 2,
                     (room->height - measure_end (work, -1) - measure_end (work, 1))
                     / (1 + work->lowest));
  double step = most / STEPS;

  for (int i = STEPS; i >= 1; i--)
    {
      double good = i * step;
      double bad = good + step;

      if (most <= 0 || !place (work, good))
        continue;
      for (int k = 0; k < REFINEMENTS && i < STEPS; k++)
        {
          double middle = (good + bad) / 2;

          if (place (work, middle))
            good = middle;
          else
            bad = middle;
        }
      place (work, good);
      return good;
    }

  return 0;
}

static gboolean
try_fits (Work *work)
{
  const ClinchBox *room = &work->spec->room;
  double half = MIN (room->width, room->height) / 2;

  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      work->layout->fit.max_width = attempts[i].width * room->width;
      work->layout->fit.max_lines = attempts[i].max_lines;
      work->layout->fit.with_value = attempts[i].with_value;
      measure_labels (work);
      if (find_radius (work) > attempts[i].min_radius * half)
        return TRUE;
    }

  return FALSE;
}

static void
set_rings (ClinchRadarLayout *layout)
{
  layout->n_rings = layout->radius >= 120 ? 5 : layout->radius >= 60 ? 4 : 2;
  for (guint i = 0; i < layout->n_rings; i++)
    layout->rings[i] = 100.0 * (i + 1) / layout->n_rings;
}

void
clinch_radar_arrange (const ClinchRadarSpec *spec,
                      ClinchRadarLayout     *layout)
{
  Work work = { spec, layout, 1, 0 };

  *layout = (ClinchRadarLayout) { .n_axes = MIN (spec->n_axes, CLINCH_RADAR_MAX_AXES) };
  set_directions (spec, layout);
  for (guint i = 0; i < layout->n_axes; i++)
    work.lowest = MAX (work.lowest, layout->directions[i].y);

  while (!try_fits (&work) && work.stride < layout->n_axes)
    work.stride++;
  /* So tight that not even one label fits: the shape alone. */
  if (layout->radius <= 0 || work.stride >= MAX (layout->n_axes, 2))
    {
      work.stride = G_MAXUINT;
      for (guint i = 0; i < layout->n_axes; i++)
        layout->labels[i].shown = FALSE;
      find_radius (&work);
    }
  set_rings (layout);
}

ClinchPoint
clinch_radar_point (const ClinchRadarLayout *layout,
                    guint                    axis,
                    double                   value)
{
  double distance = layout->radius * CLAMP (value, 0, 100) / 100;

  return (ClinchPoint) {
    layout->center.x + layout->directions[axis].x * distance,
    layout->center.y + layout->directions[axis].y * distance,
  };
}

/* The value that an unknown axis is drawn at: on the way from the known one before it to the one
 * after. */
static double
guess_value (const ClinchRadarValue *values,
             guint                   n,
             guint                   axis)
{
  guint before = 1;
  guint after = 1;
  double from;
  double to;

  while (before < n && !values[(axis + n - before) % n].known)
    before++;
  while (after < n && !values[(axis + after) % n].known)
    after++;
  if (before >= n)
    return UNKNOWN_VALUE;

  from = CLAMP (values[(axis + n - before) % n].value, 0, 100);
  to = CLAMP (values[(axis + after) % n].value, 0, 100);

  return from + (to - from) * before / (before + after);
}

void
clinch_radar_shape (const ClinchRadarLayout *layout,
                    const ClinchRadarValue  *values,
                    ClinchRadarVertex       *vertices)
{
  guint n = layout->n_axes;

  for (guint i = 0; i < n; i++)
    {
      double value = values[i].known ? values[i].value : guess_value (values, n, i);

      vertices[i].known = values[i].known;
      vertices[i].solid_edge = values[i].known && values[(i + 1) % n].known;
      vertices[i].point = clinch_radar_point (layout, i, value);
    }
}

int
clinch_radar_find_axis (const ClinchRadarLayout *layout,
                        double                   x,
                        double                   y)
{
  double dx = x - layout->center.x;
  double dy = y - layout->center.y;
  double best = -G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < layout->n_axes; i++)
    if (layout->labels[i].shown && clinch_box_contains (&layout->labels[i].box, x, y))
      return (int) i;

  if (hypot (dx, dy) > layout->radius * 1.05)
    return -1;
  for (guint i = 0; i < layout->n_axes; i++)
    {
      double along = dx * layout->directions[i].x + dy * layout->directions[i].y;

      if (along > best)
        {
          best = along;
          found = (int) i;
        }
    }

  return found;
}
