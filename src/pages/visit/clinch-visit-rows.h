// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-visit-brief.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The rows of the page before a visit. Those that can be ticked have a check button, which is
 * returned in @check. */

GtkWidget *clinch_visit_person_row   (const ClinchBriefPerson   *person,
                                      GtkWidget                **check);
GtkWidget *clinch_visit_question_row (const ClinchBriefQuestion *question,
                                      GtkWidget                **check);
GtkWidget *clinch_visit_notice_row   (const ClinchChainNotice   *notice);
GtkWidget *clinch_visit_deal_row     (const ClinchBriefDeal     *deal);
GtkWidget *clinch_visit_talk_row     (const ClinchBriefTalk     *talk);
GtkWidget *clinch_visit_material_row (const ClinchBriefMaterial *material);
/* Says that there is nothing. */
GtkWidget *clinch_visit_empty_row    (const char                *text);

G_END_DECLS
