// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"

G_BEGIN_DECLS

/* Says on @page that @n customers in other currencies are not compared with the others there, and
 * opens the list of them. */
GtkWidget *clinch_foreign_row_new (ClinchPage *page,
                                   guint       n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
