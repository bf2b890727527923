// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-chain-layout.h"

#include "clinch-chain-tree.h"

#include <math.h>

/* Trees are laid out one by one, from the leaves up: the trees below a person are pushed together
 * as far as their cards allow, and the person is put above their middle. Comparing all cards of two
 * neighbours with each other is enough for that, since each pair is compared only once. At the end
 * the trees are put side by side in rows. */

/* A map is so much wider than high where nobody says how wide it may be. */
#define SCREEN_FORM 1.6

/* Sums of lengths are not exact; half a pixel is no overlap. */
#define TOLERANCE 0.5

#define DEFAULT_STACK_FROM 5

const ClinchLayoutOptions clinch_layout_options = {
  .sibling_gap = 24,
  .layer_gap = 56,
  .tree_gap = 48,
  .stack_from = DEFAULT_STACK_FROM,
};

typedef struct
{
  const ClinchLayoutOptions *options;
  ClinchChainTree *tree;
  ClinchChainLayout *layout;
  gboolean *stacked;  /* by index: whether one stands in a column */
  double *layers;     /* by depth: upper edge of the layers of the tree that is being laid out */
  double *heights;    /* by depth: their heights */
} Work;

static double
centre (const ClinchBox *rect)
{
  return rect->x + rect->width / 2;
}

/* The place in the order of the first and the next of those who report to the one at @place. */
static int
first_child (int place)
{
  return place + 1;
}

static int
next_child (const Work *work,
            int         place)
{
  return place + work->tree->size[work->tree->order[place]];
}

static void
move_tree (Work   *work,
           int     place,
           double  dx,
           double  dy)
{
  int end = next_child (work, place);

  for (int i = place; i < end; i++)
    {
      ClinchBox *rect = &work->layout->rects[work->tree->order[i]];

      rect->x += dx;
      rect->y += dy;
    }
}

/* How far the tree at @place has to go to the right of the cards from @from up to it. A layer's gap
 * is kept above and below too, since lines run there. */
static double
find_shift (const Work *work,
            int         from,
            int         place)
{
  const int *order = work->tree->order;
  double gap = work->options->layer_gap - TOLERANCE;
  double shift = -HUGE_VAL;
  int end = next_child (work, place);

  for (int i = from; i < place; i++)
    {
      const ClinchBox *left = &work->layout->rects[order[i]];

      for (int j = place; j < end; j++)
        {
          const ClinchBox *right = &work->layout->rects[order[j]];

          if (left->y < right->y + right->height + gap && right->y < left->y + left->height + gap)
            shift = MAX (shift, left->x + left->width + work->options->sibling_gap - right->x);
        }
    }

  return shift;
}

static gboolean
should_stack (const Work *work,
              int         place)
{
  int at = work->tree->order[place];
  int n = work->tree->n_children[at];

  return work->options->stack_from > 0 && n >= work->options->stack_from
         && work->tree->size[at] == n + 1;
}

/* Puts those below the one at @place into columns, about as wide as high altogether. */
static void
stack_children (Work *work,
                int   place)
{
  const int *order = work->tree->order;
  int n = work->tree->n_children[order[place]];
  double gap = work->options->sibling_gap;
  double width = 0;
  double height = 0;
  double right = 0;
  double x = 0;
  int n_columns;
  int n_rows;

  for (int i = 1; i <= n; i++)
    {
      width = MAX (width, work->layout->rects[order[place + i]].width);
      height = MAX (height, work->layout->rects[order[place + i]].height);
    }
  n_columns = CLAMP ((int) ceil (sqrt (n * (height + gap) / (width + gap))), 1, n);
  n_rows = (n + n_columns - 1) / n_columns;

  for (int i = 0; i < n; i++)
    {
      ClinchBox *rect = &work->layout->rects[order[place + 1 + i]];

      if (i > 0 && i % n_rows == 0)
        x += width + gap;
      rect->x = x;
      rect->y += (i % n_rows) * (height + gap);
      right = MAX (right, rect->x + rect->width);
      work->stacked[order[place + 1 + i]] = TRUE;
    }
  work->layout->rects[order[place]].x = (right - work->layout->rects[order[place]].width) / 2;
}

static void
join_children (Work *work,
               int   place)
{
  const int *order = work->tree->order;
  ClinchBox *rect = &work->layout->rects[order[place]];
  int end = next_child (work, place);
  int last = first_child (place);

  for (int child = next_child (work, last); child < end; child = next_child (work, child))
    {
      move_tree (work, child, find_shift (work, first_child (place), child), 0);
      last = child;
    }

  rect->x = (centre (&work->layout->rects[order[first_child (place)]])
             + centre (&work->layout->rects[order[last]]) - rect->width) / 2;
}

/* Finds the layers of the tree at @place and puts its cards on them. */
static void
place_layers (Work *work,
              int   place)
{
  const ClinchChainTree *tree = work->tree;
  int end = next_child (work, place);
  int deepest = 0;

  for (int i = place; i < end; i++)
    deepest = MAX (deepest, tree->depth[tree->order[i]]);
  for (int depth = 0; depth <= deepest; depth++)
    work->heights[depth] = 0;
  for (int i = place; i < end; i++)
    {
      int at = tree->order[i];

      work->heights[tree->depth[at]] = MAX (work->heights[tree->depth[at]],
                                            work->layout->rects[at].height);
    }

  work->layers[0] = 0;
  for (int depth = 1; depth <= deepest; depth++)
    work->layers[depth] = work->layers[depth - 1] + work->heights[depth - 1]
                          + work->options->layer_gap;
  for (int i = place; i < end; i++)
    work->layout->rects[tree->order[i]].y = work->layers[tree->depth[tree->order[i]]];
}

static void
add_point (ClinchLine *line,
           double      x,
           double      y)
{
  line->points[line->n_points++] = (ClinchPoint) { x, y };
}

/* The line down to @at: from the middle of whom one reports to, along the gap between the layers,
 * to the middle of one's own upper edge; in a column along its side to one's own. */
static void
draw_report (Work *work,
             int   at)
{
  const ClinchBox *above = &work->layout->rects[work->tree->parent[at]];
  const ClinchBox *rect = &work->layout->rects[at];
  ClinchLine *line = &work->layout->reports[at];
  double bus = work->layers[work->tree->depth[at]] - work->options->layer_gap / 2;
  double rail = rect->x - work->options->sibling_gap / 2;

  add_point (line, centre (above), above->y + above->height);
  if (work->stacked[at])
    {
      add_point (line, centre (above), bus);
      add_point (line, rail, bus);
      add_point (line, rail, rect->y + rect->height / 2);
      add_point (line, rect->x, rect->y + rect->height / 2);
      return;
    }

  if (fabs (centre (above) - centre (rect)) > TOLERANCE)
    {
      add_point (line, centre (above), bus);
      add_point (line, centre (rect), bus);
    }
  add_point (line, centre (rect), rect->y);
}

static void
move_lines (Work   *work,
            int     place,
            double  dx,
            double  dy)
{
  int end = next_child (work, place);

  for (int i = place; i < end; i++)
    {
      ClinchLine *line = &work->layout->reports[work->tree->order[i]];

      for (int j = 0; j < line->n_points; j++)
        {
          line->points[j].x += dx;
          line->points[j].y += dy;
        }
    }
}

/* The room that the cards and lines of a tree take. */
static ClinchBox
measure_tree (const Work *work,
              int         place)
{
  double left = HUGE_VAL;
  double right = -HUGE_VAL;
  double bottom = 0;
  int end = next_child (work, place);

  for (int i = place; i < end; i++)
    {
      const ClinchBox *rect = &work->layout->rects[work->tree->order[i]];
      const ClinchLine *line = &work->layout->reports[work->tree->order[i]];

      left = MIN (left, rect->x);
      right = MAX (right, rect->x + rect->width);
      bottom = MAX (bottom, rect->y + rect->height);
      for (int j = 0; j < line->n_points; j++)
        left = MIN (left, line->points[j].x);
    }

  return (ClinchBox) { left, 0, right - left, bottom };
}

static ClinchBox
lay_out_tree (Work *work,
              int   place)
{
  int end = next_child (work, place);
  ClinchBox room;

  place_layers (work, place);
  for (int i = end - 1; i >= place; i--)
    {
      if (should_stack (work, i))
        stack_children (work, i);
      else if (work->tree->n_children[work->tree->order[i]] > 0)
        join_children (work, i);
    }
  for (int i = place + 1; i < end; i++)
    draw_report (work, work->tree->order[i]);

  room = measure_tree (work, place);
  move_tree (work, place, -room.x, 0);
  move_lines (work, place, -room.x, 0);
  room.x = 0;

  return room;
}

/* Puts the trees side by side in rows: trees first, then people who stand alone. */
static void
pack_trees (Work            *work,
            const int       *places,
            const ClinchBox *rooms,
            int              n_trees,
            double           row_width)
{
  double x = 0;
  double y = 0;
  double row_height = 0;

  for (int alone = FALSE; alone <= TRUE; alone++)
    {
      for (int i = 0; i < n_trees; i++)
        {
          if ((work->tree->size[work->tree->order[places[i]]] == 1) != alone)
            continue;
          if (x > 0 && x + rooms[i].width > row_width + TOLERANCE)
            {
              x = 0;
              y += row_height + work->options->tree_gap;
              row_height = 0;
            }
          move_tree (work, places[i], x, y);
          move_lines (work, places[i], x, y);
          x += rooms[i].width + work->options->tree_gap;
          row_height = MAX (row_height, rooms[i].height);
          work->layout->width = MAX (work->layout->width, x - work->options->tree_gap);
        }
    }
  work->layout->height = y + row_height;
}

static void
lay_out_trees (Work *work)
{
  g_autofree int *places = g_new (int, work->tree->n);
  g_autofree ClinchBox *rooms = g_new (ClinchBox, work->tree->n);
  double gap = work->options->tree_gap;
  double widest = work->options->row_width;
  double area = 0;
  int n_trees = 0;

  for (int place = 0; place < work->tree->n; place = next_child (work, place))
    {
      places[n_trees] = place;
      rooms[n_trees] = lay_out_tree (work, place);
      area += (rooms[n_trees].width + gap) * (rooms[n_trees].height + gap);
      widest = MAX (widest, rooms[n_trees].width);
      n_trees++;
    }
  if (work->options->row_width <= 0)
    widest = MAX (widest, sqrt (area * SCREEN_FORM));

  pack_trees (work, places, rooms, n_trees, widest);
}

static void
mirror (ClinchChainLayout *layout)
{
  for (int i = 0; i < layout->n; i++)
    {
      ClinchBox *rect = &layout->rects[i];
      ClinchLine *line = &layout->reports[i];

      rect->x = layout->width - rect->x - rect->width;
      for (int j = 0; j < line->n_points; j++)
        line->points[j].x = layout->width - line->points[j].x;
    }
}

ClinchChainLayout *
clinch_chain_layout_new (const ClinchLayoutNode    *nodes,
                         gsize                      n_nodes,
                         const ClinchLayoutOptions *options)
{
  ClinchChainLayout *layout = g_new0 (ClinchChainLayout, 1);
  g_autofree ClinchReport *reports = g_new0 (ClinchReport, n_nodes);
  g_autofree gboolean *stacked = g_new0 (gboolean, n_nodes);
  g_autofree double *layers = g_new0 (double, n_nodes);
  g_autofree double *heights = g_new0 (double, n_nodes);
  g_autoptr(ClinchChainTree) tree = NULL;
  Work work;

  layout->n = (int) n_nodes;
  layout->clearance = options->sibling_gap / 2;
  layout->rects = g_new0 (ClinchBox, n_nodes);
  layout->reports = g_new0 (ClinchLine, n_nodes);
  for (gsize i = 0; i < n_nodes; i++)
    {
      layout->rects[i].width = nodes[i].width;
      layout->rects[i].height = nodes[i].height;
      reports[i] = (ClinchReport) { nodes[i].id, nodes[i].reports_to };
    }

  tree = clinch_chain_tree_new (reports, n_nodes);
  work = (Work) { options, tree, layout, stacked, layers, heights };
  lay_out_trees (&work);
  if (options->rtl)
    mirror (layout);

  return layout;
}

void
clinch_chain_layout_free (ClinchChainLayout *layout)
{
  g_free (layout->rects);
  g_free (layout->reports);
  g_free (layout);
}
