// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-customer-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_WHITESPACE_GRID (clinch_whitespace_grid_get_type ())

/**
 * ClinchWhitespaceGrid:
 *
 * Units of a customer against offerings of ours: how each stands and what it is worth, with sums.
 * Arrows go from cell to cell, Return opens one, Delete throws it away.
 *
 * Activates “plan.edit-whitespace” and “plan.delete-whitespace” (x) for a cell, and
 * “plan.fill-whitespace” ((ss): unit and offering) for an empty one.
 */
G_DECLARE_FINAL_TYPE (ClinchWhitespaceGrid, clinch_whitespace_grid, CLINCH, WHITESPACE_GRID, AdwBin)

GtkWidget *clinch_whitespace_grid_new      (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows another plan, or the same as it is now; the keyboard stays where it is. */
void       clinch_whitespace_grid_set_plan (ClinchWhitespaceGrid     *self,
                                            const ClinchCustomerPlan *plan,
                                            gboolean                  can_write);

G_END_DECLS
