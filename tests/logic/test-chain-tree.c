// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-chain-tree.h"

#include <glib.h>

#define MAX_PEOPLE 6
#define LONG_CHAIN 20000

typedef struct
{
  int          n;
  ClinchReport reports[MAX_PEOPLE];
  const char  *cycle;
  const char  *order; /* keys with their depths, as the trees go */
} TreeCase;

static const TreeCase tree_cases[] = {
  { 0, { { 0, 0 } }, NULL, "" },
  { 3, { { 1, 0 }, { 2, 0 }, { 3, 0 } }, NULL, "1/0 2/0 3/0" },
  { 4, { { 1, 0 }, { 2, 1 }, { 3, 0 }, { 4, 1 } }, NULL, "1/0 2/1 4/1 3/0" },
  /* Whom they report to may come later, or not at all. */
  { 5, { { 5, 3 }, { 4, 3 }, { 3, 1 }, { 2, 99 }, { 1, 0 } }, NULL, "2/0 1/0 3/1 5/2 4/2" },
  { 1, { { 7, 7 } }, "7", "7/0" },
  { 2, { { 1, 2 }, { 2, 1 } }, "1 2", "1/0 2/1" },
  /* 9 hangs on a cycle without being in it: 9 → 3 → 5 → 4 → 3. */
  { 5, { { 9, 3 }, { 1, 0 }, { 4, 3 }, { 3, 5 }, { 5, 4 } }, "4 3 5", "1/0 4/0 5/1 3/2 9/3" },
  /* Two cycles: the first one is named, both are cut. */
  { 5, { { 1, 0 }, { 2, 3 }, { 3, 2 }, { 4, 5 }, { 5, 4 } }, "2 3", "1/0 2/0 3/1 4/0 5/1" },
  /* The same key twice: the first is the one to report to. */
  { 3, { { 1, 0 }, { 1, 0 }, { 2, 1 } }, NULL, "1/0 2/1 1/0" },
};

static void
test_trees (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tree_cases); i++)
    {
      const TreeCase *c = &tree_cases[i];
      g_autoptr(ClinchChainTree) tree = clinch_chain_tree_new (c->reports, (gsize) c->n);
      g_autoptr(GString) order = g_string_new (NULL);

      for (int j = 0; j < tree->n; j++)
        g_string_append_printf (order, "%s%d/%d", j > 0 ? " " : "",
                                (int) c->reports[tree->order[j]].id, tree->depth[tree->order[j]]);
      g_test_message ("case %d", (int) i);
      g_assert_cmpstr (order->str, ==, c->order);
    }
}

static void
test_cycles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tree_cases); i++)
    {
      const TreeCase *c = &tree_cases[i];
      g_autoptr(GArray) cycle = clinch_chain_find_cycle (c->reports, (gsize) c->n);
      g_autoptr(GString) members = g_string_new (NULL);

      g_test_message ("case %d", (int) i);
      g_assert_cmpint (cycle != NULL, ==, c->cycle != NULL);
      for (guint j = 0; cycle != NULL && j < cycle->len; j++)
        g_string_append_printf (members, "%s%d", j > 0 ? " " : "",
                                (int) g_array_index (cycle, gint64, j));
      if (cycle != NULL)
        g_assert_cmpstr (members->str, ==, c->cycle);
    }
}

static void
test_sizes (void)
{
  static const ClinchReport reports[] = { { 1, 0 }, { 2, 1 }, { 3, 2 }, { 4, 1 }, { 5, 0 } };
  static const int sizes[] = { 4, 2, 1, 1, 1 };
  static const int children[] = { 2, 1, 0, 0, 0 };
  g_autoptr(ClinchChainTree) tree = clinch_chain_tree_new (reports, G_N_ELEMENTS (reports));

  for (int i = 0; i < tree->n; i++)
    {
      g_assert_cmpint (tree->size[i], ==, sizes[i]);
      g_assert_cmpint (tree->n_children[i], ==, children[i]);
    }
}

/* A file may hold a chain that is longer than any stack is deep. */
static void
test_long_chain (void)
{
  g_autofree ClinchReport *reports = g_new (ClinchReport, LONG_CHAIN);
  g_autoptr(ClinchChainTree) tree = NULL;
  g_autoptr(GArray) cycle = NULL;

  for (int i = 0; i < LONG_CHAIN; i++)
    reports[i] = (ClinchReport) { i + 1, i };
  tree = clinch_chain_tree_new (reports, LONG_CHAIN);
  g_assert_cmpint (tree->depth[LONG_CHAIN - 1], ==, LONG_CHAIN - 1);
  g_assert_cmpint (tree->size[0], ==, LONG_CHAIN);

  reports[0].reports_to = LONG_CHAIN;
  cycle = clinch_chain_find_cycle (reports, LONG_CHAIN);
  g_assert_cmpuint (cycle->len, ==, LONG_CHAIN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chain-tree/trees", test_trees);
  g_test_add_func ("/chain-tree/cycles", test_cycles);
  g_test_add_func ("/chain-tree/sizes", test_sizes);
  g_test_add_func ("/chain-tree/long-chain", test_long_chain);

  return g_test_run ();
}
