// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-chain-tree.h"

#define NOBODY (-1)

/* By index whom each reports to, cycles and all. */
static int *
find_parents (const ClinchReport *reports,
              gsize               n_reports)
{
  g_autoptr(GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  int *parent = g_new (int, n_reports);

  for (gsize i = 0; i < n_reports; i++)
    {
      if (!g_hash_table_contains (places, &reports[i].id))
        g_hash_table_insert (places, (gpointer) &reports[i].id, GSIZE_TO_POINTER (i));
    }
  for (gsize i = 0; i < n_reports; i++)
    {
      gpointer place;

      parent[i] = NOBODY;
      if (reports[i].reports_to != 0
          && g_hash_table_lookup_extended (places, &reports[i].reports_to, NULL, &place))
        parent[i] = (int) GPOINTER_TO_SIZE (place);
    }

  return parent;
}

/* Somebody of a cycle that is met on the way up from @start, or nobody. @walk says on which way up
 * each was met, 0 for none yet. */
static int
climb (const int *parent,
       int       *walk,
       int        start)
{
  int at = start;

  while (at != NOBODY && walk[at] == 0)
    {
      walk[at] = start + 1;
      at = parent[at];
    }

  return at != NOBODY && walk[at] == start + 1 ? at : NOBODY;
}

static int
first_of_cycle (const int *parent,
                int        member)
{
  int first = member;

  for (int at = parent[member]; at != member; at = parent[at])
    first = MIN (first, at);

  return first;
}

GArray *
clinch_chain_find_cycle (const ClinchReport *reports,
                         gsize               n_reports)
{
  g_autofree int *parent = find_parents (reports, n_reports);
  g_autofree int *walk = g_new0 (int, n_reports);

  for (int i = 0; i < (int) n_reports; i++)
    {
      int member = climb (parent, walk, i);
      int at;
      GArray *cycle;

      if (member == NOBODY)
        continue;

      cycle = g_array_new (FALSE, FALSE, sizeof (gint64));
      member = first_of_cycle (parent, member);
      at = member;
      do
        {
          g_array_append_val (cycle, reports[at].id);
          at = parent[at];
        }
      while (at != member);

      return cycle;
    }

  return NULL;
}

static void
cut_cycles (ClinchChainTree *tree)
{
  g_autofree int *walk = g_new0 (int, tree->n);

  for (int i = 0; i < tree->n; i++)
    {
      int member = climb (tree->parent, walk, i);

      if (member != NOBODY)
        tree->parent[first_of_cycle (tree->parent, member)] = NOBODY;
    }
}

/* Puts everybody in front of whoever reports to them, without calling itself: a chain may be as
 * long as a file makes it. */
static void
order_people (ClinchChainTree *tree)
{
  g_autofree int *first = g_new (int, tree->n);
  g_autofree int *next = g_new (int, tree->n);
  g_autofree int *waiting = g_new (int, tree->n);
  int n_waiting = 0;
  int n_ordered = 0;

  for (int i = 0; i < tree->n; i++)
    first[i] = NOBODY;

  /* Whoever was put in last comes out first, so all of it goes from the back. */
  for (int i = tree->n - 1; i >= 0; i--)
    {
      int parent = tree->parent[i];

      if (parent == NOBODY)
        {
          waiting[n_waiting++] = i;
          continue;
        }
      next[i] = first[parent];
      first[parent] = i;
      tree->n_children[parent]++;
    }

  while (n_waiting > 0)
    {
      int at = waiting[--n_waiting];
      int n_below = n_waiting;

      tree->order[n_ordered++] = at;
      tree->depth[at] = tree->parent[at] == NOBODY ? 0 : tree->depth[tree->parent[at]] + 1;
      n_waiting += tree->n_children[at];
      for (int child = first[at], place = n_waiting - 1; place >= n_below; child = next[child])
        waiting[place--] = child;
    }
}

ClinchChainTree *
clinch_chain_tree_new (const ClinchReport *reports,
                       gsize               n_reports)
{
  ClinchChainTree *tree = g_new0 (ClinchChainTree, 1);

  tree->n = (int) n_reports;
  tree->parent = find_parents (reports, n_reports);
  tree->depth = g_new0 (int, n_reports);
  tree->size = g_new0 (int, n_reports);
  tree->n_children = g_new0 (int, n_reports);
  tree->order = g_new0 (int, n_reports);

  cut_cycles (tree);
  order_people (tree);
  for (int i = tree->n - 1; i >= 0; i--)
    {
      int at = tree->order[i];

      tree->size[at]++;
      if (tree->parent[at] != NOBODY)
        tree->size[tree->parent[at]] += tree->size[at];
    }

  return tree;
}

void
clinch_chain_tree_free (ClinchChainTree *tree)
{
  g_free (tree->parent);
  g_free (tree->depth);
  g_free (tree->size);
  g_free (tree->n_children);
  g_free (tree->order);
  g_free (tree);
}
