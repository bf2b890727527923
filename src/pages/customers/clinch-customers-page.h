// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_CUSTOMERS_PAGE (clinch_customers_page_get_type ())

/**
 * ClinchCustomersPage:
 *
 * All customers in a table that is searched, filtered and sorted. It keeps its place.
 *
 * Actions: “page.new”, “customers.owner” (s: "all" or "me"), “customers.grade” (s),
 * “customers.thin”, “customers.stale”, “customers.foreign” (b).
 */
G_DECLARE_FINAL_TYPE (ClinchCustomersPage, clinch_customers_page, CLINCH, CUSTOMERS_PAGE,
                      ClinchPage)

/* The customers in other currencies than the workspace's, for a page that cannot compare them. */
ClinchPage *clinch_customers_page_new_foreign (ClinchWorkspace *workspace);

G_END_DECLS
