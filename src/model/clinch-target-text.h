// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-target-report.h"

G_BEGIN_DECLS

/* What targets and forecasts come to, in words that pages and the command line share. */

/**
 * clinch_target_row_name:
 * @self: a row
 *
 * Returns: (transfer none): whose it is
 */
const char *clinch_target_row_name      (const ClinchTargetRow      *self);

/**
 * clinch_target_money:
 * @minor: minor units
 * @currency: their currency
 *
 * Returns: (transfer full): the amount, “–” for %CLINCH_PACE_UNKNOWN
 */
char       *clinch_target_money         (gint64                      minor,
                                         const char                 *currency)
                                         G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_target_percent:
 * @percent: a number
 *
 * Returns: (transfer full): “45 %”; “–” for less than 0
 */
char       *clinch_target_percent       (int                         percent)
                                         G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_pace_state_code:
 * @state: how a target stands
 *
 * Returns: (transfer none) (nullable): "reached", "on-pace", "behind" or "missed"; %NULL without a
 *   target
 */
const char *clinch_pace_state_code      (ClinchPaceState             state);

/**
 * clinch_pace_state_text:
 * @state: how a target stands
 *
 * Returns: (transfer none): the same for people; “No target” without one
 */
const char *clinch_pace_state_text      (ClinchPaceState             state);

/**
 * clinch_target_parts_text:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): a sentence where the targets right below it do not add up to
 *   its own; %NULL where they do, or there are none
 */
char       *clinch_target_parts_text    (const ClinchTargetRow      *self)
                                         G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_forecast_error_text:
 * @error: in percent, or %CLINCH_FORECAST_UNKNOWN
 *
 * Returns: (transfer full): “+20 %”, “−20 %”, “0 %” or “–”
 */
char       *clinch_forecast_error_text  (int                         error)
                                         G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_forecast_record_text:
 * @self: how well somebody foresees what they win
 *
 * Returns: (transfer full): a sentence
 */
char       *clinch_forecast_record_text (const ClinchForecastRecord *self)
                                         G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
