// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-whitespace.h"

#include "clinch-ratio.h"

gint64
clinch_whitespace_value (const ClinchWhitespaceCell *cell)
{
  return clinch_scale_rounded (cell->spend, cell->reach, 100);
}

gboolean
clinch_whitespace_is_due (const ClinchWhitespaceCell *cell,
                          const char                 *today)
{
  return cell->state == CLINCH_SPACE_BLOCKED && cell->recheck != NULL
         && g_strcmp0 (cell->recheck, today) <= 0;
}

void
clinch_whitespace_add (ClinchWhitespaceSum        *sum,
                       const ClinchWhitespaceCell *cell,
                       const char                 *today)
{
  gint64 value = clinch_whitespace_value (cell);

  sum->spend += cell->spend;
  if (cell->state == CLINCH_SPACE_WON)
    sum->won += value;
  else if (cell->state != CLINCH_SPACE_BLOCKED || clinch_whitespace_is_due (cell, today))
    sum->to_win += value;
}

int
clinch_whitespace_wallet_share (const ClinchWhitespaceSum *sum)
{
  return sum->spend > 0 ? clinch_share_percent (sum->won, sum->spend) : -1;
}
