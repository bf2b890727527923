// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The small dialogs of a decision chain, over the window of @parent. They add with a toast to undo
 * it. */

void clinch_chain_dialogs_fact      (GtkWidget       *parent,
                                     ClinchWorkspace *workspace,
                                     gint64           contact_id);

/* @opportunity_id, @contact_id and @asked_id are 0 where there is none. */
void clinch_chain_dialogs_help      (GtkWidget       *parent,
                                     ClinchWorkspace *workspace,
                                     gint64           customer_id,
                                     gint64           opportunity_id,
                                     gint64           contact_id,
                                     gint64           asked_id);

void clinch_chain_dialogs_influence (GtkWidget       *parent,
                                     ClinchWorkspace *workspace,
                                     gint64           customer_id,
                                     gint64           from_id);

/* Says who a placeholder is. */
void clinch_chain_dialogs_name      (GtkWidget       *parent,
                                     ClinchWorkspace *workspace,
                                     const ClinchRow *placeholder);

/* A visit that is planned: a note with its next step and the day, when the person is due where that
 * is known. With an opportunity it becomes its next step. */
void clinch_chain_dialogs_visit     (GtkWidget       *parent,
                                     ClinchWorkspace *workspace,
                                     gint64           customer_id,
                                     gint64           opportunity_id,
                                     gint64           contact_id,
                                     const char      *name,
                                     gint64           due_at);

/* Asks what came of a request for help, or why not. */
void clinch_chain_dialogs_outcome   (GtkWidget       *parent,
                                     ClinchWorkspace *workspace,
                                     gint64           request_id,
                                     const char      *state);

G_END_DECLS
