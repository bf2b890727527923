// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

/* The geometry of a quadrant chart.
 *
 * Points are sorted into the cells of a grid, one the size of a mark; what falls into one cell and
 * one corner is one cluster, in the middle of its points. In a crowd cells are larger, and marks as
 * large as their share of points. So 40,000 points cost one pass over them and one over the
 * grid. */

#include "config.h"

#include "clinch-quadrant.h"

#include <math.h>

#define CROWD 300
#define CROWD_CELL 4.4
#define NAMES_MOST 40
#define NAME_WIDTH 0.25
#define CORNER_SHARE 0.94

typedef struct
{
  const ClinchQuadrantSpec *spec;
  ClinchQuadrantLayout *layout;
  ClinchPoint *places; /* of each point */
  double cell;
  guint columns;
  guint rows;
} Work;

guint
clinch_quadrant_corner (const ClinchPoint *point,
                        double             x_threshold,
                        double             y_threshold)
{
  return (point->x >= x_threshold ? CLINCH_QUADRANT_HIGH_X : 0)
         | (point->y >= y_threshold ? CLINCH_QUADRANT_HIGH_Y : 0);
}

ClinchPoint
clinch_quadrant_place (const ClinchQuadrantSpec   *spec,
                       const ClinchQuadrantLayout *layout,
                       double                      x,
                       double                      y)
{
  const ClinchBox *plot = &layout->plot;
  double along = clinch_scale_place (&spec->x, x);

  return (ClinchPoint) {
    plot->x + plot->width * (spec->rtl ? 1 - along : along),
    plot->y + plot->height * (1 - clinch_scale_place (&spec->y, y)),
  };
}

/* --- The frame ------------------------------------------------------------------------------ */

static void
measure (Work               *work,
         ClinchQuadrantText  text,
         guint               index,
         double              max_width,
         ClinchBox          *box)
{
  work->spec->measure (text, index, max_width, &box->width, &box->height, work->spec->data);
}

static void
set_plot (Work *work)
{
  const ClinchQuadrantSpec *spec = work->spec;
  ClinchQuadrantLayout *layout = work->layout;
  double left = 0;
  double below = 0;
  double above = 0;
  double gap = spec->gap;

  for (guint i = 0; i < spec->y.n_ticks; i++)
    {
      measure (work, CLINCH_QUADRANT_TEXT_Y_TICK, i, spec->room.width / 4, &layout->y_ticks[i].box);
      left = MAX (left, layout->y_ticks[i].box.width);
      above = MAX (above, layout->y_ticks[i].box.height / 2);
    }
  for (guint i = 0; i < spec->x.n_ticks; i++)
    {
      measure (work, CLINCH_QUADRANT_TEXT_X_TICK, i, spec->room.width / 4, &layout->x_ticks[i].box);
      below = MAX (below, layout->x_ticks[i].box.height);
    }
  /* The lowest text beside the plot reaches below it. */
  gap = MAX (gap, above + 1);
  left += spec->gap + spec->radius;
  below += gap;

  layout->plot = (ClinchBox) {
    spec->room.x + (spec->rtl ? 2 * spec->radius : left), spec->room.y + above,
    MAX (spec->room.width - left - 2 * spec->radius, 0),
    MAX (spec->room.height - above - below, 0),
  };
  for (guint i = 0; i < spec->x.n_ticks; i++)
    layout->x_ticks[i].box.y = layout->plot.y + layout->plot.height + gap;
}

/* Shows a label unless it leaves the room or comes too near to the one before. */
static void
show_tick (Work                *work,
           ClinchQuadrantLabel *labels,
           guint                index,
           int                 *last)
{
  ClinchBox wide = labels[index].box;

  wide.x -= work->spec->gap / 2;
  wide.width += work->spec->gap;
  labels[index].shown = clinch_box_holds (&work->spec->room, &labels[index].box)
                        && (*last < 0 || !clinch_box_overlaps (&wide, &labels[*last].box));
  if (labels[index].shown)
    *last = (int) index;
}

static void
place_ticks (Work *work)
{
  const ClinchQuadrantSpec *spec = work->spec;
  ClinchQuadrantLayout *layout = work->layout;
  const ClinchBox *plot = &layout->plot;
  int last = -1;

  for (guint i = 0; i < spec->x.n_ticks; i++)
    {
      ClinchBox *box = &layout->x_ticks[i].box;
      double x = clinch_quadrant_place (spec, layout, spec->x.ticks[i], 0).x;
      double most = spec->room.x + spec->room.width - box->width;

      /* The outermost may move inwards a little rather than go. */
      box->x = CLAMP (x - box->width / 2, spec->room.x, MAX (most, spec->room.x));
      show_tick (work, layout->x_ticks, i, &last);
    }
  last = -1;
  for (guint i = 0; i < spec->y.n_ticks; i++)
    {
      ClinchBox *box = &layout->y_ticks[i].box;

      box->x = spec->rtl ? plot->x + plot->width + spec->gap + spec->radius
               : plot->x - spec->gap - spec->radius - box->width;
      box->y = clinch_quadrant_place (spec, layout, 0, spec->y.ticks[i]).y - box->height / 2;
      show_tick (work, layout->y_ticks, i, &last);
    }
}

static void
place_corners (Work *work)
{
  const ClinchQuadrantSpec *spec = work->spec;
  ClinchQuadrantLayout *layout = work->layout;
  const ClinchBox *plot = &layout->plot;

  for (guint i = 0; i < CLINCH_QUADRANT_N_CORNERS; i++)
    {
      gboolean right = ((i & CLINCH_QUADRANT_HIGH_X) != 0) != (spec->rtl != FALSE);
      gboolean top = (i & CLINCH_QUADRANT_HIGH_Y) != 0;
      ClinchBox *box = &layout->corners[i].box;
      double width = right ? plot->x + plot->width - layout->threshold.x
                     : layout->threshold.x - plot->x;
      double height = top ? layout->threshold.y - plot->y
                      : plot->y + plot->height - layout->threshold.y;

      measure (work, CLINCH_QUADRANT_TEXT_CORNER, i,
               MAX (width * CORNER_SHARE - 2 * spec->gap, 0), box);
      box->x = right ? plot->x + plot->width - spec->gap - box->width : plot->x + spec->gap;
      box->y = top ? plot->y + spec->gap : plot->y + plot->height - spec->gap - box->height;
      layout->corners[i].shown = box->width > 0 && box->width + 2 * spec->gap <= width
                                 && box->height + 2 * spec->gap <= height;
    }
}

/* --- Clusters ------------------------------------------------------------------------------- */

static guint
find_cell (Work  *work,
           guint  point)
{
  const ClinchQuadrantSpec *spec = work->spec;
  const ClinchBox *plot = &work->layout->plot;
  const ClinchPoint *values = &spec->points[point];
  const ClinchPoint *place = &work->places[point];
  guint column = MIN ((guint) ((place->x - plot->x) / work->cell), work->columns - 1);
  guint row = MIN ((guint) ((place->y - plot->y) / work->cell), work->rows - 1);

  return (row * work->columns + column) * CLINCH_QUADRANT_N_CORNERS
         + clinch_quadrant_corner (values, spec->x_threshold, spec->y_threshold);
}

static void
add_cluster (Work   *work,
             GArray *clusters,
             guint   first,
             guint   end)
{
  const ClinchQuadrantSpec *spec = work->spec;
  ClinchQuadrantCluster cluster = { .first = first, .n_points = end - first };

  for (guint i = first; i < end; i++)
    {
      const ClinchPoint *place = &work->places[work->layout->members[i]];

      cluster.center.x += place->x / cluster.n_points;
      cluster.center.y += place->y / cluster.n_points;
    }
  cluster.corner = clinch_quadrant_corner (&spec->points[work->layout->members[first]],
                                           spec->x_threshold, spec->y_threshold);
  cluster.radius = spec->radius * MIN (1 + log2 (cluster.n_points) * 0.28, 3);
  g_array_append_val (clusters, cluster);
}

static int
compare_clusters (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const ClinchQuadrantCluster *first = a;
  const ClinchQuadrantCluster *second = b;
  int sign = GPOINTER_TO_INT (user_data);

  if (first->center.x != second->center.x)
    return first->center.x < second->center.x ? -sign : sign;

  return (first->center.y > second->center.y) - (first->center.y < second->center.y);
}

/* Sorts the points by cell, counting: @ends has where the members of each cell end. */
static guint *
sort_points (Work  *work,
             guint  n_cells)
{
  guint *ends = g_new0 (guint, n_cells + 1);
  guint *cells = g_new (guint, MAX (work->spec->n_points, 1));

  for (guint i = 0; i < work->spec->n_points; i++)
    {
      cells[i] = find_cell (work, i);
      ends[cells[i] + 1]++;
    }
  for (guint i = 0; i < n_cells; i++)
    ends[i + 1] += ends[i];
  for (guint i = 0; i < work->spec->n_points; i++)
    work->layout->members[ends[cells[i]]++] = i;
  g_free (cells);

  return ends;
}

static GArray *
gather_clusters (Work   *work,
                 double  cell)
{
  ClinchQuadrantLayout *layout = work->layout;
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (ClinchQuadrantCluster));
  g_autofree guint *ends = NULL;
  guint n_cells;
  guint first = 0;

  work->cell = MAX (cell, 1);
  work->columns = (guint) (layout->plot.width / work->cell) + 1;
  work->rows = (guint) (layout->plot.height / work->cell) + 1;
  n_cells = work->columns * work->rows * CLINCH_QUADRANT_N_CORNERS;
  ends = sort_points (work, n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      if (ends[i] > first)
        add_cluster (work, clusters, first, ends[i]);
      first = ends[i];
    }

  return clusters;
}

/* The area of a mark is to its cell as its points are to those of the fullest one. */
static void
size_crowd (Work   *work,
            GArray *clusters)
{
  guint most = 1;

  for (guint i = 0; i < clusters->len; i++)
    most = MAX (most, g_array_index (clusters, ClinchQuadrantCluster, i).n_points);
  for (guint i = 0; i < clusters->len; i++)
    {
      ClinchQuadrantCluster *cluster = &g_array_index (clusters, ClinchQuadrantCluster, i);

      cluster->radius = MAX (work->cell * 0.5 * sqrt ((double) cluster->n_points / most),
                             work->spec->radius * 0.4);
    }
}

static void
set_clusters (Work *work)
{
  ClinchQuadrantLayout *layout = work->layout;
  g_autofree ClinchPoint *places = g_new (ClinchPoint, MAX (work->spec->n_points, 1));
  GArray *clusters;

  for (guint i = 0; i < work->spec->n_points; i++)
    places[i] = clinch_quadrant_place (work->spec, layout, work->spec->points[i].x,
                                       work->spec->points[i].y);
  work->places = places;
  layout->members = g_new (guint, MAX (work->spec->n_points, 1));
  clusters = gather_clusters (work, 2 * work->spec->radius);
  if (clusters->len > CROWD)
    {
      g_array_unref (clusters);
      clusters = gather_clusters (work, CROWD_CELL * work->spec->radius);
      size_crowd (work, clusters);
    }
  for (guint i = 0; i < clusters->len; i++)
    {
      const ClinchQuadrantCluster *cluster = &g_array_index (clusters, ClinchQuadrantCluster, i);

      layout->counts[cluster->corner] += cluster->n_points;
    }
  g_array_sort_with_data (clusters, compare_clusters, GINT_TO_POINTER (work->spec->rtl ? -1 : 1));
  layout->n_clusters = clusters->len;
  layout->clusters = (ClinchQuadrantCluster *) g_array_free (clusters, FALSE);
}

/* --- Names ---------------------------------------------------------------------------------- */

static gboolean
is_free (Work            *work,
         guint            cluster,
         const ClinchBox *box)
{
  ClinchQuadrantLayout *layout = work->layout;

  if (!clinch_box_holds (&layout->plot, box))
    return FALSE;
  for (guint i = 0; i < CLINCH_QUADRANT_N_CORNERS; i++)
    if (layout->corners[i].shown && clinch_box_overlaps (box, &layout->corners[i].box))
      return FALSE;
  for (guint i = 0; i < layout->n_clusters; i++)
    {
      const ClinchQuadrantCluster *other = &layout->clusters[i];
      ClinchBox mark = {
        other->center.x - other->radius, other->center.y - other->radius, 2 * other->radius,
        2 * other->radius,
      };

      if ((i != cluster && clinch_box_overlaps (box, &mark))
          || (other->label.shown && clinch_box_overlaps (box, &other->label.box)))
        return FALSE;
    }

  return TRUE;
}

static void
place_name (Work  *work,
            guint  index)
{
  ClinchQuadrantCluster *cluster = &work->layout->clusters[index];
  ClinchBox *box = &cluster->label.box;
  double away = cluster->radius + work->spec->gap / 2;
  int side = work->spec->rtl ? -1 : 1;

  measure (work, CLINCH_QUADRANT_TEXT_POINT, work->layout->members[cluster->first],
           MAX (work->layout->plot.width * NAME_WIDTH, work->spec->gap * 14), box);
  for (int i = 0; i < 4 && !cluster->label.shown; i++)
    {
      int across = i < 2 ? (i == 0 ? side : -side) : 0;
      int down = i < 2 ? 0 : (i == 2 ? -1 : 1);

      box->x = cluster->center.x - box->width / 2 + across * (away + box->width / 2);
      box->y = cluster->center.y - box->height / 2 + down * (away + box->height / 2);
      cluster->label.shown = is_free (work, index, box);
    }
}

static int
compare_first_members (gconstpointer a,
                       gconstpointer b,
                       gpointer      user_data)
{
  const ClinchQuadrantLayout *layout = user_data;
  guint first = layout->members[layout->clusters[*(const guint *) a].first];
  guint second = layout->members[layout->clusters[*(const guint *) b].first];

  return (first > second) - (first < second);
}

/* The first of the points get their names, as far as there is room. */
static void
place_names (Work *work)
{
  ClinchQuadrantLayout *layout = work->layout;
  g_autoptr(GArray) singles = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < layout->n_clusters; i++)
    if (layout->clusters[i].n_points == 1)
      g_array_append_val (singles, i);
  g_array_sort_with_data (singles, compare_first_members, layout);
  for (guint i = 0; i < MIN (singles->len, NAMES_MOST); i++)
    place_name (work, g_array_index (singles, guint, i));
}

/* --- The whole ------------------------------------------------------------------------------ */

void
clinch_quadrant_arrange (const ClinchQuadrantSpec *spec,
                         ClinchQuadrantLayout     *layout)
{
  Work work = { .spec = spec, .layout = layout };

  *layout = (ClinchQuadrantLayout) { 0, };
  set_plot (&work);
  place_ticks (&work);
  layout->threshold = clinch_quadrant_place (spec, layout, spec->x_threshold, spec->y_threshold);
  place_corners (&work);
  set_clusters (&work);
  place_names (&work);
}

void
clinch_quadrant_clear (ClinchQuadrantLayout *layout)
{
  g_clear_pointer (&layout->clusters, g_free);
  g_clear_pointer (&layout->members, g_free);
  layout->n_clusters = 0;
}

int
clinch_quadrant_find (const ClinchQuadrantLayout *layout,
                      double                      x,
                      double                      y,
                      double                      reach)
{
  double nearest = reach;
  int found = -1;

  for (guint i = 0; i < layout->n_clusters; i++)
    {
      const ClinchQuadrantCluster *cluster = &layout->clusters[i];
      double beside = hypot (x - cluster->center.x, y - cluster->center.y) - cluster->radius;

      if (beside <= nearest)
        {
          nearest = beside;
          found = (int) i;
        }
    }

  return found;
}

int
clinch_quadrant_neighbour (const ClinchQuadrantLayout *layout,
                           int                         cluster,
                           int                         direction)
{
  const ClinchPoint *from = &layout->clusters[cluster].center;
  double least = G_MAXDOUBLE;
  int found = cluster;

  for (guint i = 0; i < layout->n_clusters; i++)
    {
      const ClinchPoint *to = &layout->clusters[i].center;
      double down = (to->y - from->y) * direction;
      double way = down + 2 * fabs (to->x - from->x);

      if (down > 0 && way < least)
        {
          least = way;
          found = (int) i;
        }
    }

  return found;
}
