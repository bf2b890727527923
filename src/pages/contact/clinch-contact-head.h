// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_CONTACT_HEAD (clinch_contact_head_get_type ())

/**
 * ClinchContactHead:
 *
 * Who a person is, how to reach them, and when to be in touch with them next.
 *
 * Buttons activate “contact.call”, “contact.mail” and “contact.copy-wechat” of the page.
 */
G_DECLARE_FINAL_TYPE (ClinchContactHead, clinch_contact_head, CLINCH, CONTACT_HEAD, AdwBin)

GtkWidget *clinch_contact_head_new        (ClinchWorkspace   *workspace);

void       clinch_contact_head_set_record (ClinchContactHead *self,
                                           ClinchRecord      *record);

G_END_DECLS
