// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-stage-history.h"

#include <string.h>

#define DAY_SECONDS (24 * 60 * 60)

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const ClinchStageStep *first = a;
  const ClinchStageStep *second = b;

  return (first->at > second->at) - (first->at < second->at);
}

/* The moves by time, with the two ends that the moves alone do not tell: where it began and where
 * it stands now. */
static GArray *
complete_steps (const ClinchStageStep *steps,
                gsize                  n_steps,
                gint64                 current,
                gint64                 entered,
                gint64                 begun)
{
  g_autoptr(GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (ClinchStageStep), n_steps + 2);
  const ClinchStageStep *first;
  const ClinchStageStep *last;

  g_array_append_vals (all, steps, n_steps);
  g_array_sort (all, compare_steps);

  if (all->len > 0)
    {
      first = &g_array_index (all, ClinchStageStep, 0);
      if (first->from != 0)
        {
          const ClinchStageStep beginning = { 0, first->from, MIN (begun, first->at) };

          g_array_prepend_val (all, beginning);
        }
    }

  last = all->len > 0 ? &g_array_index (all, ClinchStageStep, all->len - 1) : NULL;
  if (last == NULL || last->to != current)
    {
      const ClinchStageStep arrival = { last != NULL ? last->to : 0, current,
                                        MAX (entered, last != NULL ? last->at : 0) };

      g_array_append_val (all, arrival);
    }

  return g_steal_pointer (&all);
}

void
clinch_stage_history_read (const ClinchStageStep *steps,
                           gsize                  n_steps,
                           gint64                 current,
                           gint64                 entered,
                           gint64                 begun,
                           gint64                 now,
                           const gint64          *stages,
                           gsize                  n_stages,
                           ClinchStageVisit      *visits)
{
  g_autoptr(GArray) all = complete_steps (steps, n_steps, current, entered, begun);

  memset (visits, 0, n_stages * sizeof *visits);
  for (gsize i = 0; i < n_stages; i++)
    {
      gint64 seconds = 0;

      for (guint j = 0; j < all->len; j++)
        {
          const ClinchStageStep *step = &g_array_index (all, ClinchStageStep, j);
          gint64 left = j + 1 < all->len ? g_array_index (all, ClinchStageStep, j + 1).at
                        : MAX (now, step->at);

          if (step->to != stages[i])
            continue;
          visits[i].entered = step->at;
          visits[i].n_visits++;
          seconds += left - step->at;
        }
      visits[i].days = seconds / DAY_SECONDS;
    }
}
