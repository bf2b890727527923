// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_MATERIAL_PAGE (clinch_material_page_get_type ())

/**
 * ClinchMaterialPage:
 *
 * One piece of material: what it is, whom of one's own customers it suits and who has seen it.
 *
 * Actions: “material.open-link”, “material.share” (x: key of a customer, 0 for one still to be
 * named), “material.open-customer” (x), “material.delete”, “material.restore”.
 */
G_DECLARE_FINAL_TYPE (ClinchMaterialPage, clinch_material_page, CLINCH, MATERIAL_PAGE, ClinchPage)

ClinchPage *clinch_material_page_new (ClinchWorkspace *workspace,
                                      gint64           id);

G_END_DECLS
