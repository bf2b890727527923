// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* There is nothing to say. */
#define CLINCH_PACE_UNKNOWN G_MININT64

/**
 * ClinchPaceState:
 * @CLINCH_PACE_NO_TARGET: nothing is to be reached
 * @CLINCH_PACE_REACHED: the target is reached
 * @CLINCH_PACE_ON_PACE: as much is won as is due by now, or nothing is due yet
 * @CLINCH_PACE_BEHIND: less
 * @CLINCH_PACE_MISSED: the period is over and the target was not reached
 *
 * How a target stands.
 */
typedef enum
{
  CLINCH_PACE_NO_TARGET,
  CLINCH_PACE_REACHED,
  CLINCH_PACE_ON_PACE,
  CLINCH_PACE_BEHIND,
  CLINCH_PACE_MISSED,
} ClinchPaceState;

/**
 * ClinchPace:
 * @state: how the target stands
 * @days: workdays of the period
 * @elapsed: those that are over
 * @due: what should be won by now, minor units; %CLINCH_PACE_UNKNOWN without a target
 * @due_percent: share of the workdays that are over, 0 to 100
 * @percent: share of the target that is won, may be above 100; -1 without a target
 * @gap: what is missing, minor units, never negative; 0 without a target
 * @projection: what the period comes to at the pace so far, minor units; %CLINCH_PACE_UNKNOWN while
 *   no workday is over
 * @per_day: what each workday that is left must bring, minor units, rounded up; 0 without a gap,
 *   %CLINCH_PACE_UNKNOWN if no workday is left
 *
 * How far a target is, and where it should be.
 */
typedef struct
{
  ClinchPaceState state;
  int             days;
  int             elapsed;
  gint64          due;
  int             due_percent;
  int             percent;
  gint64          gap;
  gint64          projection;
  gint64          per_day;
} ClinchPace;

/**
 * clinch_workdays:
 * @from: a valid date
 * @to: a valid date
 *
 * Returns: days from Monday to Friday from @from to @to, both counted; 0 if @to is earlier.
 *   Holidays are not known
 */
int  clinch_workdays      (const char  *from,
                           const char  *to);

/**
 * clinch_pace_read:
 * @self: (out caller-allocates): the pace
 * @first: first day of the period, a valid date
 * @last: its last day
 * @today: the current day; it is not over yet
 * @target: what is to be won, minor units; 0 or less for no target
 * @won: what is won so far, minor units
 *
 * Due by now = target × elapsed ÷ days; projection = won ÷ elapsed × days; required a day = gap ÷
 * days left. Straight-line pacing, as in quota attainment reports; workdays instead of calendar
 * days are an own choice.
 */
void clinch_pace_read     (ClinchPace  *self,
                           const char  *first,
                           const char  *last,
                           const char  *today,
                           gint64       target,
                           gint64       won);

/**
 * clinch_gap_share:
 * @amount: what a deal would bring, minor units
 * @gap: what is missing, minor units
 *
 * Returns: the share of the gap in percent, rounded, may be above 100; -1 where nothing is missing
 */
int  clinch_gap_share     (gint64       amount,
                           gint64       gap);

G_END_DECLS
