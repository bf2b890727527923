// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chart-data.h"
#include "clinch-radar.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_RADAR_DATA (clinch_radar_data_get_type ())

/**
 * ClinchRadarData:
 *
 * Values from 0 to 100 on up to %CLINCH_RADAR_MAX_AXES axes, in up to %CLINCH_RADAR_MAX_SERIES
 * series. The first series is what the chart is about, the others are what it is compared with. A
 * value is unknown until it is set.
 */
G_DECLARE_FINAL_TYPE (ClinchRadarData, clinch_radar_data, CLINCH, RADAR_DATA, ClinchChartData)

ClinchRadarData        *clinch_radar_data_new             (void) G_GNUC_WARN_UNUSED_RESULT;

/* Both return the index of what they added, or -1 where there is room for no more. */
int                     clinch_radar_data_add_axis        (ClinchRadarData *self,
                                                           const char      *label);
int                     clinch_radar_data_add_series      (ClinchRadarData *self,
                                                           const char      *name);

/* @value is 0 to 100; @detail, if any, says where it is from: tags, date, source. */
void                    clinch_radar_data_set_value       (ClinchRadarData *self,
                                                           guint            series,
                                                           guint            axis,
                                                           double           value,
                                                           gboolean         stale,
                                                           const char      *detail);
void                    clinch_radar_data_set_unknown     (ClinchRadarData *self,
                                                           guint            series,
                                                           guint            axis,
                                                           const char      *detail);
/* Forgets all axes and series. */
void                    clinch_radar_data_clear           (ClinchRadarData *self);

guint                   clinch_radar_data_get_n_axes      (ClinchRadarData *self);
guint                   clinch_radar_data_get_n_series    (ClinchRadarData *self);
const char             *clinch_radar_data_get_label       (ClinchRadarData *self,
                                                           guint            axis);
const char             *clinch_radar_data_get_series_name (ClinchRadarData *self,
                                                           guint            series);
/* An array with a value for each axis. */
const ClinchRadarValue *clinch_radar_data_get_values      (ClinchRadarData *self,
                                                           guint            series);
const char             *clinch_radar_data_get_detail      (ClinchRadarData *self,
                                                           guint            series,
                                                           guint            axis);

/* “80”, “unknown”, “80, out of date”. */
char                   *clinch_radar_data_dup_value_text  (ClinchRadarData *self,
                                                           guint            series,
                                                           guint            axis)
                                                           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
