// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-chain-layout.h"

#include <glib.h>
#include <math.h>

#define MAX_NODES 60
#define CARD_WIDTH 160
#define CARD_HEIGHT 64
#define NEARLY 0.51

typedef struct
{
  int              n;
  ClinchLayoutNode nodes[MAX_NODES];
} People;

static void
add (People *people,
     int     reports_to)
{
  people->nodes[people->n] = (ClinchLayoutNode) { people->n + 1, reports_to, CARD_WIDTH,
                                                  CARD_HEIGHT };
  people->n++;
}

static void
vary_sizes (People *people)
{
  for (int i = 0; i < people->n; i++)
    {
      people->nodes[i].width = 120 + 40 * (i * 7 % 3);
      people->nodes[i].height = 48 + 16 * (i * 5 % 3);
    }
}

static int
index_of_boss (const People *people,
               int           i)
{
  return (int) people->nodes[i].reports_to - 1;
}

static double
middle (const ClinchBox *rect)
{
  return rect->x + rect->width / 2;
}

/* Whether a level or upright piece of a line runs through a card. */
static gboolean
runs_through (ClinchPoint      a,
              ClinchPoint      b,
              const ClinchBox *rect)
{
  return MAX (a.x, b.x) > rect->x + NEARLY && MIN (a.x, b.x) < rect->x + rect->width - NEARLY
         && MAX (a.y, b.y) > rect->y + NEARLY && MIN (a.y, b.y) < rect->y + rect->height - NEARLY;
}

static void
check_gaps (const ClinchChainLayout *layout,
            double                   gap)
{
  for (int i = 0; i < layout->n; i++)
    {
      const ClinchBox *a = &layout->rects[i];

      g_assert_cmpfloat (a->x, >=, -NEARLY);
      g_assert_cmpfloat (a->y, >=, -NEARLY);
      g_assert_cmpfloat (a->x + a->width, <=, layout->width + NEARLY);
      g_assert_cmpfloat (a->y + a->height, <=, layout->height + NEARLY);

      for (int j = 0; j < i; j++)
        {
          const ClinchBox *b = &layout->rects[j];
          double apart = MAX (MAX (a->x - b->x - b->width, b->x - a->x - a->width),
                              MAX (a->y - b->y - b->height, b->y - a->y - a->height));

          g_assert_cmpfloat (apart, >=, gap - NEARLY);
        }
    }
}

/* Whoever has people below stands in the middle above them: between the outer edges of a block of
 * columns, between the middles of the outer ones of a row. */
static void
check_bosses (const People            *people,
              const ClinchChainLayout *layout)
{
  for (int boss = 0; boss < people->n; boss++)
    {
      const ClinchBox *rect = &layout->rects[boss];
      double left = HUGE_VAL;
      double right = -HUGE_VAL;
      double low = HUGE_VAL;
      double high = -HUGE_VAL;
      gboolean stacked = FALSE;
      gboolean any = FALSE;

      for (int i = 0; i < people->n; i++)
        {
          const ClinchBox *below = &layout->rects[i];

          if (index_of_boss (people, i) != boss)
            continue;
          any = TRUE;
          stacked = layout->reports[i].n_points == 5;
          left = MIN (left, below->x);
          right = MAX (right, below->x + below->width);
          low = MIN (low, middle (below));
          high = MAX (high, middle (below));
          g_assert_cmpfloat (below->y, >=,
                             rect->y + rect->height + clinch_layout_options.layer_gap - NEARLY);
        }
      if (any)
        g_assert_cmpfloat_with_epsilon (middle (rect),
                                        stacked ? (left + right) / 2 : (low + high) / 2, 1e-6);
    }
}

static void
check_reports (const People            *people,
               const ClinchChainLayout *layout)
{
  for (int i = 0; i < people->n; i++)
    {
      const ClinchLine *line = &layout->reports[i];
      int boss = index_of_boss (people, i);

      g_assert_cmpint (line->n_points > 0, ==, boss >= 0);
      if (boss < 0)
        continue;

      g_assert_cmpfloat_with_epsilon (line->points[0].x, middle (&layout->rects[boss]), NEARLY);
      g_assert_cmpfloat_with_epsilon (line->points[0].y,
                                      layout->rects[boss].y + layout->rects[boss].height, NEARLY);
      for (int j = 1; j < line->n_points; j++)
        {
          for (int k = 0; k < people->n; k++)
            g_assert_false (runs_through (line->points[j - 1], line->points[j],
                                          &layout->rects[k]));
          g_assert_cmpfloat (line->points[j].x, >=, -NEARLY);
          g_assert_cmpfloat (line->points[j].x, <=, layout->width + NEARLY);
        }
    }
}

static void
check_mirror (const People            *people,
              const ClinchChainLayout *layout)
{
  ClinchLayoutOptions options = clinch_layout_options;
  g_autoptr(ClinchChainLayout) again = NULL;
  g_autoptr(ClinchChainLayout) mirrored = NULL;

  again = clinch_chain_layout_new (people->nodes, (gsize) people->n, &options);
  options.rtl = TRUE;
  mirrored = clinch_chain_layout_new (people->nodes, (gsize) people->n, &options);

  for (int i = 0; i < people->n; i++)
    {
      const ClinchBox *rect = &layout->rects[i];

      g_assert_cmpmem (rect, sizeof *rect, &again->rects[i], sizeof *rect);
      g_assert_cmpfloat_with_epsilon (rect->x + rect->width, layout->width - mirrored->rects[i].x,
                                      1e-6);
      g_assert_cmpfloat (rect->y, ==, mirrored->rects[i].y);
    }
  check_reports (people, mirrored);
}

static ClinchChainLayout *
lay_out (const People *people)
{
  ClinchChainLayout *layout = clinch_chain_layout_new (people->nodes, (gsize) people->n,
                                                       &clinch_layout_options);

  check_gaps (layout, clinch_layout_options.sibling_gap);
  check_bosses (people, layout);
  check_reports (people, layout);
  check_mirror (people, layout);

  return layout;
}

/* Every way in which up to seven people can report to those before them: 1 + 2 + 6 + … + 5040. */
static void
test_all_small (void)
{
  for (int n = 1; n <= 7; n++)
    {
      int n_forests = 1;

      for (int i = 2; i <= n; i++)
        n_forests *= i;
      for (int forest = 0; forest < n_forests; forest++)
        {
          People people = { 0, };
          g_autoptr(ClinchChainLayout) layout = NULL;
          int code = forest;

          for (int i = 0; i < n; i++)
            {
              add (&people, code % (i + 1));
              code /= i + 1;
            }
          if (forest % 2 == 1)
            vary_sizes (&people);
          layout = lay_out (&people);
        }
    }
}

static void
test_many (void)
{
  for (guint32 seed = 0; seed < 400; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(ClinchChainLayout) layout = NULL;
      People people = { 0, };
      int n = g_rand_int_range (random, 8, MAX_NODES + 1);
      int reach = g_rand_int_range (random, 1, n);

      for (int i = 0; i < n; i++)
        add (&people, g_rand_int_range (random, MAX (0, i - reach), i + 1));
      if (seed % 3 != 0)
        vary_sizes (&people);
      g_test_message ("seed %u", seed);
      layout = lay_out (&people);
    }
}

static void
test_two_below (void)
{
  People people = { 0, };
  g_autoptr(ClinchChainLayout) layout = NULL;

  add (&people, 0);
  add (&people, 1);
  add (&people, 1);
  layout = lay_out (&people);

  /* Two cards and a gap: 160 + 24 + 160 = 344; the one above at (344 − 160) ÷ 2 = 92. */
  g_assert_cmpfloat (layout->width, ==, 344);
  g_assert_cmpfloat (layout->height, ==, 64 + 56 + 64);
  g_assert_cmpfloat (layout->rects[0].x, ==, 92);
  g_assert_cmpfloat (layout->rects[0].y, ==, 0);
  g_assert_cmpfloat (layout->rects[1].x, ==, 0);
  g_assert_cmpfloat (layout->rects[2].x, ==, 184);
  g_assert_cmpfloat (layout->rects[2].y, ==, 120);

  /* Down from the middle, along the gap at 64 + 28, down to the middle of the card. */
  g_assert_cmpint (layout->reports[1].n_points, ==, 4);
  g_assert_cmpfloat (layout->reports[1].points[0].x, ==, 172);
  g_assert_cmpfloat (layout->reports[1].points[0].y, ==, 64);
  g_assert_cmpfloat (layout->reports[1].points[1].y, ==, 92);
  g_assert_cmpfloat (layout->reports[1].points[2].x, ==, 80);
  g_assert_cmpfloat (layout->reports[1].points[3].y, ==, 120);
}

static void
test_chain (void)
{
  People people = { 0, };
  g_autoptr(ClinchChainLayout) layout = NULL;

  for (int i = 0; i < 30; i++)
    add (&people, i);
  layout = lay_out (&people);

  g_assert_cmpfloat (layout->width, ==, CARD_WIDTH);
  g_assert_cmpfloat (layout->height, ==, 30 * 64 + 29 * 56);
  g_assert_cmpint (layout->reports[29].n_points, ==, 2);
}

static void
test_star (void)
{
  ClinchLayoutOptions row = clinch_layout_options;
  People people = { 0, };
  g_autoptr(ClinchChainLayout) layout = NULL;
  g_autoptr(ClinchChainLayout) wide = NULL;

  add (&people, 0);
  for (int i = 0; i < 58; i++)
    add (&people, 1);
  add (&people, 1);
  layout = lay_out (&people);

  /* √(59 × 88 ÷ 184) = 5.3: six columns of ten: 6 × 160 + 5 × 24 = 1080, and 12 for the line beside
   * the first; 64 + 56 + 10 × 64 + 9 × 24 = 976. */
  g_assert_cmpfloat (layout->width, ==, 1092);
  g_assert_cmpfloat (layout->height, ==, 976);
  g_assert_cmpint (layout->reports[59].n_points, ==, 5);

  row.stack_from = 0;
  wide = clinch_chain_layout_new (people.nodes, (gsize) people.n, &row);
  check_gaps (wide, row.sibling_gap);
  g_assert_cmpfloat (wide->width, ==, 59 * 160 + 58 * 24);
  g_assert_cmpfloat (middle (&wide->rects[0]), ==, wide->width / 2);
}

/* Columns that end where the layer of a wide row beside them begins: the row may not slip right
 * under them, where no line could run between. */
static void
test_under_columns (void)
{
  People people = { 0, };
  g_autoptr(ClinchChainLayout) layout = NULL;

  add (&people, 0); /* 1 on top, 2 with five in columns, 3 to 5 a chain, four below it */
  add (&people, 1);
  add (&people, 1);
  add (&people, 3);
  add (&people, 4);
  for (int i = 0; i < 5; i++)
    add (&people, 2);
  for (int i = 0; i < 4; i++)
    add (&people, 5);
  layout = lay_out (&people);

  /* The columns are √(5 × 88 ÷ 184) = 1.5: two, of 3 and 2, and end at 240 + 3 × 64 + 2 × 24. */
  g_assert_cmpfloat (layout->rects[7].y + CARD_HEIGHT, ==, 480);
  g_assert_cmpfloat (layout->rects[10].y, ==, 480);
  g_assert_cmpfloat (layout->rects[10].x, >=, layout->rects[7].x + CARD_WIDTH + 24);
}

static void
test_singles (void)
{
  ClinchLayoutOptions narrow = clinch_layout_options;
  People people = { 0, };
  g_autoptr(ClinchChainLayout) layout = NULL;
  g_autoptr(ClinchChainLayout) list = NULL;

  for (int i = 0; i < 60; i++)
    add (&people, 0);
  layout = lay_out (&people);

  /* √(60 × 208 × 112 × 1.6) = 1496: seven in a row, nine rows. */
  g_assert_cmpfloat (layout->width, ==, 7 * 160 + 6 * 48);
  g_assert_cmpfloat (layout->height, ==, 9 * 64 + 8 * 48);
  g_assert_cmpfloat (layout->rects[6].y, ==, 0);
  g_assert_cmpfloat (layout->rects[7].x, ==, 0);

  narrow.row_width = 200;
  list = clinch_chain_layout_new (people.nodes, (gsize) people.n, &narrow);
  g_assert_cmpfloat (list->width, ==, CARD_WIDTH);
}

/* People who stand alone come behind the trees. */
static void
test_forest (void)
{
  People people = { 0, };
  g_autoptr(ClinchChainLayout) layout = NULL;

  add (&people, 0);
  add (&people, 0);
  add (&people, 2);
  add (&people, 2);
  layout = lay_out (&people);

  g_assert_cmpfloat (layout->rects[2].x, ==, 0);
  g_assert_cmpfloat (layout->rects[0].y, >, layout->rects[3].y);
}

static void
test_nobody (void)
{
  g_autoptr(ClinchChainLayout) none = clinch_chain_layout_new (NULL, 0, &clinch_layout_options);

  g_assert_cmpfloat (none->width, ==, 0);
  g_assert_cmpfloat (none->height, ==, 0);
}

/* A cycle is refused when it is written; one that came in by a file still makes a map. */
static void
test_cycle (void)
{
  static const ClinchLayoutNode nodes[] = {
    { 1, 3, CARD_WIDTH, CARD_HEIGHT },
    { 2, 1, CARD_WIDTH, CARD_HEIGHT },
    { 3, 2, CARD_WIDTH, CARD_HEIGHT },
  };
  g_autoptr(ClinchChainLayout) layout = clinch_chain_layout_new (nodes, 3, &clinch_layout_options);

  g_assert_cmpint (layout->reports[0].n_points, ==, 0);
  g_assert_cmpfloat (layout->rects[0].y, <, layout->rects[1].y);
  g_assert_cmpfloat (layout->rects[1].y, <, layout->rects[2].y);
}

static gboolean
is_on_edge (ClinchPoint      point,
            const ClinchBox *rect)
{
  double x = MAX (rect->x - point.x, point.x - rect->x - rect->width);
  double y = MAX (rect->y - point.y, point.y - rect->y - rect->height);

  return fabs (MAX (x, y)) < NEARLY;
}

/* Points along a line, so that slanting pieces are looked at too. */
static gboolean
line_runs_through (const ClinchLine *line,
                   const ClinchBox  *rect)
{
  for (int j = 1; j < line->n_points; j++)
    {
      for (int k = 0; k <= 200; k++)
        {
          double t = k / 200.0;
          ClinchPoint at = {
            line->points[j - 1].x * (1 - t) + line->points[j].x * t,
            line->points[j - 1].y * (1 - t) + line->points[j].y * t,
          };

          if (runs_through (at, at, rect))
            return TRUE;
        }
    }

  return FALSE;
}

static void
test_routes (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(ClinchChainLayout) layout = NULL;
      People people = { 0, };

      for (int i = 0; i < MAX_NODES; i++)
        add (&people, g_rand_int_range (random, MAX (0, i - 15), i + 1));
      if (seed % 2 == 1)
        vary_sizes (&people);
      layout = lay_out (&people);

      for (int i = 0; i < 40; i++)
        {
          int from = g_rand_int_range (random, 0, MAX_NODES);
          int to = (from + g_rand_int_range (random, 1, MAX_NODES)) % MAX_NODES;
          ClinchLine line = clinch_chain_layout_route (layout, from, to);

          g_test_message ("seed %u, %d to %d", seed, from, to);
          g_assert_cmpint (line.n_points, >=, 2);
          g_assert_true (is_on_edge (line.points[0], &layout->rects[from]));
          g_assert_true (is_on_edge (line.points[line.n_points - 1], &layout->rects[to]));
          for (int k = 0; k < MAX_NODES; k++)
            g_assert_false (line_runs_through (&line, &layout->rects[k]));
        }
    }
}

static void
test_straight_routes (void)
{
  People people = { 0, };
  g_autoptr(ClinchChainLayout) layout = NULL;
  ClinchLine there;
  ClinchLine back;
  ClinchLine down;
  ClinchLine over;

  add (&people, 0);
  add (&people, 1);
  add (&people, 1);
  add (&people, 1);
  layout = lay_out (&people);

  /* Neighbours: across the gap. */
  there = clinch_chain_layout_route (layout, 1, 2);
  g_assert_cmpint (there.n_points, ==, 2);
  g_assert_cmpfloat (there.points[0].x, ==, 160);
  g_assert_cmpfloat (there.points[1].x, ==, 184);

  /* To the one straight below: beside the reporting line, and not where the way back is. */
  down = clinch_chain_layout_route (layout, 0, 2);
  back = clinch_chain_layout_route (layout, 2, 0);
  g_assert_cmpfloat (down.points[0].x, ==, middle (&layout->rects[0]) + 40);
  g_assert_cmpfloat (down.points[0].y, ==, 64);
  g_assert_cmpfloat (down.points[1].y, ==, 120);
  g_assert_cmpfloat (back.points[0].x, ==, middle (&layout->rects[0]) - 40);

  /* Over the one in between. */
  over = clinch_chain_layout_route (layout, 1, 3);
  g_assert_cmpint (over.n_points, ==, 4);
  g_assert_cmpfloat (over.points[1].y, ==, over.points[2].y);

  g_assert_cmpint (clinch_chain_layout_route (layout, 1, 1).n_points, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chain-layout/all-small", test_all_small);
  g_test_add_func ("/chain-layout/many", test_many);
  g_test_add_func ("/chain-layout/two-below", test_two_below);
  g_test_add_func ("/chain-layout/chain", test_chain);
  g_test_add_func ("/chain-layout/star", test_star);
  g_test_add_func ("/chain-layout/under-columns", test_under_columns);
  g_test_add_func ("/chain-layout/singles", test_singles);
  g_test_add_func ("/chain-layout/forest", test_forest);
  g_test_add_func ("/chain-layout/nobody", test_nobody);
  g_test_add_func ("/chain-layout/cycle", test_cycle);
  g_test_add_func ("/chain-layout/routes", test_routes);
  g_test_add_func ("/chain-layout/straight-routes", test_straight_routes);

  return g_test_run ();
}
