// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-rule-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A number from 0 to @upper that is a field of @record as @draft has it, for a spin button: what is
 * typed goes into the draft, what becomes of the record and the draft shows. */
GtkAdjustment *clinch_draft_adjustment_new (ClinchRuleDraft *draft,
                                            ClinchRecord    *record,
                                            int              field,
                                            double           upper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
