// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_CUSTOMER_PAGE (clinch_customer_page_get_type ())

/**
 * ClinchCustomerPage:
 *
 * All about one customer: its fields, people, opportunities, subsidiaries and what happened.
 *
 * Actions: “customer.new-contact”, “customer.new-opportunity”, “customer.delete”,
 * “customer.restore”, “customer.delete-contact” (x), “customer.write-to” (s: an address of mailto:,
 * tel: or a web page).
 */
G_DECLARE_FINAL_TYPE (ClinchCustomerPage, clinch_customer_page, CLINCH, CUSTOMER_PAGE, ClinchPage)

ClinchPage *clinch_customer_page_new (ClinchWorkspace *workspace,
                                      gint64           id);
G_END_DECLS
