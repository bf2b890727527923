// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchStageStep:
 * @from: stage that was left, 0 where the opportunity was new
 * @to: stage that was entered
 * @at: when, Unix seconds
 *
 * A move of an opportunity.
 */
typedef struct
{
  gint64 from;
  gint64 to;
  gint64 at;
} ClinchStageStep;

/**
 * ClinchStageVisit:
 * @entered: when the stage was entered last, Unix seconds; 0 if it never was
 * @days: whole days of 24 hours spent in it, all visits together
 * @n_visits: how often it was entered
 *
 * What an opportunity's history says of one stage.
 */
typedef struct
{
  gint64 entered;
  int    days;
  int    n_visits;
} ClinchStageVisit;

/**
 * clinch_stage_history_read:
 * @steps: (array length=n_steps): the moves, in any order
 * @n_steps: how many
 * @current: the stage it stands in
 * @entered: when that was entered, Unix seconds
 * @begun: when the opportunity was added, Unix seconds
 * @now: the current instant, Unix seconds
 * @stages: (array length=n_stages): the stages asked for
 * @n_stages: how many
 * @visits: (out caller-allocates) (array length=n_stages): what is known of each
 *
 * Reads the moves as visits. Where the first move leaves a stage that no move entered (imported, or
 * older than its log), that one was entered when the opportunity began.
 */
void clinch_stage_history_read (const ClinchStageStep *steps,
                                gsize                  n_steps,
                                gint64                 current,
                                gint64                 entered,
                                gint64                 begun,
                                gint64                 now,
                                const gint64          *stages,
                                gsize                  n_stages,
                                ClinchStageVisit      *visits);

G_END_DECLS
