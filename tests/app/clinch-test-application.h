// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-test-store.h"
#include "clinch-test-window.h"
#include "clinch-window.h"

G_BEGIN_DECLS

/* The program itself in a test: one application for the process, a window for each test. Folders
 * and settings are the test's own. */

/**
 * clinch_test_application_init:
 *
 * Starts the toolkit and the application; once, in main().
 */
void               clinch_test_application_init   (int             *argc,
                                                   char          ***argv);

/**
 * clinch_test_application_end:
 *
 * Ends the application after the tests.
 */
void               clinch_test_application_end    (void);

/**
 * clinch_test_application_get:
 *
 * Returns: (transfer none): the application
 */
ClinchApplication *clinch_test_application_get    (void);

/**
 * clinch_test_application_settings:
 *
 * Returns: (transfer none): its settings
 */
GSettings         *clinch_test_application_settings (void);

/**
 * clinch_test_application_reset:
 *
 * Closes the window, if there is one, waits until its workspace is closed, and sets all settings
 * back, as before a first start.
 */
void               clinch_test_application_reset  (void);

/**
 * clinch_test_application_window:
 *
 * Returns: (transfer none) (nullable): the window that is there now
 */
ClinchWindow      *clinch_test_application_window (void);

/**
 * clinch_test_application_open:
 * @directory: folder of a workspace
 * @mode: how to open it
 *
 * Opens it in the window, which is made where there is none, and waits for the outcome.
 *
 * Returns: (transfer none): the window
 */
ClinchWindow      *clinch_test_application_open   (const char      *directory,
                                                   ClinchStoreOpen  mode);

/**
 * clinch_test_application_wait_shown:
 * @name: what the window shall show: "welcome", "opening", "failure", "workspace"
 */
void               clinch_test_application_wait_shown (const char  *name);

/**
 * clinch_test_application_dialog:
 *
 * Returns: (transfer none) (nullable): the dialog that is shown over the window
 */
AdwDialog         *clinch_test_application_dialog (void);

G_END_DECLS
