// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-profile-radar.h"

#include "clinch-profile-text.h"

void
clinch_profile_radar_show (ClinchRadarData             *data,
                           const ClinchCustomerProfile *profile)
{
  const char *name = clinch_row_name (profile->customer);

  clinch_radar_data_clear (data);
  clinch_chart_data_set_title (CLINCH_CHART_DATA (data), name);
  for (guint i = 0; i < profile->lines->len; i++)
    clinch_radar_data_add_axis (data, clinch_customer_profile_line (profile, i)->rule->name);
  clinch_radar_data_add_series (data, name);
  for (guint i = 0; i < clinch_radar_data_get_n_axes (data); i++)
    {
      const ClinchProfileLine *line = clinch_customer_profile_line (profile, i);
      g_autofree char *text = clinch_profile_line_text (line);

      if (line->value != CLINCH_PROFILE_UNKNOWN)
        clinch_radar_data_set_value (data, 0, i, line->value, line->age.stale, text);
    }
}

void
clinch_profile_radar_compare (ClinchRadarData           *data,
                              const char                *name,
                              const ClinchProfileSeries *series)
{
  guint n_axes = MIN (clinch_radar_data_get_n_axes (data), series->values->len);
  int index = clinch_radar_data_add_series (data, name);

  for (guint i = 0; index >= 0 && i < n_axes; i++)
    {
      int value = g_array_index (series->values, int, i);

      if (value != CLINCH_PROFILE_UNKNOWN)
        clinch_radar_data_set_value (data, index, i, value, FALSE, NULL);
    }
}
