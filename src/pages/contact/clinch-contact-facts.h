// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_CONTACT_FACTS (clinch_contact_facts_get_type ())

/**
 * ClinchContactFacts:
 *
 * What is known of a person, the newest first: each with where it is from and how sure it is. A
 * fact is opened to be edited, and deleted with a way to undo it.
 *
 * Actions: “facts.add”, “facts.delete” (x: a fact).
 */
G_DECLARE_FINAL_TYPE (ClinchContactFacts, clinch_contact_facts, CLINCH, CONTACT_FACTS,
                      AdwPreferencesGroup)

GtkWidget *clinch_contact_facts_new         (ClinchWorkspace    *workspace);

/* Whom they are about. */
void       clinch_contact_facts_set_contact (ClinchContactFacts *self,
                                             gint64              contact_id);

G_END_DECLS
