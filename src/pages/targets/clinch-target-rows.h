// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-target-deals.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The rows of the page of a target. They activate actions of the page. */

/* Target, won, expected, gap and what it takes: rows; “page.list” opens the opportunities
 * behind. */
GPtrArray *clinch_target_rows_figures  (const ClinchTargetRow    *row) G_GNUC_WARN_UNUSED_RESULT;
/* An opportunity with what it would bring; “page.open-deal” opens it. */
GtkWidget *clinch_target_rows_deal     (const ClinchTargetDeal   *deal,
                                        const char               *currency,
                                        const char               *today,
                                        gboolean                  with_owner)
                                        G_GNUC_WARN_UNUSED_RESULT;
/* What was forecast of a period and what came of it; “page.call” changes what was said. */
GtkWidget *clinch_target_rows_forecast (const ClinchTargetReport *report,
                                        const ClinchTargetRow    *row,
                                        int                       back,
                                        gboolean                  can_write)
                                        G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
