// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-command-private.h"
#include "clinch-target-report.h"

G_BEGIN_DECLS

/* What the commands on targets and forecasts share. */

/* Looks at --period, --owner and --team before a workspace is opened. */
gboolean            clinch_command_prepare_period (ClinchCommandRun         *run,
                                                   GError                  **error);
/* The period that is asked for, else the quarter of today. */
void                clinch_command_read_period    (const ClinchCommandRun   *run,
                                                   ClinchPeriod             *period);
/* The targets of that period; @top is the row of whom is asked for, else the company's. */
ClinchTargetReport *clinch_command_read_targets   (ClinchCommandRun         *run,
                                                   ClinchDb                 *db,
                                                   const ClinchTargetRow   **top,
                                                   GError                  **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;

/* Begins an object with the members of a period; and members of one: whose a row is, an amount. */
void                clinch_command_json_period    (GString                  *out,
                                                   const ClinchPeriod       *period);
void                clinch_command_json_scope     (GString                  *out,
                                                   ClinchDb                 *db,
                                                   const ClinchTargetRow    *row);
void                clinch_command_json_amount    (GString                  *out,
                                                   const char               *name,
                                                   gboolean                  known,
                                                   gint64                    minor,
                                                   const char               *currency);

G_END_DECLS
