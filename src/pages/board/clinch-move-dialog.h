// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_MOVE_DIALOG (clinch_move_dialog_get_type ())

/**
 * ClinchMoveDialog:
 *
 * What must be said when an opportunity is won or lost: amount and date signed; the reason and who
 * won it. Escape keeps the opportunity where it is.
 *
 * Signal “confirmed”: all that is needed was said; clinch_move_dialog_get_answer() has it. The
 * dialog closes then.
 */
G_DECLARE_FINAL_TYPE (ClinchMoveDialog, clinch_move_dialog, CLINCH, MOVE_DIALOG, AdwDialog)

/* @opportunity is NULL where @n_opportunities move together: then the amounts stay as they are.
 * @today is prefilled. */
ClinchMoveDialog *clinch_move_dialog_new           (ClinchWorkspace  *workspace,
                                                    ClinchRecord     *stage,
                                                    ClinchRecord     *opportunity,
                                                    guint             n_opportunities,
                                                    const char       *today);

/* A row of opportunity fields: amount and closed date, or lost reason and competitor. */
const ClinchRow  *clinch_move_dialog_get_answer    (ClinchMoveDialog *self);

/* Reads what was entered and, if it is all right, confirms. */
gboolean          clinch_move_dialog_confirm       (ClinchMoveDialog *self);

G_END_DECLS
