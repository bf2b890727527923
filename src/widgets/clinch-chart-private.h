// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chart-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The sheet that a widget is: its size, font, direction and the colours of its window. */
void        clinch_chart_fill_sheet     (GtkWidget        *widget,
                                         ClinchChartSheet *sheet);

/* A picture for other programs, which have white paper: light whatever the window is. */
GdkTexture *clinch_chart_create_texture (GtkWidget       *widget,
                                         ClinchChartData *data) G_GNUC_WARN_UNUSED_RESULT;

/* Asks where to save a picture to, saves it, and says what came of it in a toast. */
void        clinch_chart_save           (GtkWidget       *widget,
                                         ClinchChartData *data);

G_END_DECLS
