// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

/* Puts the record that @page shows into the recycle bin, with a toast to undo it, and leaves the
 * page if it is in front then. */
void clinch_record_removal_delete  (ClinchPage   *page,
                                    ClinchRecord *record);
void clinch_record_removal_restore (ClinchPage   *page,
                                    ClinchRecord *record);

G_END_DECLS
