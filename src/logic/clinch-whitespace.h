// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchWhitespaceState:
 *
 * How a unit of a customer stands to one of our offerings; the codes are those of
 * %CLINCH_CHOICE_WHITESPACE.
 */
typedef enum
{
  CLINCH_SPACE_POTENTIAL,
  CLINCH_SPACE_OPEN,
  CLINCH_SPACE_WON,
  CLINCH_SPACE_BLOCKED,
} ClinchWhitespaceState;

/**
 * ClinchWhitespaceCell:
 * @state: how it stands
 * @spend: what the unit spends on such offerings in a year, minor units; 0 if that is not known
 * @reach: which part of it we can reach, percent
 * @recheck: (nullable): ISO date on which a blocked one shall be looked at again
 */
typedef struct
{
  ClinchWhitespaceState state;
  gint64                spend;
  int                   reach;
  const char           *recheck;
} ClinchWhitespaceCell;

/**
 * ClinchWhitespaceSum:
 * @to_win: what is still to be won: potential and open cells, and blocked ones whose day has come
 * @won: what is ours already
 * @spend: what they spend in all cells
 *
 * A row, a column, or all of a grid.
 */
typedef struct
{
  gint64 to_win;
  gint64 won;
  gint64 spend;
} ClinchWhitespaceSum;

/**
 * clinch_whitespace_value:
 * @cell: a cell
 *
 * Returns: spend × reach, minor units: what can be sold there in a year
 */
gint64   clinch_whitespace_value       (const ClinchWhitespaceCell *cell);

/**
 * clinch_whitespace_is_due:
 * @cell: a cell
 * @today: the current day, ISO
 *
 * Returns: %TRUE if it is blocked and the day to look at it again has come
 */
gboolean clinch_whitespace_is_due      (const ClinchWhitespaceCell *cell,
                                        const char                 *today);

/**
 * clinch_whitespace_add:
 * @sum: a sum
 * @cell: a cell that belongs to it
 * @today: the current day, ISO
 *
 * Blocked cells count for nothing until their day has come; account planning has it so.
 */
void     clinch_whitespace_add         (ClinchWhitespaceSum        *sum,
                                        const ClinchWhitespaceCell *cell,
                                        const char                 *today);

/**
 * clinch_whitespace_wallet_share:
 * @sum: a sum
 *
 * Returns: won ÷ spend, percent; -1 if nothing is known of what they spend
 */
int      clinch_whitespace_wallet_share (const ClinchWhitespaceSum *sum);

G_END_DECLS
