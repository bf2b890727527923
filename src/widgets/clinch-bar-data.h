// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-chart-data.h"

G_BEGIN_DECLS

#define CLINCH_TYPE_BAR_DATA (clinch_bar_data_get_type ())

/* A few figures one after the other, such as those of years, as upright bars. What is only expected
 * is drawn as an outline. */
G_DECLARE_FINAL_TYPE (ClinchBarData, clinch_bar_data, CLINCH, BAR_DATA, ClinchChartData)

/* A figure: what it is of, how long its bar is, the figure in short and in full. */
typedef struct
{
  const char *label;
  double      value;
  const char *text;
  const char *full;
  gboolean    is_expected;
} ClinchBar;

ClinchBarData   *clinch_bar_data_new        (void) G_GNUC_WARN_UNUSED_RESULT;

void             clinch_bar_data_set_bars   (ClinchBarData   *self,
                                             const ClinchBar *bars,
                                             gsize            n_bars);
guint            clinch_bar_data_get_n_bars (ClinchBarData   *self);
const ClinchBar *clinch_bar_data_get_bar    (ClinchBarData   *self,
                                             guint            bar);

G_END_DECLS
