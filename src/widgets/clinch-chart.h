// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chart-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_CHART (clinch_chart_get_type ())

/**
 * ClinchChart:
 *
 * A picture of some data that can be pointed at, walked with the keyboard, copied and saved.
 *
 * Keyboard: arrows, Home and End go from spot to spot, Return and Space activate one, Escape puts
 * the tip away, Menu and Shift+F10 open the menu. The tip of a spot shows on hover and with the
 * keyboard.
 *
 * Accessibility: an image whose label is the title and whose description is the data in words; the
 * spot that the keyboard goes to is announced. The data is a list model for a table beside it.
 *
 * Actions: `chart.copy`, `chart.save`. Style class: `chart`.
 */
G_DECLARE_DERIVABLE_TYPE (ClinchChart, clinch_chart, CLINCH, CHART, GtkWidget)

struct _ClinchChartClass
{
  GtkWidgetClass parent_class;

  /* Whether a spot is a point of the data, so that it is still the same one when values change. */
  gboolean spots_are_points;

  void (*activate_spot) (ClinchChart *self,
                         int          spot);
};

ClinchChartData    *clinch_chart_get_data     (ClinchChart     *self);
void                clinch_chart_set_data     (ClinchChart     *self,
                                               ClinchChartData *data);

/* The spot that is pointed at or has the keyboard, -1 for none. */
int                 clinch_chart_get_spot     (ClinchChart     *self);
void                clinch_chart_set_spot     (ClinchChart     *self,
                                               int              spot);

/* What is on the screen, for the kinds of charts; %NULL before there is data and a size. */
ClinchChartDrawing *clinch_chart_get_drawing  (ClinchChart     *self);

/* Puts a picture of it into the clipboard. */
void                clinch_chart_copy         (ClinchChart     *self);

/* Asks with a menu at the spot that is pointed at. */
void                clinch_chart_pop_up       (ClinchChart     *self,
                                               GMenuModel      *menu);

G_END_DECLS
