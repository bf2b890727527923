// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CLINCH_TYPE_CHART_ITEM (clinch_chart_item_get_type ())

/* A data point in words, a row of the table that stands for a chart. Its properties are `label`,
 * `value` and `note`. */
G_DECLARE_FINAL_TYPE (ClinchChartItem, clinch_chart_item, CLINCH, CHART_ITEM, GObject)

ClinchChartItem *clinch_chart_item_new       (const char      *label,
                                              const char      *value,
                                              const char      *note);

const char      *clinch_chart_item_get_label (ClinchChartItem *self);
const char      *clinch_chart_item_get_value (ClinchChartItem *self);
const char      *clinch_chart_item_get_note  (ClinchChartItem *self);

G_END_DECLS
