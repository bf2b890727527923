// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-window.h"

G_BEGIN_DECLS

/* The window's actions that open a dialog over whatever page is shown, or find what is to be
 * opened. */
void clinch_window_tools_install     (GtkWidgetClass *klass);

/* Opens what a record without a page of its own belongs to. */
void clinch_window_tools_open_parent (ClinchWindow   *window,
                                      ClinchKind      kind,
                                      gint64          id);

G_END_DECLS
