// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_SAVED_VIEWS (clinch_saved_views_get_type ())

/**
 * ClinchSavedViews:
 *
 * The views of a page that were kept under a name: choose one, rename it where it stands, delete
 * it, keep another.
 *
 * Signals: “chosen” (string): the state that a view was saved with. “save” (): the state of now is
 * wanted; answer with clinch_saved_views_save().
 */
G_DECLARE_FINAL_TYPE (ClinchSavedViews, clinch_saved_views, CLINCH, SAVED_VIEWS, GtkPopover)

/* @page is the name under which the views are kept apart from those of other pages. */
GtkWidget *clinch_saved_views_new  (ClinchWorkspace  *workspace,
                                    const char       *page) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps a state under the name that was typed. */
void       clinch_saved_views_save (ClinchSavedViews *self,
                                    const char       *state);

G_END_DECLS
