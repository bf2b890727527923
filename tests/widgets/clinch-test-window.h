// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-test-store.h"
#include "clinch-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ClinchTestWindow:
 * @store: the workspace's folder, closed while the window is there
 * @workspace: the open workspace
 * @window: a window that has the actions of the program's own
 * @toasts: (element-type utf8): what was shown as a toast
 * @opened: (element-type utf8): what was opened, "customers 3"
 *
 * A window for the tests of widgets and pages.
 */
typedef struct
{
  ClinchTestStore *store;
  ClinchWorkspace *workspace;
  GtkWindow *window;
  GPtrArray *toasts;
  GPtrArray *opened;
} ClinchTestWindow;

typedef gboolean (*ClinchTestCondition) (gpointer data);

/**
 * clinch_test_ui_init:
 *
 * Starts the toolkit with our templates and styles; once, in main().
 */
void              clinch_test_ui_init        (int                 *argc,
                                              char              ***argv);

/**
 * clinch_test_window_new:
 * @store: (transfer full): a workspace with what the test needs
 *
 * Returns: (transfer full): a window on it
 */
ClinchTestWindow *clinch_test_window_new     (ClinchTestStore     *store) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_window_free:
 * @self: a window
 *
 * Destroys the window and closes the workspace; asserts that nobody holds on to it.
 */
void              clinch_test_window_free    (ClinchTestWindow    *self);

/**
 * clinch_test_window_show:
 * @self: a window
 * @child: what it shall hold
 *
 * Shows it and waits until it is there.
 */
void              clinch_test_window_show    (ClinchTestWindow    *self,
                                              GtkWidget           *child);

/**
 * clinch_test_window_record:
 * @self: a window
 * @kind: a kind
 * @id: key of a record
 *
 * Returns: (transfer full): the record, loaded
 */
ClinchRecord     *clinch_test_window_record  (ClinchTestWindow    *self,
                                              ClinchKind           kind,
                                              gint64               id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_wait:
 * @condition: what shall become true
 * @data: its data
 *
 * Turns the main loop until @condition holds; fails the test, with the name of what it waited for
 * and the place, if it never does.
 */
#define clinch_test_wait(condition, data) \
        clinch_test_wait_at ((condition), (data), #condition, G_STRLOC)

void              clinch_test_wait_at        (ClinchTestCondition  condition,
                                              gpointer             data,
                                              const char          *name,
                                              const char          *place);

/**
 * clinch_test_dialog_is_open:
 * @dialog: (nullable): the dialog in front of a window
 *
 * What was presented is in front at once, but comes in two frames later; whoever closes it before
 * leaves it behind, with the keyboard in it.
 *
 * Returns: whether @dialog has come in
 */
gboolean          clinch_test_dialog_is_open (AdwDialog           *dialog);

/**
 * clinch_test_window_wait_dialog:
 * @self: a window
 *
 * Turns the main loop until a dialog is open.
 *
 * Returns: (transfer none): the dialog
 */
AdwDialog        *clinch_test_window_wait_dialog (ClinchTestWindow *self);

/**
 * clinch_test_window_has_no_dialog:
 * @self: a window, as the data of clinch_test_wait()
 *
 * Returns: whether no dialog is in front of the page
 */
gboolean          clinch_test_window_has_no_dialog (gpointer self);

/**
 * clinch_test_settle:
 * @self: a window
 *
 * Turns the main loop until all that was given to the store is done and shown.
 */
void              clinch_test_settle         (ClinchTestWindow    *self);

/**
 * clinch_test_key:
 * @widget: the widget that has the keyboard
 * @key: what is pressed
 * @state: modifiers held
 *
 * Gives the key to the controllers from the window to the widget and back.
 *
 * Returns: %TRUE if one of them took it
 */
gboolean          clinch_test_key            (GtkWidget           *widget,
                                              guint                key,
                                              GdkModifierType      state);

/**
 * clinch_test_clipboard_text:
 * @widget: a widget that is shown
 *
 * Waits until there is text in the clipboard.
 *
 * Returns: (transfer full): the text
 */
char             *clinch_test_clipboard_text (GtkWidget           *widget)
                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_test_find:
 * @root: a widget
 * @type: type of the one looked for
 * @text: (nullable): the label or text that it shows, or has in it
 *
 * Returns: (transfer none) (nullable): the first such widget that is visible
 */
GtkWidget        *clinch_test_find           (GtkWidget           *root,
                                              GType                type,
                                              const char          *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchTestWindow, clinch_test_window_free)

G_END_DECLS
