// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days that the account of what really happened looks back. */
#define CLINCH_CADENCE_WINDOW 90

/**
 * ClinchCadenceState:
 * @CLINCH_CADENCE_NONE: no rhythm is asked for
 * @CLINCH_CADENCE_NEVER: one is, and it has never begun
 * @CLINCH_CADENCE_KEPT: the next time is still to come
 * @CLINCH_CADENCE_LATE: the next time has passed
 */
typedef enum
{
  CLINCH_CADENCE_NONE,
  CLINCH_CADENCE_NEVER,
  CLINCH_CADENCE_KEPT,
  CLINCH_CADENCE_LATE,
} ClinchCadenceState;

/**
 * ClinchCadence:
 * @state: whether the rhythm is kept
 * @days_since: whole days since the last time, 0 for today; -1 if there was none
 * @days_late: days since the day on which the next time was due, 0 unless late
 * @days_left: days until the next time is due, 0 for today; -1 unless kept
 *
 * A rhythm and what really happened.
 */
typedef struct
{
  ClinchCadenceState state;
  int                days_since;
  int                days_late;
  int                days_left;
} ClinchCadence;

/**
 * clinch_cadence:
 * @every_days: how often something shall happen, 0 or less for no rhythm
 * @last_on: (nullable): ISO date on which it last happened
 * @today: the current day, ISO
 *
 * The next time is due @every_days after the last; on that day itself the rhythm is still kept. A
 * day to come counts as today. Own default.
 *
 * Returns: how it stands
 */
ClinchCadence clinch_cadence          (int         every_days,
                                       const char *last_on,
                                       const char *today);

/**
 * clinch_cadence_expected:
 * @every_days: how often something shall happen, 0 or less for no rhythm
 * @window_days: days looked at
 *
 * Returns: how often it should have happened in that time, rounded half up; 0 without a rhythm
 */
int           clinch_cadence_expected (int         every_days,
                                       int         window_days);

G_END_DECLS
