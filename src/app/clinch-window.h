// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-application.h"
#include "clinch-workspace.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_WINDOW (clinch_window_get_type ())

/**
 * ClinchWindow:
 *
 * The window: a sidebar of pages and the page chosen there with those opened from it. Before a
 * workspace is open it greets. See #ClinchPage for the actions that pages use.
 */
G_DECLARE_FINAL_TYPE (ClinchWindow, clinch_window, CLINCH, WINDOW, AdwApplicationWindow)

ClinchWindow    *clinch_window_new             (ClinchApplication *application);
ClinchWorkspace *clinch_window_get_workspace   (ClinchWindow      *self);
void             clinch_window_open_workspace  (ClinchWindow      *self,
                                                const char        *directory,
                                                ClinchStoreOpen    mode);
void             clinch_window_show_page       (ClinchWindow      *self,
                                                const char        *name);
void             clinch_window_show_welcome    (ClinchWindow      *self);

/* Activates one of the window's actions, at once or as soon as a workspace is open. */
void             clinch_window_when_open       (ClinchWindow      *self,
                                                const char        *action,
                                                GVariant          *parameter);

/* Whether nothing was opened yet and the window offers the ways to begin. */
gboolean         clinch_window_is_welcoming    (ClinchWindow      *self);

/* Closes the window at once, asking nobody; what is under way is given up. */
void             clinch_window_end             (ClinchWindow      *self);

/* Builds everything that shows text anew, after the language changed; the place is kept. Returns
 * the window that takes the place of this one. */
ClinchWindow    *clinch_window_retranslate     (ClinchWindow      *self);

G_END_DECLS
