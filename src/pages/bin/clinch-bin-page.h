// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_BIN_PAGE (clinch_bin_page_get_type ())

/**
 * ClinchBinPage:
 *
 * What was deleted, by kind, with who did it and when; each can be brought back.
 *
 * Actions: “bin.restore” ((sx): kind word and id).
 */
G_DECLARE_FINAL_TYPE (ClinchBinPage, clinch_bin_page, CLINCH, BIN_PAGE, ClinchPage)

G_END_DECLS
