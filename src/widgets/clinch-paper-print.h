// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * clinch_paper_create_operation:
 * @paper: (transfer full): a document
 * @name: what it is called in the printer's queue
 *
 * Returns: (transfer full): what prints it, as it is, on A4
 */
GtkPrintOperation *clinch_paper_create_operation (ClinchPaper *paper,
                                                  const char  *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_paper_print:
 * @paper: (transfer full): a document
 * @name: what it is called in the printer's queue
 * @widget: a widget in the window that the print dialog belongs to
 * @error: the reason
 *
 * Opens the print dialog. Does not wait until somebody has chosen there.
 *
 * Returns: %FALSE if there is no printing
 */
gboolean           clinch_paper_print            (ClinchPaper *paper,
                                                  const char  *name,
                                                  GtkWidget   *widget,
                                                  GError     **error);

G_END_DECLS
