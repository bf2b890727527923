// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-paper.h"
#include "clinch-visit-brief.h"

G_BEGIN_DECLS

/* A customer on paper, for the visit without network. Needs no display. */

/* The paper, in the reader's language. It takes what it needs of @brief. */
ClinchPaper *clinch_dossier_new         (const ClinchVisitBrief  *brief) G_GNUC_WARN_UNUSED_RESULT;
/* The same as a PDF document. */
GBytes      *clinch_dossier_render      (const ClinchVisitBrief  *brief,
                                         GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
