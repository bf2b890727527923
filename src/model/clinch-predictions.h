// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-calibration.h"
#include "clinch-db.h"

G_BEGIN_DECLS

/**
 * ClinchPredictor:
 * @member_id: key of the owner; 0 for all owners together
 * @name: (nullable): what they are called
 * @calibration: how well their own probabilities met the outcome
 */
typedef struct
{
  gint64            member_id;
  char             *name;
  ClinchCalibration calibration;
} ClinchPredictor;

/**
 * clinch_predictions_load:
 * @db: a workspace
 * @error: where the reason goes
 *
 * Compares what owners thought of their opportunities before they ended with how they ended. Only
 * probabilities of their own count, not those of the stage.
 *
 * Returns: (transfer full) (nullable) (element-type ClinchPredictor): all owners together first,
 *   then each, those with the most predictions first; free with g_ptr_array_unref()
 */
GPtrArray *clinch_predictions_load (ClinchDb  *db,
                                    GError   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_predictor_text:
 * @self: a predictor
 *
 * Returns: (transfer full): how many of their opportunities ended, what was expected of them and
 *   what came, in words
 */
char      *clinch_predictor_text    (const ClinchPredictor *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_predictor_verdict:
 * @self: a predictor
 *
 * Returns: (transfer full): to which side they lean, in words
 */
char      *clinch_predictor_verdict (const ClinchPredictor *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
