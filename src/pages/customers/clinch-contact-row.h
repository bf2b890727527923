// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-next-touch.h"
#include "clinch-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row for a contact: who it is, a button to call and one to write a mail where there is what they
 * need, and a menu. It activates “customer.launch” (s) and “customer.copy-wechat” (s), and with the
 * contact's key (x) “customer.export-contact”, “customer.merge-contact” and
 * “customer.delete-contact”. */
GtkWidget *clinch_contact_row_new  (ClinchRecord          *contact,
                                    gboolean               can_write);
/* Says who it is and, unless @touch is NULL, when to be in touch next. */
void       clinch_contact_row_show (GtkWidget             *row,
                                    ClinchRecord          *contact,
                                    const ClinchNextTouch *touch);

G_END_DECLS
