// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Dialogs for new records, over the window of @parent. They add with a toast to undo it; a new
 * customer or opportunity is opened then. */

/* @name is what it is called so far, or NULL. Similar names that exist are offered instead. */
void clinch_new_customer    (GtkWidget       *parent,
                             ClinchWorkspace *workspace,
                             const char      *name);

/* @customer_id and @stage_id are 0 where they are not known. */
void clinch_new_opportunity (GtkWidget       *parent,
                             ClinchWorkspace *workspace,
                             gint64           customer_id,
                             gint64           stage_id);

void clinch_new_contact     (GtkWidget       *parent,
                             ClinchWorkspace *workspace,
                             gint64           customer_id);

/* Something worth showing, for customers of @industry, which may be NULL. */
void clinch_new_material    (GtkWidget       *parent,
                             ClinchWorkspace *workspace,
                             const char      *industry);

/* The same fields for records that exist, each saved where it stands. */
void clinch_edit_contact    (GtkWidget       *parent,
                             ClinchWorkspace *workspace,
                             ClinchRecord    *contact);
void clinch_edit_follow_up  (GtkWidget       *parent,
                             ClinchWorkspace *workspace,
                             ClinchRecord    *follow_up);

G_END_DECLS
