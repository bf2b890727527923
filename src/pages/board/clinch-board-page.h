// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_BOARD_PAGE (clinch_board_page_get_type ())

/**
 * ClinchBoardPage:
 *
 * The opportunities of one pipeline, as a board or as a table, under one filter. What was looked at
 * last is remembered: pipeline, view, filter, density and place.
 */
G_DECLARE_FINAL_TYPE (ClinchBoardPage, clinch_board_page, CLINCH, BOARD_PAGE, ClinchPage)

G_END_DECLS
