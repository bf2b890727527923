// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-pages"

#include "config.h"

#include "clinch-board-summary.h"

#include "clinch-money.h"

#include <glib/gi18n-lib.h>

static gint64
amount_of (const ClinchSum *sum,
           ClinchBoardSum   which)
{
  switch (which)
    {
    case CLINCH_BOARD_SUM_WEIGHTED:
      return sum->weighted;
    case CLINCH_BOARD_SUM_OVER_LIMIT:
      return sum->over_limit;
    case CLINCH_BOARD_SUM_ALL:
    default:
      return sum->amount;
    }
}

char *
clinch_board_join_sums (const ClinchBoardColumn *figures,
                        ClinchBoardSum           which,
                        gboolean                 full)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < figures->n_sums; i++)
    {
      const ClinchSum *sum = &figures->sums[i];
      gint64 minor = amount_of (sum, which);
      g_autofree char *amount = NULL;

      amount = full ? clinch_money_format_full (minor, sum->currency)
                    : clinch_money_format (minor, sum->currency, clinch_money_style ());
      /* Few of the currencies may have anything over the limit. */
      if (which == CLINCH_BOARD_SUM_OVER_LIMIT && minor == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, C_("between amounts of several currencies", " + "));
      g_string_append (text, amount);
    }

  return g_string_free (text, FALSE);
}

static void
add_sum (ClinchBoardColumn *total,
         const ClinchSum   *sum)
{
  for (int i = 0; i < total->n_sums; i++)
    if (g_str_equal (total->sums[i].currency, sum->currency))
      {
        total->sums[i].amount += sum->amount;
        total->sums[i].weighted += sum->weighted;
        total->sums[i].over_limit += sum->over_limit;
        return;
      }

  total->sums = g_renew (ClinchSum, total->sums, total->n_sums + 1);
  total->sums[total->n_sums++] = *sum;
}

/* NULL while something is not known yet. */
static ClinchBoardColumn *
add_open_stages (ClinchBoardModel *model)
{
  g_autoptr(ClinchBoardColumn) total = g_new0 (ClinchBoardColumn, 1);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr(ClinchBoardStage) stage = g_list_model_get_item (G_LIST_MODEL (model), i);
      const ClinchBoardColumn *figures = clinch_board_stage_get_figures (stage);

      if (figures == NULL)
        return NULL;
      if (clinch_stage_get_type_code (clinch_board_stage_get_record (stage)) != CLINCH_STAGE_OPEN)
        continue;
      total->n_opportunities += figures->n_opportunities;
      total->n_over_limit += figures->n_over_limit;
      for (int j = 0; j < figures->n_sums; j++)
        add_sum (total, &figures->sums[j]);
    }

  return g_steal_pointer (&total);
}

char *
clinch_board_summary_text (ClinchBoardModel *model,
                           gboolean          brief)
{
  g_autoptr(ClinchBoardColumn) total = add_open_stages (model);
  g_autofree char *sum = NULL;
  g_autofree char *weighted = NULL;

  if (total == NULL)
    return g_strdup ("");
  if (total->n_sums == 0)
    /* Translators: how many opportunities are open. */
    return g_strdup_printf (ngettext ("%'d open", "%'d open", (int) total->n_opportunities),
                            (int) total->n_opportunities);

  sum = clinch_board_join_sums (total, CLINCH_BOARD_SUM_ALL, FALSE);
  if (brief)
    /* Translators: how many opportunities are open, the sum of their amounts. */
    return g_strdup_printf (ngettext ("%1$'d open · %2$s", "%1$'d open · %2$s",
                                      (int) total->n_opportunities),
                            (int) total->n_opportunities, sum);

  weighted = clinch_board_join_sums (total, CLINCH_BOARD_SUM_WEIGHTED, FALSE);
  /* Translators: how many opportunities are open, the sum of their amounts, the sum of amounts
   * times probability. */
  return g_strdup_printf (ngettext ("%1$'d open · %2$s · weighted %3$s",
                                    "%1$'d open · %2$s · weighted %3$s",
                                    (int) total->n_opportunities),
                          (int) total->n_opportunities, sum, weighted);
}

char *
clinch_board_summary_tooltip (ClinchBoardModel *model)
{
  g_autoptr(ClinchBoardColumn) total = add_open_stages (model);
  g_autofree char *sum = NULL;
  g_autofree char *weighted = NULL;

  if (total == NULL || total->n_sums == 0)
    return g_strdup ("");

  sum = clinch_board_join_sums (total, CLINCH_BOARD_SUM_ALL, TRUE);
  weighted = clinch_board_join_sums (total, CLINCH_BOARD_SUM_WEIGHTED, TRUE);
  /* Translators: two amounts in full. */
  return g_strdup_printf (_("Sum of the open stages: %1$s\nWeighted: %2$s"), sum, weighted);
}
