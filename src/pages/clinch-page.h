// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_PAGE (clinch_page_get_type ())

/**
 * ClinchPage:
 *
 * What the window shows beside its sidebar: a page of the sidebar or one that was opened from
 * there. It knows the workspace and talks to the window through actions only:
 *
 * - “win.open” (sx): kind word and id; opens a record's page
 * - “win.show-page” (s): name of a page of the sidebar
 * - “win.toast” (s) and “win.toast-undo” (sx): a message; a message with an Undo button for a step
 * - “win.quick-entry-for” (sx): quick entry about the record of that kind and id
 * - “win.log-contact” (xx): quick entry about a person, and an opportunity or 0
 * - “win.share” (xx): quick entry about showing that material to a customer, or 0
 * - “win.search”, “win.quick-entry”, “win.import”, “win.undo”, “win.redo”
 */
G_DECLARE_DERIVABLE_TYPE (ClinchPage, clinch_page, CLINCH, PAGE, AdwNavigationPage)

struct _ClinchPageClass
{
  AdwNavigationPageClass parent_class;

  /* Puts the keyboard into the page's own search or filter; NULL where it has none. */
  void (*focus_search) (ClinchPage *self);
  /* Begins a new record of the sort that the page shows; NULL where it has none. */
  void (*add) (ClinchPage *self);
};

ClinchWorkspace *clinch_page_get_workspace   (ClinchPage            *self);
GCancellable    *clinch_page_get_cancellable (ClinchPage            *self);
gboolean         clinch_page_focus_search    (ClinchPage            *self);
gboolean         clinch_page_add             (ClinchPage            *self);

/* The following work from any widget inside the window. */
void             clinch_page_toast           (GtkWidget             *widget,
                                              const char            *message);
void             clinch_page_toast_undo      (GtkWidget             *widget,
                                              const char            *message,
                                              const ClinchChangeSet *changes);
void             clinch_page_report          (GtkWidget             *widget,
                                              const GError          *error);

/**
 * clinch_page_finish:
 * @widget: a widget inside the window
 * @result: of one of the actions that change records
 * @message: (nullable): what was done, in place of the step's own words
 *
 * Finishes an action: says what was done, with an Undo button, or why it was not.
 *
 * Returns: whether it was done
 */
gboolean         clinch_page_finish          (GtkWidget             *widget,
                                              GAsyncResult          *result,
                                              const char            *message);

/**
 * clinch_page_done_cb:
 * @object: ignored
 * @result: of an action
 * @user_data: (transfer full): a widget inside the window
 *
 * For actions that need no more than clinch_page_finish() when they are done.
 */
void             clinch_page_done_cb         (GObject               *object,
                                              GAsyncResult          *result,
                                              gpointer               user_data);

/**
 * clinch_page_copy:
 * @widget: a widget inside the window
 * @text: what goes to the clipboard
 * @message: (nullable): what is said about it, %NULL for no more than that it was copied
 *
 * Puts a text into the clipboard, and says so.
 */
void             clinch_page_copy            (GtkWidget             *widget,
                                              const char            *text,
                                              const char            *message);

/**
 * clinch_page_update_later:
 * @widget: a widget
 * @update: shows it anew
 *
 * Has @widget updated once, when what is happening now is over: a step changes several fields at
 * once, each with a notification of its own. A widget that was disposed of meanwhile is left alone.
 */
void             clinch_page_update_later    (GtkWidget             *widget,
                                              void                 (*update) (GtkWidget *widget));

void             clinch_page_open            (GtkWidget             *widget,
                                              ClinchKind             kind,
                                              gint64                 id);
void             clinch_page_push            (GtkWidget             *widget,
                                              AdwNavigationPage     *page);

G_END_DECLS
