// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchStageType:
 * @CLINCH_STAGE_OPEN: the opportunity is being worked on
 * @CLINCH_STAGE_WON: it ended with a contract
 * @CLINCH_STAGE_LOST: it ended without one
 *
 * All that logic may know about a stage; its name is data.
 */
typedef enum
{
  CLINCH_STAGE_OPEN,
  CLINCH_STAGE_WON,
  CLINCH_STAGE_LOST,
} ClinchStageType;

/**
 * ClinchStageHealth:
 * @CLINCH_STAGE_HEALTH_NONE: no limit applies
 * @CLINCH_STAGE_HEALTH_OK: less than 80 % of the limit has passed
 * @CLINCH_STAGE_HEALTH_AMBER: 80 % or more
 * @CLINCH_STAGE_HEALTH_RED: the limit is reached or past
 */
typedef enum
{
  CLINCH_STAGE_HEALTH_NONE,
  CLINCH_STAGE_HEALTH_OK,
  CLINCH_STAGE_HEALTH_AMBER,
  CLINCH_STAGE_HEALTH_RED,
} ClinchStageHealth;

/**
 * ClinchStageClock:
 * @days: whole days of 24 hours since the stage was entered
 * @limit_days: the limit it is measured against, 0 for none
 * @percent: share of the limit that has passed, rounded down; 0 without a limit
 * @health: what that means
 *
 * How long an opportunity has stood in its stage.
 */
typedef struct
{
  int               days;
  int               limit_days;
  int               percent;
  ClinchStageHealth health;
} ClinchStageClock;

/**
 * clinch_stage_clock_read:
 * @entered: when the stage was entered, Unix seconds; one in the future counts as now
 * @now: the current instant, Unix seconds
 * @type: the type of the stage; won and lost stages have no limit
 * @limit_days: the limit of the stage in days, 0 or less for none
 *
 * Returns: the reading
 */
ClinchStageClock clinch_stage_clock_read         (gint64          entered,
                                                  gint64          now,
                                                  ClinchStageType type,
                                                  int             limit_days);

/**
 * clinch_stage_clock_cutoff:
 * @now: the current instant, Unix seconds
 * @limit_days: the limit of a stage in days, more than 0
 * @percent: the share of the limit, 100 for red, 80 for amber
 *
 * The same rule for a query over many rows: who entered at or before this instant has used up
 * @percent of the limit.
 *
 * Returns: Unix seconds
 */
gint64           clinch_stage_clock_cutoff       (gint64          now,
                                                  int             limit_days,
                                                  int             percent);

/**
 * clinch_stage_over_limit_percent:
 * @over: opportunities of a column that are over the limit
 * @total: all of the column
 *
 * The share that the head of a board column shows. Rounded, but 0 only if none is over the limit,
 * and 100 only if all are, so that a single late one in a long column is not hidden.
 *
 * Returns: 0 to 100
 */
int              clinch_stage_over_limit_percent (gint64          over,
                                                  gint64          total);

/**
 * clinch_weighted_amount:
 * @minor: amount in minor units
 * @probability: percent; below 0 counts as 0, above 100 as 100
 *
 * What an opportunity adds to a weighted sum. Rounded half away from zero for each opportunity, so
 * that a weighted sum is the sum of the figures behind it.
 *
 * Returns: minor units
 */
gint64           clinch_weighted_amount          (gint64          minor,
                                                  int             probability);

G_END_DECLS
