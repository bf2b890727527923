// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-page.h"
#include "clinch-record-list.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_CONTACT_PAGE (clinch_contact_page_get_type ())

/**
 * ClinchContactPage:
 *
 * All about one person at a customer: who they are and how to reach them, when to be in touch next,
 * what is known of them and what happened with them. With a list as its context it goes on to the
 * one before or behind without leaving.
 *
 * Actions: “contact.previous”, “contact.next”, “contact.call”, “contact.mail”,
 * “contact.copy-wechat”, “contact.export”, “contact.merge”, “contact.delete”, “contact.restore”.
 */
G_DECLARE_FINAL_TYPE (ClinchContactPage, clinch_contact_page, CLINCH, CONTACT_PAGE, ClinchPage)

/* @context is the list it was opened from, of contacts, or NULL. */
ClinchPage *clinch_contact_page_new (ClinchWorkspace  *workspace,
                                     gint64            id,
                                     ClinchRecordList *context);

G_END_DECLS
