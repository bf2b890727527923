// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"
#include "clinch-target-report.h"

G_BEGIN_DECLS

/* What is done about targets and forecasts, from the pages that show them. @back says how many
 * periods before the chosen one is meant. */

/* Asks for the amount of a target: of the one that is there, or of a new one. */
void clinch_target_set      (ClinchPage               *page,
                             const ClinchTargetReport *report,
                             const ClinchTargetRow    *row);
/* Asks what a member says they will win. */
void clinch_target_call     (ClinchPage               *page,
                             const ClinchTargetReport *report,
                             const ClinchTargetRow    *row,
                             int                       back);
/* Keeps what is expected of a period now, for whoever has no forecast of it yet. */
void clinch_target_keep     (ClinchPage               *page,
                             const ClinchPeriod       *period);

G_END_DECLS
