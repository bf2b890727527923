// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_TEXT_AREA (clinch_text_area_get_type ())

/**
 * ClinchTextArea:
 *
 * A text of several lines that is as high as what stands in it, at the width it is given. A text
 * view by itself knows its height only for the width it had last, which for one that was never
 * shown is none: a letter a line.
 */
G_DECLARE_FINAL_TYPE (ClinchTextArea, clinch_text_area, CLINCH, TEXT_AREA, GtkTextView)

GtkWidget *clinch_text_area_new (void);

G_END_DECLS
