// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchReport:
 * @id: key of a person
 * @reports_to: key of whom they report to, 0 for nobody
 *
 * A reporting line.
 */
typedef struct
{
  gint64 id;
  gint64 reports_to;
} ClinchReport;

/**
 * ClinchChainTree:
 * @n: how many people
 * @parent: (array length=n): by index of a person, the index of whom they report to; -1 for nobody
 * @depth: (array length=n): by index, how many stand above
 * @size: (array length=n): by index, how many there are from here down, oneself among them
 * @n_children: (array length=n): by index, how many report to them
 * @order: (array length=n): indices; whoever reports to a person follows behind, siblings in the
 *   order they came in, so that from a person on the next @size ones are the tree below
 *
 * The reporting lines as trees.
 */
typedef struct
{
  int  n;
  int *parent;
  int *depth;
  int *size;
  int *n_children;
  int *order;
} ClinchChainTree;

/**
 * clinch_chain_tree_new:
 * @reports: (array length=n_reports): the people; of those with the same key the first counts as
 *   the one whom others report to
 * @n_reports: how many
 *
 * Somebody who reports to a person that is not there stands on top, and so does the first one of a
 * cycle, so that every input makes trees.
 *
 * Returns: (transfer full): the trees
 */
ClinchChainTree *clinch_chain_tree_new   (const ClinchReport *reports,
                                          gsize               n_reports) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_chain_tree_free:
 * @tree: (transfer full): trees
 *
 * Frees them.
 */
void             clinch_chain_tree_free  (ClinchChainTree    *tree);

/**
 * clinch_chain_find_cycle:
 * @reports: (array length=n_reports): the people
 * @n_reports: how many
 *
 * Looks for people who report to themselves by way of others, which is to be refused.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): keys of the members of the first
 *   cycle, each followed by whom they report to, from the one that comes first in @reports; %NULL
 *   if there is none
 */
GArray          *clinch_chain_find_cycle (const ClinchReport *reports,
                                          gsize               n_reports) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchChainTree, clinch_chain_tree_free)

G_END_DECLS
