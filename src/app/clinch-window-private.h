// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-failure-page.h"
#include "clinch-page-registry.h"
#include "clinch-profile-refresh.h"
#include "clinch-window.h"

G_BEGIN_DECLS

/* Shared by the parts of the window: its pages (clinch-window.c), how workspaces are opened and
 * closed (clinch-window-workspaces.c), and the actions for that
 * (clinch-window-workspace-actions.c). */
struct _ClinchWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  GtkWidget *welcome_page;
  GtkWidget *opening_label;
  GtkProgressBar *opening_bar;
  GtkWidget *cancel_button;
  ClinchFailurePage *failure_page;
  AdwBanner *sample_banner;
  AdwBanner *read_only_banner;
  AdwNavigationSplitView *split_view;
  GtkMenuButton *menu_button;
  GtkListBox *sidebar_list;
  GtkWidget *status_button;
  GtkLabel *title_label;
  GtkLabel *status_label;
  AdwNavigationPage *content_page;
  AdwNavigationView *navigation_view;

  GSettings *settings;
  ClinchWorkspace *workspace;
  ClinchProfileRefresh *refresh;
  GHashTable *pages; /* name to ClinchPage, kept so that a page keeps its place */
  const ClinchPageInfo *current;
  guint focus_source;

  /* While a workspace is being opened */
  guint opening;         /* counts; an answer to an earlier question comes too late */
  char *waiting_action;  /* what to do once a workspace is shown */
  GVariant *waiting_parameter;
  GCancellable *filling; /* cancels the sample */
  gboolean closing;
};

void clinch_window_show_toast         (ClinchWindow    *self,
                                       const char      *message);
/* With a button that activates @action. */
void clinch_window_offer_toast        (ClinchWindow    *self,
                                       const char      *message,
                                       const char      *button,
                                       const char      *action);
void clinch_window_forget_pages       (ClinchWindow    *self);
void clinch_window_update_status      (ClinchWindow    *self);
void clinch_window_update_actions     (ClinchWindow    *self);

/* Takes over an open workspace and shows it. */
void clinch_window_take_workspace     (ClinchWindow    *self,
                                       ClinchWorkspace *workspace);
void clinch_window_drop_workspace     (ClinchWindow    *self);
void clinch_window_remove_sample      (ClinchWindow    *self);
/* FALSE if a dialog has to be answered first. */
gboolean clinch_window_may_close      (ClinchWindow    *self);
/* Back to what was there before a workspace could not be opened. */
void clinch_window_leave_failure      (ClinchWindow    *self);
void clinch_window_workspaces_install (GtkWidgetClass  *klass);

G_END_DECLS
