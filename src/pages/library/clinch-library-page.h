// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_LIBRARY_PAGE (clinch_library_page_get_type ())

/**
 * ClinchLibraryPage:
 *
 * What there is to show to customers, in a table that is searched, filtered and sorted.
 *
 * Actions: “page.new”; of what is selected: “page.open-link”, “page.share”, “page.delete”;
 * “library.kind” (s: code of a kind, "" for all), “library.unused” (whether only what nobody was
 * shown is listed).
 */
G_DECLARE_FINAL_TYPE (ClinchLibraryPage, clinch_library_page, CLINCH, LIBRARY_PAGE, ClinchPage)

G_END_DECLS
