// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_ATTENTION_PAGE (clinch_attention_page_get_type ())

/**
 * ClinchAttentionPage:
 *
 * Where effort and value do not match: a picture of all customers by priority and by the time they
 * were given, the two corners that are wrong as lists, and the shares of grades, teams and owners.
 */
G_DECLARE_FINAL_TYPE (ClinchAttentionPage, clinch_attention_page, CLINCH, ATTENTION_PAGE,
                      ClinchPage)

ClinchPage *clinch_attention_page_new (ClinchWorkspace *workspace);

G_END_DECLS
